"""Pictures of `low-ice`: first light on the basin, the ice, the joint in the wall, the ledger and its keeper."""

from __future__ import annotations

from service.samples.drawing import harbour, indoors, outdoors
from service.samples.drawing.canvas import Canvas
from service.samples.drawing.people import Sitter, portrait


def basin() -> Canvas:
    """Boats in the inner basin on the ninth day."""
    c = Canvas(1900, 1080, "basin")
    horizon = 560
    outdoors.sky(c, horizon, (0, "#22384f"), (0.35, "#6d6a78"), (0.62, "#d98b62"), (0.85, "#f0b97e"), (1, "#f8dcaa"))
    outdoors.clouds(c, 60, 420, "#e9a27a", 9, 0.45)
    outdoors.sun(c, 1290, 500, 46, "#ffdf9e")
    outdoors.ridge(c, horizon, 230, "#4a4f66", "#e2a17a", 0.5, (0.5, 0.9, 0.55, 0.35, 0.22, 0.2, 0.45))
    outdoors.ridge(c, horizon, 120, "#2b3a50", "#b98270", 0.55, (1, 0.6, 0.9, 0.4, 0.25, 0.1, 0.3, 0.5))
    outdoors.water(c, horizon, (0, "#e9b184"), (0.25, "#a8796f"), (0.6, "#4b546a"), (1, "#1a2a40"))
    outdoors.ripples(c, horizon, 1080, "#22344c", 260, 0.4)
    outdoors.ripples(c, horizon, 1080, "#ffe2ae", 150, 0.75, middle=1290, spread=0.25, length=0.7)
    harbour.reflected(c, 700, lambda: harbour.sailing_boat(c, 560, 700, 330, "#1b2836", "#8f3b2e"))
    harbour.reflected(c, 640, lambda: harbour.trawler(c, 960, 640, 170, "#22303f", "#c9b79a"))
    harbour.reflected(c, 800, lambda: harbour.trawler(c, 1530, 800, 420, "#1a2734", "#cbb593"))
    outdoors.ice(c, 830, 1110, "#f2e3d4", "#5d7186", 18, 0.7)
    for x, y, span, tilt in ((820, 260, 60, -8), (905, 230, 40, 5), (1000, 300, 34, 12)):
        outdoors.gull(c, x, y, span, "#26364a", tilt)
    return c


def northern_basin() -> Canvas:
    """The ice letting go, a panorama."""
    c = Canvas(2000, 820, "northern-basin")
    horizon = 300
    outdoors.sky(c, horizon, (0, "#7f95a6"), (0.6, "#c4cfd1"), (1, "#f0e6d2"))
    outdoors.clouds(c, 20, 220, "#eef0ec", 10, 0.7)
    outdoors.ridge(c, horizon, 190, "#8797a6", "#e4e2d8", 0.5, (0.3, 0.8, 0.45, 0.7, 1, 0.5, 0.6, 0.2))
    outdoors.ridge(c, horizon, 90, "#566c7e", "#c9d2d2", 0.55, (0.1, 0.2, 0.9, 0.5, 0.3, 0.6, 0.4, 1))
    outdoors.water(c, horizon, (0, "#bccacb"), (0.3, "#5f8088"), (1, "#16343f"))
    outdoors.ripples(c, horizon, 820, "#dfe8e4", 160, 0.3)
    harbour.lighthouse(c, 1660, 312, 150, "#f4efe2", "#a63d2b")
    c.polygon([(1560, 318), (1610, 300), (1700, 298), (1800, 318)], fill="#3d5160")
    harbour.reflected(c, 352, lambda: harbour.trawler(c, 420, 352, 92, "#2a3d4c", "#e2d4b6"), 0.3)
    outdoors.mist(c, horizon + 14, 46, "#eef0e8", 0.7)
    outdoors.ice(c, 325, 850, "#f7f5ec", "#6f94a2", 120, 1.05)
    return c


def joint() -> Canvas:
    """The wall from the inner basin, with the joint and the water that comes through."""
    c = Canvas(1800, 1200, "joint")
    outdoors.sky(c, 240, (0, "#a9b7bb"), (1, "#e9e0cc"))
    outdoors.ridge(c, 205, 120, "#8b9aa4", "#dcd8c8", 0.5, (0.4, 0.6, 0.3, 0.8, 0.5))
    harbour.stone_wall(c, 180, 1010, "#b9ac93", "#746a5c", tide=660, courses=9)
    with c.group(filter=c.rough(10, 0.02)):
        c.polygon([(1010, 168), (1810, 168), (1810, 1015), (1050, 1015), (1032, 800), (1046, 600), (1014, 380)],
                  fill=c.down((0, "#b4b3aa"), (0.5, "#8f918c"), (0.62, "#5c6258"), (1, "#39402f")))  # fmt: skip
        for y in (330, 492, 654, 816):
            c.rect(1020, y, 800, 5, fill="#5b5d5a", opacity=0.6)
        for x, y in ((1260, 333), (1560, 333), (1400, 495), (1700, 495), (1240, 657), (1540, 657)):
            c.rect(x, y, 5, 160, fill="#5b5d5a", opacity=0.5)
        c.path(
            "M1004 170L1022 172L1026 380L1056 600L1042 800L1062 1012L1036 1012L1020 800L1034 600L1000 380Z",
            fill="#15191c",
        )
    with c.group(filter=c.rough(5, 0.03)):
        c.path("M1030 640C1040 760 1010 820 1000 905C985 960 950 985 930 1012L1130 1012C1100 980 1072 930 1064 860C1056 780 1062 700 1050 640Z",
               fill=c.down((0, "#dce8e6", 0.9), (1, "#eef5f2", 0.75)))  # fmt: skip
        for shift in (-26, -8, 12, 30):
            c.path(
                f"M{1038 + shift // 3} 660C{1044 + shift} 780 {1024 + shift} 880 {1030 + shift * 2} 1010",
                fill="none",
                stroke="#ffffff",
                stroke_width=5,
                opacity=0.8,
            )
    outdoors.water(c, 1004, (0, "#7f979b"), (1, "#1d3640"))
    outdoors.ripples(c, 1004, 1200, "#dce8e6", 110, 0.5, middle=1034, spread=0.3)
    outdoors.ripples(c, 1004, 1200, "#12262f", 120, 0.4)
    c.ellipse(1032, 1016, 150, 14, fill="#f4faf7", opacity=0.7, filter=c.blur(8))
    c.rect(0, 160, 1800, 26, fill=c.down((0, "#d9d0ba"), (1, "#8f866f")))
    for x, coat, hat, tall in (
        (520, "#a4472f", "#22303f", 118),
        (590, "#2c4657", None, 110),
        (1360, "#c39a3c", "#7b5a1e", 122),
    ):
        harbour.figure(c, x, 164, tall, coat, hat, 0.4)
    return c


def ledgers() -> Canvas:
    """The shelf of green books, and this year's lying open."""
    c = Canvas(1800, 1260, "ledgers")
    indoors.wall(c, 1260, "#8c7a5f", (0.75, 0.25))
    greens = ["#2f4a3a", "#3b5a45", "#27402f", "#4c6a4e", "#34523f", "#5a3f2a"]
    indoors.shelf(c, 70, 1730, 400, 270, greens, "#6b4a2c")
    indoors.shelf(c, 70, 1730, 790, 280, greens, "#6b4a2c")
    indoors.boards(c, 900, "#7d5632", 6)
    c.ellipse(900, 1120, 720, 90, fill="#0d0a06", opacity=0.5, filter=c.blur(30))
    indoors.open_book(c, 880, 1050, 1150, "#f0e4c8", "#26303a")
    c.path("M1240 905L1500 1010L1494 1022L1234 915Z", fill="#20262c")
    c.path("M1500 1008L1536 1030L1492 1024Z", fill="#d9b56d")
    c.rect(
        0,
        0,
        1800,
        1260,
        fill=c.glow((0, "#ffdca0", 0.34), (0.6, "#ffdca0", 0.05), (1, "#140d05", 0.45), at=(0.68, 0.6), r=0.75),
    )
    return c


def keeper_of_the_ledger() -> Canvas:
    """Runa Aldis in the ice house."""
    c = Canvas(1360, 1700, "aldis")
    indoors.wall(c, 1700, "#54707a", (0.72, 0.3))
    x, y, w, h = 760, 150, 470, 640
    with c.group(clip_path=c.clip(f'<rect x="{x}" y="{y}" width="{w}" height="{h}"/>')):
        c.rect(x, y, w, 400, fill=c.down((0, "#e3b98a"), (1, "#f9e7c3")))
        outdoors.ridge(c, 560, 120, "#8a8490", "#f1d3a6", 0.5, (0.2, 0.4, 0.3, 0.9, 0.5, 0.7))
        c.rect(x, 558, w, 300, fill=c.down((0, "#e6c093"), (1, "#5d7480")))
        harbour.sailing_boat(c, 1080, 640, 150, "#22303f", "#a4472f")
    indoors.window(c, x, y, w, h, "#e7dcc4", (2, 3))
    indoors.shelf(c, -60, 520, 520, 250, ["#2f4a3a", "#3b5a45", "#27402f", "#4c6a4e"], "#4d3826")
    portrait(c, Sitter("#dcae90", "#d4cec6", "#39505a", "bun", glasses=True, scarf="#a4472f"), 40, 262, 1.2, "#ffe0ae")
    return c


PICTURES = {
    "low-ice/pictures/basin.jpg": basin,
    "low-ice/pictures/northern-basin.jpg": northern_basin,
    "low-ice/pictures/joint.jpg": joint,
    "low-ice/pictures/ledgers.jpg": ledgers,
    "low-ice/pictures/keeper-of-the-ledger.jpg": keeper_of_the_ledger,
}
