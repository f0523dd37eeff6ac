"""Which of the offered media types a request prefers (RFC 9110, section 12)."""

from __future__ import annotations

from collections.abc import Sequence

from flask import request
from werkzeug.datastructures import MIMEAccept
from werkzeug.exceptions import NotAcceptable

HTML = "text/html"
JSON = "application/json"
PDF = "application/pdf"
PROBLEM = "application/problem+json"
SCHEMA = "application/schema+json"


def choose(offered: Sequence[str], accept: MIMEAccept | None = None) -> str:
    """Return the offered type of the highest quality; the first offered where two are equal.

    A client that lists JSON *and* anything else at the same quality, as script libraries do, thus gets what the address
    names. Raises `NotAcceptable` where `Accept` excludes everything offered.
    """
    accept = request.accept_mimetypes if accept is None else accept
    if not accept:
        return offered[0]
    best = max(offered, key=accept.quality)
    if accept.quality(best) <= 0:
        raise NotAcceptable(f"This address offers {_either(offered)}; the request's Accept header excludes that.")
    return best


def wants_html() -> bool:
    """Whether the request prefers a page for a person over a document for a program."""
    accept = request.accept_mimetypes
    return bool(accept) and accept.quality(HTML) > max(accept.quality(PROBLEM), accept.quality(JSON))


def _either(offered: Sequence[str]) -> str:
    return " or ".join(f"`{media_type}`" for media_type in offered)
