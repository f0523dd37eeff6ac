"""Where a request that found nothing was perhaps meant to go."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from urllib.parse import quote

from flask import current_app, request, url_for
from pydantic import BaseModel, ConfigDict, Field
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

FORMATS = ("pdf", "html", "json")


class Link(BaseModel):
    """An address on this service, and what it is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    href: str = Field(description="Absolute path.", examples=["/articles/low-ice.pdf"])
    title: str = Field(description="What is there.", examples=["low-ice"])


def article_path(article_id: str, extension: str) -> str:
    """Return the path of an article in one of its formats."""
    return url_for(f"articles.{extension}", article_id=article_id)


def articles_like(ids: Iterable[str], path: str) -> list[Link]:
    """Return links to these articles, in the format that `path` asked for."""
    extension = path.rpartition(".")[2]
    extension = extension if extension in FORMATS else "pdf"
    return [Link(href=article_path(article_id, extension), title=article_id) for article_id in ids]


def routes_like(path: str) -> list[Link]:
    """Return the addresses that `path` looks like a slip of; at least the library."""
    if match := re.fullmatch(r"/articles?/([A-Za-z0-9_][A-Za-z0-9._-]{0,199})/?", path):
        stem, dot, extension = match[1].rpartition(".")
        article_id = stem if dot and len(extension) <= 5 else match[1]
        return [Link(href=article_path(article_id, ext), title=f"{article_id}.{ext}") for ext in FORMATS]
    known = [rule.rule for rule in current_app.url_map.iter_rules() if not rule.arguments]
    found = difflib.get_close_matches(path.rstrip("/").lower()[:100], known, n=3, cutoff=0.55) or ["/"]
    return [Link(href=quote(request.script_root + rule), title=rule) for rule in found]


def without_trailing_slash() -> str | None:
    """Return the address of this request without its trailing slash, where such a page exists."""
    path = request.path.rstrip("/")
    if not path or not request.path.endswith("/"):
        return None
    try:
        current_app.create_url_adapter(request).match(path, method=request.method)  # type: ignore[union-attr]
    except (HTTPException, RequestRedirect):
        return None
    query = request.query_string.decode("ascii", "ignore")
    return quote(request.script_root + path) + (f"?{query}" if query else "")
