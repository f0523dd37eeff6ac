"""Ice of the world-language samples: a glacier, a borehole in it, a road over the sea."""

from __future__ import annotations

import math

from service.samples.drawing.canvas import Canvas, Point, mix, number, smooth
from service.samples.drawing.harbour import figure
from service.samples.drawing.outdoors import clouds, ridge, ripples, sky, sun


def glacier(canvas: Canvas) -> None:
    """Paint a glacier's tongue between dark ridges above a turquoise lake, an orange hut on the moraine."""
    sky(canvas, 560, (0, "#5f8db8"), (0.6, "#a9c7d9"), (1, "#e9e6dc"))
    clouds(canvas, 60, 260, "#ffffff", 8, 0.5)
    ridge(canvas, 470, 330, "#dfe9ef", "#a9c2d4", profile=[0.3, 0.6, 0.95, 0.6, 0.72, 1, 0.7, 0.4])
    ridge(canvas, 520, 200, "#9db6c9", "#c9d9e2", profile=[0.9, 0.6, 0.4, 0.1, 0.05, 0.1, 0.5, 0.8, 1])
    _tongue(canvas)
    _lake(canvas)
    _hut(canvas, 1420, 590)


def _tongue(canvas: Canvas) -> None:
    width = canvas.width
    left: list[Point] = [(-20, 250), (200, 300), (420, 400), (590, 450), (690, 560), (640, 700), (500, 800), (-20, 850)]
    right: list[Point] = [
        (width + 20, 200),
        (1560, 270),
        (1330, 350),
        (1120, 420),
        (1060, 520),
        (1190, 660),
        (1340, 780),
        (width + 20, 830),
    ]
    ice: list[Point] = [
        (690, 440),
        (800, 350),
        (876, 262),
        (950, 330),
        (1080, 420),
        (1120, 540),
        (1260, 680),
        (1300, 770),
        (1140, 800),
        (900, 792),
        (640, 806),
        (560, 770),
        (650, 660),
        (700, 560),
    ]
    canvas.blob(ice, fill=canvas.down((0, "#f4f9fb"), (0.45, "#d3e6ef"), (0.8, "#93c3d8"), (1, "#4f97b5")))
    _crevasses(canvas, ice)
    for flank, shade in ((left, "#4d525c"), (right, "#3d434f")):
        with canvas.group(filter=canvas.rough(10, 0.02)):
            canvas.path(
                "M" + smooth(flank)[1:] + "Z",
                fill=canvas.down((0, mix(shade, "#8d97a3", 0.5)), (1, mix(shade, "#1a1f2a", 0.4))),
            )
            for _ in range(60):
                i = canvas.rng.randrange(len(flank) - 4)
                x, y = flank[i][0] + canvas.rng.uniform(-60, 60), flank[i][1] + canvas.rng.uniform(40, 320)
                canvas.path(
                    f"M{number(x)} {number(y)}l{number(canvas.rng.uniform(-44, 44))} {number(canvas.rng.uniform(40, 110))}",
                    fill="none",
                    stroke="#232834" if canvas.rng.random() < 0.7 else "#e6edf2",
                    stroke_width=5,
                    opacity=0.35,
                )


def _lake(canvas: Canvas) -> None:
    width = canvas.width
    height = canvas.height
    canvas.path(
        f"M-10 800Q420 770 620 796Q940 776 1290 772Q1560 768 {width + 10} 790V{height}H-10Z",
        fill=canvas.down((0, "#7fd0cf"), (0.4, "#3fa3ad"), (1, "#1c5f74")),
    )
    ripples(canvas, 806, height, "#e9ffff", 150, 0.35)
    for x, y, size in ((760, 838, 70), (940, 880, 110), (590, 900, 54), (1180, 850, 46)):
        berg: list[Point] = [
            (x - size, y),
            (x - size * 0.6, y - size * 0.4),
            (x - size * 0.1, y - size * 0.3),
            (x + size * 0.3, y - size * 0.55),
            (x + size, y),
        ]
        canvas.polygon(berg, fill=canvas.down((0, "#ffffff"), (1, "#a5d3e2")))
        canvas.polygon([(px, y + (y - py) * 0.6) for px, py in berg], fill="#dff6f8", opacity=0.35)


def _crevasses(canvas: Canvas, ice: list[Point]) -> None:
    with canvas.group(clip_path=canvas.clip(f'<path d="{smooth(ice, closed=True)}"/>')):
        for row in range(32):
            t = row / 32
            y = 330 + 460 * t**0.9
            sag, x = 26 + 26 * t, 540 + canvas.rng.uniform(-20, 40)
            while x < 1330:
                span = canvas.rng.uniform(50, 190)
                lift = sag * math.sin((x - 560) / 760 * math.pi)
                canvas.path(
                    f"M{number(x)} {number(y + lift)}q{number(span / 2)} {number(canvas.rng.uniform(2, 12))} {number(span)} {number(canvas.rng.uniform(-6, 6))}q{number(-span / 2)} {number(10 + 12 * t)} {number(-span)} 0Z",
                    fill=mix("#7fb6d0", "#2f7d9f", t),
                    opacity=0.75,
                )
                x += span + canvas.rng.uniform(16, 120)
        for shift in (-70, 40):
            canvas.path(
                f"M{850 + shift} 350Q{900 + shift} 520 {890 + shift * 1.6} 640T{930 + shift * 2.4} 830",
                fill="none",
                stroke="#6d6a66",
                stroke_width=13,
                opacity=0.4,
            )


def _hut(canvas: Canvas, x: float, y: float) -> None:
    canvas.polygon(
        [(x, y), (x, y - 66), (x + 60, y - 106), (x + 120, y - 66), (x + 120, y)],
        fill=canvas.across((0, "#f08a3a"), (1, "#b9521c")),
    )
    canvas.polygon(
        [(x - 12, y - 60), (x + 60, y - 116), (x + 132, y - 60), (x + 122, y - 54), (x + 60, y - 102), (x - 2, y - 54)],
        fill="#f4f6f7",
    )
    canvas.rect(x + 22, y - 48, 30, 26, fill="#ffe8ae")
    canvas.rect(x + 72, y - 52, 30, 52, fill="#6d2f12")
    canvas.path(
        f"M{x + 170} {y + 6}V{y - 190}M{x + 150} {y - 160}h40M{x + 156} {y - 130}h28M{x + 170} {y - 190}l-46 196M{x + 170} {y - 190}l46 196",
        fill="none",
        stroke="#20242e",
        stroke_width=4,
    )
    canvas.ellipse(x + 170, y - 194, 6, fill="#e2452f")
    figure(canvas, x - 40, y + 8, 62, "#b8302c")


def borehole(canvas: Canvas) -> None:
    """Paint a cut through the ice: a string of hydrophones from a tripod down to the bed."""
    sky(canvas, 190, (0, "#8fb3cc"), (1, "#e9eef0"))
    ridge(canvas, 196, 120, "#b5c8d6", "#e0e9ee", profile=[0.4, 0.9, 0.5, 0.3, 0.7, 1, 0.5])
    _layers(canvas)
    _bed(canvas)
    _hydrophones(canvas)
    figure(canvas, 640, 194, 112, "#b8302c", hat="#2a3b55")
    figure(canvas, 950, 196, 106, "#2f5d7c", hat="#e0a03c")


def _layers(canvas: Canvas) -> None:
    width = canvas.width
    height = canvas.height
    bands = (
        "#f3f9fb",
        "#d9ebf3",
        "#bcdcea",
        "#98c8de",
        "#73b0cf",
        "#4f95bb",
        "#3579a3",
        "#245d88",
        "#18466d",
        "#10345a",
        "#0c2748",
    )
    for i, colour in enumerate(bands):
        depth = 176 + i * 62
        line: list[Point] = [
            (x, depth + math.sin(x / 260 + i * 0.9) * (4 + i * 1.4) + i * 4) for x in range(-50, width + 180, 130)
        ]
        canvas.path(smooth(line) + f"V{height}H-60Z", fill=colour)
        canvas.path(smooth(line), fill="none", stroke="#ffffff", stroke_width=3, opacity=0.25)
    for _ in range(150):
        x, y = canvas.rng.uniform(0, width), canvas.rng.uniform(230, 820)
        canvas.ellipse(x, y, canvas.rng.uniform(1.5, 5), fill="#ffffff", opacity=0.35)
    for left, top, turn in ((330, 430, 62), (1220, 380, -58), (470, 640, 48), (1060, 610, -40), (1390, 690, 30)):
        canvas.path(
            "M-70 0Q0 -13 70 0Q0 13 -70 0Z",
            fill="#0a1f3c",
            opacity=0.55,
            transform=f"translate({left} {top}) rotate({turn})",
        )


def _bed(canvas: Canvas) -> None:
    width = canvas.width
    height = canvas.height
    bed: list[Point] = [
        (-20, 860),
        (200, 838),
        (460, 870),
        (700, 846),
        (980, 872),
        (1240, 842),
        (1480, 866),
        (width + 20, 846),
    ]
    canvas.path(smooth(bed) + f"V{height}H-20Z", fill=canvas.down((0, "#4a3f3a"), (1, "#1c1716")))
    canvas.path(smooth(bed), fill="none", stroke="#7fd0e6", stroke_width=7, opacity=0.7)
    for _ in range(70):
        canvas.ellipse(
            canvas.rng.uniform(0, width),
            canvas.rng.uniform(880, height),
            canvas.rng.uniform(5, 22),
            canvas.rng.uniform(4, 12),
            fill="#6d5f56",
            opacity=0.5,
        )


def _hydrophones(canvas: Canvas) -> None:
    canvas.rect(786, 170, 28, 690, fill="#eaf6fb", opacity=0.3)
    canvas.line(800, 60, 800, 838, stroke="#f08a3a", stroke_width=5)
    for i in range(12):
        y = 226 + i * 54
        for ring in (46, 76, 106):
            canvas.ellipse(
                800,
                y,
                ring,
                ring * 0.42,
                fill="none",
                stroke="#ffffff",
                stroke_width=2,
                opacity=round(0.32 - ring / 460, 2),
            )
        canvas.rect(789, y - 17, 22, 34, rx=9, fill=canvas.across((0, "#8a4718"), (0.4, "#ffc27a"), (1, "#a3541c")))
    canvas.path(
        "M800 50L716 186M800 50L884 186M800 50L812 180",
        fill="none",
        stroke="#2a2f3a",
        stroke_width=9,
        stroke_linecap="round",
    )
    canvas.ellipse(800, 54, 16, fill="#2a2f3a")


def ice_road(canvas: Canvas) -> None:
    """Paint a ploughed road over sea ice between fir markers, a lone walker, a low rose sun."""
    width, height, far = canvas.width, canvas.height, 430
    sky(canvas, far, (0, "#8fa9c9"), (0.6, "#e6c4c4"), (1, "#fbdcbd"))
    clouds(canvas, 80, 330, "#fff1e6", 8, 0.5)
    sun(canvas, 1380, 372, 36, "#fff2d0", halo=8, strength=0.7)
    ridge(
        canvas,
        far + 4,
        54,
        "#6f7f9c",
        "#b5a9b8",
        profile=[0.6, 0.3, 0.05, 0.4, 0.9, 0.6, 0.05, 0.02, 0.5],
        roughness=0.7,
    )
    canvas.rect(0, far, width, height - far, fill=canvas.down((0, "#f0d3cc"), (0.3, "#cfd6e4"), (1, "#8fa6c6")))
    canvas.polygon(
        [(868, far + 2), (892, far + 2), (1330, height), (330, height)],
        fill=canvas.down((0, "#d9b9bd"), (0.4, "#8ea4c2"), (1, "#4f6d96")),
    )
    for side in (-1, 1):
        edge: list[Point] = [
            (880 + side * (12 + 490 * t**1.6), far + (height - far) * t**1.6) for t in (0, 0.2, 0.4, 0.6, 0.8, 1)
        ]
        canvas.path(
            smooth(edge), fill="none", stroke="#fff6ef", stroke_width=16, opacity=0.9, filter=canvas.rough(8, 0.03)
        )
    for _ in range(26):
        t = canvas.rng.random()
        y, half = far + (height - far) * t, 12 + 440 * t
        x = 880 + canvas.rng.uniform(-half, half)
        canvas.path(
            f"M{number(x)} {number(y)}l{number(40 * t + 4)} {number(-7 * t)}l{number(60 * t)} {number(9 * t)}",
            fill="none",
            stroke="#e9f1fa",
            stroke_width=2.2,
            opacity=0.7,
        )
    for step in range(9, -1, -1):
        t = 1 / (1 + step * 0.75)
        for side in (-1, 1):
            _fir_marker(canvas, 880 + side * 620 * t, far + (height - far) * t * 0.94, 300 * t)
    figure(canvas, 930, 726, 190, "#24324a", hat="#8a2f3d")
    canvas.line(972, 560, 990, 730, stroke="#3d2a1c", stroke_width=7)
    canvas.path("M940 728Q820 760 640 770L650 782Q840 772 960 732Z", fill="#3d527a", opacity=0.35)


def _fir_marker(canvas: Canvas, x: float, foot: float, tall: float) -> None:
    shadow = mix("#3d527a", "#8fa6c6", 0.3)
    canvas.path(
        f"M{number(x)} {number(foot)}l{number(-tall * 0.9)} {number(tall * 0.18)}l{number(tall * 0.1)} {number(tall * 0.03)}Z",
        fill=shadow,
        opacity=0.3,
    )
    canvas.line(x, foot, x, foot - tall, stroke="#2d3a34", stroke_width=number(tall * 0.035))
    for i in range(7):
        y, reach = foot - tall * (0.28 + i * 0.105), tall * (0.2 - i * 0.022)
        for side in (-1, 1):
            canvas.path(
                f"M{number(x)} {number(y - reach * 0.5)}Q{number(x + side * reach * 0.6)} {number(y - reach * 0.3)} {number(x + side * reach)} {number(y + reach * 0.25)}L{number(x)} {number(y)}Z",
                fill=mix("#27402f", "#5d6f7c", i / 14),
            )
