"""Addresses of links and pictures: which may be printed, made absolute, and which are the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from service.prepare.image_failure import UnusableImage
from service.prepare.image_hosts import read_address, require_allowed

_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_NOT_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f]")
_LINKED_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_LONGEST_ADDRESS = 4000


def link_address(href: str, base: str | None) -> str | None:
    """Return the absolute address of a link, or None where it is empty, relative without a base, or not printable.

    `href` is hostile. A result has the scheme http, https, mailto or tel; `#id` alone is returned as it is.
    """
    href = _NOT_IN_ADDRESS.sub("", href.strip()) if not href.lstrip().lower().startswith("mailto:") else href.strip()
    if not href or len(href) > _LONGEST_ADDRESS:
        return None
    if href.startswith("#"):
        return href if len(href) > 1 else None
    scheme = _SCHEME.match(href)
    if scheme and not (scheme[1].lower() in _LINKED_SCHEMES and _has_place(href)):
        return None
    address = href if scheme else _joined(base, href)
    if address and base and "#" in address and address.split("#")[0] == base.split("#")[0]:
        return "#" + address.split("#", 1)[1]
    return address


def image_address(src: str, base: str | None, files: frozenset[str]) -> str | None:
    """Return where a picture is: a data address, the name of a file of the article, an absolute address, or None.

    A name that is none of the article's files is joined to `base`; without one it stays, so that it can be reported.
    """
    src = src.strip()
    for name in (src, unquote(src), unquote(src.split("?")[0])):
        if name in files:
            return name
    if src.lower().startswith("data:"):
        return src if src.lower().startswith("data:image/") else None
    src = _NOT_IN_ADDRESS.sub("", src)
    scheme = _SCHEME.match(src)
    if scheme:
        return src if scheme[1].lower() in {"http", "https"} and _has_place(src) else None
    if not src or len(src) > _LONGEST_ADDRESS:
        return None
    if src.startswith("//"):
        return _joined(base or "https://_/", src)
    return _joined(base, src) or src


@dataclass(frozen=True)
class ImagePlaces:
    """Where the pictures of one article may be: among its `files`, or at an address of the allowed `hosts`."""

    base: str | None
    files: frozenset[str]
    hosts: Sequence[str]

    def locate(self, src: str) -> str:
        """Return the name of a file of the article, or the address to try; `src` itself where it is neither.

        A bare name that no file has is tried at the canonical address only where that host is allowed: otherwise a
        file is missing from the article, and that is what the report has to say.
        """
        address = image_address(src, self.base, self.files)
        if address is None:
            return src
        is_lost = address not in self.files and _is_file_name(src.strip()) and not self._is_allowed(address)
        return src.strip() if is_lost else address

    def printed(self, src: str) -> str:
        """Return the address that a reader may look for: absolute where one is known."""
        return image_address(src, self.base, self.files) or src

    def _is_allowed(self, address: str) -> bool:
        try:
            require_allowed(read_address(address), self.hosts)
        except UnusableImage:
            return False
        return True


def _is_file_name(src: str) -> bool:
    return not (_SCHEME.match(src) or src.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", unquote(src)))


def _joined(base: str | None, reference: str) -> str | None:
    if not base:
        return f"https:{reference}" if reference.startswith("//") else None
    try:
        address = urljoin(base, reference)
        return address if urlsplit(address).scheme in {"http", "https"} else None
    except ValueError:
        return None


def _has_place(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(parts.netloc or (parts.scheme in {"mailto", "tel"} and parts.path))
    except ValueError:
        return False


def same_address_key(address: str) -> str:
    """Return a key that two spellings of one address share: case of scheme and host, default port, empty path."""
    try:
        parts = urlsplit(address)
        host = parts.netloc.lower()
    except ValueError:
        return address
    host = re.sub(r":80$", "", host) if parts.scheme == "http" else re.sub(r":443$", "", host)
    return urlunsplit((parts.scheme.lower(), host, parts.path or ("/" if host else ""), parts.query, parts.fragment))


def says_its_address(text: str, address: str) -> bool:
    """Whether a link's text is its address, with or without scheme, `www.` or the last slash, or cut short by `…`."""
    shown, whole = _bare(text), _bare(address)
    if shown.endswith(("…", "...")):
        start = shown.rstrip("….")
        return len(start) >= 12 and whole.startswith(start)
    return bool(shown) and shown == whole


def _bare(address: str) -> str:
    bare = re.sub(r"^(https?://|mailto:|tel:)?(www\.)?", "", unquote(address).strip().casefold())
    bare = re.sub(r"[\s\u200b]", "", bare)
    return re.sub(r"[^\d+]", "", bare) if address.lower().startswith("tel:") else bare.rstrip("/")


def host_of(address: str) -> str:
    """Return the host of an address without `www.`, or the empty string."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
