"""Prepares a body in one line, for the tests of preparation."""

import re
from typing import Any

from service.article import read_article
from service.config import Config
from service.options import read_options
from service.prepare import prepare_article
from service.stages import PreparedArticle, Submission

RECORD: dict[str, Any] = {
    "id": "wall",
    "language": "en-GB",
    "canonical_url": "https://courier.example/harbour/wall",
    "headline": "The wall holds",
    "publication": {"name": "The Harbour Courier"},
    "published_at": "2026-03-03T08:00:00+01:00",
    "authors": [{"name": "Runa Aldis"}],
}


def prepare(body_html: str, files: dict[str, bytes] | None = None, **given: Any) -> PreparedArticle:
    """Return the prepared article of a body; `options` are print options, everything else belongs to the record."""
    options = given.pop("options", {})
    body = {} if "body_text" in given else {"body_html": body_html}
    submission = Submission(read_article({**RECORD, **body, **given}), files or {})
    return prepare_article(submission, read_options(options), Config(data="unused"))  # type: ignore[arg-type]


def page(article: PreparedArticle) -> str:
    return "\n".join(block.html for block in article.blocks)


def bare(article: PreparedArticle) -> str:
    """Return the page without what binds words together, which is typography's to test."""
    return re.sub(r'<span class="keep">([^<]*)</span>', r"\1", page(article)).replace("&nbsp;", " ")


def words(article: PreparedArticle) -> str:
    return " ".join(" ".join(block.text for block in article.blocks).split())
