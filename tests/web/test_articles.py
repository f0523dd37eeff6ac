"""Articles of the library over HTTP."""

from __future__ import annotations

import hashlib
import json

import pytest
from flask.testing import FlaskClient

from service.errors import RenderFailed, SetupIncomplete, StrictRefusal

from .conftest import BROWSER, PaperPress, a_report, problem_of, record


def test_a_pdf_carries_what_a_browser_and_a_cache_need(client: FlaskClient) -> None:
    response = client.get("/articles/low-ice.pdf", headers=BROWSER)
    assert response.status_code == 200
    assert response.mimetype == "application/pdf"
    assert response.headers["Content-Disposition"] == 'inline; filename="The winter of the low ice.pdf"'
    assert response.headers["Content-Language"] == "en-GB"
    assert response.headers["Link"] == '<https://courier.example/2026/low-ice>; rel="canonical"'
    assert response.headers["ETag"] == f'"{hashlib.sha256(response.data).hexdigest()}"'
    assert response.headers["Accept-Ranges"] == "bytes"
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert "Accept" in response.headers["Vary"]
    assert response.content_length == len(response.data)


@pytest.mark.parametrize("path", ["/articles/low-ice.pdf", "/articles/low-ice.html", "/articles/low-ice.json", "/"])
def test_head_equals_get_without_its_body(client: FlaskClient, path: str) -> None:
    got, head = client.get(path), client.head(path)
    assert head.data == b""
    skipped = {"X-Request-ID", "Date"}
    assert {k: v for k, v in head.headers if k not in skipped} == {k: v for k, v in got.headers if k not in skipped}


def test_a_download_is_an_attachment(client: FlaskClient) -> None:
    for path in ("/articles/low-ice.pdf", "/articles/low-ice.html"):
        disposition = client.get(f"{path}?download=1").headers["Content-Disposition"]
        assert disposition.startswith("attachment; ")


def test_a_canonical_address_outside_ascii_is_written_as_a_uri(client: FlaskClient) -> None:
    link = client.get("/articles/iri.pdf").headers["Link"]
    assert link == '<https://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%A9>; rel="canonical"'


def test_a_canonical_address_that_is_none_is_left_out_of_the_header(client: FlaskClient) -> None:
    assert "Link" not in client.get("/articles/broken.pdf").headers


def test_the_record_comes_out_as_it_was_given(client: FlaskClient) -> None:
    response = client.get("/articles/bab.json")
    given = record("bab", language="ar", headline="بابٌ إلى البحر", kicker="مدن", status="corrected")
    assert json.loads(response.data) == given
    assert response.headers["Content-Language"] == "ar"
    assert 'rel="describedby"' in response.headers["Link"]


def test_options_of_the_query_reach_the_press(client: FlaskClient, press: PaperPress) -> None:
    client.get("/articles/low-ice.pdf?paper=letter&columns=2&strict=true&printed_on=2026-03-01")
    options = press.asked[0][1]
    assert (options.paper, options.columns, options.strict, str(options.printed_on)) == (
        "letter",
        2,
        True,
        "2026-03-01",
    )


@pytest.mark.parametrize("path", ["/articles/low-ice.pdf", "/articles/low-ice.html"])
def test_the_report_comes_instead_of_the_page_when_asked_for(client: FlaskClient, path: str) -> None:
    pdf = client.get("/articles/low-ice.pdf").data
    for response in (client.get(f"{path}?report=1"), client.get(path, headers={"Accept": "application/json"})):
        assert response.mimetype == "application/json"
        assert json.loads(response.data)["sha256"] == hashlib.sha256(pdf).hexdigest()


def test_a_script_library_that_accepts_anything_gets_the_pdf(client: FlaskClient) -> None:
    response = client.get("/articles/low-ice.pdf", headers={"Accept": "application/json, text/plain, */*"})
    assert response.mimetype == "application/pdf"


def test_an_accept_header_that_excludes_what_is_offered_is_refused_before_rendering(
    client: FlaskClient, press: PaperPress
) -> None:
    response = client.get("/articles/low-ice.pdf", headers={"Accept": "image/png"})
    assert response.status_code == 406
    assert "application/pdf" in problem_of(response)["detail"]
    assert client.get("/articles/low-ice.pdf", headers={"Accept": "application/pdf;q=0, */*"}).status_code == 200
    assert client.get("/articles/low-ice.json", headers={"Accept": "application/pdf"}).status_code == 406
    assert client.get("/articles/low-ice.pdf?report=1", headers={"Accept": "application/pdf"}).status_code == 406
    assert len(press.asked) == 1


@pytest.mark.parametrize(
    ("query", "path", "nearest"),
    [
        ("papre=a4", "papre", "paper"),
        ("paper=a44", "paper", "a4"),
        ("dowload=1", "dowload", "download"),
        ("report=yes", "report", None),
        ("paper=a4&paper=a5", "paper", None),
        ("columns=3", "columns", None),
    ],
)
def test_a_bad_parameter_is_named_with_the_valid_ones(
    client: FlaskClient, query: str, path: str, nearest: str | None
) -> None:
    response = client.get(f"/articles/low-ice.pdf?{query}")
    assert response.status_code == 422
    problem = problem_of(response)
    assert problem["type"] == "/problems/invalid-options"
    assert problem["errors"][0]["path"] == path
    assert problem["errors"][0].get("nearest") == nearest


def test_every_bad_parameter_is_named_at_once(client: FlaskClient) -> None:
    problem = problem_of(client.get("/articles/low-ice.pdf?papre=a4&ink=blue&report=maybe"))
    assert {error["path"] for error in problem["errors"]} == {"papre", "ink", "report"}


def test_an_unknown_article_is_named_with_links_to_the_nearest(client: FlaskClient) -> None:
    response = client.get("/articles/low-ise.html")
    assert response.status_code == 404
    problem = problem_of(response)
    assert problem["type"] == "/problems/article-not-found"
    assert "`low-ise`" in problem["detail"]
    assert problem["nearest"] == [{"href": "/articles/low-ice.html", "title": "low-ice"}]
    page = client.get("/articles/low-ise.pdf", headers=BROWSER)
    assert page.mimetype == "text/html"
    assert 'href="/articles/low-ice.pdf"' in page.text


def test_ids_with_dots_and_percent_encoding_are_read_right(client: FlaskClient) -> None:
    assert client.get("/articles/low.ice.v2.pdf").status_code == 200
    assert client.get("/articles/low%2Eice.v2.pdf").status_code == 200
    assert client.get("/articles/l%6Fw-ice.pdf").status_code == 200
    assert client.get("/articles/..%2Flow-ice.pdf").status_code == 404
    assert client.get("/articles/.pdf").status_code == 404
    assert client.get("/articles/%00.pdf").status_code == 404
    assert client.get("/articles/low-ice.PDF").status_code == 404


def test_a_strict_refusal_carries_the_report(client: FlaskClient, press: PaperPress) -> None:
    press.failure = StrictRefusal("The page would hurt a reader.", a_report("low-ice"))
    response = client.get("/articles/low-ice.pdf?strict=true")
    assert response.status_code == 422
    problem = problem_of(response)
    assert problem["type"] == "/problems/strict-refusal"
    assert problem["report"] == a_report("low-ice").model_dump(mode="json")


def test_a_failure_that_may_pass_says_when_to_try_again(client: FlaskClient, press: PaperPress) -> None:
    press.failure = SetupIncomplete("No fonts. Run `tearsheet fonts`.")
    response = client.get("/articles/low-ice.pdf")
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) > 0
    press.failure = RenderFailed("The article `low-ice` could not be laid out.")
    response = client.get("/articles/low-ice.pdf")
    assert response.status_code == 500
    assert "Retry-After" not in response.headers
    assert problem_of(response)["type"] == "/problems/render-failed"
