"""The print page as a file: whole in itself, readable in a browser, and printed by the browser's own Print."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html as lxml_html
from pypdf import PdfReader

from service.options import read_options
from service.pipeline import make_html
from service.workshop import Workshop
from tests.pages.samples import samples

pytestmark = pytest.mark.xdist_group("claims-html")
# What makes a browser load something: everything but links to click and the address of record.
LOADS = re.compile(
    r"""<(?:img|script|iframe|source|video|audio|embed|object|input)\b[^>]*\b(?:src|data|srcset|poster)=["'](?!data:)"""
    r"""|<link\b(?![^>]*rel="canonical")[^>]*href=|@import|url\((?!["']?(?:data:|\#))|<base\b|http-equiv=""",
    re.IGNORECASE,
)
BROWSER = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)
PRINTED = {
    "low-ice": "The winter of the low ice",
    "he-sifriya": "הספרייה",
    "every-hard-thing": "What the machine was given",
}


@pytest.fixture(scope="module", params=samples())
def page(request: pytest.FixtureRequest, workshop: Workshop) -> tuple[str, str]:
    return request.param, make_html(samples()[request.param], read_options({}), workshop)


def test_the_page_loads_nothing_from_anywhere(page: tuple[str, str]) -> None:
    assert [found.group()[:90] for found in LOADS.finditer(page[1])] == []
    assert "image:" not in re.sub(r"data:[^\"']+", "", re.sub(r"<style>.*?</style>", "", page[1], flags=re.DOTALL))


def test_the_page_has_language_direction_title_and_one_headline(page: tuple[str, str]) -> None:
    article = samples()[page[0]].article
    root = lxml_html.document_fromstring(page[1])
    assert root.get("lang") == article.language
    assert root.get("dir") == article.direction
    assert root.findtext(".//title") == article.headline
    assert len(root.findall(".//h1")) == 1
    assert not root.xpath("//script | //*[@*[starts-with(name(), 'on')]]")


def test_the_page_is_well_nested_and_its_ids_are_unique(page: tuple[str, str]) -> None:
    root = lxml_html.document_fromstring(page[1])
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    jumps = {href[1:] for href in root.xpath("//a/@href") if href.startswith("#")}
    assert jumps <= set(ids)
    blocks = root.xpath("//@data-block")
    assert blocks == list(dict.fromkeys(blocks))
    assert [image.get("src")[:30] for image in root.findall(".//img") if image.get("alt") is None] == []


@pytest.mark.parametrize("sample", PRINTED)
def test_a_browser_prints_the_page_from_its_file(sample: str, workshop: Workshop, tmp_path: Path) -> None:
    if not BROWSER:
        assert "CI" not in os.environ, "a browser is needed"
        pytest.skip("no browser on this machine")
    source, target = tmp_path / "page.html", tmp_path / "page.pdf"
    source.write_text(make_html(samples()[sample], read_options({}), workshop), encoding="utf-8")
    command = [
        BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}",
        "--no-pdf-header-footer", f"--print-to-pdf={target}", source.as_uri(),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    printed = PdfReader(target)
    assert printed.pages
    assert float(printed.pages[0].mediabox.width) == pytest.approx(210 / 25.4 * 72, abs=2)
    text = re.sub(r"\s+", " ", " ".join(leaf.extract_text() for leaf in printed.pages))
    assert PRINTED[sample] in text
    assert len(text) > 2000
