"""The sample library: every article valid, every picture present and used, and as much variety as is promised."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from service.article import Article, read_article

SAMPLES = Path(__file__).parent.parent / "service" / "samples"
FOLDERS = sorted(record.parent for record in SAMPLES.glob("*/article.json"))
MISSING_ON_PURPOSE = {"every-hard-thing": {"pictures/moved-last-year.jpg"}}


def _record(folder: Path) -> dict[str, Any]:
    record = json.loads((folder / "article.json").read_text(encoding="utf-8"))
    assert isinstance(record, dict)
    return record


def _article(folder: Path) -> Article:
    return read_article({**_record(folder), "body_html": (folder / "body.html").read_text(encoding="utf-8")})


def _mentioned(folder: Path) -> set[str]:
    text = (folder / "article.json").read_text(encoding="utf-8") + (folder / "body.html").read_text(encoding="utf-8")
    return set(re.findall(r"pictures/[\w.-]+\.(?:jpg|png|svg)", text))


def _scripts(text: str) -> set[str]:
    names = {unicodedata.name(letter, "").split(" ")[0] for letter in set(text) if letter.isalpha()}
    return {"HAN" if name == "CJK" else name for name in names}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_sample_is_a_valid_article_named_after_its_folder(folder: Path) -> None:
    assert _article(folder).id == folder.name


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_record_is_kept_without_its_body_and_as_readable_utf8(folder: Path) -> None:
    text = (folder / "article.json").read_text(encoding="utf-8")
    assert not {"body_html", "body_text"} & set(_record(folder))
    assert "\\u" not in text
    assert text.count("\n") > 10


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_picture_that_a_sample_mentions_exists_and_every_one_that_exists_is_mentioned(folder: Path) -> None:
    present = {f"pictures/{file.name}" for file in folder.glob("pictures/*")}
    assert _mentioned(folder) - present == MISSING_ON_PURPOSE.get(folder.name, set())
    assert present <= _mentioned(folder)


@pytest.mark.parametrize("picture", sorted(SAMPLES.glob("*/pictures/*.jpg")), ids=lambda p: f"{p.parts[-3]}-{p.stem}")
def test_a_picture_is_large_enough_for_print_and_no_larger_than_need_be(picture: Path) -> None:
    with Image.open(picture) as image:
        assert image.format == "JPEG"
        assert image.mode == "RGB"
        assert max(image.size) >= 1500
    assert picture.stat().st_size < 600_000


@pytest.mark.parametrize("picture", sorted(SAMPLES.glob("*/pictures/*.svg")), ids=lambda p: f"{p.parts[-3]}-{p.stem}")
def test_an_svg_picture_needs_no_font_and_nothing_from_outside(picture: Path) -> None:
    text = picture.read_text(encoding="utf-8")
    assert "<text" not in text
    assert not re.search(r'(?:href|src)="(?!#)', text)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_paragraph_of_a_sample_is_printed_twice(folder: Path) -> None:
    body = (folder / "body.html").read_text(encoding="utf-8")
    paragraphs = [
        re.sub(r"<[^>]+>|\s+", " ", found).strip() for found in re.findall(r"<p\b[^>]*>(.*?)</p>", body, re.S)
    ]
    long = [paragraph for paragraph in paragraphs if len(paragraph) > 120]
    assert len(long) == len(set(long))


def test_all_addresses_of_the_samples_are_invented_ones() -> None:
    licences = re.compile(r"https?://(?:creativecommons\.org|www\.w3\.org)/")
    for folder in FOLDERS:
        text = (folder / "article.json").read_text(encoding="utf-8") + (folder / "body.html").read_text(
            encoding="utf-8"
        )
        hosts = re.findall(r"https?://([^/\s\"'<>?#]+)", licences.sub("", text))
        assert [host for host in hosts if not host.endswith(".example")] == [], folder.name


def test_the_library_has_the_variety_that_it_promises() -> None:
    articles = [_article(folder) for folder in FOLDERS]
    scripts = set().union(*(_scripts(article.headline) for article in articles))
    assert len(articles) >= 14
    assert len({article.language.split("-")[0] for article in articles}) >= 9
    assert len(scripts) >= 5
    assert {article.status for article in articles} >= {"published", "corrected", "embargoed", "withdrawn"}
    assert len({article.publication.name for article in articles}) >= 4
    assert any([person.name for person in article.authors] == ["Staff"] for article in articles)


def test_the_pictures_together_stay_under_twelve_megabytes() -> None:
    assert sum(file.stat().st_size for file in SAMPLES.glob("*/pictures/*")) < 12_000_000


def test_the_readme_names_every_sample() -> None:
    text = (SAMPLES / "README.md").read_text(encoding="utf-8")
    assert [folder.name for folder in FOLDERS if f"`{folder.name}`" not in text] == []


def test_every_picture_is_drawn_by_a_script_of_ours() -> None:
    scripts = "".join(script.read_text(encoding="utf-8") for script in SAMPLES.rglob("*.py"))
    names = [file.relative_to(SAMPLES) for file in SAMPLES.glob("*/pictures/*")]
    undrawn = [name for name in names if str(name) not in scripts and f"{name.parts[0]}/{name.stem}" not in scripts]
    assert undrawn == []


def test_the_script_draws_an_svg_picture_again_as_it_is_committed(tmp_path: Path) -> None:
    from service.samples.drawing.__main__ import draw, pictures

    name = "tide-tables-data/pictures/breakings.svg"
    assert draw(name, pictures()[name], tmp_path).read_bytes() == (SAMPLES / name).read_bytes()


@pytest.mark.parametrize(
    ("drawing", "name"),
    [
        ("diagrams", "tide-tables-data/pictures/breakings.svg"),
        ("diagrams", "harbour-wall-vote/pictures/wall-section.svg"),
        ("diagrams", "on-margins/pictures/margins.svg"),
        ("logos", "low-ice/pictures/wall-plan.svg"),
    ],
)
def test_every_word_of_a_diagram_prints_at_seven_points_or_more(
    drawing: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from service.samples.drawing.__main__ import pictures

    sizes: list[float] = []

    def note_size(words: str, x: float, y: float, size: float, *colour: str, **setting: Any) -> str:
        sizes.append(size)
        return ""

    monkeypatch.setattr(f"service.samples.drawing.{drawing}.words_svg", note_size)
    drawn = pictures()[name]()
    assert isinstance(drawn, str)
    width = re.search(r'<svg[^>]* width="(\d+)"', drawn)
    assert width
    assert sizes
    assert min(sizes) / int(width[1]) * 128 / 25.4 * 72 >= 7
