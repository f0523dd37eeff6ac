"""Structured log lines: one a request, and one more with the cause where the service itself failed."""

from __future__ import annotations

import re
import secrets
import time
from typing import Any
from urllib.parse import quote

import structlog
from flask import Flask, Response, g, request

from service.logs import Log

_SAFE_REQUEST_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{7,127}", re.ASCII)


def log_requests(app: Flask, log: Log) -> None:
    """Give every request of `app` an id and a clock, and log one line when it is answered."""

    @app.before_request
    def begin() -> None:
        g.started = time.perf_counter()
        g.request_id = request_id_of(request.headers.get("X-Request-ID"))
        # Lines that a stage writes carry the id too. Cleared, because a server's thread answers many requests.
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=g.request_id)

    @app.after_request
    def finish(response: Response) -> Response:
        response.headers["X-Request-ID"] = request_id()
        log.info("request", **_line(response))
        return response


def request_id_of(offered: str | None) -> str:
    """Return the caller's id where it is short and plain, else a new one: an id is copied into logs and pages."""
    return offered if offered and _SAFE_REQUEST_ID.fullmatch(offered) else secrets.token_hex(16)


def request_id() -> str:
    """Return the id of the present request."""
    known: str = g.get("request_id") or request_id_of(None)
    g.request_id = known
    return known


def log_failure(log: Log, cause: BaseException) -> None:
    """Log why the service failed, in full, under the request's id. None of it is for the client."""
    log.error("failure", request_id=request_id(), path=_path(), exc_info=cause)


def _line(response: Response) -> dict[str, Any]:
    # The query is left out on purpose: it may hold a token or what a reader searched for.
    sent = 0 if request.method == "HEAD" else response.calculate_content_length() or response.content_length or 0
    line: dict[str, Any] = {
        "method": request.method if request.method.isalpha() else quote(request.method),
        "path": _path(),
        "status": response.status_code,
        "ms": round((time.perf_counter() - g.get("started", time.perf_counter())) * 1000, 1),
        "bytes": sent,
        "request_id": request_id(),
    }
    for name in ("article", "problem"):
        if value := g.get(name):
            line[name] = value
    return line


def _path() -> str:
    # Quoted, so that no decoded control character reaches a terminal or breaks a line.
    return quote(request.path, safe="/~._-")[:500]
