"""Heading levels without a gap: the highest of the body becomes `h2`, each step down is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from service.prepare.markup import Node, text_of
from service.report import SkippedHeading

LOWEST_PRINTED = 4
TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def level_headings(headings: Iterable[Node], block_of: Mapping[int, str]) -> list[SkippedHeading]:
    """Give each heading, in text order, its printed level and `id="h-N"`; return those whose given level skips one.

    Two headings of one level under one parent print alike. `block_of` names the block of an element by its `id()`.
    """
    headings = list(headings)
    top = min((int(heading.tag[1]) for heading in headings), default=1)
    above: list[int] = []
    skipped: list[SkippedHeading] = []
    for number, heading in enumerate(headings, start=1):
        given = int(heading.tag[1])
        while above and above[-1] >= given:
            above.pop()
        skips = given > (above[-1] + 1 if above else top)
        above.append(given)
        printed = min(1 + len(above), LOWEST_PRINTED)
        if skips:
            text = text_of(heading.children)
            skipped.append(SkippedHeading(block=block_of[id(heading)], text=text, given=given, printed=printed))
        heading.tag = f"h{printed}"
        heading.attrs["id"] = f"h-{number}"
    return skipped
