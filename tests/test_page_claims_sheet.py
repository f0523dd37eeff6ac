"""The sheet as asked for: paper, text size, columns, pictures, ink, faces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import ImageChops

from service.stages import Submission
from tests.pages.anatomy import picture_of
from tests.pages.printing import Press, Printed
from tests.pages.reading import MM, Line
from tests.pages.samples import samples

pytestmark = pytest.mark.xdist_group("claims-sheet")
PAPERS = {"a4": (210, 297), "letter": (215.9, 279.4), "a5": (148, 210), "legal": (215.9, 355.6)}
HYPHEN = "\u2010"  # What the engine sets where it divides a word; a hyphen of the author's is another character.
LARGE_PRINT = ["harbour-wall-vote", "on-margins", "winter-chowder", "tide-tables-data", "every-hard-thing"]


def _pictures(printed: Printed) -> list[tuple[int, float]]:
    """Page and width in pt of every picture."""
    found = []
    with pypdfium2.PdfDocument(printed.pdf) as document:
        for number, page in enumerate(document, 1):
            for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=5):
                left, _, right, _ = item.get_bounds()
                found.append((number, right - left))
            page.close()
    return found


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("paper", PAPERS)
def test_every_page_has_the_size_of_the_paper(paper: str, columns: int, press: Press) -> None:
    for sample in ("harbour-wall-vote", "he-sifriya"):
        printed = press(sample, paper=paper, columns=columns)
        assert printed.pages >= 2
        for page in range(1, printed.pages + 1):
            assert printed.page_size_mm(page) == pytest.approx(PAPERS[paper], abs=0.1)
            assert printed.reader.pages[page - 1].get("/Rotate", 0) == 0


def test_text_grows_with_each_text_size(press: Press) -> None:
    sizes = [press("harbour-wall-vote", text_size=size).text_size for size in ("small", "normal", "large", "x-large")]
    assert sizes == sorted(set(sizes))
    assert sizes[0] >= 8


def test_no_text_is_smaller_than_six_and_a_half_points_raised_numbers_apart(press: Press) -> None:
    for sample in ("on-margins", "tide-tables-data"):
        printed = press(sample, text_size="small")
        small = Counter(round(glyph.size, 1) for glyph in printed.glyphs() if glyph.drawn and glyph.size < 6.49)
        raised = [size for size in small if size > 4.8]
        assert sorted(small) == sorted(raised), sample


@pytest.mark.parametrize("sample", LARGE_PRINT)
def test_large_print_sets_running_text_in_18_pt_or_more_and_nothing_under_16(sample: str, press: Press) -> None:
    printed = press(sample, text_size="x-large")
    assert printed.text_size >= 18
    small = Counter(
        f"{glyph.size:.1f} {glyph.text}" for glyph in printed.glyphs() if glyph.drawn and glyph.size < 15.99
    )
    assert not small


@pytest.mark.parametrize("sample", LARGE_PRINT)
def test_large_print_is_sans_dark_and_never_divides_a_word(sample: str, press: Press) -> None:
    printed = press(sample, text_size="x-large")
    families = {glyph.font for glyph in printed.glyphs() if glyph.drawn}
    assert not [family for family in families if re.search("Literata|Serif|Frank|Amiri", family)]
    assert not [line.text for line in printed.lines() if line.text.endswith((HYPHEN, "\u00ad", "\ufffe"))]
    pale = {glyph.ink for glyph in printed.glyphs() if glyph.drawn and _contrast_on_white(glyph.ink) < 7}
    assert not pale


def test_large_print_is_ragged_and_normal_print_is_flush(press: Press) -> None:
    shares = {}
    for size in ("normal", "x-large"):
        printed = press("on-margins", text_size=size)
        edges = Counter(round(line.right / 2) for line in printed.text_lines())
        shares[size] = edges.most_common(1)[0][1] / edges.total()
    assert shares["normal"] > 0.5
    assert shares["x-large"] < 0.2


def test_large_print_has_one_column_whatever_is_asked(press: Press) -> None:
    assert (
        press("harbour-wall-vote", text_size="x-large", columns=2).pdf
        == press("harbour-wall-vote", text_size="x-large").pdf
    )


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("sample", ["harbour-wall-vote", "he-sifriya"])
def test_two_columns_stand_side_by_side_and_one_stands_alone(sample: str, paper: str, press: Press) -> None:
    one, two = press(sample, paper=paper), press(sample, paper=paper, columns=2)
    middle = PAPERS[paper][0] * MM / 2
    sides = Counter(
        "left" if line.right < middle else "right" if line.x > middle else "over" for line in two.text_lines()
    )
    assert sides["over"] < 0.02 * sides.total()
    assert min(sides["left"], sides["right"]) > 0.2 * sides.total()
    spans = [line for line in one.text_lines() if line.x < middle < line.right]
    assert len(spans) > 0.6 * len(one.text_lines())


def test_full_pictures_are_wider_than_small_ones_and_none_are_left_out(press: Press) -> None:
    full, small, none = (_pictures(press("low-ice", images=images)) for images in ("full", "small", "none"))
    assert len(full) == len(small) > 2
    assert not none
    assert max(width for _, width in full) == pytest.approx(168 * MM, abs=1)
    lead, *body = (width for _, width in small)
    assert lead <= 0.61 * 168 * MM
    assert max(body) <= 0.51 * 128 * MM
    assert all(narrow < wide for (_, wide), (_, narrow) in zip(full, small, strict=True))


def test_a_page_without_pictures_keeps_no_captions_that_point_at_nothing(press: Press) -> None:
    printed = press("low-ice", images="none")
    assert "The northern basin at" not in printed.text()
    assert not printed.report.missing_images
    assert "‘Figure" not in printed.text()


@pytest.mark.parametrize("sample", ["low-ice", "winter-chowder", "harbour-wall-vote-corrected"])
def test_grey_ink_prints_no_colour_at_all(sample: str, press: Press) -> None:
    printed = press(sample, ink="grey")
    for page in range(1, printed.pages + 1):
        assert _colourfulness(printed, page) <= 3
        operators = re.findall(
            rb"([\d.]+) ([\d.]+) ([\d.]+) rg\b", printed.reader.pages[page - 1].get_contents().get_data()
        )  # type: ignore[union-attr]
        assert all(len(set(operator)) == 1 for operator in operators)


def test_colour_ink_prints_the_accent_of_the_publisher(press: Press) -> None:
    printed = press("low-ice")
    assert _colourfulness(printed, 1) > 100
    assert (0x8C, 0x2F, 0x1F) in {glyph.ink for glyph in printed.glyphs(1)}


@pytest.mark.parametrize(
    ("fonts", "family"), [("serif", "Literata"), ("sans", "Inter"), ("readable", "Atkinson-Hyperlegible")]
)
def test_the_running_text_is_in_the_face_that_was_chosen(fonts: str, family: str, press: Press) -> None:
    printed = press("harbour-wall-vote", fonts=fonts)
    running = Counter(line.font for line in printed.text_lines())
    assert running.most_common(1)[0][0] == family
    if fonts != "serif":
        assert not [glyph.font for glyph in printed.glyphs() if "Literata" in glyph.font]


@pytest.mark.parametrize("fonts", ["serif", "sans", "readable"])
@pytest.mark.parametrize("size", ["small", "normal", "large"])
@pytest.mark.parametrize("paper", PAPERS)
def test_a_line_of_one_column_holds_55_to_75_characters(
    paper: str, size: str, fonts: str, press: Press, make_submission: Callable[..., Submission]
) -> None:
    article = make_submission(body_text=_prose(samples()["low-ice"]))
    assert 55 <= _mean_length(press(article, paper=paper, text_size=size, fonts=fonts)) <= 75


def test_the_long_feature_keeps_the_measure_on_all_its_pages(press: Press) -> None:
    assert 55 <= _mean_length(press("low-ice")) <= 75


@pytest.mark.parametrize("paper", ["a4", "letter", "a5"])
def test_a_line_of_two_columns_holds_30_to_60_characters(paper: str, press: Press) -> None:
    assert 30 <= _mean_length(press("low-ice", paper=paper, columns=2)) <= 60


@pytest.mark.parametrize("sample", ["zh-chashan", "ja-tegami"])
def test_a_line_of_chinese_or_japanese_holds_30_to_40_characters(sample: str, press: Press) -> None:
    assert 30 <= _mean_length(press(sample)) <= 40


def _prose(submission: Submission) -> str:
    paragraphs = re.findall(r"<p>(.{300,}?)</p>", submission.article.body_html or "")
    return "\n\n".join(re.sub("<[^>]+>", "", paragraph) for paragraph in paragraphs[:8])


def _mean_length(printed: Printed) -> float:
    lengths = [len(line.text) for line in _full_lines(printed)]
    assert len(lengths) > 15
    return sum(lengths) / len(lengths)


def _full_lines(printed: Printed) -> list[Line]:
    # The widest lines but for the few that hang over: neither a paragraph's last one nor its indented first.
    lines = printed.text_lines()
    measure = sorted(line.right - line.x for line in lines)[int(0.9 * len(lines))]
    return [line for line in lines if line.right - line.x > 0.97 * measure]


def _colourfulness(printed: Printed, page: int) -> int:
    red, green, blue = picture_of(printed.pdf, page, dpi=60).split()
    apart = [ImageChops.difference(*pair).getextrema()[1] for pair in ((red, green), (green, blue), (red, blue))]
    return max(int(value) for value in apart)  # type: ignore[arg-type]


def _contrast_on_white(ink: tuple[int, int, int]) -> float:
    # WCAG 2.2, relative luminance.
    red, green, blue = (
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in ink
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
