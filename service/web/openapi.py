"""The OpenAPI 3.1 document, made from the same models that read the requests."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import models_json_schema

import service
from service.article import Article
from service.options import PrintOptions
from service.report import Report
from service.web.home import ArticleList
from service.web.negotiation import HTML, JSON, PDF, PROBLEM
from service.web.operations import ARTICLE_EXAMPLE, HEADERS, OPERATIONS, TAGS, Operation
from service.web.problem_catalogue import PROBLEMS
from service.web.problems import Problem

_Schema = dict[str, Any]


class Payload(BaseModel):
    """The body of `POST /pdf` and `POST /html`."""

    model_config = ConfigDict(extra="forbid")

    article: Article = Field(description="The article.")
    options: PrintOptions = Field(PrintOptions(), description="The print options.")


class ProblemKind(BaseModel):
    """A kind of problem."""

    type: str = Field(description="Its stable address.", examples=["/problems/invalid-options"])
    status: int = Field(description="HTTP status.", examples=[422])
    title: str = Field(description="The kind, in words.")
    remedy: str = Field(description="What to do about it.")


class Alive(BaseModel):
    """The answer of `/healthz`."""

    status: str = Field(description="`alive`.", examples=["alive"])


class Ready(BaseModel):
    """The answer of `/readyz`."""

    status: str = Field(description="`ready`.", examples=["ready"])
    pages: int = Field(description="Pages of the trial article.", examples=[1])
    bytes: int = Field(description="Bytes of its PDF.", examples=[21000])


@cache
def openapi_document() -> dict[str, Any]:
    """Return the document. It is the same object each time: do not change it."""
    paths: dict[str, dict[str, Any]] = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, {})[operation.method] = _operation(operation)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Tearsheet",
            "version": service.__version__,
            "summary": "Articles into paper.",
            "description": "Takes an article, by its id or as a payload, lays it out for paper with its credits and "
            "quotes, and returns a PDF. Errors are problem documents (RFC 9457) that name the field and the valid "
            "values.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "servers": [{"url": "/", "description": "This service"}],
        "tags": [{"name": name, "description": text} for name, text in TAGS.items()],
        "paths": paths,
        "components": {"schemas": _schemas(), "responses": {code: _problem_response(code) for code in PROBLEMS}},
    }


def _schemas() -> dict[str, _Schema]:
    read: list[tuple[type[BaseModel], Any]] = [(model, "validation") for model in (Article, PrintOptions, Payload)]
    written: list[tuple[type[BaseModel], Any]] = [
        (model, "serialization") for model in (Report, Problem, ProblemKind, ArticleList, Alive, Ready)
    ]
    _, document = models_json_schema([*read, *written], ref_template="#/components/schemas/{model}")
    schemas: dict[str, _Schema] = document["$defs"]
    return schemas


def _operation(operation: Operation) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": operation.name,
        "tags": [operation.tag],
        "summary": operation.summary,
        "description": operation.description,
        "parameters": _parameters(operation),
        "responses": _responses(operation),
        "x-curl": operation.curl,
    }
    if operation.body:
        described["requestBody"] = _request_body()
    return described


def _parameters(operation: Operation) -> list[dict[str, Any]]:
    parameters = [_path_parameter(name) for name in operation.path_parameters]
    if operation.search:
        parameters.append(_query("q", {"type": "string", "maxLength": 200}, "Words that all have to occur.", "harbour"))
        parameters.append(_query("page", {"type": "integer", "minimum": 1, "default": 1}, "Page of the list.", 2))
    if operation.options:
        parameters += _option_parameters()
    if operation.delivery:
        switch = {"type": "string", "enum": ["0", "1", "true", "false"], "default": "0"}
        parameters.append(_query("report", switch, "`1`: answer with the report of the render, as JSON.", "1"))
        parameters.append(_query("download", switch, "`1`: have the browser save the file, not show it.", "1"))
    return parameters


def _path_parameter(name: str) -> dict[str, Any]:
    described = {
        "id": ({"type": "string", "pattern": "^[A-Za-z0-9_][A-Za-z0-9._-]{0,199}$"}, "Id of the article.", "low-ice"),
        "code": ({"type": "string", "enum": list(PROBLEMS)}, "Code of the problem.", "invalid-options"),
    }
    schema, text, example = described[name]
    return {"name": name, "in": "path", "required": True, "description": text, "schema": schema, "example": example}


def _option_parameters() -> list[dict[str, Any]]:
    properties: dict[str, _Schema] = PrintOptions.model_json_schema()["properties"]
    parameters = []
    for name, schema in properties.items():
        shape = {key: value for key, value in schema.items() if key not in ("title", "description", "examples")}
        parameters.append(_query(name, shape, schema.get("description", ""), schema.get("examples", [None])[0]))
    return parameters


def _query(name: str, schema: _Schema, description: str, example: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": description, "schema": schema, "example": example}


def _request_body() -> dict[str, Any]:
    reference = {"$ref": "#/components/schemas/Payload"}
    form = {
        "type": "object",
        "required": ["article"],
        "properties": {
            "article": {"$ref": "#/components/schemas/Article"},
            "options": {"$ref": "#/components/schemas/PrintOptions"},
        },
        "additionalProperties": {"type": "string", "format": "binary"},
    }
    encoding = {name: {"contentType": JSON} for name in ("article", "options")}
    example = {"article": ARTICLE_EXAMPLE, "options": {"paper": "letter", "columns": 2}}
    return {
        "required": True,
        "content": {
            JSON: {"schema": reference, "examples": {"article": {"summary": "A short article", "value": example}}},
            "multipart/form-data": {"schema": form, "encoding": encoding},
        },
    }


def _responses(operation: Operation) -> dict[str, Any]:
    responses: dict[str, Any] = {"200": _success(operation)}
    if operation.conditional:
        responses["304"] = {"description": "The document is still the one in `If-None-Match`."}
    if "range-not-satisfiable" in operation.problems:
        binary = {"schema": {"type": "string", "format": "binary"}}
        responses["206"] = {"description": "The range that was asked for.", "content": {PDF: binary}}
    for status in sorted({PROBLEMS[code].status for code in operation.problems}):
        codes = [code for code in operation.problems if PROBLEMS[code].status == status]
        responses[str(status)] = (
            {"$ref": f"#/components/responses/{codes[0]}"} if len(codes) == 1 else _problem_response(*codes)
        )
    return responses


def _success(operation: Operation) -> dict[str, Any]:
    names = [*operation.headers, "X-Request-ID", *(("ETag", "Cache-Control") if operation.conditional else ())]
    return {
        "description": operation.summary + ".",
        "headers": {name: {"description": HEADERS[name], "schema": {"type": "string"}} for name in names},
        "content": {media_type: _content(media_type, model) for media_type, model in operation.answers.items()},
    }


def _content(media_type: str, model: str | None) -> dict[str, Any]:
    if model:
        return {"schema": {"$ref": f"#/components/schemas/{model}"}}
    if media_type in (PDF, HTML):
        return {"schema": {"type": "string", **({"format": "binary"} if media_type == PDF else {})}}
    return {"schema": {"type": "object"}}


def _problem_response(*codes: str) -> dict[str, Any]:
    reference = {"$ref": "#/components/schemas/Problem"}
    examples = {code: {"summary": PROBLEMS[code].title, "value": _problem_example(code)} for code in codes}
    return {
        "description": " · ".join(f"`{code}`: {PROBLEMS[code].title}." for code in codes),
        "content": {PROBLEM: {"schema": reference, "examples": examples}},
    }


def _problem_example(code: str) -> dict[str, Any]:
    kind = PROBLEMS[code]
    example: dict[str, Any] = {
        "type": f"/problems/{code}", "title": kind.title, "status": kind.status, "detail": kind.title + ".",
        "instance": "urn:request:0f3c7a52e1d94b6c", "request_id": "0f3c7a52e1d94b6c",
    }  # fmt: skip
    if code == "invalid-options":
        example["errors"] = [
            {"path": "paper", "message": "`a44` is not a valid value.", "value": "a44",
             "valid": ["a4", "letter", "a5", "legal"], "nearest": "a4"}
        ]  # fmt: skip
    return example
