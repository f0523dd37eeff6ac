"""A paragraph is set: its words bound, its last word whole, its opening in small capitals, its letters untouched."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.prepare.markup import Content, Node, nodes_in, raw_text, read_markup, write_markup
from service.prepare.text_setting import set_opening, set_text
from tests.prepare.bodies import prepare

LONG = (
    "The wall that the town built in a single winter has held for ninety years, and nobody alive remembers why it was "
    "built with a bend, though everybody has been told."
)
INLINE = ["em", "a", "strong", "span", "b", "cite", "q"]
OTHER = ["code", "sup", "kbd", "samp"]
PIECES = ["a", "in", "5", "km", "Dr.", "A.", "3", "March", "–", "wall", "harbourmaster", "字", "«", "»", " ", "\n", ""]
WORDS = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)
LANGUAGES = st.sampled_from(["en", "de", "fr", "pl", "ru", "ja", "zh-Hans", "ko", "th", "ar", "x-y"])


def elements(inner: st.SearchStrategy[list[Content]]) -> st.SearchStrategy[Content]:
    return st.builds(Node, st.sampled_from([*INLINE, *OTHER]), st.just({}), inner)


CONTENT: st.SearchStrategy[list[Content]] = st.recursive(
    st.lists(WORDS | st.text(max_size=12), max_size=3).map(list),
    lambda inner: st.lists(WORDS | elements(inner), max_size=4),
    max_leaves=8,
)
PARAGRAPHS = st.builds(Node, st.sampled_from(["p", "li", "dd", "td", "figcaption", "h2"]), st.just({}), CONTENT)


def is_set(markup: str, language: str = "en", *, opening: bool = False) -> str:
    (block,) = read_markup(markup)
    assert isinstance(block, Node)
    set_text(block, language)
    if opening:
        set_opening(block, language)
    return write_markup([block]).replace("\u00a0", "~")


@given(PARAGRAPHS, LANGUAGES)
def test_only_spaces_change_and_only_into_no_break_spaces(block: Node, language: str) -> None:
    before = raw_text([block])
    set_text(block, language)
    set_opening(block, language)
    after = raw_text([block])
    assert len(before) == len(after)
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert all(old in " \t\n\r\f" and new == "\u00a0" for old, new in changed)


@given(PARAGRAPHS, LANGUAGES)
def test_what_is_set_stays_as_it_is_when_set_again(block: Node, language: str) -> None:
    set_text(block, language)
    set_opening(block, language)
    once = copy.deepcopy(block)
    set_text(block, language)
    set_opening(block, language)
    assert block == once


@given(PARAGRAPHS, LANGUAGES)
def test_nothing_inside_code_or_a_superscript_is_touched(block: Node, language: str) -> None:
    before = [write_markup([node]) for node in nodes_in([block]) if node.tag in OTHER]
    set_text(block, language)
    set_opening(block, language)
    assert [write_markup([node]) for node in nodes_in([block]) if node.tag in OTHER] == before


@given(PARAGRAPHS, LANGUAGES)
def test_no_more_than_one_last_word_is_kept_and_it_is_the_last(block: Node, language: str) -> None:
    set_text(block, language)
    kept = [node for node in nodes_in([block]) if {"keep", "tail"} & set(node.classes)]
    assert len(kept) <= 1
    for node in kept:
        assert raw_text([block]).endswith(raw_text([node]))
        assert raw_text([node]).strip()


@pytest.mark.parametrize(
    ("given_markup", "wanted"),
    [
        ("<p>The wall holds through the springtide</p>",
         '<p>The wall holds through the <span class="keep">springtide</span></p>'),
        ("<p>It ran 5 km against the tide</p>", '<p>It ran 5~km against <span class="keep">the~tide</span></p>'),
        ("<p>We came to the top of it</p>", '<p>We came to the <span class="keep">top~of~it</span></p>'),
        ("<p>See <em>the harbourmaster’s lodge</em></p>",
         '<p>See <em>the harbourmaster’s <span class="keep">lodge</span></em></p>'),
        ("<dd>What a harbour means</dd>", '<dd>What a <span class="keep">harbour~means</span></dd>'),
        ("<p>Tonight</p>", "<p>Tonight</p>"),
        ("<td>one two three</td>", "<td>one two three</td>"),
        ("<h2>one two three</h2>", "<h2>one two three</h2>"),
        ("<p>Type <code>rm 5 km x</code></p>", "<p>Type <code>rm 5 km x</code></p>"),
        ("<pre><code>5 km on 3 March</code></pre>", "<pre><code>5 km on 3 March</code></pre>"),
        ("<p></p>", "<p></p>"),
    ],
)  # fmt: skip
def test_the_last_word_of_running_text_is_kept_whole(given_markup: str, wanted: str) -> None:
    assert is_set(given_markup) == wanted


def test_each_item_of_a_nested_list_is_a_text_of_its_own() -> None:
    html = is_set("<ul><li>What the wall holds<ul><li>What the sea takes</li></ul></li></ul>")
    assert '<span class="keep">sea~takes</span>' in html
    assert html.startswith("<ul><li>What the wall~holds<ul>")


def test_words_are_bound_across_the_elements_that_part_them() -> None:
    assert "5~<em>km</em>" in is_set("<p>It ran 5 <em>km</em> against the whole of the current</p>")


@pytest.mark.parametrize("language", ["ja", "zh-Hans", "ko"])
def test_a_last_line_of_east_asian_type_has_four_characters(language: str) -> None:
    assert is_set("<p>岸壁は朝五時に開く。</p>", language) == '<p>岸壁は朝五時<span class="tail">に開く。</span></p>'
    assert is_set("<p>開く。</p>", language) == "<p>開く。</p>"


def test_the_opening_words_stand_in_small_capitals() -> None:
    html = is_set(f"<p>{LONG}</p>", opening=True)
    assert html.startswith('<p><span class="opening-words">The wall that the town</span> built')


@pytest.mark.parametrize(
    "markup",
    [
        "<p>The wall that the town built in a single winter has held.</p>",
        f"<p><em>The wall</em> {LONG}</p>",
        f"<blockquote>{LONG}</blockquote>",
        f"<h2>{LONG}</h2>",
        "<p></p>",
    ],
)
def test_a_short_opening_or_one_that_is_no_plain_paragraph_has_no_small_capitals(markup: str) -> None:
    assert "opening-words" not in is_set(markup, opening=True)


@pytest.mark.parametrize("language", ["ja", "he", "ar", "th", "hi"])
def test_a_script_without_capitals_has_no_opening_words(language: str) -> None:
    assert "opening-words" not in is_set(f"<p>{LONG}</p>", language, opening=True)


def test_a_phrase_that_runs_into_a_link_has_no_small_capitals() -> None:
    assert "opening-words" not in is_set(f'<p>The wall <a href="x">that the town</a> built. {LONG}</p>', opening=True)
    html = is_set(f'<p>The wall that the town built <a href="x">once</a>. {LONG}</p>', opening=True)
    assert '<span class="opening-words">The wall that the town</span> built' in html


def test_only_the_first_block_of_an_article_has_opening_words() -> None:
    blocks = prepare(f"<p>{LONG}</p><p>{LONG}</p><blockquote><p>{LONG}</p></blockquote>").blocks
    assert ["opening-words" in block.html for block in blocks] == [True, False, False]
    assert "opening-words" not in "".join(block.html for block in prepare(f"<h2>One</h2><p>{LONG}</p>").blocks)


def test_the_text_of_a_block_keeps_plain_spaces_for_search() -> None:
    (block,) = prepare("<p>It ran 5 km against the whole of the current.</p>").blocks
    assert "\u00a0" not in block.text
    assert "5&nbsp;km" in block.html
