"""The widths that Python reckons with are those of the laid-out page, and the running head fits beside the name."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest

from service.options import PrintOptions, read_options
from service.sheet import sheet_of
from service.stages import Submission
from tests.pages.printing import Press, Printed, descendants
from tests.pages.reading import MM

pytestmark = pytest.mark.xdist_group("claims-sheet-widths")
PX_MM = 25.4 / 96
PAPERS, SIZES = ("a4", "letter", "a5", "legal"), ("small", "normal", "large", "x-large")
OPTIONS = [
    pytest.param({"paper": paper, "columns": columns, "text_size": size}, id=f"{paper}-{columns}-{size}")
    for paper, columns, size in itertools.product(PAPERS, (1, 2), SIZES)
]
NAME = "The Northern Coast Courier and Gazetteer"  # 40 characters.
HEADLINE = "Wide windows, warm rooms, and what two women wrote home about when winter came down on the mill"
_HEAD_MM = 17  # The running head stands above this, the text below it, on every paper.
PARAGRAPH = "The water came at noon and left at four, as it does on most days of a winter."
LONG_ENOUGH = {"small": 150, "normal": 110, "large": 80, "x-large": 30}  # Paragraphs that fill more than a page.


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("options", OPTIONS)
def test_the_widths_are_those_of_the_laid_out_page(
    options: dict[str, Any], direction: str, press: Press, make_submission: Callable[..., Submission], jpeg: bytes
) -> None:
    language = {"ltr": "en-GB", "rtl": "he"}[direction]
    lead = {"src": "quay.jpg", "alt": "A quay."}
    article = make_submission({"quay.jpg": jpeg}, language=language, lead_figure=lead)
    printed, sheet = press(article, **options), sheet_of(read_options(options))
    body = next(box for _, element, box in printed.boxes("div") if "body" in element.get("class", "").split())
    column = next(box for box in descendants(body) if box.element_tag == "p")
    picture = next(box for _, _, box in printed.boxes("img"))
    assert body.width * PX_MM == pytest.approx(sheet.text_width, abs=0.2)
    assert column.width * PX_MM == pytest.approx(sheet.column_width, abs=0.2)
    assert picture.width * PX_MM == pytest.approx(sheet.display_width, abs=0.2)
    hang = printed.page.html.count('class="byline"') and _about_hangs_out(printed)
    assert bool(hang) == sheet.margin_column


@pytest.mark.parametrize("language", ["en-GB", "he"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("paper", PAPERS)
def test_the_running_head_fits_on_one_line_clear_of_a_name_of_40_characters(
    paper: str, size: str, language: str, press: Press, make_submission: Callable[..., Submission]
) -> None:
    assert len(NAME) == 40
    long = "\n\n".join([PARAGRAPH] * (LONG_ENOUGH[size] // (2 if paper == "a5" else 1)))
    article = make_submission(headline=HEADLINE, publication={"name": NAME}, body_text=long, language=language)
    for columns in (1, 2):
        _check_head(press(article, paper=paper, text_size=size, columns=columns))


def _check_head(printed: Printed) -> None:
    assert printed.pages >= 2
    width, _ = printed.page_size_mm(2)
    head = [line for line in printed.lines(2) if line.baseline < _HEAD_MM * MM]
    ordered = sorted(head, key=lambda line: line.x)
    words = " ".join(line.text for line in ordered).replace("\u2002", " ")
    assert HEADLINE[:12] in words
    if not printed.options.large_print:  # Large print has room for one of the two.
        shown = NAME[:18] if printed.options.paper == "a5" else NAME  # A5 has room for the start of a long name.
        assert shown.upper() in words.upper()
    assert ordered[0].x > 5 * MM
    assert max(line.right for line in head) < (width - 5) * MM
    assert max(line.baseline for line in head) - min(line.baseline for line in head) < 4, words
    for left, right in itertools.pairwise(ordered):
        assert right.x - left.right > 6, words


def _about_hangs_out(printed: Printed) -> bool:
    about = next(box for _, element, box in printed.boxes("div") if element.get("class") == "about")
    body = next(box for _, element, box in printed.boxes("div") if "body" in element.get("class", "").split())
    left, right = about.border_box_x(), about.border_box_x() + about.border_width()
    return bool(right < body.content_box_x() or left > body.content_box_x() + body.width)


def test_the_widths_need_no_document() -> None:
    assert sheet_of(PrintOptions()).display_width == 168
