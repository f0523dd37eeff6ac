"""The library's list, for a person and for a program."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html

from .conftest import BROWSER, problem_of, record

JSON = {"Accept": "application/json"}


def page_of(client: FlaskClient, path: str = "/") -> html.HtmlElement:
    response = client.get(path, headers=BROWSER)
    assert response.status_code == 200, response.text
    return html.document_fromstring(response.text)


def test_each_article_is_listed_in_its_language_and_direction_with_its_links(client: FlaskClient) -> None:
    (entry,) = page_of(client).xpath("//article[.//h2[@lang='ar']]")
    assert entry.xpath("string(.//h2)") == "بابٌ إلى البحر"
    assert entry.xpath(".//div[@class='text']/@dir") == ["rtl"]
    assert entry.xpath("string(.//*[@class='kicker'])") == "مدن"
    assert entry.xpath("string(.//*[@class='status'])") == "Corrected"
    assert entry.xpath(".//ul[@class='links']//a/@href") == [
        f"/articles/bab.{kind}" for kind in ("pdf", "html", "json")
    ]


def test_a_date_is_shown_as_the_day_at_its_own_offset(client: FlaskClient) -> None:
    assert [time.text for time in page_of(client).xpath("//time")] == ["3 March 2026"]
    assert page_of(client).xpath("//time/@datetime") == ["2026-03-03T08:00:00+01:00"]


def test_links_can_be_told_apart_by_ear(client: FlaskClient) -> None:
    names = [" ".join(link.text_content().split()) for link in page_of(client).xpath("//ul[@class='links']//a")]
    assert len(names) == len(set(names))


def test_a_hostile_headline_is_text(client: FlaskClient) -> None:
    page = page_of(client)
    assert page.xpath("//script") == []
    assert "<script>alert(1)</script> & more" in page.text_content()


def test_chosen_print_options_stand_in_the_links_and_the_form(client: FlaskClient) -> None:
    page = page_of(client, "/?paper=letter&text_size=normal&columns=2&q=")
    assert "/articles/bab.pdf?paper=letter&columns=2" in page.xpath("//ul[@class='links']//a/@href")
    assert page.xpath("//select[@name='paper']/option[@selected]/@value") == ["letter"]
    assert page.xpath("//details/@open") == [""] or page.xpath("boolean(//details[@open])")
    assert not page_of(client).xpath("boolean(//details[@open])")


def test_every_option_with_fixed_values_is_in_the_form_with_a_label(client: FlaskClient) -> None:
    page = page_of(client)
    for select in page.xpath("//select"):
        assert page.xpath(f"boolean(//label[@for='{select.get('id')}'])")
    assert {"paper", "text_size", "columns", "images", "ink", "fonts", "links", "qr"} <= set(
        page.xpath("//select/@name")
    )


def test_the_page_loads_nothing_from_elsewhere_and_needs_no_script(client: FlaskClient) -> None:
    for path in ("/", "/docs", "/problems/internal"):
        page = page_of(client, path)
        loaded = page.xpath("//link[@rel='stylesheet' or @rel='icon']/@href | //*/@src")
        assert loaded
        assert all(address.startswith("/static/") for address in loaded)
        for address in loaded:
            style = client.get(address, buffered=True)
            assert style.status_code == 200
            assert b"@import" not in style.data
            assert b"url(" not in style.data
        assert page.xpath("//script | //*[@style] | //*[@onclick]") == []


def test_a_page_can_be_gone_through_by_its_landmarks(client: FlaskClient) -> None:
    for path in ("/", "/docs", "/problems/internal", "/?q=nothing+at+all"):
        page = page_of(client, path)
        assert page.get("lang") == "en"
        assert page.xpath("count(//h1)") == 1
        assert page.xpath("count(//main)") == 1
        assert page.xpath("//a[@class='skip']/@href") == ["#content"]
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4")]
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_search_finds_and_says_so(client: FlaskClient) -> None:
    listing = client.get("/?q=LOW+ICE", headers=JSON).get_json()
    assert listing["total"] == 1
    assert listing["query"] == "LOW ICE"
    assert "No article has" in page_of(client, "/?q=zebra").text_content()
    assert page_of(client, '/?q="><b>').xpath("//input[@name='q']/@value") == ['"><b>']


def test_an_empty_library_says_how_to_fill_it(make_app: Callable[..., Flask]) -> None:
    assert "tearsheet import --samples" in page_of(make_app([]).test_client()).text_content()


def test_a_long_library_comes_in_pages_that_keep_search_and_options(make_app: Callable[..., Flask]) -> None:
    client = make_app([record(f"article-{number}") for number in range(45)]).test_client()
    response = client.get("/?q=winter&page=2&ink=grey", headers=JSON)
    listing = response.get_json()
    assert (listing["page"], listing["pages"], listing["total"], len(listing["articles"])) == (2, 3, 45, 20)
    assert listing["next"] == "/?q=winter&ink=grey&page=3"
    assert listing["previous"] == "/?q=winter&ink=grey"
    assert response.headers["Link"] == f'<{listing["previous"]}>; rel="prev", <{listing["next"]}>; rel="next"'
    assert listing["articles"][0]["links"]["pdf"].endswith(".pdf?ink=grey")
    assert page_of(client, "/?page=3").xpath("//nav[@class='pages']//a/@rel") == ["prev"]
    assert client.get("/?page=4").status_code == 404


@pytest.mark.parametrize(
    "query", ["page=0", "page=-1", "page=x", "page=99999999999999", "page=²", "q=" + "x" * 201, "pag=2"]
)
def test_a_bad_search_is_refused(client: FlaskClient, query: str) -> None:
    response = client.get(f"/?{query}")
    assert response.status_code == 422
    problem_of(response)
