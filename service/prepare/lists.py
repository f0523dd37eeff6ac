"""Lists: bullets, numbers and definitions, nested as given."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from service.prepare.markup import Content, Node, element, is_blank, text_of

Flow = Callable[[Sequence[Content]], list[Content]]
"""Returns the blocks of mixed content; running text alone comes back as it is."""

_TYPES = frozenset({"1", "a", "A", "i", "I"})
_NUMBER = re.compile(r"^-?\d{1,6}$")


def print_list(node: Node, flow: Flow) -> Node | None:
    """Return a `ul` or `ol` with clean items, or None where nothing is in it."""
    ordered = node.tag == "ol"
    attrs = {name: node.attrs[name] for name in ("lang", "dir") if node.attrs.get(name)}
    if ordered:
        attrs |= _numbering(node)
    items: list[Content] = []
    for child in _items(node.children):
        if child.tag in {"ul", "ol", "menu"}:
            # A list that stands directly in a list belongs to the item before it.
            inner = print_list(child, flow)
            if inner and items and isinstance(items[-1], Node):
                items[-1].children.append(inner)
            elif inner:
                items.append(element("li", inner))
            continue
        content = flow(child.children)
        if any(not is_blank(item) for item in content):
            value = {"value": child.get("value")} if ordered and _NUMBER.match(child.get("value")) else {}
            items.append(Node("li", value | _id_of(child), content))
    return Node("ol" if ordered else "ul", attrs, items) if items else None


def _numbering(node: Node) -> dict[str, str]:
    attrs = {}
    if _NUMBER.match(node.get("start")) and node.get("start") != "1":
        attrs["start"] = node.get("start")
    if node.get("type") in _TYPES and node.get("type") != "1":
        attrs["type"] = node.get("type")
    if "reversed" in node.attrs:
        attrs["reversed"] = ""
    return attrs


def _id_of(node: Node) -> dict[str, str]:
    return {"id": node.get("id")} if node.get("id") else {}


def _items(content: Sequence[Content]) -> list[Node]:
    """Return the items of a list; what stands between items becomes one, so that no word is lost."""
    items: list[Node] = []
    for item in content:
        if isinstance(item, Node) and item.tag in {"li", "ul", "ol", "menu"}:
            items.append(item)
        elif not is_blank(item):
            items.append(element("li", item))
    return items


def print_definitions(node: Node, flow: Flow) -> Node | None:
    """Return a `dl` of terms and their definitions, or None where nothing is in it."""
    entries: list[Content] = []
    for child in _terms(node.children):
        content = flow(child.children)
        if any(not is_blank(item) for item in content):
            entries.append(Node(child.tag, _id_of(child), content))
    return Node("dl", {}, entries) if text_of(entries) else None


def _terms(content: Sequence[Content]) -> list[Node]:
    terms: list[Node] = []
    for item in content:
        if isinstance(item, Node) and item.tag in {"dt", "dd"}:
            terms.append(item)
        elif isinstance(item, Node) and item.tag in {"div", "dl"}:
            terms.extend(_terms(item.children))
        elif not is_blank(item):
            terms.append(element("dd", item))
    return terms
