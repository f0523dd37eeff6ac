"""Pictures of `keeper-interview`: the keeper, and the lens that he cleans."""

from __future__ import annotations

import math

from service.samples.drawing import harbour, outdoors
from service.samples.drawing.canvas import Canvas, mix
from service.samples.drawing.people import Sitter, portrait


def keeper() -> Canvas:
    """Edvard Lunde, the night sea behind him."""
    c = Canvas(1400, 1700, "keeper")
    outdoors.sky(c, 1000, (0, "#0c1a2b"), (0.6, "#1f3a52"), (1, "#4b6a7c"))
    for _ in range(90):
        c.ellipse(c.rng.uniform(0, 1400), c.rng.uniform(0, 620), c.rng.uniform(1, 2.8), fill="#e8ecf0", opacity=0.7)
    outdoors.clouds(c, 500, 900, "#6d8898", 6, 0.4)
    outdoors.ridge(c, 1000, 130, "#172b3d", "#4b6a7c", 0.5, (0.2, 0.4, 0.2, 0.6, 0.9, 0.5))
    outdoors.water(c, 998, (0, "#3f6074"), (1, "#0b1826"))
    outdoors.ripples(c, 1000, 1700, "#7fa0ae", 130, 0.4)
    c.path("M1020 1024C1080 980 1150 990 1200 988S1320 990 1420 1020V1030H1020Z", fill="#0f1f2e")
    harbour.lighthouse(c, 1190, 1000, 420, "#d9d2c0", "#8c2f1f")
    harbour.beam(c, 1190, 624, -1300, 120, "#ffe9b0", 0.55)
    c.ellipse(1190, 624, 90, fill=c.glow((0, "#fff2c8", 0.9), (0.3, "#ffe9b0", 0.35), (1, "#ffe9b0", 0)))
    sitter = Sitter(
        "#cf9a7a", "#b5b0a8", "#22384c", "short", hat="cap", hat_colour="#1a2836", beard=True, collar="#7d3a2a"
    )
    portrait(c, sitter, -60, 300, 1.24, "#ffe9b8")
    return c


def lamp_room() -> Canvas:
    """The lens in its room at the top of the tower."""
    c = Canvas(1800, 1200, "lamp-room")
    outdoors.sky(c, 760, (0, "#0e2033"), (0.7, "#29485c"), (1, "#6f8b8f"))
    outdoors.ridge(c, 760, 120, "#142737", "#4b6a7c", 0.5, (0.9, 0.5, 0.6, 0.2, 0.1, 0.3))
    outdoors.water(c, 758, (0, "#5a7a82"), (1, "#12283a"))
    outdoors.ripples(c, 760, 1000, "#9fb8ba", 120, 0.4)
    for _ in range(46):
        c.ellipse(c.rng.uniform(0, 620), 752 - c.rng.random() ** 2 * 70, c.rng.uniform(2.5, 5), fill="#ffd98a")
    for x in (-20, 330, 690, 1080, 1440, 1790):
        c.rect(x, 0, 26, 1000, fill="#1a222b")
    c.rect(0, 330, 1800, 12, fill="#1a222b")
    c.rect(0, 900, 1800, 300, fill=c.down((0, "#3c2d22"), (1, "#17110d")))
    c.rect(0, 886, 1800, 26, fill=c.across((0, "#7a5a2c"), (0.5, "#e0b768"), (1, "#7a5a2c")))
    x, y = 900, 520
    c.ellipse(x, y, 900, 700, fill=c.glow((0, "#fff0c0", 0.75), (0.25, "#ffdf9c", 0.35), (1, "#ffdf9c", 0)))
    for i in range(-9, 10):
        share = i / 9
        half = 250 * math.cos(share * 1.12) + 20
        level = y + share * 400
        tone = mix("#fff6d8", "#7fb0a8", abs(share) ** 0.8 * 0.75)
        c.path(f"M{x - half} {level - 19}C{x - half * 0.4} {level - 30} {x + half * 0.4} {level - 30} {x + half} {level - 19}L{x + half * 1.03} {level + 14}C{x + half * 0.4} {level + 26} {x - half * 0.4} {level + 26} {x - half * 1.03} {level + 14}Z",
               fill=c.across((0, mix(tone, "#1f4a4c", 0.6)), (0.3, tone), (0.5, "#fffbe9"), (0.7, tone), (1, mix(tone, "#1f4a4c", 0.6))), stroke="#3d6a68", stroke_width=2.5, opacity=0.92)  # fmt: skip
    for r, strength in ((150, 0.5), (84, 0.8), (36, 1)):
        c.ellipse(x, y, r, fill=c.glow((0, "#ffffff", strength), (1, "#fff0c0", 0)))
    for side in (-1, 1):
        c.path(
            f"M{x + side * 150} 100C{x + side * 330} 260 {x + side * 330} 780 {x + side * 150} 940",
            fill="none",
            stroke=c.down((0, "#e0b768"), (0.5, "#8f6a30"), (1, "#e0b768")),
            stroke_width=17,
        )
    c.path(
        f"M{x - 190} 940H{x + 190}L{x + 250} 1010H{x - 250}Z",
        fill=c.across((0, "#7a5a2c"), (0.5, "#f0cf86"), (1, "#6b4c22")),
    )
    c.path(
        f"M{x - 160} 1010H{x + 160}V1200H{x - 160}Z", fill=c.across((0, "#14201f"), (0.5, "#3c5f58"), (1, "#101a19"))
    )
    c.path(
        f"M{x - 190} 100H{x + 190}L{x + 90} 40H{x - 90}Z",
        fill=c.across((0, "#7a5a2c"), (0.5, "#f0cf86"), (1, "#6b4c22")),
    )
    return c


PICTURES = {"keeper-interview/pictures/keeper.jpg": keeper, "keeper-interview/pictures/lamp-room.jpg": lamp_room}
