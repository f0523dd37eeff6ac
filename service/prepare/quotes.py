"""Quotations: their marks by language, a paragraph that is wholly one, and a pull quote that repeats the body."""

from __future__ import annotations

import re

from service.prepare.attribution import DASHES, Attribution, parse_attribution
from service.prepare.quote_marks import CLOSERS_OF, quote_marks
from service.prepare.repeats import repeats_body

__all__ = ["Attribution", "in_quote_marks", "parse_attribution", "quote_marks", "repeats_body", "whole_quotation"]

_SPACES = " \t\r\n\u00a0\u2009\u202f"
_SINGLE = "'‘’‚‹›"
_OPENERS_OF = {
    closer: "".join(opener for opener, closers in CLOSERS_OF.items() if closer in closers)
    for closer in "".join(CLOSERS_OF.values())
}
_MOST_PASSES = 4  # One sets the marks; marks that are crooked as given may need more to come to rest.
_LONGEST_ATTRIBUTION = 220
_TAIL = re.compile(rf"[.,;…]?\s*(?=[{re.escape(DASHES)}])")


def whole_quotation(text: str, language: str) -> tuple[str, Attribution] | None:
    """Return the words and the speaker of a paragraph that is one quotation and a dash-and-name line, or None.

    The outer marks are left out, everything inside is kept; a full stop after the closing mark joins the words. A
    quotation with "said Name", two quotations, or words after the name are none. `language` is the
    article's.
    """
    text = text.strip()
    closers = CLOSERS_OF.get(text[:1], "")
    end = max((text.rfind(closer) for closer in closers), default=-1)
    if end < 2 or len(text) - end > _LONGEST_ATTRIBUTION:
        return None
    tail = _TAIL.match(text, end + 1)
    attribution = parse_attribution(text[tail.end() :], language=language) if tail else None
    inner = text[1:end]
    if tail is None or attribution is None or not _is_one_quotation(inner, text[0], text[end]):
        return None
    words = inner.strip(_SPACES) + tail[0].strip()
    return (words, attribution) if any(c.isalnum() for c in words) else None


def in_quote_marks(text: str, language: str) -> str:
    """Return `text` in the language's quotation marks, with those that it had at its ends replaced.

    A lone mark at one end goes too. Marks of the outer kind and straight ones inside become inner marks. Every letter
    stays. Idempotent. Text without a letter or figure comes back as it is.
    """
    if not any(character.isalnum() for character in text):
        return text
    for _ in range(_MOST_PASSES):
        before, text = text, _marked_once(text, language)
        if text == before:
            break
    return text


def _marked_once(text: str, language: str) -> str:
    opening, closing, inner_opening, inner_closing = quote_marks(language)
    words = _without_lone_marks(without_quote_marks(text))
    if opening.strip(_SPACES) != inner_opening:
        words = _with_inner_marks(words, (opening, closing), (inner_opening, inner_closing))
    if words.startswith(opening.strip(_SPACES)) and words.endswith(closing.strip(_SPACES)) and len(words) > 1:
        return words  # Two quotations or crooked nesting: marked at both ends as it is.
    return opening + words + closing


def without_quote_marks(text: str) -> str:
    """Return `text` without the one pair of quotation marks that surrounds it, if one does."""
    text = text.strip()
    if len(text) > 2 and text[-1] in CLOSERS_OF.get(text[0], "") and _stays_open(text[1:-1], text[0], text[-1]):
        return text[1:-1].strip(_SPACES)
    return text


def _without_lone_marks(text: str) -> str:
    """Return `text` without double marks at its start that nothing closes, or at its end that nothing opened."""
    while text and _opens_nothing(text):
        text = text[1:].lstrip(_SPACES)
    while text and _closes_nothing(text):
        text = text[:-1].rstrip(_SPACES)
    return text


def _opens_nothing(text: str) -> bool:
    closers = CLOSERS_OF.get(text[0], "")
    return bool(closers) and text[0] not in _SINGLE and not any(closer in text[1:] for closer in closers)


def _closes_nothing(text: str) -> bool:
    openers = _OPENERS_OF.get(text[-1], "")
    inches = text[-1] == '"' and text[-2:-1].isdigit()
    return bool(openers) and text[-1] not in _SINGLE and not inches and not any(o in text[:-1] for o in openers)


def _with_inner_marks(text: str, outer: tuple[str, str], inner: tuple[str, str]) -> str:
    """Return `text` with its balanced outer or straight double marks turned into inner ones."""
    opening, closing = (mark.strip(_SPACES) for mark in outer)
    if '"' in text and text.count('"') % 2 == 0:
        parts = text.split('"')
        text = parts[0] + "".join(inner[i % 2] + part for i, part in enumerate(parts[1:]))
    if opening == closing or closing in _SINGLE or not _is_balanced(text, opening, closing):
        return text
    if outer[0] != opening:
        text = re.sub(rf"{opening}[{_SPACES}]?", opening, re.sub(rf"[{_SPACES}]?{closing}", closing, text))
    return text.replace(opening, inner[0]).replace(closing, inner[1])


def _is_balanced(text: str, opening: str, closing: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == opening) - (character == closing)
        if depth not in (0, 1):
            return False
    return depth == 0


def _is_one_quotation(inner: str, opening: str, closing: str) -> bool:
    return _depth_at_end(inner, opening, closing) == 1


def _stays_open(inner: str, opening: str, closing: str) -> bool:
    return _depth_at_end(inner, opening, closing) > 0


def _depth_at_end(inner: str, opening: str, closing: str) -> int:
    """Return how many quotations are open after `inner`, one being open before it; 0 if that one closed in between."""
    depth, left = 1, False
    for position, character in enumerate(inner):
        if character not in (opening, closing):
            continue
        before, after = inner[position - 1 : position], inner[position + 1 : position + 2]
        if character in "'’" and before.isalnum() and after.isalnum():
            continue
        opens = character == opening and (opening != closing or not before or before in "([" + _SPACES)
        if opens and left:
            return 0
        depth += 1 if opens else -1
        if depth < 1:
            if character != "’":
                return 0
            depth, left = 1, True  # An apostrophe ("the boats’ masts"), unless a quotation opens after it.
    return depth
