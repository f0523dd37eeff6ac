"""Where pages break: what belongs together stays together."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any

import pytest

from service.stages import Submission
from tests.pages.faults import page_faults
from tests.pages.printing import Press, Printed, descendants
from tests.pages.reading import MM
from tests.pages.samples import samples

pytestmark = pytest.mark.xdist_group("claims-breaks")
SENTENCE = "The water came at noon and left at four, as it does on most days of a winter. "
VARIANTS: list[dict[str, Any]] = [{}, {"paper": "a5"}, {"columns": 2}, {"text_size": "x-large", "paper": "letter"}]
NEVER = {"first line alone", "last line alone", "stranded heading", "blank page"}


def _everywhere(pattern: str, rounds: int = 24) -> str:
    """A body in which `pattern` comes after ever different lengths of text, so that it meets every place of a page."""
    parts = []
    for number in range(rounds):
        filler = f"<p>{SENTENCE * (1 + number * 7 % 5)}</p>" * (1 + number * 5 % 4)
        parts.append(filler + pattern.replace("NUMBER", str(number)))
    return "".join(parts) + f"<p>{SENTENCE * 8}</p>"


def _pages_of(printed: Printed, wanted: Callable[[Any], bool], *tags: str) -> dict[int, set[int]]:
    """The pages on which each wanted element has a box, by its identity."""
    found: dict[int, set[int]] = defaultdict(set)
    for tag in tags:
        for page, element, _ in printed.boxes(tag):
            if wanted(element):
                found[id(element)].add(page)
    return found


@pytest.mark.parametrize("sample", samples())
def test_no_sample_strands_a_line_or_a_heading_or_leaves_a_page_blank(sample: str, press: Press) -> None:
    assert [str(fault) for fault in page_faults(press(sample).document) if fault.kind in NEVER] == []


@pytest.mark.parametrize("sample", samples())
def test_no_last_page_of_a_sample_is_a_few_lines_long(sample: str, press: Press) -> None:
    assert [str(fault) for fault in page_faults(press(sample).document) if fault.kind == "short last page"] == []


@pytest.mark.parametrize("options", VARIANTS, ids=str)
def test_a_heading_is_never_stranded_nor_a_line_left_alone(
    options: dict[str, Any], press: Press, make_submission: Callable[..., Submission]
) -> None:
    body = _everywhere(f"<h2>Heading NUMBER</h2><p>{SENTENCE * 3}</p><h3>Under it NUMBER</h3><p>{SENTENCE * 2}</p>")
    printed = press(make_submission(body_html=body), **options)
    assert printed.pages >= 5
    assert [str(fault) for fault in page_faults(printed.document) if fault.kind in NEVER] == []


@pytest.mark.parametrize("options", VARIANTS, ids=str)
def test_a_figure_is_never_parted_from_its_caption(
    options: dict[str, Any], press: Press, make_submission: Callable[..., Submission], jpeg: bytes
) -> None:
    caption = "<figcaption>Caption NUMBER of the quay. Photo: T. Vang</figcaption>"
    body = _everywhere(f"<figure><img src='quay.jpg' alt='A quay.'>{caption}</figure>", 14)
    printed = press(make_submission({"quay.jpg": jpeg}, body_html=body), **options)
    figures = [(page, element, box) for page, element, box in printed.boxes("figure")]
    pages = Counter(id(element) for _, element, _ in figures)
    assert len(pages) == 14
    assert set(pages.values()) == {1}
    for page, element, box in figures:
        tags = {inner.element_tag for inner in descendants(box) if getattr(inner, "element", None) is not None}
        assert {"img", "figcaption"} <= tags, (page, element.get("data-block"))


@pytest.mark.parametrize("options", VARIANTS, ids=str)
def test_an_attribution_is_never_parted_from_its_quotation(
    options: dict[str, Any], press: Press, make_submission: Callable[..., Submission]
) -> None:
    quotation = f"<blockquote><p>{SENTENCE * 4}</p><footer>Speaker NUMBER, keeper</footer></blockquote>"
    printed = press(make_submission(body_html=_everywhere(quotation)), **options)
    last_lines: dict[int, int] = {}
    said: dict[int, int] = {}
    for page, element, box in printed.boxes("figure"):
        for inner in descendants(box):
            if getattr(inner, "element_tag", "") == "blockquote":
                last_lines[id(element)] = page
            if getattr(inner, "element_tag", "") == "figcaption":
                said.setdefault(id(element), page)
    assert len(said) == 24
    assert last_lines == said


@pytest.mark.parametrize("options", VARIANTS, ids=str)
def test_a_pull_quote_stays_whole_with_its_speaker(
    options: dict[str, Any], press: Press, make_submission: Callable[..., Submission]
) -> None:
    pull = "<figure class='wp-block-pullquote'><blockquote><p>Words NUMBER that stand out.</p><cite>Anna Holm</cite>"
    printed = press(make_submission(body_html=_everywhere(f"{pull}</blockquote></figure>", 12)), **options)
    pages = _pages_of(printed, lambda element: "pull-quote" in element.get("class", ""), "aside")
    assert len(pages) == 12
    assert {len(on) for on in pages.values()} == {1}


@pytest.mark.parametrize("options", VARIANTS, ids=str)
def test_a_long_table_repeats_its_head_on_each_page_and_splits_no_row(
    options: dict[str, Any], press: Press, make_submission: Callable[..., Submission]
) -> None:
    rows = "".join(f"<tr><td>Row{n}</td><td>{SENTENCE * (1 + n % 3)}</td><td>{n}</td></tr>" for n in range(90))
    head = "<thead><tr><th>Ledger</th><th>What was found</th><th>Count</th></tr></thead>"
    body = f"<p>{SENTENCE}</p><table>{head}<tbody>{rows}</tbody></table><p>{SENTENCE * 3}</p>"
    printed = press(make_submission(body_html=body), **options)
    words = [re.findall(r"\w+", printed.text(page)) for page in range(1, printed.pages + 1)]
    pages = {page for page, found in enumerate(words, 1) if any(word.startswith("Row") for word in found)}
    assert len(pages) >= 3
    assert [page for page in pages if "Ledger" not in words[page - 1]] == []
    places = Counter(word for found in words for word in found if re.fullmatch(r"Row\d+", word))
    assert places == Counter(f"Row{n}" for n in range(90))
    heads = {id(element) for _, element, _ in printed.boxes("tr") if element.find("th") is not None}
    rows_on = _pages_of(printed, lambda element: id(element) not in heads, "tr")
    assert [on for on in rows_on.values() if len(on) > 1] == []


def test_a_row_taller_than_a_page_is_printed_whole_on_several(
    press: Press, make_submission: Callable[..., Submission]
) -> None:
    body = f"<p>{SENTENCE}</p><table><tr><td>Row</td><td>{SENTENCE * 150} The end of it.</td></tr></table>"
    printed = press(make_submission(body_html=body), paper="a5")
    assert printed.pages >= 2
    assert "The end of it." in printed.text()
    assert not printed.report.overflow


def test_a_wider_table_shrinks_and_a_very_wide_one_turns_the_page(
    press: Press, make_submission: Callable[..., Submission]
) -> None:
    sizes, turned = [], []
    for columns in (3, 9, 14):
        printed = press(make_submission(body_html=_table(columns)), paper="a5")
        cell = next(line for line in printed.lines() if line.text.startswith("Harbour0"))
        sizes.append(cell.size)
        wide, high = printed.page_size_mm(cell.page)
        turned.append(wide > high)
    assert sizes[0] > sizes[1]
    assert turned == [False, False, True]


@pytest.mark.parametrize("paper", ["a4", "letter", "a5", "legal"])
@pytest.mark.parametrize("columns", [9, 14, 22, 34])
@pytest.mark.parametrize("language", ["en-GB", "he"])
def test_no_table_runs_off_the_sheet(
    language: str, columns: int, paper: str, press: Press, make_submission: Callable[..., Submission]
) -> None:
    printed = press(make_submission(body_html=_table(columns), language=language), paper=paper)
    _inside_the_sheet(printed)
    text = re.sub(r"\s", "", printed.text())
    assert [row for row in range(6) if f"Harbour{row}" not in text] == []
    assert [n for n in range(columns - 1) if f"{1000 + n}" not in text] == []


@pytest.mark.parametrize("sample", samples())
def test_nothing_of_a_sample_comes_within_5_mm_of_the_edge(sample: str, press: Press) -> None:
    _inside_the_sheet(press(sample))
    assert not press(sample).report.overflow


@pytest.mark.parametrize("options", VARIANTS[1:], ids=str)
@pytest.mark.parametrize("sample", ["every-hard-thing", "tide-tables-data", "ar-khatt", "winter-chowder"])
def test_nothing_comes_within_5_mm_of_the_edge_whatever_the_options(
    sample: str, options: dict[str, Any], press: Press
) -> None:
    _inside_the_sheet(press(sample, **options))
    assert not press(sample, **options).report.overflow


def _table(columns: int) -> str:
    head = "".join(f"<th>Gauge {n}</th>" for n in range(columns - 1))
    rows = "".join(
        f"<tr><th>Harbour{row}</th>" + "".join(f"<td>{1000 + n}.{row}</td>" for n in range(columns - 1)) + "</tr>"
        for row in range(6)
    )
    table = f"<table><thead><tr><th></th>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<p>{SENTENCE * 3}</p>{table}<p>{SENTENCE * 3}</p>"


def _inside_the_sheet(printed: Printed) -> None:
    sizes = {page: printed.page_size_mm(page) for page in range(1, printed.pages + 1)}
    edge = 5 * MM
    outside = [
        (glyph.page, glyph.text)
        for glyph in printed.glyphs()
        if glyph.drawn
        and not (
            edge <= glyph.left
            and glyph.right <= sizes[glyph.page][0] * MM - edge
            and edge <= glyph.top
            and glyph.bottom <= sizes[glyph.page][1] * MM - edge
        )
    ]
    assert outside == []
