"""Quotation marks by language: the delimiters of Unicode CLDR 48, and where the press writes otherwise, that."""

from __future__ import annotations

Marks = tuple[str, str, str, str]

# What may close a quotation that this mark opens.
CLOSERS_OF = {
    "“": '”"',
    "”": "”“",
    "„": '“”"',
    '"': '"”',
    "‘": "’'",
    "‚": "‘’",
    "'": "'’",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "｢": "｣",
    "『": "』",
    "〝": "〞〟",
    "＂": "＂",
}

_ROOT = "“ ” ‘ ’"

# By marks: the languages that have them, all that CLDR lists apart from its root (“ ” ‘ ’).
_FROM_CLDR = {
    "« » “ ”": "ast blo bm br ca cv dyo el es-US es eu ewo ie kab kk lij mg mua nnh pms pt-PT pt-AO pt-CH pt-CV pt-GQ"
    " pt-GW pt-LU pt-MO pt-MZ pt-ST pt-TL sc sg ti",
    "„ “ ‚ ‘": "cs de dsb et hr hsb is ksh lb luy mk nds sk sl bs-Cyrl",
    "« » ‹ ›": "am az-Arab az-Cyrl fa fr-CH gsw jgo kkj mzn rm sdh wae",
    "« » „ “": "bas be bua ky os ru sah tyv uk ka",
    "” ” ’ ’": "fi he lag rn se sn sv yi",
    "« » ‘ ’": "dua ksf nb nn no rw",
    "” “ ’ ‘": "lld ms-Arab syr ur",
    "« » « »": "ht hy oc yav",
    "„ “ „ “": "bg lt prg sgs",
    "‘ ’ “ ”": "fur ia tn",
    "「 」 『 』": "ja yue zh-Hant",
    "„ ” « »": "nmg pl ro",
    "„ ” ‚ ’": "agq ff",
    "„ ” » «": "hu szl",
    "« » › ‹": "ug kk-Arab",
    "„ ” ‘ ’": "bs",
    "„ ” ’ ’": "sr",
    "“ ” « »": "eo",
    "‘ ’ ‘ ’": "nl",
    "« » „ ”": "shi zgh",
}

# CLDR 48 has „ “ for Swiss German, “ ” for Italian, ” “ for Arabic, and the same marks twice for French; newspapers
# there set guillemets, and “ ” inside them.
_FROM_THE_PRESS = {
    "« » ‹ ›": "de-CH de-LI it-CH",
    "« » “ ”": "it ar ps ckb",
    "«\u00a0 \u00a0» “ ”": "fr",
}

_BY_TAG: dict[str, Marks] = {
    tag.lower(): tuple(marks.split(" "))  # type: ignore[misc]  # Four by construction, which a test checks.
    for table in (_FROM_CLDR, _FROM_THE_PRESS)
    for marks, tags in table.items()
    for tag in tags.split()
}
_SCRIPT_OF_REGION = {"zh-tw": "zh-hant", "zh-hk": "zh-hant", "zh-mo": "zh-hant"}
_OLDER_CODES = {"iw": "he", "ji": "yi", "mo": "ro", "sh": "sr"}


def quote_marks(language: str) -> Marks:
    """Return (outer opening, outer closing, inner opening, inner closing) of a BCP 47 language.

    The most specific of language, script and region decides; an unknown language has “ ” and ‘ ’. French marks hold a
    no-break space (U+00A0): the narrow one (U+202F) is finer, but not every text face has it.
    """
    subtags = language.lower().replace("_", "-").split("-")
    subtags[0] = _OLDER_CODES.get(subtags[0], subtags[0])
    first, rest = subtags[0], subtags[1:4]
    candidates = ["-".join(subtags[:3]), *(f"{first}-{subtag}" for subtag in rest), first]
    for tag in (_SCRIPT_OF_REGION.get(tag, tag) for tag in candidates):
        if tag == "zh-hans":
            break
        if tag in _BY_TAG:
            return _BY_TAG[tag]
    opening, closing, inner_opening, inner_closing = _ROOT.split()
    return opening, closing, inner_opening, inner_closing


def marks_by_tag() -> dict[str, Marks]:
    """Return the marks of every tag of the table, in lower case."""
    return dict(_BY_TAG)
