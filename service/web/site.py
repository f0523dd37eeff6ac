"""What the routes stand on: one typed object on the Flask application, so that a route never builds its own parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, cast

from flask import Flask, current_app

from service.config import Config
from service.logs import Log
from service.options import PrintOptions
from service.sources import Source
from service.stages import FinishedPdf, Submission

EXTENSION = "tearsheet"


class Press(Protocol):
    """Whatever turns a submission into paper. A pool of workers or a store of finished pages can stand in for it."""

    def render(self, submission: Submission, options: PrintOptions) -> FinishedPdf:
        """Return the finished PDF with its report. Raises what `pipeline.make_pdf` raises."""
        ...

    def page(self, submission: Submission, options: PrintOptions) -> str:
        """Return the print page as one self-contained HTML document."""
        ...


@dataclass(frozen=True)
class Site:
    """The parts that every route may use."""

    config: Config
    source: Source
    press: Press
    log: Log
    ready: Callable[[], dict[str, object]]
    """Returns what `/readyz` says; raises what stands in the way."""


def install_site(app: Flask, site: Site) -> None:
    """Put the parts on the application."""
    app.extensions[EXTENSION] = site


def site() -> Site:
    """Return the parts of the application that answers the present request."""
    return cast(Site, current_app.extensions[EXTENSION])
