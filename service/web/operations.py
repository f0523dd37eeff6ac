"""What each address does, as OpenAPI operations: the words and examples that the models cannot know."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from service.web.negotiation import HTML, JSON, PDF, PROBLEM, SCHEMA


@dataclass(frozen=True)
class Operation:
    """One method of one path. `answers` are media types with the model of each, `problems` the codes it can meet."""

    method: str
    path: str
    name: str
    tag: str
    summary: str
    description: str
    answers: dict[str, str | None]
    curl: str
    problems: tuple[str, ...] = ()
    options: bool = False
    delivery: bool = False
    body: bool = False
    search: bool = False
    conditional: bool = True
    path_parameters: tuple[str, ...] = ()
    headers: tuple[str, ...] = field(default=())


_RENDERING = ("invalid-options", "not-acceptable", "strict-refusal", "render-failed", "setup-incomplete", "internal")
_LIBRARY = ("article-not-found", "precondition-failed", *_RENDERING)
_PAYLOAD = ("bad-request", "invalid-article", "body-too-large", "unsupported-media-type", *_RENDERING)
_PLAIN = ("invalid-options", "not-acceptable", "precondition-failed")
_ABOUT = ("Content-Language", "Link")

OPERATIONS = (
    Operation(
        "get", "/articles/{id}.pdf", "articlePdf", "Articles", "An article as PDF",
        "The finished PDF. With `report=1`, or where the request prefers JSON, the report of the same render instead. "
        "Single byte ranges are answered; the entity tag is the SHA-256 of the bytes.",
        {PDF: None, JSON: "Report"},
        "curl -o low-ice.pdf \\\n  '{base}/articles/low-ice.pdf?paper=letter'",
        (*_LIBRARY, "range-not-satisfiable"), options=True, delivery=True, path_parameters=("id",),
        headers=(*_ABOUT, "Content-Disposition", "Accept-Ranges", "Repr-Digest"),
    ),
    Operation(
        "get", "/articles/{id}.html", "articleHtml", "Articles", "An article as print page",
        "The page that is typeset, as one self-contained HTML document for a browser and its own Print command.",
        {HTML: None, JSON: "Report"},
        "curl '{base}/articles/low-ice.html?text_size=large' \\\n  -o low-ice.html",
        _LIBRARY, options=True, delivery=True, path_parameters=("id",), headers=_ABOUT,
    ),
    Operation(
        "get", "/articles/{id}.json", "articleRecord", "Articles", "An article as its record",
        "The record as its publisher gave it, without the defaults.",
        {JSON: "Article"},
        "curl '{base}/articles/low-ice.json'",
        ("article-not-found", *_PLAIN), path_parameters=("id",), headers=_ABOUT,
    ),
    Operation(
        "get", "/", "listArticles", "Articles", "The library",
        "The articles, newest first, twenty a page: as JSON where the request prefers it, else as a page. "
        "Print options are carried into the links.",
        {HTML: None, JSON: "ArticleList"},
        "curl -H 'Accept: application/json' \\\n  '{base}/?q=harbour&page=1'",
        ("not-found", *_PLAIN), options=True, search=True, headers=("Link",),
    ),
    Operation(
        "post", "/pdf", "payloadPdf", "Payloads", "A payload as PDF",
        "Renders the article in the body; nothing is kept. Send JSON, or a multipart form whose parts are `article` "
        "(JSON), `options` (JSON, may be left out) and pictures, each under the file name that the article's `src` "
        "uses. Options may stand in the query instead, but none in both.",
        {PDF: None, JSON: "Report"},
        "curl '{base}/pdf?paper=a5' -o article.pdf \\\n  -F 'article=@article.json;type=application/json' \\\n"
        "  -F 'picture=@quay.jpg;filename=pictures/quay.jpg'",
        _PAYLOAD, options=True, delivery=True, body=True, conditional=False,
        headers=(*_ABOUT, "Content-Disposition", "Repr-Digest"),
    ),
    Operation(
        "post", "/html", "payloadHtml", "Payloads", "A payload as print page",
        "Like `POST /pdf`, but answers with the self-contained print page.",
        {HTML: None, JSON: "Report"},
        "curl '{base}/html' -o article.html \\\n  -F 'article=@article.json;type=application/json'",
        _PAYLOAD, options=True, delivery=True, body=True, conditional=False, headers=_ABOUT,
    ),
    Operation(
        "get", "/schema/article.json", "articleSchema", "Schemas", "Schema of the record",
        "JSON Schema (draft 2020-12) of an article, with a description and an example of every field.",
        {SCHEMA: None, JSON: None}, "curl '{base}/schema/article.json'", _PLAIN,
    ),
    Operation(
        "get", "/schema/options.json", "optionsSchema", "Schemas", "Schema of the print options",
        "JSON Schema of the options object.",
        {SCHEMA: None, JSON: None}, "curl '{base}/schema/options.json'", _PLAIN,
    ),
    Operation(
        "get", "/schema/report.json", "reportSchema", "Schemas", "Schema of the report",
        "JSON Schema of what a render tells about itself.",
        {SCHEMA: None, JSON: None}, "curl '{base}/schema/report.json'", _PLAIN,
    ),
    Operation(
        "get", "/openapi.json", "openapi", "About", "This document", "The OpenAPI 3.1 document of the service.",
        {JSON: None}, "curl '{base}/openapi.json'", _PLAIN,
    ),
    Operation(
        "get", "/docs", "docs", "About", "The documentation", "This page. It loads nothing from elsewhere.",
        {HTML: None}, "curl '{base}/docs'", _PLAIN,
    ),
    Operation(
        "get", "/problems/{code}", "problemKind", "About", "A kind of problem",
        "What a problem's `type` means and what to do about it, as a page or as JSON.",
        {HTML: None, JSON: "ProblemKind"}, "curl '{base}/problems/invalid-options'",
        ("not-found", *_PLAIN), path_parameters=("code",),
    ),
    Operation(
        "get", "/healthz", "healthz", "Operation", "Alive", "The process answers. Nothing else is looked at.",
        {JSON: "Alive"}, "curl '{base}/healthz'", ("invalid-options",), conditional=False,
    ),
    Operation(
        "get", "/readyz", "readyz", "Operation", "Ready",
        "The library can be read and a tiny article renders. An answer stands for five seconds.",
        {JSON: "Ready"}, "curl '{base}/readyz'", ("invalid-options", "not-ready"), conditional=False,
    ),
)  # fmt: skip

TAGS = {
    "Articles": "What the library holds, by its id.",
    "Payloads": "An article that is sent along and not kept.",
    "Schemas": "The forms of what goes in and comes out.",
    "About": "The service about itself.",
    "Operation": "For whoever keeps it running.",
}

ARTICLE_EXAMPLE: dict[str, Any] = {
    "id": "low-ice",
    "language": "en-GB",
    "publication": {"name": "The Harbour Courier", "accent_colour": "#8c2f1f"},
    "kicker": "Coast",
    "headline": "The winter of the low ice",
    "dek": "A town asked one question of its wall.",
    "authors": [{"name": "Anna Holm"}],
    "published_at": "2026-03-03T08:00:00+01:00",
    "body_text": "The first thing anyone at the quay will tell you is that it was quiet.\n\nThe boats stayed in.",
}

HEADERS = {
    "Content-Language": "Language of the article.",
    "Link": "`rel=canonical`: the article's address of record; `prev`, `next`: pages of the list.",
    "Content-Disposition": "File name made of the headline, in any script (RFC 6266, RFC 8187).",
    "Accept-Ranges": "`bytes`.",
    "Repr-Digest": "SHA-256 of the whole document (RFC 9530).",
    "ETag": "Strong: the SHA-256 of the bytes.",
    "Cache-Control": "`private, no-cache`: keep it, but ask each time.",
    "X-Request-ID": "The caller's id where it is plain, else a new one; the log has it.",
}

PROBLEM_TYPE = PROBLEM
