"""The library's two tables, as SQLAlchemy models. A change here needs a migration; a test compares the two."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """An instant, kept in UTC without an offset, because SQLite sorts and returns it as plain text."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the instant as the database keeps it. A datetime without an offset is a mistake of ours."""
        if value is not None and value.tzinfo is None:
            raise ValueError("an instant needs an offset")
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the instant with its offset, which is UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """The library's schema."""


class ArticleRow(Base):
    """An article as imported. All columns but `record` and `digest` serve the list and its search."""

    __tablename__ = "articles"
    __table_args__ = (Index("ix_articles_newest_first", "published_at", "id"),)

    id: Mapped[str] = mapped_column(String(200), primary_key=True)
    headline: Mapped[str] = mapped_column(Text)
    kicker: Mapped[str | None] = mapped_column(Text)
    dek: Mapped[str | None] = mapped_column(Text)
    byline: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(35))
    publication: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(20))
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    published_as_given: Mapped[str | None] = mapped_column(String(40))
    search: Mapped[str] = mapped_column(Text)
    record: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    imported_at: Mapped[datetime] = mapped_column(UtcDateTime)


class FileRow(Base):
    """A file that belongs to an article, by the name that the record calls it."""

    __tablename__ = "files"

    article_id: Mapped[str] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(String(1000), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = mapped_column("bytes", LargeBinary)
