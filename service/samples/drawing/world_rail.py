"""The night train of the German sample: over its viaduct, and from inside a compartment."""

from __future__ import annotations

import math

from service.samples.drawing.canvas import Canvas, Point, mix, smooth
from service.samples.drawing.outdoors import mist, ridge, sky, sun, tree


def stars(canvas: Canvas, foot: float, count: int, colour: str = "#f4ead2") -> None:
    """Paint stars down to `foot`, fainter towards it."""
    rng = canvas.rng
    for _ in range(count):
        y = foot * rng.random() ** 1.4
        canvas.ellipse(
            rng.uniform(0, canvas.width), y, rng.uniform(0.8, 2.3), fill=colour,
            opacity=round((1 - y / foot) * rng.uniform(0.35, 1), 2),
        )  # fmt: skip


def night_train(canvas: Canvas) -> None:
    """Paint a lit sleeper train on a stone viaduct under snowy mountains."""
    width, height = canvas.width, canvas.height
    sky(canvas, height * 0.75, (0, "#0e1a33"), (0.55, "#23406a"), (1, "#5f7f9f"))
    stars(canvas, height * 0.5, 150)
    sun(canvas, width * 0.8, height * 0.17, 34, "#f6ecd0", halo=7, strength=0.35)
    ridge(canvas, height * 0.56, height * 0.36, "#8fa6c0", "#4c6a8e", profile=[0.2, 0.75, 0.45, 1, 0.5, 0.8, 0.3])
    ridge(canvas, height * 0.68, height * 0.2, "#5b789b", "#2f4c70", profile=[0.6, 0.2, 0.5, 0.2, 0.7, 0.4, 0.8])
    mist(canvas, height * 0.68, 70, "#b8cbdc", 0.5)
    canvas.rect(0, height * 0.67, width, height, fill=canvas.down((0, "#6d8bac"), (0.5, "#4d6b8f"), (1, "#3a567b")))
    _forest(canvas, height * 0.77, "#1c3350", 150, 84)
    mist(canvas, height * 0.8, 60, "#9fb6cc", 0.45)
    _viaduct(canvas, height * 0.62)
    _train(canvas, height * 0.62)
    canvas.path(
        smooth([(0, 850), (260, 800), (620, 872), (980, 842), (1340, 890), (width, 820)])
        + f"L{width} {height}L0 {height}Z",
        fill=canvas.down((0, "#7f9bb8"), (1, "#3f5c7e")),
    )
    _forest(canvas, height * 1.01, "#0d1b30", 40, 210)


def _forest(canvas: Canvas, foot: float, colour: str, count: int, tall: float) -> None:
    rng = canvas.rng
    for i in range(count):
        x = (i + rng.uniform(-0.4, 0.4)) * canvas.width / count
        size, y = tall * rng.uniform(0.55, 1), foot + rng.uniform(-8, 22)
        tree(canvas, x, y, size, mix(colour, "#8fa9c4", rng.uniform(0, 0.12)))


def _viaduct(canvas: Canvas, deck: float) -> None:
    span, foot = 178, canvas.height * 0.97
    stone = canvas.down((0, "#7d8798"), (0.5, "#4f5d75"), (1, "#2d3b55"))
    outline = f"M0 {deck}H{canvas.width}V{foot}H{canvas.width - 20}"
    x = canvas.width - 20.0
    while x > 0:
        top = deck + 62 + (span - 46) / 2
        outline += f"V{top}A{(span - 46) / 2} {(span - 46) / 2} 0 0 0 {x - span + 46} {top}V{foot}H{x - span}"
        x -= span
    canvas.path(outline + f"H0V{deck}Z", fill=stone)
    canvas.rect(0, deck - 3, canvas.width, 13, fill="#aab4c2")
    canvas.rect(0, deck + 10, canvas.width, 5, fill="#2a3650", opacity=0.7)
    for i in range(420):
        y = deck + 18 + (i * 37 % 44)
        canvas.rect((i * 131) % canvas.width, y, 24, 1.6, fill="#2b3853", opacity=0.25)


def _train(canvas: Canvas, rail: float) -> None:
    for index in range(5):
        _coach(canvas, 20 + index * 292, rail - 6, 284, dining=index == 2)
    x, y = 1482, rail - 6
    canvas.path(
        f"M{x} {y - 14}V{y - 84}Q{x} {y - 92} {x + 8} {y - 92}H{x + 150}Q{x + 186} {y - 88} {x + 196} {y - 40}"
        f"L{x + 200} {y - 14}Z",
        fill=canvas.down((0, "#a63c43"), (0.6, "#7a2632"), (1, "#3d1620")),
    )
    canvas.path(f"M{x + 146} {y - 78}H{x + 164}Q{x + 178} {y - 70} {x + 184} {y - 52}H{x + 146}Z", fill="#f7dfa0")
    canvas.rect(x, y - 46, 194, 5, fill="#efe1c4", opacity=0.85)
    for wheel in (30, 66, 132, 168):
        canvas.ellipse(x + wheel, y - 6, 10, fill="#141b2a")
    canvas.polygon(
        [(x + 196, y - 34), (canvas.width + 20, y - 120), (canvas.width + 20, y + 16), (x + 198, y - 20)],
        fill=canvas.across((0, "#ffe9b0", 0.75), (1, "#ffe9b0", 0.05)),
    )
    canvas.ellipse(x + 196, y - 27, 7, fill="#fff6dc")
    canvas.line(x + 60, y - 92, x + 84, y - 118, stroke="#1d2940", stroke_width=3)
    canvas.line(x + 84, y - 118, x + 60, y - 138, stroke="#1d2940", stroke_width=3)
    canvas.line(0, y - 138, canvas.width, y - 138, stroke="#1d2940", stroke_width=2, opacity=0.8)


def _coach(canvas: Canvas, x: float, y: float, length: float, dining: bool) -> None:
    canvas.rect(
        x,
        y - 82,
        length,
        68,
        rx=6,
        fill=canvas.down((0, "#3b4c78"), (0.25, "#2a3a63"), (0.7, "#1f2c4f"), (1, "#141d36")),
    )
    canvas.rect(x + 4, y - 87, length - 8, 8, rx=4, fill="#c4cedb")
    canvas.rect(x, y - 36, length, 3, fill="#c9a45c", opacity=0.9)
    for window in range(9):
        left = x + 17 + window * 28.5
        lit = dining or canvas.rng.random() < 0.45
        colour = canvas.rng.choice(["#ffdf94", "#ffd077", "#f8e6b8"]) if lit else "#0f1730"
        if lit:
            canvas.ellipse(left + 10, y - 58, 34, 30, fill=canvas.glow((0, "#ffd98a", 0.4), (1, "#ffd98a", 0)))
        canvas.rect(left, y - 68, 20, 22, rx=2.5, fill=colour)
        if lit and canvas.rng.random() < 0.5:
            canvas.rect(left, y - 68, 20, 9, fill="#8a3340", opacity=0.85)
        if lit:
            canvas.rect(left - 2, y + 6, 24, 2, fill="#ffdf94", opacity=0.6)
    for wheel in (28, 58, length - 58, length - 28):
        canvas.ellipse(x + wheel, y - 7, 9, fill="#0f1626")
    canvas.rect(x + length, y - 62, 8, 44, fill="#0f1626")


def compartment(canvas: Canvas) -> None:
    """Paint the lower berth under its lamp, a glass of tea, and a village passing outside."""
    width, height = canvas.width, canvas.height
    canvas.rect(0, 0, width, height, fill=canvas.across((0, "#6b4226"), (0.45, "#93602f"), (1, "#5d3620")))
    for x in (0, 330, 1330, 1560):
        canvas.rect(x, 0, 6, height, fill="#3d2414", opacity=0.6)
    _window(canvas, 470, 120, 740, 450)
    _berth(canvas)
    _lamp(canvas, 300, 300)
    _table_and_tea(canvas, 900, 640)
    for x, sway in ((452, 1), (1228, -1)):
        folds: list[Point] = [(x - 62, 96), (x + 62, 96), (x + 54, 360), (x + 30 * sway + 40, 590), (x - 58, 590)]
        canvas.polygon(folds, fill=canvas.across((0, "#8c2c36"), (0.3, "#a93c41"), (0.6, "#7a2430"), (1, "#932f38")))
        for fold in (-34, -8, 22):
            canvas.path(
                f"M{x + fold} 96Q{x + fold - 4} 360 {x + fold + 6 * sway} 590", fill="none", stroke="#5a1822",
                stroke_width=5, opacity=0.6,
            )  # fmt: skip
    canvas.rect(360, 84, 960, 16, rx=8, fill=canvas.down((0, "#e0b667"), (1, "#8a6128")))
    canvas.rect(
        0, 0, width, height, fill=canvas.glow((0.35, "#1a0d08", 0), (1, "#1a0d08", 0.75), at=(0.35, 0.45), r=0.8)
    )


def _window(canvas: Canvas, x: float, y: float, w: float, h: float) -> None:
    canvas.rect(x - 26, y - 26, w + 52, h + 52, rx=34, fill="#4a2d19")
    canvas.rect(x - 14, y - 14, w + 28, h + 28, rx=28, fill=canvas.down((0, "#d9b26a"), (1, "#84602f")))
    with canvas.group(clip_path=canvas.clip(f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="20"/>')):
        canvas.rect(x, y, w, h, fill=canvas.down((0, "#101d3a"), (0.7, "#2e4d78"), (1, "#56779a")))
        for _ in range(60):
            canvas.ellipse(
                x + canvas.rng.uniform(0, w), y + canvas.rng.uniform(0, h * 0.5), 1.6, fill="#f2e8cf", opacity=0.7
            )
        for base, rise, colour in ((0.66, 120, "#3b587d"), (0.78, 80, "#22395c")):
            hills: list[Point] = [
                (x + w * i / 6 - 10, y + h * base - rise * abs(math.sin(i * 1.7 + base * 9))) for i in range(8)
            ]
            canvas.path(smooth(hills) + f"V{y + h}H{x - 10}Z", fill=colour)
        for i in range(16):
            left = x + 250 + i * 27 + canvas.rng.uniform(-6, 6)
            top = y + h * 0.74 + canvas.rng.uniform(-16, 16)
            canvas.polygon(
                [(left, top), (left + 14, top - 13), (left + 28, top), (left + 28, top + 26), (left, top + 26)],
                fill="#12203a",
            )  # noqa: E501
            canvas.rect(left + 9, top + 6, 8, 9, fill="#ffd985")
        canvas.rect(x, y + h * 0.8, w, h * 0.2, fill=canvas.down((0, "#1a2d4b"), (1, "#0d1830")))
        canvas.polygon([(x + 90, y), (x + 190, y), (x + 20, y + h), (x - 80, y + h)], fill="#ffffff", opacity=0.05)


def _berth(canvas: Canvas) -> None:
    width, height = canvas.width, canvas.height
    canvas.path(
        f"M0 640C300 600 620 640 760 660L820 {height}H0Z",
        fill=canvas.down((0, "#f4ead6"), (0.35, "#d8c6a8"), (1, "#8d7a66")),
    )
    canvas.path(
        f"M300 690C520 660 700 676 800 700L860 {height}H180Q220 800 300 690Z",
        fill=canvas.down((0, "#37507c"), (1, "#172747")),
    )
    for i in range(4):
        canvas.path(
            f"M{330 + i * 110} {700 + i * 3}Q{270 + i * 118} 840 {250 + i * 140} {height}", fill="none",
            stroke="#d2a95a", stroke_width=7, opacity=0.55,
        )  # fmt: skip
    canvas.blob(
        [(28, 600), (120, 548), (270, 556), (316, 612), (296, 676), (150, 700), (30, 680)],
        fill=canvas.down((0, "#fff8e8"), (0.6, "#e6d5b6"), (1, "#b39c7c")),
    )
    canvas.path("M70 640Q160 610 260 640", fill="none", stroke="#b9a482", stroke_width=5, opacity=0.6)
    canvas.rect(
        width - 330, 0, 330, height, fill=canvas.across((0, "#4b2c19", 0), (0.2, "#4b2c19", 0.9), (1, "#2e190e"))
    )
    canvas.rect(width - 190, 330, 16, 90, rx=8, fill="#d9b26a")


def _lamp(canvas: Canvas, x: float, y: float) -> None:
    canvas.ellipse(
        x - 60, y + 190, 430, 360, fill=canvas.glow((0, "#ffdf9a", 0.75), (0.4, "#ffcf7a", 0.3), (1, "#ffcf7a", 0))
    )
    canvas.path(
        f"M{x - 120} {y - 60}Q{x - 60} {y - 96} {x - 40} {y - 10}", fill="none", stroke="#cfa55a", stroke_width=10
    )
    canvas.path(
        f"M{x - 104} {y + 62}L{x - 66} {y - 14}H{x - 10}L{x + 28} {y + 62}Z", fill=mix("#ffe6ae", "#e59b4a", 0.25)
    )
    canvas.ellipse(x - 38, y + 62, 66, 10, fill="#fff6dd")


def _table_and_tea(canvas: Canvas, x: float, y: float) -> None:
    canvas.path(
        f"M{x - 60} {y - 12}H{x + 420}L{x + 470} {y + 44}H{x - 20}Z", fill=canvas.down((0, "#a06a34"), (1, "#6d411f"))
    )
    canvas.path(f"M{x - 20} {y + 44}H{x + 470}V{y + 66}H{x - 20}Z", fill="#43260f")
    canvas.rect(x + 210, y + 66, 26, 300, fill="#43260f")
    canvas.ellipse(x + 138, y + 14, 76, 14, fill="#e9dcc0")
    canvas.path(f"M{x + 96} {y - 106}H{x + 180}L{x + 170} {y + 10}H{x + 106}Z", fill="#f6efe0", opacity=0.32)
    canvas.path(
        f"M{x + 99} {y - 76}H{x + 177}L{x + 170} {y + 8}H{x + 106}Z", fill=canvas.down((0, "#d9822f"), (1, "#8f3f14"))
    )
    canvas.path(
        f"M{x + 94} {y - 40}H{x + 182}V{y + 10}H{x + 94}ZM{x + 182} {y - 34}q36 6 26 34q-8 12 -26 8", fill="none",
        stroke="#d8dce2", stroke_width=6,
    )  # fmt: skip
    with canvas.group(filter=canvas.blur(5), opacity=0.6):
        for shift in (0, 26):
            canvas.path(
                f"M{x + 126 + shift} {y - 116}q-26 -40 4 -74t-2 -76", fill="none", stroke="#fff4de", stroke_width=9
            )
    canvas.polygon([(x + 270, y + 20), (x + 370, y - 2), (x + 404, y + 18), (x + 300, y + 38)], fill="#e8dcc3")
    canvas.polygon([(x + 300, y + 38), (x + 404, y + 18), (x + 404, y + 25), (x + 300, y + 46)], fill="#7a2630")
