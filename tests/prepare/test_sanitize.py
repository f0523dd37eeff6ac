import re
from html.parser import HTMLParser

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from service.errors import InvalidArticle
from service.prepare.markup import names
from service.prepare.sanitize import MOST_ELEMENTS, read_body, seal
from tests.prepare.bodies import page, prepare, words

PRINT_TAGS = names(
    """a em strong b i u s sub sup small code kbd samp var abbr q cite mark del ins time bdi bdo ruby rb rt rp span br
    wbr p h2 h3 h4 figure img figcaption div blockquote aside table caption thead tbody tfoot tr td th ul ol li dl dt dd
    pre hr"""
)
PRINT_ATTRIBUTES = names(
    """class id lang dir data-block href role aria-label title src alt width height style aria-hidden data-repeats start
    reversed type value colspan rowspan scope datetime"""
)


class Reader(HTMLParser):
    """Reads output again, and remembers everything that the print vocabulary does not have."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.ids: list[str] = []
        self.jumps: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in PRINT_TAGS:
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name not in PRINT_ATTRIBUTES:
            self.wrong.append(f"{tag} {name}")
        if name == "href" and not re.match(r"(https?://|mailto:|tel:|#)", value, re.IGNORECASE):
            self.wrong.append(f"href {value}")
        if name == "src" and not value.startswith("image:"):
            self.wrong.append(f"src {value}")
        if name == "style" and not re.fullmatch(r"padding-top:\d+(\.\d+)?%", value):
            self.wrong.append(f"style {value}")
        if name == "id":
            self.ids.append(value)
        if name == "href" and value.startswith("#"):
            self.jumps.append(value[1:])

    def handle_comment(self, data: str) -> None:
        self.wrong.append("comment")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append("declaration")

    def handle_pi(self, data: str) -> None:
        self.wrong.append("instruction")


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


PIECES = st.sampled_from(
    """<script>alert(1)</script>|<script>|</script>|<style>@import "x"</style>|<style>|</style>|<p>|</p>|
<div class="share">|<div>|</div>|<svg>|</svg>|<math>|</math>|<mtext>|<mglyph>|<foreignObject>|<table>|
<tr>|<td>|<td onclick=x>|</table>|<!--|-->|<![CDATA[|]]>|<noscript>|</noscript>|<textarea>|</textarea>|
<title>|</title>|<iframe srcdoc="<script>1</script>" src=x>|</iframe>|<template>|</template>|<xmp>|
</xmp>|<plaintext>|<img src=x onerror=alert(1)>|<img src="data:image/svg+xml,<svg>">|
<a href="javascript:alert(1)">|<a href=" java&#10;script:x">|<a href="https://a.example/">|
<a href="#fn1">1</a>|</a>|<li id=fn1>|<ol class=footnotes>|<form><input>|</form>|<select>|<option>|
<blockquote>|</blockquote>|<aside class=pullquote>|</aside>|<figure>|<figcaption>|</figure>|<pre>|
</pre>|<h1>|<h4>|<b>|</b>|<i style="x:y">|<br>|<br><br>|&lt;script&gt;|&amp;lt;|&#0;|&#x202e;|\x00|\x0c|
"|'|<|>|=|<x-footnote n=1>|<x-embed address="javascript:1">|<x-figure src=x>|<x-dropped what=x>|
<p data-block=b1 id=note-1 class=note-ref>|<base href=//e.example>|
<link rel=attachment href=file:///etc/passwd>|<meta>|words|“So it is.” — A. Name|<object data=x>|
<embed src=x>|<video src=x>|<span lang="x y" dir=bad>|<abbr title="<script>">|<ruby><rt>|<dl><dd>|
<details><summary>|<frameset>|<body onload=x>|<html>|<head>|<caption>|<col>|<colgroup>""".replace("\n", "").split("|")
)  # fmt: skip
SOUPS = st.lists(PIECES | st.text(max_size=12), min_size=1, max_size=40).map("".join)


@settings(max_examples=300, deadline=None)
@given(SOUPS)
@example('<span lang="en"><br>')
def test_whatever_comes_only_the_print_vocabulary_goes_out(soup: str) -> None:
    article = prepare("<p>The first words</p>" + soup + "<p>The last words</p>")
    reader = read(page(article) + "".join(note.html or "" for note in article.notes))
    assert reader.wrong == []
    assert len(reader.ids) == len(set(reader.ids)), "an id stands twice"
    listed = {f"note-{note.number}" for note in article.notes}
    assert set(reader.jumps) <= set(reader.ids) | listed, "a jump leads nowhere"
    assert all(seal(block.html) == block.html for block in article.blocks), "a parser reads the output otherwise"


@settings(max_examples=150, deadline=None)
@given(SOUPS)
def test_the_same_body_gives_the_same_blocks(soup: str) -> None:
    first, second = prepare("<p>a</p>" + soup), prepare("<p>a</p>" + soup)
    assert page(first) == page(second)
    assert first.findings == second.findings


WORDS = st.text(st.characters(categories=("Ll", "Lu", "Nd")), min_size=1, max_size=8)
SHELLS = st.sampled_from(
    sorted(
        names(
            """p div section li ul blockquote b em span h2 h3 td table figure aside article center font details dl dd
            pre a address sup"""
        )
    )
)


@settings(max_examples=200, deadline=None)
@given(st.recursive(WORDS, lambda inner: st.tuples(SHELLS, st.lists(inner, max_size=4)), max_leaves=20))
def test_no_word_of_ordinary_markup_is_lost(tree: object) -> None:
    def markup(node: object) -> str:
        if isinstance(node, str):
            return f" {node} "
        tag, children = node  # type: ignore[misc]
        return f"<{tag}>{''.join(map(markup, children))}</{tag}>"

    def leaves(node: object) -> list[str]:
        return [node] if isinstance(node, str) else [leaf for child in node[1] for leaf in leaves(child)]  # type: ignore[index]

    assume(leaves(tree))
    article = prepare("<p>Start</p>" + markup(tree))
    printed = words(article)
    assert [word for word in leaves(tree) if word not in printed] == []


@pytest.mark.parametrize("name", ["javascript", "vbscript", "data", "file", "ftp", "image", "blob", "JaVaScRiPt"])
def test_a_link_with_another_scheme_keeps_its_words_and_loses_its_address(name: str) -> None:
    assert words(prepare(f'<p>See <a href="{name}:x">there</a></p>')) == "See there"
    assert "href" not in page(prepare(f'<p>See <a href="{name}:x">there</a></p>'))


def test_a_class_or_id_of_the_print_page_cannot_be_claimed_by_a_body() -> None:
    html = page(prepare('<p class="attribution" id="note-1" data-block="b7" style="color:red">Words</p>'))
    assert html == '<p data-block="b1">Words</p>'


def test_a_body_of_nothing_is_refused_by_name() -> None:
    with pytest.raises(InvalidArticle) as refused:
        prepare("<script>alert(1)</script><p>&nbsp;</p><!-- nothing -->")
    assert refused.value.faults[0].path == "body_html"


def test_a_body_of_too_many_elements_is_refused() -> None:
    with pytest.raises(InvalidArticle) as refused:
        prepare("<i>x</i>" * (MOST_ELEMENTS + 1))
    assert str(MOST_ELEMENTS) in refused.value.faults[0].message


@pytest.mark.parametrize(
    "bomb",
    [
        "<div>" * 10_000 + "deep words",
        "<ul><li>" * 10_000 + "deep words",
        "<blockquote>" * 10_000 + "deep words" + "</blockquote>" * 10_000,
        "<table><tr><td>" * 5000 + "deep words",
        "<b>" * 10_000 + "deep words",
        "<span lang=en>" * 10_000 + "deep words",
    ],
)
def test_words_under_ten_thousand_elements_are_printed(bomb: str) -> None:
    assert "deep words" in words(prepare(bomb))


def test_formatting_left_open_in_each_paragraph_cannot_multiply_without_bound() -> None:
    with pytest.raises(InvalidArticle):
        prepare("".join(f"<p><b id={number}>x" for number in range(50_000)))


def test_markup_inside_a_noscript_or_iframe_is_read_as_markup() -> None:
    tree = read_body("<noscript><p>a</p></noscript><iframe src=x><b>c</b></iframe>")
    assert [node.tag for node in tree if not isinstance(node, str)] == ["x-noscript", "x-iframe"]


def test_an_attribute_that_speaks_of_scripts_keeps_its_words() -> None:
    assert 'title="how &lt;script> and &lt;iframe> work"'.replace(">", "&gt;") in page(
        prepare('<p><abbr title="how <script> and <iframe> work">x</abbr></p>')
    )


def test_control_characters_lone_surrogates_and_stray_overrides_are_gone() -> None:
    text = words(prepare("<p>a\x00b\x07c&#1;d\ufeffe \u202estray \u2066kept\u2069 m\u200cn</p>"))
    assert text == "abcde stray \u2066kept\u2069 m\u200cn"
