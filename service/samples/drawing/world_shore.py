"""Coasts of the world-language samples: salt pans, a green harbour lamp, two lighthouses."""

from __future__ import annotations

import math

from service.samples.drawing.canvas import Canvas, Point, mix, number, smooth
from service.samples.drawing.harbour import beam, figure, lighthouse, rowing_boat
from service.samples.drawing.outdoors import clouds, gull, mist, ridge, ripples, sky, sun, water
from service.samples.drawing.world_rail import stars


def salt_pans(canvas: Canvas) -> None:
    """Paint pans of brine in rows towards a low sun, heaps of salt and a man with a rake in front."""
    width, height, far = canvas.width, canvas.height, 380
    sky(canvas, far, (0, "#6f8fb0"), (0.55, "#e9b79b"), (1, "#f9ddb0"))
    clouds(canvas, 60, 260, "#fff0dc", 10, 0.55)
    sun(canvas, 1290, 318, 40, "#fff3cf", halo=7, strength=0.7)
    ridge(canvas, far + 2, 62, "#8a7a92", "#d9a998", profile=[0.5, 0.9, 0.5, 0.3, 0.6, 0.2, 0.1])
    canvas.rect(0, far, width, height - far, fill=canvas.down((0, "#a57c5d"), (1, "#5e4231")))
    rows = 8
    for row in range(rows):
        top, foot = (far + 8 + (height + 40 - far) * (t / rows) ** 1.9 for t in (row + 0.06, row + 0.9))
        _pan_row(canvas, top, foot, row)
    for x, size in ((250, 1.0), (520, 0.78), (745, 0.62)):
        _salt_heap(canvas, x, 790 - (1 - size) * 190, size)
    with canvas.group(transform="translate(1210 0)"):
        figure(canvas, 0, 778, 250, "#2f3d4a", hat="#d8b06a")
        canvas.line(30, 610, 210, 786, stroke="#4a2f1c", stroke_width=9)
        canvas.line(170, 806, 250, 762, stroke="#4a2f1c", stroke_width=14)
        canvas.ellipse(10, 786, 110, 13, fill="#2a1a14", opacity=0.3)
    for x, y in ((300, 130), (372, 160), (440, 118)):
        gull(canvas, x, y, 46, "#6b5a66", tilt=6)


def _pan_row(canvas: Canvas, top: float, foot: float, row: int) -> None:
    middle, columns = canvas.width * 0.62, 9
    colours = ("#e7a59a", "#f0d7cc", "#d98f8c", "#b9c7bd", "#f6e4da", "#c97f86")
    spread = 0.42 + row * 0.2

    def edge(column: float, y: float) -> float:
        depth = (y - 380) / (canvas.height - 380)
        return middle + (column - columns / 2) * (150 + 420 * depth) + spread * 0

    for column in range(-3, columns + 3):
        a, b = column + 0.04, column + 0.96
        points = [(edge(a, top), top), (edge(b, top), top), (edge(b, foot), foot), (edge(a, foot), foot)]
        colour = colours[(column * 5 + row * 3) % len(colours)]
        canvas.polygon(points, fill=canvas.down((0, mix(colour, "#fff0d2", 0.55)), (1, colour)))
        canvas.line(*points[0], *points[1], stroke="#fdf6ea", stroke_width=number(1 + row * 0.6), opacity=0.8)
        if canvas.rng.random() < 0.5:
            x = canvas.rng.uniform(points[3][0], points[2][0])
            canvas.ellipse(x, (top + foot) / 2, 26 + row * 9, 2 + row, fill="#ffffff", opacity=0.5)


def _salt_heap(canvas: Canvas, x: float, foot: float, size: float) -> None:
    w, h = 190 * size, 210 * size
    canvas.ellipse(x - 30 * size, foot, w * 1.3, 20 * size, fill="#2a1a14", opacity=0.32)
    canvas.path(
        f"M{x - w} {foot}Q{x - w * 0.35} {foot - h * 0.62} {x} {foot - h}Q{x + w * 0.4} {foot - h * 0.55} {x + w} {foot}"
        f"Q{x} {foot + 22 * size} {x - w} {foot}Z",
        fill=canvas.across((0, "#b39aa8"), (0.45, "#e6d2d0"), (0.62, "#fff6ea"), (1, "#ffe3c4")),
    )
    for _ in range(int(70 * size)):
        t = canvas.rng.random()
        reach = w * (1 - t) * canvas.rng.uniform(-0.8, 0.8)
        canvas.ellipse(x + reach, foot - h * t * 0.86, 2.6 * size, fill="#ffffff", opacity=0.8)


def pans_from_above(canvas: Canvas) -> None:
    """Paint the maze of pans as a gull sees it, green to rose to white."""
    width, height = canvas.width, canvas.height
    canvas.rect(0, 0, width, height, fill="#6b4c38")
    ramp = ("#4f7d74", "#7e9a78", "#b9a86a", "#cf9367", "#d9837c", "#e7a3a0", "#f0cfc8", "#fbf3ea")
    with canvas.group(transform=f"rotate(-13 {width / 2} {height / 2}) skewX(-9)", filter=canvas.rough(7, 0.008)):
        y, row = -260.0, 0
        while y < height + 260:
            tall = (150, 96, 124, 82, 178)[row % 5]
            x = -340.0 + (row % 3) * 40
            while x < width + 420:
                wide = canvas.rng.choice((110, 150, 210, 270))
                share = min(max((x + y * 0.55) / (width + 420) + canvas.rng.uniform(-0.09, 0.09), 0), 0.999)
                colour = ramp[int(share * len(ramp))]
                canvas.rect(
                    x, y, wide - 9, tall - 9, rx=7,
                    fill=canvas.down((0, mix(colour, "#ffffff", 0.14)), (1, mix(colour, "#3a2a20", 0.1))), stroke="#f3e3cf",
                    stroke_width=2.4, stroke_opacity=0.55,
                )  # fmt: skip
                if share > 0.8:
                    for _ in range(5):
                        canvas.ellipse(
                            x + canvas.rng.uniform(15, wide - 30),
                            y + canvas.rng.uniform(15, tall - 26),
                            6,
                            fill="#ffffff",
                        )
                x += wide
            y += tall
            row += 1
    channel: list[Point] = [(-40, 640), (260, 560), (560, 640), (860, 500), (1180, 560), (1420, 380), (1680, 420)]
    canvas.path(smooth(channel), fill="none", stroke="#5b3f2d", stroke_width=86)
    canvas.path(smooth(channel), fill="none", stroke="#3f6d73", stroke_width=62)
    canvas.path(
        smooth(channel), fill="none", stroke="#8fb5b1", stroke_width=8, opacity=0.5, transform="translate(0 -14)"
    )
    for i in range(26):
        x, y = 520 + canvas.rng.gauss(0, 130), 250 + canvas.rng.gauss(0, 70)
        canvas.path(f"M{number(x)} {number(y)}q8 -9 16 0q-8 5 -16 0", fill=("#f7b7ae", "#fff2ee")[i % 2])


def island_lamp(canvas: Canvas) -> None:
    """Paint an island harbour at night: white houses, a mole with a small green light, a boat at rest."""
    width, height, sea = canvas.width, canvas.height, 600
    sky(canvas, sea, (0, "#0b1730"), (0.6, "#1d3a63"), (1, "#4d7191"))
    stars(canvas, 420, 190)
    ridge(canvas, sea + 2, 150, "#23405f", "#4d7191", profile=[0.1, 0.5, 0.9, 0.6, 0.2, 0.1, 0.05])
    hill: list[Point] = [(760, sea), (900, 520), (1080, 400), (1280, 300), (1480, 250), (1660, 270), (width + 20, 220)]
    canvas.path(smooth(hill) + f"L{width + 20} {sea}Z", fill=canvas.down((0, "#2b3f52"), (1, "#17263a")))
    _cubes(canvas, sea)
    water(canvas, sea, (0, "#36597a"), (0.35, "#1f3d5f"), (1, "#0b1a30"))
    ripples(canvas, sea + 6, height, "#8fb1c9", 130, 0.22)
    for x in (1130, 1290, 1400, 1560):
        for i in range(11):
            half = canvas.rng.uniform(8, 24)
            y = sea + 12 + i * 15
            canvas.rect(
                x - half + canvas.rng.uniform(-9, 9),
                y,
                half * 2,
                3.4,
                rx=1.7,
                fill="#ffd98c",
                opacity=round(0.6 - i * 0.05, 2),
            )
    canvas.polygon(
        [(0, 664), (560, 640), (600, 648), (604, 690), (0, 738)], fill=canvas.down((0, "#5b6b78"), (1, "#1c2836"))
    )
    canvas.polygon([(0, 654), (566, 632), (606, 644), (0, 676)], fill="#8795a0")
    _green_lamp(canvas, 548, 640)
    figure(canvas, 470, 650, 66, "#141d29")
    rowing_boat(canvas, 1010, 800, 250, "#8c4236")
    mist(canvas, sea, 24, "#9db9cc", 0.4)


def _cubes(canvas: Canvas, sea: float) -> None:
    rng = canvas.rng
    for row in range(6):
        for i in range(5 + row * 2):
            x = 1430 - row * 64 + i * 62 + rng.uniform(-14, 14) - 40
            y = 322 + row * 54 + rng.uniform(-12, 12)
            w, h = rng.uniform(46, 66), rng.uniform(40, 56)
            if y + h > sea + 4:
                continue
            wall = mix("#aebccb", "#6f87a2", rng.random() * 0.7)
            canvas.rect(x, y, w, h, fill=canvas.across((0, wall), (1, mix(wall, "#22364e", 0.45))))
            canvas.rect(x - 2, y, w + 4, 5, fill=mix(wall, "#ffffff", 0.3))
            lit = rng.random() < 0.3
            canvas.rect(x + w * 0.3, y + h * 0.34, 11, 15, fill="#ffd98c" if lit else "#2b4f7c")
            if lit:
                canvas.ellipse(
                    x + w * 0.3 + 5, y + h * 0.34 + 8, 30, fill=canvas.glow((0, "#ffd98c", 0.4), (1, "#ffd98c", 0))
                )
    canvas.rect(1502, 262, 70, 62, fill="#b9c7d4")
    canvas.path("M1500 264A37 37 0 0 1 1574 264Z", fill="#3f74ae")
    canvas.line(1537, 228, 1537, 206, stroke="#c9d6e0", stroke_width=4)
    canvas.line(1528, 214, 1546, 214, stroke="#c9d6e0", stroke_width=4)


def _green_lamp(canvas: Canvas, x: float, foot: float) -> None:
    canvas.ellipse(x, foot - 146, 250, fill=canvas.glow((0, "#7dffb8", 0.6), (0.3, "#49d491", 0.22), (1, "#49d491", 0)))
    canvas.path(
        f"M{x - 20} {foot}L{x - 12} {foot - 122}H{x + 12}L{x + 20} {foot}Z",
        fill=canvas.across((0, "#d6dfe4"), (1, "#54677a")),
    )
    canvas.rect(x - 19, foot - 128, 38, 8, fill="#2b3b4a")
    canvas.rect(x - 12, foot - 158, 24, 30, rx=3, fill="#baffd9")
    canvas.path(f"M{x - 17} {foot - 158}L{x} {foot - 178}L{x + 17} {foot - 158}Z", fill="#2b3b4a")
    for i in range(15):
        y = foot + 66 + i * 17
        half = (34 - i * 1.4) * canvas.rng.uniform(0.5, 1.1)
        canvas.rect(
            x + 40 + canvas.rng.uniform(-16, 16) - half,
            y,
            half * 2,
            5,
            rx=2.5,
            fill="#7dffb8",
            opacity=round(0.62 - i * 0.038, 2),
        )


def cliff_light(canvas: Canvas) -> None:
    """Paint a white lighthouse on a cliff at dusk, its beam over the sea and surf on the rocks."""
    width, height, sea = canvas.width, canvas.height, 620
    sky(canvas, sea, (0, "#24365c"), (0.5, "#7a6d92"), (0.82, "#e49c80"), (1, "#f6cf9c"))
    clouds(canvas, 150, 520, "#f3b69a", 12, 0.4)
    water(canvas, sea, (0, "#d39a83"), (0.16, "#6b7290"), (1, "#1b2a48"))
    ripples(canvas, sea, height, "#f7d3ac", 170, 0.4)
    ridge(canvas, sea + 3, 70, "#5d5f82", "#c98f84", profile=[0.1, 0.05, 0.4, 0.7, 0.3, 0.1, 0.02, 0.05])
    beam(canvas, 1262, 222, -1240, 300, "#fff1c4", 0.5)
    cliff: list[Point] = [
        (900, height),
        (936, 850),
        (990, 800),
        (1010, 660),
        (1066, 600),
        (1090, 520),
        (1180, 486),
        (1400, 470),
        (1600, 500),
        (width, 480),
        (width, height),
    ]
    with canvas.group(filter=canvas.rough(9, 0.02)):
        canvas.polygon(cliff, fill=canvas.across((0, "#8c6a62"), (0.25, "#5b4a56"), (1, "#262a40")))
        for _ in range(60):
            x, y = canvas.rng.uniform(950, width), canvas.rng.uniform(560, height)
            if x > 920 + (height - y) * 0.5:
                canvas.path(
                    f"M{number(x)} {number(y)}l{number(canvas.rng.uniform(-30, -8))} {number(canvas.rng.uniform(50, 130))}",
                    fill="none",
                    stroke="#1b2036",
                    stroke_width=6,
                    opacity=0.4,
                )
        canvas.path("M1076 528Q1180 468 1400 462T1780 470L1780 510Q1500 486 1300 500T1076 528Z", fill="#6d7a52")
    lighthouse(canvas, 1262, 490, 330, "#f7efe4", "#98a0b8")
    canvas.polygon(
        [(1360, 486), (1360, 420), (1420, 384), (1480, 420), (1480, 486)],
        fill=canvas.across((0, "#d9d0cc"), (1, "#7c809c")),
    )
    canvas.polygon([(1348, 424), (1420, 376), (1492, 424)], fill="#7a3238")
    canvas.rect(1404, 436, 26, 30, fill="#ffd98c")
    _surf(canvas, 930, 900)
    for x, y, span in ((420, 300, 56), (520, 260, 40), (660, 330, 34)):
        gull(canvas, x, y, span, "#3b3f5c", tilt=-8)


def _surf(canvas: Canvas, x: float, y: float) -> None:
    rng = canvas.rng
    for _ in range(170):
        reach = rng.gauss(0, 1)
        rise = abs(rng.gauss(0, 74)) * math.exp(-reach * reach / 2)
        canvas.ellipse(x + reach * 80, y - rise, rng.uniform(1.5, 5.5), fill="#fff4e2", opacity=0.75)
    foam: list[Point] = [
        (x - 420, y + 34),
        (x - 250, y + 8),
        (x - 110, y + 14),
        (x - 40, y - 26),
        (x + 60, y - 8),
        (x + 130, y + 26),
        (x + 90, y + 60),
        (x - 90, y + 44),
        (x - 260, y + 50),
    ]
    with canvas.group(filter=canvas.rough(16, 0.02)):
        canvas.blob(foam, fill="#ffefdc", opacity=0.9)
        canvas.blob([(px + 14, py + 16) for px, py in foam], fill="#8b8aa2", opacity=0.45)
    ripples(canvas, y - 30, y + 90, "#fff2e0", 46, 0.7, middle=x - 180, spread=0.3, length=0.8)


def storm_light(canvas: Canvas) -> None:
    """Paint a brick lighthouse on a dune in a winter storm, a lamp lit in the keeper's house."""
    width, height = canvas.width, canvas.height
    sky(canvas, 700, (0, "#131a26"), (0.6, "#33404f"), (1, "#66727c"))
    clouds(canvas, 40, 480, "#0c121b", 16, 0.65)
    clouds(canvas, 120, 560, "#8592a0", 9, 0.3)
    beam(canvas, 1120, 212, -1160, 260, "#ffe9b8", 0.6)
    beam(canvas, 1120, 212, 700, 150, "#ffe9b8", 0.4)
    water(canvas, 640, (0, "#4e5d69"), (1, "#1a242f"), foot=height)
    _breakers(canvas)
    dune: list[Point] = [
        (560, height),
        (700, 800),
        (880, 716),
        (1040, 680),
        (1240, 672),
        (1500, 700),
        (width + 20, 660),
    ]
    canvas.path(
        smooth(dune) + f"L{width + 20} {height}Z", fill=canvas.down((0, "#cfd4d6"), (0.5, "#8f979c"), (1, "#4c545c"))
    )
    lighthouse(canvas, 1120, 690, 500, "#a8503c", "#4c1f1a")
    _keepers_house(canvas)
    for _ in range(90):
        x, y = canvas.rng.uniform(620, width), canvas.rng.uniform(700, height)
        if y > 690 + max(0, 900 - x) * 0.4:
            canvas.path(
                f"M{number(x)} {number(y)}q14 -26 {number(canvas.rng.uniform(30, 52))} -30",
                fill="none",
                stroke="#6b5f42",
                stroke_width=2.6,
                opacity=0.7,
            )
    _sleet(canvas)


def _keepers_house(canvas: Canvas) -> None:
    canvas.polygon(
        [(1220, 694), (1220, 596), (1304, 540), (1388, 596), (1388, 696)],
        fill=canvas.across((0, "#7d3d30"), (1, "#3a1b18")),
    )
    canvas.polygon([(1204, 602), (1304, 528), (1404, 602)], fill="#dfe5e8")
    canvas.ellipse(1300, 640, 120, fill=canvas.glow((0, "#ffcf7a", 0.55), (1, "#ffcf7a", 0)))
    canvas.rect(1278, 618, 44, 44, fill="#ffdf94")
    canvas.path("M1300 618V662M1278 640H1322", fill="none", stroke="#3a1b18", stroke_width=5)


def _sleet(canvas: Canvas) -> None:
    width = canvas.width
    height = canvas.height
    for _ in range(420):
        x, y, reach = canvas.rng.uniform(0, width), canvas.rng.uniform(0, height), canvas.rng.uniform(8, 30)
        canvas.line(
            x,
            y,
            x + reach,
            y + reach * 0.22,
            stroke="#f4f8fb",
            stroke_width=number(canvas.rng.uniform(1, 3.4)),
            opacity=0.6,
        )


def _breakers(canvas: Canvas) -> None:
    for row in range(6):
        y, step = 668 + row * 52, 120 + row * 26
        crest: list[Point] = [
            (x + canvas.rng.uniform(-20, 20), y + (i % 2) * (12 + row * 5))
            for i, x in enumerate(range(-200, 1300, step))
        ]
        body = smooth(crest) + "V990H-200Z"
        canvas.path(
            body,
            fill=canvas.down(
                (0, mix("#5a6a76", "#33424e", row / 6)), (0.3, mix("#3d4b57", "#1a242e", row / 6)), (1, "#151d26")
            ),
        )
        with canvas.group(filter=canvas.rough(10, 0.03)):
            canvas.path(smooth(crest), fill="none", stroke="#e8eef1", stroke_width=number(3 + row * 1.6), opacity=0.8)
        for x, top in crest[::2]:
            for _ in range(12):
                canvas.ellipse(
                    x + canvas.rng.gauss(0, 30),
                    top - abs(canvas.rng.gauss(0, 16)),
                    canvas.rng.uniform(1, 3.4),
                    fill="#f2f6f8",
                    opacity=0.7,
                )
