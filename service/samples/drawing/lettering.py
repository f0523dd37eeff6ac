"""Words as paths, for SVG pictures that must not depend on a font of the reader's machine."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

Face = Literal["serif", "italic", "sans"]
Anchor = Literal["start", "middle", "end"]

# A diagram is 1500 or 1600 units wide and prints up to 128 mm wide: 34 units are then 7.7 pt or more, and the capitals
# of the sans 1.9 mm high. The optical size is that of the print, not of the drawing: its letters stand further apart.
SMALLEST = 34
SMALL_PRINT = 8

_FACES: dict[Face, tuple[str, str, bool]] = {
    "serif": ("fontpkg_literata", "Literata", False),
    "italic": ("fontpkg_literata", "Literata-Italic", False),
    "sans": ("fontpkg_inter", "Inter", True),
}


@cache
def _font(face: Face) -> TTFont:
    package, name, _ = _FACES[face]
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    files = sorted(Path(spec.origin).parent.glob(f"files/{name}[[]*.ttf"))
    return TTFont(files[0])


def word_width(
    words: str, size: float, face: Face = "sans", weight: int = 400, tracking: float = 0, opsz: float = 0
) -> float:
    """Return how wide `words` are when set at `size`; `tracking` is in em, the optical size is `size` if `opsz` is 0."""
    glyphs, names = _glyphs(words, face, weight, opsz or size)
    scale = size / _font(face)["head"].unitsPerEm
    return float(sum(glyphs[name].width * scale + tracking * size for name in names) - tracking * size)


def words_path(
    words: str,
    x: float,
    y: float,
    size: float,
    *,
    face: Face = "sans",
    weight: int = 400,
    tracking: float = 0,
    opsz: float = 0,
    anchor: Anchor = "start",
) -> str:
    """Return the path of `words` on the baseline `y`. Glyphs are set one by one, without kerning."""
    glyphs, names = _glyphs(words, face, weight, opsz or size)
    scale = size / _font(face)["head"].unitsPerEm
    x -= word_width(words, size, face, weight, tracking, opsz) * {"start": 0, "middle": 0.5, "end": 1}[anchor]
    pen = SVGPathPen(glyphs, ntos=lambda value: f"{value:.1f}".removesuffix(".0"))
    for name in names:
        glyphs[name].draw(TransformPen(pen, (scale, 0, 0, -scale, x, y)))
        x += glyphs[name].width * scale + tracking * size
    return str(pen.getCommands())


def words_svg(words: str, x: float, y: float, size: float, fill: str = "#1d1d1f", **setting: Any) -> str:
    """Return `words_path` as a path element."""
    return f'<path fill="{fill}" d="{words_path(words, x, y, size, **setting)}"/>'


def _glyphs(words: str, face: Face, weight: int, opsz: float) -> tuple[Any, list[str]]:
    font = _font(face)
    axes = {axis.axisTag: min(max(value, axis.minValue), axis.maxValue)
            for axis in font["fvar"].axes
            for value in [{"wght": weight, "opsz": opsz}.get(axis.axisTag, axis.defaultValue)]}  # fmt: skip
    names = font.getBestCmap()
    return font.getGlyphSet(location=axes), [names.get(ord(letter), ".notdef") for letter in words]
