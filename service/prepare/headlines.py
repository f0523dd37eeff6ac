"""A headline's lines: as few as fit, about even, and broken where a reader would pause."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from service.languages import is_cjk, primary_language, script_of

# Words that belong to the one after them: a line that ends on one sounds broken off.
_LEANING = {
    "en": "a an the of to in on at by for from with and or but as is are was were its it's his her their our my your "
    "no not than that this into over under per via",
    "de": "der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei mit nach von "
    "vom zu zum zur für über unter um als wie ist sind kein keine nicht",
    "fr": "le la les l’ un une des du de d’ à au aux en et ou mais dans par pour sur sous avec sans ce cet cette ces "
    "son sa ses leur leurs que qui ne est sont plus",
    "es": "el la los las lo un una unos unas de del a al en y e o u con por para sin sobre que se su sus no es son más",
    "it": "il lo la i gli le un uno una di del dello della dei degli delle a al alla ai alle da dal dalla in nel nella "
    "e o con per su sul sulla tra fra che non è",
    "pt": "o a os as um uma de do da dos das em no na nos nas e ou com por para sem que se seu sua não é",
    "nl": "de het een en of in op aan te van voor met naar bij uit om als dat die is zijn haar geen niet",
    "sv": "en ett den det de och eller i på av till för från med om som är att inte",
    "da": "en et den det de og eller i på af til for fra med om som er at ikke",
    "nb": "en ei et den det de og eller i på av til for fra med om som er at ikke",
    "fi": "ja tai eli kun jos ei on",
    "pl": "a i o u w z do na od po za ze we ku oraz lub że nie jest dla przez",
    "cs": "a i o u k s v z do na od po za ze ve ke se si že je pro bez při",
    "hu": "a az egy és vagy hogy nem ha de",
    "ro": "un o al a ai ale de la în cu pe din pentru și sau că nu este",
    "el": "ο η το οι τα του της των τον την στο στη στην στον και ή με για από σε που να δεν είναι ένα μια",
    "ru": "а без в во для до за и из к ко на не ни о об от по под при с со у что как или но",
    "uk": "а без в від для до з за зі і й із на не ні о об по під при про та у що як або але",
    "bg": "а без в във до за и из на не но о от по под при с със у че да се ще или",
    "tr": "bir ve ile de da ki bu",
    "ar": "في من إلى على عن مع أو و لا ما أن إن هذا هذه",
    "he": "של את על אל עם או לא כי זה",
    "fa": "و در از به با بر که این آن یک تا",
}
_DASHES = "–—-"
_OVERFULL, _FORBIDDEN, _LINE = 1e12, 1e9, 1e6
# In parts of the measure squared: what an uneven line may cost before a poorer break is taken in its stead.
_PLAIN_BREAK, _LEANING_BREAK, _LONE_WORD = 0.08, 0.2, 0.5
_WORDS_A_LINE = 60  # No line of a headline holds more, so the work stays in proportion to the headline.

_NEVER_FIRST = "、。，．・：；？！‥…ー」』）】〉》〕］｝”’々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%％,.:;!?)]}"
_NEVER_LAST = "「『（【〈《〔［｛“‘([{"


def balanced_lines(
    words: Sequence[str], width_of: Callable[[str], float], measure: float, *, language: str = "", joiner: str = " "
) -> list[str]:
    """Return the headline's lines: as few as fit into `measure`, then as even as can be, no lone word on the last.

    `width_of` is asked once a word, in the unit of `measure`; a joined line may differ by its kerning, so keep one
    per cent in hand. A line never begins with a dash nor parts a number from its unit, and ends on a word such as
    "the" only where evenness would suffer badly. A word wider than `measure` has a line to itself.
    """
    if not words:
        return []
    leaning = frozenset(_LEANING.get(primary_language(language), "").split())
    setting = _Setting(
        widths=[width_of(word) for word in words],
        gap=width_of(joiner) if joiner else 0.0,
        measure=measure,
        breaks=[_break_cost(before, after, leaning, joiner) for before, after in pairwise(words)],
    )
    # best[i] is the least cost of setting the first i words, and where the last of their lines begins.
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(words) + 1):
        best.append(min(_line_choices(end, best, setting)))
    return _joined(words, best, joiner)


def headline_words(text: str, language: str) -> tuple[list[str], str]:
    """Return the pieces between which a headline may break, and what joins them: `words, joiner` of `balanced_lines`.

    Chinese and Japanese break between characters, but not before a closing mark nor inside a word of kana or Latin
    letters. A script whose words only a dictionary can find, such as Thai, breaks at its own spaces alone.
    """
    if not is_cjk(language) or script_of(language) == "Kore":
        # Not at a no-break space, which is part of its word.
        return [word for word in re.split("[ \t\n\r\f]+", text) if word], " "
    pieces: list[str] = []
    for character in re.sub("[ \t\n\r\f]+", " ", text.strip()):
        if pieces and _holds_together(pieces[-1], character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces, ""


@dataclass(frozen=True)
class _Setting:
    """What a headline is set from: the width of each word, of the gap and of a line, and the cost of each break."""

    widths: Sequence[float]
    gap: float
    measure: float
    breaks: Sequence[float]


def _line_choices(end: int, best: Sequence[tuple[float, int]], setting: _Setting) -> list[tuple[float, int]]:
    """Return cost and start of each line that could end before word `end`."""
    choices: list[tuple[float, int]] = []
    width, measure = -setting.gap, max(setting.measure, 1e-9)
    last = end == len(setting.widths)
    for start in range(end - 1, max(end - _WORDS_A_LINE, 0) - 1, -1):
        width += setting.gap + setting.widths[start]
        if width > measure and choices:
            break
        slack = (measure - width) / measure
        cost = _LINE + (slack * slack if slack >= 0 else _OVERFULL)
        cost += _LONE_WORD * (start == end - 1 > 0) if last else setting.breaks[end - 1]
        choices.append((best[start][0] + cost, start))
    return choices


def _joined(words: Sequence[str], best: Sequence[tuple[float, int]], joiner: str) -> list[str]:
    lines: list[str] = []
    end = len(words)
    while end:
        start = best[end][1]
        lines.append(joiner.join(words[start:end]).strip())
        end = start
    return lines[::-1]


def _break_cost(before: str, after: str, leaning: frozenset[str], joiner: str) -> float:
    if not joiner:
        return 0.0 if before[-1] in "、。：；・！？　 " or _run(before[-1]) != _run(after[0]) else _PLAIN_BREAK
    if after[0] in _DASHES or after in ("%", "‰", "!", "?", ":", ";", "»") or before == "«":
        return _FORBIDDEN
    if before[-1].isdigit() and (
        len(after) <= 2 or after[0] in "%°€$£" or after.lower().startswith(("milli", "billi"))
    ):
        return _FORBIDDEN
    if before.lower().lstrip("“„«\"'‘(") in leaning:
        return _LEANING_BREAK
    # The best place is where a phrase ends: at a mark, or before a word such as "and" or "of".
    return 0.0 if before[-1] in ",;:.!?…–—،؛" or after.lower() in leaning else _PLAIN_BREAK


def _holds_together(piece: str, character: str) -> bool:
    if character in _NEVER_FIRST or piece[-1] in _NEVER_LAST or unicodedata.combining(character):
        return True
    before, after = _run(piece[-1]), _run(character)
    # A Japanese phrase is a word of Chinese characters or katakana with the hiragana that bend it.
    return before == after != "han" or (after == "hiragana" and before in ("han", "katakana") and piece[-1] != "　")


def _run(character: str) -> str:
    if re.match("[ぁ-ゟ]", character):
        return "hiragana"
    if re.match("[ァ-ヿー]", character):
        return "katakana"
    if unicodedata.east_asian_width(character) in "WF":
        return "han"
    return "space" if character.isspace() else "latin"
