"""The types that the stages hand on. Each stage takes one and returns the next, so a skipped stage shows.

    Submission ──► PreparedArticle ──► PrintHtml ──► TypesetPdf ──► FinishedPdf
      source         prepare            print_html     typeset        pipeline

All are plain frozen data that can cross to another process.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from service.article import Article, Person, PullQuote
from service.report import Finding, Report

BlockKind = Literal[
    "paragraph", "heading", "figure", "block-quote", "pull-quote", "side-box", "table", "list", "code", "embed", "rule",
]  # fmt: skip


@dataclass(frozen=True)
class Submission:
    """An article as its source yields it, with the bytes of the files that belong to it, by name."""

    article: Article
    files: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class PreparedImage:
    """A picture in hand: checked, turned upright, in sRGB, no larger than it prints. `name` is unique."""

    name: str
    data: bytes
    media_type: Literal["image/jpeg", "image/png", "image/svg+xml"]
    width: int
    height: int


@dataclass(frozen=True)
class PreparedFigure:
    """A figure of the record, prepared. `image` is None where it failed; `placeholder_ratio` then shapes its box."""

    image: PreparedImage | None
    src: str
    alt: str
    decorative: bool
    caption: str | None
    credit: str | None
    licence: str | None = None
    licence_url: str | None = None
    placeholder_ratio: float = 0.5625
    source_url: str | None = None


@dataclass(frozen=True)
class Block:
    """One top-level block of the body: the unit that a reader can take out. `html` is safe and carries `data-block`."""

    id: str
    kind: BlockKind
    html: str
    text: str


@dataclass(frozen=True)
class Note:
    """A numbered note: an address that the text links to, or a footnote of the article (`html` is safe)."""

    number: int
    url: str | None = None
    html: str | None = None


@dataclass(frozen=True)
class PictureCredit:
    """One line of the picture credits; `figures` counts the pictures that it stands for."""

    credit: str
    licence: str | None = None
    licence_url: str | None = None
    source_url: str | None = None
    figures: int = 1


@dataclass(frozen=True)
class Credits:
    """Everything that the end of the article owes to someone, each once."""

    words: tuple[Person, ...] = ()
    pictures: tuple[PictureCredit, ...] = ()
    contributors: tuple[Person, ...] = ()
    first_published: str | None = None
    rights: str | None = None
    licence: str | None = None


@dataclass(frozen=True)
class PreparedArticle:
    """A safe, numbered article with everything in hand that its page needs."""

    article: Article
    direction: Literal["ltr", "rtl"]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    credits: Credits
    images: Mapping[str, PreparedImage]
    lead_figure: PreparedFigure | None = None
    logo: PreparedImage | None = None
    pull_quotes: tuple[PullQuote, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class PrintHtml:
    """The print page: HTML that a person can read too, whose pictures are `image:NAME` of `images`.

    `root_classes` and `root_style` are those of its root element, by which the styles choose their measures.
    """

    html: str
    images: Mapping[str, PreparedImage]
    stylesheets: tuple[str, ...]
    root_classes: frozenset[str] = frozenset()
    root_style: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class TypesetPdf:
    """What the engine made of the page."""

    pdf: bytes
    pages: int
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class FinishedPdf:
    """The PDF as delivered, with its report."""

    pdf: bytes
    report: Report
