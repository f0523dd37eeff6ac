"""Bytes of a picture that is already in hand: from a `data:` address, or from a file that belongs to the article."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from urllib.parse import unquote, unquote_to_bytes

from service.prepare.image_failure import UnusableImage

_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def scheme_of(src: str) -> str:
    """Return the scheme of a source in lower case, `https` for `//host/...`; empty for the name of a file."""
    src = src.strip()
    if src.startswith("//"):
        return "https"
    found = _SCHEME.match(src)
    return found[1].lower() if found else ""


def read_data_address(src: str, max_bytes: int) -> bytes:
    """Return what a `data:` address holds (RFC 2397), base64 or percent-encoded. Its media type is not believed."""
    head, comma, content = src.strip().partition(",")
    if not comma:
        raise UnusableImage("the data address holds no data")
    if len(content) > max_bytes * 3:  # the longest encoding of that many bytes
        raise UnusableImage(f"it has more than {max_bytes / 1_000_000:g} MB")
    decoded = unquote_to_bytes(content.encode(errors="replace"))
    if head.lower().rstrip().endswith(";base64"):
        decoded = _decode_base64(decoded)
    if len(decoded) > max_bytes:
        raise UnusableImage(f"it has more than {max_bytes / 1_000_000:g} MB")
    return decoded


def _decode_base64(text: bytes) -> bytes:
    compact = re.sub(rb"\s+", b"", text).rstrip(b"=")
    try:
        return base64.b64decode(compact + b"=" * (-len(compact) % 4), validate=True)
    except binascii.Error:
        raise UnusableImage("the data address is damaged (not base64)") from None


def read_file(src: str, files: Mapping[str, bytes]) -> bytes:
    """Return the file of the article that `src` names: as given, or after `./` and percent-encoding are undone.

    Only names inside the article's own files are looked at; nothing is read from a disk.
    """
    if src in files and _is_inside(unquote(src)):
        return files[src]
    name = unquote(src.strip())
    while name.startswith("./"):
        name = name[2:].lstrip("/")
    if not _is_inside(name):
        raise UnusableImage("the name leads out of the article's own files")
    if name not in files:
        raise UnusableImage(f"no file of this name came with the article{_elsewhere(name, files)}")
    return files[name]


def _elsewhere(name: str, files: Mapping[str, bytes]) -> str:
    # A form sends `quay.jpg` where the article says `pictures/quay.jpg`; the hint saves the search.
    found = next((given for given in files if given.rpartition("/")[2] == name.rpartition("/")[2]), None)
    return f"; `{found}` did" if found else ""


def _is_inside(name: str) -> bool:
    steps = name.replace("\\", "/").split("/")
    return ".." not in steps and not name.startswith(("/", "\\")) and "\0" not in name
