"""The press that one process needs: it renders in the thread that answers the request."""

from __future__ import annotations

from dataclasses import dataclass

from service import pipeline
from service.options import PrintOptions
from service.stages import FinishedPdf, Submission
from service.workshop import Workshop


@dataclass(frozen=True)
class DirectPress:
    """A press that renders in the calling thread, one workshop for all."""

    workshop: Workshop

    def render(self, submission: Submission, options: PrintOptions) -> FinishedPdf:
        """Return the finished PDF with its report."""
        return pipeline.make_pdf(submission, options, self.workshop)

    def page(self, submission: Submission, options: PrintOptions) -> str:
        """Return the print page as one self-contained HTML document."""
        return pipeline.make_html(submission, options, self.workshop)
