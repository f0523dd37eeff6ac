"""Streets and rooms of the world-language samples: a bakery, a bookshop, a market at night, a tower of books."""

from __future__ import annotations

import math

from service.samples.drawing.canvas import Canvas, Point, mix, number, smooth
from service.samples.drawing.harbour import figure
from service.samples.drawing.world_rail import stars

_SPINES = ("#8c3b34", "#2f5d7c", "#b7822c", "#4f6b3d", "#6a4a7d", "#d8c49a", "#3a6b66", "#a8613f", "#c9b28a", "#28384a")


def glowing(canvas: Canvas, x: float, y: float, reach: float, strength: float = 0.5, colour: str = "#ffd489") -> None:
    """Paint the light that a lamp at (x, y) throws around itself."""
    canvas.ellipse(x, y, reach, fill=canvas.glow((0, colour, strength), (0.3, colour, strength * 0.4), (1, colour, 0)))


def books(canvas: Canvas, left: float, right: float, foot: float, tall: float, lean: float = 0.06) -> None:
    """Paint a row of standing books between `left` and `right`."""
    rng, x = canvas.rng, left
    while x < right - tall * 0.1:
        w, h = min(tall * rng.uniform(0.12, 0.26), right - x), tall * rng.uniform(0.7, 1)
        colour = rng.choice(_SPINES)
        if rng.random() > lean:
            canvas.rect(
                x,
                foot - h,
                w - 1,
                h,
                rx=1.5,
                fill=canvas.across((0, mix(colour, "#000000", 0.3)), (0.4, colour), (1, mix(colour, "#000000", 0.4))),
            )
            canvas.rect(x + w * 0.2, foot - h * 0.82, w * 0.56, max(1.4, tall * 0.03), fill="#ecd9a8", opacity=0.75)
        x += w


def book_pile(canvas: Canvas, x: float, foot: float, w: float, count: int) -> None:
    """Paint lying books, `count` high, whose lowest stands on `foot` around `x`."""
    y = foot
    for _ in range(count):
        h, half, shift = (
            w * canvas.rng.uniform(0.1, 0.2),
            w * canvas.rng.uniform(0.4, 0.5),
            canvas.rng.uniform(-0.05, 0.05) * w,
        )
        colour = canvas.rng.choice(_SPINES)
        canvas.rect(
            x - half + shift,
            y - h,
            half * 2,
            h - 1.5,
            rx=2,
            fill=canvas.down((0, mix(colour, "#ffffff", 0.15)), (1, mix(colour, "#000000", 0.35))),
        )
        canvas.rect(x - half * 0.6 + shift, y - h * 0.62, half * 0.7, 2, fill="#f0dfb4", opacity=0.7)
        y -= h


def _facade(canvas: Canvas, x: float, w: float, top: float, foot: float, colour: str, lit: float) -> None:
    canvas.rect(
        x,
        top,
        w,
        foot - top,
        fill=canvas.down((0, mix(colour, "#0b1426", 0.45)), (0.7, colour), (1, mix(colour, "#ffcf8a", 0.12))),
    )
    canvas.polygon(
        [(x - 12, top), (x + 20, top - 56), (x + w - 20, top - 56), (x + w + 12, top)],
        fill=mix(colour, "#070d1a", 0.72),
    )
    columns = max(1, int(w // 120))
    for row in range(int((foot - top - 300) // 150)):
        for column in range(columns):
            left, y = x + w * (column + 0.5) / columns - 26, top + 46 + row * 150
            on = canvas.rng.random() < lit
            if on:
                glowing(canvas, left + 26, y + 40, 90, 0.35)
            canvas.rect(left, y, 52, 84, fill="#ffd992" if on else mix(colour, "#0a1222", 0.72))
            canvas.path(
                f"M{left + 26} {y}v84M{left} {y + 36}h52",
                fill="none",
                stroke=mix(colour, "#000000", 0.5),
                stroke_width=3,
            )
            for side in (-28, 54):
                canvas.rect(left + side, y, 26, 84, fill=mix(colour, "#1c3a3f", 0.6))


def _cobbles(canvas: Canvas, top: float, tone: str, light: str, x: float) -> None:
    width, height = canvas.width, canvas.height
    canvas.rect(
        0, top, width, height - top, fill=canvas.down((0, mix(tone, light, 0.18)), (1, mix(tone, "#000000", 0.4)))
    )
    y, row = top, 0
    while y < height:
        tall = 9 + (y - top) * 0.085
        step, start = tall * 2.6, -(row % 2) * tall * 1.3
        for i in range(int(width / step) + 2):
            near = math.exp(-(((start + i * step - x) / 420) ** 2)) * max(0.0, 1 - (y - top) / 420)
            stone = mix(mix(tone, "#000000", canvas.rng.uniform(0, 0.22)), light, near * canvas.rng.uniform(0.3, 0.62))
            canvas.rect(start + i * step, y, step - 2, tall - 2, rx=tall * 0.4, fill=stone)
        y, row = y + tall, row + 1


def _loaf(canvas: Canvas, x: float, y: float, r: float) -> None:
    canvas.ellipse(
        x, y, r, r * 0.66, fill=canvas.glow((0, "#f0bd72"), (0.6, "#c27e38"), (1, "#7a431a"), at=(0.42, 0.3), r=0.75)
    )
    for shift in (-0.36, 0, 0.36):
        canvas.path(
            f"M{number(x + (shift - 0.12) * r)} {number(y + r * 0.2)}Q{number(x + shift * r)} {number(y - r * 0.3)} {number(x + (shift + 0.2) * r)} {number(y - r * 0.42)}",
            fill="none",
            stroke="#fbe6bd",
            stroke_width=number(r * 0.08),
            opacity=0.85,
        )


def night_bakery(canvas: Canvas) -> None:
    """Paint a lit bakery at the corner of a cobbled street after midnight, someone at its door."""
    width, height, ground = canvas.width, canvas.height, 730
    canvas.rect(0, 0, width, ground, fill=canvas.down((0, "#0d1730"), (1, "#33456b")))
    stars(canvas, 300, 80)
    _facade(canvas, -30, 400, 190, ground, "#46547a", 0.08)
    _facade(canvas, 1340, 460, 130, ground, "#3e4a6e", 0.12)
    _facade(canvas, 360, 990, 90, ground, "#6a5f7a", 0.06)
    _cobbles(canvas, ground, "#2a3350", "#ffc978", 830)
    canvas.rect(420, 352, 830, 378, fill="#23403f")
    canvas.rect(420, 352, 830, 62, fill=canvas.down((0, "#2f5653"), (1, "#1b3332")))
    canvas.rect(500, 372, 470, 22, rx=4, fill="#d9b465", opacity=0.95)
    glowing(canvas, 730, 560, 620, 0.5)
    canvas.rect(456, 430, 560, 236, fill=canvas.down((0, "#ffe7ae"), (1, "#f0ab55")))
    for y in (500, 574, 650):
        canvas.rect(456, y, 560, 9, fill="#8a5626")
        for i in range(10):
            _loaf(canvas, 484 + i * 52, y - 19, 24)
    canvas.path("M642 430V666M830 430V666", fill="none", stroke="#23403f", stroke_width=8)
    canvas.rect(1060, 430, 140, 300, fill=canvas.down((0, "#ffe2a2"), (1, "#e39a48")))
    canvas.path("M1060 430H1200V730H1060ZM1060 560H1200", fill="none", stroke="#1b3332", stroke_width=10)
    canvas.polygon([(410, 414), (1260, 414), (1300, 470), (370, 470)], fill=canvas.down((0, "#a23c3a"), (1, "#6d2229")))
    for i in range(0, 13, 2):
        canvas.polygon(
            [(410 + i * 65.4, 414), (410 + (i + 1) * 65.4, 414), (370 + (i + 1) * 71.5, 470), (370 + i * 71.5, 470)],
            fill="#f0e0bf",
            opacity=0.85,
        )
    canvas.polygon(
        [(1060, 730), (1200, 730), (1360, height), (900, height)],
        fill=canvas.down((0, "#ffd489", 0.6), (1, "#ffd489", 0)),
    )
    for x, tall, coat, hat in (
        (1176, 208, "#2b2f4a", None),
        (1292, 196, "#5b2f38", "#22263a"),
        (1370, 214, "#31485a", None),
    ):
        figure(canvas, x, 762, tall, coat, hat)
        canvas.ellipse(x + 60, 766, 86, 9, fill="#0a1020", opacity=0.5)
    canvas.line(1558, 730, 1558, 330, stroke="#141b30", stroke_width=12)
    canvas.path("M1558 340q-6 -50 -66 -44", fill="none", stroke="#141b30", stroke_width=9)
    canvas.path("M1470 300h44l-8 56h-28Z", fill="#ffe3a4")
    glowing(canvas, 1492, 330, 240, 0.6)


def bakehouse(canvas: Canvas) -> None:
    """Paint a brick oven glowing at night, round loaves on a peel, sacks and baskets beside it."""
    width, height = canvas.width, canvas.height
    canvas.rect(0, 0, width, height, fill=canvas.across((0, "#3a2420"), (0.5, "#6b4030"), (1, "#2b1a1a")))
    for row in range(24):
        for i in range(22):
            x, y = i * 84 - (row % 2) * 42, row * 32
            canvas.rect(x, y, 80, 28, fill=mix("#8a4f38", "#3b211b", canvas.rng.random()), opacity=0.55)
    canvas.rect(0, 730, width, height - 730, fill=canvas.down((0, "#6d4a34"), (1, "#2a1a14")))
    _oven(canvas)
    canvas.polygon([(600, 668), (1040, 668), (1110, 770), (560, 770)], fill=canvas.down((0, "#c98f52"), (1, "#8a5a2c")))
    canvas.polygon([(800, 770), (872, 770), (900, height), (790, height)], fill="#8a5a2c")
    for x, y, r in ((690, 724, 72), (850, 716, 72), (986, 726, 70)):
        canvas.ellipse(x, y + 30, r, 14, fill="#3b1f10", opacity=0.5)
        _loaf(canvas, x, y, r)
    _sacks_and_baskets(canvas)
    canvas.rect(
        0,
        0,
        width,
        height,
        fill=canvas.glow((0, "#120808", 0), (0.55, "#120808", 0), (1, "#120808", 0.7), at=(0.5, 0.6), r=0.75),
    )


def _oven(canvas: Canvas) -> None:
    glowing(canvas, 820, 470, 800, 0.55, "#ff9a3d")
    canvas.path("M460 640V430A360 330 0 0 1 1180 430V640Z", fill="#4a2c22")
    for i in range(19):
        angle = math.pi * (1 - i / 18)
        x, y = 820 + math.cos(angle) * 340, 430 - math.sin(angle) * 306
        canvas.add(
            f'<g transform="translate({number(x)} {number(y)}) rotate({number(90 - math.degrees(angle))})"><rect x="-27" y="-34" width="54" height="68" rx="4" fill="{mix("#b06a48", "#6b3a28", canvas.rng.random())}"/></g>'
        )
    canvas.path(
        "M520 640V440A300 270 0 0 1 1120 440V640Z",
        fill=canvas.glow((0, "#fff0b0"), (0.3, "#ffb347"), (0.62, "#c8451c"), (1, "#3b0f0a"), at=(0.5, 0.86), r=0.75),
    )
    canvas.rect(440, 636, 760, 34, fill=canvas.down((0, "#c9b8a4"), (1, "#6d5c50")))
    for x in (640, 760, 880, 1000):
        _loaf(canvas, x, 606, 56)


def _sacks_and_baskets(canvas: Canvas) -> None:
    for x, h in ((80, 330), (230, 270)):
        canvas.path(
            f"M{x} {890}C{x - 30} {890 - h * 0.5} {x - 10} {890 - h} {x + 30} {890 - h}H{x + 130}C{x + 176} {890 - h} {x + 196} {890 - h * 0.4} {x + 160} 890Z",
            fill=canvas.across((0, "#6b5a48"), (0.75, "#cdb894"), (1, "#e9c78f")),
        )
        canvas.path(f"M{x + 22} {896 - h}q58 26 116 0l-8 -40q-50 -22 -100 0Z", fill="#b59c76")
    for y in (250, 420):
        canvas.rect(1290, y, 310, 14, fill="#2b1710")
        for i in range(3):
            canvas.path(
                f"M{1304 + i * 98} {y - 52}q44 -18 84 0l-14 52h-56Z", fill=canvas.across((0, "#d9ab66"), (1, "#7a5426"))
            )
            for band in (16, 32):
                canvas.path(
                    f"M{1308 + i * 98} {y - 52 + band}q42 14 76 0", fill="none", stroke="#5a3a18", stroke_width=3
                )


def lane_bookshop(canvas: Canvas) -> None:
    """Paint a narrow lane at dusk with a tiny bookshop, piles at its threshold and a bicycle."""
    width, ground = canvas.width, 800
    canvas.rect(0, 0, width, ground, fill=canvas.down((0, "#3b3562"), (0.5, "#8a5a72"), (1, "#d98a5c")))
    for x, w, colour in ((0, 560, "#7a5466"), (1230, 540, "#5f4f6e"), (540, 700, "#a8704f")):
        canvas.rect(
            x, 0, w, ground, fill=canvas.down((0, mix(colour, "#1e1733", 0.55)), (1, mix(colour, "#ffb567", 0.18)))
        )
    for x, y in ((130, 150), (340, 150), (1330, 120), (1550, 120)):
        canvas.path(f"M{x} {y + 200}V{y + 50}A55 55 0 0 1 {x + 110} {y + 50}V{y + 200}Z", fill="#2c2440")
        canvas.rect(x - 10, y + 200, 130, 16, fill="#c98a5a")
        canvas.path(f"M{x} {y + 100}H{x + 110}M{x + 55} {y}V{y + 200}", fill="none", stroke="#8a6a72", stroke_width=5)
    _cobbles(canvas, ground, "#3b2f48", "#ffc06a", 880)
    canvas.rect(600, 300, 580, 504, fill="#1f4f58")
    canvas.rect(580, 230, 620, 92, fill=canvas.down((0, "#2a6a74"), (1, "#173c44")))
    canvas.rect(596, 244, 588, 64, fill="none", stroke="#f0c668", stroke_width=4)
    for i, w in enumerate((70, 120, 50, 96)):
        canvas.rect(680 + (0, 92, 234, 306)[i], 268, w, 12, rx=6, fill="#f7dc98")
    canvas.line(672, 266, 1096, 266, stroke="#f7dc98", stroke_width=5)
    glowing(canvas, 890, 560, 640, 0.55, "#ffb95c")
    canvas.rect(640, 340, 500, 460, fill=canvas.down((0, "#ffdf9b"), (1, "#d98b3c")))
    for foot in (426, 514, 602, 690, 778):
        books(canvas, 648, 800, foot, 74)
        books(canvas, 980, 1132, foot, 74)
        canvas.rect(640, foot, 164, 8, fill="#6b3d1c")
        canvas.rect(976, foot, 164, 8, fill="#6b3d1c")
    canvas.rect(806, 340, 168, 460, fill=canvas.down((0, "#fff0c4"), (1, "#e9a552")))
    for foot in (420, 500, 580):
        books(canvas, 816, 964, foot, 66)
    figure(canvas, 888, 792, 220, "#efe6d4", hat="#f6f0e2")
    canvas.polygon([(640, 790), (1140, 790), (1180, 824), (600, 824)], fill=canvas.down((0, "#d9c3a4"), (1, "#8a7260")))
    for x, count, w in ((560, 11, 120), (664, 7, 110), (1214, 9, 124), (1108, 5, 104), (470, 5, 110)):
        book_pile(canvas, x, 842, w, count)
    wire: list[Point] = [
        (420, 180),
        (520, 212),
        (660, 236),
        (800, 228),
        (950, 196),
        (1090, 188),
        (1240, 196),
        (1400, 170),
    ]
    canvas.path(smooth(wire), fill="none", stroke="#1d1630", stroke_width=4)
    for left, top in wire[1:-1]:
        canvas.line(left, top, left, top + 20, stroke="#1d1630", stroke_width=4)
        canvas.ellipse(left, top + 34, 13, 16, fill="#fff1c2")
        glowing(canvas, left, top + 34, 110, 0.6)
    _bicycle(canvas, 1330, 862)


def _bicycle(canvas: Canvas, x: float, y: float) -> None:
    for wheel in (0, 250):
        canvas.ellipse(x + wheel, y - 84, 84, fill="none", stroke="#140f22", stroke_width=9)
        for i in range(8):
            angle = i * math.pi / 8
            canvas.line(
                x + wheel - math.cos(angle) * 80,
                y - 84 - math.sin(angle) * 80,
                x + wheel + math.cos(angle) * 80,
                y - 84 + math.sin(angle) * 80,
                stroke="#140f22",
                stroke_width=1.6,
                opacity=0.7,
            )
    canvas.path(
        f"M{x} {y - 84}L{x + 76} {y - 196}H{x + 212}L{x + 116} {y - 84}ZM{x + 76} {y - 196}L{x + 116} {y - 84}M{x + 212} {y - 196}L{x + 250} {y - 84}M{x + 212} {y - 196}L{x + 200} {y - 234}L{x + 236} {y - 246}M{x + 76} {y - 196}L{x + 68} {y - 220}",
        fill="none",
        stroke="#8a2c2c",
        stroke_width=10,
        stroke_linejoin="round",
    )
    canvas.path(f"M{x + 40} {y - 226}h62q-6 16 -30 16q-26 0 -32 -16Z", fill="#140f22")
    canvas.path(f"M{x + 216} {y - 232}h92l-14 66h-66Z", fill="#b98346", stroke="#6b431c", stroke_width=4)
    canvas.rect(x + 232, y - 258, 40, 34, fill="#2f5d7c", transform=f"rotate(-12 {x + 250} {y - 240})")
