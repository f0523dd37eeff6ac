"""The story: a submission in, a finished PDF or a print page out.

Submission ──► PreparedArticle ──► PrintHtml ──► TypesetPdf ──► FinishedPdf
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from time import perf_counter

from service.errors import StrictRefusal
from service.options import PrintOptions
from service.prepare import prepare_article
from service.print_html import lay_out
from service.report import Report, sort_findings
from service.stages import FinishedPdf, PreparedArticle, PrintHtml, Submission, TypesetPdf
from service.workshop import Workshop


def make_pdf(
    submission: Submission, options: PrintOptions, workshop: Workshop, keep_work: Path | None = None
) -> FinishedPdf:
    """Return the finished PDF of an article, with its report.

    `keep_work` names a folder that then holds every intermediate stage. Raises `StrictRefusal` where `options.strict`
    is set and the page would hurt a reader, `RenderFailed` where the engine fails.
    """
    clock = _Clock()
    prepared = prepare_article(submission, options, workshop.config)
    clock.mark("prepare")
    page = lay_out(prepared, options, workshop.stationery)
    clock.mark("lay_out")
    typeset = workshop.typesetter.typeset_pdf(page)
    clock.mark("typeset")
    report = _report(submission, page, typeset, clock.timings_ms)
    if keep_work:
        standalone = lay_out(prepared, options, workshop.stationery, standalone=True)
        _keep_work(keep_work, prepared, standalone, typeset)
    if options.strict and report.hurts:
        raise StrictRefusal(f"The page of `{submission.article.id}` would hurt a reader; see its report.", report)
    return FinishedPdf(typeset.pdf, report)


def make_html(submission: Submission, options: PrintOptions, workshop: Workshop) -> str:
    """Return the print page as one self-contained HTML document."""
    prepared = prepare_article(submission, options, workshop.config)
    return lay_out(prepared, options, workshop.stationery, standalone=True).html


def _report(submission: Submission, page: PrintHtml, typeset: TypesetPdf, timings_ms: dict[str, float]) -> Report:
    return Report(
        article=submission.article.id,
        pages=typeset.pages,
        bytes=len(typeset.pdf),
        sha256=hashlib.sha256(typeset.pdf).hexdigest(),
        timings_ms=timings_ms,
        **sort_findings([*page.findings, *typeset.findings]),
    )


def _keep_work(folder: Path, prepared: PreparedArticle, page: PrintHtml, typeset: TypesetPdf) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "1-prepared.html").write_text("\n".join(block.html for block in prepared.blocks), encoding="utf-8")
    (folder / "2-print.html").write_text(page.html, encoding="utf-8")
    (folder / "3-typeset.pdf").write_bytes(typeset.pdf)


class _Clock:
    """Milliseconds a stage. The only clock of the pipeline: it feeds the report and never a page."""

    def __init__(self) -> None:
        self.timings_ms: dict[str, float] = {}
        self._last = perf_counter()

    def mark(self, stage: str) -> None:
        now = perf_counter()
        self.timings_ms[stage] = round((now - self._last) * 1000, 1)
        self._last = now
