"""The API's own description: valid, complete, and made from the models that read the requests."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from openapi_spec_validator import OpenAPIV31SpecValidator

from service.article import Article, article_schema
from service.options import PrintOptions
from service.web.openapi import Payload
from service.web.problem_catalogue import PROBLEMS

from .conftest import BROWSER


@pytest.fixture
def document(client: FlaskClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").get_json()
    return found


def test_the_document_is_valid_openapi_3_1(document: dict[str, Any]) -> None:
    OpenAPIV31SpecValidator(document).validate()
    assert document["openapi"].startswith("3.1")


def test_every_route_is_described_and_every_description_is_a_route(app: Flask, document: dict[str, Any]) -> None:
    unlisted = {"/static/<path:filename>", "/favicon.ico"}
    names = {"article_id": "id", "code": "code"}
    routes = {
        (method.lower(), re.sub(r"<(\w+)>", lambda match: "{" + names[match[1]] + "}", rule.rule))
        for rule in app.url_map.iter_rules()
        if rule.rule not in unlisted
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert routes == {(method, path) for path, methods in document["paths"].items() for method in methods}


def test_the_options_in_the_document_are_those_of_the_model(document: dict[str, Any]) -> None:
    parameters = document["paths"]["/articles/{id}.pdf"]["get"]["parameters"]
    by_name = {parameter["name"]: parameter for parameter in parameters}
    assert set(PrintOptions.model_fields) | {"id", "report", "download"} == set(by_name)
    assert by_name["paper"]["schema"]["enum"] == ["a4", "letter", "a5", "legal"]
    assert set(document["components"]["schemas"]["Article"]["properties"]) == set(Article.model_fields)


def test_every_operation_has_words_an_example_call_and_its_errors(document: dict[str, Any]) -> None:
    for methods in document["paths"].values():
        for operation in methods.values():
            assert operation["summary"]
            assert operation["description"]
            assert operation["x-curl"].startswith("curl ")
            assert any(status.startswith("4") for status in operation["responses"])


def test_the_example_payload_is_one_that_the_service_reads(client: FlaskClient, document: dict[str, Any]) -> None:
    examples = document["paths"]["/pdf"]["post"]["requestBody"]["content"]["application/json"]["examples"]
    for example in examples.values():
        Payload.model_validate_json(json.dumps(example["value"]))
        assert client.post("/pdf", json=example["value"]).status_code == 200


def test_the_documentation_shows_every_operation_and_problem(client: FlaskClient, document: dict[str, Any]) -> None:
    response = client.get("/docs", headers=BROWSER)
    page = html.document_fromstring(response.text)
    text = page.text_content()
    for path, methods in document["paths"].items():
        assert path in text
        for operation in methods.values():
            assert page.xpath(f"boolean(//article[@id='{operation['operationId']}'])")
    for code in PROBLEMS:
        assert page.xpath(f"boolean(//a[@href='/problems/{code}'])")
    ids = set(page.xpath("//@id"))
    assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= ids
    assert "'http://localhost/articles/low-ice.pdf" in text


def test_the_schemas_are_published(client: FlaskClient) -> None:
    response = client.get("/schema/article.json")
    assert response.mimetype == "application/schema+json"
    assert json.loads(response.data) == article_schema()
    for name in ("options", "report"):
        schema = json.loads(client.get(f"/schema/{name}.json", headers={"Accept": "application/json"}).data)
        assert schema["$schema"].endswith("2020-12/schema")
        assert schema["properties"]
    assert client.get("/schema/other.json").status_code == 404


def test_an_address_without_parameters_refuses_them(client: FlaskClient) -> None:
    for path in ("/openapi.json", "/docs", "/schema/article.json", "/healthz", "/articles/low-ice.json"):
        assert client.get(f"{path}?x=1").status_code == 422
