"""Parts a caption from the credit in it.

What a credit keeps: everything but the label of a photograph ("Photo:", "Foto von"), which the page says itself. A
label of another kind of work or of a source ("Illustration:", "Map:", "Source:"), "©" and "courtesy of" stay.
Where a reading is uncertain the caption stays whole: a credit in a caption is still read, a caption cut in two is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.prepare.credit_words import (
    JOINERS,
    KEPT_OPENINGS,
    KIND_LABELS,
    LABEL_JOINS,
    LABELS_AFTER,
    PHOTO_LABELS,
    TEXT_LABELS,
)
from service.prepare.names import (
    LONGEST_NAME,
    has_capitals,
    names_agency,
    names_someone,
    reads_as_sentence,
    without_full_stop,
)

Split = tuple[str | None, str | None]

_REACH = 200  # A credit stands within this many characters of the end; the longest seen in the fixtures has 80.
_MOST_BRACKETS = 40
_LONGEST_UNCASED_SIGNATURE = 8


def _any_of(words: frozenset[str] | tuple[str, ...]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in ordered)


_COLON = r"[^\S\n]{0,3}(?:[:：=＝…]|\.{3})[^\S\n]{0,3}"
_EVERY_LABEL = _any_of(KIND_LABELS | PHOTO_LABELS | TEXT_LABELS)
_TWO_LABELS = rf"(?:{_EVERY_LABEL})[^\S\n]{{0,2}}(?:{_any_of(LABEL_JOINS)})[^\S\n]{{0,2}}(?:{_EVERY_LABEL})(?={_COLON})"
# Two labels first, then kinds, for "photo illustration" begins with "photo".
_LABEL = re.compile(
    rf"(?<![\w'’])(?:(?P<kind>{_TWO_LABELS}|{_any_of(KIND_LABELS)})|(?P<photo>{_any_of(PHOTO_LABELS)}))"
    rf"(?:(?P<colon>{_COLON})|(?P<by>[^\S\n]{{1,3}}(?:{_any_of(JOINERS)})[^\S\n]{{1,3}})|(?P<slash>[/／])"
    r"|(?P<dash>[^\S\n]{1,3}[-–—|][^\S\n]{1,3})|(?P<none>(?<=\.)|[^\S\n]{1,3}))",
    re.IGNORECASE,
)
_SIGN = r"[©ⓒ]|\([cC]\)"
_KEPT = re.compile(rf"(?<!\w)(?:{_SIGN}|(?:{_any_of(KEPT_OPENINGS)})(?!\w))\s*", re.IGNORECASE)
_LABEL_AFTER = re.compile(rf"(?:^|(?<=[\s\u3040-\u9fff]))(?:{_any_of(LABELS_AFTER)})$")
_BRACKETS = re.compile(r"[(（\[［【〔〈]([^()（）\[\]［］【】〔〕〈〉]{2,160})[)）\]］】〕〉]")
_SEPARATOR = re.compile(r"(?:(?<=\s)[/|•·⁄–—-](?=\s)|[／｜＝]|\n)\s*")
_BOUNDARY = frozenset('.!?…。！？।؟/|／｜–—-·•,;:、，،)）]］"”’»“\n')
_TRIMMED = " \t\n\r\u00a0\u202f/|／｜–—-·•,;、，،"
_SENTENCE_END = re.compile(r"(?:(?:[^\W\d_]{3,}|\d\d|[^\x00-\u04ff]{2})[.!?]|[.!?][\"”’»]|[。！？।؟])\s*")
_WEAK_SEPARATORS = frozenset("–—-＝")  # What follows may well belong to the caption, unless it is an agency.
_UNKNOWN_MAKER = "DR"  # "Droits réservés", in French newspapers.
_OF = frozenset({"de", "di", "da"})
_FOLLOWS_AT_ONCE = " \t\n\u00a0.,;:!?…。、，：؛،"
_ARTICLES = ("la ", "el ", "las ", "los ", "l'", "l’", "le ", "les ", "une ", "un ", "una ")


def split_credit(caption: str, language: str = "en") -> Split:
    """Return (caption, credit) of one string: either is None where there is none.

    Together they hold every word of `caption` but labels of a photograph; separators and brackets around the credit
    are left out too. `language` is the article's: it widens the particles that a name may hold.
    """
    text = caption.strip()
    if not text:
        return None, None
    for read in (_whole, _leading, _bracketed, _trailing, _last_sentence, _separated):
        found = read(text, language)
        if found is not None:
            return found
    return text, None


def _whole(text: str, language: str) -> Split | None:
    bracketed = _BRACKETS.fullmatch(text)
    if bracketed:
        credit = _marked_credit(bracketed[1], language) or _signed(bracketed[1], language)
    else:
        credit = _marked_credit(text, language, at_start=True) or (text if _only_signs(text, language) else None)
    return (None, credit) if credit else None


def _only_signs(text: str, language: str) -> bool:
    """Return whether the text is an unlabelled credit and nothing else: "A. Name/Agency", "Agency"."""
    if len(text.split()) > 8 or not names_someone(text, language) or not names_agency(text) or _BRACKETS.search(text):
        return False
    if has_capitals(text):
        return True
    first = re.split(r"[/／]", text)[0]
    return len(first) <= _LONGEST_UNCASED_SIGNATURE and "＝" not in text and not _LABEL.search(text)


def _leading(text: str, language: str) -> Split | None:
    """Read a labelled credit that comes before the caption: "Photo: A. Name. The quay at dawn."."""
    label = _LABEL.match(text)
    if not label or not label["colon"]:
        return None
    for stop in re.finditer(r"\.\s+|\s[/|–—]\s|\n", text[label.end() : label.end() + LONGEST_NAME]):
        end = label.end() + stop.start()
        credit = _marked_credit(text[:end], language, at_start=True)
        rest = text[label.end() + stop.end() :].strip()
        if credit and len(credit) > 3 and rest and reads_as_sentence(rest, language) and credit[-2:-1].isalpha():
            return rest, credit
    return None


def _bracketed(text: str, language: str) -> Split | None:
    found: list[tuple[re.Match[str], str]] = []
    for count, match in enumerate(_BRACKETS.finditer(text)):
        if count >= _MOST_BRACKETS:
            return text, None
        credit = _marked_credit(match[1], language)
        at_end = not text[match.end() :].strip(" .。")
        if credit is None and at_end and not _is_gloss(text[: match.start()], match[1]):
            credit = _signed(match[1], language)
        if credit:
            found.append((match, credit))
    if len(found) != 1:  # Two credits in one caption each belong to their part of it.
        return (text, None) if found else None
    match, credit = found[0]
    before, after = text[: match.start()].rstrip(_TRIMMED), text[match.end() :]
    if not after.strip(" .。"):
        return before or None, credit
    return (before + ("" if after[0] in _FOLLOWS_AT_ONCE else " ") + after).strip(), credit


def _trailing(text: str, language: str) -> Split | None:
    """Read a credit that a label or a mark such as © opens, up to the end of the text."""
    start = max(0, len(text) - _REACH)
    for match in sorted([*_LABEL.finditer(text, start), *_KEPT.finditer(text, start)], key=lambda m: m.start()):
        before = text[: match.start()].rstrip(" \t\u00a0\u202f")
        if not before or not _may_open_credit(match, before, text):
            continue
        credit = _marked_credit(text[match.start() :], language)
        if credit:
            return before.rstrip(_TRIMMED) or None, credit
    return None


def _may_open_credit(match: re.Match[str], before: str, text: str) -> bool:
    if before[-1] in _BOUNDARY:
        return True
    if before[-1] in "([（［【〔〈":
        return False
    opening = match[0].strip().casefold()
    if match.re is _KEPT:
        return opening in {"©", "ⓒ"} or (opening == "(c)" and not re.search(r"\([ab]\)", text))
    uncased = not has_capitals(match[0])
    return (bool(match["colon"]) and (match[0][0].isupper() or uncased)) or (bool(match["slash"]) and uncased)


def _separated(text: str, language: str) -> Split | None:
    start = max(0, len(text) - _REACH)
    for match in _SEPARATOR.finditer(text, start):
        before, segment = text[: match.start()].rstrip(_TRIMMED), text[match.end() :]
        if not before or not segment:
            continue
        credit = _after_label(segment, language)
        if credit is None and names_someone(segment, language):
            parts_captions = match[0].strip() not in _WEAK_SEPARATORS and _is_fuller(before, segment, language)
            credit = segment if names_agency(segment) or parts_captions else None
        if credit:
            return before, without_full_stop(credit)
    return None


def _is_fuller(before: str, segment: str, language: str) -> bool:
    if not has_capitals(segment):
        return reads_as_sentence(before, language) and len(before) > len(segment)
    return reads_as_sentence(before, language) and len(segment.split()) > 1


def _last_sentence(text: str, language: str) -> Split | None:
    """Read a signature after the last sentence: "The quay at dawn. A. Name/Reuters"."""
    for match in _SENTENCE_END.finditer(text, max(0, len(text) - _REACH)):
        cut = match.end()
        segment = text[cut:]
        if not segment or (match[0][-1] in ".!?" and segment[:1].isalnum()):
            continue
        credit = _after_label(segment, language) or _signed(segment, language)
        if credit:
            return text[:cut].rstrip(), without_full_stop(credit)
    return None


def _marked_credit(segment: str, language: str, *, at_start: bool = False) -> str | None:
    """Return the credit of a segment that a label or a mark opens, or None."""
    segment = segment.strip()
    if len(segment) > LONGEST_NAME:
        return None
    kept = _KEPT.match(segment)
    if kept:
        named = names_someone(segment[kept.end() :].removeprefix("©"), language)
        return without_full_stop(segment) if named else None
    label = _LABEL.match(segment)
    if not label:
        return None
    rest = segment[label.end() :].strip()
    inner = _KEPT.match(rest)
    if inner:
        named = inner.end() == len(rest) or names_someone(rest[inner.end() :], language)
    else:
        named = names_someone(_without_inner_labels(rest), language) and _label_fits(label, rest, at_start=at_start)
    if not named:
        return None
    return without_full_stop(segment if label["kind"] else rest)


def _label_fits(label: re.Match[str], rest: str, *, at_start: bool) -> bool:
    """Return whether label and name belong together; the less stands between them, the more the name must tell."""
    agency = names_agency(rest)
    if label["colon"]:
        return True
    if label["by"]:
        return not (label["by"].strip().casefold() in _OF and rest.casefold().startswith(_ARTICLES))
    if label["kind"]:
        # "Rys. J. Kowal" names who drew; "Rys. 3" and "Rys. Przekrój", at the start, what is drawn.
        abbreviated = label["kind"].endswith(".") and ("/" in rest or (not at_start and len(rest.split()) > 1))
        return abbreviated or (bool(label["slash"]) and agency)
    if label["slash"] or (label["none"] is not None and at_start and not label["photo"].endswith(".")):
        return agency or (bool(label["slash"]) and not at_start)
    return agency or len(rest.split()) > 1 or "/" in rest or rest == _UNKNOWN_MAKER


def _without_inner_labels(text: str) -> str:
    return re.sub(_LABEL, lambda m: " " if m["colon"] else m[0], text) if ":" in text or "：" in text else text


def _after_label(segment: str, language: str) -> str | None:
    """Return the credit of a segment that a label closes: "李明 摄"."""
    segment = segment.strip().rstrip("。")
    match = _LABEL_AFTER.search(segment)
    name = segment[: match.start()].strip(_TRIMMED) if match else ""
    return name if name and names_someone(name, language) else None


def _signed(segment: str, language: str) -> str | None:
    """Return the segment where it signs without a label: it names an agency, or a person and a house."""
    segment = segment.strip()
    after = _after_label(segment, language)
    if after or not names_someone(segment, language):
        return after
    pair = re.split(r"\s?[/／]\s?|\s(?:for|für|pour|para)\s", segment)
    person_and_house = len(pair) == 2 and all(len(part.split()) >= 2 for part in pair)
    return segment if names_agency(segment) or person_and_house else None


def _is_gloss(before: str, inside: str) -> bool:
    """Return whether the bracket gives the short form of what stands before it: "Associated Press (AP)"."""
    letters = inside.strip()
    words: Iterator[str] = reversed(re.findall(r"[^\W\d_]+", before[-120:]))
    initials = "".join(word[0] for _, word in zip(range(len(letters) + 2), words, strict=False) if word[0].isupper())
    return 1 < len(letters) <= 6 and letters.isupper() and initials[::-1].upper().endswith(letters)
