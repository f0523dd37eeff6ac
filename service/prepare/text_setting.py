"""The micro-typography of a body's paragraphs: what reads as one stays on one line, and no last line is a scrap."""

from __future__ import annotations

from collections.abc import Iterator

from service.languages import is_cjk
from service.prepare.markup import Node, element, nodes_in
from service.prepare.typography import bind_nodes, bind_runt, bind_words, opening_words, split_last_word

_PARAGRAPHS = frozenset({"p", "li", "dd", "dt", "figcaption", "td", "th", "caption", "h2", "h3", "h4"})
_INLINE = frozenset(
    {"a", "em", "strong", "b", "i", "u", "s", "small", "abbr", "cite", "q", "mark", "del", "ins", "span", "bdi", "bdo"}
)
_ENDS_IN_A_WORD = frozenset({"p", "li", "dd"})
_CJK_TAIL = 4  # Characters of Chinese, Japanese and Korean type that a last line has at least.
# Characters; a longer last word may be wider than a narrow line, and is divided as any other.
_LONGEST_KEPT = 24
_OPENING_LENGTH = 150  # Characters that a first paragraph needs to carry its opening words in small capitals.

_Slot = tuple[Node, int]


def set_text(block: Node, language: str) -> None:
    """Bind the words of every paragraph in a block, and keep its last word whole. Idempotent; the letters stay."""
    for paragraph in [node for node in nodes_in([block]) if node.tag in _PARAGRAPHS]:
        slots = list(_text_slots(paragraph))
        if not slots:
            continue
        texts = bind_nodes([_text(slot) for slot in slots], bind_words, language)
        if paragraph.tag in _ENDS_IN_A_WORD:
            texts = bind_nodes(texts, bind_runt, language)
        for (parent, index), text in zip(slots, texts, strict=True):
            parent.children[index] = text
        if paragraph.tag in _ENDS_IN_A_WORD:
            _keep_last_word(paragraph, cjk=is_cjk(language))


def set_opening(block: Node, language: str) -> None:
    """Mark the opening words of an article's first paragraph, which print in small capitals."""
    first = block.children[0] if block.children else None
    if block.tag != "p" or not isinstance(first, str) or len("".join(map(_text, _text_slots(block)))) < _OPENING_LENGTH:
        return
    end = opening_words("".join(map(_text, _text_slots(block))), language)
    # A phrase cut short where a link begins would read as two.
    if 0 < end <= len(first):
        block.children[:1] = [element("span", first[:end], class_="opening-words"), first[end:]]


def _text_slots(node: Node) -> Iterator[_Slot]:
    # Text inside code, superscripts and nested lists is a text of its own.
    for index, child in enumerate(node.children):
        if isinstance(child, str):
            yield node, index
        elif child.tag in _INLINE:
            yield from _text_slots(child)


def _text(slot: _Slot) -> str:
    parent, index = slot
    text = parent.children[index]
    assert isinstance(text, str)  # noqa: S101 - what makes it a slot
    return text


def _keep_last_word(paragraph: Node, *, cjk: bool) -> None:
    parent: Node = paragraph
    while parent.children and isinstance(parent.children[-1], Node) and parent.children[-1].tag in _INLINE:
        if {"keep", "tail"} & set(parent.children[-1].classes):
            return
        parent = parent.children[-1]
    if parent.children and isinstance(last := parent.children[-1], str):
        if cjk:
            if len(last) > _CJK_TAIL and last[-_CJK_TAIL:].strip():
                parent.children[-1:] = [last[:-_CJK_TAIL], element("span", last[-_CJK_TAIL:], class_="tail")]
            return
        head, word = split_last_word(last)
        # The element begins where a line may: WeasyPrint 70 breaks in the wrong place where the text before
        # an element ends in a no-break space.
        bound = head.rpartition(" ")[2]
        head, word = head[: len(head) - len(bound)], bound + word
        if head and word.strip() and len(word) <= _LONGEST_KEPT:
            parent.children[-1:] = [head, element("span", word, class_="keep")]
