"""The whole way of one article: what comes out, what the report says of it, and what strict refuses."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from service.errors import StrictRefusal
from service.options import read_options
from service.pipeline import make_html, make_pdf
from service.report import Report
from service.stages import Submission
from service.workshop import Workshop
from tests.pages.printing import Press
from tests.pages.samples import samples

pytestmark = pytest.mark.xdist_group("claims-pipeline")
WORDS = 50_000
HOSTILE = (
    '<p onclick="x()">Words.<script>alert(1)</script></p><p style="position:fixed;top:-50mm">Moved</p>'
    '<img src="file:///etc/passwd" alt="A file."><img src="http://169.254.169.254/meta" alt="A cloud.">'
    '<p><a href="javascript:alert(1)">Click</a></p><svg><use href="http://x.example/a.svg#b"/></svg>'
    '<link rel="attachment" href="file:///etc/passwd"><object data="x.swf"></object><form><input></form>'
)
# What hurts a reader, and the field of the report that names it.
HURTS: dict[str, dict[str, Any]] = {
    "missing_images": {"lead_figure": {"src": "gone.jpg", "alt": "A quay."}},
    "missing_glyphs": {"body_text": "A sign \U00013080."},
}


@pytest.mark.parametrize("sample", samples())
def test_every_sample_renders_without_a_warning_of_the_engine(sample: str, press: Press) -> None:
    assert press(sample).report.engine_warnings == []


@pytest.mark.parametrize(
    "options",
    [
        {"paper": "a5", "columns": 2}, {"text_size": "x-large"}, {"links": "footnotes"}, {"images": "none"},
        {"ink": "grey", "fonts": "readable"},
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.parametrize("sample", ["every-hard-thing", "winter-chowder", "ar-khatt"])
def test_no_option_makes_the_engine_warn(sample: str, options: dict[str, Any], press: Press) -> None:
    assert press(sample, **options).report.engine_warnings == []


@pytest.mark.parametrize("sample", samples())
def test_the_report_tells_pages_bytes_and_digest_truly(sample: str, press: Press) -> None:
    printed = press(sample)
    assert printed.report.article == sample
    assert printed.report.pages == printed.pages
    assert printed.report.bytes == len(printed.pdf)
    assert printed.report.sha256 == hashlib.sha256(printed.pdf).hexdigest()


def test_the_report_times_each_stage_in_order(press: Press) -> None:
    timings = press("harbour-wall-vote").report.timings_ms
    assert list(timings) == ["prepare", "lay_out", "typeset"]
    assert all(value >= 0 for value in timings.values())


def test_the_report_is_documented_and_comes_back_from_json(press: Press) -> None:
    report = press("every-hard-thing").report
    assert Report.model_validate_json(report.model_dump_json()) == report
    assert len(report.missing_images) == 3
    assert any("TEARSHEET_IMAGE_HOSTS" in missing.reason for missing in report.missing_images)
    assert report.dropped_content


def test_a_picture_under_150_dpi_is_named_with_its_resolution(
    press: Press, make_submission: Callable[..., Submission], jpeg: bytes
) -> None:
    small = _smaller(jpeg, 500)
    printed = press(make_submission({"quay.jpg": small}, lead_figure={"src": "quay.jpg", "alt": "A quay."}))
    (found,) = printed.report.low_resolution_images
    assert found.src == "quay.jpg"
    assert found.dpi == pytest.approx(500 / (168 / 25.4), abs=1)
    assert not found.hurts


def test_a_skipped_heading_level_is_named_and_mended(press: Press, make_submission: Callable[..., Submission]) -> None:
    printed = press(make_submission(body_html="<p>A.</p><h2>One</h2><p>B.</p><h5>Three</h5><p>C.</p>"))
    (found,) = printed.report.skipped_headings
    assert (found.text, found.given, found.printed) == ("Three", 5, 3)


def test_text_past_the_edge_is_named_with_its_page(press: Press, make_submission: Callable[..., Submission]) -> None:
    cells = "".join(f"<td>{'M' * 60}</td>" for _ in range(40))
    printed = press(make_submission(body_html=f"<table><tr>{cells}</tr></table>"))
    over = {
        glyph.page
        for glyph in printed.glyphs()
        if glyph.drawn and glyph.right > printed.page_size_mm(glyph.page)[0] * 72 / 25.4
    }
    assert over <= {found.page_number for found in printed.report.overflow}
    assert all(found.by_mm > 0 and found.what for found in printed.report.overflow)


@pytest.mark.parametrize("field", HURTS)
def test_strict_refuses_what_hurts_a_reader_and_carries_the_report(
    field: str, workshop: Workshop, make_submission: Callable[..., Submission]
) -> None:
    submission = make_submission(**HURTS[field])
    with pytest.raises(StrictRefusal) as refused:
        make_pdf(submission, read_options({"strict": True}), workshop)
    assert getattr(refused.value.report, field)
    assert refused.value.report.pages == 1
    assert submission.article.id in str(refused.value)
    assert make_pdf(submission, read_options({}), workshop).pdf.startswith(b"%PDF")


def test_strict_passes_what_hurts_nobody(press: Press) -> None:
    for sample in ("low-ice", "ar-khatt"):
        strict = press(sample, strict=True)
        assert strict.pdf == press(sample).pdf
        assert strict.report.hurts == []


def test_the_stages_are_kept_for_whoever_wants_to_look(
    tmp_path: Path, workshop: Workshop, make_submission: Callable[..., Submission], jpeg: bytes
) -> None:
    submission = make_submission({"quay.jpg": jpeg}, lead_figure={"src": "quay.jpg", "alt": "A quay."})
    folder = tmp_path / "new" / "work"
    finished = make_pdf(submission, read_options({}), workshop, keep_work=folder)
    assert {"1-prepared.html", "2-print.html", "3-typeset.pdf"} <= {path.name for path in folder.iterdir()}
    assert 'data-block="b1"' in (folder / "1-prepared.html").read_text(encoding="utf-8")
    assert (folder / "2-print.html").read_text(encoding="utf-8") == make_html(submission, read_options({}), workshop)
    assert (folder / "3-typeset.pdf").read_bytes() == finished.pdf


def test_the_stages_are_kept_where_strict_refuses(
    tmp_path: Path, workshop: Workshop, make_submission: Callable[..., Submission]
) -> None:
    with pytest.raises(StrictRefusal):
        make_pdf(make_submission(**HURTS["missing_images"]), read_options({"strict": True}), workshop, tmp_path)
    assert (tmp_path / "3-typeset.pdf").exists()


def test_a_hostile_body_becomes_a_page_that_holds_nothing_of_it(
    press: Press, make_submission: Callable[..., Submission]
) -> None:
    printed = press(make_submission(body_html=HOSTILE))
    assert "Words." in printed.text()
    assert not re.search(rb"/JavaScript|/EmbeddedFile|root:|/Launch|169\.254\.169\.254/meta\)", printed.pdf)
    assert "javascript:" not in printed.page.html
    assert "alert(1)" not in printed.text()


@pytest.mark.parametrize("sample", samples())
def test_no_picture_of_an_article_is_printed_twice(sample: str, press: Press) -> None:
    named = re.findall(r'src="(image:[^"]+)"', press(sample).page.html)
    assert len(named) == len(set(named))


@pytest.mark.parametrize("options", [{}, {"columns": 2}], ids=str)
def test_fifty_thousand_words_are_laid_out_to_the_last(
    options: dict[str, Any], workshop: Workshop, make_submission: Callable[..., Submission]
) -> None:
    sentence = "The water came at noon and left at four as ever. "  # Ten words and a little.
    paragraphs = [f"{sentence * 10}Paragraph {number} ends." for number in range(WORDS // 103)]
    assert len(" ".join(paragraphs).split()) >= WORDS
    submission = make_submission(body_text="\n\n".join([*paragraphs, "These are the last words of all."]))
    finished = make_pdf(submission, read_options(options), workshop)
    assert finished.report.pages > 40
    assert finished.report.findings == []
    ends = PdfReader(io.BytesIO(finished.pdf)).pages[-2:]
    assert "the last words of all" in " ".join(" ".join(page.extract_text() for page in ends).split())


def _smaller(jpeg: bytes, width: int) -> bytes:
    out = io.BytesIO()
    with Image.open(io.BytesIO(jpeg)) as picture:
        picture.resize((width, width * picture.height // picture.width)).save(out, "JPEG")
    return out.getvalue()
