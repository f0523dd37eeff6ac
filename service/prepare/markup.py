"""The tree that preparation works on: read from canonical HTML, rewritten, written as HTML again.

A `Node` has its text among its children, so a pass over it is a plain function from a list of children to a list of
children. Nothing here makes markup safe: `service.prepare.sanitize` does, before the first pass and after the last.
"""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

DEEPEST_NESTING = 80
"""Elements nested deeper are unwrapped. Real bodies were seen to reach 30; every pass recurses at most this far."""


def names(text: str) -> frozenset[str]:
    """Return the names that a text lists, parted by spaces."""
    return frozenset(text.split())


BLOCKS = names(
    "p div section article main header footer aside nav h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure "
    "figcaption address table caption tr td th details summary form label title x-desc x-caption x-credit x-figure "
    "x-embed"
)

VOID = frozenset({"br", "hr", "img", "source", "wbr", "embed", "input", "col", "track", "param"})

# A table needs room for its rows and cells, or its words would stand outside of them.
_DEEPEST_TABLE = DEEPEST_NESTING - 8

_TAG = re.compile(r'<(/?)([a-z][a-z0-9-]*)((?: [a-z-]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_INVISIBLE = " \t\n\r\f\u00a0\u00ad\u200b\u200c\u200d\u2060"
_WIDEST_INDENT = 24
_SPACES = re.compile(r"[ \t\n\r\f]+")


@dataclass
class Node:
    """An element: its tag, attributes and children."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list[Content] = field(default_factory=list)

    def get(self, name: str) -> str:
        """Return an attribute, or the empty string."""
        return self.attrs.get(name, "")

    @property
    def classes(self) -> list[str]:
        """The class names, in lower case."""
        return self.get("class").lower().split()


Content = Node | str


def element(tag: str, *children: Content, **attrs: str) -> Node:
    """Return a new element; `class_` stands for `class`, and `_` in a name for `-`."""
    return Node(tag, {name.rstrip("_").replace("_", "-"): value for name, value in attrs.items()}, list(children))


def read_markup(markup: str) -> list[Content]:
    """Return the tree of canonical markup, as an HTML5 serialiser writes it: no comments, every attribute in quotes."""
    root = Node("root")
    stack = [root]
    too_deep: list[str] = []
    position = 0
    for match in _TAG.finditer(markup):
        if match.start() > position:
            stack[-1].children.append(html.unescape(markup[position : match.start()]))
        position = match.end()
        closing, tag, attributes = match.groups()
        if closing:
            _close(stack, too_deep, tag)
        elif tag in VOID:
            stack[-1].children.append(Node(tag, _attributes(attributes)))
        elif len(stack) >= (_DEEPEST_TABLE if tag == "table" else DEEPEST_NESTING):
            too_deep.append(tag)
        else:
            node = Node(tag, _attributes(attributes))
            stack[-1].children.append(node)
            stack.append(node)
    if position < len(markup):
        stack[-1].children.append(html.unescape(markup[position:]))
    return root.children


def _close(stack: list[Node], too_deep: list[str], tag: str) -> None:
    if too_deep and too_deep[-1] == tag:
        too_deep.pop()
    elif len(stack) > 1 and stack[-1].tag == tag:
        stack.pop()


def _attributes(source: str) -> dict[str, str]:
    return {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(source)} if source else {}


def write_markup(content: Sequence[Content]) -> str:
    """Return HTML, every text and attribute value escaped."""
    parts: list[str] = []
    _write(content, parts)
    return "".join(parts)


def _write(content: Sequence[Content], parts: list[str]) -> None:
    for item in content:
        if isinstance(item, str):
            parts.append(html.escape(item, quote=False))
            continue
        attributes = "".join(f' {name}="{html.escape(value)}"' for name, value in item.attrs.items())
        parts.append(f"<{item.tag}{attributes}>")
        if item.tag not in VOID:
            _write(item.children, parts)
            parts.append(f"</{item.tag}>")


def nodes_in(content: Sequence[Content]) -> Iterator[Node]:
    """Yield every element of the content, in text order."""
    waiting = [item for item in reversed(content) if isinstance(item, Node)]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(item for item in reversed(node.children) if isinstance(item, Node))


def raw_text(content: Sequence[Content], between_blocks: str = "") -> str:
    """Return the text as it stands, line breaks as newlines; `between_blocks` goes at the ends of each block."""
    parts: list[str] = []
    waiting = list(reversed(content))
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            parts.append(item)
        elif item.tag == "br":
            parts.append("\n")
        elif between_blocks and item.tag in BLOCKS:
            waiting.extend([between_blocks, *reversed(item.children), between_blocks])
        else:
            waiting.extend(reversed(item.children))
    return "".join(parts)


def text_of(content: Sequence[Content]) -> str:
    """Return the words on one line, spaces run together, those of two blocks parted by one."""
    return " ".join(raw_text(content, between_blocks=" ").split())


def rewrite(content: Sequence[Content], change: Callable[[Node], list[Content] | None]) -> list[Content]:
    """Return the content with each element replaced by what `change` returns for it; None looks inside it instead."""
    result: list[Content] = []
    for item in content:
        if isinstance(item, str):
            result.append(item)
            continue
        replacement = change(item)
        if replacement is None:
            item.children = rewrite(item.children, change)
            result.append(item)
        else:
            result.extend(replacement)
    return result


def is_blank(item: Content) -> bool:
    """Whether this is text without a visible character."""
    return isinstance(item, str) and not item.strip(_INVISIBLE)


def trimmed(content: Sequence[Content]) -> list[Content]:
    """Return inline content without blank text and line breaks at its ends, spaces run together."""
    items: list[Content] = []
    for is_text, group in itertools.groupby(content, lambda item: isinstance(item, str)):
        if is_text:
            text = "".join(map(str, group))
            items.append(_line(text) if items and _is_break(items[-1]) else _run_together(text))
        else:
            for node in group:
                if _is_break(node) and items and isinstance(items[-1], str):
                    items[-1] = items[-1].rstrip(" ")
                items.append(node)
    start, end = 0, len(items)
    while start < end and (is_blank(items[start]) or _is_break(items[start])):
        start += 1
    while end > start and (is_blank(items[end - 1]) or _is_break(items[end - 1])):
        end -= 1
    items = items[start:end]
    if items and isinstance(items[0], str):
        items[0] = items[0].lstrip()
    if items and isinstance(items[-1], str):
        items[-1] = items[-1].rstrip()
    return items


def _is_break(item: Content) -> bool:
    return isinstance(item, Node) and item.tag == "br"


def _line(text: str) -> str:
    """Return the text after a line break: no-break spaces before its first word are the indent of a verse."""
    words = text.lstrip(_INVISIBLE)
    # A space at the start of a line is none; one after a no-break space is.
    indent = len(re.sub(r"[^ \u00a0]", "", _SPACES.sub(" ", text[: len(text) - len(words)]).lstrip(" ")))
    return "\u00a0" * min(indent, _WIDEST_INDENT) + _run_together(words) if words else _run_together(text).lstrip(" ")


def _run_together(text: str) -> str:
    # One no-break space is typography ("12 km"); a run of them is how an editor without a tab key makes room.
    text = _SPACES.sub(" ", text)
    return re.sub(r"[ \u00a0]{2,}", " ", text)
