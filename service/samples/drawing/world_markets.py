"""Markets of the world-language samples: boats at dawn, stalls at night."""

from __future__ import annotations

import math

from service.samples.drawing.canvas import Canvas, Point, mix, number, smooth
from service.samples.drawing.harbour import figure
from service.samples.drawing.outdoors import mist, ripples, sky, sun, water
from service.samples.drawing.world_town import book_pile, glowing

_FRUIT = ("#e8912d", "#c8372d", "#7fa63a", "#f2c53d", "#8c3a5e", "#d9622b")


def fruit(canvas: Canvas, x: float, y: float, r: float, colour: str) -> None:
    """Paint one round fruit, lit from above left."""
    canvas.ellipse(
        x,
        y,
        r,
        fill=canvas.glow(
            (0, mix(colour, "#fff3d0", 0.5)), (0.5, colour), (1, mix(colour, "#1c0f12", 0.5)), at=(0.36, 0.32), r=0.72
        ),
    )


def heap(canvas: Canvas, x: float, foot: float, w: float, colour: str, rows: int = 4) -> None:
    """Paint fruit heaped on `foot`, `w` wide at its base."""
    r = w / (rows * 2 + 3)
    for row in range(rows):
        count = rows * 1 + 2 - row
        for i in range(count):
            tint = mix(colour, "#3a2414" if canvas.rng.random() < 0.5 else "#ffe9a8", canvas.rng.uniform(0, 0.18))
            fruit(canvas, x + (i - (count - 1) / 2) * r * 1.86, foot - r - row * r * 1.5, r, tint)


def floating_market(canvas: Canvas) -> None:
    """Paint trading boats on a canal before sunrise, timber houses and palms on its banks."""
    height, bank = canvas.height, 430
    sky(canvas, bank, (0, "#27466a"), (0.5, "#8d7f98"), (0.85, "#f0aa7c"), (1, "#fbd69c"))
    sun(canvas, 880, 392, 46, "#fff0c4", halo=7, strength=0.75)
    for x, tall, lean in (
        (60, 330, 40),
        (210, 260, -30),
        (430, 210, 24),
        (1310, 220, -20),
        (1540, 290, 36),
        (1700, 350, -44),
    ):
        _palm(canvas, x, bank + 8, tall, lean)
    water(canvas, bank, (0, "#f2b789"), (0.14, "#a98a8c"), (0.5, "#3f6d74"), (1, "#153a44"))
    for x, w, lit in ((90, 300, 1), (420, 200, 0), (610, 130, 1), (1040, 140, 1), (1200, 210, 0), (1440, 320, 1)):
        _stilt_house(canvas, x, bank + 16, w, lit == 1)
    mist(canvas, bank + 8, 40, "#ffe3bd", 0.6)
    ripples(canvas, bank + 20, height, "#ffe0b4", 150, 0.4)
    ripples(canvas, bank + 10, height, "#ffefc9", 90, 0.6, middle=880, spread=0.35)
    for x, y, size, load, coat in (
        (640, 520, 0.42, 2, "#7a3b52"),
        (1150, 545, 0.46, 1, "#2f5d7c"),
        (300, 640, 0.72, 3, "#4a6b3d"),
        (1420, 690, 0.84, 4, "#8c3b34"),
        (800, 810, 1.14, 0, "#31485a"),
    ):
        _trading_boat(canvas, x, y, size, load, coat)


def _palm(canvas: Canvas, x: float, foot: float, tall: float, lean: float) -> None:
    top = (x + lean, foot - tall)
    canvas.path(
        f"M{x - 8} {foot}Q{x + lean * 0.1} {foot - tall * 0.5} {top[0] - 3} {top[1]}L{top[0] + 4} {top[1]}Q{x + lean * 0.2 + 10} {foot - tall * 0.5} {x + 9} {foot}Z",
        fill="#2c3347",
    )
    for i in range(9):
        angle = math.pi * (0.96 + i * 0.135)
        reach = tall * canvas.rng.uniform(0.3, 0.4)
        tip = (top[0] + math.cos(angle) * reach, top[1] + math.sin(angle) * reach * 0.62 + reach * 0.3)
        knee = (top[0] + math.cos(angle) * reach * 0.6, top[1] + math.sin(angle) * reach * 0.9 - reach * 0.1)
        canvas.path(
            f"M{number(top[0])} {number(top[1])}Q{number(knee[0])} {number(knee[1])} {number(tip[0])} {number(tip[1])}Q{number(knee[0])} {number(knee[1] + reach * 0.2)} {number(top[0])} {number(top[1] + 5)}Z",
            fill="#26394a",
        )


def _stilt_house(canvas: Canvas, x: float, foot: float, w: float, lit: bool) -> None:
    tall = w * 0.4
    for i in range(5):
        canvas.rect(x + w * (0.06 + i * 0.21), foot - tall * 0.3, 7, tall * 0.5, fill="#1d2433")
    canvas.rect(x, foot - tall, w, tall * 0.74, fill=canvas.down((0, "#4a3a3d"), (1, "#6d4a3c")))
    for i in range(int(w / 16)):
        canvas.line(
            x + i * 16, foot - tall, x + i * 16, foot - tall * 0.26, stroke="#2a2026", stroke_width=2, opacity=0.5
        )
    canvas.polygon(
        [
            (x - w * 0.1, foot - tall * 0.96),
            (x + w * 0.2, foot - tall * 1.6),
            (x + w * 0.8, foot - tall * 1.6),
            (x + w * 1.1, foot - tall * 0.96),
        ],
        fill=canvas.down((0, "#3a3442"), (1, "#5d4648")),
    )
    canvas.rect(x - w * 0.06, foot - tall * 0.3, w * 1.12, 8, fill="#8a6248")
    for share in (0.2, 0.62):
        canvas.rect(x + w * share, foot - tall * 0.8, w * 0.16, tall * 0.34, fill="#ffd489" if lit else "#2a2430")
    if lit:
        glowing(canvas, x + w * 0.5, foot - tall * 0.6, w * 0.7, 0.4)
        for i in range(6):
            canvas.rect(
                x + w * 0.4 + canvas.rng.uniform(-20, 20),
                foot + 14 + i * 10,
                w * 0.18,
                3,
                fill="#ffdd9c",
                opacity=round(0.6 - i * 0.09, 2),
            )


def _trading_boat(canvas: Canvas, x: float, y: float, size: float, load: int, coat: str) -> None:
    with canvas.group(transform=f"translate({x} {y}) scale({size})"):
        canvas.ellipse(0, 44, 330, 22, fill="#0b2a33", opacity=0.5)
        for i in range(5):
            canvas.rect(-240 + i * 30, 60 + i * 11, 420 - i * 50, 4, rx=2, fill="#ffe2b0", opacity=0.35)
        figure(canvas, 214, 18, 190, coat)
        canvas.path(
            "M176 -152Q214 -196 252 -152Q214 -142 176 -152Z",
            fill=canvas.across((0, "#b98d4a"), (0.6, "#f2d796"), (1, "#c79a55")),
        )
        canvas.line(262, -60, 352, 66, stroke="#5a3a1e", stroke_width=9)
        if load == 0:
            canvas.path("M-170 0V-54H-66V0Z", fill=canvas.across((0, "#7d858f"), (0.4, "#dfe4e8"), (1, "#6a727c")))
            canvas.ellipse(-118, -54, 52, 12, fill="#f6ead2")
            with canvas.group(filter=canvas.blur(8), opacity=0.6):
                canvas.path(
                    "M-130 -66q-34 -60 6 -120M-104 -66q36 -50 2 -130", fill="none", stroke="#fff6e4", stroke_width=13
                )
            for i in range(5):
                canvas.path(f"M{-26 + i * 34} 0q-14 0 -15 -22h30q-1 22 -15 22Z", fill=("#f4efe2", "#4f7f9a")[i % 2])
            canvas.line(-230, -6, -230, -160, stroke="#3a2818", stroke_width=6)
            canvas.ellipse(-230, -166, 17, 21, fill="#fff0bd")
            glowing(canvas, -230, -166, 200, 0.6)
        elif load == 4:
            for i, count in enumerate((4, 6, 5)):
                book_pile(canvas, -150 + i * 96, 4, 90, count)
        else:
            for i in range(3):
                heap(canvas, -160 + i * 112, 8, 128, _FRUIT[(load * 2 + i) % 6], 4)
        hull: list[Point] = [(-330, -34), (-220, 4), (0, 16), (220, 6), (334, -40)]
        canvas.path(
            smooth(hull) + "Q270 62 180 64H-180Q-280 58 -330 -34Z",
            fill=canvas.down((0, "#9a6638"), (0.35, "#6d4323"), (1, "#2e1b10")),
        )
        canvas.path(smooth(hull), fill="none", stroke="#d6a268", stroke_width=7)


def night_market(canvas: Canvas) -> None:
    """Paint a street of stalls under strings of yellow bulbs."""
    width, height, ground = canvas.width, canvas.height, 800
    canvas.rect(0, 0, width, height, fill=canvas.down((0, "#150f2e"), (0.55, "#3a2450"), (1, "#5a3350")))
    for x, w, top in (
        (0, 260, 120),
        (240, 220, 210),
        (440, 180, 270),
        (1120, 190, 260),
        (1290, 230, 190),
        (1500, 280, 90),
    ):
        canvas.rect(x, top, w, 700, fill=canvas.down((0, "#241a3e"), (1, "#4a2e4c")))
        for i in range(int(w / 70)):
            for j in range(3):
                on = canvas.rng.random() < 0.35
                canvas.rect(x + 24 + i * 68, top + 44 + j * 96, 34, 52, fill="#f7c873" if on else "#1a1230")
    canvas.rect(0, ground, width, height, fill=canvas.down((0, "#6b4350"), (1, "#1d1428")))
    glowing(canvas, 880, 640, 900, 0.4, "#ffb75a")
    for i, (x, foot, size) in enumerate(
        ((640, 700, 0.5), (1110, 700, 0.5), (420, 760, 0.78), (1330, 760, 0.78), (130, 850, 1.15), (1620, 850, 1.15))
    ):
        _stall(canvas, x, foot, size, i)
    for row in range(6):
        t = row / 5
        half, y = 210 + 760 * t**1.3, 452 - 380 * t**1.2
        wire: list[Point] = [
            (880 - half, y - 30),
            (880 - half * 0.5, y + 16 + 20 * t),
            (880, y + 30 + 30 * t),
            (880 + half * 0.5, y + 16 + 20 * t),
            (880 + half, y - 30),
        ]
        canvas.path(smooth(wire), fill="none", stroke="#0d0820", stroke_width=3)
        for i in range(11):
            share = i / 10
            x = 880 - half + share * half * 2
            level = y - 30 + (60 + 30 * t) * math.sin(share * math.pi) ** 0.9
            canvas.ellipse(x, level + 8, 5 + 7 * t, 7 + 9 * t, fill="#fff0b8")
            glowing(canvas, x, level + 8, 34 + 60 * t, 0.5)
    for x, foot, tall, coat in (
        (860, 744, 120, "#2f4a6a"),
        (930, 752, 126, "#8c3b34"),
        (770, 786, 160, "#4f6b3d"),
        (1010, 830, 200, "#5b3f6d"),
        (690, 872, 232, "#31485a"),
        (1110, 900, 250, "#a8613f"),
    ):
        canvas.ellipse(x, foot, tall * 0.3, tall * 0.045, fill="#120a1c", opacity=0.6)
        figure(canvas, x, foot, tall, coat)


def _stall(canvas: Canvas, x: float, foot: float, size: float, turn: int) -> None:
    cloth = ("#a8323a", "#2f6d74", "#d18a2c", "#5b3f7d", "#b03f5a", "#3f6b45")[turn]
    with canvas.group(transform=f"translate({x} {foot}) scale({size})"):
        glowing(canvas, 0, -150, 260, 0.55)
        for pole in (-190, 184):
            canvas.rect(pole, -330, 8, 330, fill="#24162a")
        canvas.rect(
            -196, -120, 392, 120, fill=canvas.down((0, mix(cloth, "#000000", 0.25)), (1, mix(cloth, "#000000", 0.65)))
        )
        for i, colour in enumerate((_FRUIT[turn % 6], _FRUIT[(turn + 2) % 6], _FRUIT[(turn + 3) % 6])):
            heap(canvas, -124 + i * 124, -116, 132, colour, 4)
        canvas.polygon([(-200, -128), (200, -128), (208, -98), (-208, -98)], fill="#8a5a30")
        canvas.polygon([(-216, -330), (216, -330), (250, -262), (-250, -262)], fill=cloth)
        for i in range(0, 8, 2):
            canvas.polygon(
                [(-216 + i * 54, -330), (-162 + i * 54, -330), (-187.5 + i * 62.5, -262), (-250 + i * 62.5, -262)],
                fill="#f4e2bd",
                opacity=0.9,
            )
        for i in range(8):
            canvas.path(f"M{-250 + i * 62.5} -263a31 22 0 0 0 62.5 0Z", fill="#f4e2bd" if i % 2 == 0 else cloth)
