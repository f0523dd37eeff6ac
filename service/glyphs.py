"""Finds the characters of a page that no font has a glyph for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set as AbstractSet

from service.report import MissingGlyph

# Unicode 15.0, 5.21: characters that show nothing where a font lacks them, and controls that never reach a font.
_SHOWS_NOTHING = re.compile(
    "[\x00-\x20\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
_NOT_SET = re.compile(r"<(style|script)\b.*?</\1>|<[^>]*>", re.DOTALL)


def missing_glyphs(html: str, covered: AbstractSet[int]) -> list[MissingGlyph]:
    """Return each character of the text of `html` outside `covered` (code points), in code point order."""
    missing = {point for point in set(map(ord, html)) - covered if not _SHOWS_NOTHING.match(chr(point))}
    if not missing:
        return []
    counts = Counter(character for character in _NOT_SET.sub("", html) if ord(character) in missing)
    return [
        MissingGlyph(character=character, code_point=f"U+{ord(character):04X}", count=count)
        for character, count in sorted(counts.items())
    ]
