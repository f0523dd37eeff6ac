"""Small records to print pages: `tests/golden/html/<case>/`.

A case holds `article.json`, `case.json` with the options (`{}` for none), and `page.html`: the print page as the engine
gets it, and under it the findings. `make golden` writes it anew; a person looks at each change before it is committed.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from service.config import Config
from service.options import read_options
from service.prepare import prepare_article
from service.print_html import lay_out
from service.workshop import Workshop
from tests.conftest import golden_cases
from tests.pages.samples import submission_of

REFRESH = "TEARSHEET_REFRESH_GOLDEN" in os.environ


@pytest.mark.parametrize("case", golden_cases("html"))
def test_the_print_page_is_as_a_person_last_approved_it(case: Path, config: Config, workshop: Workshop) -> None:
    spec = json.loads((case / "case.json").read_text(encoding="utf-8"))
    options = read_options(spec.get("options", {}))
    page = lay_out(prepare_article(submission_of(spec, case), options, config), options, workshop.stationery)
    findings = [f"<!-- {finding.model_dump_json()} -->" for finding in page.findings]
    text = "\n".join([page.html.rstrip(), *findings]) + "\n"
    golden = case / "page.html"
    if REFRESH:
        golden.write_text(text, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == text
