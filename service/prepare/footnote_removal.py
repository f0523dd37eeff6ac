"""The body without its footnotes: marks in their place, and neither an empty list nor its heading left behind."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from service.prepare.markup import Content, Node, element, is_blank, text_of

_TITLES = frozenset(
    title.casefold()
    for title in (
        "notes", "note", "footnotes", "endnotes", "references", "fußnoten", "anmerkungen", "notas", "notas al pie",
        "notas de rodapé", "notes de bas de page", "noten", "voetnoten", "fotnoter", "noter", "przypisy",
        "примечания", "сноски", "примітки",
    )
)  # fmt: skip
_UNLINKED_NOTE = re.compile(r"^(?:[\[(]\s*)?(?:\d{1,3}|[*†‡§¶]{1,3})[\]).:\s]")


class NoteRemoval:
    """Takes notes out of a tree. `marks` are the links that become marks, `cut_out` the notes, by node identity.

    `dead` are marks whose note is missing; they stay as superscript. Words that are no note stay where they are.
    """

    def __init__(self, marks: Mapping[int, str], cut_out: Mapping[int, str], dead: frozenset[int]) -> None:
        self._marks = marks
        self._cut_out = cut_out
        self._dead = dead

    def take_from(self, content: Sequence[Content]) -> list[Content]:
        """Return the content with marks as `x-footnote` elements and without the notes."""
        return self._level(content)[0]

    def _level(self, content: Sequence[Content]) -> tuple[list[Content], bool]:
        kept: list[Content] = []
        cut_any = cut_last = False
        for item in content:
            found, cut = self._item(item)
            # The heading goes once it is clear that no note stays below it.
            if cut_last and found and not is_blank(item):
                cut_last = False
                if not _is_unlinked_note(item):
                    _drop_title(kept)
            kept += found
            if cut and not found:
                cut_any = cut_last = True
            cut_any = cut_any or cut
        if cut_last:
            _drop_title(kept)
        return kept, cut_any

    def _item(self, item: Content) -> tuple[list[Content], bool]:
        if isinstance(item, str):
            return [item], False
        if id(item) in self._cut_out:
            return [], True
        if id(item) in self._marks:
            return [Node("x-footnote", {"n": self._marks[id(item)]})], False
        if id(item) in self._dead:
            return [element("sup", text_of(item.children))], False
        if item.tag == "ol":
            self._keep_numbers(item)
        item.children, cut = self._level(item.children)
        if item.tag == "sup" and any(isinstance(child, Node) and child.tag == "x-footnote" for child in item.children):
            return [child for child in item.children if isinstance(child, Node) or child.strip(" []()")], cut
        return ([] if cut and not _words_left(item) else [item]), cut

    def _keep_numbers(self, ordered: Node) -> None:
        """Give the items that stay in a list the numbers they had before others left it."""
        items = [child for child in ordered.children if isinstance(child, Node) and child.tag == "li"]
        if "reversed" in ordered.attrs or not any(id(item) in self._cut_out for item in items):
            return
        number = int(ordered.get("start")) - 1 if re.fullmatch(r"\d{1,6}", ordered.get("start")) else 0
        for item in items:
            number = int(item.get("value")) if re.fullmatch(r"\d{1,6}", item.get("value")) else number + 1
            item.attrs["value"] = str(number)


def _words_left(node: Node) -> bool:
    holds = text_of(node.children) or any(isinstance(child, Node) and child.tag == "img" for child in node.children)
    return bool(holds) and not _is_title(node)


def _is_title(item: Content) -> bool:
    return text_of([item]).casefold().strip(" :.") in _TITLES


def _is_unlinked_note(item: Content) -> bool:
    return isinstance(item, Node) and bool(item.get("id")) and bool(_UNLINKED_NOTE.match(text_of(item.children)))


def _drop_title(kept: list[Content]) -> None:
    """Take a rule or a heading such as "Notes" from the end of what was kept."""
    while kept:
        last = kept[-1]
        if is_blank(last) or (isinstance(last, Node) and last.tag in {"hr", "br"}) or _is_title(last):
            kept.pop()
        else:
            break
