"""A body of plain paragraphs, blank lines between, as content like any other."""

from __future__ import annotations

import re

from service.prepare.attribution import DASHES
from service.prepare.characters import balanced_bidi, printable
from service.prepare.markup import Content, element

_LONGEST_VERSE = 45  # Characters: shorter lines were broken on purpose, longer ones by an editor that wraps.
_DASH_LINE = re.compile(rf"^\s*[{re.escape(DASHES)}]")


def read_plain_text(body_text: str) -> list[Content]:
    """Return a paragraph for each run of lines; a break stays in verse and before a line that opens with a dash."""
    text = printable(body_text).replace("\r\n", "\n").replace("\r", "\n")
    return [_paragraph(part) for part in re.split(r"\n[ \t\u00a0]*\n\s*", text) if part.strip()]


def _paragraph(part: str) -> Content:
    lines = [line.strip() for line in part.strip().split("\n")]
    verse = len(lines) > 2 and max(map(len, lines)) <= _LONGEST_VERSE
    content: list[Content] = []
    for index, line in enumerate(lines):
        if index:
            content.append(element("br") if verse or _DASH_LINE.match(line) else " ")
        content.append(balanced_bidi(line))
    return element("p", *content)
