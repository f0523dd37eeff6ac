"""What tells a footnote's mark from a reference to a place in the text, where the markup names neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.prepare.markup import BLOCKS, Content, Node, is_blank, names, nodes_in, text_of

_PLAIN_MARK = re.compile(r"^(?:[\[(]\s*)?(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z]|[ivx]{1,5})(?:\s*[\])])?\.?$", re.IGNORECASE)
_SPEAKING_MARK = re.compile(r"^[\[(*†‡¶]")
_NOTE_ID = re.compile(
    r"^_*(?:fn|ftn|edn|n|anm|fu(?:ß|ss)note|nota|(?:foot|end|cite[-_]?)?note)s?[-_:.]*(?:\d+|[a-z*])(?:[-_:.]\w+)*$",
    re.IGNORECASE,
)
_NOT_ATTACHED = "([{|/–—-•·§#№"
_HOLDERS = frozenset({"li", "p", "div", "aside"})
_NOT_IN_A_NOTE = names("h1 h2 h3 h4 h5 h6 table figure img pre x-figure x-embed")
_LONGEST_NOTE = 1500


@dataclass(frozen=True)
class Place:
    """Where a link stands: raised or not, and the characters before and after it (a line's end is a newline)."""

    raised: bool
    before: str
    after: str

    @property
    def attached(self) -> bool:
        """Whether the link hangs on the word or the full stop before it, as a mark does and "step 3" does not."""
        return not self.before.isspace() and self.before not in _NOT_ATTACHED and not self.after.isalnum()


def link_places(content: Sequence[Content]) -> dict[int, Place]:
    """Return where each link stands, by the identity of its node."""
    parts: list[str] = ["\n"]
    spans: dict[int, tuple[bool, int, int]] = {}
    length = 1

    def say(text: str) -> None:
        nonlocal length
        parts.append(text)
        length += len(text)

    def visit(items: Sequence[Content], *, raised: bool) -> None:
        for item in items:
            if isinstance(item, str):
                say(item)
                continue
            edge = "\n" if item.tag in BLOCKS or item.tag in {"br", "hr", "img"} else ""
            start = length
            say(edge)
            visit(item.children, raised=raised or item.tag == "sup")
            if item.tag == "a":
                spans[id(item)] = (raised or any(node.tag == "sup" for node in nodes_in([item])), start, length)
            say(edge)

    visit(content, raised=False)
    text = "".join([*parts, "\n"])
    return {key: Place(raised, text[start - 1], text[end]) for key, (raised, start, end) in spans.items()}


def reads_as_mark(link: Node, place: Place) -> bool:
    """Return whether a link is a note's mark by its look or its address, and not the number in "see step 3"."""
    text = text_of(link.children)
    if not _PLAIN_MARK.match(text):
        return False
    speaks = place.raised or place.attached or _SPEAKING_MARK.match(text) or _NOTE_ID.match(link.get("href")[1:])
    return bool(speaks)


def reads_as_note(holder: Node, anchor: Node) -> bool:
    """Return whether a list item or block could be a note: words only, short, the link's target at its beginning."""
    if holder.tag not in _HOLDERS or holds_more_than_words(holder):
        return False
    return 0 < len(text_of(holder.children)) <= _LONGEST_NOTE and _begins_with(holder, anchor)


def holds_more_than_words(holder: Node) -> bool:
    """Return whether a heading, a table, a picture or the like stands in a block, which no note would hold."""
    return any(node.tag in _NOT_IN_A_NOTE for node in nodes_in(holder.children))


def _begins_with(holder: Node, anchor: Node) -> bool:
    node: Content | None = holder
    while isinstance(node, Node):
        if node is anchor:
            return True
        # An empty anchor before the words is still their beginning.
        if any(child is anchor for child in node.children[: _first_words(node) + 1]):
            return True
        node = next((child for child in node.children if not is_blank(child)), None)
    return False


def _first_words(node: Node) -> int:
    return next((place for place, child in enumerate(node.children) if text_of([child])), len(node.children))
