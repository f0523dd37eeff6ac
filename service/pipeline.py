"""The story: a submission in, a finished PDF or a print page out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from service.options import PrintOptions
from service.stages import FinishedPdf, Submission

if TYPE_CHECKING:
    from service.workshop import Workshop


def make_pdf(
    submission: Submission, options: PrintOptions, workshop: Workshop, keep_work: Path | None = None
) -> FinishedPdf:
    """Return the finished PDF of an article, with its report.

    `keep_work` names a folder that then holds every intermediate stage. Raises `StrictRefusal` where `options.strict`
    is set and the page would hurt a reader, `RenderFailed` where the engine fails.
    """
    raise NotImplementedError


def make_html(submission: Submission, options: PrintOptions, workshop: Workshop) -> str:
    """Return the print page as one self-contained HTML document."""
    raise NotImplementedError
