"""Pictures of `first-light`: an hour on the quay, from lamp to school bell."""

from __future__ import annotations

from service.samples.drawing import harbour, indoors, outdoors
from service.samples.drawing.canvas import Canvas, mix, number
from service.samples.drawing.people import Sitter, portrait

_WALLS = ["#7d3f38", "#5d6b6e", "#a98a5c", "#4b5a52", "#8d6f5c", "#66525e"]


def quay() -> Canvas:
    """The houses along the quay before dawn, mirrored."""
    c = Canvas(2000, 860, "quay")
    foot = 470
    outdoors.sky(c, foot, (0, "#16243d"), (0.55, "#4b4f70"), (0.85, "#b9807c"), (1, "#eab98c"))
    outdoors.clouds(c, 40, 300, "#a27e8a", 8, 0.4)
    outdoors.ridge(c, foot, 210, "#2b3450", "#8d7486", 0.5, (0.4, 0.8, 1, 0.7, 0.5, 0.3, 0.2))

    def town() -> None:
        harbour.church(c, 1190, foot - 20, 330, "#232b40", "#ffcf87")
        harbour.terrace(
            c, -40, 1500, foot, 118, [mix(wall, "#1c2338", 0.5) for wall in _WALLS], "#171d2e", "#ffcf87", 0.3
        )
        harbour.crane(c, 1690, foot, 330, "#171d2e")
        c.rect(0, foot - 6, 2000, 16, fill="#2f3346")

    outdoors.water(c, foot, (0, "#8a6f80"), (0.3, "#4a4f6c"), (1, "#131e33"))
    harbour.reflected(c, foot + 8, town, 0.55)
    outdoors.ripples(c, foot + 12, 860, "#d9a58c", 120, 0.3)
    outdoors.ripples(c, foot + 12, 860, "#131e33", 120, 0.35)
    harbour.reflected(c, 640, lambda: harbour.rowing_boat(c, 1560, 640, 190, "#3a3038"), 0.5)
    return c


def rowers() -> Canvas:
    """Two rowing boats on pink water."""
    c = Canvas(1900, 1100, "rowers")
    outdoors.sky(c, 470, (0, "#8d9fc0"), (0.5, "#d7a9ad"), (1, "#fbd9b9"))
    outdoors.clouds(c, 60, 360, "#f6cfc2", 9, 0.55)
    outdoors.sun(c, 640, 360, 52, "#fff0c9", 7, 0.6)
    outdoors.ridge(c, 470, 140, "#9a8fae", "#f3c9bb", 0.5, (0.6, 0.4, 0.2, 0.3, 0.7, 1, 0.8))
    outdoors.water(c, 468, (0, "#f7cdb4"), (0.35, "#cf9aa6"), (1, "#566a93"))
    outdoors.mist(c, 470, 60, "#fde7d4", 0.85)
    outdoors.ripples(c, 480, 1100, "#5c6a94", 220, 0.35)
    outdoors.ripples(c, 480, 1100, "#fff2d2", 130, 0.75, middle=640, spread=0.22, length=0.8)
    harbour.reflected(c, 620, lambda: harbour.rowing_boat(c, 1240, 620, 250, "#59506e", rower=True), 0.45)
    harbour.reflected(c, 820, lambda: harbour.rowing_boat(c, 880, 820, 560, "#7d3f48", rower=True), 0.45)
    for x, y, span in ((1390, 240, 60), (1460, 290, 40), (1330, 300, 34)):
        outdoors.gull(c, x, y, span, "#6e6484", 6)
    return c


def lamp() -> Canvas:
    """The last gas lamp at the fish steps, in snow."""
    c = Canvas(1200, 1600, "lamp")
    outdoors.sky(c, 1150, (0, "#101b30"), (0.6, "#2b3b58"), (1, "#5c6780"))
    harbour.terrace(c, -60, 420, 1160, 210, ["#2a3350", "#33395a", "#243049"], "#161d31", "#f5b963", 0.25)
    harbour.terrace(c, 800, 1300, 1160, 190, ["#2a3350", "#33395a", "#243049"], "#161d31", "#f5b963", 0.25)
    c.rect(0, 1155, 1200, 445, fill=c.down((0, "#6d7690"), (0.2, "#4a5672"), (1, "#18233a")))
    for i in range(7):
        y, inset = 1200 + i * 58, i * 44
        c.polygon(
            [(240 - inset, y), (960 + inset, y), (980 + inset, y + 24), (220 - inset, y + 24)],
            fill=c.down((0, "#eef0f4"), (1, "#b9c0d2")),
        )
        c.polygon(
            [(220 - inset, y + 24), (980 + inset, y + 24), (990 + inset, y + 58), (210 - inset, y + 58)], fill="#39445e"
        )
    x, y = 600, 470
    c.ellipse(
        x, y, 620, fill=c.glow((0, "#ffd98a", 0.85), (0.18, "#ffc766", 0.45), (0.5, "#ffb54d", 0.14), (1, "#ffb54d", 0))
    )
    c.ellipse(x, 1230, 520, 90, fill=c.glow((0, "#ffd98a", 0.6), (1, "#ffd98a", 0)))
    c.rect(x - 13, 600, 26, 640, fill=c.across((0, "#0d131f"), (0.6, "#3b4356"), (1, "#0d131f")))
    c.path(f"M{x - 60} 1250L{x - 26} 1130H{x + 26}L{x + 60} 1250Z", fill="#121928")
    c.rect(x - 110, 640, 220, 14, fill="#121928")
    c.path(
        f"M{x - 96} 390L{x - 62} 590H{x + 62}L{x + 96} 390Z",
        fill=c.glow((0, "#fffbe6"), (0.5, "#ffe6a3"), (1, "#f5b04d")),
        stroke="#121928",
        stroke_width=10,
    )
    c.path(
        f"M{x} 390V590M{x - 44} 390L{x - 28} 590M{x + 44} 390L{x + 28} 590",
        stroke="#121928",
        stroke_width=4,
        opacity=0.7,
    )
    c.path(
        f"M{x - 124} 394L{x - 44} 310H{x + 44}L{x + 124} 394ZM{x - 20} 310V276H{x + 20}V310ZM{x - 74} 590H{x + 74}L{x + 40} 626H{x - 40}Z",
        fill="#121928",
    )
    c.path(f"M{x - 122} 390L{x - 46} 306H{x + 46}L{x + 122} 390Q{x} 356 {x - 122} 390Z", fill="#eef0f4")
    outdoors.snow(c, 420, "#ffffff", 7)
    return c


def baker() -> Canvas:
    """Amina Ness at the bakery hatch."""
    c = Canvas(1200, 1600, "baker")
    indoors.wall(c, 1600, "#8f5f3c", (0.6, 0.35))
    for row, y in enumerate((300, 590, 880, 1170)):
        c.rect(0, y - 220, 1200, 222, fill="#3c2415", opacity=0.6)
        x = -40.0 - row * 37
        while x < 1200:
            w = c.rng.uniform(150, 230)
            tone = mix("#c98a45", "#8a5426", c.rng.random())
            c.path(f"M{number(x)} {y}C{number(x - 6)} {number(y - w * 0.55)} {number(x + w * 0.25)} {number(y - w * 0.72)} {number(x + w * 0.5)} {number(y - w * 0.72)}C{number(x + w * 0.78)} {number(y - w * 0.72)} {number(x + w + 6)} {number(y - w * 0.5)} {number(x + w)} {y}Z",
                   fill=c.glow((0, mix(tone, "#ffe2b0", 0.45)), (0.5, tone), (1, mix(tone, "#2a1408", 0.5)), at=(0.55, 0.25), r=0.85))  # fmt: skip
            for cut in (0.3, 0.5, 0.7):
                c.path(
                    f"M{number(x + w * (cut - 0.06))} {number(y - w * 0.6)}q{number(w * 0.1)} {number(w * 0.16)} {number(w * 0.05)} {number(w * 0.3)}",
                    fill="none",
                    stroke="#f3d9a8",
                    stroke_width=6,
                    opacity=0.7,
                    stroke_linecap="round",
                )
            x += w * 1.03
        c.rect(0, y, 1200, 26, fill=c.down((0, "#a9774a"), (1, "#4d2f18")))
    portrait(c, Sitter("#8d5a40", "#1d1716", "#b9822e", "long", collar="#f3ead6"), -20, 300, 1.2, "#ffdca0")
    c.rect(
        0,
        0,
        1200,
        1600,
        fill=c.glow((0, "#ffdca0", 0.18), (0.6, "#ffdca0", 0), (1, "#140a04", 0.5), at=(0.6, 0.4), r=0.8),
    )
    return c


def landing() -> Canvas:
    """The Oda at the quay, landing cod."""
    c = Canvas(1900, 1200, "landing")
    outdoors.sky(c, 640, (0, "#4f7391"), (0.6, "#a9bcbd"), (1, "#f3dfb6"))
    outdoors.clouds(c, 60, 480, "#f7ead0", 10, 0.55)
    outdoors.ridge(c, 640, 130, "#6d8494", "#d9d5bd", 0.5, (0.8, 0.6, 0.3, 0.5, 0.4, 0.7))
    outdoors.water(c, 638, (0, "#d5d2b8"), (0.3, "#6f949b"), (1, "#1f4450"))
    outdoors.ripples(c, 640, 1000, "#f8efd2", 140, 0.45)
    harbour.crane(c, 1420, 960, 820, "#b5472d")
    harbour.reflected(c, 900, lambda: harbour.trawler(c, 640, 900, 980, "#1f4a5c", "#efe3c6"), 0.35)
    harbour.quay(c, -10, 1910, 960, 1200, "#b9ac93", "#5f574a")
    for x in (300, 1010):
        c.path(f"M{x} 960V925a26 12 0 0 1 52 0V960Z", fill="#20262c")
    for column, stack in enumerate((3, 4, 2, 3)):
        for level in range(stack):
            x, y = 1100 + column * 122, 930 - level * 46
            tone = ("#3f7480", "#d08a2e", "#8c2f1f")[(column + level) % 3]
            c.rect(
                x, y - 10, 112, 42, rx=4, fill=c.down((0, mix(tone, "#ffffff", 0.2)), (1, mix(tone, "#000000", 0.2)))
            )
            c.rect(x + 36, y + 2, 40, 10, rx=5, fill=mix(tone, "#000000", 0.5))
    for x, coat, hat, tall in (
        (930, "#d8a02c", "#22303f", 190),
        (1040, "#2f5a4a", "#d8a02c", 178),
        (1700, "#d8a02c", "#8c2f1f", 186),
    ):
        harbour.figure(c, x, 966, tall, coat, hat, 0.5)
    for x, y, span in ((330, 220, 100), (470, 300, 70), (260, 360, 54), (1120, 250, 60)):
        outdoors.gull(c, x, y, span, "#fbf6e6", -6)
    return c


def market() -> Canvas:
    """The market's awnings from above."""
    c = Canvas(1900, 1200, "market")
    c.rect(0, 0, 1900, 1200, fill=c.glow((0, "#cfc4ae"), (1, "#8b8272"), at=(0.6, 0.3), r=0.9))
    for _ in range(900):
        x, y = c.rng.uniform(0, 1900), c.rng.uniform(0, 1200)
        c.rect(x, y, c.rng.uniform(14, 26), 10, rx=4, fill=mix("#b5aa95", "#7d7464", c.rng.random()), opacity=0.35)
    tones = ["#b5472d", "#2f5d7c", "#c9902e", "#4b6b4a", "#8a3f55", "#b5472d", "#d2a24a"]
    for row in range(3):
        x = -160.0 - row * 60
        while x < 1900:
            w = c.rng.uniform(230, 330)
            if c.rng.random() < 0.96:
                _awning(
                    c, x, 90 + row * 380, w, 236, c.rng.choice(tones) if row != 1 or not 760 < x < 1000 else "#2f6fa3"
                )
            x += w + c.rng.uniform(26, 60)
    for _ in range(46):
        x, y = c.rng.uniform(30, 1870), c.rng.choice((395, 775)) + c.rng.uniform(-34, 34)
        coat = c.rng.choice(["#2c4657", "#8c2f1f", "#d8a02c", "#3c4a3a", "#6b5a6b", "#efe6d2"])
        c.ellipse(x + 16, y + 14, 26, 13, fill="#2a241b", opacity=0.35)
        c.ellipse(x, y, 20, 13, fill=coat)
        c.ellipse(x, y - 1, 9, fill=c.rng.choice(["#3a2b22", "#b5b0a8", "#22303f", "#a4472f"]))
    return c


def _awning(c: Canvas, x: float, y: float, w: float, h: float, tone: str) -> None:
    c.rect(x + 26, y + 34, w, h, fill="#2a241b", opacity=0.4, filter=c.blur(9))
    for half, shade in ((0, 0.16), (1, -0.12)):
        top = y + half * h / 2
        for stripe in range(8):
            colour = tone if stripe % 2 == 0 else "#f3ead6"
            colour = mix(colour, "#ffffff", shade) if shade > 0 else mix(colour, "#1c1a24", -shade * 1.6)
            c.rect(x + stripe * w / 8, top, w / 8 + 0.6, h / 2, fill=colour)
    c.rect(x, y + h / 2 - 2, w, 5, fill="#ffffff", opacity=0.5)
    for stripe in range(8):
        left = x + stripe * w / 8
        c.path(
            f"M{number(left)} {number(y + h)}h{number(w / 8)}v9a{number(w / 16)} {number(w / 20)} 0 0 1 {number(-w / 8)} 0z",
            fill=mix(tone if stripe % 2 == 0 else "#f3ead6", "#1c1a24", 0.3),
        )


def gulls() -> Canvas:
    """The gulls leave, a panorama."""
    c = Canvas(2000, 800, "gulls")
    outdoors.sky(c, 800, (0, "#7fa0b0"), (0.45, "#d9cfa6"), (0.8, "#f6d58c"), (1, "#fbe3ae"))
    outdoors.clouds(c, 60, 520, "#fff3d2", 11, 0.6)
    outdoors.ridge(c, 740, 190, "#8f9a8e", "#f0d59a", 0.5, (0.4, 0.5, 0.9, 0.6, 0.7, 0.3, 0.5))
    harbour.church(c, 1540, 760, 360, "#4a4f4c", "#f6d58c")
    harbour.terrace(c, -50, 2050, 800, 150, ["#5d5a52", "#6e5f50", "#4d5653", "#70625c"], "#383a38", "#ffe9b0", 0.1)
    for i in range(84):
        share = i / 83
        x = 140 + share * 1720 + c.rng.gauss(0, 46)
        y = 560 - 400 * share + 120 * (share - 0.4) ** 2 + c.rng.gauss(0, 44)
        outdoors.gull(
            c,
            x,
            y,
            26 + 62 * abs(c.rng.gauss(0, 0.7)),
            mix("#3f4a50", "#8a8c80", c.rng.random()),
            c.rng.uniform(-24, 14),
        )
    return c


def still_life() -> Canvas:
    """A cup, half a loaf and a pencil on the window sill."""
    c = Canvas(1900, 1250, "still")
    outdoors.sky(c, 640, (0, "#8fb3c9"), (1, "#e6ead8"))
    outdoors.clouds(c, 40, 420, "#ffffff", 8, 0.6)
    outdoors.ridge(c, 640, 150, "#8fa5ac", "#dfe4d6", 0.5, (0.5, 0.8, 0.4, 0.6, 0.9, 0.6))
    outdoors.water(c, 638, (0, "#d3e0da"), (1, "#5f97a6"), foot=1000)
    outdoors.ripples(c, 640, 980, "#ffffff", 130, 0.5)
    c.path("M1400 668C1430 640 1480 648 1510 646S1580 652 1610 668Z", fill="#6c7a78")
    harbour.lighthouse(c, 1500, 652, 240, "#f7f2e6", "#b5472d")
    harbour.reflected(c, 740, lambda: harbour.sailing_boat(c, 620, 740, 210, "#23374a", "#b5472d"), 0.35)
    harbour.reflected(c, 700, lambda: harbour.trawler(c, 1060, 700, 200, "#1f4a5c", "#efe3c6"), 0.35)
    indoors.window(c, 30, 20, 1840, 940, "#f0e8d6", (3, 1))
    c.rect(0, 930, 1900, 320, fill=c.down((0, "#fbf5e6"), (0.16, "#e9dfc8"), (0.17, "#cbbd9f"), (1, "#8d7f64")))
    for x, w in ((460, 330), (1080, 560), (1560, 240)):
        c.ellipse(x + 90, 1040, w, 26, fill="#6b5c3f", opacity=0.4, filter=c.blur(12))
    c.path(
        "M320 780H600C604 900 580 1010 530 1030H390C340 1010 316 900 320 780Z",
        fill=c.across((0, "#2b4f66"), (0.6, "#4f86a0"), (1, "#2b4f66")),
    )
    c.path("M596 820C690 800 700 930 574 950", fill="none", stroke="#3d6a84", stroke_width=26)
    c.ellipse(460, 780, 140, 26, fill="#1f3a4c")
    c.ellipse(460, 783, 124, 20, fill="#5b3a22")
    for x in (410, 480):
        c.path(
            f"M{x} 740C{x - 40} 690 {x + 40} 640 {x} 570",
            fill="none",
            stroke="#ffffff",
            stroke_width=14,
            opacity=0.45,
            stroke_linecap="round",
            filter=c.blur(6),
        )
    _loaf_and_pencil(c)
    return c


def _loaf_and_pencil(c: Canvas) -> None:
    c.path(
        "M790 1030C760 880 860 770 1040 760C1230 750 1330 860 1330 1030Z",
        fill=c.glow((0, "#e0a560"), (0.55, "#b5753a"), (1, "#6b3d18"), at=(0.4, 0.2), r=0.9),
    )
    c.path("M1230 1030C1220 900 1250 800 1290 820C1350 850 1340 960 1330 1030Z", fill="#f0dcb4")
    for x in (900, 1010, 1120):
        c.path(
            f"M{x - 20} 820q70 50 44 130",
            fill="none",
            stroke="#f6dfb2",
            stroke_width=15,
            opacity=0.75,
            stroke_linecap="round",
        )
    c.path("M1450 1052L1750 1000L1756 1020L1456 1072Z", fill="#c9902e")
    c.path("M1450 1052L1410 1076L1456 1072Z", fill="#f0dcb4")
    c.path("M1750 1000L1778 995L1784 1015L1756 1020Z", fill="#b5472d")


PICTURES = {
    "first-light/pictures/1-quay.jpg": quay,
    "first-light/pictures/2-rowers.jpg": rowers,
    "first-light/pictures/3-lamp.jpg": lamp,
    "first-light/pictures/4-baker.jpg": baker,
    "first-light/pictures/5-landing.jpg": landing,
    "first-light/pictures/6-market.jpg": market,
    "first-light/pictures/7-gulls.jpg": gulls,
    "first-light/pictures/8-still.jpg": still_life,
}
