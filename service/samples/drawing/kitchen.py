"""Pictures of `winter-chowder`: the bowl from above, and the board with bread and fish."""

from __future__ import annotations

import math

from service.samples.drawing import indoors
from service.samples.drawing.canvas import Canvas, mix


def _cloth(c: Canvas, ground: str, stripe: str) -> None:
    c.rect(
        0,
        0,
        c.width,
        c.height,
        fill=c.glow(
            (0, mix(ground, "#ffffff", 0.2)), (0.6, ground), (1, mix(ground, "#0b1018", 0.5)), at=(0.36, 0.3), r=0.95
        ),
    )
    for x in range(0, c.width, 190):
        c.rect(x, 0, 46, c.height, fill=stripe, opacity=0.3)
        c.rect(x + 58, 0, 8, c.height, fill=stripe, opacity=0.4)
    for y in range(0, c.height, 190):
        c.rect(0, y, c.width, 46, fill=stripe, opacity=0.22)
        c.rect(0, y + 58, c.width, 8, fill=stripe, opacity=0.3)


def bowl() -> Canvas:
    """Chowder in a blue bowl, seen from above."""
    c = Canvas(1900, 1260, "bowl")
    _cloth(c, "#c9b68f", "#7c4a2c")
    x, y, r = 880, 640, 470
    c.ellipse(x + 30, y + 40, r * 1.22, fill="#0d1119", opacity=0.3, filter=c.blur(26))
    c.ellipse(x, y, r * 1.2, fill=c.glow((0, "#e9e2d0"), (0.85, "#ded4bd"), (1, "#a59a80"), at=(0.4, 0.36), r=0.66))
    indoors.bowl(c, x, y, r, "#3d6478", "#f0d9a6")
    _filling(c, x, y, r)
    indoors.spoon(c, 1560, 560, 440, 14)
    indoors.slice_of_bread(c, 250, 990, 330, -24)
    indoors.slice_of_bread(c, 190, 760, 320, 12)
    for i, turn in enumerate((20, -40, 75)):
        indoors.mussel(c, 1560 + i * 110, 1090 + (i % 2) * 70, 170, turn)
    indoors.sprig(c, 330, 250, 260, -30)
    indoors.sprig(c, 230, 330, 200, 12)
    return c


def _filling(c: Canvas, x: float, y: float, r: float) -> None:
    rng = c.rng

    def place(reach: float = 0.66) -> tuple[float, float]:
        turn, out = rng.uniform(0, math.tau), r * reach * rng.random() ** 0.5
        return x + math.cos(turn) * out, y + math.sin(turn) * out

    for _ in range(8):
        px, py = place()
        c.ellipse(px, py, rng.uniform(30, 70), rng.uniform(20, 45), fill="#fff3d2", opacity=0.35, filter=c.blur(9))
    for colour, count, size in (("#f3dc9c", 11, 46), ("#f6efe2", 8, 54), ("#e58f6d", 6, 46), ("#e8862f", 9, 20)):
        for _ in range(count):
            indoors.chunk(c, *place(), size * rng.uniform(0.75, 1.15), colour)
    for _ in range(4):
        indoors.mussel(c, *place(0.55), 150, rng.uniform(0, 360))
    for _ in range(38):
        px, py = place(0.72)
        c.ellipse(px, py, rng.uniform(4, 9), fill="#d9952c", opacity=0.55)
    for _ in range(7):
        indoors.sprig(c, *place(0.5), rng.uniform(60, 100), rng.uniform(0, 360))
    for _ in range(60):
        px, py = place(0.75)
        c.ellipse(px, py, 2.6, fill="#2a211a")


def board() -> Canvas:
    """What goes in: a smoked haddock, potatoes, onions, dill, bread."""
    c = Canvas(1800, 1200, "board")
    _cloth(c, "#31474f", "#6f8a8c")
    c.rect(222, 172, 1380, 880, rx=46, fill="#0b0f14", opacity=0.4, filter=c.blur(20))
    c.rect(200, 140, 1380, 880, rx=46, fill=c.down((0, "#c08a52"), (1, "#94602f")))
    for i in range(17):
        level = 175 + i * 50
        c.path(
            f"M215 {level}C600 {level + c.rng.uniform(-22, 22)} 1100 {level + c.rng.uniform(-22, 22)} 1565 {level + c.rng.uniform(-14, 14)}",
            fill="none",
            stroke="#6e431c",
            stroke_width=2.4,
            opacity=0.4,
        )
    _fish(c, 880, 390)
    for px, py, size in ((380, 820, 88), (540, 880, 74), (470, 720, 70)):
        c.ellipse(px + 12, py + 16, size, size * 0.8, fill="#1c1208", opacity=0.4, filter=c.blur(8))
        c.ellipse(
            px,
            py,
            size,
            size * 0.8,
            fill=c.glow((0, "#f0d79a"), (0.6, "#cfa860"), (1, "#82602c"), at=(0.36, 0.3), r=0.8),
        )
        for _ in range(6):
            c.ellipse(
                px + c.rng.uniform(-0.6, 0.6) * size,
                py + c.rng.uniform(-0.45, 0.45) * size,
                4,
                3,
                fill="#6b4c20",
                opacity=0.7,
            )
    for px, py in ((840, 850), (1000, 800)):
        _onion(c, px, py, 92)
    indoors.sprig(c, 760, 690, 220, 8)
    indoors.sprig(c, 1180, 700, 260, -16)
    for i in range(3):
        indoors.slice_of_bread(c, 1190 + i * 100, 810 - i * 12, 270, -8 + i * 9)
    return c


def _fish(c: Canvas, x: float, y: float) -> None:
    body = "M-480 0C-420 -96 -250 -138 -60 -130C140 -122 300 -60 400 -22C450 -60 500 -104 548 -112C530 -60 526 -20 530 12C536 52 552 92 566 126C510 112 450 72 404 34C300 84 120 128 -80 132C-270 136 -430 90 -480 0Z"
    with c.group(transform=f"translate({x} {y}) rotate(-4)"):
        c.path(body, fill="#1c1208", opacity=0.42, transform="translate(14 22)", filter=c.blur(9))
        c.path("M-120 -128C-60 -196 70 -190 150 -112ZM-40 130C20 176 110 164 150 112Z", fill="#8f6a33")
        c.path(body, fill=c.down((0, "#7d5a2c"), (0.3, "#c8913f"), (0.62, "#ecc878"), (1, "#c99a56")))
        c.path("M-300 -8C-100 -40 160 -30 390 2", fill="none", stroke="#5e3f1c", stroke_width=6, opacity=0.7)
        for row in range(6):
            for i in range(20):
                c.path(
                    f"M{-280 + i * 30 + (row % 2) * 15} {-74 + row * 28}q12 10 0 22",
                    fill="none",
                    stroke="#6e4a20",
                    stroke_width=2.6,
                    opacity=0.4,
                )
        c.path("M-330 -104C-286 -50 -286 56 -326 106", fill="none", stroke="#5e3f1c", stroke_width=8)
        c.ellipse(-398, -26, 22, fill="#efe2bd")
        c.ellipse(-398, -26, 12, fill="#1b1712")
        c.path("M-478 4C-452 14 -430 16 -412 12", fill="none", stroke="#5e3f1c", stroke_width=6)


def _onion(c: Canvas, x: float, y: float, r: float) -> None:
    c.ellipse(x + 12, y + 16, r, r * 0.9, fill="#1c1208", opacity=0.4, filter=c.blur(8))
    c.ellipse(x, y, r, r * 0.92, fill="#8c3d54")
    for step, tone in (
        (0.9, "#f5e6ea"),
        (0.78, "#c9849a"),
        (0.7, "#f7ecef"),
        (0.54, "#c9849a"),
        (0.47, "#f7ecef"),
        (0.3, "#c9849a"),
        (0.24, "#f7ecef"),
    ):
        c.ellipse(x, y, r * step, r * step * 0.92, fill=tone)


PICTURES = {
    "winter-chowder/pictures/bowl.jpg": bowl,
    "winter-chowder/pictures/board.jpg": board,
}
