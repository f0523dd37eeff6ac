"""How wide words are in a face: what balancing a headline needs before the engine sets it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

_SLACK = 1.02  # The engine's kerning and tracking differ a little from the sum of advances.


def balanced_width_em(text: str, face: Path, limit_em: float) -> float:
    """Return the narrowest width, in em, in which `text` needs no more lines than in `limit_em`: even lines.

    Words are broken at spaces only, as headlines are never hyphenated.
    """
    widths = [width_em(word, face) for word in text.split()]
    space = width_em(" ", face)
    lines = _line_count(widths, space, limit_em)
    low, high = max(widths, default=0.0), limit_em
    if lines == 1 or low >= limit_em:
        return limit_em
    while high - low > 0.05:
        middle = (low + high) / 2
        low, high = (low, middle) if _line_count(widths, space, middle) <= lines else (middle, high)
    return min(high * _SLACK, limit_em)


def width_em(text: str, face: Path) -> float:
    """Return the width of `text` in em, from the face's advances; a glyph that it lacks counts as half an em."""
    advances, units = _advances(face)
    return sum(advances.get(ord(character), units / 2) for character in text) / units


def _line_count(widths: list[float], space: float, limit: float) -> int:
    lines, at = 1, 0.0
    for width in widths:
        if at and at + space + width > limit:
            lines, at = lines + 1, width
        else:
            at += (space if at else 0.0) + width
    return lines


@cache
def _advances(face: Path) -> tuple[dict[int, int], int]:
    from fontTools.ttLib import TTFont

    with TTFont(face, lazy=True) as font:
        metrics: Any = font["hmtx"].metrics
        return {point: metrics[name][0] for point, name in font.getBestCmap().items()}, font["head"].unitsPerEm
