"""The survey ship over its section of the sea, and the press that was given the web."""

from __future__ import annotations

import math

from service.samples.drawing import harbour, indoors, outdoors
from service.samples.drawing.canvas import Canvas, mix, smooth


def survey() -> Canvas:
    """A ship above a section of the strait: the warm layer over the sill."""
    c = Canvas(1900, 1150, "survey")
    top = 330
    outdoors.sky(c, top, (0, "#cfdcdc"), (1, "#f5efe0"))
    outdoors.clouds(c, 30, 240, "#ffffff", 7, 0.8)
    c.rect(0, top, 1900, 820, fill=c.down((0, "#6fb0b8"), (0.25, "#2f7f90"), (0.6, "#155066"), (1, "#0b2c40")))
    for i in range(9):
        level = top + 40 + i * 62
        points = [(x, level + 12 * math.sin(x / 170 + i)) for x in range(-40, 1990, 90)]
        c.path(smooth(points), fill="none", stroke="#ffffff", stroke_width=2, opacity=0.16)
    _sill(c)
    harbour.trawler(c, 960, top + 22, 420, "#14505c", "#f5efe0", "#ffd98a")
    c.rect(0, top + 12, 1900, 22, fill="#6fb0b8", opacity=0.6)
    _probe(c)
    return c


def _sill(c: Canvas) -> None:
    bed = [
        (-10, 1010),
        (260, 1000),
        (480, 960),
        (690, 860),
        (860, 760),
        (960, 740),
        (1060, 770),
        (1220, 890),
        (1420, 990),
        (1680, 1020),
        (1910, 1030),
    ]
    for lift, colour, opacity in (
        (190, "#f2b25a", 0.28),
        (150, "#ee9440", 0.45),
        (104, "#e3702c", 0.7),
        (58, "#cf4f22", 0.85),
    ):
        upper = [(x, y - lift * (1.15 - x / 2700) + 10 * math.sin(x / 110 + lift)) for x, y in bed]
        c.path(
            smooth(upper) + "L1910 1160L-10 1160Z",
            fill=c.across((0, colour, opacity), (0.75, colour, opacity * 0.8), (1, colour, 0.05)),
        )
    c.path(smooth(bed) + "L1910 1160L-10 1160Z", fill=c.down((0, "#8c7a5c"), (0.4, "#5d4f3b"), (1, "#2c251c")))
    for _ in range(260):
        x = c.rng.uniform(640, 1300)
        y = 760 + abs(x - 960) * 0.42 + c.rng.uniform(12, 130)
        c.ellipse(
            x, y, c.rng.uniform(4, 14), c.rng.uniform(3, 9), fill=mix("#a8977a", "#3f3527", c.rng.random()), opacity=0.8
        )


def _probe(c: Canvas) -> None:
    c.line(1164, 250, 1164, 640, stroke="#0b1c26", stroke_width=3)
    c.path("M1140 640H1188V720H1140ZM1150 620H1178V640H1150Z", fill="#f5efe0", stroke="#0b1c26", stroke_width=5)
    for x in (1148, 1161, 1174):
        c.rect(x, 650, 7, 60, fill="#b5472d")
    for i in range(3):
        c.path(
            f"M{1120 - i * 26} {690 + i * 14}q-22 -30 0 -60",
            fill="none",
            stroke="#ffffff",
            stroke_width=3,
            opacity=0.5 - i * 0.12,
        )


def press() -> Canvas:
    """A hand press at night, with far too much paper."""
    c = Canvas(1900, 1150, "press")
    indoors.wall(c, 900, "#4a4258", (0.5, 0.35))
    indoors.boards(c, 880, "#5f4a3c", 7)
    indoors.lamp(c, 950, 0, 90, 120, "#2c5a52")
    iron = c.across((0, "#15181f"), (0.4, "#464d5c"), (1, "#12151b"))
    for side in (-1, 1):
        x = 950 + side * 230
        c.path(f"M{x - 46} 1010L{x - 34} 330H{x + 34}L{x + 46} 1010Z", fill=iron)
        c.path(f"M{x - 92} 1040L{x - 46} 980H{x + 46}L{x + 92} 1040Z", fill="#15181f")
    c.path("M680 350C700 250 820 236 950 236S1200 250 1220 350L1190 410H710Z", fill=iron)
    c.path("M860 236C880 180 1020 180 1040 236Z", fill="#d0a24a")
    c.rect(905, 400, 90, 190, fill=c.across((0, "#6b4c22"), (0.5, "#f0cf86"), (1, "#6b4c22")))
    for y in range(410, 580, 24):
        c.path(f"M905 {y}L995 {y + 16}", stroke="#6b4c22", stroke_width=7)
    c.rect(770, 590, 360, 56, fill=iron)
    c.path("M990 500L1420 440L1424 462L990 524Z", fill=iron)
    c.ellipse(1432, 450, 34, 24, fill="#7d4b2c")
    c.polygon([(640, 760), (1260, 760), (1330, 830), (570, 830)], fill=c.down((0, "#6b4a30"), (1, "#3c2818")))
    c.rect(570, 830, 760, 40, fill="#2a1c11")
    tones = ("#f4ecd9", "#e9dec4", "#fbf6ea")
    for i in range(64):
        side = -1 if i % 2 else 1
        share = i / 64
        left = 950 + side * (260 + 640 * share) + c.rng.gauss(0, 40)
        level = 1090 - 330 * math.sin(share * 3) * c.rng.random() + c.rng.gauss(0, 16)
        _sheet(c, left, level, c.rng.uniform(110, 190), c.rng.uniform(-50, 50), c.rng.choice(tones))
    c.path("M760 740C740 700 800 650 950 650S1160 690 1140 740Z", fill="#f4ecd9")
    for i in range(5):
        c.path(f"M{800 + i * 8} {688 + i * 11}H{1100 - i * 6}", stroke="#8b8577", stroke_width=3)
    c.rect(
        0,
        0,
        1900,
        1150,
        fill=c.glow((0, "#ffdfa0", 0.2), (0.55, "#ffdfa0", 0), (1, "#07060c", 0.55), at=(0.5, 0.4), r=0.75),
    )
    return c


def proof() -> Canvas:
    """The desk in Bell Yard, with the list."""
    c = Canvas(1700, 1130, "proof")
    indoors.wall(c, 760, "#4a4258", (0.3, 0.4))
    indoors.shelf(c, 900, 1660, 420, 260, ["#6b4a7c", "#2f6f7c", "#b5472d", "#c9902e", "#3c4a5a"], "#5f4a3c")
    indoors.lamp(c, 420, 0, 190, 150, "#2c5a52")
    indoors.boards(c, 740, "#7a5a44", 6)
    c.ellipse(820, 1010, 640, 90, fill="#08060a", opacity=0.45, filter=c.blur(28))
    indoors.open_book(c, 800, 930, 1060, "#f4ecd9", "#2b2733", 12)
    for x, y, turn in ((1400, 900, 14), (1470, 960, -9), (200, 980, -16)):
        _sheet(c, x, y, 230, turn, "#fbf6ea")
    c.path("M1060 800L1290 900L1284 914L1054 812Z", fill="#b5472d")
    c.path("M1290 900L1320 921L1284 914Z", fill="#f0dcb4")
    c.rect(
        0,
        0,
        1700,
        1130,
        fill=c.glow((0, "#ffdfa0", 0.32), (0.5, "#ffdfa0", 0.03), (1, "#07060c", 0.5), at=(0.27, 0.4), r=0.9),
    )
    return c


def _sheet(c: Canvas, x: float, y: float, w: float, turn: float, tone: str) -> None:
    h, accent = w * 0.72, c.rng.choice(("#b5472d", "#2f6f7c", "#c9902e", "#6b4a7c"))
    with c.group(transform=f"translate({x:.0f} {y:.0f}) rotate({turn:.0f})"):
        c.rect(-w / 2 + 6, -h / 2 + 8, w, h, fill="#0c0a10", opacity=0.4)
        c.rect(-w / 2, -h / 2, w, h, fill=tone)
        c.rect(-w / 2, -h / 2, w, h * 0.12, fill=mix(tone, "#000000", 0.14))
        for dot in range(3):
            c.ellipse(-w / 2 + 9 + dot * 9, -h / 2 + h * 0.06, 2.8, fill=accent)
        c.rect(-w * 0.42, -h * 0.28, w * 0.36, h * 0.4, fill=accent, opacity=0.75)
        for row in range(5):
            c.rect(0, -h * 0.28 + row * h * 0.11, w * c.rng.uniform(0.24, 0.42), h * 0.035, fill="#77715f")
        c.rect(-w * 0.42, h * 0.24, w * 0.7, h * 0.04, fill="#77715f")


PICTURES = {
    "embargoed-survey/pictures/survey.jpg": survey,
    "every-hard-thing/pictures/press.jpg": press,
    "every-hard-thing/pictures/proof.jpg": proof,
}
