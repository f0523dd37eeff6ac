"""Reads a `multipart/form-data` body (RFC 7578) into parts, in memory and bounded.

Werkzeug's own form reading decodes a part without a file name as text, which would spoil a picture, so its decoder is
driven here.
"""

from __future__ import annotations

from dataclasses import dataclass

from flask import Request
from werkzeug.sansio.multipart import NEED_DATA, Data, Epilogue, Event, Field, File, MultipartDecoder

from service.errors import UsageError

_CHUNK_BYTES = 65536
_MOST_PARTS = 1000


@dataclass(frozen=True)
class Part:
    """One part. `filename` is the part's name where it has no file name. Both are hostile text."""

    name: str
    filename: str
    content: bytes
    is_file: bool


def read_parts(request: Request) -> list[Part]:
    """Return every part of the request's body.

    Raises `UsageError` where the form is broken, and werkzeug's 413 past the body limit or a thousand parts.
    """
    boundary = request.mimetype_params.get("boundary", "")
    if not 0 < len(boundary) <= 200 or not boundary.isascii():
        raise UsageError("The multipart form has no usable boundary in its Content-Type.")
    decoder = MultipartDecoder(boundary.encode(), max_parts=_MOST_PARTS)
    parts: list[Part] = []
    opened: tuple[Event, bytearray] | None = None
    try:
        while not isinstance(event := _next_event(decoder, request), Epilogue):
            if isinstance(event, Field | File):
                opened = (event, bytearray())
            elif isinstance(event, Data) and opened:
                opened[1].extend(event.data)
                if not event.more_data:
                    parts.append(_part(*opened))
    except (ValueError, UnicodeError):
        raise UsageError("The multipart form is broken or ends too early.") from None
    return parts


def _next_event(decoder: MultipartDecoder, request: Request) -> Event:
    event = decoder.next_event()
    while event is NEED_DATA:
        decoder.receive_data(request.stream.read(_CHUNK_BYTES) or None)
        event = decoder.next_event()
    return event


def _part(event: Event, content: bytearray) -> Part:
    if not isinstance(event, Field | File) or not event.name:
        raise UsageError("A part of the multipart form has no name.")
    filename = event.filename if isinstance(event, File) else ""
    image = event.headers.get("Content-Type", "").lower().startswith("image/")
    return Part(event.name, filename or event.name, bytes(content), bool(filename) or image)
