"""Finished pages for tests, each rendered once a process however many tests look at it."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pypdf import PdfReader

from service.options import PrintOptions, read_options
from service.pipeline import make_pdf
from service.prepare import prepare_article
from service.print_html import lay_out
from service.report import Report
from service.stages import FinishedPdf, PrintHtml, Submission
from service.workshop import Workshop
from tests.pages.reading import Glyph, Line, glyphs_of, lines_of
from tests.pages.samples import samples


@dataclass(frozen=True)
class Printed:
    """One article with its options, as a PDF, as its print page, and as the engine's boxes."""

    submission: Submission
    options: PrintOptions
    workshop: Workshop

    @cached_property
    def finished(self) -> FinishedPdf:
        return make_pdf(self.submission, self.options, self.workshop)

    @property
    def pdf(self) -> bytes:
        return self.finished.pdf

    @property
    def report(self) -> Report:
        return self.finished.report

    @cached_property
    def page(self) -> PrintHtml:
        prepared = prepare_article(self.submission, self.options, self.workshop.config)
        return lay_out(prepared, self.options, self.workshop.stationery)

    @cached_property
    def document(self) -> Any:
        """The WeasyPrint document: its pages hold the boxes that were drawn."""
        laid_out = self.workshop.typesetter._lay_out(self.page)
        return laid_out[0] if isinstance(laid_out, tuple) else laid_out

    @cached_property
    def reader(self) -> PdfReader:
        return PdfReader(io.BytesIO(self.pdf))

    @property
    def pages(self) -> int:
        return len(self.reader.pages)

    def glyphs(self, page: int | None = None) -> list[Glyph]:
        return [glyph for glyph in glyphs_of(self.pdf) if page in (None, glyph.page)]

    def lines(self, page: int | None = None) -> list[Line]:
        return [line for line in lines_of(self.pdf) if page in (None, line.page)]

    def text(self, page: int | None = None) -> str:
        return "\n".join(line.text for line in self.lines(page))

    @cached_property
    def text_size(self) -> float:
        """The size of the running text in pt: the commonest of all characters."""
        sizes = [round(glyph.size, 2) for glyph in glyphs_of(self.pdf) if glyph.drawn]
        return max(set(sizes), key=sizes.count)

    def text_lines(self, page: int | None = None) -> list[Line]:
        """The lines of running text, by their size."""
        return [line for line in self.lines(page) if abs(line.size - self.text_size) < 0.05]

    def page_size_mm(self, page: int) -> tuple[float, float]:
        box = self.reader.pages[page - 1].mediabox
        return float(box.width) / 72 * 25.4, float(box.height) / 72 * 25.4

    def boxes(self, tag: str) -> Iterator[tuple[int, Any, Any]]:
        """Every laid-out box of the elements `tag`: page from 1, the element, the box."""
        for number, page in enumerate(self.document.pages, 1):
            for box in descendants(page._page_box):
                if getattr(box, "element", None) is not None and box.element_tag == tag:
                    yield number, box.element, box


def descendants(box: Any) -> Iterator[Any]:
    """Every box under a page, margin boxes apart, placed ones included."""
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout.absolute import AbsolutePlaceholder

    for child in getattr(box, "children", ()):
        inner = child._box if isinstance(child, AbsolutePlaceholder) else child
        if not isinstance(inner, boxes.MarginBox):
            yield inner
            yield from descendants(inner)


class Press:
    """Prints samples and submissions, and remembers what it has printed."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._printed: dict[str, Printed] = {}

    def __call__(self, article: str | Submission, **options: Any) -> Printed:
        submission = samples()[article] if isinstance(article, str) else article
        chosen = read_options(options)
        files = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(submission.files.items())}
        key = f"{submission.article.model_dump_json()} {chosen.model_dump_json()} {files}"
        return self._printed.setdefault(key, Printed(submission, chosen, self._workshop))
