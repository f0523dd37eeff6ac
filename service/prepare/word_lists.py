"""Word lists as readable text: the notation of this package's tables of labels, titles and particles."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of `text`, which stand between spaces."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """Return the phrases of `text`, which stand on lines and between bars."""
    return frozenset(phrase.strip() for line in text.splitlines() for phrase in line.split("|")) - {""}
