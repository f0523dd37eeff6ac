"""Numbered notes: the addresses that the text links to and the article's footnotes, in one order of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from service.options import Links
from service.prepare.addresses import link_address, same_address_key, says_its_address
from service.prepare.inline import inline_only
from service.prepare.markup import Content, Node, element, nodes_in, rewrite, text_of, write_markup
from service.prepare.sanitize import seal
from service.stages import Note

_NO_FLOAT = frozenset({"table", "figcaption", "pre", "h2", "h3", "h4", "aside", "dt"})
"""Where a note must not float to the page's foot: the engine sets these in one piece, or repeats or lists them."""

_UNSAFE_IN_ID = re.compile(r"[^A-Za-z0-9._-]+")


class NoteBook:
    """Numbers notes in the order of the text, each address and each footnote once.

    With `links=footnotes` a note stands at the foot of its page, as a `span.footnote` after its first mention, except
    in tables, captions, headings and boxes: those are listed at the end, as all are otherwise. `listed` are the notes
    for that list. With `links=none` addresses have no notes; footnotes still do.
    """

    def __init__(self, links: Links, base: str | None, footnotes: Mapping[str, Sequence[Content]]) -> None:
        self.listed: list[Note] = []
        self._links = links
        self._base = base
        self._footnotes = footnotes
        self._numbers: dict[str, int] = {}
        self._mentions: dict[int, int] = {}
        self._anchors: dict[str, str] = {}

    def read_anchors(self, nodes: Iterable[Node]) -> None:
        """Give every element that a link of the article leads to an id that cannot clash with ours."""
        nodes = list(nodes)
        wanted = {
            address[1:]
            for node in nodes
            if node.tag == "a" and (address := link_address(node.get("href"), self._base)) and address.startswith("#")
        }
        for node in nodes:
            given = node.get("x-id") or node.get("id")
            ours = node.get("id") if re.match(r"^h-\d+$", node.get("id")) and node.tag in {"h2", "h3", "h4"} else ""
            node.attrs.pop("x-id", None)
            if given in wanted and given not in self._anchors:
                node.attrs["id"] = ours or self._new_anchor(given)
                self._anchors[given] = node.get("id")
            elif not ours:
                node.attrs.pop("id", None)

    def _new_anchor(self, given: str) -> str:
        name = "x-" + (_UNSAFE_IN_ID.sub("-", given)[:60] or "-")
        return name if name not in self._anchors.values() else f"{name}.{len(self._anchors) + 1}"

    def number(self, content: list[Content], *, may_float: bool = True) -> list[Content]:
        """Return the content with a note's number after each link and in place of each footnote's mark."""

        def change(node: Node) -> list[Content] | None:
            if node.tag == "x-footnote":
                return self._footnote(node.get("n"), may_float=may_float)
            if node.tag == "a":
                return self._link(node, may_float=may_float)
            if node.tag in _NO_FLOAT and may_float:
                node.children = self.number(node.children, may_float=False)
                return [node]
            return None

        return rewrite(content, change)

    def _link(self, node: Node, *, may_float: bool) -> list[Content]:
        # HTML has no link inside a link, but a footnote's mark may stand in one.
        inner = self.number(node.children, may_float=may_float) if _holds_mark(node) else node.children
        text = text_of(node.children)
        address = link_address(node.get("href"), self._base)
        kept: dict[str, str] = {name: node.attrs[name] for name in ("id", "lang", "dir") if node.attrs.get(name)}
        if address is None or not text:
            return [Node("span", kept, inner)] if kept else inner
        if address.startswith("#"):
            anchor = self._anchors.get(address[1:])
            return [Node("a", {**kept, "href": f"#{anchor}"}, inner)] if anchor else inner
        link = Node("a", {**kept, "href": address}, inner)
        if self._links == "none" or says_its_address(text, address):
            return [link]
        shown = address.removeprefix("mailto:").removeprefix("tel:")
        footnote: list[Content] = [element("a", shown, href=address)]
        return [link, *self._reference("url " + same_address_key(address), address, footnote, may_float=may_float)]

    def _footnote(self, key: str, *, may_float: bool) -> list[Content]:
        content = inline_only(list(self._footnotes[key]))
        return self._reference(f"note {key}", None, content, may_float=may_float)

    def _reference(self, key: str, url: str | None, content: list[Content], *, may_float: bool) -> list[Content]:
        """Return the number of a note, at its first mention with the note itself where that goes to the page's foot."""
        first = key not in self._numbers
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        mention = self._mentions[number] = self._mentions.get(number, 0) + 1
        own_id = f"ref-{number}" if mention == 1 else f"ref-{number}-{mention}"
        mark = element("a", str(number), class_="note-ref", id=own_id, href=f"#note-{number}", role="doc-noteref")
        if not first:
            return [mark]
        # The links of a footnote are clickable; a note on a note would have no place of its own.
        printed = _plain_links(content, self._base)
        if self._links == "footnotes" and may_float:
            back = element("a", f"{number} ", href=f"#ref-{number}")
            return [mark, element("span", back, *printed, class_="footnote", id=f"note-{number}", role="note")]
        self.listed.append(
            Note(number, url=url) if url else Note(number, html=seal(write_markup(_with_addresses(printed))))
        )
        return [mark]


def _holds_mark(node: Node) -> bool:
    return any(inner.tag in {"x-footnote", "a"} for inner in nodes_in(node.children))


def _plain_links(content: list[Content], base: str | None) -> list[Content]:
    def change(node: Node) -> list[Content] | None:
        if node.tag.startswith("x-"):
            return []
        node.attrs.pop("id", None)
        if node.tag != "a":
            return None
        address = link_address(node.get("href"), base)
        if not address or address.startswith("#"):
            return node.children
        return [Node("a", {"href": address}, node.children)]

    return rewrite(content, change)


def _with_addresses(content: list[Content]) -> list[Content]:
    """Return a footnote whose links say their address in brackets, for the reader on paper."""

    def change(node: Node) -> list[Content] | None:
        if node.tag != "a" or says_its_address(text_of(node.children), node.get("href")):
            return None
        return [node, f" ({re.sub(r'^(https?://(www[.])?|mailto:|tel:)', '', node.get('href'))})"]

    return rewrite(content, change)
