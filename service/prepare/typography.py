"""Text with its small spaces set right: what a compositor does that an engine does not.

Every function that returns text only turns a breakable space into a no-break space (U+00A0; our text face lacks
U+202F), one for one. So lengths and positions stay, and a paragraph cut into text nodes can be bound as one text and
cut again (`bind_nodes`). Nothing is inserted, and the author's marks and letters are never touched.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import islice

from service.languages import primary_language, script_of
from service.prepare.no_break_rules import rules_for

NO_BREAK = "\u00a0"
_UNSPACED_SCRIPTS = frozenset({"Hans", "Hant", "Hani", "Jpan", "Kore", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"})
_CASED_SCRIPTS = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
_BREAKABLE = " \t\n\r\f"
# Characters; a last line under eight looks like the tail of a broken word ("year."), and what is bound to it may
# grow to no more than these, or the line above is left loose. A tail under four is a fault worth a longer bond.
_SHORT_TAIL, _TINY_TAIL = 6, 4
_LONGEST_TAIL, _LONGEST_TINY_TAIL = 19, 30
_LONGEST_CHAIN = 24  # Characters from first to last bond of a chain; a hostile row of initials must still break.

_OPENING_WORDS = (3, 6)
_OPENING_LENGTH, _OPENING_WINDOW = 38, 240
_AFTER_OPENING = 20  # Characters that must follow, or the whole of a short paragraph would be in small capitals.
_PHRASE_MARKS = ",;:.!?…–—"
_OPENING_QUOTES, _CLOSING_QUOTES = "“„«‘‚\"'»([", "”’»“\"')]"


def bind_words(text: str, language: str) -> str:
    """Return the text with no break inside what reads as one: `5 km`, `p. 12`, `3 March`, `A. Name`, `« mot »`.

    Only a single space is bound. Idempotent; the same text comes back for a script without word spaces.
    """
    if not _has_word_spaces(language):
        return text
    bound = text
    for rule in rules_for(primary_language(language)):
        bound = rule.sub(rf"\1{NO_BREAK}", bound)
    return bound if bound == text else _loosened(text, bound)


def bind_runt(text: str, language: str) -> str:
    """Return a paragraph's text whose last words hold together, so that no short word stands alone on its last line.

    The last line then has at least six characters where that needs no more than 19 without a break. Idempotent; the
    same text comes back for a script without word spaces.
    """
    if not _has_word_spaces(language):
        return text
    end = len(text.rstrip())
    while True:
        gap = max(text.rfind(space, 0, end) for space in _BREAKABLE)
        tail = end - gap - 1
        if gap <= 0 or tail >= _SHORT_TAIL or text[gap - 1].isspace():
            return text
        start = max(text.rfind(space, 0, gap) for space in _BREAKABLE) + 1
        if start == 0 or end - start > (_LONGEST_TINY_TAIL if tail < _TINY_TAIL else _LONGEST_TAIL):
            return text
        text = text[:gap] + NO_BREAK + text[gap + 1 :]


def bind_nodes(nodes: Sequence[str], bind: Callable[[str, str], str], language: str) -> list[str]:
    """Return the text nodes of one paragraph, bound by `bind_words` or `bind_runt` as the one text that they are."""
    whole = bind("".join(nodes), language)
    bound, at = [], 0
    for node in nodes:
        bound.append(whole[at : at + len(node)])
        at += len(node)
    return bound


def split_last_word(text: str) -> tuple[str, str]:
    """Return the text before a paragraph's last word, and that word with what follows it; joined they are the text.

    Wrap the second in an element with `hyphens: manual` to keep it whole at the end of a paragraph: WeasyPrint 70
    hyphenates across a word joiner (U+2060), but not inside such an element. A no-break space parts words too.
    """
    end = len(text.rstrip())
    start = max((text.rfind(space, 0, end) for space in _BREAKABLE + NO_BREAK), default=-1) + 1
    return text[:start], text[start:]


def opening_words(text: str, language: str) -> int:
    """Return how many characters of an article's first paragraph to set in small capitals; 0 for none.

    Three to six words, at most 38 characters, to the end of a phrase where one is near. None in a script without case,
    in a paragraph hardly longer than that, or where a quotation would be entered and not left.
    """
    if script_of(language) not in _CASED_SCRIPTS:
        return 0
    ends: list[int] = []
    inside = False
    for word in islice(re.finditer(r"[^\s\u00a0]+", text[:_OPENING_WINDOW]), _OPENING_WORDS[1]):
        end = word.start() + len(word[0].rstrip(_PHRASE_MARKS))
        if end > _OPENING_LENGTH or len(text) - end < _AFTER_OPENING:
            break
        inside = (inside or (bool(ends) and word[0][0] in _OPENING_QUOTES)) and word[0][-1] not in _CLOSING_QUOTES
        if inside or end == word.start():
            continue
        ends.append(end)
        if len(ends) >= 2 and (
            _closes_phrase(word[0]) or re.match(r"[\s\u00a0][–—-][\s\u00a0]", text[word.end() :][:3])
        ):
            return end
    return _weightiest(text, ends)


def short_headline(text: str, limit: int = 70) -> str:
    """Return the headline for the running header, in at most `limit` columns (an East Asian character has two).

    A long one ends at its colon or dash where that leaves a headline, else after a word, with an ellipsis.
    """
    text = " ".join(text.split())
    if display_length(text) <= limit:
        return text
    room = _characters_within(text, max(limit - 1, 0))
    phrases = [mark.start() for mark in _PHRASE_END.finditer(text, 0, room + 2)]
    if phrases and display_length(text[: phrases[-1]]) * 3 >= limit:
        return text[: phrases[-1]].rstrip()
    end = room
    if text[room] != " " and (space := text.rfind(" ", 0, room + 1)) * 2 > room:
        end = space  # A script without word spaces, or one endless word, is cut between characters.
    return text[:end].rstrip(" \u00a0" + _PHRASE_MARKS + _OPENING_QUOTES + "、，。：-") + "…"


def display_length(text: str) -> int:
    """Return how many columns a text takes: two for an East Asian wide character, none for a combining mark."""
    return sum(map(_columns, text))


# A colon, a dash between spaces, or a full-width colon or dash: what parts a headline from its second thought.
_PHRASE_END = re.compile(r":(?=\s)|\s[–—-](?=\s)|[：]|——")


def _characters_within(text: str, columns: int) -> int:
    """Return how many characters fit into `columns` without parting a letter from its marks."""
    at = used = 0
    while at < len(text) and used + _columns(text[at]) <= columns:
        used += _columns(text[at])
        at += 1
    while 0 < at < len(text) and (_columns(text[at]) == 0 or text[at - 1] == "\u200d"):
        at -= 1
    return at


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _closes_phrase(word: str) -> bool:
    mark = word.rstrip(_CLOSING_QUOTES)[-1:]
    # A full stop after a short word is that of an abbreviation: "Mr.".
    return mark in tuple(_PHRASE_MARKS) and (mark != "." or len(word) > 4)


def _weightiest(text: str, ends: Sequence[int]) -> int:
    """Return the last of `ends` from the third to the fifth that does not leave a word such as `the` at the end."""
    for end in reversed(ends[_OPENING_WORDS[0] - 1 : _OPENING_WORDS[1] - 1]):
        if len(text[:end].rsplit(maxsplit=1)[-1]) > 3:
            return end
    return ends[_OPENING_WORDS[0] - 1] if len(ends) >= _OPENING_WORDS[0] else 0


def _loosened(text: str, bound: str) -> str:
    """Return `bound` with a break again wherever a chain of bonds, the author's too, is more than a line can spare."""
    characters = list(bound)
    first: int | None = None
    for at, (before, after) in enumerate(zip(text, bound, strict=True)):
        if after in _BREAKABLE:
            first = None
        elif after == NO_BREAK:
            first = at if first is None else first
            if before != after and at - first > _LONGEST_CHAIN:
                characters[at], first = before, None
    return "".join(characters)


@lru_cache(maxsize=256)
def _has_word_spaces(language: str) -> bool:
    return script_of(language) not in _UNSPACED_SCRIPTS
