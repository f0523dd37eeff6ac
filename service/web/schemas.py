"""The JSON Schemas of the record, the options and the report."""

from __future__ import annotations

import json
from typing import Any

from flask import Blueprint, Response
from werkzeug.exceptions import NotFound

from service.article import article_schema
from service.options import PrintOptions
from service.report import Report
from service.web.conditional import deliver
from service.web.negotiation import JSON, SCHEMA, choose
from service.web.queries import read_no_parameters

_DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}

schemas = Blueprint("schemas", __name__)


def schema_of(name: str) -> dict[str, Any] | None:
    """Return the schema called `article`, `options` or `report`, or None."""
    if name == "article":
        return article_schema()
    if name == "options":
        return _DIALECT | PrintOptions.model_json_schema()
    return _DIALECT | Report.model_json_schema(mode="serialization") if name == "report" else None


@schemas.get("/schema/article.json", defaults={"name": "article"})
@schemas.get("/schema/options.json", defaults={"name": "options"})
@schemas.get("/schema/report.json", defaults={"name": "report"})
def schema(name: str) -> Response:
    """Answer with one of the schemas."""
    read_no_parameters()
    media_type = choose([SCHEMA, JSON])
    found = schema_of(name)
    if found is None:
        raise NotFound
    return deliver(json.dumps(found, indent=2, ensure_ascii=False).encode() + b"\n", media_type, {})
