"""A sheet to draw on: SVG parts in painting order, rendered to JPEG with the grain of a printed illustration.

Lengths are in user units of a sheet `width` by `height`; one unit is one pixel of the saved picture. All chance comes
from `rng`, seeded by the picture's name, so that a picture is drawn the same way each time.
"""

from __future__ import annotations

import io
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import resvg_py
from PIL import Image

Stops = Sequence[tuple[float, str] | tuple[float, str, float]]
Point = tuple[float, float]

_SHEET = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'width="{w}" height="{h}" viewBox="0 0 {w} {h}"><defs>{defs}</defs>{parts}</svg>'
)
_GRAIN = (
    '<filter id="grain" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">'
    '<feTurbulence type="fractalNoise" baseFrequency="0.62" numOctaves="2" seed="11"/>'
    '<feColorMatrix values="0 0 0 0 .5  0 0 0 0 .5  0 0 0 0 .5  1.5 1.5 0 0 -1.25"/></filter>'
    '<filter id="mottle" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">'
    '<feTurbulence type="fractalNoise" baseFrequency="0.006 0.009" numOctaves="3" seed="5"/>'
    '<feColorMatrix values="1.6 0 0 0 -.3  1.6 0 0 0 -.3  1.6 0 0 0 -.3  0 0 0 0 1"/></filter>'
)


def number(value: float) -> str:
    """Return `value` with at most one decimal, as SVG writes it."""
    return f"{value:.1f}".removesuffix(".0")


class Canvas:
    """An SVG under construction. Nothing is validated: it draws our own pictures only."""

    def __init__(self, width: int, height: int, seed: str) -> None:
        self.width, self.height = width, height
        self.rng = random.Random(seed)  # noqa: S311 - drawing, not secrets
        self.defs: list[str] = []
        self.parts: list[str] = []

    def _define(self, markup: str) -> str:
        name = f"d{len(self.defs)}"
        self.defs.append(markup.replace("ID", name, 1))
        return f"url(#{name})"

    def down(self, *stops: tuple[float, str] | tuple[float, str, float]) -> str:
        """Return a fill that changes from the top of a shape to its foot."""
        return self._define(f'<linearGradient id="ID" x1="0" y1="0" x2="0" y2="1">{_stops(stops)}</linearGradient>')

    def across(self, *stops: tuple[float, str] | tuple[float, str, float]) -> str:
        """Return a fill that changes from the left of a shape to its right."""
        return self._define(f'<linearGradient id="ID" x1="0" y1="0" x2="1" y2="0">{_stops(stops)}</linearGradient>')

    def glow(self, *stops: tuple[float, str] | tuple[float, str, float], at: Point = (0.5, 0.5), r: float = 0.5) -> str:
        """Return a round fill, its centre and radius in parts of the shape's box."""
        return self._define(
            f'<radialGradient id="ID" cx="{at[0]}" cy="{at[1]}" r="{r}">{_stops(stops)}</radialGradient>'
        )

    def blur(self, radius: float) -> str:
        """Return a filter that softens edges by `radius` units."""
        return self._define(
            f'<filter id="ID" x="-.3" y="-.3" width="1.6" height="1.6"><feGaussianBlur stdDeviation="{radius}"/></filter>'
        )

    def rough(self, size: float = 6, grain: float = 0.03) -> str:
        """Return a filter that wavers edges by up to `size` units, as a hand does."""
        return self._displace(size, f"{grain}", "1 0 0 0 0  0 1 0 0 0  0 0 1 0 0  0 0 0 0 1")

    def rippled(self, size: float, across: float = 0.004, down: float = 0.07) -> str:
        """Return a filter that breaks a mirror image into level bands, moved sideways by up to `size` units."""
        return self._displace(size, f"{across} {down}", "1.6 0 0 0 -.3  0 0 0 0 .5  0 0 1 0 0  0 0 0 0 1")

    def _displace(self, size: float, frequency: str, matrix: str) -> str:
        scale = (size * 2) ** 0.5  # resvg 0.48 moves by the square of what it is told (measured)
        return self._define(
            '<filter id="ID" x="-.2" y="-.2" width="1.4" height="1.4" color-interpolation-filters="sRGB">'
            f'<feTurbulence type="fractalNoise" baseFrequency="{frequency}" numOctaves="2" '
            f'seed="{self.rng.randrange(999)}"/><feColorMatrix values="{matrix}" result="n"/>'
            f'<feDisplacementMap in="SourceGraphic" in2="n" scale="{scale:.2f}" '
            'xChannelSelector="R" yChannelSelector="G"/></filter>'
        )

    def clip(self, shape: str) -> str:
        """Return a clip path made of the markup `shape`."""
        return self._define(f'<clipPath id="ID">{shape}</clipPath>')

    def add(self, markup: str) -> None:
        """Paint `markup` over everything so far."""
        self.parts.append(markup)

    @contextmanager
    def group(self, **attributes: str | float) -> Iterator[None]:
        """Paint what the block adds as one group; `clip_path` becomes `clip-path`."""
        self.add(f"<g{_attributes(attributes)}>")
        yield
        self.add("</g>")

    def rect(self, x: float, y: float, w: float, h: float, **look: str | float) -> None:
        """Paint a rectangle."""
        self.add(f'<rect x="{number(x)}" y="{number(y)}" width="{number(w)}" height="{number(h)}"{_attributes(look)}/>')

    def ellipse(self, x: float, y: float, rx: float, ry: float | None = None, **look: str | float) -> None:
        """Paint an ellipse around (x, y); a circle without `ry`."""
        ry = rx if ry is None else ry
        self.add(f'<ellipse cx="{number(x)}" cy="{number(y)}" rx="{number(rx)}" ry="{number(ry)}"{_attributes(look)}/>')

    def path(self, d: str, **look: str | float) -> None:
        """Paint an SVG path."""
        self.add(f'<path d="{d}"{_attributes(look)}/>')

    def polygon(self, points: Sequence[Point], **look: str | float) -> None:
        """Paint a closed polygon."""
        self.path("M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z", **look)

    def line(self, x1: float, y1: float, x2: float, y2: float, **look: str | float) -> None:
        """Paint a straight stroke."""
        self.path(f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}", fill="none", **look)

    def blob(self, points: Sequence[Point], **look: str | float) -> None:
        """Paint a closed smooth shape through `points`."""
        self.path(smooth(points, closed=True), **look)

    def svg(self) -> str:
        """Return the picture as SVG, without grain."""
        return self._sheet(self.parts, "".join(self.defs))

    def _sheet(self, parts: Sequence[str], defs: str) -> str:
        return _SHEET.format(w=self.width, h=self.height, defs=defs, parts="".join(parts))

    def save_jpeg(self, path: Path, grain: float = 0.16, quality: int = 88) -> None:
        """Write the picture, its edges smoothed at twice the size, to `path`."""
        whole = f'width="{self.width}" height="{self.height}"'
        paper = (
            f'<rect {whole} filter="url(#mottle)" opacity="{grain * 0.9:.3f}" style="mix-blend-mode:soft-light"/>'
            f'<rect {whole} fill="#000" filter="url(#grain)" opacity="{grain:.3f}" style="mix-blend-mode:overlay"/>'
        )
        sheet = self._sheet([*self.parts, paper], "".join(self.defs) + _GRAIN)
        png = bytes(resvg_py.svg_to_bytes(svg_string=sheet, background="#ffffff", width=self.width, height=self.height))
        path.parent.mkdir(parents=True, exist_ok=True)
        image = Image.open(io.BytesIO(png)).convert("RGB")
        image.save(path, "JPEG", quality=quality, optimize=True, progressive=False, subsampling=1)


def _stops(stops: Stops) -> str:
    return "".join(
        f'<stop offset="{stop[0]}" stop-color="{stop[1]}" stop-opacity="{stop[2] if len(stop) == 3 else 1}"/>'
        for stop in stops
    )


def _attributes(look: dict[str, str | float]) -> str:
    return "".join(f' {name.replace("_", "-")}="{value}"' for name, value in look.items())


def smooth(points: Sequence[Point], closed: bool = False) -> str:
    """Return a path that runs smoothly through `points` (a Catmull-Rom spline as cubic curves)."""
    count = len(points)
    path = f"M{number(points[0][0])} {number(points[0][1])}"
    for i in range(count if closed else count - 1):
        before, start, end, after = (_at(points, i + offset, closed) for offset in (-1, 0, 1, 2))
        path += (
            f"C{number(start[0] + (end[0] - before[0]) / 6)} {number(start[1] + (end[1] - before[1]) / 6)} "
            f"{number(end[0] - (after[0] - start[0]) / 6)} {number(end[1] - (after[1] - start[1]) / 6)} "
            f"{number(end[0])} {number(end[1])}"
        )
    return path + ("Z" if closed else "")


def _at(points: Sequence[Point], index: int, closed: bool) -> Point:
    return points[index % len(points)] if closed else points[min(max(index, 0), len(points) - 1)]


def mix(first: str, second: str, share: float) -> str:
    """Return the colour `share` of the way from `first` to `second`, both #rrggbb."""
    pairs = ((int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
