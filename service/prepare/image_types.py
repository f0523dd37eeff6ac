"""What a file is, judged by its first bytes: never by its name, nor by what a server says."""

from __future__ import annotations

import re
from typing import Literal

from service.prepare.image_failure import UnusableImage

ImageType = Literal["JPEG", "PNG", "GIF", "WEBP", "AVIF", "SVG"]

_ACCEPTED = "JPEG, PNG, WebP, AVIF, GIF and SVG can be printed"
_SIGNATURES: tuple[tuple[bytes, ImageType], ...] = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
)
_FOREIGN = (
    (b"%PDF", "a PDF"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"BM", "a BMP picture"),
    (b"8BPS", "a Photoshop file"),
    (b"\0\0\1\0", "an icon file"),
    (b"\xff\x0a", "a JPEG XL picture"),
    (b"\0\0\0\x0cJXL ", "a JPEG XL picture"),
    (b"\0\0\0\x0cjP  ", "a JPEG 2000 picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"PK\3\4", "an archive"),
    (b"\x1aE\xdf\xa3", "a video"),
)
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"}
_XML_START = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE\s+svg|(?:[\w-]+:)?svg[\s>])", re.IGNORECASE)
_SVG_ROOT = re.compile(rb"<(?:[\w-]+:)?svg[\s>]")
_HTML_START = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|meta|title|script|p|div)\b", re.IGNORECASE
)


def judge_type(data: bytes) -> ImageType:
    """Return the type of a file's content. Raises `UnusableImage` that says what the file is instead."""
    if not data:
        raise UnusableImage("it is empty")
    for signature, image_type in _SIGNATURES:
        if data.startswith(signature):
            return image_type
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == b"ftyp":
        return _judge_boxes(data)
    start = data[:65536]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.decode("utf-16", errors="ignore").encode()
    if _XML_START.match(start) and _SVG_ROOT.search(start):
        return "SVG"
    if _HTML_START.match(start):
        raise UnusableImage("it is a web page and not a picture")
    for signature, name in _FOREIGN:
        if data.startswith(signature):
            raise UnusableImage(f"it is {name}; {_ACCEPTED}")
    raise UnusableImage(f"it is of an unknown type; {_ACCEPTED}")


def _judge_boxes(data: bytes) -> ImageType:
    # ISO base media: the major brand, a version, then the compatible brands, four bytes each.
    size = min(int.from_bytes(data[:4], "big"), 256)
    brands = {data[8:12], *(data[at : at + 4] for at in range(16, size, 4))}
    if brands & {b"avif", b"avis"}:
        return "AVIF"
    what = "a HEIC picture" if brands & _HEIC_BRANDS else "a video"
    raise UnusableImage(f"it is {what}; {_ACCEPTED}")


def webp_size(data: bytes) -> tuple[int, int]:
    """Return width and height of a WebP file's canvas from its header alone (RFC 9649).

    Opening it with a decoder would already allocate the canvas.
    """
    chunk = data[12:16]
    if chunk == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if chunk == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF
