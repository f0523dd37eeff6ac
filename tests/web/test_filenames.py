"""The file name of a PDF, for every script and every trick."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.web.filenames import MAX_STEM_BYTES, content_disposition

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "filenames" / "cases.json").read_text())


def names_in(header: str) -> tuple[str, str]:
    match = re.fullmatch(r"inline; filename=\"([ -~]+)\"(?:; filename\*=UTF-8''([!-~]+))?", header)
    assert match, header
    assert '"' not in match[1]
    return match[1], unquote(match[2] or match[1])


@pytest.mark.parametrize("case", CASES, ids=[f"case-{number}" for number in range(len(CASES))])
def test_a_headline_becomes_a_file_name_in_its_own_script_with_an_ascii_fallback(case: dict[str, Any]) -> None:
    header = content_disposition(case["headline"], "the-id", case.get("language", "en"), "pdf", attachment=False)
    plain, full = names_in(header)
    assert full == case.get("full", case.get("plain"))
    if "plain" in case:
        assert plain == case["plain"]
    assert plain.isascii()
    assert len(plain) > len(".pdf")


@given(st.text(max_size=600))
def test_no_headline_makes_a_file_name_that_a_file_system_refuses_or_a_person_misreads(headline: str) -> None:
    for name in names_in(content_disposition(headline, "the-id", "en", "pdf", attachment=False)):
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]', name)
        assert not name.startswith((".", " "))
        assert len(name.encode()) <= MAX_STEM_BYTES + len("_.pdf")
        assert name.split(".")[0].lower() not in {"con", "prn", "aux", "nul", "com1", "lpt1"}


def test_a_long_headline_is_cut_between_words() -> None:
    _, full = names_in(content_disposition("word " * 100, "x", "en", "pdf", attachment=False))
    assert full.endswith("word.pdf")


def test_a_long_headline_is_never_cut_between_a_letter_and_its_mark() -> None:
    _, full = names_in(content_disposition("ก็" * 100, "x", "th", "pdf", attachment=False))
    assert full.removesuffix(".pdf").endswith("ก็")


def test_an_attachment_says_so() -> None:
    assert content_disposition("A", "x", "en", "pdf", attachment=True).startswith("attachment; ")
