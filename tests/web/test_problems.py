"""Errors as problem documents and pages, and what the log has of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service import errors
from service.report import MissingGlyph
from service.web.problem_catalogue import PROBLEMS

from .conftest import BROWSER, PaperPress, a_report, problem_of


@pytest.fixture
def logged(make_app: Callable[..., Flask], capsys: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    """Return a function that asks an application with a JSON log, and returns its response and log lines."""

    def ask(path: str, method: str = "GET", **arguments: Any) -> tuple[Any, list[dict[str, Any]], str]:
        # Made here, because pytest gives each phase of a test its own standard error.
        client = make_app(log_format="json").test_client()
        response = client.open(path, method=method, **arguments)
        text = capsys.readouterr().err
        return response, [json.loads(line) for line in text.splitlines()], text

    return ask


def every_error(of: type[errors.TearsheetError]) -> set[type[errors.TearsheetError]]:
    return {of} | {found for child in of.__subclasses__() for found in every_error(child)}


def test_every_error_of_the_tree_is_explained_under_its_code() -> None:
    only_in_a_shell = {errors.OutputFailed, errors.CannotListen}
    for error in every_error(errors.TearsheetError) - only_in_a_shell:
        if error.__module__ == "service.errors":
            assert PROBLEMS[error.code].status == error.http_status, error
            assert PROBLEMS[error.code].remedy


@pytest.mark.parametrize("code", PROBLEMS)
def test_the_type_of_a_problem_explains_itself_to_a_person_and_a_program(client: FlaskClient, code: str) -> None:
    page = client.get(f"/problems/{code}", headers=BROWSER)
    assert (page.status_code, page.mimetype) == (200, "text/html")
    told = client.get(f"/problems/{code}", headers={"Accept": "application/json"}).get_json()
    assert told["type"] == f"/problems/{code}"
    assert told["status"] == PROBLEMS[code].status


def test_nothing_internal_reaches_the_client_and_the_log_has_the_cause_under_the_same_id(
    logged: Callable[..., Any], press: PaperPress
) -> None:
    press.failure = OSError("cannot open /srv/secret/key.pem")
    for headers in ({}, BROWSER):
        response, lines, text = logged("/articles/low-ice.pdf", headers=headers)
        assert response.status_code == 500
        for secret in ("secret", "OSError", "Traceback", ".py"):
            assert secret not in response.text
            assert secret not in str(response.headers)
        failure, request_line = lines
        request_id = response.headers["X-Request-ID"]
        assert request_id in response.text
        assert failure["request_id"] == request_line["request_id"] == request_id
        assert "/srv/secret/key.pem" in text
        assert failure["level"] == "error"


def test_the_cause_behind_a_failed_render_is_in_the_log_only(logged: Callable[..., Any], press: PaperPress) -> None:
    press.failure = errors.RenderFailed("The article `low-ice` could not be laid out.")
    press.failure.__cause__ = AssertionError("float_layout at /srv/secret")
    response, _, text = logged("/articles/low-ice.pdf")
    assert "secret" not in response.text
    assert "float_layout at /srv/secret" in text


def test_a_request_is_one_line_without_its_query(logged: Callable[..., Any]) -> None:
    response, lines, text = logged("/articles/low-ice.pdf?printed_on=1999-12-24")
    (line,) = lines
    assert line["method"] == "GET"
    assert line["path"] == "/articles/low-ice.pdf"
    assert line["status"] == 200
    assert line["bytes"] == len(response.data)
    assert line["article"] == "low-ice"
    assert line["ms"] >= 0
    assert "1999-12-24" not in text


def test_a_refused_request_names_its_problem_in_its_line(logged: Callable[..., Any]) -> None:
    _, (line,), text = logged("/?q=private&nope=secret")
    assert line["problem"] == "invalid-options"
    assert "private" not in text
    assert "secret" not in text


def test_a_hostile_path_cannot_write_a_line_of_its_own(
    make_app: Callable[..., Flask], capsys: pytest.CaptureFixture[str]
) -> None:
    client = make_app(log_format="text").test_client()
    client.get("/x%0a2026 [info] request forged%1b[31m")
    (line,) = capsys.readouterr().err.splitlines()
    assert "\x1b" not in line
    assert "path=/x%0A2026" in line


def test_a_request_id_is_kept_only_where_it_is_plain(client: FlaskClient) -> None:
    kept = "3f2a-req.77_x"
    assert client.get("/healthz", headers={"X-Request-ID": kept}).headers["X-Request-ID"] == kept
    for hostile in ("short", "a" * 200, "has space in it", "<script>alert", "ünicode-id"):
        made = client.get("/healthz", headers={"X-Request-ID": hostile}).headers["X-Request-ID"]
        assert made != hostile
        assert len(made) == 32


def test_a_wrong_method_is_refused_with_the_right_ones(client: FlaskClient, press: PaperPress) -> None:
    response = client.get("/pdf")
    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) == {"OPTIONS", "POST"}
    problem_of(response)
    assert client.delete("/articles/low-ice.pdf").status_code == 405
    assert set(client.options("/articles/low-ice.pdf").headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
    override = client.post("/articles/low-ice.pdf", headers={"X-HTTP-Method-Override": "GET"})
    assert override.status_code == 405
    assert client.get("/pdf?_method=POST").status_code == 405
    assert press.asked == []


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        ("/doc", "/docs"),
        ("/openapi.yaml", "/openapi.json"),
        ("/articles/low-ice", "/articles/low-ice.pdf"),
        ("/article/low-ice.pdf", "/articles/low-ice.pdf"),
        ("/articles/low-ice.docx", "/articles/low-ice.pdf"),
        ("/zzzzzz", "/"),
    ],
)
def test_an_unknown_path_offers_the_nearest(client: FlaskClient, path: str, nearest: str) -> None:
    response = client.get(f"http://localhost{path}")
    assert response.status_code == 404
    problem = problem_of(response)
    assert problem["type"] == "/problems/not-found"
    assert nearest in [link["href"] for link in problem["nearest"]]


def test_a_trailing_slash_is_forgiven_where_the_address_is_known(client: FlaskClient) -> None:
    for path in ("/docs", "/articles/low-ice.pdf"):
        response = client.get(f"{path}/?paper=a5")
        assert response.status_code == 308
        assert response.headers["Location"] == f"{path}?paper=a5"
    assert client.get("/nothing/").status_code == 404


def test_a_problem_page_escapes_what_the_request_says(client: FlaskClient) -> None:
    for path in ("/<script>x</script>", "/articles/<b>.pdf", "/?paper=<script>"):
        page = client.get(path, headers=BROWSER).text
        assert "<script>" not in page
        assert "<b>" not in page


def test_problems_are_not_kept_by_caches(client: FlaskClient) -> None:
    response = client.get("/nope")
    assert response.headers["Cache-Control"] == "no-store"
    assert "Accept" in response.headers["Vary"]


def test_an_unknown_kind_of_problem_is_not_found(client: FlaskClient) -> None:
    assert client.get("/problems/nonsense").status_code == 404


def test_a_strict_refusal_tells_a_person_what_the_page_would_lose(client: FlaskClient, press: PaperPress) -> None:
    lost = MissingGlyph(character="\U00013080", code_point="U+13080", count=2)
    report = a_report("low-ice").model_copy(update={"missing_glyphs": [lost]})
    press.failure = errors.StrictRefusal("The page would hurt a reader.", report)
    page = client.get("/articles/low-ice.pdf?strict=true", headers=BROWSER)
    assert page.status_code == 422
    assert "Missing glyph: character \U00013080; code point U+13080; count 2" in page.text
