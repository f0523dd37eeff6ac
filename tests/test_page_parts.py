"""Colours, measures, QR codes, missing glyphs: the small parts that a page is made of."""

from __future__ import annotations

import pytest

from service.colour import accent_ink, contrast_on_white, grey_of
from service.fonts import covered_characters, fonts_folder
from service.glyphs import missing_glyphs
from service.headline import headline_lines, is_long
from service.measure import width_em
from service.options import PrintOptions
from service.qr import qr_image
from service.sheet import sheet_of
from service.templates import shown_address

DISPLAY = fonts_folder() / "LiterataDisplay-SemiBold.ttf"


@pytest.mark.parametrize("colour", ["#ffff00", "#ffffff", "#8c2f1f", "#00aaff", "#000000"])
def test_an_accent_is_darkened_until_it_can_be_read(colour: str) -> None:
    assert contrast_on_white(accent_ink(colour)) >= 4.5
    assert contrast_on_white(accent_ink(colour, large_print=True)) >= 7


def test_a_legible_accent_is_left_as_the_publisher_chose_it() -> None:
    assert accent_ink("#8c2f1f") == "#8c2f1f"


def test_the_grey_of_a_colour_is_as_light_as_the_colour() -> None:
    assert grey_of("#808080") == "#808080"
    assert abs(contrast_on_white(grey_of("#8c2f1f")) - contrast_on_white("#8c2f1f")) < 0.1


def test_a_headline_is_broken_into_even_lines_that_fit() -> None:
    text = "The winter of the low ice, and the wall that was drawn without its joint"
    options = PrintOptions()
    sheet = sheet_of(options)
    lines = headline_lines(text, "en-GB", options, sheet)
    widths = [width_em(line, DISPLAY) * 29 / 72 * 25.4 for line in lines]
    assert " ".join(lines) == text
    assert max(widths) <= sheet.display_width
    assert min(widths) > 0.5 * max(widths)


def test_a_short_headline_is_one_line_and_an_unmeasured_script_is_left_to_the_engine() -> None:
    options = PrintOptions()
    assert headline_lines("Low ice", "en", options, sheet_of(options)) == ["Low ice"]
    assert headline_lines("حبر لا يجف " * 9, "ar", options, sheet_of(options)) == ["حبر لا يجف " * 9]


def test_a_chinese_headline_counts_as_long_sooner() -> None:
    assert is_long("山" * 43)
    assert not is_long("word " * 18)


def test_a_qr_code_is_one_path_and_its_size_is_in_modules() -> None:
    image = qr_image("https://courier.example/2026/low-ice")
    assert image.data.count(b"<path") == 1
    assert image.width == image.height == 29  # ISO/IEC 18004: version 3 has 29 modules a side.


def test_a_glyph_that_no_font_has_is_named_with_its_code_point_and_count() -> None:
    found = missing_glyphs("<p>a \U00013080 b \U00013080 \u200b\ufe0f</p>", covered_characters())
    assert [(item.code_point, item.count, item.hurts) for item in found] == [("U+13080", 2, True)]


def test_markup_and_styles_are_not_text() -> None:
    assert missing_glyphs("<p title='\U00013080'>a</p><style>\U00013080</style>", covered_characters()) == []


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://www.courier.example/", "courier.example"),
        ("https://courier.example/a/", "courier.example/a/"),
        ("mailto:desk@courier.example", "desk@courier.example"),
        ("HTTP://Courier.example/x?y=1", "Courier.example/x?y=1"),
    ],
)
def test_an_address_is_shown_without_what_nobody_types(url: str, shown: str) -> None:
    assert shown_address(url) == shown
