"""`POST /pdf` and `POST /html`: reads an article, its options and its pictures from a hostile request body."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Never

from flask import request
from werkzeug.exceptions import UnsupportedMediaType

from service.article import read_article
from service.errors import Fault, InvalidArticle, InvalidOptions, UsageError
from service.options import PrintOptions
from service.stages import Submission
from service.validation import nearest_name
from service.web.multipart import Part, read_parts
from service.web.queries import merged_options

_KEYS = ("article", "options")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def read_payload(query: Mapping[str, str]) -> tuple[Submission, PrintOptions]:
    """Return the submission and the options of the request's body; `query` are options of its address.

    Raises `UsageError` where the body cannot be read, `InvalidArticle` and `InvalidOptions` where it can, and
    werkzeug's 413 and 415.
    """
    if request.content_encoding:
        raise UnsupportedMediaType(f"A body encoded as `{request.content_encoding[:40]}` is not read here.")
    if request.mimetype == "multipart/form-data":
        parts = read_parts(request)
        body, files = _fields(parts), _files(parts)
    elif request.mimetype == "application/json":
        body, files = _json_body(), {}
    else:
        given = f"`{request.mimetype[:80]}`" if request.mimetype else "A body without a content type"
        raise UnsupportedMediaType(f"{given} is not read here; send `application/json` or `multipart/form-data`.")
    return _submission(body, files, query)


def _submission(
    body: dict[str, Any], files: dict[str, bytes], query: Mapping[str, str]
) -> tuple[Submission, PrintOptions]:
    faults = [
        Fault(name[:80], f"unknown key `{name[:80]}`.", None, _KEYS, nearest_name(name, _KEYS))
        for name in body
        if name not in _KEYS
    ]
    if "article" not in body:
        faults.append(Fault("article", "the article is needed."))
    faults += [
        Fault(name, "an object is needed.", type(body[name]).__name__)
        for name in _KEYS
        if name in body and not isinstance(body[name], dict)
    ]
    if faults:
        raise UsageError(_malformed(body), faults)
    try:
        options = merged_options(query, body.get("options", {}))
    except InvalidOptions as error:
        raise InvalidOptions(error.message, [*error.faults, *_article_faults(body["article"])]) from None
    try:
        return Submission(read_article(body["article"]), files), options
    except InvalidArticle as error:
        raise InvalidArticle(error.message, [_inside_article(fault) for fault in error.faults]) from None


def _malformed(body: Mapping[str, Any]) -> str:
    if "article" not in body and "headline" in body:
        return 'The request body is a bare article; send it as {"article": {...}, "options": {...}}.'
    return "The request body is not valid."


def _article_faults(record: dict[str, Any]) -> list[Fault]:
    try:
        read_article(record)
    except InvalidArticle as error:
        return [_inside_article(fault) for fault in error.faults]
    return []


def _inside_article(fault: Fault) -> Fault:
    return replace(fault, path="article" if fault.path.startswith("(") else f"article.{fault.path}")


def _json_body() -> dict[str, Any]:
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise UnsupportedMediaType(f"JSON in the charset `{charset[:40]}` is not read here; send UTF-8.")
    body = request.stream.read()
    # A body without a length ends silently at the limit; only reading on raises 413.
    request.stream.read(1)
    if not body:
        raise UsageError("The request has no body. Send an object with the key `article`.")
    found = read_json(body, "(whole body)")
    if not isinstance(found, dict):
        raise UsageError("The request body is not a JSON object.", [Fault("(whole body)", "an object is needed.")])
    return found


def read_json(text: bytes, where: str) -> Any:
    """Return what JSON text in UTF-8 stands for; `where` names it in an error.

    Stricter than the standard library: a repeated key, `NaN`, and half a surrogate pair are refused, because each
    would be lost or changed silently. Raises `UsageError`.
    """
    try:
        decoded = text.decode("utf-8-sig")
        found = json.loads(decoded, object_pairs_hook=_without_repeats, parse_constant=_no_constant)
        if _SURROGATE.search(decoded):
            json.dumps(found, ensure_ascii=False).encode()
    except RecursionError:
        raise UsageError("The JSON is nested too deeply.", [Fault(where, "nested too deeply.")]) from None
    except UnicodeError:
        raise UsageError("The JSON is not in UTF-8.", [Fault(where, "these bytes are not UTF-8 text.")]) from None
    except ValueError as error:
        raise UsageError("The text is not JSON.", [Fault(where, f"{error}.")]) from None
    return found


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"the key `{next(name for name in names if names.count(name) > 1)[:80]}` occurs twice")
    return found


def _no_constant(name: str) -> Never:
    raise ValueError(f"`{name}` is not a JSON value")


def _fields(parts: list[Part]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for part in parts:
        if part.name in _KEYS:
            if part.name in fields:
                raise UsageError("The form is not valid.", [Fault(part.name, "the part is given twice.")])
            fields[part.name] = read_json(part.content, part.name)
        elif not part.is_file:
            nearest = nearest_name(part.name, _KEYS)
            fault = Fault(part.name[:80], f"unknown part `{part.name[:80]}`; a picture needs a file name.", None, _KEYS)
            raise UsageError("The form is not valid.", [replace(fault, nearest=nearest)])
    return fields


def _files(parts: list[Part]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    pictures = [part for part in parts if part.name not in _KEYS]
    for part in pictures:
        if part.filename in files:
            fault = Fault(part.filename[:80], "two parts have this file name.")
            raise UsageError("The form is not valid.", [fault])
        files[part.filename] = part.content
    names = [part.name for part in pictures]
    for part in pictures:
        if names.count(part.name) == 1:
            files.setdefault(part.name, part.content)
    return files
