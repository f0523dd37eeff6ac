"""Every script: mirrored pages, no missing glyph, only our fonts, text that can be searched."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from pypdf.generic import ContentStream

from service.stages import Submission
from tests.pages.printing import Press, Printed
from tests.pages.reading import MM
from tests.pages.samples import samples

pytestmark = pytest.mark.xdist_group("claims-scripts")
RTL = ["ar-khatt", "he-sifriya"]
NO_FONT = "\U00013080"  # An Egyptian hieroglyph.
# One sentence a script, in the language that names its letters.
SCRIPTS = {
    "en": "Żółć, façade, naïve, smørrebrød, œuvre, 25 °C, “quoted”, ½, €, №, → and ≈.",
    "el": "Το νερό έφτασε το μεσημέρι και έφυγε στις τέσσερις.",
    "ru": "Вода пришла в полдень и ушла в четыре часа, ёжик.",
    "uk": "Вода прийшла опівдні, її чекали; ґава.",
    "ar": "جاء الماء عند الظهر وغادر في الرابعة، ١٢٣.",
    "fa": "آب ظهر آمد و ساعت چهار رفت؛ گچپژ.",
    "he": "המים הגיעו בצהריים ועזבו בארבע, שָׁלוֹם.",
    "hi": "पानी दोपहर को आया और चार बजे चला गया। क्ष त्र ज्ञ",
    "th": "น้ำมาถึงตอนเที่ยงและลดลงตอนสี่โมง ๑๒๓",
    "zh-Hans": "水在中午到来，四点退去。「引语」“引语”",
    "zh-Hant": "水在中午到來，四點退去。「引語」",
    "ja": "水は正午に来て、四時に引いた。カタカナ、漢字。",
    "ko": "물은 정오에 왔다가 네 시에 빠졌다. 漢字",
}
SEARCHED = ["el", "ru", "uk", "he", "zh-Hans", "zh-Hant", "ja", "ko", "en"]


def _draws_a_missing_glyph(printed: Printed) -> bool:
    """Whether code 0 is drawn, or a font maps codes of its own to .notdef as the engine does for missing glyphs."""
    for page in printed.reader.pages:
        fonts = page["/Resources"].get("/Font", {}).values()  # type: ignore[union-attr]
        if any(font.get_object()["/Encoding"] != "/Identity-H" for font in fonts):
            return True
        for operands, operator in ContentStream(page.get_contents(), printed.reader).operations:
            if operator == b"TJ" and any(b"\0\0" in _codes(part) for part in operands[0]):
                return True
    return False


def _codes(part: Any) -> set[bytes]:
    raw = part if isinstance(part, bytes) else getattr(part, "original_bytes", b"")
    return {raw[at : at + 2] for at in range(0, len(raw), 2)}


@pytest.mark.parametrize("sample", samples())
def test_every_sample_prints_without_a_missing_glyph(sample: str, press: Press) -> None:
    printed = press(sample)
    assert printed.report.missing_glyphs == []
    assert not _draws_a_missing_glyph(printed)


@pytest.mark.parametrize("options", [{}, {"fonts": "sans"}, {"fonts": "readable"}, {"text_size": "x-large"}], ids=str)
@pytest.mark.parametrize("language", SCRIPTS)
def test_every_script_prints_in_every_face(
    language: str, options: dict[str, Any], press: Press, make_submission: Callable[..., Submission]
) -> None:
    text = SCRIPTS[language]
    body = (
        f"<h2>{text}</h2><p>{text} <b>{text}</b> <i>{text}</i> <code>{text}</code></p><blockquote>{text}</blockquote>"
    )
    article = make_submission(language=language, headline=text, dek=text, kicker=text, body_html=body)
    printed = press(article, **options)
    assert printed.report.missing_glyphs == []
    assert not _draws_a_missing_glyph(printed)


def test_a_script_in_an_article_of_another_language_prints_too(
    press: Press, make_submission: Callable[..., Submission]
) -> None:
    body = "".join(f"<p>In English and then {text}</p>" for text in SCRIPTS.values())
    printed = press(make_submission(body_html=body))
    assert printed.report.missing_glyphs == []
    assert not _draws_a_missing_glyph(printed)


def test_a_glyph_that_no_font_has_is_reported_with_its_code_point(
    press: Press, make_submission: Callable[..., Submission]
) -> None:
    printed = press(make_submission(body_text=f"A sign {NO_FONT} and again {NO_FONT}."))
    assert [(item.code_point, item.count) for item in printed.report.missing_glyphs] == [("U+13080", 2)]
    assert _draws_a_missing_glyph(printed)


@pytest.mark.parametrize("language", SEARCHED)
def test_text_can_be_searched_and_copied(
    language: str, press: Press, make_submission: Callable[..., Submission]
) -> None:
    printed = press(make_submission(language=language, body_text=SCRIPTS[language]))
    words = re.findall(r"\w{4,}", SCRIPTS[language]) or re.findall(r"\w{2,}", SCRIPTS[language])
    text = re.sub(r"\s", "", printed.text())
    # A line read from the right comes back in either order.
    assert [word for word in words if word not in text and word[::-1] not in text] == []


@pytest.mark.parametrize("sample", RTL)
def test_the_margin_column_stands_on_the_right_of_a_right_to_left_page(sample: str, press: Press) -> None:
    printed = press(sample)
    middle = 105 * MM
    about = next(box for _, element, box in printed.boxes("div") if element.get("class") == "about")
    body = next(box for _, element, box in printed.boxes("div") if "body" in element.get("class", "").split())
    assert about.border_box_x() * 0.75 > middle
    assert about.border_box_x() >= body.content_box_x() + body.width
    captions = [
        (box.border_box_x(), element)
        for _, element, box in printed.boxes("figcaption")
        if box.style["position"] == "absolute"
    ]
    assert all(x >= body.content_box_x() + body.width for x, _ in captions)
    assert body.content_box_x() * 0.75 < 40 * MM
    headline = next(box for _, _, box in printed.boxes("h1"))
    assert headline.style["direction"] == "rtl"
    edges = [line.right for line in printed.lines(1) if line.size > 20]
    assert max(edges) == pytest.approx(190 * MM, abs=6 * MM)


@pytest.mark.parametrize("sample", RTL)
def test_the_running_head_and_the_folio_change_sides(sample: str, press: Press) -> None:
    printed = press(sample)
    for page in range(2, printed.pages + 1):
        head = [line for line in printed.lines(page) if line.baseline < 17 * MM]
        foot = [line for line in printed.lines(page) if line.baseline > 275 * MM]
        folio = next(line for line in foot if re.search(r"\d\s*/\s*\d", line.text))
        address = next(line for line in foot if ".example" in line.text)
        assert folio.right < 60 * MM < 120 * MM < address.x
        assert max(line.right for line in head) > 180 * MM
        assert min(line.x for line in head) < 80 * MM


@pytest.mark.parametrize("sample", ["low-ice", "keeper-interview"])
def test_the_margin_column_stands_on_the_left_of_a_left_to_right_page(sample: str, press: Press) -> None:
    printed = press(sample)
    about = next(box for _, element, box in printed.boxes("div") if element.get("class") == "about")
    body = next(box for _, element, box in printed.boxes("div") if "body" in element.get("class", "").split())
    assert about.border_box_x() + about.border_width() <= body.content_box_x()


@pytest.mark.parametrize("sample", RTL)
def test_columns_of_a_right_to_left_page_are_read_from_the_right(sample: str, press: Press) -> None:
    printed = press(sample, columns=2)
    paragraphs = [box for page, element, box in printed.boxes("p") if page == 1 and element.get("data-block")]
    assert paragraphs[0].position_x > paragraphs[-1].position_x


def test_a_right_to_left_block_quote_has_its_rule_on_the_right(
    press: Press, make_submission: Callable[..., Submission]
) -> None:
    body = "<p>א</p><blockquote><p>המים הגיעו בצהריים.</p></blockquote><p>ב</p>"
    printed = press(make_submission(language="he", body_html=body))
    quote = next(box for _, element, box in printed.boxes("figure") if element.get("class") == "block-quote")
    assert quote.border_right_width > 0 == quote.border_left_width


@pytest.mark.parametrize("sample", samples())
def test_spaces_are_read_as_plain_spaces(sample: str, press: Press) -> None:
    text = "".join(glyph.text for glyph in press(sample).glyphs())
    odd = sum(text.count(space) for space in "\u2002\u2003\u2009")
    assert odd < 0.02 * (text.count(" ") + 1)
