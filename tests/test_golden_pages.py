"""Whole articles to finished pages: `tests/golden/pages/<case>/`.

`case.json` names a sample (or an `article.json` beside it), the options, and the pages to compare as pictures. The
folder then holds `text.txt` (the text a page), `outline.txt`, `roles.txt` (the structure tree), `findings.json` and
`page-N.png`. `make golden` writes them anew; a person looks at each change before it is committed.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from PIL import Image

from service.options import read_options
from service.pipeline import make_pdf
from service.workshop import Workshop
from tests.conftest import golden_cases
from tests.pages.anatomy import difference, outline_of, page_texts, picture_of, roles_of
from tests.pages.samples import submission_of

REFRESH = "TEARSHEET_REFRESH_GOLDEN" in os.environ
# Anti-aliasing of another PDFium moves a page by under 0.002; a line that moves by 1 mm by 0.01 or more.
TOLERANCE = 0.005


@pytest.mark.parametrize("case", golden_cases("pages"))
def test_the_pages_are_as_a_person_last_approved_them(case: Path, workshop: Workshop) -> None:
    spec = json.loads((case / "case.json").read_text(encoding="utf-8"))
    finished = make_pdf(submission_of(spec, case), read_options(spec.get("options", {})), workshop)
    pages = page_texts(finished.pdf)
    assert len(pages) == finished.report.pages
    texts = "\n".join(f"── page {number} ──\n{text}" for number, text in enumerate(pages, 1))
    _compare(case / "text.txt", texts)
    _compare(case / "outline.txt", "\n".join(outline_of(finished.pdf)))
    _compare(case / "roles.txt", "\n".join(roles_of(finished.pdf)))
    findings = [finding.model_dump(exclude_defaults=False) for finding in finished.report.findings]
    _compare(case / "findings.json", json.dumps(findings, indent=1, ensure_ascii=False))
    for number in spec.get("pictures", []):
        _compare_picture(case / f"page-{number}.png", picture_of(finished.pdf, number))


def _compare(golden: Path, text: str) -> None:
    text = text.rstrip("\n") + "\n"
    if REFRESH:
        golden.write_text(text, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == text


def _compare_picture(golden: Path, picture: Image.Image) -> None:
    if REFRESH:
        picture.quantize(64).save(golden, optimize=True)
    with Image.open(golden) as approved:
        apart = difference(approved.convert("RGB"), picture.quantize(64).convert("RGB"))
    assert apart < TOLERANCE, f"{golden.name} differs by {apart:.4f}"
