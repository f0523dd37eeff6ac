"""Writing tables seen from above: the calligrapher's of the Arabic sample, the letters of the Japanese one."""

from __future__ import annotations

import math
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from service.samples.drawing.canvas import Canvas, Point, mix, number, smooth
from service.samples.drawing.indoors import window
from service.samples.drawing.outdoors import mist, ridge, ripples

_INK = "#15181d"


@cache
def _amiri() -> TTFont:
    spec = find_spec("fontpkg_amiri")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("fontpkg_amiri")
    return TTFont(Path(spec.origin).parent / "files" / "Amiri-Regular.ttf")


def letter(canvas: Canvas, character: str, x: float, y: float, size: float, colour: str = _INK) -> None:
    """Paint one Arabic letter in its lone form; (x, y) is the left end of its baseline."""
    font = _amiri()
    glyphs, scale = font.getGlyphSet(), size / font["head"].unitsPerEm
    pen = SVGPathPen(glyphs, ntos=number)
    glyphs[font.getBestCmap()[ord(character)]].draw(TransformPen(pen, (scale, 0, 0, -scale, x, y)))
    canvas.path(str(pen.getCommands()), fill=colour)


def dot(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    """Paint the calligrapher's measure, a slanted square around (x, y)."""
    with canvas.group(transform=f"translate({number(x)} {number(y)}) rotate(38) skewX(-8)"):
        canvas.rect(-size / 2, -size / 2, size, size, fill=colour)


def table_top(canvas: Canvas, colour: str, planks: int = 5) -> None:
    """Paint a wooden table from straight above, with its grain."""
    rng, width, height = canvas.rng, canvas.width, canvas.height
    canvas.rect(
        0, 0, width, height, fill=canvas.down((0, mix(colour, "#ffffff", 0.08)), (1, mix(colour, "#000000", 0.25)))
    )
    for plank in range(planks):
        top = height * plank / planks
        canvas.rect(0, top, width, height / planks, fill="#000000" if plank % 2 else "#ffffff", opacity=0.05)
        canvas.rect(0, top, width, 4, fill="#000000", opacity=0.3)
        for _ in range(14):
            y = top + rng.uniform(8, height / planks - 8)
            x, reach = rng.uniform(-200, width), rng.uniform(200, 800)
            canvas.path(
                f"M{number(x)} {number(y)}q{number(reach / 2)} {number(rng.uniform(-9, 9))} {number(reach)} 0", fill="none",
                stroke=mix(colour, "#000000", 0.55), stroke_width=2, opacity=0.28,
            )  # fmt: skip


def sheet(canvas: Canvas, x: float, y: float, w: float, h: float, turn: float, colour: str) -> None:
    """Paint a sheet of paper around (x, y), with its shadow."""
    place = f"rotate({turn} {number(x)} {number(y)})"
    with canvas.group(transform=place):
        canvas.rect(x - w / 2 + 10, y - h / 2 + 16, w, h, fill="#05080a", opacity=0.5, filter=canvas.blur(14))
        canvas.rect(
            x - w / 2, y - h / 2, w, h, rx=3,
            fill=canvas.across((0, mix(colour, "#8a6d45", 0.16)), (0.4, colour), (1, mix(colour, "#ffffff", 0.4))),
        )  # fmt: skip


def reed(canvas: Canvas, x: float, y: float, length: float, thick: float, turn: float) -> None:
    """Paint a reed pen whose nib is at (x, y), pointing up before it is turned."""
    cane = canvas.across((0, "#5c3216"), (0.3, "#c4854a"), (0.45, "#e8b678"), (0.7, "#9a5a2b"), (1, "#4a260f"))
    with canvas.group(transform=f"translate({number(x)} {number(y)}) rotate({turn})"):
        canvas.rect(
            -thick / 2 + 9, 70, thick, length - 60, rx=thick / 2, fill="#000000", opacity=0.4, filter=canvas.blur(7)
        )
        canvas.rect(-thick / 2, 96, thick, length - 96, rx=thick * 0.2, fill=cane)
        canvas.path(
            f"M{-thick / 2} 104Q{-thick * 0.42} 60 {-thick * 0.3} 8L{thick * 0.3} 0Q{thick * 0.4} 54 {thick / 2} 104"
            f"Q0 {104 + thick * 0.7} {-thick / 2} 104Z",
            fill=canvas.across((0, "#d9aa6e"), (0.5, "#f6dcae"), (1, "#b98349")),
        )
        canvas.path(f"M{-thick * 0.36} 34L{-thick * 0.3} 8L{thick * 0.3} 0L{thick * 0.36} 30Z", fill=_INK)
        canvas.line(0, 4, 0, 78, stroke="#5c3216", stroke_width=2)
        for share in (0.45, 0.8):
            canvas.rect(-thick / 2 - 1, length * share, thick + 2, 6, rx=3, fill="#54290f", opacity=0.7)


def inkwell(canvas: Canvas, x: float, y: float, r: float) -> None:
    """Paint a brass inkwell from above, silk threads in its ink."""
    canvas.ellipse(x + 14, y + 20, r * 1.04, fill="#000000", opacity=0.5, filter=canvas.blur(14))
    canvas.ellipse(
        x, y, r, fill=canvas.glow((0, "#8a6224"), (0.72, "#c79a4b"), (0.86, "#f3d898"), (1, "#7d5619"), at=(0.45, 0.42))
    )
    canvas.ellipse(x, y, r * 0.74, fill="#3b2a10")
    canvas.ellipse(x, y, r * 0.68, fill=canvas.glow((0, "#2b323c"), (0.5, "#12151a"), (1, "#050607"), at=(0.35, 0.3)))
    for i in range(26):
        angle, reach = i * 2.4, r * 0.6 * canvas.rng.random() ** 0.5
        canvas.path(
            f"M{number(x + math.cos(angle) * reach)} {number(y + math.sin(angle) * reach)}q12 -14 26 -2t18 -9",
            fill="none", stroke="#454d59", stroke_width=2.4, opacity=0.7,
        )  # fmt: skip
    canvas.ellipse(x - r * 0.25, y - r * 0.28, r * 0.2, r * 0.1, fill="#ffffff", opacity=0.22)
    for i in range(24):
        angle = i * math.tau / 24
        canvas.ellipse(x + math.cos(angle) * r * 0.87, y + math.sin(angle) * r * 0.87, 3.2, fill="#6d4a15")


def calligraphers_table(canvas: Canvas) -> None:
    """Paint the lesson's table: a measured alif and a great letter on polished paper, ink and reeds beside it."""
    width, height = canvas.width, canvas.height
    table_top(canvas, "#3c4a3f")
    sheet(canvas, 1010, 520, 1010, 1000, -2.5, "#f3e6c8")
    sheet(canvas, 1000, 505, 950, 760, 1.5, "#fbf1da")
    with canvas.group(transform="rotate(1.5 1000 505)"):
        for y in (236, 430, 624, 818):
            canvas.line(580, y, 1420, y, stroke="#b5653a", stroke_width=1.6, opacity=0.45)
        letter(canvas, "ع", 680, 470, 540)
        letter(canvas, "ا", 1256, 640, 640)
        for i in range(7):
            dot(canvas, 1385, 624 - i * 58, 36, "#b0402c")
        for i, x in enumerate((620, 700, 780, 860, 940, 1020, 1100)):
            dot(canvas, x, 822, 34, mix(_INK, "#fbf1da", 0.06 * i))
    inkwell(canvas, 265, 300, 128)
    for i, (thick, turn) in enumerate(((46, 166), (38, 173), (30, 180), (40, 187))):
        reed(canvas, 130 + i * 84, 600 + i * 34, 520, thick, turn - 176)
    reed(canvas, 1180, 800, 620, 44, -52)
    canvas.rect(
        0,
        0,
        width,
        height,
        fill=canvas.glow(
            (0, "#fff0c4", 0.28),
            (0.45, "#fff0c4", 0),
            (0.5, "#04100c", 0),
            (1, "#04100c", 0.72),
            at=(0.56, 0.42),
            r=0.75,
        ),
    )


def measured_reeds(canvas: Canvas) -> None:
    """Paint six reeds from broad to fine, each under its stroke, its dot and its alif."""
    canvas.rect(
        0,
        0,
        canvas.width,
        canvas.height,
        fill=canvas.glow((0, "#fbf1da"), (0.6, "#f3e4c2"), (1, "#d3b98a"), at=(0.5, 0.4), r=0.8),
    )
    for y in (112, 400):
        canvas.line(90, y, canvas.width - 90, y, stroke="#b5653a", stroke_width=1.5, opacity=0.5)
    for i, thick in enumerate((78, 66, 54, 43, 33, 24)):
        x = 205 + i * 240
        span = thick * 0.62
        letter(canvas, "ا", x + 44, 400, span * 8.6)
        for step in range(7):
            dot(canvas, x - 6, 400 - thick * (0.27 + step * 0.53), thick * 0.37, "#b0402c")
        canvas.path(
            f"M{x - 84} 470L{x - 84 + span * 0.5} {470 - span * 0.8}Q{x} {520 - span} {x + 92} {462 - span * 0.8}"
            f"L{x + 92 - span * 0.5} 462Q{x} 520 {x - 84} 470Z",
            fill=_INK,
        )
        reed(canvas, x + 6, 556, 520, thick, (-2, 1.5, -1, 2, -1.5, 1)[i])


def letter_desk(canvas: Canvas) -> None:
    """Paint a desk under a window, mist on the bay outside, a letter begun and a bundle of others."""
    width, height = canvas.width, canvas.height
    canvas.rect(0, 0, width, height, fill=canvas.across((0, "#c9b79b"), (0.5, "#dccdb1"), (1, "#a8957c")))
    _bay(canvas, 420, 70, 920, 540)
    window(canvas, 420, 70, 920, 540, "#5a3d28", panes=(3, 1))
    canvas.rect(392, 604, 976, 26, fill="#4a3120")
    canvas.rect(0, 690, width, height, fill=canvas.down((0, "#8d5c37"), (0.2, "#7a4a2a"), (1, "#3f2414")))
    canvas.rect(0, 686, width, 12, fill="#b98557")
    for i in range(40):
        y = 704 + (i * 53 % 270)
        canvas.line(
            (i * 397) % width - 200, y, (i * 397) % width + 260, y + 3, stroke="#33190b", stroke_width=2, opacity=0.25
        )
    canvas.path("M330 700L1430 700L1640 990L120 990Z", fill=canvas.down((0, "#fff3d8", 0.34), (1, "#fff3d8", 0.02)))
    canvas.polygon(
        [(690, 742), (1080, 736), (1150, 930), (640, 940)], fill="#1d0f07", opacity=0.4, filter=canvas.blur(10)
    )
    canvas.polygon([(690, 734), (1076, 728), (1142, 920), (642, 930)], fill=canvas.down((0, "#fffaf0"), (1, "#efe2c8")))
    for i in range(9):
        t = 0.1 + i * 0.095
        top, foot = (1052 - i * 39, 738 + i * 0.6), (1104 - i * 49, 912 + i * 0.9)
        canvas.line(*top, *foot, stroke="#c07a5c", stroke_width=1.4, opacity=0.6)
        if i < 5:
            _column_of_script(
                canvas, (top[0] - 17, top[1] + 12), (foot[0] - 21, foot[1] - 10), 1 if i < 4 else 0.42 + t * 0.1
            )
    _fountain_pen(canvas, 846, 818)
    _bundle(canvas, 330, 800)
    _cup(canvas, 1370, 800)
    canvas.rect(
        0,
        0,
        width,
        height,
        fill=canvas.glow((0, "#2a180c", 0), (0.55, "#2a180c", 0), (1, "#2a180c", 0.6), at=(0.5, 0.42), r=0.72),
    )


def _bay(canvas: Canvas, x: float, y: float, w: float, h: float) -> None:
    with canvas.group(clip_path=canvas.clip(f'<rect x="{x}" y="{y}" width="{w}" height="{h}"/>')):
        canvas.rect(x, y, w, h, fill=canvas.down((0, "#c7d3d6"), (0.5, "#e9e6d8"), (0.62, "#f4e4c8"), (1, "#9fb6bb")))
        ridge(canvas, y + h * 0.6, 190, "#8ba2a8", "#dfe2d9", profile=[0.3, 0.9, 0.4, 0.6, 0.2, 0.7, 0.5])
        mist(canvas, y + h * 0.52, 60, "#f3f0e4", 0.9)
        ridge(canvas, y + h * 0.68, 130, "#5f7d84", "#b6c4c2", profile=[0.9, 0.7, 0.5, 0.15, 0.05, 0.1, 0.5, 0.9])
        canvas.rect(x, y + h * 0.68, w, h * 0.4, fill=canvas.down((0, "#d3d9d1"), (1, "#7f9ba1")))
        ripples(canvas, y + h * 0.7, y + h, "#ffffff", count=70, opacity=0.4, length=0.7)
        mist(canvas, y + h * 0.68, 46, "#f7f3e8", 0.85)
        canvas.path(f"M{x + 560} {y + h * 0.8}q60 16 122 0l-16 20h-88Z", fill="#39474a")
        canvas.line(x + 616, y + h * 0.8, x + 616, y + h * 0.66, stroke="#39474a", stroke_width=4)
        canvas.path(f"M{x + 620} {y + h * 0.67}L{x + 668} {y + h * 0.79}H{x + 620}Z", fill="#e8dcc4")


def _column_of_script(canvas: Canvas, top: Point, foot: Point, share: float) -> None:
    rng, steps = canvas.rng, 11
    for i in range(int(steps * share)):
        t = i / steps
        x, y = top[0] + (foot[0] - top[0]) * t, top[1] + (foot[1] - top[1]) * t
        size = 5 + 3 * t
        canvas.path(
            f"M{number(x - size)} {number(y)}q{number(size)} {number(-size * rng.uniform(0.2, 1))} {number(size * 2)} 0"
            f"m{number(-size)} {number(-size)}q{number(rng.uniform(-5, 5))} {number(size)} {number(rng.uniform(-7, 3))} {number(size * 2)}"
            f"m{number(size)} {number(-size)}q{number(size)} {number(rng.uniform(-3, 4))} {number(-size * 0.6)} {number(size)}",
            fill="none", stroke="#22303c", stroke_width=2.1, stroke_linecap="round",
        )  # fmt: skip


def _fountain_pen(canvas: Canvas, x: float, y: float) -> None:
    with canvas.group(transform=f"translate({x} {y}) rotate(-32)"):
        canvas.rect(30, 12, 330, 16, rx=8, fill="#1d0f07", opacity=0.45, filter=canvas.blur(6))
        canvas.path("M0 0L44 -9V9Z", fill="#e4c376")
        canvas.rect(40, -10, 64, 20, rx=6, fill="#191c22")
        canvas.rect(100, -13, 210, 26, rx=12, fill=canvas.down((0, "#4b1c1c"), (0.3, "#8c3a34"), (1, "#2d0e0e")))
        canvas.rect(104, -13, 8, 26, fill="#e4c376")
        canvas.rect(262, -13, 5, 26, fill="#e4c376")


def _bundle(canvas: Canvas, x: float, y: float) -> None:
    canvas.polygon(
        [(x - 170, y + 6), (x + 190, y - 4), (x + 210, y + 110), (x - 200, y + 116)],
        fill="#1d0f07",
        opacity=0.5,
        filter=canvas.blur(10),
    )
    for i in range(9):
        lift, shift = 84 - i * 14, canvas.rng.uniform(-9, 9)
        paper = ("#e9d9b6", "#f4ead2", "#dcc9a4", "#f7efdd")[i % 4]
        canvas.polygon(
            [(x - 160 + shift, y + lift - 34), (x + 158 + shift, y + lift - 42), (x + 188 + shift, y + lift + 12), (x - 188 + shift, y + lift + 20)],
            fill=paper, stroke="#8d7448", stroke_width=1.5,
        )  # fmt: skip
    canvas.polygon([(x + 106, y - 66), (x + 142, y - 67), (x + 150, y - 46), (x + 112, y - 45)], fill="#b03a2e")
    canvas.line(x - 10, y - 76, x - 6, y + 104, stroke="#8a5a2f", stroke_width=6)
    canvas.path(f"M{x - 178} {y - 34}L{x + 180} {y - 44}", fill="none", stroke="#8a5a2f", stroke_width=6)
    canvas.path(
        f"M{x - 8} {y - 40}q-50 -40 -64 -8q-4 22 64 8q54 -44 70 -12q2 24 -70 12",
        fill="none",
        stroke="#8a5a2f",
        stroke_width=5,
    )


def _cup(canvas: Canvas, x: float, y: float) -> None:
    canvas.ellipse(x + 14, y + 92, 96, 20, fill="#1d0f07", opacity=0.5, filter=canvas.blur(8))
    canvas.path(
        f"M{x - 80} {y - 40}Q{x - 76} {y + 92} {x - 34} {y + 92}H{x + 34}Q{x + 76} {y + 92} {x + 80} {y - 40}Z",
        fill=canvas.across((0, "#31535b"), (0.4, "#6f979c"), (1, "#213d44")),
    )
    canvas.ellipse(x, y - 40, 80, 21, fill="#d9e2dc")
    canvas.ellipse(x, y - 37, 70, 16, fill="#8d9b45")
    with canvas.group(filter=canvas.blur(6), opacity=0.6):
        canvas.path(
            f"M{x - 16} {y - 60}q-28 -44 4 -84t-4 -80M{x + 22} {y - 60}q26 -36 0 -70t4 -60",
            fill="none",
            stroke="#ffffff",
            stroke_width=10,
        )


def tied_letters(canvas: Canvas) -> None:
    """Paint old stamped letters tied with string, on a tatami mat, seen from above."""
    width, height = canvas.width, canvas.height
    canvas.rect(0, 0, width, height, fill="#b9ab78")
    for i in range(0, width, 9):
        canvas.rect(i, 0, 4, height, fill="#9a8c58", opacity=0.45 + 0.2 * (i % 4))
    for y in range(0, height, 46):
        canvas.rect(0, y, width, 3, fill="#6f643c", opacity=0.25)
    canvas.rect(0, 860, width, 140, fill=canvas.down((0, "#27402f"), (1, "#182b20")))
    for i in range(0, width, 90):
        canvas.path(f"M{i} 930l22 -22l22 22l-22 22Z", fill="#8fa06a", opacity=0.4)
    stamps = ("#b03a2e", "#2f5d7c", "#54763b", "#b7822c", "#6a4a7d", "#a8473f", "#3a6b66")
    for i, colour in enumerate(stamps):
        _envelope(
            canvas,
            830 + canvas.rng.uniform(-46, 46),
            450 + canvas.rng.uniform(-24, 24),
            (-9, 6, -4, 9, -6, 3, -2)[i],
            colour,
        )
    string: list[Point] = [(836, 120), (842, 300), (838, 470), (846, 640), (842, 800)]
    canvas.path(smooth(string), fill="none", stroke="#3a2613", stroke_width=13, opacity=0.3, transform="translate(6 8)")
    canvas.path(smooth(string), fill="none", stroke="#8f6a3d", stroke_width=9)
    canvas.path("M330 436C600 448 1080 430 1350 442", fill="none", stroke="#8f6a3d", stroke_width=9)
    canvas.path(
        "M842 440C770 330 650 350 690 420C710 452 790 446 842 440C930 330 1040 360 1000 424C980 452 900 448 842 440M842 440C800 520 760 540 700 590M842 440C880 520 940 540 960 600",
        fill="none",
        stroke="#a47d4c",
        stroke_width=8,
        stroke_linecap="round",
    )
    canvas.ellipse(842, 440, 17, 14, fill="#8f6a3d")
    canvas.polygon([(980, 0), (1500, 0), (900, height), (330, height)], fill="#fff2cc", opacity=0.12)
    canvas.rect(
        0, 0, width, height, fill=canvas.glow((0, "#20160a", 0), (0.5, "#20160a", 0), (1, "#20160a", 0.6), r=0.75)
    )


def _envelope(canvas: Canvas, x: float, y: float, turn: float, stamp: str) -> None:
    paper = canvas.rng.choice(("#efe2c4", "#f5ecd8", "#e3d2ac", "#f2e7d0"))
    sheet(canvas, x, y, 980, 560, turn, paper)
    with canvas.group(transform=f"rotate({turn} {number(x)} {number(y)})"):
        left, top = x + 350, y - 244
        canvas.rect(left, top, 104, 128, fill="#fbf6ea")
        canvas.rect(left + 9, top + 9, 86, 110, fill=stamp)
        canvas.ellipse(left + 52, top + 56, 27, fill=mix(stamp, "#fff3d6", 0.7))
        canvas.path(f"M{left + 9} {top + 119}v-34l26 -22l20 20l18 -12l22 24v24Z", fill=mix(stamp, "#10141a", 0.45))
        for row in range(4):
            size = 290 - row * 26
            canvas.path(
                f"M{number(x - 410)} {number(y + 72 + row * 46)}q14 -18 28 0t28 0t28 0t28 -3t28 0t28 2t{size - 160} 0", fill="none", stroke="#33404c",
                stroke_width=5, opacity=0.72, stroke_linecap="round",
            )  # fmt: skip
