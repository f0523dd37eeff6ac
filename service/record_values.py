"""The kinds of text that a record holds: addresses, instants, days, language tags, each checked and well described."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field

_RTL_SCRIPTS = {"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"}
_RTL_LANGUAGES = {
    "ar", "arc", "arz", "bal", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "lrc", "mzn", "nqo", "ps", "sd", "syr", "ug",
    "ur", "yi",
}  # fmt: skip
# RFC 5646, section 2.1: language, script, region, variants, extensions, private use.
_LANGUAGE_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(-[a-z]{3}){0,3}(-(?P<script>[a-z]{4}))?(-([a-z]{2}|\d{3}))?"
    r"(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*(-[0-9a-wy-z](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#<>\"]+[^\s<>\"]*", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_IMAGE_ADDRESS = re.compile(r"https?://[^\s/?#<>\"]|data:image/", re.IGNORECASE)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+-]\d\d:?\d\d)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
# Neither XML nor a PDF's metadata can hold these; a lone surrogate is half a character.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def without_controls(text: str) -> str:
    """Return `text`. Raises `ValueError` where it holds a character that no printed page or metadata can."""
    if found := _CONTROL.search(text):
        raise ValueError(f"the character U+{ord(found[0]):04X} cannot be printed")
    return text


def _web_address(address: str) -> str:
    if not _WEB_ADDRESS.fullmatch(without_controls(address)):
        raise ValueError("an http or https address is needed")
    return address


def _image_source(source: str) -> str:
    if _SCHEME.match(without_controls(source)) and not _IMAGE_ADDRESS.match(source):
        raise ValueError("an http(s) address, a data:image address or the name of a file of the article is needed")
    return source


def _language_tag(tag: str) -> str:
    if not _LANGUAGE_TAG.fullmatch(tag):
        raise ValueError("a BCP 47 language tag is needed, such as `en-GB` or `pt-BR`")
    return tag


# Both parse here: what a validator before pydantic's own hands on is no longer JSON, and strict pydantic then wants
# the datetime itself. A datetime is let through for callers that make an article in Python.
def _instant(given: Any) -> Any:
    if isinstance(given, datetime):
        return given
    if not isinstance(given, str) or not (_INSTANT.fullmatch(given) or _DAY.fullmatch(given)):
        raise ValueError("an ISO 8601 instant with an offset is needed, such as `2026-03-03T08:00:00+01:00`")
    try:
        instant = datetime.fromisoformat(given.upper())
    except ValueError as error:
        raise ValueError(f"there is no such instant: {error}") from None
    if instant.tzinfo is None:
        raise ValueError("an instant needs its time and offset, such as `2026-03-03T08:00:00+01:00`")
    return instant


def _calendar_day(given: Any) -> Any:
    if isinstance(given, date) and not isinstance(given, datetime):
        return given
    if not isinstance(given, str) or not _DAY.fullmatch(given):
        raise ValueError("a day as YYYY-MM-DD is needed")
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise ValueError(f"there is no such day: {error}") from None


Text = Annotated[str, Field(min_length=1, max_length=10_000), AfterValidator(without_controls)]
WebAddress = Annotated[str, Field(max_length=4000), AfterValidator(_web_address)]
ImageSource = Annotated[str, Field(min_length=1), AfterValidator(_image_source)]
Instant = Annotated[AwareDatetime, BeforeValidator(_instant)]
Day = Annotated[date, BeforeValidator(_calendar_day)]
LanguageTag = Annotated[str, Field(max_length=35), AfterValidator(_language_tag)]


def direction_of(tag: str) -> Literal["ltr", "rtl"]:
    """Return the text direction of a BCP 47 tag: of its script where it names one, else of its language."""
    parts = _LANGUAGE_TAG.fullmatch(tag)
    language, script = (parts["language"].lower(), parts["script"]) if parts else ("", None)
    rtl = script.title() in _RTL_SCRIPTS if script else language in _RTL_LANGUAGES
    return "rtl" if rtl else "ltr"
