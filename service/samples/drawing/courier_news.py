"""Pictures of the Courier's news pages: the council at its table, the wall at low water, the gauge, the printing room."""

from __future__ import annotations

from service.samples.drawing import harbour, indoors, outdoors
from service.samples.drawing.canvas import Canvas, mix
from service.samples.drawing.people import Sitter, portrait

_COUNCIL = (
    Sitter("#d9a88a", "#5b4636", "#2c4657", "short", collar="#e9e0cc"),
    Sitter("#e3bb9c", "#a9a39a", "#6d3b33", "bun", glasses=True),
    Sitter("#c08763", "#2a2422", "#3c4a3a", "long", collar="#e9e0cc"),
    Sitter("#e0b596", "#c9c1b6", "#233040", "bald", glasses=True, beard=True, collar="#f0e9da"),
    Sitter("#8d5a40", "#221a18", "#8a6a2e", "short", collar="#e9e0cc"),
)


def council() -> Canvas:
    """The council at its long table, the harbour behind it."""
    c = Canvas(1900, 1180, "council")
    indoors.wall(c, 1180, "#6c5a4a", (0.5, 0.35))
    for column in range(4):
        x = 90 + column * 450
        with c.group(clip_path=c.clip(f'<rect x="{x}" y="70" width="370" height="520"/>')):
            c.rect(x, 70, 370, 420, fill=c.down((0, "#2b415c"), (0.7, "#c98763"), (1, "#f0c58b")))
            c.rect(x, 452, 370, 160, fill=c.down((0, "#c08a6b"), (1, "#2b3d52")))
    with c.group(
        clip_path=c.clip("".join(f'<rect x="{90 + i * 450}" y="70" width="370" height="520"/>' for i in range(4)))
    ):
        outdoors.ridge(c, 455, 110, "#3b4660", "#c58c70", 0.5, (0.3, 0.7, 0.4, 0.9, 0.5, 0.3))
        harbour.crane(c, 1180, 500, 300, "#1c2836")
        c.polygon([(0, 520), (1900, 470), (1900, 500), (0, 560)], fill="#1f2c3a")
        harbour.trawler(c, 380, 540, 190, "#1a2734", "#c9b79a")
    for column in range(4):
        indoors.window(c, 90 + column * 450, 70, 370, 520, "#d9cbb0", (2, 3))
    for index, sitter in enumerate(_COUNCIL):
        portrait(c, sitter, 60 + index * 356, 455 + (18 if index % 2 else 0), 0.43, "#ffe3b8")
    c.polygon(
        [(-20, 905), (1920, 905), (1980, 1190), (-80, 1190)],
        fill=c.down((0, "#8a5a34"), (0.2, "#6b4226"), (1, "#38200f")),
    )
    c.rect(-20, 897, 1940, 16, fill="#a9744a")
    for index in range(5):
        x = 200 + index * 365
        c.polygon([(x, 950), (x + 150, 946), (x + 170, 1010), (x - 6, 1016)], fill="#efe6d2")
        for row in range(4):
            c.line(x + 14, 964 + row * 11, x + 128, 961 + row * 11, stroke="#8b8577", stroke_width=2.4)
        c.path(f"M{x + 208} 930h38l-5 62h-28z", fill="#dfeae8", opacity=0.55)
        c.path(f"M{x + 210} 955h34l-3 36h-28z", fill="#bcd4d6", opacity=0.6)
    for x in (560, 960, 1360):
        indoors.lamp(c, x, -10, 70, 74, "#2f4a3a")
    return c


def low_water() -> Canvas:
    """Surveyors at the foot of the wall on a spring ebb."""
    c = Canvas(1900, 1080, "low-water")
    outdoors.sky(c, 620, (0, "#5f7f95"), (0.6, "#b7c4c2"), (1, "#efe3c8"))
    outdoors.clouds(c, 60, 420, "#f4efe2", 11, 0.65)
    outdoors.ridge(c, 600, 150, "#7f93a0", "#dfdccc", 0.5, (0.7, 0.5, 0.8, 0.4, 0.2, 0.1))
    outdoors.water(c, 590, (0, "#c9d1c8"), (1, "#7a9499"), foot=720)
    outdoors.ripples(c, 590, 715, "#ffffff", 110, 0.5)
    _receding_wall(c)
    _beach(c)
    _surveyors(c)
    outdoors.gull(c, 420, 300, 90, "#46586a", -10)
    outdoors.gull(c, 560, 240, 54, "#46586a", 8)
    return c


def _wall_edge(x: float, share: float) -> float:
    return 600 - (x - 820) * 0.318 + share * (100 + (x - 820) * 0.573)


def _receding_wall(c: Canvas) -> None:
    c.polygon([(810, 690), (1920, 900), (1920, 1080), (810, 1080)], fill="#4a4a38")
    c.polygon([(820, 600), (1920, 250), (1920, 980), (820, 700)], fill=c.across((0, "#8d8577"), (1, "#6e6557")))
    rng = c.rng
    with c.group(filter=c.rough(6, 0.03)):
        for row in range(9):
            for column in range(18):
                left, right = 820 + 1100 * (column / 18) ** 1.5, 820 + 1100 * ((column + 0.94) / 18) ** 1.5
                shift = (row % 2) * 14
                low, high = (row + 0.94) / 9, row / 9
                tone = mix("#b9ac93", "#7b7060", rng.random())
                tone = mix(tone, "#3d4a30", 0.75 if row > 6 else 0.45 if row == 6 else 0.0)
                xs = (left + shift, right + shift)
                c.polygon(
                    [
                        (xs[0], _wall_edge(xs[0], high)),
                        (xs[1], _wall_edge(xs[1], high)),
                        (xs[1], _wall_edge(xs[1], low)),
                        (xs[0], _wall_edge(xs[0], low)),
                    ],
                    fill=tone,
                )
    c.polygon([(815, 596), (1920, 236), (1920, 262), (815, 606)], fill="#d8cfb9")


def _beach(c: Canvas) -> None:
    rng = c.rng
    outdoors.shore(c, [(-5, 712), (300, 700), (620, 694), (830, 700), (1200, 800), (1920, 985)], "#8b8468", "#3c3a2c")
    for _ in range(240):
        x, y = rng.uniform(0, 1900), rng.uniform(0, 1) ** 0.7
        ground = 720 + max(x - 820, 0) * 0.26
        level = ground + y * (1090 - ground)
        size = 5 + 30 * y * rng.uniform(0.3, 1)
        c.ellipse(x, level, size, size * 0.5, fill=mix("#a59b80", "#2f3327", rng.random()), opacity=0.85)
    c.path(
        "M0 860C240 820 420 880 640 850S900 900 1040 1080H0Z", fill=c.down((0, "#c4cfc8"), (1, "#5d7a80")), opacity=0.85
    )


def _surveyors(c: Canvas) -> None:
    for x, y, tall, coat, hat in (
        (700, 850, 165, "#d08a2e", "#e8e2d2"),
        (1010, 880, 180, "#2c4657", "#c9a23a"),
        (1180, 872, 150, "#a4472f", "#e8e2d2"),
    ):
        c.ellipse(x + 40, y, 70, 8, fill="#1c1c16", opacity=0.35)
        harbour.figure(c, x, y, tall, coat, hat, 0.5)
    c.path(
        "M860 850L846 905M860 850L876 905M860 850L862 905M848 838H874V852H848Z",
        stroke="#20262c",
        stroke_width=5,
        fill="#c9a23a",
    )
    c.rect(1246, 700, 8, 180, fill="#efe6d2")
    for step in range(9):
        c.rect(1246, 700 + step * 20, 8, 10, fill="#a4472f")


def tide_gauge() -> Canvas:
    """The gauge house on the light's pier, the sea at spring high water."""
    c = Canvas(1900, 1000, "gauge")
    outdoors.sky(c, 560, (0, "#14303d"), (0.5, "#2f6068"), (0.85, "#9fb6a4"), (1, "#ecd9a8"))
    outdoors.clouds(c, 70, 460, "#7fa09a", 10, 0.5)
    outdoors.sun(c, 360, 470, 40, "#fbe9b6", 8, 0.5)
    outdoors.ridge(c, 560, 90, "#33565e", "#c9c8a2", 0.5, (0.2, 0.6, 0.3, 0.5, 0.2, 0.1, 0.3))
    outdoors.water(c, 558, (0, "#b9c4a6"), (0.25, "#4f7f82"), (1, "#0d2730"))
    outdoors.ripples(c, 560, 1000, "#0c2129", 260, 0.45)
    outdoors.ripples(c, 560, 1000, "#fff0c0", 140, 0.7, middle=360, spread=0.22, length=0.7)
    c.polygon([(1000, 640), (1920, 560), (1920, 690), (1000, 700)], fill=c.down((0, "#5e6a66"), (1, "#1d2b2e")))
    c.polygon([(1000, 636), (1920, 552), (1920, 572), (1000, 648)], fill="#b9b59f")
    for x in range(1020, 1900, 110):
        c.rect(x, 690 - (x - 1000) * 0.012, 26, 90, fill="#14242a")
    harbour.lighthouse(c, 1640, 580, 470, "#efe8d6", "#a4472f")
    harbour.beam(c, 1640, 158, -1300, 90, "#fff0c0", 0.35)
    harbour.house(c, 1160, 626, 150, 140, "#c9bfa6", "#2c2f33", "#ffdf9c", 1)
    c.rect(1040, 480, 7, 330, fill="#e8e2d2")
    for step in range(11):
        c.rect(1040, 490 + step * 30, 22 if step % 5 == 0 else 13, 5, fill="#e8e2d2")
    outdoors.gull(c, 760, 240, 80, "#e6e2d0", 8)
    outdoors.gull(c, 880, 300, 46, "#e6e2d0", -12)
    return c


PICTURES = {
    "harbour-wall-vote/pictures/council.jpg": council,
    "harbour-wall-vote-corrected/pictures/low-water.jpg": low_water,
    "tide-tables-data/pictures/tide-gauge.jpg": tide_gauge,
}
