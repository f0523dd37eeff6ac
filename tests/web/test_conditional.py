"""Conditional requests and ranges, clause by clause of RFC 9110."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from .conftest import problem_of

PDF = "/articles/low-ice.pdf"


@pytest.fixture
def whole(client: FlaskClient) -> tuple[bytes, str]:
    response = client.get(PDF)
    return response.data, response.headers["ETag"]


@pytest.mark.parametrize("form", ["{tag}", 'W/{tag}, "other"', "*", '"other", {tag}'])
def test_a_document_that_the_client_has_is_not_sent_again(
    client: FlaskClient, whole: tuple[bytes, str], form: str
) -> None:
    response = client.get(PDF, headers={"If-None-Match": form.format(tag=whole[1])})
    assert response.status_code == 304
    assert response.data == b""
    assert response.headers["ETag"] == whole[1]
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert "Content-Type" not in response.headers


def test_another_option_is_another_document(client: FlaskClient, whole: tuple[bytes, str]) -> None:
    assert client.get(f"{PDF}?paper=a5", headers={"If-None-Match": whole[1]}).status_code == 200


def test_if_match_holds_only_for_the_present_document(client: FlaskClient, whole: tuple[bytes, str]) -> None:
    assert client.get(PDF, headers={"If-Match": whole[1]}).status_code == 200
    assert client.get(PDF, headers={"If-Match": "*"}).status_code == 200
    for stale in ('"stale"', f"W/{whole[1]}"):
        response = client.get(PDF, headers={"If-Match": stale})
        assert response.status_code == 412
        assert problem_of(response)["type"] == "/problems/precondition-failed"


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-3", 0, 3),
        ("bytes=5-", 5, None),
        ("bytes=-4", -4, None),
        ("bytes=0-99999", 0, None),
        ("Bytes=2-2", 2, 2),
    ],
)
def test_a_single_range_is_cut_out(
    client: FlaskClient, whole: tuple[bytes, str], asked: str, first: int, last: int | None
) -> None:
    response = client.get(PDF, headers={"Range": asked})
    size = len(whole[0])
    start, end = first % size, size - 1 if last is None else last
    assert response.status_code == 206
    assert response.data == whole[0][start : end + 1]
    assert response.headers["Content-Range"] == f"bytes {start}-{end}/{size}"
    assert response.content_length == len(response.data)
    assert response.headers["ETag"] == whole[1]


@pytest.mark.parametrize(
    "asked", ["bytes=0-1,4-5", "bytes=5-2", "bytes=-", "lines=1-2", "bytes=a-b", "0-5", "bytes=1-٣"]
)
def test_several_ranges_and_what_is_none_get_the_whole(
    client: FlaskClient, whole: tuple[bytes, str], asked: str
) -> None:
    response = client.get(PDF, headers={"Range": asked.encode().decode("latin-1")})
    assert (response.status_code, response.data) == (200, whole[0])


@pytest.mark.parametrize("asked", ["bytes=99999-", "bytes=-0"])
def test_a_range_outside_the_document_is_refused_with_its_length(
    client: FlaskClient, whole: tuple[bytes, str], asked: str
) -> None:
    response = client.get(PDF, headers={"Range": asked})
    assert response.status_code == 416
    assert response.headers["Content-Range"] == f"bytes */{len(whole[0])}"
    problem_of(response)


def test_if_range_cuts_only_the_document_that_the_client_knows(client: FlaskClient, whole: tuple[bytes, str]) -> None:
    known = client.get(PDF, headers={"Range": "bytes=0-3", "If-Range": whole[1]})
    assert known.status_code == 206
    for other in ('"other"', f"W/{whole[1]}", "Tue, 03 Mar 2026 08:00:00 GMT"):
        assert client.get(PDF, headers={"Range": "bytes=0-3", "If-Range": other}).status_code == 200


def test_head_ignores_a_range(client: FlaskClient, whole: tuple[bytes, str]) -> None:
    response = client.head(PDF, headers={"Range": "bytes=0-3"})
    assert (response.status_code, response.content_length) == (200, len(whole[0]))


def test_the_digest_of_the_whole_is_told_with_a_range_too(client: FlaskClient) -> None:
    whole, part = client.get(PDF), client.get(PDF, headers={"Range": "bytes=0-3"})
    assert part.headers["Repr-Digest"] == whole.headers["Repr-Digest"]
