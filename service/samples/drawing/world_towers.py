"""Towers of the world-language samples: one full of books, and the lamp room of another."""

from __future__ import annotations

import math

from service.samples.drawing.canvas import Canvas, Point, mix, smooth
from service.samples.drawing.harbour import figure
from service.samples.drawing.outdoors import ridge, sky
from service.samples.drawing.world_rail import stars
from service.samples.drawing.world_town import books, glowing


def tower_library(canvas: Canvas) -> None:
    """Paint the round reading room in a water tower: shelves to the roof, a stair, light from one opening."""
    width, height = canvas.width, canvas.height
    canvas.rect(0, 0, width, height, fill=canvas.across((0, "#1a2030"), (0.5, "#5d6c82"), (1, "#161b29")))
    centre, levels = width / 2, 8
    for level in range(levels):
        foot = 232 + level * 92
        canvas.rect(
            60, foot - 84, width - 120, 84, fill=canvas.across((0, "#1b120e"), (0.5, "#4a3222"), (1, "#170f0c"))
        )
        for bay in range(13):
            a, b = (centre - 860 * math.cos(math.pi * (bay + side) / 13) for side in (0.04, 0.96))
            books(canvas, a, b, foot - 5, 72)
            canvas.rect(b, foot - 88, max(3, (b - a) * 0.06), 90, fill="#2a1a10")
        canvas.path(
            f"M60 {foot - 4}Q{centre} {foot + 14} {width - 60} {foot - 4}V{foot + 8}Q{centre} {foot + 26} 60 {foot + 8}Z",
            fill="#8a5f38",
        )
    canvas.rect(
        0,
        0,
        width,
        height,
        fill=canvas.across(
            (0, "#0d1220", 0.92),
            (0.28, "#0d1220", 0.3),
            (0.5, "#0d1220", 0),
            (0.72, "#0d1220", 0.3),
            (1, "#0d1220", 0.92),
        ),
    )
    _dome(canvas, centre)
    _spiral(canvas)
    _readers(canvas, centre)


def _readers(canvas: Canvas, centre: float) -> None:
    height = canvas.height
    canvas.polygon(
        [(centre - 74, 64), (centre + 74, 64), (centre + 430, height), (centre - 130, height)],
        fill=canvas.down((0, "#fff1c4", 0.62), (0.7, "#fff1c4", 0.16), (1, "#fff1c4", 0)),
    )
    canvas.ellipse(centre, height + 30, 1060, 120, fill=canvas.down((0, "#b58a5c"), (1, "#4a2f1c")))
    canvas.ellipse(centre + 150, 946, 270, 40, fill="#ffedb8", opacity=0.55)
    for x, tall, coat in (
        (640, 130, "#8c3b34"),
        (1010, 138, "#2f4a6a"),
        (1170, 120, "#b7822c"),
        (1330, 132, "#3f5d4a"),
    ):
        canvas.ellipse(x, 960, 50, 8, fill="#1a0f08", opacity=0.5)
        figure(canvas, x, 958, tall, coat)
    for _ in range(120):
        canvas.ellipse(
            centre + canvas.rng.gauss(90, 110),
            canvas.rng.uniform(140, 900),
            canvas.rng.uniform(1, 2.6),
            fill="#fff6d8",
            opacity=0.6,
        )


def _dome(canvas: Canvas, centre: float) -> None:
    canvas.path(f"M0 0H{canvas.width}V150Q{centre} 40 0 150Z", fill=canvas.down((0, "#2b3344"), (1, "#737f92")))
    for i in range(-6, 7):
        canvas.line(
            centre + i * 26, 56, centre + i * 190, 150 - 0.6 * abs(i), stroke="#1d2434", stroke_width=4, opacity=0.5
        )
    canvas.ellipse(centre, 60, 104, 26, fill="#39445a")
    canvas.ellipse(centre, 62, 84, 19, fill="#fffbe6")
    glowing(canvas, centre, 62, 330, 0.7, "#fff3cc")


def _spiral(canvas: Canvas) -> None:
    steps = 46
    for i in range(steps):
        t = i / (steps - 1)
        x, y = 190 + 560 * t, 950 - 640 * t
        canvas.rect(x, y, 34, 7, fill=mix("#d8d2c4", "#8e97a8", t))
        canvas.line(x + 4, y, x + 4, y - 52 + 14 * t, stroke="#cfd3d8", stroke_width=2, opacity=0.7)
    canvas.line(190, 898, 754, 270, stroke="#e9e6da", stroke_width=5)
    canvas.path("M190 962L754 318L788 318L236 962Z", fill="#454f61")


def tower_outside(canvas: Canvas) -> None:
    """Paint the water tower on its hill at dusk, a round window lit and people going up to it."""
    width, height = canvas.width, canvas.height
    sky(canvas, height, (0, "#22325a"), (0.5, "#6d6a93"), (0.78, "#e0987c"), (1, "#f7cf98"))
    stars(canvas, 330, 70)
    ridge(canvas, 800, 160, "#7d7394", "#d99c86", profile=[0.2, 0.5, 0.3, 0.6, 0.4, 0.7, 0.3])
    hill: list[Point] = [(-20, 900), (300, 850), (640, 740), (960, 676), (1220, 690), (1460, 770), (width + 20, 840)]
    canvas.path(smooth(hill) + f"V{height}H-20Z", fill=canvas.down((0, "#5c6447"), (1, "#1e2b2c")))
    concrete = canvas.across((0, "#5d6178"), (0.4, "#b9b2b4"), (0.62, "#f0d9c0"), (1, "#6d6478"))
    canvas.path("M986 700L1000 400H1180L1194 700Z", fill=concrete)
    canvas.path("M850 190H1330L1296 360Q1250 424 1180 430H1000Q930 424 884 360Z", fill=concrete)
    canvas.path("M836 196L1090 104L1344 196Z", fill="#3b4157")
    canvas.rect(1070, 74, 40, 40, fill="#3b4157")
    for i in range(9):
        canvas.line(880 + i * 52.5, 200, 906 + i * 46, 372, stroke="#4a4c63", stroke_width=3, opacity=0.4)
    glowing(canvas, 1090, 286, 260, 0.6)
    canvas.ellipse(1090, 286, 62, fill="#3b4157")
    canvas.ellipse(1090, 286, 52, fill="#ffe3a0")
    canvas.path("M1090 234V338M1038 286H1142", stroke="#3b4157", stroke_width=6, fill="none")
    for y in (480, 560, 640):
        canvas.rect(1080, y, 20, 34, rx=10, fill="#ffd98c")
    canvas.line(1212, 420, 1212, 676, stroke="#33384a", stroke_width=3)
    canvas.path("M1192 560h40l-8 34h-24Z", fill="#b98346", stroke="#5a3a18", stroke_width=3)
    canvas.path(f"M1060 698Q900 740 760 800T360 {height}H560Q760 880 880 800T1124 700Z", fill="#d9b48a", opacity=0.75)
    for t, tall, coat in (
        (0.05, 96, "#8c3b34"),
        (0.24, 84, "#2f4a6a"),
        (0.4, 60, "#b7822c"),
        (0.56, 70, "#3f5d4a"),
        (0.72, 60, "#5b3f6d"),
        (0.86, 50, "#2f4a6a"),
    ):
        figure(canvas, 500 + 540 * t, 936 - 220 * t**0.86, tall, coat)
    for x, tall in ((150, 220), (250, 180), (1490, 200), (1410, 150)):
        canvas.path(
            f"M{x} {height - 60}Q{x - tall * 0.22} {height - 60 - tall * 0.4} {x} {height - 60 - tall * 1.3}Q{x + tall * 0.22} {height - 60 - tall * 0.4} {x} {height - 60}Z",
            fill="#17252b",
        )


def lamp_room(canvas: Canvas) -> None:
    """Paint the lamp room: tiers of prisms glowing gold, someone wiping the glass."""
    width, height = canvas.width, canvas.height
    canvas.rect(0, 0, width, height, fill=canvas.across((0, "#0d1a30"), (0.5, "#2b3f5f"), (1, "#0d1a30")))
    canvas.rect(0, 640, width, 360, fill=canvas.down((0, "#31506d"), (1, "#0b1728")))
    glowing(canvas, 760, 470, 900, 0.6, "#ffcf6a")
    for x in range(60, width, 250):
        canvas.line(x, 0, x + (x - 760) * 0.14, height, stroke="#08111f", stroke_width=14)
    for y in (250, 700):
        canvas.rect(0, y, width, 12, fill="#08111f")
    _prisms(canvas, 760, 470)
    canvas.rect(480, 860, 560, 60, fill=canvas.across((0, "#4a3516"), (0.4, "#d6a85a"), (1, "#4a3516")))
    canvas.rect(560, 920, 400, 100, fill=canvas.across((0, "#1f2a3a"), (0.4, "#6a7d92"), (1, "#18222f")))
    with canvas.group(transform="translate(1180 0)"):
        figure(canvas, 0, 990, 560, "#24405f", hat="#16263a")
        canvas.path("M-40 560Q-150 560 -190 470L-160 456Q-110 520 -20 524Z", fill="#24405f")
        canvas.ellipse(-178, 456, 26, fill="#c99f80")
        canvas.polygon([(-226, 436), (-160, 420), (-150, 500), (-206, 512)], fill="#f4efe2")


def _prisms(canvas: Canvas, x: float, y: float) -> None:
    for tier in range(-9, 10):
        level, half = y + tier * 38, 250 * math.cos(tier / 9.6 * 1.15)
        tall = 30 if tier else 36
        bright = math.exp(-((tier / 5) ** 2))
        canvas.polygon(
            [
                (x - half, level - tall / 2),
                (x + half, level - tall / 2),
                (x + half * 0.96, level + tall / 2),
                (x - half * 0.96, level + tall / 2),
            ],
            fill=canvas.across(
                (0, "#3f6d84"),
                (0.25, mix("#8fc0c9", "#ffd98a", bright)),
                (0.5, mix("#ffe3a0", "#ffffff", bright)),
                (0.75, mix("#8fc0c9", "#ffc96a", bright)),
                (1, "#2f5670"),
            ),
            opacity=0.92,
        )
        for share in (-0.66, -0.33, 0, 0.33, 0.66):
            canvas.line(
                x + half * share,
                level - tall / 2,
                x + half * share,
                level + tall / 2,
                stroke="#ffffff",
                stroke_width=2,
                opacity=0.35,
            )
    canvas.ellipse(x, y, 88, fill="none", stroke="#fff3cc", stroke_width=6, opacity=0.8)
    canvas.ellipse(x, y, 54, fill=canvas.glow((0, "#ffffff"), (0.5, "#fff3c4"), (1, "#ffd26a")))
    glowing(canvas, x, y, 330, 0.85, "#fff0b8")
    for side in (-1, 1):
        canvas.path(
            f"M{x + side * 262} {y - 350}Q{x + side * 300} {y} {x + side * 262} {y + 390}",
            fill="none",
            stroke="#b98a3a",
            stroke_width=14,
        )
