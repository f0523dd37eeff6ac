"""What stands around the text: masthead, headline, byline, dates; running head, folio, the foot of the last page."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import zxingcpp
from babel.dates import format_date, format_datetime

from service.stages import Submission
from tests.pages.anatomy import picture_of
from tests.pages.printing import Press, Printed
from tests.pages.reading import MM, Line
from tests.pages.samples import samples

pytestmark = pytest.mark.xdist_group("claims-furniture")
LTR = [name for name, submission in samples().items() if submission.article.direction == "ltr"]
COMPLEX = {"hi-kitabghar", "th-talat-nam"}  # Their letters are reordered and stacked, so text is no plain search.
LONG = ("The water came at noon and left at four. " * 6 + "\n\n") * 40
STATUSES: dict[str, dict[str, Any]] = {
    "draft": {"status": "draft"},
    "embargoed": {"status": "embargoed", "embargo_until": "2026-03-04T06:00:00+01:00"},
    "withdrawn": {"status": "withdrawn"},
    "corrected": {"status": "corrected", "corrections": [{"date": "2026-03-05", "text": "It is 640 metres long."}]},
}


def _line(printed: Printed, page: int, start: str) -> Line:
    found = [line for line in printed.lines(page) if line.text.startswith(start)]
    return max(found, key=lambda line: line.size)


def _longest_dark_run(printed: Printed, page: int, top: float, bottom: float) -> float:
    """The longest unbroken dark row between two heights of a page, in pt."""
    scale = 150 / 72
    strip = picture_of(printed.pdf, page, dpi=150).convert("L")
    longest = 0
    for row in range(int(top * scale), int(bottom * scale)):
        pixels = strip.crop((0, row, strip.width, row + 1)).tobytes()
        longest = max(longest, *map(len, re.findall(rb"[\x00-\x90]+", pixels)), 0)
    return longest / scale


def test_the_first_page_has_its_parts_from_masthead_to_text_in_order(press: Press) -> None:
    printed = press("low-ice")
    order = [
        "The Harbour Courier", "COAST", "The winter of the low ice", "For four years a committee", "Boats in the inner",
        "The first thing",
    ]  # fmt: skip
    baselines = [_line(printed, 1, start).baseline for start in order]
    assert baselines == sorted(baselines)
    caption, credit = _line(printed, 1, "Boats in the inner"), _line(printed, 1, "Illustration: T. Vang / Courier")
    assert caption.baseline == pytest.approx(credit.baseline, abs=0.5)
    assert credit.right == pytest.approx(188 * MM, abs=2)
    beside = [_line(printed, 1, start) for start in ("Anna Holm", "Lindhaven", "3 March 2026", "Updated 5 March 2026")]
    assert [line.baseline for line in beside] == sorted(line.baseline for line in beside)
    assert max(line.right for line in beside) < 60 * MM
    sizes = {start: _line(printed, 1, start).size for start in order}
    assert max(sizes, key=lambda start: sizes[start]) == "The winter of the low ice"


def test_a_rule_as_wide_as_the_page_stands_under_the_masthead(press: Press) -> None:
    printed = press("low-ice")
    name, kicker = _line(printed, 1, "The Harbour Courier"), _line(printed, 1, "COAST")
    assert _longest_dark_run(printed, 1, name.baseline + 2, kicker.baseline - 8) == pytest.approx(168 * MM, abs=2)


def test_the_kicker_is_in_the_accent_of_the_publication(press: Press) -> None:
    kicker = _line(press("low-ice"), 1, "COAST")
    assert {glyph.ink for glyph in kicker.glyphs if glyph.drawn} == {(0x8C, 0x2F, 0x1F)}


def test_a_logo_takes_the_place_of_the_name(press: Press) -> None:
    printed = press("winter-chowder")
    tops = [line.text for line in printed.lines(1) if line.baseline < 35 * MM]
    assert not [text for text in tops if text == samples()["winter-chowder"].article.publication.name]
    logo = next(box for _, _, box in printed.boxes("img"))
    assert logo.position_y * 0.75 < 35 * MM
    assert 0 < logo.height * 0.75 <= 12 * MM


@pytest.mark.parametrize("sample", samples())
def test_dates_are_written_as_the_language_writes_them(sample: str, press: Press) -> None:
    published = press(sample).submission.article.published_at
    assert published is not None
    locale = press(sample).submission.article.language.replace("-", "_")
    written = format_date(published.date(), "long", locale=locale)
    html = re.sub(r"\s", " ", press(sample).page.html)
    assert f'<time datetime="{published.isoformat()}">{re.sub(chr(0x202F), " ", written)}</time>' in html


@pytest.mark.parametrize(
    "language", ["en-GB", "en-US", "de", "fr", "es", "pl", "ru", "el", "fi", "tr", "ja", "zh", "ko"]
)
def test_the_date_on_the_page_is_that_of_the_language(
    language: str, press: Press, make_submission: Callable[..., Submission]
) -> None:
    printed = press(make_submission(language=language))
    instant = printed.submission.article.published_at
    assert instant is not None
    written = format_date(instant.date(), "long", locale=language.replace("-", "_"))
    assert re.sub(r"\s", "", written) in re.sub(r"\s", "", printed.text(1))


@pytest.mark.parametrize("sample", LTR)
def test_every_page_has_its_folio(sample: str, press: Press) -> None:
    printed = press(sample)
    for page in range(1, printed.pages + 1):
        folio = next(line for line in printed.lines(page) if line.text == f"{page} / {printed.pages}")
        assert folio.baseline > printed.page_size_mm(page)[1] * MM - 25 * MM
        assert folio.right > printed.page_size_mm(page)[0] * MM * 0.85


@pytest.mark.parametrize("sample", sorted({*LTR} - COMPLEX))
def test_later_pages_say_the_publication_and_the_headline_and_the_first_says_neither_twice(
    sample: str, press: Press
) -> None:
    printed = press(sample)
    article = printed.submission.article
    for page in range(1, printed.pages + 1):
        head = " ".join(line.text for line in printed.lines(page) if line.baseline < 17 * MM)
        if page == 1:
            assert article.headline[:10] not in head
            continue
        # A browser of upper case: German sharp s and Turkish dotted i have their own rules.
        assert article.publication.name.casefold()[:6] in head.casefold().replace("i̇", "i")
        assert re.sub(r"\W", "", article.headline)[:8] in re.sub(r"\W", "", head)


def test_a_long_headline_is_shortened_at_a_word_in_the_running_head(press: Press) -> None:
    printed = press("low-ice")
    head = [line.text for line in printed.lines(2) if line.baseline < 17 * MM]
    short = next(text for text in head if text.startswith("The winter"))
    assert short.endswith("…")
    whole = short.rstrip("…").rstrip()
    assert printed.submission.article.headline.startswith(whole)
    assert re.match(r"\W", printed.submission.article.headline[len(whole) :])


def test_the_last_page_ends_with_address_copyright_and_publication(press: Press) -> None:
    printed = press("low-ice")
    foot = printed.text(printed.pages)
    for words in ("courier.example/2026/low-ice", "© 2026 The Harbour Courier Ltd", "1 Quay Street, Lindhaven"):
        assert words in foot
    assert "©" not in printed.text(1)


def test_the_print_date_is_there_only_where_it_is_given(press: Press) -> None:
    printed = press("harbour-wall-vote", printed_on="2026-11-09")
    assert "9 November 2026" in printed.text(printed.pages)
    assert "9 November" not in printed.text(1)
    assert "Printed" not in press("harbour-wall-vote").text()


@pytest.mark.parametrize("options", [{}, {"paper": "a5"}, {"text_size": "x-large"}, {"ink": "grey"}], ids=str)
def test_the_qr_code_leads_to_the_canonical_address(options: dict[str, Any], press: Press) -> None:
    printed = press("harbour-wall-vote", **options)
    codes = zxingcpp.read_barcodes(picture_of(printed.pdf, printed.pages, dpi=200))
    assert [code.text for code in codes] == [printed.submission.article.canonical_url]


def test_the_qr_code_is_left_out_on_demand(press: Press) -> None:
    printed = press("harbour-wall-vote", qr="off")
    assert zxingcpp.read_barcodes(picture_of(printed.pdf, printed.pages, dpi=200)) == []


def test_an_article_without_an_address_has_no_code_and_no_empty_foot(
    press: Press, make_submission: Callable[..., Submission]
) -> None:
    printed = press(make_submission(canonical_url=None))
    assert zxingcpp.read_barcodes(picture_of(printed.pdf, printed.pages, dpi=200)) == []
    assert "The Harbour Courier" in printed.text(printed.pages)


@pytest.mark.parametrize("options", [{}, {"paper": "a5"}, {"columns": 2}, {"text_size": "x-large"}], ids=str)
@pytest.mark.parametrize("status", STATUSES)
def test_a_status_is_said_on_every_page_and_in_the_metadata(
    status: str, options: dict[str, Any], press: Press, make_submission: Callable[..., Submission]
) -> None:
    printed = press(make_submission(body_text=LONG, **STATUSES[status]), **options)
    said = printed.workshop.stationery.labels("en-GB")
    word = {"draft": said.draft, "withdrawn": said.withdrawn, "corrected": said.corrected}.get(status)
    word = word or said.embargoed.partition("{")[0].strip()
    assert printed.pages >= 3
    for page in range(1, printed.pages + 1):
        assert word in printed.text(page), page
    assert word in printed.reader.metadata["/status"]  # type: ignore[index]


def test_the_end_of_an_embargo_is_said_with_its_time_and_zone(press: Press) -> None:
    printed = press("embargoed-survey")
    until = printed.submission.article.embargo_until
    assert until is not None
    assert format_datetime(until, "HH:mm", locale="en_GB") in printed.text(1)
    assert format_date(until.date(), "long", locale="en_GB") in printed.text(1).replace("\xa0", " ")


def test_a_published_article_carries_no_status(press: Press) -> None:
    printed = press("low-ice")
    assert "/status" not in (printed.reader.metadata or {})
    assert 'class="status-notice"' not in printed.page.html


@pytest.mark.parametrize("options", [{}, {"paper": "a5"}, {"text_size": "x-large"}], ids=str)
@pytest.mark.parametrize("status", STATUSES)
def test_a_status_touches_neither_the_running_head_nor_the_text(
    status: str, options: dict[str, Any], press: Press, make_submission: Callable[..., Submission]
) -> None:
    printed = press(make_submission(body_text=LONG, **STATUSES[status]), **options)
    for page in (1, 2):
        glyphs = sorted((g for g in printed.glyphs(page) if g.drawn and g.baseline < 26 * MM), key=lambda g: g.left)
        over = [
            (one.text, other.text)
            for index, one in enumerate(glyphs)
            for other in glyphs[index + 1 :]
            if (one.font, one.baseline) != (other.font, other.baseline)
            and other.left < one.right - 1.5
            and one.top < other.bottom - 1
            and other.top < one.bottom - 1
        ]
        assert over == []
