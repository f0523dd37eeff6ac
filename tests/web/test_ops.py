"""Health and security headers."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from service.errors import NotReady, SetupIncomplete
from service.web.ops import REMEMBERED_S, Readiness

from .conftest import RECORDS, MemorySource, PaperPress, problem_of


def test_alive_asks_nothing_of_the_press(client: FlaskClient, press: PaperPress) -> None:
    response = client.get("/healthz")
    assert response.get_json() == {"status": "alive"}
    assert response.headers["Cache-Control"] == "no-store"
    assert press.asked == []


def test_ready_means_that_a_tiny_article_renders(client: FlaskClient, press: PaperPress) -> None:
    assert client.get("/readyz").get_json()["status"] == "ready"
    assert len(press.asked) == 1


def test_asking_often_renders_once(client: FlaskClient, press: PaperPress) -> None:
    for _ in range(5):
        client.get("/readyz")
    assert len(press.asked) == 1


def test_an_answer_is_forgotten_after_a_while() -> None:
    press, now = PaperPress(), [100.0]
    readiness = Readiness(MemorySource(RECORDS), press, lambda: now[0])
    readiness()
    now[0] += REMEMBERED_S - 0.1
    readiness()
    assert len(press.asked) == 1
    now[0] += 0.2
    press.failure = OSError("gone")
    with pytest.raises(NotReady):
        readiness()
    with pytest.raises(NotReady):
        readiness()
    assert len(press.asked) == 2


def test_what_stands_in_the_way_is_a_503_that_leaks_nothing(client: FlaskClient, press: PaperPress) -> None:
    press.failure = OSError("/srv/secret")
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "Retry-After" in response.headers
    assert problem_of(response)["type"] == "/problems/not-ready"
    assert "secret" not in response.text


def test_a_missing_set_up_is_named_with_its_remedy(client: FlaskClient, press: PaperPress) -> None:
    press.failure = SetupIncomplete("There are no fonts. Run `tearsheet fonts`.")
    assert problem_of(client.get("/readyz"))["detail"] == "There are no fonts. Run `tearsheet fonts`."


def test_every_answer_has_its_security_headers(client: FlaskClient) -> None:
    for path in (
        "/",
        "/docs",
        "/nope",
        "/articles/low-ice.pdf",
        "/articles/low-ice.html",
        "/static/screen.css",
        "/pdf",
    ):
        headers = client.get(path, buffered=True).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "camera=()" in headers["Permissions-Policy"]
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "frame-ancestors" in headers["Content-Security-Policy"]
        assert "script-src" not in headers["Content-Security-Policy"]
        assert headers["Server"] == "tearsheet"


def test_the_print_page_may_show_only_what_it_carries(client: FlaskClient) -> None:
    policy = client.get("/articles/low-ice.html").headers["Content-Security-Policy"]
    assert "img-src data:;" in policy
    assert "style-src 'unsafe-inline'" in policy
    assert "'self'" not in policy.replace("frame-ancestors 'self'", "")


def test_our_own_pages_have_no_inline_style_and_no_frame(client: FlaskClient) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "frame-ancestors 'none'" in policy


def test_a_browser_that_asks_for_the_mark_gets_it(client: FlaskClient) -> None:
    assert client.get("/favicon.ico", buffered=True).mimetype == "image/svg+xml"
