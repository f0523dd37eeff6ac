"""Small things from above: a seller's boat, crates with scales, a tin of slips."""

from __future__ import annotations

import math

from service.samples.drawing.canvas import Canvas, mix, number
from service.samples.drawing.world_desks import sheet, table_top
from service.samples.drawing.world_markets import fruit

_FRUIT = ("#e8912d", "#c8372d", "#7fa63a", "#f2c53d", "#8c3a5e", "#d9622b")


def boat_from_above(canvas: Canvas) -> None:
    """Paint the sweet-seller's boat from straight above, everything on it within reach."""
    _canal(canvas)
    _hull(canvas)
    _pot(canvas)
    _wares(canvas)
    canvas.path(
        "M300 250L260 190M250 200q-60 -60 -100 -40q-6 50 70 74Z", stroke="#8a5a30", stroke_width=14, fill="#b98346"
    )


def _canal(canvas: Canvas) -> None:
    width = canvas.width
    height = canvas.height
    canvas.rect(0, 0, width, height, fill=canvas.glow((0, "#2f7d77"), (0.6, "#1c5c5c"), (1, "#0b363c"), r=0.8))
    for _ in range(90):
        x, y, reach = canvas.rng.uniform(-60, width), canvas.rng.uniform(0, height), canvas.rng.uniform(50, 200)
        canvas.path(
            f"M{number(x)} {number(y)}q{number(reach / 2)} {number(canvas.rng.uniform(-16, 16))} {number(reach)} 0",
            fill="none",
            stroke="#8fd0c2",
            stroke_width=3,
            opacity=0.28,
        )
    for x, y, r in ((170, 150, 54), (280, 90, 38), (1420, 790, 60), (1320, 850, 40), (1480, 120, 44)):
        canvas.path(
            f"M{x} {y}L{x + r} {y - r * 0.2}A{r} {r * 0.9} 0 1 1 {x + r * 0.8} {y - r * 0.6}Z",
            fill=canvas.glow((0, "#8fbf62"), (1, "#3f7d3d")),
        )


def _hull(canvas: Canvas) -> None:
    canvas.path(
        "M60 480Q420 190 900 200Q1320 214 1570 470Q1320 730 900 746Q420 752 60 480Z",
        fill="#06232a",
        opacity=0.5,
        filter=canvas.blur(16),
        transform="translate(10 26)",
    )
    canvas.path(
        "M60 470Q420 190 900 200Q1320 214 1570 470Q1320 720 900 732Q420 742 60 470Z",
        fill=canvas.down((0, "#8a5a30"), (1, "#5a3519")),
    )
    canvas.path(
        "M120 470Q440 226 900 234Q1290 246 1510 470Q1290 688 900 698Q440 706 120 470Z",
        fill=canvas.down((0, "#54321a"), (0.5, "#7a4d28"), (1, "#4a2a14")),
    )
    for x in range(240, 1460, 60):
        half = 226 * (1 - ((x - 815) / 700) ** 2) ** 0.9
        canvas.line(x, 467 - half, x, 467 + half, stroke="#2e1a0c", stroke_width=3, opacity=0.35)


def _pot(canvas: Canvas) -> None:
    canvas.ellipse(470, 466, 150, fill="#20140c", opacity=0.5, filter=canvas.blur(10))
    canvas.ellipse(470, 458, 146, fill=canvas.glow((0, "#9aa3ab"), (0.86, "#cfd6db"), (1, "#6a737b")))
    canvas.ellipse(470, 458, 122, fill=canvas.glow((0, "#fff8e8"), (1, "#e9d9b4")))
    for i in range(60):
        angle, reach = i * 2.4, 112 * math.sqrt(i / 60)
        fruit(
            canvas,
            470 + math.cos(angle) * reach,
            458 + math.sin(angle) * reach,
            12,
            ("#e98fa5", "#8fbf62", "#f4e6c0", "#d9a94a")[i % 4],
        )


def _wares(canvas: Canvas) -> None:
    for i in range(3):
        for j in range(4):
            x, y = 716 + j * 82, 350 + i * 82
            canvas.ellipse(x + 5, y + 8, 36, fill="#20140c", opacity=0.4)
            canvas.ellipse(x, y, 36, fill="#f4efe2")
            canvas.ellipse(x, y, 36, fill="none", stroke="#3a6f94", stroke_width=5)
            canvas.ellipse(x, y, 25, fill="#e9d9b4" if (i + j) % 3 else "#c8a15c")
    for i in range(5):
        canvas.path(
            "M0 0Q70 -46 190 0Q70 46 0 0Z",
            fill=canvas.down((0, "#5f9a4a"), (1, "#2c6230")),
            transform=f"translate({700 + i * 12} {620 + i * 9}) rotate({-6 + i * 5})",
        )
    for i, colour in enumerate(_FRUIT[:4]):
        canvas.ellipse(1150 + (i % 2) * 130, 400 + (i // 2) * 140, 64, fill="#a5733a")
        canvas.ellipse(1150 + (i % 2) * 130, 400 + (i // 2) * 140, 55, fill="#4a2a14")
        for k in range(7):
            angle = k * math.tau / 6
            reach = 0 if k == 6 else 31
            fruit(
                canvas,
                1150 + (i % 2) * 130 + math.cos(angle) * reach,
                400 + (i // 2) * 140 + math.sin(angle) * reach,
                19,
                colour,
            )


def crates_from_above(canvas: Canvas) -> None:
    """Paint crates of fruit and greens from above, with brass scales between them."""
    table_top(canvas, "#5a3a2a", 4)
    goods = ("#e8912d", "#b3243a", "#4f7d3a", "#4a2a55", "#f2c53d", "#d9622b")
    for i, colour in enumerate(goods):
        left, top = 40 + (i % 3) * 520, 36 + (i // 3) * 470
        canvas.rect(left + 10, top + 14, 480, 416, fill="#000000", opacity=0.4, filter=canvas.blur(10))
        canvas.rect(left, top, 480, 416, fill="#b08048")
        canvas.rect(left + 20, top + 20, 440, 376, fill="#2c1a10")
        for _ in range(150):
            x, y = left + canvas.rng.uniform(54, 426), top + canvas.rng.uniform(54, 362)
            tint = mix(colour, ("#ffe9b0", "#2a140c")[canvas.rng.randrange(2)], canvas.rng.uniform(0, 0.2))
            if i == 2:
                canvas.path(
                    "M0 0Q34 -44 6 -92Q-44 -50 0 0Z",
                    fill=tint,
                    stroke="#b9d28a",
                    stroke_width=1.6,
                    transform=f"translate({number(x)} {number(y)}) rotate({canvas.rng.randrange(360)}) scale(.8)",
                )
            elif i == 3:
                canvas.ellipse(
                    x,
                    y,
                    22,
                    46,
                    fill=canvas.across((0, mix(tint, "#000000", 0.4)), (0.4, mix(tint, "#c9a0d6", 0.5)), (1, tint)),
                    transform=f"rotate({canvas.rng.randrange(-40, 40)} {number(x)} {number(y)})",
                )
            else:
                fruit(canvas, x, y, 33 if i != 4 else 27, tint)
        for y in (top, top + 396):
            canvas.rect(left, y, 480, 20, fill=canvas.down((0, "#d6a667"), (1, "#8a5f30")))
    brass = canvas.glow((0, "#f7dfa0"), (0.6, "#c79a4b"), (1, "#7d5619"), at=(0.4, 0.36), r=0.7)
    canvas.rect(566, 470, 500, 22, rx=11, fill="#000000", opacity=0.4, filter=canvas.blur(8))
    canvas.rect(560, 450, 500, 18, rx=9, fill=canvas.down((0, "#f3d898"), (1, "#8a6124")))
    for x in (570, 1050):
        canvas.ellipse(x + 8, 474, 118, fill="#000000", opacity=0.45, filter=canvas.blur(12))
        canvas.ellipse(x, 459, 114, fill=brass)
        canvas.ellipse(x, 459, 96, fill="none", stroke="#7d5619", stroke_width=3)
    for x, y in ((540, 440), (590, 430), (566, 482), (612, 476)):
        fruit(canvas, x, y, 32, "#e8912d")
    canvas.rect(1024, 430, 54, 54, rx=27, fill="#5c4a2a")
    canvas.ellipse(810, 459, 30, fill=brass)


def tin_of_slips(canvas: Canvas) -> None:
    """Paint an open tin of returned slips, tickets and a dry leaf, two books and spectacles beside it."""
    width, height = canvas.width, canvas.height
    table_top(canvas, "#6b4a34", 5)
    _tin(canvas)
    _leaf(canvas)
    _two_books(canvas)
    _spectacles(canvas)
    canvas.rect(
        0,
        0,
        width,
        height,
        fill=canvas.glow((0, "#fff0c4", 0.2), (0.5, "#120a06", 0), (1, "#120a06", 0.65), at=(0.45, 0.45), r=0.75),
    )


def _tin(canvas: Canvas) -> None:
    canvas.rect(316, 176, 760, 560, rx=40, fill="#000000", opacity=0.5, filter=canvas.blur(18))
    canvas.rect(300, 150, 760, 560, rx=38, fill=canvas.across((0, "#8c2f2a"), (0.5, "#c4503f"), (1, "#7a2520")))
    canvas.rect(324, 174, 712, 512, rx=26, fill="#2a1512")
    papers = ("#f4e6c4", "#e9c9b0", "#cfdcc9", "#f2d79a", "#d9cfe0", "#efe9da", "#c9d9e2")
    for i in range(34):
        x, y = 680 + canvas.rng.uniform(-230, 230), 430 + canvas.rng.uniform(-150, 150)
        turn = canvas.rng.uniform(-50, 50)
        sheet(canvas, x, y, 210, 118, turn, papers[i % 7])
        with canvas.group(transform=f"rotate({number(turn)} {number(x)} {number(y)})"):
            for line in range(4):
                canvas.path(
                    f"M{number(x - 84)} {number(y - 30 + line * 22)}q12 -9 24 0t24 0t24 0t{number(canvas.rng.uniform(30, 90))} 0",
                    fill="none",
                    stroke=("#2b3b55", "#6d2f3a")[i % 2],
                    stroke_width=3.4,
                    opacity=0.75,
                )
    for x, y, turn in ((470, 300, -20), (900, 560, 14)):
        canvas.rect(
            x - 84,
            y - 36,
            168,
            72,
            rx=5,
            fill="#d9a35a",
            stroke="#7a4f22",
            stroke_width=3,
            stroke_dasharray="7 6",
            transform=f"rotate({turn} {x} {y})",
        )
        canvas.rect(x - 60, y - 14, 100, 8, fill="#5a3414", transform=f"rotate({turn} {x} {y})")
        canvas.ellipse(x + 56, y, 9, fill="#2a1512", transform=f"rotate({turn} {x} {y})")


def _leaf(canvas: Canvas) -> None:
    canvas.path(
        "M0 0C60 -90 190 -110 260 -30C190 40 70 60 0 0Z",
        fill=canvas.across((0, "#7a5a26"), (1, "#b98a3a")),
        transform="translate(640 420) rotate(-18)",
    )
    canvas.path(
        "M-40 8Q100 -20 256 -30M60 -4L104 -64M110 -14L160 -70M70 0L120 34M130 -14L180 20",
        fill="none",
        stroke="#5a3d14",
        stroke_width=4,
        transform="translate(640 420) rotate(-18)",
    )


def _two_books(canvas: Canvas) -> None:
    for x, y, turn, colour in ((1330, 300, 12, "#2f5d7c"), (1310, 330, -7, "#8c3b34")):
        canvas.rect(
            x - 150,
            y - 206,
            310,
            420,
            rx=6,
            fill="#000000",
            opacity=0.45,
            filter=canvas.blur(12),
            transform=f"rotate({turn} {x} {y})",
        )
        with canvas.group(transform=f"rotate({turn} {x} {y})"):
            canvas.rect(x - 142, y - 200, 296, 406, fill="#efe3c8")
            canvas.rect(
                x - 150,
                y - 206,
                300,
                412,
                rx=5,
                fill=canvas.across(
                    (0, mix(colour, "#000000", 0.45)),
                    (0.08, mix(colour, "#ffffff", 0.14)),
                    (0.12, mix(colour, "#000000", 0.3)),
                    (0.2, colour),
                    (1, mix(colour, "#000000", 0.2)),
                ),
            )
            canvas.rect(x - 90, y - 150, 200, 300, fill="none", stroke="#e0bd72", stroke_width=4)
            canvas.rect(x - 50, y - 70, 120, 12, fill="#e0bd72")
            canvas.rect(x - 30, y - 40, 80, 8, fill="#e0bd72")


def _spectacles(canvas: Canvas) -> None:
    for shift in (0, 150):
        canvas.ellipse(1240 + shift, 740, 64, 56, fill="#dcecf2", opacity=0.22)
        canvas.ellipse(1240 + shift, 740, 64, 56, fill="none", stroke="#1d1a1c", stroke_width=9)
    canvas.path(
        "M1304 736q11 -16 22 0M1176 730q-40 -60 20 -150M1454 730q40 -60 -30 -150",
        fill="none",
        stroke="#1d1a1c",
        stroke_width=8,
    )
