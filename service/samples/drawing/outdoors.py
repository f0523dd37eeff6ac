"""Sky, land, water, ice and weather, from the back of a picture to its front."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from service.samples.drawing.canvas import Canvas, Point, mix, number, smooth


def sky(canvas: Canvas, foot: float, *stops: tuple[float, str]) -> None:
    """Paint the sky down to `foot`."""
    canvas.rect(0, 0, canvas.width, foot + 2, fill=canvas.down(*stops))


def sun(canvas: Canvas, x: float, y: float, r: float, colour: str, halo: float = 6, strength: float = 0.55) -> None:
    """Paint a sun or moon with light around it."""
    canvas.ellipse(
        x, y, r * halo, fill=canvas.glow((0, colour, strength), (0.25, colour, strength * 0.4), (1, colour, 0))
    )
    canvas.ellipse(x, y, r, fill=mix(colour, "#ffffff", 0.45))


def clouds(canvas: Canvas, top: float, foot: float, colour: str, count: int = 9, opacity: float = 0.5) -> None:
    """Paint long banks of cloud, smaller towards the horizon."""
    rng = canvas.rng
    with canvas.group(filter=canvas.blur(5), opacity=opacity):
        for i in range(count):
            depth = i / max(count - 1, 1)
            y = top + (foot - top) * depth
            length = canvas.width * rng.uniform(0.25, 0.7) * (1 - depth * 0.45)
            thick = (1 - depth) * 26 + 7
            x = rng.uniform(-0.1, 0.95) * canvas.width
            for _ in range(3):
                canvas.ellipse(
                    x + rng.uniform(-0.2, 0.2) * length, y + rng.uniform(-1, 1) * thick, length / 2 * rng.uniform(0.5, 1),
                    thick * rng.uniform(0.4, 0.9), fill=canvas.down((0, colour, 0.9), (1, colour, 0.15)),
                )  # fmt: skip


def ridge_line(
    canvas: Canvas, y: float, height: float, profile: Sequence[float] = (), steps: int = 7, roughness: float = 0.55
) -> list[Point]:
    """Return a mountain line across the sheet, by midpoint displacement from a coarse `profile` of 0 to 1."""
    rng = canvas.rng
    heights = list(profile) or [rng.uniform(0.15, 1) for _ in range(4)]
    spread = 1.2 / len(heights) if profile else 0.5
    for _ in range(steps):
        heights = [
            value
            for a, b in itertools.pairwise(heights)
            for value in (a, (a + b) / 2 + rng.uniform(-spread, spread) * 0.5)
        ] + heights[-1:]
        spread *= roughness
    step = canvas.width / (len(heights) - 1)
    return [(i * step, y - max(value, 0.02) * height) for i, value in enumerate(heights)]


def ridge(
    canvas: Canvas,
    y: float,
    height: float,
    colour: str,
    haze: str,
    roughness: float = 0.55,
    profile: Sequence[float] = (),
) -> list[Point]:
    """Paint a range of hills that stands on `y`, paler towards its foot, and return its line."""
    line = ridge_line(canvas, y, height, profile, roughness=roughness)
    foot = y
    canvas.polygon(
        [(-5, foot + 3), *line, (canvas.width + 5, foot + 3)],
        fill=canvas.down((0, colour), (0.35, mix(colour, haze, 0.2)), (1, mix(colour, haze, 0.7))),
    )
    return line


def water(canvas: Canvas, top: float, *stops: tuple[float, str], foot: float | None = None) -> None:
    """Paint the plain surface from `top` to `foot` (or to the foot of the sheet)."""
    foot = canvas.height if foot is None else foot
    canvas.rect(0, top, canvas.width, foot - top, fill=canvas.down(*stops))


def ripples(
    canvas: Canvas, top: float, foot: float, colour: str, count: int = 160, opacity: float = 0.35,
    middle: float | None = None, spread: float = 0.5, length: float = 1,
) -> None:  # fmt: skip
    """Paint lens-shaped ripples, fine at the horizon and broad in front; around `middle` if it is given."""
    rng = canvas.rng
    for _ in range(count):
        depth = rng.random() ** 1.6
        y = top + (foot - top) * depth + 2
        half = (10 + depth * 90) * rng.uniform(0.4, 1.3) * length
        thick = 0.7 + depth * 5 * rng.uniform(0.5, 1.1)
        x = rng.uniform(0, canvas.width)
        if middle is not None:
            x = middle + rng.gauss(0, 1) * canvas.width * spread * (0.12 + 0.3 * depth)
        canvas.path(
            f"M{number(x - half)} {number(y)}Q{number(x)} {number(y - thick)} {number(x + half)} {number(y)}"
            f"Q{number(x)} {number(y + thick)} {number(x - half)} {number(y)}Z",
            fill=colour, opacity=round(opacity * rng.uniform(0.4, 1), 2),
        )  # fmt: skip


def _floe(canvas: Canvas, x: float, y: float, rx: float, ry: float) -> list[Point]:
    rng = canvas.rng
    corners = rng.randrange(5, 9)
    turn = rng.uniform(0, math.tau)
    angles = sorted(turn + math.tau * (i + rng.uniform(-0.3, 0.3)) / corners for i in range(corners))
    return [
        (x + math.cos(a) * rx * rng.uniform(0.75, 1.1), y + math.sin(a) * ry * rng.uniform(0.75, 1.1)) for a in angles
    ]


def ice(canvas: Canvas, top: float, foot: float, light: str, shade: str, count: int = 70, cover: float = 1) -> None:
    """Paint floes on the water, far ones first; `cover` scales them."""
    rng = canvas.rng
    with canvas.group(filter=canvas.rough(5, 0.02)):
        for depth in sorted(rng.random() ** 1.5 for _ in range(count)):
            y = top + (foot - top) * depth
            rx = (16 + depth * 190) * rng.uniform(0.45, 1.15) * cover
            ry = rx * (0.10 + 0.17 * depth)
            points = _floe(canvas, rng.uniform(-0.05, 1.05) * canvas.width, y, rx, ry)
            edge = 2 + depth * 15
            canvas.polygon([(px, py + edge * 1.9) for px, py in points], fill=shade, opacity=0.28)
            canvas.polygon([(px, py + edge) for px, py in points], fill=mix(shade, light, 0.25))
            canvas.polygon(points, fill=canvas.down((0, mix(light, shade, 0.3 * rng.random())), (1, light)))


def gull(canvas: Canvas, x: float, y: float, span: float, colour: str, tilt: float = 0) -> None:
    """Paint a gull on the wing, `span` from tip to tip."""
    half, lift = span / 2, span * 0.16
    with canvas.group(transform=f"translate({number(x)} {number(y)}) rotate({tilt})"):
        canvas.path(
            f"M{-half} {-lift * 0.4}C{-half * 0.7} {-lift * 1.7} {-half * 0.28} {-lift * 1.2} 0 0"
            f"C{half * 0.28} {-lift * 1.2} {half * 0.7} {-lift * 1.7} {half} {-lift * 0.4}"
            f"C{half * 0.66} {-lift * 1.25} {half * 0.3} {-lift * 0.6} {span * 0.05} {lift * 0.42}"
            f"L0 {lift * 0.7}L{-span * 0.05} {lift * 0.42}"
            f"C{-half * 0.3} {-lift * 0.6} {-half * 0.66} {-lift * 1.25} {-half} {-lift * 0.4}Z",
            fill=colour,
        )


def mist(canvas: Canvas, y: float, thick: float, colour: str, opacity: float = 0.6) -> None:
    """Paint a bank of mist around `y`."""
    canvas.rect(
        0, y - thick, canvas.width, thick * 2,
        fill=canvas.down((0, colour, 0), (0.5, colour, opacity), (1, colour, 0)),
    )  # fmt: skip


def snow(canvas: Canvas, count: int, colour: str = "#ffffff", size: float = 5) -> None:
    """Paint falling snow over everything so far."""
    rng = canvas.rng
    for _ in range(count):
        near = rng.random() ** 3
        canvas.ellipse(
            rng.uniform(0, canvas.width), rng.uniform(0, canvas.height), size * (0.35 + near), fill=colour,
            opacity=round(0.45 + 0.45 * near, 2),
        )  # fmt: skip


def tree(canvas: Canvas, x: float, foot: float, height: float, colour: str, bend: float = 0) -> None:
    """Paint a spruce that stands at (x, foot)."""
    rng = canvas.rng
    points: list[Point] = [(x + bend * height, foot - height)]
    right: list[Point] = []
    tiers = 9
    for tier in range(1, tiers + 1):
        y = foot - height + height * tier / tiers * 0.94
        half = height * 0.2 * tier / tiers * rng.uniform(0.85, 1.1)
        centre = x + bend * height * (1 - tier / tiers)
        points.append((centre - half, y))
        points.append((centre - half * 0.55, y - height * 0.01))
        right.append((centre + half, y))
        right.append((centre + half * 0.55, y - height * 0.01))
    canvas.polygon(points + right[::-1], fill=colour)
    canvas.rect(x - height * 0.015, foot - height * 0.08, height * 0.03, height * 0.08, fill=colour)


def shore(canvas: Canvas, points: list[Point], colour: str, dark: str) -> None:
    """Paint a foreground bank whose upper edge runs smoothly through `points`."""
    edge = smooth(points)
    canvas.path(
        f"{edge}L{canvas.width + 5} {canvas.height + 5}L-5 {canvas.height + 5}Z",
        fill=canvas.down((0, colour), (1, dark)), filter=canvas.rough(10, 0.02),
    )  # fmt: skip
