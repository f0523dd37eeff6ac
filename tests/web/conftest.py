"""A small library in memory and a press that prints nothing, so that these tests are about HTTP alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.app import create_app
from service.article import Article, read_article
from service.config import Config
from service.errors import ArticleNotFound
from service.options import PrintOptions
from service.report import Report
from service.sources import Entry, Listing
from service.stages import FinishedPdf, Submission
from service.validation import nearest_name

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"}


def record(article_id: str = "low-ice", **changes: Any) -> dict[str, Any]:
    return {
        "id": article_id,
        "language": "en-GB",
        "publication": {"name": "The Harbour Courier"},
        "headline": "The winter of the low ice",
        "body_text": "It was quiet.",
        **changes,
    }


RECORDS = [
    record(
        canonical_url="https://courier.example/2026/low-ice", kicker="Coast", published_at="2026-03-03T08:00:00+01:00"
    ),
    record("low.ice.v2", headline="Ice: a second / look?"),
    record("bab", language="ar", headline="بابٌ إلى البحر", kicker="مدن", status="corrected"),
    record("escape", headline="<script>alert(1)</script> & more"),
    record("iri", headline="An address of many letters", canonical_url="https://bücher.example/straße?q=é"),
    record("broken", headline="Broken", canonical_url="https://[half/"),
]


class MemorySource:
    def __init__(self, records: list[dict[str, Any]]) -> None:
        self.articles = {given["id"]: read_article(given) for given in records}

    def submission(self, article_id: str) -> Submission:
        if article_id not in self.articles:
            nearest = nearest_name(article_id, self.articles)
            raise ArticleNotFound(article_id, [nearest] if nearest else [])
        return Submission(self.articles[article_id], {})

    def listing(self, query: str = "", offset: int = 0, limit: int = 50) -> Listing:
        found = [_entry(article) for article in self.articles.values() if query.lower() in article.headline.lower()]
        return Listing(tuple(found[offset : offset + limit]), len(found))


def _entry(article: Article) -> Entry:
    return Entry(
        article.id,
        article.headline,
        article.language,
        article.publication.name,
        article.status,
        article.kicker,
        article.dek,
        ", ".join(author.name for author in article.authors),
        article.published_at,
    )


@dataclass
class PaperPress:
    """Returns bytes that depend on article, files and options alone, and remembers what it was asked."""

    asked: list[tuple[Submission, PrintOptions]] = field(default_factory=list)
    failure: Exception | None = None

    def render(self, submission: Submission, options: PrintOptions) -> FinishedPdf:
        self.asked.append((submission, options))
        if self.failure:
            raise self.failure
        pdf = b"%PDF-1.7\n" + submission.article.id.encode() + options.model_dump_json().encode()
        return FinishedPdf(pdf, a_report(submission.article.id, pdf))

    def page(self, submission: Submission, options: PrintOptions) -> str:
        self.render(submission, options)
        return f"<!doctype html><html lang={submission.article.language}><title>page</title>"


def a_report(article_id: str, pdf: bytes = b"") -> Report:
    return Report(
        article=article_id, pages=1, bytes=len(pdf), sha256=sha256(pdf).hexdigest(), timings_ms={"typeset": 1.5}
    )


@pytest.fixture
def press() -> PaperPress:
    return PaperPress()


@pytest.fixture
def make_app(tmp_path: Path, press: PaperPress) -> Callable[..., Flask]:
    def make(records: list[dict[str, Any]] = RECORDS, **settings: Any) -> Flask:
        return create_app(Config(data=tmp_path, **settings), source=MemorySource(records), press=press)

    return make


@pytest.fixture
def app(make_app: Callable[..., Flask]) -> Flask:
    return make_app()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def problem_of(response: Any) -> dict[str, Any]:
    """Return the problem document, having checked what every one of them keeps."""
    assert response.mimetype == "application/problem+json"
    problem: dict[str, Any] = json.loads(response.data)
    assert problem["status"] == response.status_code
    assert problem["type"].startswith("/problems/")
    assert problem["request_id"] == response.headers["X-Request-ID"]
    assert problem["request_id"] in problem["instance"]
    return problem
