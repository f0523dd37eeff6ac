"""The service about itself: `/openapi.json`, the documentation page and the kinds of problem."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response, current_app, render_template, request, url_for
from werkzeug.exceptions import NotFound

from service.web.conditional import deliver
from service.web.negotiation import HTML, JSON, choose
from service.web.openapi import openapi_document
from service.web.problem_catalogue import PROBLEMS
from service.web.queries import read_no_parameters
from service.web.reference import sections, shapes

about = Blueprint("about", __name__)
_HTML_UTF8 = "text/html; charset=utf-8"


@about.get("/openapi.json")
def openapi() -> Response:
    """Answer with the OpenAPI document."""
    read_no_parameters()
    choose([JSON])
    return deliver(_json(openapi_document()), JSON, {})


@about.get("/docs")
def docs() -> Response:
    """Answer with the documentation, made from the OpenAPI document."""
    read_no_parameters()
    choose([HTML])
    document = openapi_document()
    page = render_template(
        "docs.html", document=document, sections=sections(document, request.host_url.rstrip("/")),
        shapes=shapes(document), kinds=PROBLEMS.values(),
    )  # fmt: skip
    return deliver(page.encode(), _HTML_UTF8, {})


@about.get("/problems/<code>")
def problem_kind(code: str) -> Response:
    """Answer what a kind of problem means and what to do about it."""
    read_no_parameters()
    kind = PROBLEMS.get(code)
    if kind is None:
        raise NotFound
    if choose([HTML, JSON]) == HTML:
        return deliver(render_template("problem_kind.html", kind=kind).encode(), _HTML_UTF8, {})
    told = {"type": url_for("about.problem_kind", code=code)} | asdict(kind)
    del told["code"]
    return deliver(_json(told), JSON, {})


@about.get("/favicon.ico")
def favicon() -> Response:
    """Answer with the mark, for browsers that ask for it beside a PDF or JSON."""
    return current_app.send_static_file("mark.svg")


def _json(value: Any) -> bytes:
    return json.dumps(value, indent=2, ensure_ascii=False).encode() + b"\n"
