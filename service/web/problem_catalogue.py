"""Every problem that the service can answer with, by its stable code, and what to do about each."""

from __future__ import annotations

from dataclasses import dataclass

from service import errors


@dataclass(frozen=True)
class Kind:
    """One kind of problem: `code` is the last part of a problem document's `type`, and never changes."""

    code: str
    status: int
    title: str
    remedy: str


def _of(error: type[errors.TearsheetError], remedy: str) -> Kind:
    return Kind(error.code, error.http_status, error.title, remedy)


_KINDS = (
    _of(
        errors.UsageError, "The body or the address could not be read. The `detail` says where; mend it and try again."
    ),
    Kind(
        "not-found",
        404,
        "There is no such address",
        "Nothing is served at this path. The `nearest` addresses are the likeliest meant; the library is at `/`.",
    ),
    _of(
        errors.ArticleNotFound,
        "The ids that look like it are linked as nearest; `/?q=` searches the library.",
    ),
    Kind(
        "method-not-allowed",
        405,
        "The method is not allowed here",
        "The `Allow` header names the methods of this address. Headers that pretend another method are not read.",
    ),
    Kind(
        "not-acceptable",
        406,
        "The address offers no type that the request accepts",
        "Name one of the offered types in the `Accept` header, or leave the header out.",
    ),
    Kind(
        "precondition-failed",
        412,
        "The document has changed",
        "The entity tag in `If-Match` is not the document's present one. Fetch it anew.",
    ),
    Kind(
        "body-too-large",
        413,
        "The request body is too large",
        "Send fewer or smaller pictures, or have the operator raise `TEARSHEET_MAX_BODY_BYTES`.",
    ),
    Kind(
        "unsupported-media-type",
        415,
        "The request body is of a type that is not read here",
        "Send `application/json` in UTF-8, or `multipart/form-data`, without a content encoding.",
    ),
    Kind(
        "range-not-satisfiable",
        416,
        "The range lies outside the document",
        "The `Content-Range` header gives the document's length in bytes; positions count from 0.",
    ),
    _of(errors.InvalidOptions, "Each entry of `errors` names a print option, the value given and the valid values."),
    _of(
        errors.InvalidArticle,
        "Each entry of `errors` names a path in the record. `/schema/article.json` is its schema.",
    ),
    _of(errors.DuplicateArticle, "Give each article of the import an id of its own."),
    _of(
        errors.StrictRefusal,
        "`strict` was asked for and the page would lose something. `report` says what; mend it, or leave `strict` out.",
    ),
    Kind(
        "internal", 500, "The service failed", "Give the `request_id` to the operator: the log has the cause under it."
    ),
    _of(
        errors.RenderFailed,
        "The layout engine failed on a valid article. Give the `request_id` to the operator, with the article.",
    ),
    _of(
        errors.NotReady,
        "Ask again in some seconds. If it stays so, the log has the cause, and `tearsheet doctor` helps.",
    ),
    _of(errors.InvalidConfig, "The operator has to mend the service's settings; `tearsheet doctor` says which."),
    _of(errors.SetupIncomplete, "The operator has to finish the set-up; `tearsheet doctor` names what is missing."),
)

PROBLEMS: dict[str, Kind] = {kind.code: kind for kind in _KINDS}

_BY_STATUS = {
    kind.status: kind.code
    for kind in _KINDS
    if kind.code
    in {
        "bad-request", "not-found", "method-not-allowed", "not-acceptable", "precondition-failed", "body-too-large",
        "unsupported-media-type", "range-not-satisfiable", "internal",
    }
}  # fmt: skip


def kind_of_status(status: int) -> Kind:
    """Return the kind that stands for a plain HTTP error of `status`."""
    fallback = "bad-request" if 400 <= status < 500 else "internal"
    return PROBLEMS[_BY_STATUS.get(status, fallback)]
