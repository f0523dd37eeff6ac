"""Boats, walls, houses and what else stands about a harbour."""

from __future__ import annotations

from collections.abc import Callable

from service.samples.drawing.canvas import Canvas, mix, number


def reflected(canvas: Canvas, waterline: float, draw: Callable[[], None], opacity: float = 0.45) -> None:
    """Paint what `draw` paints, and its broken mirror image below `waterline`."""
    rippled = canvas.rippled(22)
    state = canvas.rng.getstate()
    mirror = f"translate(0 {number(waterline * 2)}) scale(1 -1)"
    with canvas.group(filter=rippled, opacity=opacity), canvas.group(transform=mirror):
        draw()
    canvas.rng.setstate(state)
    draw()


def sailing_boat(canvas: Canvas, x: float, y: float, size: float, hull: str, sail: str, lean: float = 0) -> None:
    """Paint a small yawl with its sail half set, afloat at (x, y); `size` is the length of its hull."""
    rig = mix(hull, "#000000", 0.35)
    with canvas.group(transform=f"translate({number(x)} {number(y)}) rotate({lean}) scale({size / 200})"):
        canvas.path("M-8 -10L-6 -205L-1 -205L2 -10Z", fill=rig)
        canvas.path(
            "M4 -196C40 -140 62 -92 74 -44C50 -36 26 -34 4 -38Z",
            fill=canvas.across((0, mix(sail, "#000000", 0.2)), (0.5, sail), (1, mix(sail, "#ffffff", 0.2))),
        )
        canvas.path(
            "M-10 -190C-30 -130 -52 -80 -88 -30C-62 -32 -34 -32 -10 -36Z",
            fill=canvas.across((0, mix(sail, "#ffffff", 0.4)), (1, mix(sail, "#ffffff", 0.12))),
        )
        canvas.path("M-4 -36L84 -40L84 -37L-4 -31Z", fill=rig)
        canvas.path(
            "M-102 -22C-70 -12 60 -12 104 -26C98 -4 84 8 72 10L-66 10C-84 4 -94 -8 -102 -22Z",
            fill=canvas.down((0, mix(hull, "#ffffff", 0.12)), (1, mix(hull, "#000000", 0.3))),
        )
        canvas.path("M-102 -22C-70 -12 60 -12 104 -26L103 -21C60 -7 -70 -7 -100 -17Z", fill=mix(hull, "#ffffff", 0.55))
        for end in (-96, 98):
            canvas.line(-4, -203, end, -24, stroke=rig, stroke_width=0.9, opacity=0.7)


def trawler(canvas: Canvas, x: float, y: float, size: float, hull: str, house: str, light: str = "#ffd98a") -> None:
    """Paint an inshore fishing boat, afloat at (x, y); `size` is the length of its hull."""
    rig = mix(hull, "#000000", 0.4)
    with canvas.group(transform=f"translate({number(x)} {number(y)}) scale({size / 200})"):
        canvas.path(
            "M-52 -34L-52 -78L-14 -78L-8 -34Z", fill=canvas.across((0, mix(house, "#000000", 0.25)), (1, house))
        )
        canvas.path("M-57 -84L-8 -84L-8 -76L-57 -76Z", fill=mix(house, "#000000", 0.45))
        for window in (-47, -34, -22):
            canvas.rect(window, -70, 9, 13, fill=light)
        canvas.path("M-34 -84L-33 -150L-30 -150L-29 -84Z", fill=rig)
        canvas.path("M38 -30L41 -128L45 -128L48 -30Z", fill=rig)
        canvas.line(43, -124, -31, -148, stroke=rig, stroke_width=1.1)
        canvas.line(43, -126, 98, -52, stroke=rig, stroke_width=1.1)
        canvas.line(43, -118, 4, -46, stroke=rig, stroke_width=3)
        canvas.line(-32, -146, -98, -30, stroke=rig, stroke_width=0.9)
        canvas.ellipse(-31.5, -152, 2.6, fill=light)
        canvas.path(
            "M-104 -34C-60 -26 30 -26 62 -38C78 -44 96 -56 108 -60C102 -34 92 -8 78 10L-88 10C-98 -4 -103 -20 -104 -34Z",
            fill=canvas.down((0, mix(hull, "#ffffff", 0.1)), (0.72, hull), (0.73, "#7a2f26"), (1, "#4e1f1c")),
        )
        canvas.path(
            "M-104 -34C-60 -26 30 -26 62 -38C78 -44 96 -56 108 -60L106 -53C92 -48 76 -37 62 -31C30 -19 -60 -19 -103 -27Z",
            fill=mix(hull, "#ffffff", 0.6),
        )
        for fender in (-70, -34, 6):
            canvas.ellipse(fender, -12, 5, 7, fill=rig)


def rowing_boat(canvas: Canvas, x: float, y: float, size: float, colour: str, rower: bool = False) -> None:
    """Paint an open boat, with someone at the oars if `rower`."""
    dark = mix(colour, "#000000", 0.4)
    with canvas.group(transform=f"translate({number(x)} {number(y)}) scale({size / 200})"):
        if rower:
            canvas.path("M-16 -22C-20 -54 -4 -74 14 -72C30 -70 32 -40 26 -20Z", fill=dark)
            canvas.ellipse(22, -84, 12, 14, fill=dark)
            canvas.path("M10 -92C14 -104 34 -102 36 -88Z", fill=colour)
            canvas.path("M10 -58L-26 -36L-18 -30L18 -48Z", fill=dark)
            canvas.line(-26, -34, 60, 16, stroke=dark, stroke_width=3.4)
            canvas.line(-26, -34, -112, 10, stroke=dark, stroke_width=3.4)
        canvas.path(
            "M-104 -30C-60 -14 60 -14 104 -32C98 -8 80 8 62 10L-62 10C-82 8 -98 -10 -104 -30Z",
            fill=canvas.down((0, colour), (1, dark)),
        )
        canvas.path(
            "M-104 -30C-60 -14 60 -14 104 -32L102 -26C60 -8 -60 -8 -102 -24Z", fill=mix(colour, "#ffffff", 0.45)
        )


def stone_wall(
    canvas: Canvas, top: float, foot: float, light: str, dark: str, tide: float | None = None, courses: int = 11,
    weed: str = "#39462f",
) -> None:  # fmt: skip
    """Paint a wall of squared stone seen face on, stained below the line `tide`."""
    rng = canvas.rng
    canvas.rect(0, top, canvas.width, foot - top, fill=mix(dark, "#000000", 0.45))
    with canvas.group(filter=canvas.rough(9, 0.025)):
        heights = [rng.uniform(0.75, 1.3) * (1 + 0.7 * i / courses) for i in range(courses)]
        y = top
        scale = (foot - top) / sum(heights)
        for height in (share * scale for share in heights):
            _course(canvas, y, height, light, dark, tide, weed)
            y += height


def _course(
    canvas: Canvas, y: float, height: float, light: str, dark: str, tide: float | None, weed: str
) -> None:  # fmt: skip
    rng, x = canvas.rng, -canvas.rng.uniform(0, 120)
    wet = 0.0 if tide is None else min(max((y + height / 2 - tide) / (height * 1.6), 0), 1)
    while x < canvas.width:
        width = height * rng.uniform(1.1, 3.1)
        tone = mix(mix(light, dark, rng.random() ** 1.3 * 0.8), weed, wet * rng.uniform(0.55, 0.85))
        corner, gap = height * 0.09, max(height * 0.035, 2)
        box = {"x": number(x + gap), "y": number(y + gap), "width": number(width - 2 * gap),
               "height": number(height - 2 * gap), "rx": number(corner)}  # fmt: skip
        shape = " ".join(f'{key}="{value}"' for key, value in box.items())
        canvas.add(
            f'<rect {shape} fill="{canvas.down((0, mix(tone, "#ffffff", 0.14)), (0.25, tone), (1, mix(tone, "#000000", 0.22)))}"/>'
        )
        if rng.random() < 0.5:
            canvas.ellipse(
                x + width * rng.uniform(0.2, 0.8), y + height * rng.uniform(0.3, 0.7), width * rng.uniform(0.08, 0.26),
                height * rng.uniform(0.06, 0.2), fill=mix(tone, "#000000", 0.3), opacity=0.35,
            )  # fmt: skip
        x += width


def quay(canvas: Canvas, left: float, right: float, top: float, foot: float, light: str, dark: str) -> None:
    """Paint a quay in side view: coping stones, face and the wet foot of it."""
    canvas.rect(
        left,
        top,
        right - left,
        foot - top,
        fill=canvas.down((0, mix(light, dark, 0.55)), (0.5, dark), (1, mix(dark, "#000000", 0.4))),
    )
    rng, height = canvas.rng, (foot - top) / 4
    for row in range(1, 4):
        x = left + rng.uniform(0, height)
        while x < right:
            width = height * rng.uniform(1.2, 2.6)
            canvas.rect(
                x,
                top + row * height - height * 0.2,
                min(width, right - x) - 2,
                height * 0.92,
                fill=mix(light, dark, rng.uniform(0.5, 1)),
                opacity=0.28,
            )
            x += width
    canvas.rect(left, top - 3, right - left, 9, fill=light)


def house(
    canvas: Canvas,
    x: float,
    foot: float,
    width: float,
    height: float,
    wall: str,
    roof: str,
    lit: str,
    share: float = 0.3,
) -> None:
    """Paint a gabled quay house with its windows; `share` of them are lit."""
    rng, gable = canvas.rng, width * 0.42
    top = foot - height
    canvas.polygon(
        [(x, foot), (x, top), (x + width / 2, top - gable), (x + width, top), (x + width, foot)],
        fill=canvas.down((0, mix(wall, "#ffffff", 0.07)), (1, mix(wall, "#000000", 0.2))),
    )
    canvas.path(
        f"M{number(x - width * 0.05)} {number(top + width * 0.03)}L{number(x + width / 2)} {number(top - gable - width * 0.03)}"
        f"L{number(x + width * 1.05)} {number(top + width * 0.03)}",
        fill="none", stroke=roof, stroke_width=number(width * 0.06), stroke_linejoin="miter",
    )  # fmt: skip
    canvas.rect(x + width * rng.uniform(0.18, 0.3), top - gable * 0.95, width * 0.09, gable * 0.6, fill=roof)
    rows, columns = max(round(height / (width * 0.5)), 1), 3 if width > 70 else 2
    pane_w, pane_h = width * 0.13, width * 0.2
    for row in range(rows):
        for column in range(columns):
            left = x + width * (column + 0.5) / columns - pane_w / 2
            y = top + height * (row + 0.28) / rows
            canvas.rect(left, y, pane_w, pane_h, fill=lit if rng.random() < share else mix(wall, "#000000", 0.5))
            canvas.rect(left + pane_w * 0.45, y, pane_w * 0.1, pane_h, fill=wall)


def terrace(
    canvas: Canvas,
    left: float,
    right: float,
    foot: float,
    width: float,
    walls: list[str],
    roof: str,
    lit: str,
    share: float = 0.3,
) -> None:
    """Paint a row of houses of uneven height along the quay."""
    rng, x = canvas.rng, left
    while x < right - width * 0.6:
        across = width * rng.uniform(0.8, 1.25)
        house(canvas, x, foot, across, across * rng.uniform(0.75, 1.5), rng.choice(walls), roof, lit, share)
        x += across * rng.uniform(0.98, 1.08)


def church(canvas: Canvas, x: float, foot: float, height: float, colour: str, lit: str) -> None:
    """Paint a church with a spire, standing at (x, foot)."""
    unit = height / 10
    canvas.polygon(
        [
            (x, foot),
            (x, foot - unit * 2.4),
            (x + unit * 1.6, foot - unit * 3.9),
            (x + unit * 5, foot - unit * 3.9),
            (x + unit * 5.6, foot - unit * 2.4),
            (x + unit * 5.6, foot),
        ],
        fill=mix(colour, "#ffffff", 0.06),
    )
    canvas.polygon(
        [
            (x - unit * 1.3, foot),
            (x - unit * 1.3, foot - unit * 5.6),
            (x - unit * 0.3, foot - unit * 10),
            (x + unit * 0.7, foot - unit * 5.6),
            (x + unit * 0.7, foot),
        ],
        fill=colour,
    )
    canvas.rect(x - unit * 0.36, foot - unit * 11, unit * 0.12, unit * 1.2, fill=colour)
    canvas.ellipse(x - unit * 0.3, foot - unit * 4.9, unit * 0.4, fill=lit)
    for window in (1.6, 2.9, 4.2):
        canvas.path(
            f"M{number(x + unit * window)} {number(foot - unit * 0.7)}v{number(-unit)}a{number(unit * 0.25)} "
            f"{number(unit * 0.3)} 0 0 1 {number(unit * 0.5)} 0v{number(unit)}Z",
            fill=lit,
            opacity=0.8,
        )


def crane(canvas: Canvas, x: float, foot: float, height: float, colour: str, jib: float = -1) -> None:
    """Paint a dockside crane; `jib` is -1 for an arm to the left, 1 to the right."""
    stroke = height * 0.022
    top = foot - height
    with canvas.group(stroke=colour, stroke_width=number(stroke), fill="none", stroke_linecap="square"):
        for leg in (-0.13, 0.13):
            canvas.line(x + height * leg, foot, x + height * leg * 0.35, top + height * 0.3)
        for rung in range(4):
            y, half = foot - height * 0.16 * rung, height * (0.13 - 0.019 * rung)
            canvas.line(x - half, y, x + half * 0.85, y - height * 0.16, stroke_width=number(stroke * 0.5))
            canvas.line(x + half, y, x - half * 0.85, y - height * 0.16, stroke_width=number(stroke * 0.5))
        tip_x, tip_y = x + jib * height * 0.62, top
        canvas.line(x, top + height * 0.3, tip_x, tip_y)
        canvas.line(x + jib * height * 0.03, top + height * 0.22, tip_x, tip_y, stroke_width=number(stroke * 0.5))
        canvas.line(x, top + height * 0.08, tip_x, tip_y, stroke_width=number(stroke * 0.4))
        canvas.line(x, top + height * 0.08, x, top + height * 0.3, stroke_width=number(stroke * 0.8))
        canvas.line(
            x, top + height * 0.08, x - jib * height * 0.16, top + height * 0.26, stroke_width=number(stroke * 0.4)
        )
        canvas.line(tip_x, tip_y, tip_x, tip_y + height * 0.4, stroke_width=number(stroke * 0.35))
    canvas.rect(x - height * 0.09, top + height * 0.24, height * 0.18, height * 0.12, fill=colour)
    canvas.rect(tip_x - stroke, tip_y + height * 0.4, stroke * 2, stroke * 2.4, fill=colour)


def lighthouse(
    canvas: Canvas, x: float, foot: float, height: float, light: str, dark: str, lamp: str = "#ffe6a3"
) -> None:
    """Paint a lighthouse that stands at (x, foot)."""
    base, neck = height * 0.11, height * 0.062
    top = foot - height * 0.8
    body = f"M{number(x - base)} {number(foot)}L{number(x - neck)} {number(top)}L{number(x + neck)} {number(top)}L{number(x + base)} {number(foot)}Z"
    canvas.path(
        body,
        fill=canvas.across(
            (0, mix(light, dark, 0.75)), (0.4, mix(light, dark, 0.25)), (0.75, light), (1, mix(light, dark, 0.3))
        ),
    )
    band = canvas.clip(f'<path d="{body}"/>')
    with canvas.group(clip_path=band):
        for low, high in ((0.2, 0.36), (0.55, 0.7)):
            canvas.rect(
                x - base,
                foot - height * high,
                base * 2,
                height * (high - low),
                fill=canvas.across((0, mix(dark, "#000000", 0.3)), (0.7, dark), (1, mix(dark, "#000000", 0.2))),
            )
    canvas.rect(x - neck * 1.5, top - height * 0.02, neck * 3, height * 0.022, fill=mix(dark, "#000000", 0.4))
    canvas.rect(x - neck * 0.85, top - height * 0.115, neck * 1.7, height * 0.095, fill=lamp)
    for bar in (-0.85, -0.3, 0.3, 0.75):
        canvas.rect(x + neck * bar, top - height * 0.115, neck * 0.12, height * 0.095, fill=mix(dark, "#000000", 0.4))
    canvas.path(
        f"M{number(x - neck)} {number(top - height * 0.112)}Q{number(x)} {number(top - height * 0.22)} {number(x + neck)} {number(top - height * 0.112)}Z",
        fill=mix(dark, "#000000", 0.3),
    )
    canvas.rect(x - 1.5, top - height * 0.2, 3, height * 0.05, fill=mix(dark, "#000000", 0.3))


def beam(canvas: Canvas, x: float, y: float, length: float, spread: float, colour: str, opacity: float = 0.4) -> None:
    """Paint a beam of light from (x, y), to the right if `length` is positive."""
    fill = (
        canvas.across((0, colour, opacity), (1, colour, 0))
        if length > 0
        else canvas.across((0, colour, 0), (1, colour, opacity))
    )
    canvas.polygon([(x, y - 3), (x + length, y - spread), (x + length, y + spread), (x, y + 3)], fill=fill)


def figure(
    canvas: Canvas, x: float, foot: float, height: float, coat: str, hat: str | None = None, step: float = 0.0
) -> None:
    """Paint a small standing person, `height` units tall."""
    with canvas.group(transform=f"translate({number(x)} {number(foot)}) scale({height / 100})"):
        canvas.path(
            f"M-7 -42L{-8 - step * 8} 0L-1 0L0 -38L3 0L{10 + step * 6} 0L9 -42Z", fill=mix(coat, "#000000", 0.45)
        )
        canvas.path(
            "M-9 -82C-15 -66 -16 -48 -14 -34C-4 -30 8 -30 15 -34C16 -50 14 -68 8 -82C3 -86 -4 -86 -9 -82Z",
            fill=canvas.across((0, mix(coat, "#000000", 0.25)), (1, coat)),
        )
        canvas.ellipse(0, -92, 6.4, 7.6, fill=mix("#c99f80", coat, 0.3))
        if hat:
            canvas.path("M-8 -93C-8 -103 8 -103 8 -93Z", fill=hat)
