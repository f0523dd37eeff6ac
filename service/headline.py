"""The headline in lines: broken where a reader would pause, about even, the last no single word."""

from __future__ import annotations

from service.fonts import fonts_folder
from service.languages import is_cjk, script_of
from service.measure import width_em
from service.options import PrintOptions
from service.prepare.headlines import balanced_lines, headline_words
from service.sheet import Sheet

_LONG = 95  # Characters; at full size more would need a fourth line.
_LONG_CJK = 42
# The engine's kerning differs a little from the sum of advances, so a line leaves this much of the measure free.
_SLACK = 0.985
_TRACKING_EM = -0.012  # As in article.css.
_SERIF_OF = {
    "Latn": "LiterataDisplay-SemiBold.ttf",
    "Grek": "LiterataDisplay-SemiBold.ttf",
    "Cyrl": "LiterataDisplay-SemiBold.ttf",
    "Jpan": "NotoSerifCJKJP-Bold.otf",
    "Hans": "NotoSerifCJKSC-Bold.otf",
    "Hant": "NotoSerifCJKTC-Bold.otf",
    "Kore": "NotoSerifCJKKR-Bold.otf",
}
_SANS = {"sans": "Inter-SemiBold.ttf", "readable": "AtkinsonHyperlegible-Bold.ttf"}


def is_long(headline: str) -> bool:
    """Return whether a headline is set one step smaller."""
    wide = sum(1 for character in headline if ord(character) > 0x2E7F)
    return len(headline) > (_LONG_CJK if wide > len(headline) / 2 else _LONG)


def headline_lines(headline: str, language: str, options: PrintOptions, sheet: Sheet) -> list[str]:
    """Return the lines of the headline; one, for the engine to break, in a script that we do not measure."""
    script = script_of(language)
    if script not in _SERIF_OF:
        return [headline]
    name = _SERIF_OF[script]
    if not is_cjk(language) and (options.large_print or options.fonts != "serif"):
        name = _SANS["readable" if options.fonts == "readable" else "sans"]
    face = fonts_folder() / name
    measure = sheet.display_width / 25.4 * 72 / _size_pt(headline, options, cjk=is_cjk(language))
    words, joiner = headline_words(headline, language)
    tracking = 0.0 if is_cjk(language) else _TRACKING_EM
    return balanced_lines(
        words,
        lambda text: width_em(text, face) + tracking * len(text),
        measure * _SLACK,
        language=language,
        joiner=joiner,
    )


def _size_pt(headline: str, options: PrintOptions, *, cjk: bool) -> float:
    # As in variables.css.
    long = is_long(headline)
    if options.large_print:
        return 28 if long or options.paper == "a5" else 34
    if options.paper == "a5":
        return 18 if long else 19 if cjk else 22
    return 24 if long else 25 if cjk else 29
