"""Rooms, tables and what lies on them."""

from __future__ import annotations

import math

from service.samples.drawing.canvas import Canvas, Point, mix, number


def wall(canvas: Canvas, foot: float, colour: str, light: Point = (0.6, 0.4)) -> None:
    """Paint a plastered wall down to `foot`, lit around the point `light` (parts of its box)."""
    bright, dark = mix(colour, "#ffffff", 0.18), mix(colour, "#0d1420", 0.4)
    canvas.rect(0, 0, canvas.width, foot, fill=canvas.glow((0, bright), (0.5, colour), (1, dark), at=light, r=0.85))


def boards(canvas: Canvas, top: float, colour: str, count: int = 7) -> None:
    """Paint a table or floor of planks from `top` to the foot of the sheet, seen from its end."""
    dark = mix(colour, "#000000", 0.5)
    canvas.rect(
        0, top, canvas.width, canvas.height - top, fill=canvas.down((0, mix(colour, "#ffffff", 0.12)), (1, dark))
    )
    centre, rng = canvas.width / 2, canvas.rng
    for i in range(-count, count + 1):
        near = centre + (i + 0.5) * canvas.width / count * 1.5
        far = centre + (i + 0.5) * canvas.width / count * 0.75
        canvas.line(far, top, near, canvas.height, stroke=dark, stroke_width=3, opacity=0.55)
        for _ in range(3):
            shift = rng.uniform(0.1, 0.9) * canvas.width / count
            canvas.line(
                far + shift * 0.75,
                top + rng.uniform(0, 80),
                near + shift * 1.5,
                canvas.height,
                stroke=dark,
                stroke_width=1.3,
                opacity=0.22,
            )


def window(canvas: Canvas, x: float, y: float, w: float, h: float, frame: str, panes: tuple[int, int] = (2, 3)) -> None:
    """Paint a window's frame and bars over what is outside."""
    thick = min(w, h) * 0.045
    canvas.rect(x, y, w, h, fill="none", stroke=frame, stroke_width=number(thick * 1.8))
    for column in range(1, panes[0]):
        canvas.rect(x + w * column / panes[0] - thick / 2, y, thick, h, fill=frame)
    for row in range(1, panes[1]):
        canvas.rect(x, y + h * row / panes[1] - thick / 2, w, thick, fill=frame)
    canvas.rect(x - thick * 2.4, y + h + thick * 0.4, w + thick * 4.8, thick * 1.7, fill=mix(frame, "#ffffff", 0.2))
    canvas.rect(
        x - thick * 2.4, y + h + thick * 2.1, w + thick * 4.8, thick * 0.7, fill=mix(frame, "#000000", 0.5), opacity=0.5
    )


def lamp(canvas: Canvas, x: float, top: float, drop: float, size: float, shade: str, glow: str = "#ffdf9c") -> None:
    """Paint a hanging lamp and the light that it throws."""
    y = top + drop
    canvas.ellipse(x, y + size * 0.4, size * 3.4, fill=canvas.glow((0, glow, 0.55), (0.3, glow, 0.22), (1, glow, 0)))
    canvas.line(x, top, x, y - size * 0.4, stroke=mix(shade, "#000000", 0.4), stroke_width=number(size * 0.05))
    canvas.path(
        f"M{number(x - size)} {number(y + size * 0.2)}C{number(x - size * 0.9)} {number(y - size * 0.4)} {number(x - size * 0.3)} "
        f"{number(y - size * 0.5)} {number(x)} {number(y - size * 0.52)}C{number(x + size * 0.3)} {number(y - size * 0.5)} "
        f"{number(x + size * 0.9)} {number(y - size * 0.4)} {number(x + size)} {number(y + size * 0.2)}Z",
        fill=canvas.across((0, mix(shade, "#000000", 0.35)), (0.6, shade), (1, mix(shade, "#000000", 0.3))),
    )
    canvas.ellipse(x, y + size * 0.2, size, size * 0.13, fill=mix(glow, "#ffffff", 0.4))


def book(canvas: Canvas, x: float, foot: float, w: float, h: float, colour: str, lean: float = 0) -> None:
    """Paint the spine of a standing book, its bottom left corner at (x, foot)."""
    gold = "#d9b56d"
    with canvas.group(transform=f"rotate({lean} {number(x)} {number(foot)})"):
        canvas.rect(
            x,
            foot - h,
            w,
            h,
            rx=number(w * 0.08),
            fill=canvas.across(
                (0, mix(colour, "#000000", 0.35)),
                (0.35, mix(colour, "#ffffff", 0.12)),
                (1, mix(colour, "#000000", 0.45)),
            ),
        )
        for at in (0.1, 0.13, 0.84, 0.87):
            canvas.rect(x, foot - h * (1 - at), w, max(h * 0.008, 1.5), fill=gold, opacity=0.75)
        canvas.rect(x + w * 0.16, foot - h * 0.74, w * 0.68, h * 0.16, fill=mix(gold, "#f4ead2", 0.5), opacity=0.9)
        canvas.rect(x + w * 0.3, foot - h * 0.69, w * 0.4, h * 0.012, fill=colour)
        canvas.rect(x + w * 0.3, foot - h * 0.65, w * 0.4, h * 0.012, fill=colour)


def shelf(canvas: Canvas, left: float, right: float, foot: float, height: float, colours: list[str], wood: str) -> None:
    """Paint a shelf of ledgers between `left` and `right`."""
    rng, x = canvas.rng, left
    canvas.rect(left - 10, foot - height * 1.16, right - left + 20, height * 1.16, fill=mix(wood, "#000000", 0.72))
    while x < right - height * 0.14:
        w = height * rng.uniform(0.1, 0.19)
        if rng.random() < 0.09 and x + w * 2 < right:
            book(canvas, x + w * 0.9, foot, w, height * 0.8, rng.choice(colours), lean=-9)
            x += w * 2.2
            continue
        book(canvas, x, foot, w, height * rng.uniform(0.82, 1), rng.choice(colours))
        x += w * 1.03
    canvas.rect(
        left - 24,
        foot,
        right - left + 48,
        height * 0.1,
        fill=canvas.down((0, mix(wood, "#ffffff", 0.22)), (0.3, wood), (1, mix(wood, "#000000", 0.5))),
    )


def open_book(canvas: Canvas, x: float, y: float, w: float, paper: str, ink: str, rules: int = 13) -> None:
    """Paint a ledger that lies open, seen from above its foot; (x, y) is the middle of its spine."""
    half, deep = w / 2, w * 0.34
    canvas.path(
        f"M{number(x - half * 1.04)} {number(y + deep * 0.54)}L{number(x - half * 0.86)} {number(y - deep * 0.52)}L{number(x + half * 0.86)} "
        f"{number(y - deep * 0.52)}L{number(x + half * 1.04)} {number(y + deep * 0.54)}Z",
        fill="#2f4236",
    )
    for side in (-1, 1):
        edge = [
            (x, y - deep * 0.5),
            (x + side * half * 0.84, y - deep * 0.55),
            (x + side * half, y + deep * 0.46),
            (x, y + deep * 0.5),
        ]
        canvas.path(
            f"M{number(edge[0][0])} {number(edge[0][1])}Q{number(x + side * half * 0.3)} {number(y - deep * 0.68)} {number(edge[1][0])} {number(edge[1][1])}"
            f"L{number(edge[2][0])} {number(edge[2][1])}Q{number(x + side * half * 0.35)} {number(y + deep * 0.3)} {number(edge[3][0])} {number(edge[3][1])}Z",
            fill=canvas.across(
                *(
                    ((0, mix(paper, "#ffffff", 0.2)), (0.8, paper), (1, mix(paper, "#6b5137", 0.5)))
                    if side < 0
                    else ((0, mix(paper, "#6b5137", 0.5)), (0.2, paper), (1, mix(paper, "#ffffff", 0.3)))
                )
            ),
        )
        _lines(canvas, x, y, side * half, deep, ink, rules)


def _lines(canvas: Canvas, x: float, y: float, half: float, deep: float, ink: str, rules: int) -> None:
    rng = canvas.rng
    for row in range(1, rules):
        share = row / rules
        start = half * (0.06 + 0.01 * share)
        end = half * (0.78 + 0.14 * share)
        level = y - deep * 0.5 + deep * 0.95 * share
        canvas.path(
            f"M{number(x + start)} {number(level)}Q{number(x + (start + end) / 2)} {number(level - deep * 0.07)} {number(x + end)} {number(level - deep * 0.03)}",
            fill="none",
            stroke="#8aa0a8",
            stroke_width=1.2,
            opacity=0.6,
        )
        if rng.random() < 0.8:
            canvas.path(
                _script(
                    rng.uniform(0.3, 0.75),
                    x + (start if half > 0 else end) + abs(half) * 0.03,
                    level - deep * 0.035,
                    abs(half) * 0.8,
                    deep,
                    canvas,
                ),
                fill="none",
                stroke=ink,
                stroke_width=2.2,
                stroke_linecap="round",
                opacity=0.8,
            )


def _script(share: float, x: float, y: float, w: float, deep: float, canvas: Canvas) -> str:
    rng, path, step = canvas.rng, f"M{number(x)} {number(y)}", deep * 0.022
    end = x + w * share
    while x < end:
        if rng.random() < 0.16:
            x += step * 2.5
            path += f"M{number(x)} {number(y)}"
        height = deep * rng.choice((0.02, 0.02, 0.025, 0.05))
        path += f"q{number(step * 0.5)} {number(-height)} {number(step)} 0"
        x += step
    return path


def bowl(canvas: Canvas, x: float, y: float, r: float, glaze: str, soup: str) -> None:
    """Paint a bowl of soup seen from straight above."""
    canvas.ellipse(x + r * 0.1, y + r * 0.14, r * 1.04, fill="#0d1119", opacity=0.35, filter=canvas.blur(18))
    canvas.ellipse(
        x,
        y,
        r,
        fill=canvas.glow(
            (0, glaze),
            (0.86, glaze),
            (0.95, mix(glaze, "#ffffff", 0.5)),
            (1, mix(glaze, "#000000", 0.35)),
            at=(0.42, 0.4),
            r=0.62,
        ),
    )
    canvas.ellipse(x, y, r * 0.86, fill=mix(glaze, "#000000", 0.4))
    canvas.ellipse(
        x + r * 0.01,
        y + r * 0.015,
        r * 0.82,
        fill=canvas.glow(
            (0, mix(soup, "#ffffff", 0.3)), (0.6, soup), (1, mix(soup, "#7a4a1c", 0.4)), at=(0.4, 0.38), r=0.7
        ),
    )
    for i in range(64):
        canvas.path(
            f"M{number(x + r * 0.91 * math.cos(i * math.tau / 64))} {number(y + r * 0.91 * math.sin(i * math.tau / 64))}l4 3",
            stroke=mix(glaze, "#1d2b3a", 0.6),
            stroke_width=5,
            opacity=0.5,
            stroke_linecap="round",
        )


def mussel(canvas: Canvas, x: float, y: float, size: float, turn: float) -> None:
    """Paint an open mussel seen from above."""
    with canvas.group(transform=f"translate({number(x)} {number(y)}) rotate({turn}) scale({size / 100})"):
        canvas.path(
            "M-50 6C-40 -26 4 -34 40 -20C58 -12 58 12 38 20C6 32 -36 26 -50 6Z",
            fill=canvas.down((0, "#3c465c"), (1, "#141a28")),
        )
        canvas.path(
            "M-42 4C-32 -18 4 -24 36 -13C46 -8 46 8 34 13C6 22 -30 18 -42 4Z",
            fill=canvas.down((0, "#dfe3ea"), (1, "#8f9db4")),
        )
        canvas.path(
            "M-22 2C-14 -14 10 -15 26 -7C36 -1 30 10 18 11C2 14 -16 12 -22 2Z",
            fill=canvas.down((0, "#f0ab55"), (1, "#c86f2b")),
        )


def chunk(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    """Paint a cut piece of potato or fish."""
    rng, count = canvas.rng, canvas.rng.randrange(4, 6)
    turn = rng.uniform(0, math.tau)
    points = [
        (
            x + math.cos(turn + i * math.tau / count) * size * rng.uniform(0.8, 1.15),
            y + math.sin(turn + i * math.tau / count) * size * rng.uniform(0.65, 1),
        )
        for i in range(count)
    ]
    canvas.polygon(
        [(px + size * 0.1, py + size * 0.2) for px, py in points],
        fill=mix(colour, "#5a3410", 0.6),
        opacity=0.5,
        stroke_linejoin="round",
    )
    canvas.polygon(
        points,
        fill=canvas.down((0, mix(colour, "#ffffff", 0.35)), (1, colour)),
        stroke=mix(colour, "#ffffff", 0.2),
        stroke_width=number(size * 0.16),
        stroke_linejoin="round",
    )


def sprig(canvas: Canvas, x: float, y: float, size: float, turn: float, colour: str = "#4d6b34") -> None:
    """Paint a sprig of dill or thyme."""
    with canvas.group(
        transform=f"translate({number(x)} {number(y)}) rotate({turn}) scale({size / 100})",
        stroke=colour,
        fill="none",
        stroke_linecap="round",
    ):
        canvas.path("M-50 10C-20 -4 20 4 52 -8", stroke_width=3.4)
        for i in range(9):
            at = -38 + i * 10.5
            for side in (-1, 1):
                canvas.path(f"M{at} {4 - i * 1.1}q8 {side * 9} 20 {side * (17 - i)}", stroke_width=2.6)


def slice_of_bread(canvas: Canvas, x: float, y: float, size: float, turn: float) -> None:
    """Paint a slice of dark bread seen from above."""
    with canvas.group(transform=f"translate({number(x)} {number(y)}) rotate({turn}) scale({size / 100})"):
        canvas.path(
            "M-46 44C-62 10 -58 -40 -30 -46C-10 -56 14 -55 34 -46C60 -38 62 12 48 44C20 52 -20 52 -46 44Z",
            fill="#0d1119",
            opacity=0.3,
            transform="translate(5 8)",
        )
        canvas.path(
            "M-46 44C-62 10 -58 -40 -30 -46C-10 -56 14 -55 34 -46C60 -38 62 12 48 44C20 52 -20 52 -46 44Z",
            fill="#5d3a1f",
        )
        canvas.path(
            "M-41 38C-54 8 -50 -34 -26 -39C-8 -48 12 -47 30 -39C52 -32 54 10 43 38C18 45 -18 45 -41 38Z",
            fill=canvas.down((0, "#c99a62"), (1, "#a97743")),
        )
        for _ in range(46):
            canvas.ellipse(
                canvas.rng.uniform(-40, 40),
                canvas.rng.uniform(-34, 36),
                canvas.rng.uniform(0.8, 3),
                canvas.rng.uniform(0.6, 2),
                fill="#7a4d27",
                opacity=0.6,
            )


def spoon(canvas: Canvas, x: float, y: float, size: float, turn: float) -> None:
    """Paint a spoon seen from above."""
    silver = canvas.across((0, "#74808c"), (0.4, "#e8ecef"), (1, "#66727f"))
    with canvas.group(transform=f"translate({number(x)} {number(y)}) rotate({turn}) scale({size / 100})"):
        canvas.path(
            "M-4 -14C-2 20 -3 60 -5 92C-4 100 6 100 7 92C5 60 3 20 5 -14Z",
            fill="#0d1119",
            opacity=0.3,
            transform="translate(4 5)",
        )
        canvas.path("M-3 -14C-1 20 -2 60 -5 92C-4 100 5 100 6 92C3 60 2 20 4 -14Z", fill=silver)
        canvas.ellipse(0.5, -32, 14, 21, fill=silver)
        canvas.ellipse(0.5, -31, 10.5, 17, fill=canvas.down((0, "#5f6b78"), (1, "#c9d1d8")))
