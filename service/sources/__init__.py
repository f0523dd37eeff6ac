"""Where articles come from: the protocol that every source keeps. `library` is the one that ships."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from service.stages import Submission


@dataclass(frozen=True)
class Entry:
    """One line of a source's list."""

    id: str
    headline: str
    language: str
    publication: str
    status: str
    kicker: str | None = None
    dek: str | None = None
    byline: str = ""
    published_at: datetime | None = None


@dataclass(frozen=True)
class Listing:
    """A page of a source's list, and how many entries the whole list has."""

    entries: tuple[Entry, ...]
    total: int


class Source(Protocol):
    """Something that yields articles by id."""

    def submission(self, article_id: str) -> Submission:
        """Return the article with its files. Raises `ArticleNotFound`, with the nearest ids."""
        ...

    def listing(self, query: str = "", offset: int = 0, limit: int = 50) -> Listing:
        """Return the entries whose id, headline, people or keywords hold every word of `query`, newest first."""
        ...
