"""The article's own footnotes: the mark in the text, the note wherever the CMS put it, brought together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from service.prepare.footnote_removal import NoteRemoval
from service.prepare.footnote_signs import Place, holds_more_than_words, link_places, reads_as_mark, reads_as_note
from service.prepare.markup import Content, Node, is_blank, nodes_in, rewrite, text_of

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
    links = [node for node in nodes_in(content) if node.tag == "a" and node.get("href").startswith("#")]
    places = link_places(content) if links else {}
    for link in links:
        holder = targets.get(link.get("href")[1:])
        if holder is None or id(link) in in_note or not _is_mark(link):
            continue
        if not _is_note(holder, link, places[id(link)]):
            continue
        if not holder.in_list and order[id(holder.node)] < order[id(link)]:
            continue  # A link back, from a note to its place in the text.
        key = cut_out.setdefault(id(holder.node), str(len(cut_out) + 1))
        marks[id(link)] = key
        if key not in notes:
            in_note.update(id(node) for node in nodes_in(holder.node.children))
            notes[key] = _note_content(holder.node, text_of(link.children))
    dead = frozenset(id(link) for link in links if link.get("href")[1:] not in targets and _is_mark(link))
    return Footnotes(NoteRemoval(marks, cut_out, dead).take_from(content) if marks or dead else content, notes)


@dataclass
class _Holder:
    node: Node
    anchor: Node
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
                targets[name] = _Holder(inner or node, node, inside)
            visit(node.children, inner, inside)

    visit(content, None, False)
    return targets


def _is_mark(link: Node) -> bool:
    text = text_of(link.children)
    return bool(_MARK.match(text)) or link.get("role") == "doc-noteref" or "footnote-ref" in link.classes


def _is_note(holder: _Holder, link: Node, place: Place) -> bool:
    if any(node is link for node in nodes_in([holder.node])):
        return False
    named = holder.node.tag in _HOLDERS and _NOTE_ID.match(link.get("href")[1:])
    if holder.in_list or named:
        return text_of(holder.node.children) != ""
    if holds_more_than_words(holder.node):
        return False
    if reads_as_mark(link, place) and reads_as_note(holder.node, holder.anchor):
        return True
    own = text_of(link.children).strip("[]()")
    starts = re.match(rf"[\[(]?{re.escape(own)}[\])]?[.):]?\s+\S", text_of(holder.node.children))
    back = [node for node in nodes_in(holder.node.children) if node.tag == "a" and node.get("href").startswith("#")]
    leads_back = any(_BACK.match(text_of(node.children)) or _MARK.match(text_of(node.children)) for node in back)
    return bool(starts) or leads_back or holder.node.get("role") in {"doc-footnote", "doc-endnote"}


def _note_content(holder: Node, mark: str) -> list[Content]:
    def without_back(node: Node) -> list[Content] | None:
        if node.tag == "a" and node.get("href").startswith("#"):
            text = text_of(node.children)
            if not text or _BACK.match(text) or _MARK.match(text):
                return []
        if node.tag in {"p", "div", "ol", "ul", "li"}:
            node.children = rewrite(node.children, without_back)
            return [*node.children, " "]
        return None

    content = _joined(rewrite(list(holder.children), without_back))
    content = [item for item in content if isinstance(item, str) or item.tag in {"br", "img"} or text_of([item])]
    for index, item in enumerate(content):
        if is_blank(item):
            continue
        if isinstance(item, str):
            content[index] = _without_leading_mark(item, mark)
        elif item.tag == "sup" and _MARK.match(text_of(item.children)):
            content[index] = ""
        break
    return content


def _joined(content: Sequence[Content]) -> list[Content]:
    joined: list[Content] = []
    for item in content:
        if isinstance(item, str) and joined and isinstance(joined[-1], str):
            joined[-1] += item
        else:
            joined.append(item)
    return joined


def _without_leading_mark(text: str, mark: str) -> str:
    """Return a note's first words without its own mark: "1871: a cold year" keeps its year where the mark is 3."""
    own = mark.strip("[]() .")
    if not _MARK.match(own):
        return _LEADING_MARK.sub("", text)
    word = re.escape(own)
    bare = "" if own.isalpha() else rf"|{word}\s+(?=[^\W\d_a-z])"
    return re.sub(
        rf"^\s*(?:[\[(]\s*(?:{word})?\s*[\])][.:]?|{word}\s*[.):]|[*†‡§]{{1,3}}|[.):\]]\s{bare})\s*", "", text
    )
