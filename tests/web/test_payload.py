"""Articles that are sent along."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from .conftest import PaperPress, problem_of, record

JSON = "application/json"


def posted(client: FlaskClient, body: Any, path: str = "/pdf", **arguments: Any) -> Any:
    text = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.post(path, data=text, content_type=arguments.pop("content_type", JSON), **arguments)


def form(boundary: str, *parts: tuple[str, bytes]) -> bytes:
    """Return a multipart body; each part is its header lines and its bytes."""
    pieces = [f"--{boundary}\r\n{head}\r\n\r\n".encode() + content + b"\r\n" for head, content in parts]
    return b"".join([*pieces, f"--{boundary}--\r\n".encode()])


def sent(client: FlaskClient, *parts: tuple[str, bytes], path: str = "/pdf") -> Any:
    return client.post(path, data=form("xyz", *parts), content_type="multipart/form-data; boundary=xyz")


def part(name: str, filename: str | None = None, media_type: str | None = None) -> str:
    head = f'Content-Disposition: form-data; name="{name}"' + (f'; filename="{filename}"' if filename else "")
    return head + (f"\r\nContent-Type: {media_type}" if media_type else "")


ARTICLE = (part("article", None, JSON), json.dumps(record()).encode())


def test_a_json_payload_becomes_a_pdf_with_a_file_name(client: FlaskClient, press: PaperPress) -> None:
    response = posted(client, {"article": record(), "options": {"paper": "letter", "columns": 2}})
    assert response.status_code == 200
    assert response.mimetype == "application/pdf"
    assert response.headers["Content-Disposition"].startswith('inline; filename="The winter')
    assert press.asked[0][1].paper == "letter"
    assert "ETag" not in response.headers


def test_a_payload_becomes_a_print_page_or_a_report(client: FlaskClient) -> None:
    assert posted(client, {"article": record()}, "/html").mimetype == "text/html"
    assert posted(client, {"article": record()}, "/pdf?report=1").get_json()["article"] == "low-ice"
    assert posted(client, {"article": record()}, headers={"Accept": JSON}).get_json()["pages"] == 1


def test_options_of_the_query_hold_for_a_payload_but_not_twice(client: FlaskClient, press: PaperPress) -> None:
    assert posted(client, {"article": record(), "options": {"ink": "grey"}}, "/pdf?paper=a5").status_code == 200
    assert (press.asked[0][1].paper, press.asked[0][1].ink) == ("a5", "grey")
    problem = problem_of(posted(client, {"article": record(), "options": {"paper": "a4"}}, "/pdf?paper=a5"))
    assert problem["errors"][0]["path"] == "paper"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "bad-request"),
        (b"{", 400, "bad-request"),
        (b"[]", 400, "bad-request"),
        (b'{"article": NaN}', 400, "bad-request"),
        (b'{"article": {}, "article": {}}', 400, "bad-request"),
        (b"\xff\xfe{}", 400, "bad-request"),
        (b'{"article": {"headline": "\\ud83d"}}', 400, "bad-request"),
        (b"[" * 100_000, 400, "bad-request"),
        (b"{}", 400, "bad-request"),
        (b'{"article": null}', 400, "bad-request"),
        (b'{"article": {}, "options": []}', 400, "bad-request"),
        (b'{"article": {}}', 422, "invalid-article"),
        (b'{"article": {}, "options": {"papre": "a4"}}', 422, "invalid-options"),
    ],
    ids=range(13),
)
def test_a_body_that_cannot_be_read_is_refused_with_its_reason(
    client: FlaskClient, press: PaperPress, body: bytes, status: int, code: str
) -> None:
    response = posted(client, body)
    assert response.status_code == status
    assert problem_of(response)["type"] == f"/problems/{code}"
    assert press.asked == []


def test_a_byte_order_mark_is_forgiven(client: FlaskClient) -> None:
    assert posted(client, b"\xef\xbb\xbf" + json.dumps({"article": record()}).encode()).status_code == 200


def test_an_unknown_key_is_refused_with_the_nearest(client: FlaskClient) -> None:
    problem = problem_of(posted(client, {"article": record(), "option": {}}))
    assert problem["errors"] == [
        {"path": "option", "message": "unknown key `option`.", "valid": ["article", "options"], "nearest": "options"}
    ]


def test_a_fault_of_the_article_is_named_by_its_path_in_the_body(client: FlaskClient) -> None:
    problem = problem_of(posted(client, {"article": record(authors=[{"name": "A", "role": "autor"}])}))
    assert problem["errors"][0]["path"] == "article.authors[0].role"
    assert problem["errors"][0]["nearest"] == "author"


def test_faults_of_options_and_article_are_told_together(client: FlaskClient) -> None:
    problem = problem_of(posted(client, {"article": record(headlin="x"), "options": {"paper": "a44"}}))
    assert problem["type"] == "/problems/invalid-options"
    assert [error["path"] for error in problem["errors"]] == ["paper", "article.headlin"]


def test_a_bare_article_is_told_where_it_belongs(client: FlaskClient) -> None:
    assert '{"article": {...}' in problem_of(posted(client, record()))["detail"]


@pytest.mark.parametrize(
    "content_type",
    ["text/plain", "application/x-www-form-urlencoded", "application/xml", "", "application/json; charset=latin-1"],
)
def test_a_body_of_another_type_is_refused(client: FlaskClient, content_type: str) -> None:
    response = posted(client, {"article": record()}, content_type=content_type)
    assert response.status_code == 415
    problem_of(response)
    assert "multipart/form-data" in response.headers["Accept-Post"]


def test_an_encoded_body_is_refused_rather_than_misread(client: FlaskClient) -> None:
    response = posted(client, {"article": record()}, headers={"Content-Encoding": "gzip"})
    assert response.status_code == 415
    assert response.headers["Accept-Encoding"] == "identity"


def test_a_body_over_the_limit_is_refused(make_app: Callable[..., Flask]) -> None:
    client = make_app(max_body_bytes=1000).test_client()
    for response in (
        posted(client, {"article": record(body_text="x" * 2000)}),
        sent(client, ARTICLE, (part("p", "p.jpg"), b"x" * 2000)),
    ):
        assert response.status_code == 413
        assert "1000" in problem_of(response)["detail"]


def test_pictures_come_under_their_file_name_and_their_part_name(client: FlaskClient, press: PaperPress) -> None:
    picture = bytes(range(256)) + b"\r\n--xy\r\n"
    response = sent(
        client,
        ARTICLE,
        (part("options"), b'{"ink": "grey"}'),
        (part("one", "pictures/quay one.jpg", "image/jpeg"), picture),
        (part("lead.png", None, "image/png"), picture),
    )
    assert response.status_code == 200
    submission, options = press.asked[0]
    assert options.ink == "grey"
    assert submission.files == {"pictures/quay one.jpg": picture, "one": picture, "lead.png": picture}


def test_a_large_article_part_is_read_whole(client: FlaskClient, press: PaperPress) -> None:
    large = json.dumps(record(body_text="word " * 300_000)).encode()
    assert sent(client, (part("article", "article.json"), large)).status_code == 200
    assert sent(client, (part("article"), large)).status_code == 200
    assert len(press.asked[1][0].article.body_text or "") > 1_400_000


def test_the_ordinary_form_of_a_client_is_read(client: FlaskClient, press: PaperPress) -> None:
    fields = {"article": json.dumps(record()), "p": (io.BytesIO(b"bytes"), "quay.jpg")}
    assert client.post("/pdf", data=fields, content_type="multipart/form-data").status_code == 200
    assert press.asked[0][0].files["quay.jpg"] == b"bytes"


@pytest.mark.parametrize(
    "parts",
    [
        [(part("options"), b"{}")],
        [ARTICLE, ARTICLE],
        [ARTICLE, (part("optoins"), b"{}")],
        [ARTICLE, (part("a", "same.jpg"), b"1"), (part("b", "same.jpg"), b"2")],
        [(part("article"), b"not json")],
        [("Content-Type: text/plain", b"no disposition")],
        [ARTICLE, ("Content-Disposition: form-data", b"no name")],
        [ARTICLE, ("Content-Disposition: form-data; name=\"\xff\"".replace("\xff", "�"), b"")],
    ],
    ids=range(8),
)  # fmt: skip
def test_a_form_that_is_not_valid_is_refused(client: FlaskClient, parts: list[tuple[str, bytes]]) -> None:
    response = sent(client, *parts)
    assert response.status_code == 400
    problem_of(response)


@pytest.mark.parametrize("body", [b"", b"--xyz\r\n", b"--other--\r\n", form("xyz", ARTICLE)[:-20], b"\r\n" * 9999])
def test_a_broken_form_is_refused(client: FlaskClient, body: bytes) -> None:
    response = client.post("/pdf", data=body, content_type="multipart/form-data; boundary=xyz")
    assert response.status_code == 400
    problem_of(response)
    assert client.post("/pdf", data=body, content_type="multipart/form-data").status_code == 400
