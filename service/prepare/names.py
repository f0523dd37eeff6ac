"""Judges whether a piece of text names someone: the one question behind credits and attributions."""

from __future__ import annotations

import re
import unicodedata

from service.prepare.credit_words import AGENCIES, AGENCY_WORDS, HOUSES, credit_words, heading_words, particles

LONGEST_NAME = 160
_MOST_WORDS = 14
_MOST_WORDS_OF_HOUSE = 5
_MOST_UNCASED_WORDS = 7
_MOST_UNSPACED_CHARACTERS = 20

_BETWEEN_WORDS = re.compile(r"[\s/／⁄|｜,;&+·•、，،؛=＝()（）\[\]]+")
_BETWEEN_PARTS = re.compile(r"[/／⁄|｜,;，、،·•=＝\n]| via | for | - | – | — |[()（）]")
_SENTENCE = re.compile(r"[!?¿¡。！？؟।“”„«»を]|(?<!\w)\"|\"(?!\w)|\.\.|…|[^\W\d_]{3,}\.\s+\S")
_ON_A_SITE = re.compile(
    r" (?:on|from) (?=(?:unsplash|pexels|pixabay|flickr|istock|wikimedia commons)\b)", re.IGNORECASE
)
_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d(?:[-–]\d{2,4})?$")
_ADDRESS = re.compile(r"@?[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}$|@[\w.-]{1,60}$")
_ABBREVIATIONS = frozenset(
    ["inc", "ltd", "co", "corp", "jr", "sr", "bros", "st", "dr", "phd", "esq", "llc", "mr", "mrs", "ms"]
)
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def names_someone(text: str, language: str = "en") -> bool:
    """Return whether `text` reads as names: people, agencies, archives, and nothing of a sentence.

    In scripts with capitals every word is capitalised, a particle of a name, a year or an address. In scripts without
    capitals only length and punctuation tell.
    """
    text = text.strip()
    if not text or len(text) > LONGEST_NAME or _SENTENCE.search(text):
        return False
    parts = [
        part for part in _BETWEEN_PARTS.split(_ON_A_SITE.sub(" / ", text)) if part.strip().casefold() not in AGENCIES
    ]
    words = [word for part in parts for word in _BETWEEN_WORDS.split(part) if word]
    if not words:
        return names_agency(text)
    if len(words) > _MOST_WORDS or bare(words[0]).casefold() in heading_words():
        return False
    allowed = particles(language)
    if not all(_may_stand_in_name(word, allowed) for word in words):
        return len(words) <= _MOST_WORDS_OF_HOUSE and bare(words[0]).casefold() in HOUSES
    return _short_if_uncased(text, words) and any(_is_named(word, allowed) for word in words)


def names_agency(text: str) -> bool:
    """Return whether `text` holds, as one of its parts, what only an agency, archive or library is called."""
    parts = [" ".join(part.split()).strip(" .:") for part in _BETWEEN_PARTS.split(text[:LONGEST_NAME])]
    return any(_is_agency(part) for part in parts if part)


def reads_as_sentence(text: str, language: str = "en") -> bool:
    """Return whether `text` has what a bare list of names lacks: a word in lower case, or a sentence's end."""
    text = text.strip()
    if not has_capitals(text):
        return len(text.split()) >= 4 or len(text) >= 8
    allowed = particles(language) - {"the"}
    words = [bare(word) for word in text.split()]
    return text.endswith((".", "!", "?", "…")) or any(w[:1].islower() and w not in allowed for w in words)


def has_capitals(text: str) -> bool:
    """Return whether `text` has letters of a script with capitals."""
    return any(character.lower() != character.upper() for character in text)


def bare(word: str) -> str:
    """Return `word` without punctuation at its ends."""
    return word.strip(".,;:'’`*-–—\"“”()[]")


def without_full_stop(text: str) -> str:
    """Return `text` without a full stop at its end, unless the stop belongs to an abbreviation or an initial."""
    text = text.rstrip()
    if not text.endswith(".") or text.endswith(".."):
        return text.rstrip("。．।") or text
    words = text[:-1].split()
    last = words[-1] if words else ""
    abbreviated = "." in last or sum(c.isalpha() for c in last) < 2 or bare(last).casefold() in _ABBREVIATIONS
    return text if abbreviated else text[:-1].rstrip()


def name_key(text: str) -> str:
    """Return `text` as it is compared with others: without case, spaces, punctuation and compatibility forms."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LMN" or c in "+#") or folded.strip()


def _may_stand_in_name(word: str, allowed: frozenset[str]) -> bool:
    core = bare(word)
    folded = core.casefold()
    if not core or folded in allowed or _YEAR.match(core) or word == "©":
        return True
    if folded in credit_words() or folded in AGENCIES or _ADDRESS.match(core):
        return True
    return _is_named(core, allowed)


def _is_named(word: str, allowed: frozenset[str]) -> bool:
    core = bare(word)
    folded = core.casefold()
    if folded in allowed and not core[:1].isupper():
        return False
    if folded in AGENCIES or folded in credit_words() or _ADDRESS.match(core):
        return True
    if has_capitals(core):
        return any(character.isupper() for character in core)
    return any(character.isalpha() for character in core)


def _short_if_uncased(text: str, words: list[str]) -> bool:
    if has_capitals(text):
        return True
    if _UNSPACED.search(text):
        return all(len(word) <= _MOST_UNSPACED_CHARACTERS for word in words) and len(words) <= _MOST_UNCASED_WORDS
    return len(words) <= _MOST_UNCASED_WORDS


def _is_agency(part: str) -> bool:
    name = part.removeprefix("©").strip()
    words = name.split()
    capitalised = all(word[:1].isupper() for word in (*words[:1], *words[-1:]))
    return name.casefold() in AGENCIES or (len(words) > 1 and capitalised and words[-1].casefold() in AGENCY_WORDS)
