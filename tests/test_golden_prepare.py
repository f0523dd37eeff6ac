"""Every folder of tests/golden/prepare is a body as a CMS gives it, and what preparation must make of it.

A case holds `in.html` (the body; `record.json` beside it sets more of the record) or `in.json` (the whole record),
perhaps `options.json`, and the results `golden.html` and `findings.json`. Make the results anew with
`make golden`, then look at the difference before committing it.
"""

import io
import json
import os
from pathlib import Path

import pytest
from PIL import Image

from service.article import read_article
from service.config import read_config
from service.options import read_options
from service.prepare import prepare_article
from service.stages import PreparedArticle, PreparedFigure, Submission

CASES = sorted(path for path in (Path(__file__).parent / "golden" / "prepare").iterdir() if path.is_dir())
RECORD = {
    "id": "wall",
    "language": "en-GB",
    "canonical_url": "https://courier.example/harbour/wall",
    "headline": "The wall holds",
    "publication": {"name": "The Harbour Courier"},
    "published_at": "2026-03-03T08:00:00+01:00",
    "authors": [{"name": "Runa Aldis"}],
}
SHAPES = {"landscape.png": (300, 200), "wide.png": (300, 100), "square.png": (200, 200), "portrait.png": (200, 300)}


def picture(size: tuple[int, int]) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", size, (90, 120, 150)).save(data, "PNG")
    return data.getvalue()


FILES = {name: picture(size) for name, size in SHAPES.items()}


def prepared(case: Path, tmp_path: Path) -> PreparedArticle:
    whole, more, options = case / "in.json", case / "record.json", case / "options.json"
    record = (
        json.loads(whole.read_text()) if whole.exists() else {**RECORD, "body_html": (case / "in.html").read_text()}
    )
    record |= json.loads(more.read_text()) if more.exists() else {}
    chosen = json.loads(options.read_text()) if options.exists() else {}
    config = read_config({"HOME": str(tmp_path), "TEARSHEET_DATA": str(tmp_path)})
    return prepare_article(Submission(read_article(record), FILES), read_options(chosen), config)


def as_page(article: PreparedArticle) -> str:
    lines = [_lead(article.lead_figure)] if article.lead_figure else []
    lines += [f"<!-- {block.kind} -->\n{block.html}" for block in article.blocks]
    lines += [f"<!-- note {note.number} --> {note.html or note.url}" for note in article.notes]
    return "\n".join([*lines, ""])


def _lead(figure: PreparedFigure) -> str:
    name = figure.image.name if figure.image else "missing"
    return f"<!-- lead: {name} | {figure.alt} | {figure.caption} | {figure.credit} -->"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_body_becomes_its_golden_blocks(case: Path, tmp_path: Path) -> None:
    article = prepared(case, tmp_path)
    page = as_page(article)
    found = json.dumps([finding.model_dump() for finding in article.findings], indent=1, ensure_ascii=False) + "\n"
    if os.environ.get("TEARSHEET_REFRESH_GOLDEN"):
        (case / "golden.html").write_text(page)
        (case / "findings.json").write_text(found)
    assert page == (case / "golden.html").read_text()
    assert found == (case / "findings.json").read_text()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_blocks_are_numbered_without_a_gap(case: Path, tmp_path: Path) -> None:
    blocks = prepared(case, tmp_path).blocks
    assert sorted(int(block.id[1:]) for block in blocks) == list(range(1, len(blocks) + 1))
    assert all(f'data-block="{block.id}"' in block.html for block in blocks)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 25
