"""Running text: the inline elements that print, with everything else around words unwrapped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from service.prepare.markup import Content, Node, is_blank, names, raw_text, trimmed

_LANGUAGE_TAG = re.compile(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")
_ONCE = frozenset({"b", "strong", "i", "u", "s"})

KEPT = names("""a em strong b i u s sub sup small code kbd samp var abbr q cite mark del ins time bdi bdo ruby rb rt
    rp span br wbr x-footnote x-dropped""")  # fmt: skip
RENAMED = {"strike": "s", "tt": "code", "acronym": "abbr", "dfn": "em"}
INLINE = KEPT | RENAMED.keys() | {"font", "big", "nobr", "label", "img", "x-script", "x-math"}
_ATTRIBUTES = {"a": ("href",), "abbr": ("title",), "time": ("datetime",)}
_ALWAYS = ("lang", "dir", "id")
_MAY_BE_EMPTY = frozenset({"br", "wbr", "x-footnote", "x-dropped", "rb", "rt", "rp"})


@dataclass
class Inline:
    """Clean inline content, and the pictures that stood in it before and after its first word."""

    content: list[Content]
    before: list[Node] = field(default_factory=list)
    after: list[Node] = field(default_factory=list)


def clean_inline(content: Sequence[Content]) -> Inline:
    """Return the content in the inline vocabulary, every word kept; pictures are taken out, in order."""
    result = Inline([])
    result.content = trimmed(_clean(content, result, [False]))
    return result


def inline_only(content: Sequence[Content]) -> list[Content]:
    """Return the content in the inline vocabulary, pictures left out."""
    return clean_inline(content).content


def _clean(content: Sequence[Content], result: Inline, seen_words: list[bool]) -> list[Content]:
    cleaned: list[Content] = []
    for item in content:
        if isinstance(item, str):
            seen_words[0] = seen_words[0] or not is_blank(item)
            cleaned.append(item)
        elif item.tag == "img":
            (result.after if seen_words[0] else result.before).append(item)
        elif item.tag == "x-script":
            continue
        else:
            cleaned.extend(_clean_element(item, _clean(item.children, result, seen_words)))
    return cleaned


def _clean_element(node: Node, children: list[Content]) -> list[Content]:
    tag = RENAMED.get(node.tag, node.tag)
    if tag in {"x-footnote", "x-dropped"}:
        return [node]
    names = (*_ATTRIBUTES.get(tag, ()), *_ALWAYS)
    attrs = {name: node.attrs[name] for name in names if node.attrs.get(name)}
    if not _LANGUAGE_TAG.match(attrs.get("lang", "en")):
        del attrs["lang"]
    if tag == "a" and node.get("name"):
        attrs.setdefault("id", node.get("name"))
    if tag not in KEPT or (tag == "a" and "href" not in attrs) or (tag == "abbr" and not attrs):
        tag = "span"
    if tag == "span" and not attrs:
        return _spaced(node, children)
    if tag in _ONCE and not attrs and len(children) == 1 and isinstance(children[0], Node) and children[0].tag == tag:
        return children
    if tag not in _MAY_BE_EMPTY and "id" not in attrs and not _holds_anything(children):
        return children
    return [Node(tag, attrs, children)]


def _spaced(node: Node, children: list[Content]) -> list[Content]:
    # Words of two blocks must not run together where both are unwrapped into one line.
    return children if node.tag in INLINE or not children else [" ", *children, " "]


def _holds_anything(children: Sequence[Content]) -> bool:
    return any(not is_blank(item) for item in children)


def split_at_breaks(content: Sequence[Content]) -> list[list[Content]]:
    """Return the paragraphs of text in which two line breaks or more stand for a new paragraph."""
    parts: list[list[Content]] = [[]]
    breaks = 0
    for item in content:
        if isinstance(item, Node) and item.tag == "br":
            breaks += 1
            parts[-1].append(item)
            continue
        if is_blank(item):
            parts[-1].append(item)
            continue
        if breaks > 1:
            parts.append([])
        breaks = 0
        if isinstance(item, Node) and item.children:
            inner = split_at_breaks(item.children) or [item.children]
            parts[-1].append(Node(item.tag, item.attrs, inner[0]))
            parts.extend([Node(item.tag, _without_id(item.attrs), segment)] for segment in inner[1:])
        else:
            parts[-1].append(item)
    return [part for part in map(trimmed, parts) if part]


def _without_id(attrs: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in attrs.items() if name != "id"}


def cut(content: Sequence[Content], start: int, end: int) -> list[Content]:
    """Return the content whose raw text lies between two positions, elements kept around what stays of them."""
    result: list[Content] = []
    position = 0
    for item in content:
        length = len(raw_text([item]))
        low, high = max(start - position, 0), min(end - position, length)
        if isinstance(item, str):
            if low < high:
                result.append(item[low:high])
        elif low < high and low == 0 and high == length:
            result.append(item)
        elif low < high:
            result.append(Node(item.tag, item.attrs, cut(item.children, low, high)))
        elif length == 0 and start <= position <= end:
            result.append(item)
        position += length
    return result
