"""The article's own footnotes: the mark in the text, the note wherever the CMS put it, brought together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from service.prepare.markup import Content, Node, element, is_blank, names, nodes_in, rewrite, text_of

_CONTAINER = re.compile(
    r"(^|[-_])(footnotes?|endnotes?|fn-?list|easy-footnotes-wrapper|references?|reflist|notes-list)([-_]|$)"
)
_MARK = re.compile(r"^[\[(]?\s*(\d{1,4}|[*†‡§¶]{1,3}|[a-z]|[ivx]{1,5})\s*[\])]?\.?$", re.IGNORECASE)
_BACK = re.compile(
    r"^[\s\[(]*([↩↑⤴⏎^←⬆]\ufe0e?\ufe0f?|back|return|zurück|retour|volver|jump up|go back)[\s\])]*$", re.IGNORECASE
)
_LEADING_MARK = re.compile(r"^\s*(?:[\[(]\s*(?:\d{1,4}|[*†‡§])\s*[\])]|\d{1,4}[.):]|[*†‡§]{1,3})\s*")
_NOTE_ID = re.compile(r"^_?(fn|ftn|footnote|endnote|edn|note)[-_:.]?(\d{1,4}|[a-z])$", re.IGNORECASE)
_HOLDERS = frozenset({"li", "p", "div", "dd", "section", "aside", "td", "tr"})
_NOTES_TITLES = names(
    "notes footnotes endnotes references fußnoten anmerkungen notas notes de bas de page note noten voetnoten"
)


@dataclass
class Footnotes:
    """The notes by number in `x-footnote`'s `n`, and the content of the body without them."""

    content: list[Content]
    notes: dict[str, list[Content]] = field(default_factory=dict)


def take_footnotes(content: list[Content]) -> Footnotes:
    """Return the content with each footnote's mark as an `x-footnote` element, and the notes apart.

    A link is a footnote's mark where it reads like one (a number, a star) and leads to something that is one: in a
    list of notes, named as a note (`fn1`), or that leads back. A mark whose note is missing stays as superscript.
    """
    targets = _targets(content)
    notes: dict[str, list[Content]] = {}
    cut_out: dict[int, str] = {}
    marks: dict[int, str] = {}
    order = {id(node): place for place, node in enumerate(nodes_in(content))}
    in_note: set[int] = set()
    for link in [node for node in nodes_in(content) if node.tag == "a" and node.get("href").startswith("#")]:
        holder = targets.get(link.get("href")[1:])
        if holder is None or id(link) in in_note or not _is_mark(link) or not _is_note(holder, link):
            continue
        if not holder.in_list and order[id(holder.node)] < order[id(link)]:
            continue  # A link back, from a note to its place in the text.
        key = cut_out.setdefault(id(holder.node), str(len(cut_out) + 1))
        marks[id(link)] = key
        if key not in notes:
            in_note.update(id(node) for node in nodes_in(holder.node.children))
            notes[key] = _note_content(holder.node)
    if not marks and not _has_dead_marks(content, targets):
        return Footnotes(content)
    return Footnotes(_without_notes(content, marks, cut_out, targets), notes)


@dataclass
class _Holder:
    node: Node
    in_list: bool


def _targets(content: Sequence[Content]) -> dict[str, _Holder]:
    """Return by id the element that would be the note: the one with the id, or the paragraph or item around it."""
    targets: dict[str, _Holder] = {}

    def visit(nodes: Sequence[Content], holder: Node | None, in_list: bool) -> None:
        for node in nodes:
            if isinstance(node, str):
                continue
            names = [*node.classes, node.get("id").lower(), node.get("role").lower()]
            inside = in_list or any(_CONTAINER.search(name) or name == "doc-endnotes" for name in names if name)
            inner = node if node.tag in _HOLDERS else holder
            name = node.get("id") or (node.get("name") if node.tag == "a" else "")
            if name and name not in targets:
                targets[name] = _Holder(inner or node, inside)
            visit(node.children, inner, inside)

    visit(content, None, False)
    return targets


def _is_mark(link: Node) -> bool:
    text = text_of(link.children)
    return bool(_MARK.match(text)) or link.get("role") == "doc-noteref" or "footnote-ref" in link.classes


def _is_note(holder: _Holder, link: Node) -> bool:
    if any(node is link for node in nodes_in([holder.node])):
        return False
    named = holder.node.tag in _HOLDERS and _NOTE_ID.match(link.get("href")[1:])
    if holder.in_list or named:
        return text_of(holder.node.children) != ""
    own = text_of(link.children).strip("[]()")
    starts = re.match(rf"[\[(]?{re.escape(own)}[\])]?[.):]?\s+\S", text_of(holder.node.children))
    back = [node for node in nodes_in(holder.node.children) if node.tag == "a" and node.get("href").startswith("#")]
    leads_back = any(_BACK.match(text_of(node.children)) or _MARK.match(text_of(node.children)) for node in back)
    return bool(starts) or leads_back or holder.node.get("role") in {"doc-footnote", "doc-endnote"}


def _note_content(holder: Node) -> list[Content]:
    def without_back(node: Node) -> list[Content] | None:
        if node.tag == "a" and node.get("href").startswith("#"):
            text = text_of(node.children)
            if not text or _BACK.match(text) or _MARK.match(text):
                return []
        if node.tag in {"p", "div", "ol", "ul", "li"}:
            node.children = rewrite(node.children, without_back)
            return [*node.children, " "]
        return None

    content = rewrite(list(holder.children), without_back)
    content = [item for item in content if isinstance(item, str) or item.tag in {"br", "img"} or text_of([item])]
    for index, item in enumerate(content):
        if is_blank(item):
            continue
        if isinstance(item, str):
            content[index] = _LEADING_MARK.sub("", item)
        elif item.tag == "sup" and _MARK.match(text_of(item.children)):
            content[index] = ""
        break
    return content


def _has_dead_marks(content: Sequence[Content], targets: dict[str, _Holder]) -> bool:
    return any(
        node.tag == "a" and node.get("href").startswith("#") and node.get("href")[1:] not in targets and _is_mark(node)
        for node in nodes_in(content)
    )


def _without_notes(
    content: list[Content], marks: dict[int, str], cut_out: dict[int, str], targets: dict[str, _Holder]
) -> list[Content]:
    touched: set[int] = set()

    def change(node: Node) -> list[Content] | None:
        if id(node) in cut_out:
            return []
        if id(node) in marks:
            return [Node("x-footnote", {"n": marks[id(node)]})]
        if (
            node.tag == "a"
            and node.get("href").startswith("#")
            and node.get("href")[1:] not in targets
            and _is_mark(node)
        ):
            return [element("sup", text_of(node.children))]
        had_note = any(isinstance(child, Node) and id(child) in cut_out for child in node.children)
        node.children = rewrite(node.children, change)
        emptied = any(isinstance(child, Node) and id(child) in touched for child in node.children)
        if node.tag == "sup" and any(isinstance(child, Node) and child.tag == "x-footnote" for child in node.children):
            return [item for item in node.children if isinstance(item, Node) or item.strip(" []()")]
        if (had_note or emptied) and not _words_left(node):
            return []
        return [node]

    return _without_last_title(rewrite(content, change)) if cut_out else rewrite(content, change)


def _words_left(node: Node) -> bool:
    text = text_of(node.children)
    return bool(text) and text.casefold().strip(" :") not in _NOTES_TITLES


def _without_last_title(content: list[Content]) -> list[Content]:
    """Return the content without a rule or a heading such as "Notes" that is now the last thing in it."""
    content = list(content)
    while content:
        last = content[-1]
        if (
            is_blank(last)
            or (isinstance(last, Node) and last.tag in {"hr", "br"})
            or (isinstance(last, Node) and text_of([last]).casefold().strip(" :") in _NOTES_TITLES)
        ):
            content.pop()
        elif isinstance(last, Node) and last.tag in {"div", "section", "article"}:
            last.children = _without_last_title(last.children)
            break
        else:
            break
    return content
