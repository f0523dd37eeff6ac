"""How the running text is set: rhythm, small capitals, figures, hyphenation."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from service.stages import Submission
from tests.pages.faults import page_faults
from tests.pages.printing import Press, Printed, descendants
from tests.pages.reading import Glyph
from tests.pages.samples import samples

pytestmark = pytest.mark.xdist_group("claims-text")
HYPHEN = "\u2010"
LATIN = ["low-ice", "de-nachtzug", "fi-jaa", "fr-pain-de-minuit", "pl-latarnik", "tr-pazar", "ru-lednik", "el-fanos"]
LEADING = {"low-ice": 14, "on-margins": 14, "winter-chowder": 14, "every-hard-thing": 14, "de-nachtzug": 14}
RAISED = (
    "<p>The first paragraph opens the page and is long enough to take two lines of the text column at least, so that "
    "what follows it is running text and nothing else.</p>"
    "<p>Water is H<sub>2</sub>O and a field is 10<sup>12</sup> cm<sup>2</sup>, which <code>sum(x)</code> counts, and "
    "the <abbr title='World Health Organization'>WHO</abbr> says so in <small>small print</small> and <b>in bold</b> "
    "or <i>in italics</i>, with a note<sup>3</sup> at the foot, a <kbd>key</kbd>, a <q>quotation</q> and "
    "<a href='https://tide.example/a'>a link</a> that prints as a number, and goes on for a line more than that, "
    "so that lines with and without such things stand one above the other.</p>"
) * 3


def _paragraphs(printed: Printed) -> Iterator[list[tuple[int, Any]]]:
    """The line boxes of each paragraph of the body, with their pages."""
    found: dict[int, list[tuple[int, Any]]] = {}
    for page, element, box in printed.boxes("p"):
        if element.get("data-block"):
            found.setdefault(id(element), []).extend((page, line) for line in _line_boxes(box))
    yield from found.values()


def _line_boxes(box: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure import boxes

    yield from (inner for inner in descendants(box) if isinstance(inner, boxes.LineBox))


def _text(box: Any) -> str:
    return "".join(inner.text for inner in descendants(box) if hasattr(inner, "text")).strip()


def _steps(printed: Printed) -> list[float]:
    """From baseline to baseline of the lines within each paragraph of running text, in pt."""
    steps = []
    for paragraph in _paragraphs(printed):
        for (page, above), (next_page, below) in itertools.pairwise(paragraph):
            step = (below.position_y + below.baseline - above.position_y - above.baseline) * 0.75
            if page == next_page and step > 0:  # A step up is the next column.
                steps.append(step)
    return steps


@pytest.mark.parametrize("sample", LEADING)
def test_baselines_of_running_text_are_one_line_apart(sample: str, press: Press) -> None:
    steps = _steps(press(sample))
    line = max(set(steps), key=steps.count)
    assert line == pytest.approx(LEADING[sample], rel=0.04)  # A shorter last page may be bought with 4 % of lead.
    assert [step for step in steps if abs(step - line) > 0.5] == []


@pytest.mark.parametrize("options", [{}, {"columns": 2}, {"text_size": "x-large"}], ids=str)
def test_raised_and_small_letters_do_not_push_lines_apart(
    options: dict[str, Any], press: Press, make_submission: Callable[..., Submission]
) -> None:
    steps = _steps(press(make_submission(body_html=RAISED), **options))
    assert len(steps) > 8
    assert max(steps) - min(steps) < 0.5


@pytest.mark.parametrize(
    "sample", ["ar-khatt", "he-sifriya", "hi-kitabghar", "th-talat-nam", "zh-chashan", "ja-tegami"]
)
def test_lines_of_every_script_are_evenly_apart(sample: str, press: Press) -> None:
    steps = _steps(press(sample))
    assert max(steps) - min(steps) < 0.5


def test_the_opening_words_are_real_small_capitals(press: Press) -> None:
    printed = press("low-ice")
    opening = next(line for line in printed.text_lines(1) if line.text.startswith("The"))
    later = [glyph for line in printed.text_lines(2) for glyph in line.glyphs if glyph.font == opening.font]
    small, ordinary = (_height(glyphs, "h") for glyphs in (opening.glyphs[:20], later))
    assert {round(glyph.size, 2) for glyph in opening.glyphs[:20] if glyph.drawn} == {printed.text_size}
    assert small < 0.8 * ordinary  # A small capital has no ascender.
    assert small > 0.95 * _height(later, "x")


def test_figures_in_text_are_old_style(press: Press) -> None:
    glyphs = [glyph for line in press("low-ice").text_lines() for glyph in line.glyphs]
    figures = [glyph for glyph in glyphs if glyph.text.isdigit() and glyph.size > 8]  # Note numbers are smaller.
    low = [glyph for glyph in figures if glyph.text in "34579" and glyph.font == "Literata"]
    assert len(low) > 8
    assert all(glyph.bottom - glyph.baseline > 0.1 * glyph.size for glyph in low)
    assert all(glyph.baseline - glyph.top < 0.62 * glyph.size for glyph in figures if glyph.text in "012")


def test_figures_in_tables_are_lining_and_equally_wide(
    press: Press, make_submission: Callable[..., Submission]
) -> None:
    numbers = "".join(f"<tr><th>Year</th><td>{digit * 6}</td><td>{digit * 5}</td></tr>" for digit in "0123456789")
    printed = press(make_submission(body_html=f"<p>Before.</p><table>{numbers}</table>"))
    cells = [line for line in printed.lines() if re.fullmatch(r"\d{6}\s*\d{5}|\d{5,6}", line.text)]
    pairs = [pair for line in cells for pair in itertools.pairwise(line.glyphs) if pair[0].text == pair[1].text]
    assert {glyph.text for pair in pairs for glyph in pair} == set("0123456789")
    widths = [(after.x - before.x) / before.size for before, after in pairs]
    assert max(widths) - min(widths) < 0.01
    assert all(glyph.bottom - glyph.baseline < 0.05 * glyph.size for pair in pairs for glyph in pair)


@pytest.mark.parametrize("sample", [name for name in LATIN if name not in ("fi-jaa", "tr-pazar")])
def test_text_is_hyphenated_by_language_but_never_in_the_last_word_of_a_paragraph(sample: str, press: Press) -> None:
    lines = [[_text(line) for _, line in paragraph] for paragraph in _paragraphs(press(sample))]
    divided = [text for paragraph in lines for text in paragraph if text.endswith(HYPHEN)]
    assert divided
    assert [p[-2:] for p in lines if len(p) > 1 and p[-2].endswith(HYPHEN) and " " not in p[-1]] == []


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("sample", LATIN)
def test_a_divided_word_keeps_enough_letters_on_both_lines(sample: str, columns: int, press: Press) -> None:
    for paragraph in _paragraphs(press(sample, columns=columns)):
        for above, below in itertools.pairwise([_text(line) for _, line in paragraph]):
            if above.endswith(HYPHEN):
                head, tail = re.split(r"\s|[-–—]", above[:-1])[-1], re.split(r"\s", below)[0]
                assert len(re.sub(r"\W", "", head)) >= 2, above
                assert len(re.sub(r"\W", "", tail)) >= 3, (above, below)


@pytest.mark.parametrize("options", [{}, {"paper": "a5", "text_size": "large"}, {"text_size": "x-large"}], ids=str)
@pytest.mark.parametrize("sample", ["low-ice", "de-nachtzug", "fi-jaa"])
def test_a_headline_a_subhead_and_a_dek_are_never_hyphenated(
    sample: str, options: dict[str, Any], press: Press
) -> None:
    printed = press(sample, **options)
    set_apart = [box for tag in ("h1", "h2", "h3") for _, _, box in printed.boxes(tag)]
    set_apart += [box for _, element, box in printed.boxes("p") if element.get("class") == "dek"]
    assert len(set_apart) > 2
    for box in set_apart:
        assert [_text(line) for line in _line_boxes(box) if _text(line).endswith(HYPHEN)] == []


def test_the_language_of_a_passage_is_not_hyphenated_by_the_rules_of_another(
    press: Press, make_submission: Callable[..., Submission]
) -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitän"
    narrow = {"columns": 2, "paper": "a5"}
    body = "<p>" + f"Der {word} kam. Ein {word} ging. " * 12 + "</p>"
    german = press(make_submission(body_html=body, language="de"), **narrow)
    tails = {re.split(r"\W", line.text)[0] for line in german.text_lines()}
    assert tails & {"gesellschaftskapitän", "schaftskapitän", "kapitän", "schifffahrtsgesellschaftskapitän"}


@pytest.mark.parametrize("sample", sorted({*samples()} - {"de-nachtzug", "th-talat-nam"}))
def test_no_paragraph_ends_in_a_runt_and_no_three_lines_in_hyphens(sample: str, press: Press) -> None:
    faults = [fault for fault in page_faults(press(sample).document) if fault.kind in ("runt", "ladder of hyphens")]
    assert [str(fault) for fault in faults] == []


def _height(glyphs: Any, letter: str) -> float:
    heights = [glyph.baseline - glyph.top for glyph in glyphs if isinstance(glyph, Glyph) and glyph.text == letter]
    return sum(heights) / len(heights)


@pytest.mark.parametrize("letters", range(8, 32, 2))
def test_the_last_word_of_a_paragraph_in_italics_is_never_cut(
    letters: int, press: Press, make_submission: Callable[..., Submission]
) -> None:
    text = ("In a wind that took the first page of the list away he stood and asked them all the same. " * 2)[:letters]
    body = f"<p>First.</p><p><em>{text.strip()} and put three more quite ordinary old questions.</em></p>"
    printed = press(make_submission(body_html=body), paper="a5")
    assert "questions." in printed.text()
