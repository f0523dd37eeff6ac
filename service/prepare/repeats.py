"""Finds the passage of the body that a pull quote repeats."""

from __future__ import annotations

from collections.abc import Sequence


def repeats_body(text: str, body_texts: Sequence[str]) -> int | None:
    """Return the index of the body passage that `text` repeats, or None."""
    words = " ".join(text.casefold().split())
    return next((i for i, passage in enumerate(body_texts) if words and words in passage.casefold()), None)
