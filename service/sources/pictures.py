"""Which pictures a record names, and where they lie beside it; never outside its folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from service.article import Article

_SOURCE_ATTRIBUTES = (
    "src", "data-src", "data-lazy-src", "data-original", "data-hi-res-src", "data-lazy", "data-url", "data-orig-file",
    "data-large-file", "poster",
)  # fmt: skip
_SET_ATTRIBUTES = ("srcset", "data-srcset", "data-lazy-srcset")
_ELSEWHERE = re.compile(r"^([a-z][a-z0-9+.-]*:|//|#|\?)", re.IGNORECASE)
# The lead figure, logo and body of one article name no more than this; past it, someone is playing with us.
_MOST_PICTURES = 2000
_LONGEST_NAME = 1000
_BETWEEN = " ,"


class PictureRefused(ValueError):
    """A picture's name leads outside the record's folder, or the file is too large; the message says which."""


def picture_names(article: Article) -> Iterator[tuple[str, str]]:
    """Yield the place and name of each picture that is a file beside the record, each name once.

    Web and data addresses are left out. `body_html` is hostile HTML: it is only searched for names here. Raises
    `PictureRefused` where there is no end of them.
    """
    seen: set[str] = set()
    for place, source in _sources(article):
        name = source.strip()
        if name and name not in seen and not _ELSEWHERE.match(name):
            seen.add(name)
            if len(seen) > _MOST_PICTURES:
                raise PictureRefused(f"it names more than {_MOST_PICTURES} pictures.")
            yield place, name


def find_picture(folder: Path, name: str, limit: int) -> Path | None:
    """Return the file that `name` stands for in `folder`, or None where there is none.

    A name may be percent-encoded as in an address. Raises `PictureRefused` where it is absolute, climbs by `..`, is a
    link out of the folder, or has more than `limit` bytes.
    """
    for candidate in dict.fromkeys((name, unquote(re.split(r"[?#]", name, maxsplit=1)[0]))):
        _refuse_climbing(name, candidate)
        path = folder / candidate
        try:
            if not path.resolve().is_relative_to(folder.resolve()):
                raise PictureRefused(f"`{_short(name)}` is a link to something outside the article's folder.")
            if path.is_file():
                _refuse_size(name, path.stat().st_size, limit)
                return path
        except (OSError, RuntimeError):  # a name too long for the file system, or a link that leads to itself
            continue
    return None


def _refuse_climbing(name: str, candidate: str) -> None:
    if "\x00" in candidate or len(name) > _LONGEST_NAME:
        raise PictureRefused(f"`{_short(name)}` is not the name of a file.")
    if candidate.startswith(("/", "\\", "~")):
        raise PictureRefused(
            f"`{_short(name)}` is absolute: name a file beside the article, or give the whole web address."
        )
    if ".." in re.split(r"[/\\]", candidate):
        raise PictureRefused(f"`{_short(name)}` leads outside the article's folder.")


def _refuse_size(name: str, size: int, limit: int) -> None:
    if size > limit:
        raise PictureRefused(f"`{_short(name)}` has {size} bytes; TEARSHEET_IMAGE_MAX_BYTES allows {limit}.")


def _short(name: str) -> str:
    return name if len(name) <= 120 else name[:119] + "…"


def _sources(article: Article) -> Iterator[tuple[str, str]]:
    if article.lead_figure:
        yield "lead_figure.src", article.lead_figure.src
    if article.publication.logo:
        yield "publication.logo", article.publication.logo
    for source in _body_sources(article.body_html or ""):
        yield "body_html", source


def _body_sources(body: str) -> Iterator[str]:
    # As bytes, because lxml refuses text that declares its encoding; a NUL would end the document for it.
    text = body.replace("\x00", "").encode()
    try:
        root = etree.HTML(text, parser=etree.HTMLParser(encoding="utf-8", huge_tree=True))
    except etree.LxmlError:  # nothing in it
        return
    if root is None:
        return
    for element in root.iter("img", "source", "video", "amp-img"):
        yield from (element.get(attribute, "") for attribute in _SOURCE_ATTRIBUTES)
        for attribute in _SET_ATTRIBUTES:
            yield from _set_sources(" ".join(element.get(attribute, "").split()))


def _set_sources(srcset: str) -> Iterator[str]:
    # HTML, "parsing a srcset attribute": an address ends at white space, and its descriptors at the next comma; a
    # comma that ends the address itself ends the candidate too.
    rest = srcset.strip(_BETWEEN)
    while rest:
        address, _, rest = rest.partition(" ")
        yield address.rstrip(",")
        if not address.endswith(","):
            rest = rest.partition(",")[2]
        rest = rest.lstrip(_BETWEEN)
