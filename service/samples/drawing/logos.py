"""The mastheads of the invented publications that have a drawn one, and the plan of the harbour wall."""

from __future__ import annotations

from service.samples.drawing.canvas import Canvas
from service.samples.drawing.lettering import SMALL_PRINT, SMALLEST, words_svg


def _sheet(width: int, height: int, parts: list[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{"".join(parts)}</svg>\n'
    )


def strait_science() -> str:
    """Strait Science Quarterly: two shores and the water between them."""
    mark = (
        '<rect x="2" y="8" width="84" height="84" fill="#14505c"/>'
        '<path fill="#fff" d="M12 30C28 20 42 38 58 30S78 24 78 24V31S72 30 60 38 28 32 12 40Z'
        "M12 50C28 40 42 58 58 50S78 44 78 44V51S72 50 60 58 28 52 12 60Z"
        'M12 70C28 60 42 78 58 70S78 64 78 64V71S72 70 60 78 28 72 12 80Z"/>'
    )
    return _sheet(720, 100, [
        mark,
        words_svg("Strait Science", 108, 57, 58, "#14262b", face="serif", weight=600),
        words_svg("QUARTERLY", 110, 88, 19, "#14505c", weight=600, tracking=0.34),
    ])  # fmt: skip


def salt_and_rye() -> str:
    """Salt & Rye: an ear of grain between the words."""
    grains = "".join(
        f'<path fill="#b2691c" d="M343 {y}c{side * 4}-12 {side * 17}-15 {side * 21}-24c{side * 5} 13 {side * -2} 24 {side * -21} 30z"/>'
        for y in (44, 60, 76, 92) for side in (-1, 1)
    )  # fmt: skip
    stalk = '<path d="M343 118V24" stroke="#b2691c" stroke-width="3.4" fill="none"/><path fill="#b2691c" d="M343 8c8 8 8 17 0 26c-8-9-8-18 0-26z"/>'
    return _sheet(620, 124, [
        words_svg("Salt &", 10, 96, 104, "#2b2117", face="italic", weight=500),
        stalk, grains,
        words_svg("Rye", 396, 96, 104, "#2b2117", face="italic", weight=500),
    ])  # fmt: skip


_WALL = (
    ("M250 690L560 620L556 602L246 672Z", "#8a7a62", "1889–1895"),
    ("M560 620L900 500L894 482L556 602Z", "#b59d78", "1934–1936"),
    ("M900 500L1250 300L1240 284L894 482Z", "#8d9aa0", "1958"),
)


def wall_plan() -> str:
    """The wall in plan, with its parts, its two joints and the depths before it."""
    c = Canvas(1600, 1000, "plan")
    c.rect(0, 0, 1600, 1000, fill="#dfeae7")
    for step, colour in enumerate(("#e3ecea", "#d3e3e3", "#c1d8da", "#aecbd0", "#9abdc5")):
        drop = step * 92
        c.path(f"M0 {620 + drop * 0.3}C200 {700 + drop} 420 {650 + drop} 640 {590 + drop}S1100 {420 + drop} 1290 {230 + drop * 0.9}S1520 {60 + drop} 1600 {20 + drop}V1000H0Z", fill=colour)  # fmt: skip
    c.path("M0 0H1330C1300 90 1240 130 1150 150C960 190 820 210 700 270C560 340 420 440 330 520C290 560 260 600 246 680C200 690 90 660 0 600Z", fill="#ebe3d0")  # fmt: skip
    c.path("M1330 0C1300 90 1240 130 1150 150C960 190 820 210 700 270C560 340 420 440 330 520C290 560 260 600 246 680", fill="none", stroke="#7d7361", stroke_width=4)  # fmt: skip
    for x, y, w, h, turn in ((150, 520, 46, 30, -50), (210, 440, 52, 30, -46), (290, 385, 46, 32, -42), (380, 320, 54, 30, -38), (470, 262, 46, 28, -34), (560, 214, 54, 30, -28), (660, 172, 46, 28, -22), (120, 420, 40, 28, -50), (250, 320, 44, 28, -40), (360, 240, 44, 26, -36), (770, 130, 40, 26, -16)):  # fmt: skip
        c.rect(x, y, w, h, fill="#cdbf9f", transform=f"rotate({turn} {x} {y})")
    for shape, colour, _ in _WALL:
        c.path(shape, fill=colour, stroke="#3a3a36", stroke_width=3, stroke_linejoin="round")
    _plan_marks(c)
    return c.svg() + "\n"


def _plan_marks(c: Canvas) -> None:
    c.ellipse(1247, 290, 17, fill="#fff", stroke="#3a3a36", stroke_width=4)
    c.ellipse(1247, 290, 6, fill="#8c2f1f")
    for x, y in ((558, 611), (897, 491)):
        c.ellipse(x, y, 25, fill="none", stroke="#8c2f1f", stroke_width=6)
    for words, x, y, size, fill, look in (
        ("Part one, 1889–1895", 330, 762, SMALLEST, "#3a3a36", {}),
        ("Part two, 1934–1936", 690, 652, SMALLEST, "#3a3a36", {}),
        ("Part three, 1958", 1080, 480, SMALLEST, "#3a3a36", {}),
        ("The upper joint", 590, 570, SMALLEST, "#8c2f1f", {"weight": 600, "anchor": "end"}),
        ("The joint left out", 862, 436, SMALLEST, "#8c2f1f", {"weight": 600, "anchor": "end"}),
        ("Ferry stage", 226, 734, SMALLEST, "#3a3a36", {"anchor": "end"}),
        ("The light", 1286, 302, SMALLEST, "#3a3a36", {}),
        ("LINDHAVEN", 100, 190, 38, "#7d7361", {"weight": 600, "tracking": 0.22}),
        ("The strait", 1150, 800, 54, "#4d7d88", {"face": "italic"}),
        ("inner basin", 1010, 322, 40, "#4d7d88", {"face": "italic", "anchor": "end"}),
    ):
        c.add(words_svg(words, x, y, size, fill, opsz=SMALL_PRINT, **look))
    c.rect(100, 920, 335, 9, fill="#3a3a36")
    c.rect(268, 920, 167, 9, fill="#f4efe3", stroke="#3a3a36", stroke_width=2)
    for words, x in (("0", 100), ("100", 268), ("200 m", 435)):
        c.add(words_svg(words, x, 900, SMALLEST, "#3a3a36", opsz=SMALL_PRINT, anchor="middle"))
    c.path("M1490 960V860M1490 850L1474 886H1506Z", stroke="#3a3a36", stroke_width=4, fill="#3a3a36")
    c.add(words_svg("N", 1490, 836, SMALLEST, "#3a3a36", weight=600, anchor="middle"))


PICTURES = {
    "low-ice/pictures/wall-plan.svg": wall_plan,
    "embargoed-survey/pictures/strait-science.svg": strait_science,
    "withdrawn-notice/pictures/strait-science.svg": strait_science,
    "winter-chowder/pictures/salt-and-rye.svg": salt_and_rye,
}
