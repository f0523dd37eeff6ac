"""SVG: what draws is drawn at 300 dpi, and nothing runs, loads or links."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import fontpkg_inter
import pytest
from pictures import BLUE, GREEN, RED, close, encoded, exif, opened, quarters, raw_png
from PIL import Image

from service.config import Config
from service.prepare import decode, image_drawing
from service.prepare.decode import DecodedImage, decode_image
from service.prepare.image_failure import UnusableImage
from service.prepare.image_memory import PictureMemory
from service.prepare.image_svg import clean_svg

NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str, *, size: str = 'viewBox="0 0 100 50"', before: str = "") -> bytes:
    return f"{before}<svg {NAMESPACES} {size}>{inside}</svg>".encode()


def draw(data: bytes, width_mm: float = 25.4, **options: Any) -> DecodedImage:
    return decode_image(data, width_mm, Config(data=Path("unused"), image_max_pixels=1_000_000), **options)


def pixel(data: bytes, at: tuple[int, int] = (150, 75), **options: Any) -> Any:
    return opened(draw(data, **options).data).convert("RGBA").getpixel(at)


def refusal(data: bytes, **options: Any) -> str:
    with pytest.raises(UnusableImage) as caught:
        draw(data, **options)
    return caught.value.reason


def cleaned(inside: str) -> str:
    return clean_svg(svg(inside), lambda address: address).markup


SQUARE = '<rect width="100" height="50" fill="#c81e1e"/>'


@pytest.mark.parametrize(
    "size",
    [
        'viewBox="0 0 100 50"',
        'width="100" height="50"',
        'width="2in" height="1in" viewBox="0 0 100 50"',
        'width="100%" height="100%" viewBox="0 0 100 50"',
        'viewBox="0 0 1e6 5e5"',
    ],
)
def test_a_drawing_becomes_a_bitmap_of_300_dpi_at_the_printed_width(size: str) -> None:
    drawn = draw(svg(SQUARE, size=size), 50.8)
    assert (drawn.width, drawn.height, drawn.media_type) == (600, 300, "image/png")
    assert drawn.given_width is None


def test_transparency_of_a_drawing_is_kept() -> None:
    assert pixel(svg('<rect width="50" height="50" fill="#c81e1e"/>'), (280, 75))[3] == 0


def test_a_drawing_prints_in_greys_where_asked() -> None:
    assert opened(draw(svg(SQUARE), grey=True).data).mode == "L"


def test_a_very_tall_drawing_is_bounded() -> None:
    drawn = draw(svg('<rect width="1" height="1000000"/>', size='viewBox="0 0 1 1000000"'), 170)
    assert drawn.width * drawn.height <= 20_000_000


def test_a_drawing_with_a_byte_order_mark_or_in_another_encoding_is_read() -> None:
    text = f'<?xml version="1.0" encoding="utf-16"?><svg {NAMESPACES} viewBox="0 0 100 50">{SQUARE}</svg>'
    for data in (text.encode("utf-16"), b"\xef\xbb\xbf" + svg(SQUARE)):
        assert close(pixel(data), (*RED, 255))


def test_a_document_type_without_entities_is_read() -> None:
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert close(pixel(svg(SQUARE, before=doctype)), (*RED, 255))


@pytest.mark.parametrize(
    "subset",
    [
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
        '<!ENTITY a SYSTEM "http://127.0.0.1:1/">',
        '<!ENTITY % a SYSTEM "http://127.0.0.1:1/x.dtd"> %a;',
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(subset: str, encoding: str) -> None:
    text = f"<!DOCTYPE svg [{subset}]><svg {NAMESPACES} viewBox='0 0 9 9'><title>&a;</title>{SQUARE}</svg>"
    data = text.encode(encoding)
    assert refusal(data) in ("the SVG declares entities, which are refused", "the SVG is cut off or not well-formed")


def test_entities_hidden_by_an_encoding_are_refused() -> None:
    text = "<?xml version='1.0' encoding='utf-7'?><!DOCTYPE svg [+ADwAIQ-ENTITY a 'x'>]><svg "
    assert "SVG" in refusal(text.encode() + NAMESPACES.encode() + b"><title>&a;</title></svg>")


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.png"
    path.write_bytes(encoded(Image.new("RGB", (40, 40), GREEN), "PNG"))
    return path


@pytest.mark.parametrize("address", ["{path}", "file://{path}", "FILE://{path}", "secret.png", "http://127.0.0.1:1/a.png",
                                     "//127.0.0.1/a.png", "ftp://h.example/a", "javascript:alert(1)"])  # fmt: skip
@pytest.mark.parametrize(
    "holder",
    [
        '<image {attribute}="{address}" width="100" height="50"/>',
        '<filter id="f"><feImage {attribute}="{address}"/></filter><rect filter="url(#f)" width="9" height="9"/>',
        '<use {attribute}="{address}#a"/>',
        '<linearGradient id="g" {attribute}="{address}#a"/>',
        '<text><textPath {attribute}="{address}#a">x</textPath></text>',
    ],
)
@pytest.mark.parametrize("attribute", ["href", "xlink:href"])
def test_an_outside_reference_refuses_the_drawing(secret: Path, address: str, holder: str, attribute: str) -> None:
    address = address.format(path=secret)
    inside = holder.replace("{attribute}", attribute).replace("{address}", address)
    assert refusal(svg(SQUARE + inside)) == "the SVG refers to something outside of itself, which is not loaded"


@pytest.mark.parametrize(
    "inside",
    [
        '<rect fill="url(http://h.example/a#b)" width="9" height="9"/>',
        "<rect style=\"fill: URL('file:///etc/hosts#b')\" width='9' height='9'/>",
        '<style>rect { fill: url( "data:image/svg+xml,x#b" ) }</style>',
        "<style>rect { fill: u\\72l(http://h.example/) }</style>",
        "<style>rect { fill: url/**/(http://h.example/) } rect { mask: url(//h.example/a) }</style>",
    ],
)
def test_an_outside_reference_in_a_style_refuses_the_drawing(inside: str) -> None:
    assert refusal(svg(inside)) == "the SVG's style refers to something outside of itself, which is not loaded"


def test_an_outside_style_sheet_or_font_is_left_away() -> None:
    markup = cleaned(
        '<style>@import url("https://h.example/a.css"); @font-face { font-family: A; src: url(https://h.example/a) }'
        " rect { fill: blue }</style>"
    )
    assert "h.example" not in markup
    assert "rect { fill: blue }" in markup


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<script href="http://h.example/a.js"/>',
        '<rect onclick="alert(1)" ONLOAD="alert(1)" width="9" height="9"/>',
        '<a xlink:href="javascript:alert(1)" href="http://h.example/"><rect width="9" height="9"/></a>',
        '<animate attributeName="href" values="http://h.example/"/>',
        '<set attributeName="xlink:href" to="http://h.example/"/>',
        '<g xml:base="http://h.example/"/>',
        '<?xml-stylesheet href="http://h.example/a.css"?><!-- h.example -->',
        '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="http://h.example/"/>',
        '<metadata>h.example</metadata><h:iframe xmlns:h="http://www.w3.org/1999/xhtml" src="http://h.example/"/>',
    ],
)
def test_what_runs_moves_or_links_is_taken_out_and_the_rest_is_drawn(inside: str) -> None:
    markup = cleaned(inside + SQUARE)
    assert not any(word in markup for word in ("alert", "h.example", "script", "javascript"))
    assert close(pixel(svg(inside + SQUARE)), (*RED, 255))


def test_a_piece_of_web_page_alone_refuses_the_drawing_and_beside_its_fallback_goes() -> None:
    page = '<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'
    assert "foreignObject" in refusal(svg(SQUARE + page))
    assert close(pixel(svg(f"<switch>{page}{SQUARE}</switch>")), (*RED, 255))


def test_what_lies_in_a_part_that_is_taken_out_does_not_matter() -> None:
    inside = '<metadata><g><image href="http://h.example/a.png"/><foreignObject/></g></metadata>'
    assert close(pixel(svg(inside + SQUARE)), (*RED, 255))


def test_words_around_a_part_that_is_taken_out_stay_in_order() -> None:
    assert ">one two three<" in cleaned("<text>one <script>x</script>two <set/>three</text>")
    assert ">one</tspan> two<" in cleaned("<text><tspan>one</tspan><set/> two</text>")


def test_an_empty_reference_draws_nothing_and_a_style_is_one_text() -> None:
    assert close(pixel(svg(SQUARE + '<image href=" " width="9" height="9"/>')), (*RED, 255))
    assert "<b" not in cleaned("<style>rect { fill: red } <b>x</b></style>")


def data_address(picture: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_raster_picture_inside_is_drawn(kind: str) -> None:
    address = data_address(encoded(Image.new("RGB", (40, 20), BLUE), kind), kind.lower())
    assert close(pixel(svg(f'<image href="{address}" width="100" height="50"/>')), (*BLUE, 255), 12)


def test_a_raster_picture_inside_is_upright_and_judged_by_its_content() -> None:
    turned = data_address(encoded(quarters(), "JPEG", quality=95, exif=exif(3)), "png")
    inside = f'<image href="{turned}" width="50" height="50"/>'
    assert close(pixel(svg(inside), (20, 20)), (255, 255, 255, 255), 12)


@pytest.mark.parametrize("kind", ["png", "svg+xml"])
def test_a_drawing_inside_a_drawing_is_refused(kind: str) -> None:
    inner = svg('<image href="file:///etc/hosts" width="9" height="9"/>')
    assert "SVG" in refusal(svg(f'<image href="{data_address(inner, kind)}" width="9" height="9"/>'))


def test_bombs_inside_a_drawing_are_refused_alone_and_together() -> None:
    bomb = data_address(raw_png(60_000, 60_000))
    assert "million pixels" in refusal(svg(f'<image href="{bomb}" width="9" height="9"/>'))
    part = data_address(encoded(Image.new("L", (800, 800)), "PNG"))
    assert "million pixels" in refusal(svg(f'<image href="{part}" width="9" height="9"/>' * 2))


def test_endless_references_are_refused() -> None:
    groups = "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 12))
    reason = refusal(svg(f'<defs><g id="a0"><rect width="1" height="1"/></g>{groups}</defs><use href="#a11"/>'))
    assert reason == "the SVG cannot be read, or has no size"


def test_a_drawing_that_would_take_minutes_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_drawing, "_CPU_SECONDS", 1)
    tiles = "".join(
        f'<pattern id="p{n}" width="10" height="10" patternUnits="userSpaceOnUse">'
        + f'<rect width="10" height="10" fill="url(#p{n - 1})"/>' * 10
        + "</pattern>"
        for n in range(1, 9)
    )
    assert refusal(svg(f'<defs>{tiles}</defs><rect width="20" height="20" fill="url(#p8)"/>')) == (
        "the SVG needs too much time or memory to draw"
    )


def test_a_drawing_that_would_take_all_memory_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_drawing, "_MEMORY_BYTES", 60_000_000)
    layers = "<g opacity='0.5'>" * 100 + SQUARE + "</g>" * 100
    assert refusal(svg(layers), width_mm=170) == "the SVG needs too much time or memory to draw"


@pytest.mark.parametrize("inside", ["<g>" * 1000 + "</g>" * 1000, "<rect/>" * 200_001])
def test_a_drawing_too_deep_or_too_large_is_refused(inside: str) -> None:
    assert refusal(svg(inside)) in (
        "the SVG is too large or too deeply nested",
        "the SVG is cut off or not well-formed",
    )


@pytest.mark.parametrize("data", [svg(SQUARE)[:-9], b"<svg>" + SQUARE.encode() + b"</svg>", b"<svg >", svg("<b:a/>")])
def test_a_drawing_cut_off_or_not_well_formed_is_refused(data: bytes) -> None:
    assert refusal(data).startswith("the SVG ")


FONTS = [Path(fontpkg_inter.__file__).parent]
WORDS = svg('<text x="5" y="40" font-size="40" font-family="Nowhere Sans, sans-serif">MMM</text>')


def test_text_is_set_in_the_given_fonts() -> None:
    drawn = opened(draw(WORDS, font_dirs=FONTS).data)
    assert drawn.getchannel("A").getbbox() is not None


def test_text_without_given_fonts_refuses_the_drawing_and_never_uses_the_machines_fonts(tmp_path: Path) -> None:
    for font_dirs in ([], [tmp_path], [tmp_path / "missing"]):
        assert refusal(WORDS, font_dirs=font_dirs) == "the SVG has text, and there are no fonts to set it in"


def test_a_family_of_the_machine_and_a_letter_that_only_the_machine_has_are_not_taken_from_it() -> None:
    def drawn(family: str, letters: str) -> bytes:
        words = f'<text x="5" y="40" font-size="30" font-family="{family}">{letters}</text>'
        return draw(svg(words), font_dirs=FONTS).data

    assert drawn("DejaVu Sans, Liberation Sans, sans-serif", "M\u65e5") == drawn("Inter", "M\u65e6")


@pytest.fixture(autouse=True)
def _forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "_memory", PictureMemory(max_bytes=0))


def test_the_same_drawing_gives_the_same_bytes_in_another_process() -> None:
    assert draw(WORDS, font_dirs=FONTS) == draw(WORDS, font_dirs=FONTS)


def test_a_drawing_is_drawn_once_for_each_width_and_ink(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    monkeypatch.setattr(decode, "_memory", PictureMemory(max_bytes=10_000))
    monkeypatch.setattr(
        image_drawing, "_render", lambda *given: calls.append(given) or encoded(Image.new("RGBA", (9, 9)), "PNG")
    )
    for width_mm, grey in ((20, False), (20, False), (30, False), (20, True), (20, True)):
        draw(svg(SQUARE), width_mm, grey=grey)
    assert len(calls) == 3
