"""Reads an attribution line: who said it, and what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.prepare.names import bare, has_capitals, names_someone, without_full_stop
from service.prepare.title_words import GIVEN_NAMES, INTERJECTIONS, SAYING, SUFFIXES, TITLE_HEADS, TITLE_MODIFIERS
from service.prepare.word_lists import words

DASHES = "-‐‑‒–—―⸺~〜～−"
_MOST_WORDS = 12
_LONGEST_LINE = 200
_MOST_UNSPACED = 40

_DASH = re.compile(rf"^[{re.escape(DASHES)}]{{1,3}}\s*")
_COMMA = re.compile(r"\s*[,،，、;]\s*")
_SPACED_DASH = re.compile(r"\s+[-–—|·]\s+|\n")
_BRACKETED_ROLE = re.compile(r"^([^()（）]{1,150}?)\s*[(（]([^()（）]{1,100})[)）]$")
_NAMED_PLACE = re.compile(
    r"([A-ZÀ-Þ]\S{0,30}(?: [A-ZÀ-Þ]\S{0,30}){1,3}) ((?:in|from|at|aus|dans|en|em) [A-ZÀ-Þ][^.!?]{1,100})$"
)
_VERSE = re.compile(r" \d{1,3}:\d{1,3}(?:[-–]\d{1,3})?$")
_ABBREVIATED = re.compile(r"\b(Sra|Prof|Rev|Gen|Col|Capt|Sgt|Sen|Gov|Hon|Ing|Dra|Mag|Dipl|Msgr|Mme|Mlle)\.")
_OF = words("of for de del da für")
_ARTICLE = words("the le la el il der die das l o a den de het")


@dataclass(frozen=True)
class Attribution:
    """Who said something, and the role given with the name."""

    speaker: str
    role: str | None = None


def parse_attribution(line: str, *, marked: bool = False, language: str = "en") -> Attribution | None:
    """Return who a line such as "— Name, role" names, or None where it is no attribution.

    Without `marked` the line must begin with a dash and read as a name: dialogue, list items and sentences do not.
    `marked` says that markup (`cite`, `footer`) already calls it an attribution, so any line with a letter is one. A
    role is parted from the name at a comma, a bracket, a spaced dash or a new line; a title before the name ("Council
    Chair A. Name") where its words are known titles. In doubt the whole line is the speaker: nothing is dropped but
    the dash, the separators and a full stop at the end. `language` widens the particles that a name may hold.
    """
    text = line.strip()
    dash = _DASH.match(text)
    text = text[dash.end() :].strip() if dash else text
    if not any(character.isalpha() for character in text):
        return None
    reads = len(text) <= _LONGEST_LINE and _reads_as_attribution(text, language)
    if reads and (marked or dash):
        return _parted(without_full_stop(text))
    return Attribution(without_full_stop(text)) if marked else None


def _parted(text: str) -> Attribution:
    place = _NAMED_PLACE.match(text)
    if place:
        return Attribution(place[1], place[2])
    bracketed = _BRACKETED_ROLE.match(text)
    if bracketed and any(character.isalnum() for character in bracketed[2]):
        return _with_title(bracketed[1].strip(), bracketed[2].strip())
    for separator in (_SPACED_DASH, _COMMA):
        for match in separator.finditer(text):
            speaker, role = text[: match.start()].strip(), text[match.end() :].strip()
            if speaker and role and bare(_COMMA.split(role)[0]).replace(".", "").casefold() not in SUFFIXES:
                return _with_title(speaker, role)
    return _with_title(text, None)


def _with_title(speaker: str, role: str | None) -> Attribution:
    if role is not None:
        return Attribution(speaker, role)
    parts = speaker.split()
    length = _title_length(parts)
    return Attribution(" ".join(parts[length:]), " ".join(parts[:length])) if length else Attribution(speaker)


def _title_length(parts: list[str]) -> int:
    """Return how many of the first words are a title: known words up to a known title, with "of Health" after it."""
    length, of_what = 0, False
    for position, word in enumerate(parts[:-1]):
        known = word.casefold()
        if known in TITLE_HEADS and not of_what:
            length = position + 1
        elif length and known in _OF and position == length:
            of_what = True
        elif of_what and known in TITLE_MODIFIERS:
            length = position + 1
        elif of_what or not (known in TITLE_MODIFIERS or _may_modify(parts, position)):
            break
    if not length or (length == 1 and len(parts) == 2 and parts[0].casefold() in GIVEN_NAMES):
        return 0
    return length if parts[length][:1].isupper() or not has_capitals(parts[length]) else 0


def _may_modify(parts: list[str], position: int) -> bool:
    """Return whether an unknown first word belongs to a title: "Harbour Master Anna Holm", "Anna Master Holm" not."""
    if position == 0 and len(parts) > 2 and parts[0].casefold() in _ARTICLE:
        return True
    follows = parts[position + 1].casefold() if position + 1 < len(parts) else ""
    return position == 0 and parts[0][:1].isupper() and follows in TITLE_HEADS and len(parts) - position >= 4


def _reads_as_attribution(text: str, language: str) -> bool:
    if len(text.split()) > _MOST_WORDS or _too_long_unspaced(text) or text.endswith(tuple("!?…:;,！？؟")):
        return False
    line = without_full_stop(text)
    place = _NAMED_PLACE.match(line)
    pieces = _COMMA.split(place[1] if place else _SPACED_DASH.split(line)[0])
    bracket = _BRACKETED_ROLE.match(pieces[0])
    speaker = bracket[1] if bracket else pieces[0]
    if bare(speaker).casefold() in INTERJECTIONS or not _names_speaker(speaker, language):
        return False
    if line != text and not (has_capitals(speaker) and len(speaker.split()) > 1):
        return False  # One word, a comma and a full stop is a line of dialogue.
    return not (len(pieces) > 1 and pieces[1].split()[:1] and bare(pieces[1].split()[0]).casefold() in SAYING)


def _names_speaker(speaker: str, language: str) -> bool:
    if not speaker[:1].isalpha() and speaker[:1] != "@":
        return False
    parts = _VERSE.sub("", speaker).split()
    length = _title_length(parts)
    name = _ABBREVIATED.sub(r"\1", " ".join(parts[length:]))
    first = parts[0]
    starts_named = length > 0 or first[:1].isupper() or not has_capitals(first) or first.startswith("@")
    return names_someone(name, language) and (starts_named or _is_particle_name(parts))


def _is_particle_name(parts: list[str]) -> bool:
    return len(parts) > 1 and parts[0].casefold() in {"van", "von", "de", "di", "al-", "bint", "ibn", "the"}


def _too_long_unspaced(text: str) -> bool:
    return not has_capitals(text) and len(text) > _MOST_UNSPACED and len(text.split()) <= 2
