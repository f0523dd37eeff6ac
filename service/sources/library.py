"""The library: articles with their files in a SQL database. It is the source that ships."""

from __future__ import annotations

import difflib
import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property

from sqlalchemy import ColumnElement, Engine, and_, delete, func, select
from sqlalchemy.orm import Session, load_only

from service.article import Article, read_article
from service.config import Config
from service.errors import ArticleNotFound, DuplicateArticle, Fault
from service.sources import Entry, Listing
from service.sources.database import database_errors, open_database
from service.sources.models import ArticleRow, FileRow
from service.stages import Submission

_IDS_COMPARED = 2000
# Letters whose mark is part of the letter, so that taking marks off leaves them as they are.
_PLAIN_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_LISTED = (
    ArticleRow.id, ArticleRow.headline, ArticleRow.kicker, ArticleRow.dek, ArticleRow.byline, ArticleRow.language,
    ArticleRow.publication, ArticleRow.status, ArticleRow.published_as_given,
)  # fmt: skip


class Library:
    """The articles that `config` names a database for. Opened at first use; may be shared by threads and forks.

    Every call raises `SetupIncomplete` where the database cannot be used.
    """

    def __init__(self, config: Config) -> None:
        self._config = config

    @cached_property
    def _engine(self) -> Engine:
        return open_database(self._config)

    @cached_property
    def _writing_engine(self) -> Engine:
        return self._engine.execution_options(sqlite_begin="IMMEDIATE")

    def submission(self, article_id: str) -> Submission:
        """Return the article with its files. Raises `ArticleNotFound`, with the nearest ids."""
        with self._session() as session:
            record = session.scalar(select(ArticleRow.record).where(ArticleRow.id == article_id))
            files = session.execute(
                select(FileRow.name, FileRow.content).where(FileRow.article_id == article_id).order_by(FileRow.name)
            ).all()
        if record is None:
            raise ArticleNotFound(article_id, self.nearest(article_id))
        return Submission(read_article(record), {row.name: row.content for row in files})

    def listing(self, query: str = "", offset: int = 0, limit: int = 50) -> Listing:
        """Return the entries whose id, headline, kicker, people or keywords hold every word of `query`, newest first.

        Case and accents make no difference, and no character of `query` is a wildcard. Articles without a date come
        last. `offset` counts from 0.
        """
        matches = _holds_every_word(query)
        undated_last = ArticleRow.published_at.is_(None)
        rows = (
            select(ArticleRow)
            .options(load_only(*_LISTED))
            .where(matches)
            .order_by(undated_last, ArticleRow.published_at.desc(), ArticleRow.id)
            .offset(offset)
            .limit(limit)
        )
        with self._session() as session:
            total = session.scalar(select(func.count()).select_from(ArticleRow).where(matches)) or 0
            return Listing(tuple(_entry(row) for row in session.scalars(rows)), total)

    def ids(self) -> list[str]:
        """Return the id of every article, in order."""
        with self._session() as session:
            return list(session.scalars(select(ArticleRow.id).order_by(ArticleRow.id)))

    def nearest(self, article_id: str) -> list[str]:
        """Return up to three ids that look like `article_id`, the nearest first."""
        article_id = article_id[:200]
        with self._session() as session:
            ids = list(session.scalars(select(ArticleRow.id).order_by(ArticleRow.id).limit(_IDS_COMPARED + 1)))
            if len(ids) > _IDS_COMPARED:
                begins_alike = ArticleRow.id.istartswith(article_id[:3], autoescape=True)
                ids = list(session.scalars(select(ArticleRow.id).where(begins_alike).limit(_IDS_COMPARED)))
        as_written = {known.lower(): known for known in ids}
        return [as_written[name] for name in difflib.get_close_matches(article_id.lower(), as_written, cutoff=0.5)]

    def import_submissions(self, submissions: Iterable[Submission]) -> list[str]:
        """Store the articles with their files, all or none, and return their ids in the order given.

        An article replaces the one of the same id, its files included. The submissions may be made one by one while
        they are stored, so that an import needs the memory of one; whatever they raise undoes the whole import.
        Raises `DuplicateArticle` where two of them share an id.
        """
        imported: dict[str, None] = {}
        imported_at = datetime.now(UTC)
        with database_errors(), Session(self._writing_engine) as session, session.begin():
            for submission in submissions:
                article_id = submission.article.id
                if article_id in imported:
                    fault = Fault("id", f"`{article_id}` occurs twice.", article_id)
                    raise DuplicateArticle("Nothing was imported: two articles share an id.", [fault])
                imported[article_id] = None
                _store(session, submission, imported_at)
        return list(imported)

    @contextmanager
    def _session(self) -> Iterator[Session]:
        with database_errors(), Session(self._engine) as session:
            yield session


def fold(text: str) -> str:
    """Return `text` as the search compares it: without case, accents or compatibility forms. Idempotent."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN_LETTERS))
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return unicodedata.normalize("NFC", bare).casefold()


def _holds_every_word(query: str) -> ColumnElement[bool]:
    words = dict.fromkeys(fold(query).split())
    return and_(True, *(ArticleRow.search.contains(word, autoescape=True) for word in words))


def _entry(row: ArticleRow) -> Entry:
    published_at = datetime.fromisoformat(row.published_as_given) if row.published_as_given else None
    return Entry(
        id=row.id, headline=row.headline, language=row.language, publication=row.publication, status=row.status,
        kicker=row.kicker, dek=row.dek, byline=row.byline, published_at=published_at,
    )  # fmt: skip


def _store(session: Session, submission: Submission, imported_at: datetime) -> None:
    article_id = submission.article.id
    session.execute(delete(FileRow).where(FileRow.article_id == article_id))
    session.execute(delete(ArticleRow).where(ArticleRow.id == article_id))
    session.add(_article_row(submission.article, imported_at))
    session.flush()
    for name, content in submission.files.items():
        digest = hashlib.sha256(content).hexdigest()
        session.add(FileRow(article_id=article_id, name=name, sha256=digest, content=content))
    session.flush()
    session.expunge_all()


def _article_row(article: Article, imported_at: datetime) -> ArticleRow:
    record = article.model_dump_json(exclude_unset=True)
    return ArticleRow(
        id=article.id,
        headline=article.headline,
        kicker=article.kicker,
        dek=article.dek,
        byline=", ".join(author.name for author in article.authors),
        language=article.language,
        publication=article.publication.name,
        status=article.status,
        published_at=article.published_at,
        published_as_given=article.published_at.isoformat() if article.published_at else None,
        search=_search_text(article),
        record=record,
        digest=hashlib.sha256(record.encode()).hexdigest(),
        imported_at=imported_at,
    )


def _search_text(article: Article) -> str:
    people = [person.name for person in (*article.authors, *article.contributors)]
    return fold("\n".join([article.id, article.headline, article.kicker or "", *people, *article.keywords]))
