"""The library and the press that ship, over HTTP: one article from an import to its PDF."""

from __future__ import annotations

import hashlib
import io
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader

from service.app import create_app
from service.article import read_article
from service.config import Config
from service.sources.library import Library
from service.stages import Submission

from .conftest import BROWSER, problem_of, record


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    config = Config(data=Path(tmp_path_factory.mktemp("data")))
    given = record(headline="The winter of the low ice", body_html="<p>It was quiet.</p>", body_text=None)
    del given["body_text"]
    Library(config).import_submissions([Submission(read_article(given), {})])
    return create_app(config).test_client()


def test_an_imported_article_is_listed_and_printed(client: FlaskClient) -> None:
    assert "/articles/low-ice.pdf" in client.get("/?q=winter", headers=BROWSER).text
    response = client.get("/articles/low-ice.pdf")
    assert response.status_code == 200
    pdf = PdfReader(io.BytesIO(response.data))
    assert "It was quiet." in pdf.pages[0].extract_text()
    assert (
        client.get("/articles/low-ice.pdf?report=1").get_json()["sha256"] == hashlib.sha256(response.data).hexdigest()
    )


def test_the_print_page_needs_nothing_but_itself(client: FlaskClient) -> None:
    page = client.get("/articles/low-ice.html").text
    assert "It was quiet." in " ".join(re.sub(r"<[^>]+>", "", page).split())
    assert "<script" not in page
    assert 'src="http' not in page


def test_a_payload_prints_like_the_library(client: FlaskClient) -> None:
    given = client.get("/articles/low-ice.json").get_json()
    sent = client.post("/pdf", json={"article": given})
    assert sent.data == client.get("/articles/low-ice.pdf").data


def test_the_service_is_ready(client: FlaskClient) -> None:
    assert client.get("/readyz").get_json()["pages"] == 1


def test_an_unknown_article_offers_the_one_that_it_looks_like(client: FlaskClient) -> None:
    problem = problem_of(client.get("/articles/low-ise.pdf"))
    assert problem["nearest"] == [{"href": "/articles/low-ice.pdf", "title": "low-ice"}]


def test_what_a_stage_logs_goes_to_standard_error_under_the_id_of_its_request(
    client: FlaskClient, capsys: pytest.CaptureFixture[str]
) -> None:
    given = record(lead_figure={"src": "https://pictures.example/quay.jpg", "alt": "The quay."})
    client.post("/pdf", json={"article": given}, headers={"X-Request-ID": "request-of-the-quay"})
    told = capsys.readouterr()
    assert told.out == ""
    (line,) = [line for line in told.err.splitlines() if "pictures.example" in line]
    assert "request_id=request-of-the-quay" in line
