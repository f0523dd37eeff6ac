"""Characters that no page can print or that lie about its order: out before anything reads the text."""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0001]"
)
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OPENS_EMBEDDING = "\u202a\u202b\u202d\u202e"
_OPENS_ISOLATE = "\u2066\u2067\u2068"
_CLOSES_EMBEDDING, _CLOSES_ISOLATE = "\u202c", "\u2069"


def printable(text: str) -> str:
    """Return the text without control characters, lone surrogates, byte order marks and noncharacters.

    Tab, newline, form feed and carriage return stay, as do joiners, which Persian, Hindi and emoji need.
    """
    return _UNPRINTABLE.sub("", text)


def balanced_bidi(text: str) -> str:
    """Return the text without directional controls (U+202A to U+202E, U+2066 to U+2069) that have no partner in it.

    An override left open would turn the rest of the page around, and can make words read as others.
    """
    if not _BIDI.search(text):
        return text
    stray: set[int] = set()
    opened: list[int] = []
    for index, character in enumerate(text):
        if character in _OPENS_EMBEDDING or character in _OPENS_ISOLATE:
            opened.append(index)
        elif character in (_CLOSES_EMBEDDING, _CLOSES_ISOLATE):
            opens = _OPENS_EMBEDDING if character == _CLOSES_EMBEDDING else _OPENS_ISOLATE
            if opened and text[opened[-1]] in opens:
                opened.pop()
            else:
                stray.add(index)
    stray.update(opened)
    return "".join(character for index, character in enumerate(text) if index not in stray)
