"""The soup of a body into top-level blocks, each of one kind: the unit that a reader can take out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import ClassVar

from service.labels import Labels
from service.prepare import figures, lists, tables
from service.prepare.block_quotes import is_attribution_element, quote_draft
from service.prepare.drafts import Draft, paragraph
from service.prepare.embeds import print_embed
from service.prepare.headings import TAGS as HEADINGS
from service.prepare.inline import INLINE, clean_inline, inline_only, split_at_breaks
from service.prepare.markup import Content, Node, element, is_blank, nodes_in, raw_text, rewrite, text_of
from service.prepare.pull_quotes import is_pull_quote, pulled

_SIDE_BOX_CLASS = re.compile(
    r"^((fact|info|side|call-?out|key-?facts?|note|explainer|background|summary)-?_?(box|bar|card)?"
    r"|kg-callout-card|callout|infobox|factbox|sidebox|sidebar|box|boxout|pull-?out|wp-block-coblocks-alert)$"
)
_NOT_ALONE_A_BOX = frozenset({"note", "summary", "background", "side", "info", "fact"})
_LONGEST_LOOSE_CAPTION = 600  # Characters beside a picture that are still said about it.
_VERSE = frozenset({"wp-block-verse", "verse", "poem", "poetry"})
_LANGUAGE = ("lang", "dir")


class Flow:
    """Reads content in order and collects its blocks. `language` is the article's; labels name what embeds were."""

    def __init__(self, language: str, labels: Labels) -> None:
        self.drafts: list[Draft] = []
        self._language = language
        self._labels = labels
        self._run: list[Content] = []
        self._marks: list[Content] = []
        self._has_block: dict[int, tuple[Node, bool]] = {}

    def blocks(self, content: Sequence[Content]) -> list[Draft]:
        """Return the blocks of some content, apart from those collected so far."""
        inner = Flow(self._language, self._labels)
        inner._has_block = self._has_block
        return inner.read(content)

    def read(self, content: Sequence[Content]) -> list[Draft]:
        """Return the blocks of the content; no word of it is lost."""
        self._add(content, ())
        self._flush()
        if self._marks and self.drafts:
            self.drafts[-1].node.children += self._marks
        return self.drafts

    def inside(self, content: Sequence[Content]) -> list[Content]:
        """Return the content of a list item or the like: running text as it is, blocks as blocks."""
        blocks = self.blocks(content)
        if not blocks:
            return []
        first = blocks[0]
        rest = [block.node for block in blocks[1:]]
        loose = first.kind == "paragraph" and not any(block.kind == "paragraph" for block in blocks[1:])
        return [*first.node.children, *rest] if loose else [first.node, *rest]

    def _add(self, content: Sequence[Content], around: tuple[Node, ...], attrs: dict[str, str] | None = None) -> None:
        for item in content:
            if isinstance(item, str):
                self._run.append(_wrapped([item], around)[0] if item.strip() else item)
            elif item.tag == "x-dropped":
                self._run.append(item)
            elif item.tag in INLINE and not self._holds_block(item):
                self._run.extend(_wrapped([item], around))
            elif item.tag in INLINE:
                # A link or bold text around blocks goes into each of them.
                shell = Node(item.tag, {k: v for k, v in item.attrs.items() if k != "id"})
                self._add(item.children, (*around, shell), attrs)
            else:
                self._flush(attrs)
                self._add_block(item, around)
        self._flush(attrs)

    def _holds_block(self, node: Node) -> bool:
        known = self._has_block.get(id(node))
        if known is None:
            holds = any(
                isinstance(child, Node) and (child.tag not in INLINE | {"x-dropped"} or self._holds_block(child))
                for child in node.children
            )
            # The node is kept with the answer, or another could come to stand at its address.
            known = self._has_block[id(node)] = (node, holds)
        return known[1]

    def _flush(self, attrs: dict[str, str] | None = None) -> None:
        """Make paragraphs of the running text so far; its pictures stand before or after them."""
        run, self._run = self._run, []
        if not any(not is_blank(item) for item in run):
            return
        inline = clean_inline(run)
        self._pictures(inline.before)
        for part in split_at_breaks(inline.content):
            if not is_blank(text_of(part)):
                self._put(Draft("paragraph", Node("p", dict(attrs or {}), part)))
            else:
                self._marks += [node for node in nodes_in(part) if node.tag == "x-dropped"]
        self._pictures(inline.after)

    def _pictures(self, images: Sequence[Node]) -> None:
        for image in images:
            self._put(Draft("figure", figures.draft_picture(image, [], self._language)))

    def _put(self, draft: Draft) -> None:
        draft.node.children += self._marks
        self._marks = []
        self.drafts.append(draft)

    def _add_block(self, node: Node, around: tuple[Node, ...]) -> None:
        before = len(self.drafts)
        self._dispatch(node, around)
        # An id that a link leads to is kept by the first block of what had it.
        if node.get("id") and len(self.drafts) > before:
            self.drafts[before].node.attrs.setdefault("id", node.get("id"))

    def _dispatch(self, node: Node, around: tuple[Node, ...]) -> None:
        if is_pull_quote(node):
            self._pull_quote(node)
        elif node.tag == "figure" or figures.is_figure_shape(node) or figures.is_gallery(node):
            self._figure(node)
        elif read := self._BY_TAG.get(node.tag):
            read(self, node)
        elif node.tag == "aside" or _is_side_box(node):
            self._side_box(node)
        else:
            self._add(node.children, around, {name: node.attrs[name] for name in _LANGUAGE if node.attrs.get(name)})

    def _rule(self, _: Node) -> None:
        self._put(Draft("rule", element("hr")))

    def _embed(self, node: Node) -> None:
        self._put(Draft("embed", print_embed(node, self._labels)))

    def _list(self, node: Node) -> None:
        if printed := lists.print_list(node, self.inside):
            self._put(Draft("list", printed))

    def _definitions(self, node: Node) -> None:
        if printed := lists.print_definitions(node, self.inside):
            self._put(Draft("list", printed))

    def _heading(self, node: Node) -> None:
        inline = clean_inline(node.children)
        self._pictures(inline.before)
        if text_of(inline.content):
            attrs = {name: node.attrs[name] for name in _LANGUAGE if node.attrs.get(name)}
            if node.get("id"):
                attrs["x-id"] = node.get("id")
            self._put(Draft("heading", Node(node.tag, attrs, inline.content)))
        self._pictures(inline.after)

    def _preformatted(self, node: Node) -> None:
        if _VERSE.intersection(node.classes):
            lines = rewrite(list(node.children), lambda _: None)
            self._add(_with_breaks(lines), ())
            return
        text = raw_text(node.children).strip("\n").rstrip()
        if text.strip():
            marks = [inner for inner in nodes_in(node.children) if inner.tag == "x-dropped"]
            self._put(Draft("code", element("pre", element("code", text), *marks)))

    def _table(self, node: Node, caption: Sequence[Content] = ()) -> None:
        if tables.is_layout_table(node):
            for cell in tables.cells_in_order(node):
                self._add(cell.children, ())
            if caption:
                self._put(paragraph(*caption))
        elif printed := tables.print_table(node, caption):
            self._put(Draft("table", printed))

    def _details(self, node: Node) -> None:
        for child in node.children:
            if isinstance(child, Node) and child.tag == "summary":
                summary = inline_only(child.children)
                if text_of(summary):
                    self._put(paragraph(element("strong", *summary)))
            else:
                self._add([child], ())

    def _side_box(self, node: Node) -> None:
        inner = self.blocks(node.children)
        if any(block.kind == "pull-quote" for block in inner) and len(inner) == 1:
            self._put(inner[0])
        elif inner:
            self._put(Draft("side-box", element("aside", *(block.node for block in inner), class_="side-box")))

    def _quote(self, node: Node, said: Sequence[Content] = ()) -> None:
        said_inside: list[Content] = list(said)

        def take(inner: Node) -> list[Content] | None:
            is_said = not text_of(said_inside) and is_attribution_element(inner) and text_of(inner.children)
            if is_said and text_of(inner.children) != text_of(node.children):
                said_inside[:] = inner.children
                return []
            return None

        words = self.blocks(rewrite(list(node.children), take))
        draft = quote_draft(words, said_inside, self._language)
        if draft:
            self._put(draft)
        elif text_of(said_inside):
            self._put(paragraph(*inline_only(said_inside)))

    def _pull_quote(self, node: Node) -> None:
        quotes = [inner for inner in nodes_in([node]) if inner.tag == "blockquote"]
        said = figures.caption_of(node) if any(n.tag == "figcaption" for n in nodes_in(node.children)) else []
        inner = Flow(self._language, self._labels)
        source = quotes[0] if quotes else node
        inner._quote(Node("blockquote", {}, source.children), said)
        for draft in inner.drafts:
            self._put(pulled(draft, self._language) if draft.kind == "block-quote" else draft)

    def _figure(self, node: Node) -> None:
        tags = {inner.tag for inner in nodes_in(node.children)}
        images = figures.distinct_images(node)
        quoted = next((tag for tag in ("blockquote", "table", "x-embed") if tag in tags), None)
        if quoted and not (quoted == "x-embed" and images):
            self._captioned(*figures.take_caption(node), quoted)
        elif len(images) > 1:
            self._gallery(node)
        elif images:
            self._single_picture(node, images[0])
        else:
            self._add(node.children, ())

    def _single_picture(self, node: Node, image: Node) -> None:
        """Add a figure's one picture with what is said about it; a long text beside a picture is a text."""
        if not figures.has_caption(node) and len(text_of(node.children)) >= _LONGEST_LOOSE_CAPTION:
            self._add(node.children, ())
            return
        caption, rest = figures.part_figure(node)
        self._put(Draft("figure", figures.draft_picture(image, caption, self._language)))
        self._add(rest, ())

    def _captioned(self, content: list[Content], caption: list[Content], tag: str) -> None:
        """Add what a figure holds with its caption given to the first element of that tag, the rest as it comes."""
        given = False

        def take(node: Node) -> list[Content] | None:
            nonlocal given
            if node.tag == tag and not given:
                given = True
                self._flush()
                if tag == "blockquote":
                    self._quote(node, caption)
                elif tag == "table":
                    self._table(node, inline_only(caption))
                else:
                    self._put(Draft("embed", print_embed(node, self._labels, inline_only(caption))))
                return []
            return None

        self._add(rewrite(content, take), ())

    def _gallery(self, node: Node) -> None:
        pictures: list[Content] = []
        rest: list[Content] = []

        def take(inner: Node) -> list[Content] | None:
            images = [inner] if inner.tag == "img" else figures.distinct_images(inner)
            if len(images) == 1 and (inner.tag in {"figure", "li", "img", "dl"} or figures.is_figure_shape(inner)):
                caption, beside = figures.part_figure(inner) if inner.tag != "img" else ([], [])
                said = [*caption, " ", *beside]
                pictures.append(figures.draft_picture(images[0], said, self._language))
                return []
            return None

        rest = rewrite(list(node.children), take)
        self._put(Draft("figure", element("div", *pictures, class_="gallery")))
        self._add(rest, ())

    _BY_TAG: ClassVar[dict[str, Callable[[Flow, Node], None]]] = {
        **dict.fromkeys(HEADINGS, _heading), **dict.fromkeys(("ul", "ol", "menu"), _list), "dl": _definitions,
        "table": _table, "pre": _preformatted, "hr": _rule, "blockquote": _quote, "x-embed": _embed,
        "details": _details,
    }  # fmt: skip


def _wrapped(content: list[Content], around: tuple[Node, ...]) -> list[Content]:
    for shell in reversed(around):
        content = [Node(shell.tag, dict(shell.attrs), content)]
    return content


def _with_breaks(content: list[Content]) -> list[Content]:
    lines: list[Content] = []
    for item in content:
        if isinstance(item, str):
            for index, line in enumerate(item.split("\n")):
                indent = len(line) - len(line.lstrip(" \t"))
                # An indent of a verse is part of it; a no-break space alone is kept, a run would be closed up.
                lines += [*([element("br")] if index else []), "\u2003" * bool(indent) + line.strip()]
        else:
            lines.append(item)
    return lines


def _is_side_box(node: Node) -> bool:
    return node.tag in {"div", "section"} and any(
        _SIDE_BOX_CLASS.match(name) and name not in _NOT_ALONE_A_BOX for name in node.classes
    )
