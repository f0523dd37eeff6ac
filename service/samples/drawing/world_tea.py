"""The tea mountain of the Chinese sample: its terraces, and the firing room at night."""

from __future__ import annotations

import math

from service.samples.drawing.canvas import Canvas, Point, mix, number, smooth
from service.samples.drawing.harbour import figure
from service.samples.drawing.outdoors import mist, ridge, sky, sun


def tea_terraces(canvas: Canvas) -> None:
    """Paint curved tea terraces under a bank of cloud, pickers in straw hats between the rows."""
    height = canvas.height
    sky(canvas, 500, (0, "#b9cfd6"), (0.6, "#e3e6da"), (1, "#f8e9c9"))
    sun(canvas, 1330, 150, 40, "#fff6dc", halo=8, strength=0.6)
    ridge(canvas, 440, 320, "#8fb0b0", "#dfe6dc", profile=[0.2, 0.5, 1, 0.6, 0.3, 0.6, 0.45, 0.2])
    mist(canvas, 380, 90, "#fbf8ee", 0.9)
    ridge(canvas, 560, 300, "#4f8070", "#cbdccb", profile=[0.9, 0.8, 0.5, 0.3, 0.45, 0.8, 1])
    mist(canvas, 470, 100, "#fdfaf0", 0.95)
    rows = 19
    for row in range(rows):
        t = row / (rows - 1)
        y = 470 + (height - 400) * t**1.35
        tall = 20 + 62 * t
        _terrace(canvas, y, tall, t)
        if row in (6, 9, 12, 15):
            for x in {6: (420, 1210), 9: (760,), 12: (300, 1420), 15: (1040,)}[row]:
                _picker(canvas, x, y + _bow(x, t) + tall * 0.2, 60 + 170 * t)
    mist(canvas, 486, 80, "#fdfaf0", 0.85)
    for x, y, rx in ((300, 520, 420), (1330, 500, 520), (840, 470, 460)):
        canvas.ellipse(x, y, rx, 46, fill="#ffffff", opacity=0.55, filter=canvas.blur(26))


def _bow(x: float, t: float) -> float:
    return 70 * math.sin(x / 520 + 0.6) * (1 - t * 0.55) + 26 * math.sin(x / 190 + t * 5) * (0.4 + t)


def _terrace(canvas: Canvas, y: float, tall: float, t: float) -> None:
    edge: list[Point] = [(x, y + _bow(x, t)) for x in range(-80, canvas.width + 180, 80)]
    earth = mix("#b7b98a", "#7d5a35", t)
    canvas.path(
        smooth([(x, level + tall * 0.66) for x, level in edge]) + f"V{canvas.height}H-80Z",
        fill=canvas.down((0, mix(earth, "#3a4a24", 0.35)), (1, earth)),
    )
    light, dark = mix("#c4d8ae", "#8fb552", t), mix("#86ab86", "#2c5a2e", t)
    body = smooth(edge) + "L" + smooth([(x, level + tall) for x, level in reversed(edge)])[1:] + "Z"
    canvas.path(body, fill=canvas.down((0, light), (0.5, mix(light, dark, 0.6)), (1, dark)))
    step = max(9, tall * 0.34)
    x = -40.0
    while x < canvas.width + 40:
        level = y + _bow(x, t)
        canvas.ellipse(
            x, level + tall * 0.1, step * 0.78, tall * 0.2, fill=mix(light, "#e9f2b6", canvas.rng.uniform(0, 0.5))
        )
        canvas.ellipse(
            x + step * 0.4,
            level + tall * 0.46,
            step * 0.7,
            tall * 0.17,
            fill=mix(light, dark, canvas.rng.uniform(0.4, 0.8)),
            opacity=0.8,
        )
        x += step


def _picker(canvas: Canvas, x: float, foot: float, tall: float) -> None:
    figure(canvas, x, foot, tall, ("#2f5d7c", "#a8473f", "#54508a")[int(x) % 3])
    unit = tall / 100
    canvas.path(
        f"M{x - 22 * unit} {foot - 91 * unit}Q{x} {foot - 122 * unit} {x + 22 * unit} {foot - 91 * unit}Q{x} {foot - 85 * unit} {x - 22 * unit} {foot - 91 * unit}Z",
        fill=canvas.across((0, "#b98d4a"), (0.6, "#f2d796"), (1, "#c79a55")),
    )
    canvas.path(
        f"M{x + 10 * unit} {foot - 76 * unit}h{22 * unit}l{-4 * unit} {34 * unit}h{-15 * unit}Z",
        fill="#a5733a",
        stroke="#6b4520",
        stroke_width=number(unit * 1.4),
    )


def tea_firing(canvas: Canvas) -> None:
    """Paint the firing room at night: green leaf in an iron wok over an open fire, trays on the wall."""
    width, height = canvas.width, canvas.height
    canvas.rect(
        0, 0, width, height, fill=canvas.glow((0, "#c47a3f"), (0.35, "#8a4d2c"), (1, "#2a1613"), at=(0.5, 0.75), r=0.85)
    )
    _trays(canvas)
    canvas.rect(260, 620, 1080, 400, rx=18, fill=canvas.down((0, "#8d6a55"), (1, "#3a231c")))
    _fire(canvas)
    _wok_of_leaf(canvas)
    with canvas.group(filter=canvas.blur(16), opacity=0.4):
        for shift in (-170, 0, 180):
            canvas.path(f"M{800 + shift} 560q-60 -110 10 -220t-10 -300", fill="none", stroke="#fff2da", stroke_width=34)
    for x, h in ((90, 240), (1440, 280)):
        canvas.path(
            f"M{x - 50} 960C{x - 100} {960 - h * 0.3} {x - 90} {960 - h * 0.8} {x - 40} {960 - h * 0.9}V{960 - h}H{x + 70}V{960 - h * 0.9}C{x + 120} {960 - h * 0.8} {x + 130} {960 - h * 0.3} {x + 80} 960Z",
            fill=canvas.across((0, "#2e3a38"), (0.6, "#6f8f86"), (1, "#26302f")),
        )
    canvas.rect(
        0,
        0,
        width,
        height,
        fill=canvas.glow((0, "#100706", 0), (0.5, "#100706", 0), (1, "#100706", 0.75), at=(0.5, 0.62), r=0.75),
    )


def _trays(canvas: Canvas) -> None:
    for x, y, r in ((240, 230, 140), (500, 170, 110), (1340, 210, 150)):
        canvas.ellipse(x + 10, y + 14, r, fill="#1b0d0b", opacity=0.4)
        canvas.ellipse(x, y, r, fill="#a8713a")
        canvas.ellipse(x, y, r * 0.86, fill=canvas.glow((0, "#d6a45e"), (1, "#9a6732")))
        for i in range(-5, 6):
            canvas.path(
                f"M{x + i * r * 0.15} {number(y - r * 0.86 * math.sqrt(1 - (i * 0.17) ** 2))}V{number(y + r * 0.86 * math.sqrt(1 - (i * 0.17) ** 2))}M{number(x - r * 0.86 * math.sqrt(1 - (i * 0.17) ** 2))} {y + i * r * 0.15}H{number(x + r * 0.86 * math.sqrt(1 - (i * 0.17) ** 2))}",
                stroke="#7d4f22",
                stroke_width=3,
                opacity=0.55,
                fill="none",
            )


def _fire(canvas: Canvas) -> None:
    canvas.path(
        "M620 960V800A180 150 0 0 1 980 800V960Z",
        fill=canvas.glow((0, "#fff0a8"), (0.4, "#ff9a3a"), (0.8, "#b5300f"), (1, "#3a0d08"), at=(0.5, 0.85), r=0.8),
    )
    for x, tall in ((680, 110), (750, 160), (820, 190), (890, 140), (940, 96)):
        canvas.path(
            f"M{x - 30} 956Q{x - 36} {956 - tall * 0.5} {x + 6} {956 - tall}Q{x + 34} {956 - tall * 0.4} {x + 28} 956Z",
            fill="#ffd45e",
            opacity=0.85,
        )


def _wok_of_leaf(canvas: Canvas) -> None:
    canvas.ellipse(800, 628, 480, 96, fill="#17191d")
    canvas.ellipse(800, 616, 480, 92, fill=canvas.across((0, "#4a4f58"), (0.5, "#2a2d33"), (1, "#565b63")))
    canvas.ellipse(800, 620, 440, 78, fill="#121417")
    with canvas.group(clip_path=canvas.clip('<path d="M360 200H1240V622A440 78 0 0 1 360 622Z"/>')):
        for _ in range(900):
            spread = canvas.rng.gauss(0, 0.42)
            x = 800 + spread * 400
            y = 668 - abs(canvas.rng.gauss(0, 1)) * 62 * math.exp(-(spread**2) * 2.2)
            canvas.ellipse(
                x,
                y,
                17,
                5.5,
                fill=mix("#3f6b2c", "#b9d26a", canvas.rng.random()),
                transform=f"rotate({canvas.rng.randrange(180)} {number(x)} {number(y)})",
            )
    for _ in range(60):
        x, y = canvas.rng.gauss(800, 150), canvas.rng.uniform(400, 570)
        canvas.ellipse(
            x,
            y,
            15,
            5,
            fill=mix("#4d7a33", "#cfe07e", canvas.rng.random()),
            transform=f"rotate({canvas.rng.randrange(180)} {number(x)} {number(y)})",
        )
