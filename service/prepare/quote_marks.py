"""Quotation marks by language."""

from __future__ import annotations

# What may close a quotation that this mark opens.
CLOSERS_OF = {
    "“": "”\"",
    "”": "”",
    "„": "“”\"",
    "\"": "\"”",
    "‘": "’'",
    "’": "’",
    "‚": "‘’",
    "'": "'’",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "《": "》",
    "〝": "〞〟",
    "＂": "＂",
}  # fmt: skip


def quote_marks(language: str) -> tuple[str, str, str, str]:
    """Return (outer opening, outer closing, inner opening, inner closing) of a BCP 47 language."""
    return "“", "”", "‘", "’"
