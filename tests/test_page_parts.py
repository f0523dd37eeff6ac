"""Colours, measures, QR codes, missing glyphs: the small parts that a page is made of."""

from __future__ import annotations

import pytest

from service.colour import accent_ink, contrast_on_white, grey_of
from service.fonts import covered_characters, fonts_folder
from service.glyphs import missing_glyphs
from service.measure import balanced_width_em, width_em
from service.qr import qr_image
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


def test_a_balanced_headline_keeps_its_number_of_lines_and_has_no_short_last_one() -> None:
    text = "The winter of the low ice, and the wall that was drawn without its joint"
    width = balanced_width_em(text, DISPLAY, 16.4)
    lines, at = [""], 0.0
    for word in text.split():
        word_width = width_em(word + " ", DISPLAY)
        if at + word_width > width + 0.3:
            lines, at = [*lines, ""], 0.0
        lines[-1] += word + " "
        at += word_width
    assert width < 16.4
    assert len(lines) == 3
    assert width_em(lines[-1], DISPLAY) > 0.6 * width


def test_a_headline_of_one_line_keeps_the_whole_width() -> None:
    assert balanced_width_em("Low ice", DISPLAY, 16.4) == 16.4


def test_a_word_wider_than_the_sheet_does_not_narrow_the_box_below_it() -> None:
    assert balanced_width_em("a " + "m" * 80, DISPLAY, 16.4) == 16.4


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
