"""Diagrams and charts as SVG, their words as paths: the wall in section, a century of breakings, the page's margins."""

from __future__ import annotations

from typing import Any

from service.samples.drawing.canvas import Canvas, smooth
from service.samples.drawing.lettering import SMALL_PRINT, SMALLEST, words_svg

_INK, _RED, _BLUE, _GREY = "#33332f", "#8c2f1f", "#3f7480", "#6f6d65"


def _label(c: Canvas, words: str, x: float, y: float, size: float = SMALLEST, fill: str = _INK, **look: Any) -> None:
    c.add(words_svg(words, x, y, size, fill, opsz=SMALL_PRINT, **look))


def wall_section() -> str:
    """A section through the wall at its lower joint."""
    c = Canvas(1500, 880, "section")
    c.rect(0, 0, 1500, 880, fill="#f4efe3")
    c.rect(0, 430, 640, 450, fill="#bfd6d9")
    c.rect(0, 560, 640, 320, fill="#a6c5ca")
    c.rect(1000, 500, 500, 380, fill="#d0e0e0")
    c.path("M0 760C200 740 420 770 640 790L1000 800C1200 780 1360 760 1500 770V880H0Z", fill="#c5b48d")
    c.path("M560 800L600 150H1000L1060 800Z", fill="#b3a68c", stroke=_INK, stroke_width=4)
    for row in range(6):
        y = 150 + row * 108
        c.line(600 - row * 6.6, y, 1000 + row * 10, y, stroke="#7a705c", stroke_width=3)
        for step in range(4):
            x = 668 + step * 96 + (row % 2) * 44
            if x < 990:
                c.line(x, y, x, y + 108, stroke="#7a705c", stroke_width=3)
    c.path("M560 800L600 150H680L668 800Z", fill="#9aa5a8", stroke=_INK, stroke_width=4)
    c.path(
        "M672 590C760 560 850 570 930 600C962 640 950 700 900 730C820 748 740 736 670 720Z",
        fill="#eaf2f1",
        stroke=_RED,
        stroke_width=5,
    )
    c.path("M672 150L668 590M676 720L668 800", stroke=_RED, stroke_width=9, fill="none")
    c.path("M470 655H660M640 640L664 655L640 670", stroke=_RED, stroke_width=5, fill="none")
    c.line(0, 430, 575, 430, stroke=_BLUE, stroke_width=4, stroke_dasharray="16 10")
    c.line(0, 560, 560, 560, stroke=_BLUE, stroke_width=4)
    c.line(1036, 500, 1500, 500, stroke=_BLUE, stroke_width=4)
    c.rect(586, 132, 428, 22, fill="#d8cfb9", stroke=_INK, stroke_width=4)
    for words, x, y, fill, look in (
        ("High water, springs", 40, 414, _BLUE, {}), ("Mean water", 40, 544, _BLUE, {}), ("Inner basin", 1240, 484, _BLUE, {}),
        ("The strait", 40, 730, _BLUE, {"face": "italic", "size": 44}), ("Concrete, 1958", 566, 104, _INK, {"anchor": "end"}),
        ("Stone, 1936", 1040, 220, _INK, {}), ("Cavity, at least", 1090, 646, _RED, {"weight": 600}), ("3 m deep", 1090, 690, _RED, {"weight": 600}),
        ("Lower joint", 446, 667, _RED, {"weight": 600, "anchor": "end"}),
    ):  # fmt: skip
        _label(c, words, x, y, fill=fill, **look)
    c.line(940, 634, 1078, 634, stroke=_RED, stroke_width=3)
    c.line(580, 112, 632, 200, stroke=_INK, stroke_width=3)
    return c.svg() + "\n"


# Day of the year on which the ice broke, one value for each year from 1970 to 2026.
BREAKING = (
    71, 62, 66, 79, 73, 58, 50, 75, 68, 58, 64, 70, 59, 54, 66, 76, 72, 61, 47, 42, 40, 55, 58, 51, 63, 49, 70, 57,
    44, 60, 56, 49, 62, 55, 58, 66, 41, 43, 39, 54, 61, 57, 44, 63, 39, 47, 45, 52, 59, 41, 40, 46, 51, 43, 39, 40,
    9,
)  # fmt: skip


def breakings() -> str:
    """When the ice broke, 1970 to 2026, with the mean of nine years."""
    c = Canvas(1600, 900, "breakings")

    def at(year: float, day: float) -> tuple[float, float]:
        return 240 + (year - 1970) * 22.8, 90 + (day - 1) * 8.6

    c.rect(0, 0, 1600, 900, fill="#ffffff")
    for day, name in ((1, "1 January"), (32, "1 February"), (60, "1 March"), (80, "21 March")):
        y = at(1970, day)[1]
        c.line(240, y, 1545, y, stroke="#d5d2c8", stroke_width=2)
        _label(c, name, 216, y + 12, fill=_GREY, anchor="end")
    for year in range(1970, 2030, 10):
        x = at(year, 1)[0]
        c.line(x, 800, x, 814, stroke=_GREY, stroke_width=2)
        _label(c, str(year), x, 854, anchor="middle")
    c.line(240, 800, 1545, 800, stroke=_INK, stroke_width=2.5)
    means = [(1970 + i, sum(BREAKING[i - 4 : i + 5]) / 9) for i in range(4, len(BREAKING) - 4)]
    c.path(
        smooth([at(year, mean) for year, mean in means]),
        fill="none",
        stroke=_BLUE,
        stroke_width=8,
        stroke_linecap="round",
        opacity=0.55,
    )
    for i, day in enumerate(BREAKING):
        x, y = at(1970 + i, day)
        c.ellipse(x, y, 8 if day > 30 else 13, fill=_RED if day < 30 else "#51707a")
    x, y = at(2026, 9)
    _label(c, "9 January 2026", x - 30, y + 12, 36, _RED, weight=600, anchor="end")
    x = at(2000.5, 1)[0]
    c.line(x, 574, x, 694, stroke=_BLUE, stroke_width=3)
    _label(c, "Mean of nine years", x, 732, fill=_BLUE, weight=600, anchor="middle")
    return c.svg() + "\n"


def margins() -> str:
    """The canon of a page: how the diagonals of a spread place the text, and what the margins come to."""
    c = Canvas(1600, 1180, "margins")
    c.rect(0, 0, 1600, 1180, fill="#efe8d8")
    left, top, w, h = 130, 110, 670, 960
    c.rect(left + 14, top + 18, w * 2, h, fill="#cdbf9f")
    c.rect(left, top, w * 2, h, fill="#fdfaf2", stroke="#8d8570", stroke_width=2)
    c.line(left + w, top, left + w, top + h, stroke="#b5ab93", stroke_width=3)
    for page in (0, 1):
        x = left + page * w
        inner, outer = w / 9, w * 2 / 9
        text_x = x + (outer if page == 0 else inner)
        c.rect(text_x, top + h / 9, w * 6 / 9, h * 6 / 9, fill="#e5ddc9")
        for row in range(27):
            width = w * 6 / 9 - (c.rng.uniform(60, 260) if row % 9 == 8 else 0)
            c.rect(
                text_x + (18 if row % 9 == 0 else 0),
                top + h / 9 + 12 + row * 23.4,
                width - (18 if row % 9 == 0 else 0),
                5,
                fill="#b6ab92",
            )
    for x1, y1, x2, y2 in ((0, 1, 2, 0), (0, 0, 2, 1), (0, 1, 1, 0), (2, 1, 1, 0)):
        c.line(left + w * x1, top + h * y1, left + w * x2, top + h * y2, stroke=_RED, stroke_width=2.2, opacity=0.75)
    for across in (w / 1.5, w * 4 / 3):
        c.ellipse(left + across, top + h / 3, 12, fill="none", stroke=_RED, stroke_width=4)
    for words, middle, foot in (
        ("2", left + w / 9, top + h * 0.32),
        ("1", left + w * 17 / 18, top + h * 0.32),
        ("1", left + w * 0.5, top + h / 18 + 14),
        ("2", left + w * 0.5, top + h * 8 / 9 + 16),
    ):
        _label(c, words, middle, foot, 46, _RED, face="italic", anchor="middle")
    return c.svg() + "\n"


PICTURES = {
    "harbour-wall-vote/pictures/wall-section.svg": wall_section,
    "tide-tables-data/pictures/breakings.svg": breakings,
    "on-margins/pictures/margins.svg": margins,
}
