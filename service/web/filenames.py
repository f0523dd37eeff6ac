"""`Content-Disposition`: a file name made of the headline, in any script (RFC 6266, RFC 8187)."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from anyascii import anyascii

MAX_STEM_BYTES = 150
"""Bytes of UTF-8 before the extension: inside the 255 that file systems allow, with room for " (copy 2)"."""

_FORBIDDEN = re.compile(r'[<>"|?*%]')
_SEPARATORS = re.compile(r"\s*[/\\:∕⁄⧸：／＼]+\s*")
# Joiners shape words in Persian and Indic scripts; every other format character can disguise a name.
_JOINERS = {"\u200c", "\u200d"}
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)", re.IGNORECASE)
_PLAIN = re.compile(r"[^A-Za-z0-9 ._,'()&+-]+")
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS"})


def content_disposition(headline: str, article_id: str, language: str, extension: str, *, attachment: bool) -> str:
    """Return the header's value: `filename*` as the headline reads, `filename` its nearest in ASCII.

    `headline` is hostile text. What comes out has no path separator, control or direction character, is no reserved
    device name, does not begin with a dot and is bounded in length. Where nothing is left, the article's id is used.
    """
    kind = "attachment" if attachment else "inline"
    stem = file_stem(headline) or file_stem(article_id) or "article"
    plain = ascii_stem(stem, language) or ascii_stem(article_id, "en") or "article"
    header = f'{kind}; filename="{plain}.{extension}"'
    if plain == stem:
        return header
    return f"{header}; filename*=UTF-8''{quote(f'{stem}.{extension}', safe='!#$&+-.^_`|~')}"


def file_stem(text: str) -> str:
    """Return `text` as a safe file name without extension, in its own script; empty where nothing is left."""
    text = unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode())
    text = re.sub(r"\s+", " ", "".join(_visible(character) for character in text))
    text = _FORBIDDEN.sub("", _SEPARATORS.sub("-", text))
    text = _shortened(text.strip(" .-"), MAX_STEM_BYTES).rstrip(" .-")
    return f"_{text}" if _RESERVED.match(text) else text


def ascii_stem(stem: str, language: str) -> str:
    """Return the nearest file name in ASCII; empty where a transliteration would mislead.

    Japanese is such a case: its characters would come out with Chinese readings.
    """
    primary = language.split("-", maxsplit=1)[0].lower()
    if stem.isascii():
        return file_stem(_PLAIN.sub("-", stem))
    if primary == "ja":
        return ""
    text = stem.translate(_GERMAN) if primary == "de" else stem
    return file_stem(re.sub(r"-{2,}", "-", _PLAIN.sub("-", anyascii(text))))


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Zs", "Zl", "Zp") or character in "\t\n\r\v\f":
        return " "
    return "" if category in ("Cc", "Cf", "Cs", "Co", "Cn") and character not in _JOINERS else character


def _shortened(text: str, limit: int) -> str:
    """Return the start of `text` in at most `limit` bytes, cut between words, or at least between letters."""
    if len(text.encode()) <= limit:
        return text
    cut = len(text.encode()[:limit].decode("utf-8", "ignore"))
    while cut > 0 and (unicodedata.category(text[cut]).startswith("M") or text[cut] in _JOINERS):
        cut -= 1
    start = text[:cut]
    space = start.rfind(" ")
    return start[:space] if space > cut * 2 // 3 and text[cut] != " " else start
