"""Language tags read the way CLDR does: the locale of a tag, its script, and where to look when a language has no file.

A tag is the record's `language`, so it comes from outside: a tag that is not BCP 47 gives no locale and no fallback.
"""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

_SUBTAGS = re.compile(r"[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*")
# Legacy codes, and the macrolanguage and written sister whose words a Norwegian page should show before English ones.
_PREFERRED = {"no": "nb", "nn": "nb", "iw": "he", "ji": "yi", "in": "id", "tl": "fil"}


@lru_cache(maxsize=256)
def locale_of(language: str) -> Locale | None:
    """Return the CLDR locale nearest to a tag, or None where CLDR has none for its language.

    Unlike Babel's own parser it refuses to slide to another language: `xx-Latn` is None, never English.
    """
    for tag in fallback_tags(language):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


@lru_cache(maxsize=256)
def fallback_tags(language: str) -> tuple[str, ...]:
    """Return the tags to try for a language, most exact first: `zh-TW` gives `zh-TW`, `zh-Hant-TW`, `zh-Hant`, `zh`.

    The script is the one that CLDR finds likely. Extensions and private use are left out. Tags are in canonical case
    and hold only letters, digits and hyphens, so they are safe as file names.
    """
    primary, script, region = _parts(language)
    if not primary:
        return ()
    likely = script or script_of(language)
    tags = [(primary, script, region), (primary, likely, region), (primary, likely, ""), (primary, "", "")]
    if likely != script_of(primary):  # Another script's words are no use: `sr-Latn` must not slide to Cyrillic `sr`.
        tags = tags[:-1]
    named = ["-".join(part for part in tag if part) for tag in tags]
    if primary in _PREFERRED:
        named += fallback_tags("-".join(part for part in (_PREFERRED[primary], script, region) if part))
    return tuple(dict.fromkeys(named))


def script_of(language: str) -> str:
    """Return the four-letter script that a tag names or CLDR finds likely, or an empty text where it knows none."""
    primary, script, region = _parts(language)
    if script or not primary:
        return script
    likely = get_global("likely_subtags")
    primary = _PREFERRED.get(primary, primary)
    full = str(likely.get(f"{primary}_{region}") or likely.get(primary) or "")
    return next((part for part in full.split("_") if len(part) == 4 and part.isalpha()), "")


def is_cjk(language: str) -> bool:
    """Return whether the language is written in Chinese characters, kana or Hangul."""
    return script_of(language) in {"Hans", "Hant", "Hani", "Jpan", "Kore", "Hira", "Kana", "Hang", "Bopo"}


def primary_language(language: str) -> str:
    """Return the language subtag in lower case, with legacy codes made current (`iw` is `he`)."""
    primary = _parts(language)[0]
    return {"iw": "he", "ji": "yi", "in": "id", "no": "nb"}.get(primary, primary)


def _parts(language: str) -> tuple[str, str, str]:
    """Return language, script and region in canonical case, each empty where the tag has none."""
    if not _SUBTAGS.fullmatch(language):
        return "", "", ""
    primary, *rest = language.split("-")
    script = region = ""
    for subtag in rest:
        if len(subtag) == 1:
            break
        if len(subtag) == 4 and subtag.isalpha() and not (script or region):
            script = subtag.title()
        elif not region and ((len(subtag) == 2 and subtag.isalpha()) or (len(subtag) == 3 and subtag.isdigit())):
            region = subtag.upper()
    return primary.lower(), script, region
