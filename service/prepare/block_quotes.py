"""Block quotations with their attribution, in every shape that a CMS gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.prepare.attribution import DASHES, Attribution, parse_attribution
from service.prepare.drafts import Draft, attribution_spans, paragraph
from service.prepare.inline import cut, inline_only, split_at_breaks
from service.prepare.markup import Content, Node, element, is_blank, nodes_in, raw_text, text_of, trimmed
from service.prepare.quotes import whole_quotation

_ATTRIBUTION_CLASS = re.compile(
    r"(^|[-_])(attribution|author|quote-?(author|source|credit|cite|name)|citation|cite|speaker|byline|source)([-_]|$)"
)
_LONGEST_ATTRIBUTION, _LONGEST_SHORT_LINE = 220, 60
_LONGEST_VERSE_LINE = 90  # Characters; a line break in longer lines parts paragraphs of prose.
_SENTENCE_ENDS = re.compile(r"[.!?…:;,”»]$")
_SPEECH_ENDS = re.compile(r"[.!?…”»“’\"'」』]\s*$")
_DASH_START = re.compile(rf"^\s*[{re.escape(DASHES)}]")


def quote_draft(words: Sequence[Draft], said: Sequence[Content], language: str) -> Draft | None:
    """Return a block quotation of some blocks, or None where there are none.

    `said` is what markup outside calls its attribution (a `figcaption`); otherwise one is looked for at its end.
    """
    blocks = [block for block in words if block.text or block.kind == "figure"]
    line, link = (inline_only(said), _link_in(said)) if text_of(said) else ([], None)
    attribution = _read(line, language, marked=True) if line else None
    if line and attribution is None:
        blocks.append(paragraph(*line))
    if not line:
        blocks, attribution, link = _attribution_at_end(blocks, language)
    if not blocks:
        return None
    draft = Draft("block-quote", _figure([block.node for block in blocks]))
    return attribute(draft, attribution, link) if attribution else draft


def _figure(blocks: Sequence[Node]) -> Node:
    """Return the figure of a quotation; one with line breaks in short lines is verse."""
    broken = [block for block in blocks if any(node.tag == "br" for node in nodes_in([block]))]
    lines = [line for block in broken for line in raw_text([block]).split("\n")]
    is_verse = bool(lines) and max(map(len, lines)) <= _LONGEST_VERSE_LINE
    quote = element("blockquote", *blocks)
    return element("figure", quote, class_="block-quote verse" if is_verse else "block-quote")


def attribute(draft: Draft, said_by: Attribution, link: str | None = None) -> Draft:
    """Return a block quotation with its attribution set under it."""
    caption = element("figcaption", *attribution_spans(said_by, link), class_="attribution")
    draft.node.children.append(caption)
    draft.said_by = said_by
    return draft


def _attribution_at_end(blocks: list[Draft], language: str) -> tuple[list[Draft], Attribution | None, str | None]:
    """Return the blocks of a quotation without the attribution at their end, the attribution, and its link."""
    if not blocks or blocks[-1].kind != "paragraph":
        return blocks, None, None
    content = blocks[-1].node.children
    whole = _read(content, language, marked="x-said" in blocks[-1].node.attrs or _is_cite(content))
    blocks[-1].node.attrs.pop("x-said", None)
    if whole and len(blocks) > 1:
        return blocks[:-1], whole, _link_in(content)
    head, tail = _last_line(content)
    said_by = _read(tail, language, marked=_is_cite(tail)) if tail and text_of(head) else None
    if said_by is None:
        return blocks, None, None
    return [*blocks[:-1], paragraph(*head, **blocks[-1].node.attrs)], said_by, _link_in(tail)


def _last_line(content: list[Content]) -> tuple[list[Content], list[Content]]:
    """Return what stands before and after the last line break, or before and in a `cite` that ends the text."""
    breaks = [i for i, item in enumerate(content) if isinstance(item, Node) and item.tag == "br"]
    if breaks:
        return trimmed(content[: breaks[-1]]), trimmed(content[breaks[-1] + 1 :])
    last = next((i for i in range(len(content) - 1, -1, -1) if not is_blank(content[i])), None)
    if last is None or not _is_cite(content[last:]):
        return list(content), []
    head = content[:last]
    text = raw_text(head)
    dash = re.search(rf"\s*[{re.escape(DASHES)}]\s*$", text)
    # A cite in running text names a work; one after a dash, or after the words have ended, says who spoke.
    if not dash and not _SPEECH_ENDS.search(text):
        return list(content), []
    return trimmed(cut(head, 0, dash.start()) if dash else head), list(content[last:])


def _is_cite(content: Sequence[Content]) -> bool:
    visible = [item for item in content if not is_blank(item)]
    return len(visible) == 1 and isinstance(visible[0], Node) and visible[0].tag == "cite"


def _read(content: Sequence[Content], language: str, *, marked: bool) -> Attribution | None:
    text = raw_text(content).strip()
    if not text or len(text) > _LONGEST_ATTRIBUTION:
        return None
    return parse_attribution(text, marked=marked, language=language)


def _link_in(content: Sequence[Content]) -> str | None:
    links = [node.get("href") for node in nodes_in(content) if node.tag == "a"]
    return links[0] if len(links) == 1 else None


def is_attribution_element(node: Node) -> bool:
    """Whether an element inside a quotation is its attribution by tag or class."""
    if node.tag == "footer":
        return True
    return node.tag in {"p", "div", "span", "small", "cite"} and any(_ATTRIBUTION_CLASS.search(n) for n in node.classes)


def join_quotes(drafts: Sequence[Draft], language: str) -> list[Draft]:
    """Return the blocks with each attribution line joined to its quotation, and whole quotations made block quotes."""
    joined: list[Draft] = []
    for draft in drafts:
        previous = joined[-1] if joined else None
        if draft.kind == "paragraph" and previous and _DASH_START.match(draft.lines):
            after_quote = previous.kind == "block-quote" and previous.said_by is None
            said_by = _read(draft.node.children, language, marked=after_quote and _is_short_line(draft.lines))
            if said_by and after_quote:
                attribute(previous, said_by, _link_in(draft.node.children))
                continue
            if said_by and previous.kind == "paragraph":
                pair = Draft("paragraph", element("p", *previous.node.children, " ", *draft.node.children))
                if quoted := _whole_quotation(pair, language):
                    joined[-1] = quoted
                    continue
        joined.append((_whole_quotation(draft, language) if draft.kind == "paragraph" else None) or draft)
    return joined


def _is_short_line(line: str) -> bool:
    """Whether a dash line is short and no sentence: after a block quotation it then says who spoke."""
    return len(line) <= _LONGEST_SHORT_LINE and "\n" not in line and not _SENTENCE_ENDS.search(line)


def _whole_quotation(draft: Draft, language: str) -> Draft | None:
    text = raw_text(draft.node.children)
    if len(text) > 3000:
        return None
    found = whole_quotation(text, language)
    if found is None:
        return None
    words, said_by = found
    start = text.find(words)
    content = cut(draft.node.children, start, start + len(words)) if start >= 0 else [words]
    blocks = [element("p", *part) for part in split_at_breaks(content)]
    quote = Draft("block-quote", _figure(blocks))
    link = _link_in(cut(draft.node.children, start + len(words), len(text))) if start >= 0 else None
    return attribute(quote, said_by, link)
