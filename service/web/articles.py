"""An article as PDF, print page or record, by its id or from a payload."""

from __future__ import annotations

import re

from flask import Blueprint, Response, g, request
from werkzeug.urls import iri_to_uri

from service.article import Article
from service.options import PrintOptions
from service.stages import Submission
from service.web.conditional import deliver
from service.web.filenames import content_disposition
from service.web.negotiation import HTML, JSON, PDF, choose
from service.web.payload import read_payload
from service.web.queries import Delivery, merged_options, read_delivery, read_no_parameters
from service.web.security import PRINT_POLICY
from service.web.site import site

articles = Blueprint("articles", __name__)


@articles.get("/articles/<article_id>.pdf", endpoint="pdf")
def library_pdf(article_id: str) -> Response:
    """Answer with the PDF of an article in the library, or with its report."""
    return _from_library(article_id, PDF)


@articles.get("/articles/<article_id>.html", endpoint="html")
def library_html(article_id: str) -> Response:
    """Answer with the print page of an article in the library, or with the report of its PDF."""
    return _from_library(article_id, HTML)


@articles.get("/articles/<article_id>.json", endpoint="json")
def library_json(article_id: str) -> Response:
    """Answer with the record as it was given."""
    g.article = article_id
    read_no_parameters()
    choose([JSON])
    article = site().source.submission(article_id).article
    record = article.model_dump_json(exclude_unset=True, indent=2).encode() + b"\n"
    described = '</schema/article.json>; rel="describedby"'
    return deliver(record, JSON, {**_about(article), "Link": ", ".join([described, *_canonical(article)])})


@articles.post("/pdf", endpoint="payload_pdf")
def payload_pdf() -> Response:
    """Answer with the PDF of the article in the body, or with its report."""
    return _from_payload(PDF)


@articles.post("/html", endpoint="payload_html")
def payload_html() -> Response:
    """Answer with the print page of the article in the body, or with the report of its PDF."""
    return _from_payload(HTML)


def _from_library(article_id: str, media_type: str) -> Response:
    g.article = article_id
    query, delivery = read_delivery()
    options = merged_options(query, {})
    chosen = _choose(media_type, delivery)
    return _render(site().source.submission(article_id), options, delivery, chosen)


def _from_payload(media_type: str) -> Response:
    query, delivery = read_delivery()
    chosen = _choose(media_type, delivery)
    submission, options = read_payload(query)
    g.article = submission.article.id
    return _render(submission, options, delivery, chosen)


def _choose(media_type: str, delivery: Delivery) -> str:
    return choose([JSON] if delivery.report else [media_type, JSON])


def _render(submission: Submission, options: PrintOptions, delivery: Delivery, media_type: str) -> Response:
    article = submission.article
    if media_type == HTML:
        page = site().press.page(submission, options).encode()
        headers = {**_about(article), "Content-Security-Policy": PRINT_POLICY}
        if delivery.download:
            headers["Content-Disposition"] = _disposition(article, "html", delivery)
        return deliver(page, "text/html; charset=utf-8", headers)
    finished = site().press.render(submission, options)
    if media_type == JSON:
        return deliver(finished.report.model_dump_json(indent=2).encode() + b"\n", JSON, {"Cache-Control": "no-store"})
    headers = {**_about(article), "Content-Disposition": _disposition(article, "pdf", delivery)}
    return deliver(finished.pdf, PDF, headers, ranges=request.method != "POST")


def _disposition(article: Article, extension: str, delivery: Delivery) -> str:
    return content_disposition(article.headline, article.id, article.language, extension, attachment=delivery.download)


def _about(article: Article) -> dict[str, str]:
    link = _canonical(article)
    return {"Content-Language": article.language, **({"Link": link[0]} if link else {})}


def _canonical(article: Article) -> list[str]:
    """Return the canonical link, in ASCII; none where the address has no such form."""
    try:
        address = iri_to_uri(article.canonical_url or "")
    except ValueError:
        return []
    # The record refuses white space and angle brackets; this refuses whatever else could break out of a header.
    return [f'<{address}>; rel="canonical"'] if re.fullmatch(r"[!-;=?-~]+", address, re.ASCII) else []
