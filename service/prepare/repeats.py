"""Finds the passage of the body that a pull quote repeats, word for word or lightly edited."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

# At 0.85 a quotation of seven words may differ from the body in one, a shorter one in none.
LIKENESS = 0.85
_FEWEST_WORDS_IN_PARTS = 5
_FEWEST_WORDS_IF_EDITED = 3
_PART_REACH = 3000  # Characters within which the parts of an elided quotation follow each other.
_MOST_STARTS = 40
_MOST_POSITIONS = 400  # A word that the body has more often tells too little about a place.
_MOST_WORDS = 600

_ELLIPSIS = re.compile(r"[\[(（]\s*(?:…|\.\.\.)\s*[\])）]|…+|(?:\.\s?){3,}")
# Marks belong to the letter before them (Devanagari, Thai, Arabic), so only the rest parts words.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903\u093a-\u094f"
)
_BETWEEN_WORDS = re.compile(rf"[^\w{_MARKS}\u0950-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+|_+")
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ](?=\w)")
_UNSPACED = re.compile(r"([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff])")


def repeats_body(text: str, body_texts: Sequence[str]) -> int | None:
    """Return the index (from 0) of the first body passage that `text` repeats, or None.

    Case, punctuation, quotation marks, ellipses and spaces do not count. An elided quotation repeats the body where its
    parts, five words or more together, follow each other there; an edited one where at least 85 % of its words stand
    in order in about as many of the body's. Under three words it must stand there as it is. Linear in the body, which
    is read once for all quotations that follow each other.
    """
    body = _read_body(tuple(body_texts))
    parts = [words for words in (normalised(part) for part in _ELLIPSIS.split(text)) if words]
    count = sum(len(part.split()) for part in parts)
    if not count or count > _MOST_WORDS:
        return None
    start = body.find_parts([" ".join(parts)])
    if start is None and len(parts) > 1:
        start = body.find_parts(parts) if count >= _FEWEST_WORDS_IN_PARTS else None
    if start is None and count >= (_FEWEST_WORDS_IF_EDITED if len(parts) == 1 else _FEWEST_WORDS_IN_PARTS):
        start = body.find_edited(" ".join(parts).split())
    return None if start is None else body.passage_at(start)


def normalised(text: str) -> str:
    """Return the words of `text` in one case and form, parted by single spaces; Chinese, Thai ... by character."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    words = _BETWEEN_WORDS.sub(" ", _APOSTROPHE.sub("", folded))
    if _UNSPACED.search(words):
        words = _UNSPACED.sub(r" \1 ", words)
    return " ".join(words.split())


@dataclass(frozen=True)
class _Body:
    """The body's words in one string, a space before and after each, and where each passage starts in it."""

    words: str
    starts: tuple[int, ...]

    def passage_at(self, position: int) -> int:
        return bisect_right(self.starts, position) - 1

    def find_parts(self, parts: Sequence[str]) -> int | None:
        """Return where the parts follow each other word for word, or None."""
        start = -1
        for _ in range(_MOST_STARTS):
            start = self.words.find(f" {parts[0]} ", start + 1)
            if start < 0:
                return None
            if self._follow(start + len(parts[0]) + 1, parts[1:]):
                return start + 1
        return None

    def _follow(self, end: int, parts: Sequence[str]) -> bool:
        for part in parts:
            found = self.words.find(f" {part} ", end, end + _PART_REACH + len(part))
            if found < 0:
                return False
            end = found + len(part) + 1
        return True

    def find_edited(self, quote: Sequence[str]) -> int | None:
        """Return where the body has nearly the words of `quote` in nearly that length, or None."""
        slack = max(2, len(quote) // 4)
        for start in sorted(self._likely_starts(quote)):
            first = max(0, start - slack // 2)
            window = self.tokens[first : start + len(quote) + slack]
            if common_words(quote, window) >= LIKENESS * len(quote):
                anchor = next((i for i, word in enumerate(window) if word in quote[:3]), 0)
                return self.offsets[first + anchor]
        return None

    def _likely_starts(self, quote: Sequence[str]) -> set[int]:
        """Return the token positions where `quote` would start, were one of its rarest words where the body has it."""
        known = sorted({word for word in quote if word in self.positions}, key=lambda word: len(self.positions[word]))
        places = {word: [i for i, each in enumerate(quote) if each == word][:3] for word in known[:6]}
        starts: dict[int, int] = {}
        for word, here in places.items():
            for position in self.positions[word][:_MOST_POSITIONS]:
                for place in here:
                    start = max(0, position - place)
                    starts[start] = starts.get(start, 0) + 1
        return set(sorted(starts, key=lambda start: (-starts[start], start))[:_MOST_STARTS])

    @cached_property
    def tokens(self) -> list[str]:
        return self.words.split()

    @cached_property
    def offsets(self) -> list[int]:
        return [match.start() for match in re.finditer(r"\S+", self.words)]

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for position, word in enumerate(self.tokens):
            found.setdefault(word, []).append(position)
        return found


@lru_cache(maxsize=1)
def _read_body(texts: tuple[str, ...]) -> _Body:
    starts, length, pieces = [], 1, []
    for text in texts:
        starts.append(length)
        words = normalised(text)
        if words:
            pieces.append(words)
            length += len(words) + 1
    return _Body(f" {' '.join(pieces)} ", tuple(starts))


def common_words(first: Sequence[str], second: Sequence[str]) -> int:
    """Return the length of the longest sequence of words that both have in order.

    Bit-parallel (Hyyrö 2004): one bit a word of `first`, one addition of long integers a word of `second`.
    """
    places: dict[str, int] = {}
    for position, word in enumerate(first):
        places[word] = places.get(word, 0) | 1 << position
    all_bits = (1 << len(first)) - 1
    unmatched = all_bits
    for word in second:
        matches = unmatched & places.get(word, 0)
        unmatched = ((unmatched + matches) | (unmatched - matches)) & all_bits
    return len(first) - unmatched.bit_count()
