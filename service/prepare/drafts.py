"""A block while it is being made: its kind, and its markup as a tree."""

from __future__ import annotations

from dataclasses import dataclass, field

from service.prepare.attribution import Attribution
from service.prepare.markup import Content, Node, element, nodes_in, raw_text, text_of
from service.stages import BlockKind

PICTURE, CAPTION, CREDIT = "x-figure", "x-caption", "x-credit"
"""Elements that a picture and what is said about it have until the picture is in hand."""


@dataclass
class Draft:
    """One top-level block. `said_by` is the line of a quotation's attribution, kept apart until it is printed."""

    kind: BlockKind
    node: Node
    said_by: Attribution | None = None
    id: str = ""
    repeats: str | None = field(default=None)

    @property
    def text(self) -> str:
        """The words on one line."""
        return text_of(self.node.children)

    @property
    def lines(self) -> str:
        """The words, line breaks as newlines."""
        return raw_text(self.node.children).strip()

    @property
    def has_picture(self) -> bool:
        """Whether a picture is in it."""
        return any(node.tag == PICTURE for node in nodes_in([self.node]))


def paragraph(*content: Content, **attrs: str) -> Draft:
    """Return a paragraph."""
    return Draft("paragraph", element("p", *content, **attrs))


def attribution_spans(said_by: Attribution, link: str | None = None) -> list[Content]:
    """Return the speaker and the role as printed; `link` leads to where it was said."""
    speaker: Content = element("a", said_by.speaker, href=link) if link else said_by.speaker
    spans: list[Content] = [element("span", speaker, class_="speaker")]
    if said_by.role:
        spans.append(element("span", f", {said_by.role}", class_="speaker-role"))
    return spans
