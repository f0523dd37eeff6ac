"""How wide words are in a face: what balancing a headline needs before the engine sets it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any


def width_em(text: str, face: Path) -> float:
    """Return the width of `text` in em, from the face's advances; a glyph that it lacks counts as half an em."""
    advances, units = _advances(face)
    return sum(advances.get(ord(character), units / 2) for character in text) / units


@cache
def _advances(face: Path) -> tuple[dict[int, int], int]:
    from fontTools.ttLib import TTFont

    with TTFont(face, lazy=True) as font:
        metrics: Any = font["hmtx"].metrics
        return {point: metrics[name][0] for point, name in font.getBestCmap().items()}, font["head"].unitsPerEm
