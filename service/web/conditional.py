"""Delivers bytes with a strong validator: conditional requests and single ranges (RFC 9110, sections 13 and 14)."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping

from flask import Response, request
from werkzeug.exceptions import PreconditionFailed, RequestedRangeNotSatisfiable

REVALIDATE = "private, no-cache"
"""Kept by the reader's own browser only, and asked about each time: an article may be corrected or withdrawn."""


def deliver(body: bytes, media_type: str, headers: Mapping[str, str], *, ranges: bool = False) -> Response:
    """Return `body`, or 304, 206, 412 or 416 as the request's conditions ask.

    The entity tag is the SHA-256 of the bytes. HEAD ignores `Range`, and a request for several ranges or in another
    unit gets the whole: the standard allows both. Raises `PreconditionFailed`, `RequestedRangeNotSatisfiable`.
    """
    digest = hashlib.sha256(body).digest()
    tag = f'"{digest.hex()}"'
    kept = {"Cache-Control": REVALIDATE, "Vary": "Accept", **headers}
    if request.method in ("GET", "HEAD"):
        kept["ETag"] = tag
        _require_match(tag)
        if "If-None-Match" in request.headers and request.if_none_match.contains_weak(digest.hex()):
            return Response(status=304, headers=kept)
    response = Response(body, content_type=media_type, headers=kept)
    response.headers["Repr-Digest"] = f"sha-256=:{base64.b64encode(digest).decode()}:"  # RFC 9530
    if ranges:
        response.headers["Accept-Ranges"] = "bytes"
        _cut(response, body, tag)
    return response


def _require_match(tag: str) -> None:
    if "If-Match" in request.headers and not (request.if_match.star_tag or request.if_match.is_strong(tag[1:-1])):
        raise PreconditionFailed("The document has changed: its entity tag is none of those in If-Match.")


def _cut(response: Response, body: bytes, tag: str) -> None:
    if request.method != "GET" or request.headers.get("If-Range", tag) != tag:
        return
    asked = _single_range(request.headers.get("Range", ""), len(body))
    if asked is None:
        return
    first, last = asked
    if first >= len(body) or last < first:
        raise RequestedRangeNotSatisfiable(length=len(body), description=f"The document has {len(body)} bytes.")
    response.set_data(body[first : last + 1])
    response.status_code = 206
    response.headers["Content-Range"] = f"bytes {first}-{last}/{len(body)}"


def _single_range(header: str, length: int) -> tuple[int, int] | None:
    """Return the first and last byte position asked for, or None where the header is no single byte range."""
    match = re.fullmatch(r"\s*bytes\s*=\s*(\d{0,18})\s*-\s*(\d{0,18})\s*", header, re.ASCII | re.IGNORECASE)
    if not match or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if not first:
        return (length if int(last) == 0 else max(0, length - int(last))), length - 1
    if last and int(last) < int(first):
        return None  # An invalid range-spec is to be ignored, not refused.
    return int(first), min(int(last), length - 1) if last else length - 1
