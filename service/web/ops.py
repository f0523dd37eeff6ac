"""Health: `/healthz` says that the process answers, `/readyz` that it can really print."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from flask import Blueprint, Response, jsonify

from service.article import read_article
from service.errors import NotReady, SetupIncomplete
from service.options import PrintOptions
from service.sources import Source
from service.stages import Submission
from service.web.queries import read_no_parameters
from service.web.site import Press, site

REMEMBERED_S = 5.0
"""How long an answer of `/readyz` stands, so that asking often cannot load the machine."""

_PROBE = {"id": "readiness", "publication": {"name": "Tearsheet"}, "headline": "Ready", "body_text": "Ready to print."}

ops = Blueprint("ops", __name__)


@ops.get("/healthz")
def healthz() -> Response:
    """Answer that the process is alive; nothing else is looked at."""
    read_no_parameters()
    return _fresh({"status": "alive"})


@ops.get("/readyz")
def readyz() -> Response:
    """Answer that the library can be read and a tiny article renders; else with the problem that stands in the way."""
    read_no_parameters()
    return _fresh(site().ready())


class Readiness:
    """Renders a tiny article, and remembers for a few seconds how that went. May be called from many threads."""

    def __init__(self, source: Source, press: Press, clock: Callable[[], float] = time.monotonic) -> None:
        self._source, self._press, self._clock = source, press, clock
        self._lock = threading.Lock()
        self._until = float("-inf")
        self._answer: dict[str, object] | Exception = {}

    def __call__(self) -> dict[str, object]:
        """Return the answer. Raises `NotReady` with what stood in the way as its cause."""
        with self._lock:
            if self._clock() >= self._until:
                self._answer = self._look()
                self._until = self._clock() + REMEMBERED_S
            answer = self._answer
        if isinstance(answer, Exception):
            why = answer.message if isinstance(answer, SetupIncomplete) else "A trial article did not render."
            raise NotReady(why) from answer
        return answer

    def _look(self) -> dict[str, object] | Exception:
        try:
            self._source.listing(limit=1)
            finished = self._press.render(Submission(read_article(dict(_PROBE))), PrintOptions(qr="off"))
        except Exception as error:  # noqa: BLE001 - an edge: whatever it is, the answer is "not ready" and the log has it
            return error
        return {"status": "ready", "pages": finished.report.pages, "bytes": finished.report.bytes}


def _fresh(answer: dict[str, object]) -> Response:
    response = jsonify(answer)
    response.headers["Cache-Control"] = "no-store"
    return response
