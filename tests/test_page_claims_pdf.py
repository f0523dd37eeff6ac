"""What the file says to software: tags, title, language, outline, links, pictures, fonts."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from PIL import Image
from pypdf.generic import ContentStream, DictionaryObject

from service.fonts import fonts_folder
from service.stages import Submission
from tests.pages.anatomy import outline_of, page_texts, roles_of
from tests.pages.printing import Press, Printed
from tests.pages.samples import samples

pytestmark = pytest.mark.xdist_group("claims-pdf")


def _root(printed: Printed) -> Any:
    return printed.reader.trailer["/Root"]


def _annotations(printed: Printed) -> Iterator[Any]:
    for page in printed.reader.pages:
        yield from (annotation.get_object() for annotation in page.get("/Annots", []))


def _fonts(printed: Printed) -> Iterator[tuple[str, Any]]:
    """Name and descriptor of every font."""
    for page in printed.reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():  # type: ignore[union-attr]
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            yield str(font.get_object()["/BaseFont"]).removeprefix("/"), descendant["/FontDescriptor"].get_object()


def _jpegs(printed: Printed) -> list[bytes]:
    """The stored bytes of every JPEG, each once."""
    found = {}
    for page in printed.reader.pages:
        for name, item in page["/Resources"].get("/XObject", {}).items():  # type: ignore[union-attr]
            stream = item.get_object()
            if stream.get("/Filter") in ("/DCTDecode", ["/DCTDecode"]):
                found[name] = stream._data
    return list(found.values())


@pytest.mark.parametrize("sample", samples())
def test_the_file_is_tagged_and_shows_its_title_and_language(sample: str, press: Press) -> None:
    printed = press(sample)
    article, root = printed.submission.article, _root(printed)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/Lang"] == article.language
    assert printed.reader.metadata is not None
    assert printed.reader.metadata.title == article.headline


@pytest.mark.parametrize("sample", samples())
def test_author_subject_keywords_and_dates_are_the_articles(sample: str, press: Press) -> None:
    article, metadata = press(sample).submission.article, press(sample).reader.metadata
    assert metadata is not None
    assert metadata.author == ", ".join(person.name for person in article.authors)
    assert (metadata.subject or None) == article.dek
    assert (metadata.get("/Keywords") or "") == ", ".join(article.keywords)
    assert metadata.creation_date == article.published_at
    assert metadata.modification_date == (article.updated_at or article.published_at)


def test_an_article_without_dates_has_none_of_a_clocks(
    press: Press, make_submission: Callable[..., Submission]
) -> None:
    printed = press(make_submission(published_at=None))
    year = str(datetime.now().year).encode()
    assert "/CreationDate" not in (printed.reader.metadata or {})
    assert b"D:" + year not in printed.pdf


@pytest.mark.parametrize("sample", samples())
def test_the_outline_is_the_headline_with_its_subheads(sample: str, press: Press) -> None:
    printed = press(sample)
    titles = [re.sub(r" → \d+$", "", line) for line in outline_of(printed.pdf)]
    subheads = re.findall(r"<h[234] data-block=[^>]*>(.*?)</h", printed.page.html)
    assert len(titles) == 1 + len(subheads)
    assert all(title.startswith("  ") for title in titles[1:])


def test_an_outline_entry_leads_to_the_page_of_its_heading(press: Press) -> None:
    printed = press("low-ice")
    texts = page_texts(printed.pdf)
    for line in outline_of(printed.pdf)[1:]:
        title, page = line.strip().split(" → ")
        assert title in texts[int(page) - 1]


def test_the_title_in_the_outline_is_the_headline_word_for_word(press: Press) -> None:
    printed = press("low-ice")
    assert outline_of(printed.pdf)[0] == f"{printed.submission.article.headline} → 1"


def test_every_address_of_the_page_is_a_link_to_exactly_that_address(press: Press) -> None:
    for sample in ("low-ice", "on-margins", "every-hard-thing"):
        printed = press(sample)
        addresses = set(re.findall(r'<a [^>]*href="(https?:[^"]+)"', printed.page.html))
        links = {str(item["/A"]["/URI"]) for item in _annotations(printed) if "/URI" in item.get("/A", {})}
        assert links == {address.replace("&amp;", "&") for address in addresses}
        assert printed.submission.article.canonical_url in links


@pytest.mark.parametrize("links", ["notes", "footnotes"])
@pytest.mark.parametrize("sample", ["low-ice", "on-margins", "ru-lednik"])
def test_notes_jump_there_and_back(sample: str, links: str, press: Press) -> None:
    printed = press(sample, links=links)
    named = printed.reader.named_destinations
    jumps = [str(item["/Dest"]) for item in _annotations(printed) if "/Dest" in item]
    assert [jump for jump in jumps if jump not in named] == []
    to_notes = {jump for jump in jumps if jump.startswith("note-")}
    assert to_notes
    if links == "notes":
        assert {jump.replace("note-", "ref-") for jump in to_notes} <= set(jumps)


def test_links_can_be_left_out(press: Press) -> None:
    html = press("low-ice", links="none").page.html
    assert "courier.example/2026/tide-tables-data" not in re.sub(r'href="[^"]*"', "", html)


def test_every_link_covers_its_words(press: Press) -> None:
    for item in _annotations(press("low-ice")):
        left, bottom, right, top = (float(side) for side in item["/Rect"])
        assert abs(right - left) > 1.5, item
        assert abs(top - bottom) > 4, item


def test_a_jpeg_that_needs_nothing_is_stored_byte_for_byte(
    press: Press, make_submission: Callable[..., Submission], jpeg: bytes
) -> None:
    printed = press(make_submission({"quay.jpg": jpeg}, lead_figure={"src": "quay.jpg", "alt": "A quay."}))
    assert _jpegs(printed) == [jpeg]


def test_a_picture_that_is_too_fine_is_brought_to_300_dpi(
    press: Press, make_submission: Callable[..., Submission]
) -> None:
    out = io.BytesIO()
    Image.effect_noise((4000, 2500), 40).convert("RGB").save(out, "JPEG", quality=90)
    printed = press(make_submission({"big.jpg": out.getvalue()}, lead_figure={"src": "big.jpg", "alt": "Noise."}))
    (stored,) = _jpegs(printed)
    with Image.open(io.BytesIO(stored)) as picture:
        assert picture.width == pytest.approx(168 / 25.4 * 300, abs=2)
        assert picture.height / picture.width == pytest.approx(2500 / 4000, abs=0.002)


@pytest.mark.parametrize("sample", samples())
def test_fonts_are_ours_embedded_and_cut_down_to_what_is_used(sample: str, press: Press) -> None:
    own = {_bare(path.stem) for path in fonts_folder().glob("*.[ot]tf")}
    fonts = list(_fonts(press(sample)))
    assert fonts
    for name, descriptor in fonts:
        assert re.match(r"[A-Z]{6}\+", name), name
        assert any(_bare(name[7:]).startswith(family) or family.startswith(_bare(name[7:])) for family in own), name
        program = descriptor.get("/FontFile2") or descriptor.get("/FontFile3")
        assert program is not None, name
        assert len(program.get_object().get_data()) < 2_000_000


def _bare(name: str) -> str:
    return re.sub("Regular$|[^A-Za-z]", "", name).lower()


@pytest.mark.parametrize("sample", samples())
def test_no_page_is_blank(sample: str, press: Press) -> None:
    printed = press(sample)
    for page in range(1, printed.pages + 1):
        assert len("".join(printed.text(page).split())) > 80, page


def test_the_structure_names_headings_paragraphs_lists_tables_and_figures(press: Press) -> None:
    roles = {line.strip().partition(" ×")[0] for line in roles_of(press("every-hard-thing").pdf)}
    assert {"H1", "H2", "P", "L", "LI", "Figure", "Table", "TR", "TH", "TD", "Link", "Caption"} <= roles


def test_every_figure_has_a_text_in_place_of_it(press: Press) -> None:
    for sample in ("low-ice", "winter-chowder"):
        figures = [item for item in _structure(_root(press(sample))["/StructTreeRoot"]) if item.get("/S") == "/Figure"]
        assert figures
        assert [item for item in figures if not item.get("/Alt")] == []


def test_a_pull_quote_that_repeats_the_text_is_read_only_once(press: Press) -> None:
    printed = press("low-ice")
    repeated = re.search(r"<aside[^>]*data-repeats[^>]*>\s*<p>(.*?)</p>", printed.page.html)
    assert repeated is not None
    start = re.sub(r"\W", "", repeated[1])[:25]
    assert re.sub(r"\W", "", printed.text()).count(start) == 2
    assert re.sub(r"\W", "", "".join(_read_aloud(printed))).count(start) == 1


def _read_aloud(printed: Printed) -> Iterator[str]:
    """The text of the marked content that the structure tree holds, page by page."""
    in_tree = set(_tree_marks(_root(printed)["/StructTreeRoot"], None))
    for page in printed.reader.pages:
        fonts = {name: font.get_object() for name, font in page["/Resources"]["/Font"].items()}  # type: ignore[index]
        maps = {name: _letters(font["/ToUnicode"].get_data()) for name, font in fonts.items()}
        font, marks = "", list[int | None]()
        for operands, operator in ContentStream(page.get_contents(), printed.reader).operations:
            if operator in (b"BDC", b"BMC"):
                marks.append(operands[1].get("/MCID") if operator == b"BDC" else None)
            elif operator == b"EMC":
                marks.pop()
            elif operator == b"Tf":
                font = str(operands[0])
            elif operator == b"TJ" and any((page.indirect_reference.idnum, mark) in in_tree for mark in marks):  # type: ignore[union-attr]
                yield "".join(_decoded(part, maps[font]) for part in operands[0] if isinstance(part, bytes | str))


def _tree_marks(element: Any, page: int | None) -> Iterator[tuple[int | None, int]]:
    page = element.raw_get("/Pg").idnum if "/Pg" in element else page
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        child = kid.get_object()
        if isinstance(child, int):
            yield page, child
        elif "/MCID" in child:
            yield (child.raw_get("/Pg").idnum if "/Pg" in child else page), child["/MCID"]
        elif isinstance(child, DictionaryObject):
            yield from _tree_marks(child, page)


def _letters(to_unicode: bytes) -> dict[bytes, str]:
    pairs = re.findall(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>", to_unicode)
    return {bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def _decoded(part: Any, letters: dict[bytes, str]) -> str:
    raw = part if isinstance(part, bytes) else part.original_bytes
    return "".join(letters.get(raw[at : at + 2], "") for at in range(0, len(raw), 2))


def _structure(element: Any) -> Iterator[DictionaryObject]:
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        child = kid.get_object()
        if isinstance(child, DictionaryObject):
            yield child
            yield from _structure(child)
