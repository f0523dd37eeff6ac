"""Odd and hostile articles, each the least record that once broke a page, hung a render or lost words."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest

from service.errors import RenderFailed
from service.options import read_options
from service.pipeline import make_pdf
from service.stages import FinishedPdf, Submission
from service.table_fit import declare_columns, divide_long_words
from service.workshop import Workshop
from tests.pages.samples import samples

PARAGRAPH = "<p>The water came at noon and left at four, and the keeper of the ledger wrote down each hour.</p>"
WORD = "W" + "x" * 600

Print = Callable[..., FinishedPdf]


@pytest.fixture(scope="module")
def print_body(make_submission: Callable[..., Submission], workshop: Workshop) -> Print:
    """Prints a body with options; `record` replaces fields of the article."""

    def made(body: str, record: dict[str, Any] | None = None, **options: Any) -> FinishedPdf:
        submission = make_submission(body_html=body, **(record or {}))
        return make_pdf(submission, read_options(options), workshop)

    return made


def text_of(pdf: bytes) -> str:
    """The words of the PDF without spaces and hyphens: lines are divided as they please."""
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return re.sub(r"[\W_]+", "", "".join(pages))


def linked(count: int, length: int = 0) -> str:
    """So many paragraphs, each with an address that becomes a note."""
    return "".join(
        f'<p>The water came at noon, the <a href="https://ledger.example/p{index}{"q" * length}">ledger {index}</a> '
        "says, and left at four, and the keeper wrote down each hour as the council had asked.</p>"
        for index in range(count)
    )


# ── Notes ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_no_footnote_is_lost_under_two_columns(print_body: Print) -> None:
    body = (
        "The water came at noon and left at four, and the keeper of the <a href='https://ledger.example/p{0}/q'>ledger "
        "{0}</a> wrote down each hour as the council had asked him to do, without any remark of his own about what it "
        "meant for the wall. "
    )
    finished = print_body(
        "".join(f"<p>{body.format(index)}</p>" for index in range(10)), columns=2, links="footnotes", paper="a5"
    )
    text = text_of(finished.pdf)
    assert [index for index in range(10) if f"ledgerexamplep{index}q" not in text] == []
    assert [warning.message for warning in finished.report.engine_warnings if "anchor" in warning.message] == []


def test_three_hundred_notes_under_two_columns_are_listed_at_the_end(print_body: Print) -> None:
    links = " ".join(f'w{index} <a href="https://n.example/{index}">link</a>' for index in range(300))
    finished = print_body(f"<p>{links}</p>", columns=2, links="footnotes")
    text = text_of(finished.pdf)
    assert all(f"nexample{index}" in text for index in range(300))
    assert [warning.message[:28] for warning in finished.report.engine_warnings] == ["The notes stand at the end: "]


@pytest.mark.parametrize("columns", [1, 2])
def test_a_footnote_longer_than_a_page_is_listed_at_the_end(columns: int, print_body: Print) -> None:
    note = " ".join(f"sentence{index} about the harbour" for index in range(400))
    body = f'<p>Text<a href="#fn1">1</a>.</p><ol class="footnotes"><li id="fn1">{note}</li></ol>'
    finished = print_body(body, columns=columns, links="footnotes")
    assert finished.report.overflow == []
    assert finished.report.pages > 1
    assert "sentence0about" in text_of(finished.pdf)
    assert not [warning for warning in finished.report.engine_warnings if "anchor" in warning.message]


# ── What is too long for its place ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{WORD}</p>",
        f"<h2>{WORD}</h2><p>a</p>",
        f"<ul><li>{WORD}</li></ul>",
        f"<blockquote><p>{WORD}</p><cite>{WORD}</cite></blockquote>",
        f'<aside class="pullquote">{WORD}</aside>',
        f"<aside><h3>{WORD}</h3><p>{WORD}</p></aside>",
        f"<dl><dt>{WORD}</dt><dd>{WORD}</dd></dl>",
        f"<p><code>{WORD}</code></p>",
        f"<table><caption>{WORD}</caption><tr><th>{WORD}</th><th>b</th></tr><tr><td>{WORD}</td><td>c</td></tr></table>",
        f'<iframe src="https://www.youtube.com/embed/{WORD}" title="{WORD}"></iframe>',
    ],
    ids=["p", "h2", "li", "quote", "pull", "box", "dl", "code", "table", "embed"],
)
@pytest.mark.parametrize("columns", [1, 2])
def test_an_endless_word_stays_on_the_sheet(body: str, columns: int, print_body: Print) -> None:
    assert print_body(body, columns=columns).report.overflow == []


def test_long_words_of_the_record_stay_on_the_sheet(print_body: Print) -> None:
    record = {
        "headline": "H" * 300,
        "dek": "D" * 300,
        "kicker": "K" * 200,
        "dateline": "P" * 200,
        "publication": {"name": "N" * 200, "tagline": "T" * 300, "copyright": "C" * 300, "address": "A" * 300},
        "canonical_url": "https://courier.example/" + "u" * 900,
        "corrections": [{"date": "2026-03-05", "text": "Q" * 300}],
        "notes": ["E" * 300],
        "authors": [{"name": "A" * 200, "bio": "B" * 300}],
    }
    assert print_body(PARAGRAPH, record).report.overflow == []


def test_a_long_name_of_the_publication_wraps_in_the_masthead(print_body: Print) -> None:
    name = "The Bulletin of the International Association of Historical Harbours and Sea Walls"
    finished = print_body(PARAGRAPH, {"publication": {"name": name, "tagline": "A quarterly since 1871"}}, paper="a5")
    assert finished.report.overflow == []
    assert re.sub(r"\W+", "", name) in text_of(finished.pdf)


@pytest.mark.parametrize(("language", "letter"), [("en", "W"), ("he", "ש")])
def test_a_headline_in_wide_letters_never_runs_off_the_running_head(
    language: str, letter: str, print_body: Print
) -> None:
    finished = print_body(PARAGRAPH * 30, {"headline": letter * 200, "language": language})
    with pypdfium2.PdfDocument(io.BytesIO(finished.pdf)) as document:
        page = document[1]
        width, height = page.get_size()
        words = [item.get_bounds() for item in page.get_objects() if item.get_bounds()[1] > height - 60]
    assert words
    assert all(left > 0 and right < width for left, _, right, _ in words)


@pytest.mark.parametrize(
    ("opening", "closing"), [("<ul><li>deep", "</li></ul>"), ("<blockquote><p>deep</p>", "</blockquote>")]
)
@pytest.mark.parametrize("paper", ["a4", "a5"])
def test_thirty_levels_of_nesting_stay_on_the_sheet(opening: str, closing: str, paper: str, print_body: Print) -> None:
    assert print_body(opening * 30 + closing * 30, paper=paper).report.overflow == []


def test_a_long_word_of_a_table_can_break_and_tags_and_entities_stay_whole() -> None:
    word = "ab&amp;" * 20
    divided = divide_long_words(f'<td title="{word}">{word}</td><td>short words only</td>')
    assert divided.startswith(f'<td title="{word}">')
    assert divided.replace("<wbr>", "") == f'<td title="{word}">{word}</td><td>short words only</td>'
    assert max(len(piece.replace("&amp;", "&")) for piece in divided.split(">", 1)[1].split("<wbr>")[:-1]) == 10


def test_no_cell_of_a_dense_table_is_left_out_where_the_first_row_is_short(print_body: Print) -> None:
    rows = "".join(
        "<tr>" + "".join(f"<td>{'tideharbour'[:9]}r{row}c{column}x</td>" for column in range(22)) + "</tr>"
        for row in range(3)
    )
    body = f"<table><tr><td>short</td><td rowspan='2'>tall</td></tr>{rows}</table>"
    finished = print_body(body, paper="a5", columns=2)
    text = text_of(finished.pdf)
    assert [f"r{row}c{column}x" for row in range(3) for column in range(22) if f"r{row}c{column}x" not in text] == []
    assert finished.report.engine_warnings == []


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        ("<tr><td>a</td></tr><tr><td>a</td><td>b</td></tr>", 2),
        ('<tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>', 3),
        ('<tr><th colspan="3">a</th></tr><tr><td>b</td></tr>', 3),
        ('<tr><td rowspan="99">a</td></tr>', 1),
    ],
)
def test_the_columns_of_a_table_are_those_of_its_longest_row(rows: str, columns: int) -> None:
    declared = declare_columns(f'<div class="table"><table><caption>c</caption>{rows}</table></div>')
    assert declared.count("<col>") == columns
    assert "</caption><colgroup>" in declared


# ── The engine ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_balancing_the_end_matter_takes_few_layouts(print_body: Print, monkeypatch: pytest.MonkeyPatch) -> None:
    import weasyprint.layout.block as engine

    columns: list[object] = []
    lay_out = engine.block_box_layout

    def counted(context: Any, box: Any, *rest: Any, **named: Any) -> Any:
        columns.extend([box] if box.is_column else [])
        return lay_out(context, box, *rest, **named)

    monkeypatch.setattr(engine, "block_box_layout", counted)
    print_body(linked(6, 120), {"authors": [{"name": "A B", "bio": "Bio is long. " * 60}]})
    # Pixel by pixel it took more than 900.
    assert 0 < len(columns) < 120


def test_a_page_whose_footnotes_the_engine_fails_on_keeps_its_columns_and_lists_them(workshop: Workshop) -> None:
    # WeasyPrint 70 pops from an empty list where the first of several runs of columns hands all its notes on.
    finished = make_pdf(samples()["every-hard-thing"], read_options({"columns": 2, "links": "footnotes"}), workshop)
    assert "plainly" not in str(finished.report.engine_warnings)
    assert "No anchor" not in str(finished.report.engine_warnings)
    assert finished.report.overflow == []


def test_a_page_that_the_engine_fails_on_is_set_plainly_and_says_so(
    print_body: Print, monkeypatch: pytest.MonkeyPatch
) -> None:
    import weasyprint.layout.block as engine

    def fail(*_: Any, **__: Any) -> Any:
        raise AssertionError("float in a column")

    monkeypatch.setattr(engine, "columns_layout", fail, raising=False)
    monkeypatch.setattr("weasyprint.layout.column.columns_layout", fail)
    finished = print_body(linked(3), columns=2, links="footnotes")
    assert "ledgerexamplep2" in text_of(finished.pdf)
    assert ["plainly" in warning.message for warning in finished.report.engine_warnings] == [True]


def test_an_engine_that_fails_on_the_plain_page_too_is_a_render_failure(
    print_body: Print, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> Any:
        raise AssertionError("engine")

    monkeypatch.setattr("weasyprint.HTML.render", fail)
    with pytest.raises(RenderFailed):
        print_body(PARAGRAPH)
