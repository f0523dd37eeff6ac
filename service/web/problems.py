"""Errors as RFC 9457 problem documents, or as a page for a person. Nothing internal is ever told; the log has it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from flask import Flask, Response, g, render_template, request
from pydantic import BaseModel, ConfigDict, Field
from werkzeug.exceptions import HTTPException, MethodNotAllowed, RequestedRangeNotSatisfiable

from service.errors import ArticleNotFound, Fault, StrictRefusal, TearsheetError
from service.logs import Log
from service.report import Report
from service.web import nearest
from service.web.logs import log_failure, request_id
from service.web.nearest import Link
from service.web.negotiation import PROBLEM, wants_html
from service.web.problem_catalogue import PROBLEMS, Kind, kind_of_status

_RETRY_AFTER_S = 5


class ProblemError(BaseModel):
    """One thing that is wrong with the request."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: str = Field(description="Where: a query parameter, or a dotted path in the body.", examples=["options.paper"])
    message: str = Field(description="What is wrong, in words.", examples=["`a44` is not a valid value."])
    value: Any = Field(None, description="What was given, cut short.", examples=["a44"])
    valid: list[str] = Field([], description="The valid values, where they can be listed.", examples=[["a4", "a5"]])
    nearest: str | None = Field(None, description="The valid one that it looks like a slip of.", examples=["a4"])


class Problem(BaseModel):
    """A problem document (RFC 9457)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: str = Field(description="Stable address of the kind; it explains itself.", examples=["/problems/not-found"])
    title: str = Field(description="The kind, in words.", examples=["There is no such address"])
    status: int = Field(description="HTTP status.", examples=[404])
    detail: str = Field(description="What happened this time.", examples=["Nothing is served at `/article`."])
    instance: str = Field(description="This occurrence.", examples=["urn:request:0f3c7a52e1d94b6c"])
    request_id: str = Field(description="Id of the request, also in the log.", examples=["0f3c7a52e1d94b6c"])
    errors: list[ProblemError] = Field([], description="Each thing that is wrong.")
    nearest: list[Link] = Field([], description="Addresses that were perhaps meant.")
    report: Report | None = Field(None, description="With `strict-refusal`: what the render found.")


def answer_errors(app: Flask, log: Log) -> None:
    """Answer every error of `app` with a problem; log the cause of those that are the service's own fault."""

    @app.errorhandler(TearsheetError)
    def refused(error: TearsheetError) -> Response:
        if error.http_status >= 500:
            log_failure(log, error)
        return _answer_refusal(error)

    @app.errorhandler(HTTPException)
    def refused_by_http(error: HTTPException) -> Response:
        return _answer_http(error)

    @app.errorhandler(Exception)
    def failed(error: Exception) -> Response:
        log_failure(log, error)
        return answer_problem(PROBLEMS["internal"], "The service failed; its log has the cause under this request id.")


def answer_problem(
    kind: Kind,
    detail: str,
    faults: Sequence[Fault] = (),
    links: Sequence[Link] = (),
    report: Report | None = None,
) -> Response:
    """Return the problem as JSON, or as a page where the request prefers one."""
    g.problem = kind.code
    problem = Problem(
        type=f"/problems/{kind.code}", title=kind.title, status=kind.status, detail=detail,
        instance=f"urn:request:{request_id()}", request_id=request_id(),
        errors=[_error(fault) for fault in faults], nearest=list(links), report=report,
    )  # fmt: skip
    if wants_html():
        response = Response(render_template("problem.html", problem=problem, kind=kind), mimetype="text/html")
    else:
        document = problem.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
        if report:  # Whole, as `report=1` gives it.
            document["report"] = report.model_dump(mode="json")
        response = Response(json.dumps(document, indent=2, ensure_ascii=False) + "\n", mimetype=PROBLEM)
    response.status_code = kind.status
    response.headers["Cache-Control"] = "no-store"
    response.headers["Vary"] = "Accept"
    return response


def _answer_refusal(error: TearsheetError) -> Response:
    kind = PROBLEMS.get(error.code, PROBLEMS["internal"])
    detail = kind.title + "." if kind.code == "internal" else error.message
    links = nearest.articles_like(error.nearest, request.path) if isinstance(error, ArticleNotFound) else ()
    report = error.report if isinstance(error, StrictRefusal) else None
    response = answer_problem(kind, detail, error.faults, links, report)
    if kind.status == 503 and not error.permanent:
        response.headers["Retry-After"] = str(_RETRY_AFTER_S)
    return response


def _answer_http(error: HTTPException) -> Response:
    if error.response is not None or error.code is None or error.code < 400:
        return error.get_response()  # type: ignore[return-value]
    kind = kind_of_status(error.code)
    links: Sequence[Link] = nearest.routes_like(request.path) if error.code == 404 else ()
    response = answer_problem(kind, _detail(error), (), links)
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    if isinstance(error, RequestedRangeNotSatisfiable) and error.length is not None:
        response.headers["Content-Range"] = f"bytes */{error.length}"
    if error.code == 415:
        response.headers["Accept-Encoding"] = "identity"
        response.headers["Accept-Post"] = "application/json, multipart/form-data"
    return response


def _detail(error: HTTPException) -> str:
    path = request.path[:200]
    if error.code == 404:
        return f"Nothing is served at `{path}`."
    if isinstance(error, MethodNotAllowed):
        allowed = ", ".join(sorted(error.valid_methods or ()))
        return f"`{path}` does not answer {request.method[:20]}; it answers {allowed}."
    if error.code == 413:
        limit = request.max_content_length
        return f"The request body has more than the {limit} bytes that the service reads."
    # Werkzeug's own descriptions are fixed texts, ours name the remedy; neither holds anything internal.
    return error.description or f"{error.name}."


def _error(fault: Fault) -> ProblemError:
    return ProblemError(
        path=fault.path, message=fault.message, value=fault.value, valid=list(fault.valid), nearest=fault.nearest
    )
