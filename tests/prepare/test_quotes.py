"""Quotations are known with their speakers, get their language's marks, and a pull quote finds its passage."""

import tomllib
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.prepare.quote_marks import CLOSERS_OF, marks_by_tag
from service.prepare.quotes import (
    Attribution,
    in_quote_marks,
    parse_attribution,
    quote_marks,
    repeats_body,
    whole_quotation,
)

FIXTURES = Path(__file__).parent.parent / "fixtures" / "attributions"
LINES, QUOTATIONS, PULL_QUOTES = (
    tomllib.loads((FIXTURES / f"{name}.toml").read_text("utf-8")) for name in ("lines", "quotations", "pull_quotes")
)


def letters(text: str) -> Counter[str]:
    return Counter(character for character in text if character.isalnum())


@pytest.mark.parametrize(("line", "speaker", "role"), LINES["attributed"])
def test_a_dash_line_names_its_speaker_and_role(line: str, speaker: str, role: str) -> None:
    assert parse_attribution(line) == Attribution(speaker, role or None)


@pytest.mark.parametrize(("line", "speaker", "role"), LINES["marked"])
def test_a_line_that_markup_calls_an_attribution_needs_no_dash(line: str, speaker: str, role: str) -> None:
    assert parse_attribution(line, marked=True) == Attribution(speaker, role or None)


@pytest.mark.parametrize("line", LINES["refused"])
def test_dialogue_lists_and_sentences_are_no_attribution(line: str) -> None:
    assert parse_attribution(line) is None


@given(st.sampled_from([line for line, *_ in LINES["attributed"] + LINES["marked"]]) | st.text(), st.booleans())
def test_an_attribution_keeps_every_letter_of_its_line(line: str, marked: bool) -> None:
    found = parse_attribution(line, marked=marked)
    if found is not None:
        assert letters(found.speaker + (found.role or "")) == letters(line)
        assert found.speaker
        assert found.role != ""
    elif marked:
        assert not any(character.isalpha() for character in line)


@pytest.mark.parametrize(("language", "text", "words", "speaker", "role"), QUOTATIONS["whole"])
def test_a_paragraph_that_is_one_quotation_is_known(
    language: str, text: str, words: str, speaker: str, role: str
) -> None:
    assert whole_quotation(text, language) == (words, Attribution(speaker, role or None))


@pytest.mark.parametrize(("language", "text"), QUOTATIONS["refused"])
def test_a_paragraph_with_more_than_one_quotation_and_a_name_is_left(language: str, text: str) -> None:
    assert whole_quotation(text, language) is None


marks_and_words = st.lists(
    st.sampled_from([*CLOSERS_OF, *"”’“»›」』", "— Anna Holm", "Yes.", "the boats’", " ", "\n", "- ", "Ja", "，", '6"'])
    | st.text(max_size=8),
    max_size=10,
).map("".join)


@given(marks_and_words, st.sampled_from(["en", "fr", "de", "sv", "ja", "he"]))
def test_a_whole_quotation_keeps_every_letter(text: str, language: str) -> None:
    found = whole_quotation(text, language)
    if found is not None:
        words, attribution = found
        assert letters(words + attribution.speaker + (attribution.role or "")) == letters(text)


@pytest.mark.parametrize(
    ("language", "marks"),
    [
        ("en", "“ ” ‘ ’"),
        ("en-GB", "“ ” ‘ ’"),
        ("de", "„ “ ‚ ‘"),
        ("de-AT", "„ “ ‚ ‘"),
        ("de-CH", "« » ‹ ›"),
        ("fr-CH", "« » ‹ ›"),
        ("es", "« » “ ”"),
        ("it", "« » “ ”"),
        ("pt", "“ ” ‘ ’"),
        ("pt-BR", "“ ” ‘ ’"),
        ("pt-PT", "« » “ ”"),
        ("ru", "« » „ “"),
        ("uk", "« » „ “"),
        ("pl", "„ ” « »"),
        ("hu", "„ ” » «"),
        ("sv", "” ” ’ ’"),
        ("fi", "” ” ’ ’"),
        ("nb", "« » ‘ ’"),
        ("el", "« » “ ”"),
        ("he", "” ” ’ ’"),
        ("iw", "” ” ’ ’"),
        ("ar", "« » “ ”"),
        ("ar-EG", "« » “ ”"),
        ("fa", "« » ‹ ›"),
        ("hi", "“ ” ‘ ’"),
        ("th", "“ ” ‘ ’"),
        ("ja", "「 」 『 』"),
        ("zh", "“ ” ‘ ’"),
        ("zh-Hans", "“ ” ‘ ’"),
        ("zh-Hant", "「 」 『 』"),
        ("zh-TW", "「 」 『 』"),
        ("zh-Hant-HK", "「 」 『 』"),
        ("zh-Hans-HK", "“ ” ‘ ’"),
        ("ko", "“ ” ‘ ’"),
        ("bs-Cyrl-BA", "„ “ ‚ ‘"),
        ("xx", "“ ” ‘ ’"),
    ],
)
def test_quote_marks_follow_the_language(language: str, marks: str) -> None:
    assert quote_marks(language) == tuple(marks.split(" "))


def test_french_marks_hold_a_no_break_space() -> None:
    assert quote_marks("fr") == quote_marks("fr-FR") == ("«\u00a0", "\u00a0»", "“", "”")


def test_the_table_has_four_marks_a_language_and_many_languages() -> None:
    table = marks_by_tag()
    assert len(table) >= 40
    for marks in table.values():
        assert len(marks) == 4
        assert all(len(mark.strip("\u00a0")) == 1 for mark in marks)
        assert all(unicodedata.category(mark.strip("\u00a0"))[0] == "P" for mark in marks)


@pytest.mark.parametrize(
    ("language", "text", "marked"),
    [
        ("en", "Hello", "“Hello”"),
        ("en", '"Hello"', "“Hello”"),
        ("en", "“Hello”", "“Hello”"),
        ("en", '"Hello', "“Hello”"),
        ("en", "Hello”", "“Hello”"),
        ("en", "‘Hello’", "“Hello”"),
        ("en", "“Yes,” she said, “no.”", "“‘Yes,’ she said, ‘no.’”"),
        ("en", 'They call it "the wall" here', "“They call it ‘the wall’ here”"),
        ("en", 'A plank of 6"', '“A plank of 6"”'),
        ("en", "'Tis the season", "“'Tis the season”"),
        ("en", "They’re the boats’", "“They’re the boats’”"),
        ("fr", '"Bonjour"', "«\u00a0Bonjour\u00a0»"),
        ("fr", "« Bonjour »", "«\u00a0Bonjour\u00a0»"),
        ("fr", "On l’appelle « le mur » ici", "«\u00a0On l’appelle “le mur” ici\u00a0»"),
        ("de", "“Ja”", "„Ja“"),
        ("de", "»Ja«", "„Ja“"),
        ("de-CH", "„Ja“", "«Ja»"),
        ("sv", '"Ja"', "”Ja”"),
        ("ja", "「はい」", "「はい」"),
        ("zh-TW", "“是”", "「是」"),
        ("he", '"כן"', "”כן”"),
    ],
)
def test_display_marks_are_set_once_in_the_language(language: str, text: str, marked: str) -> None:
    assert in_quote_marks(text, language) == marked


@given(marks_and_words, st.sampled_from(["en", "fr", "de", "sv", "ja", "he", "nl", "bg", "ar", "hu", "xx"]))
def test_marks_once_set_are_not_doubled_and_no_letter_is_lost(text: str, language: str) -> None:
    once = in_quote_marks(text, language)
    assert in_quote_marks(once, language) == once
    assert letters(once) == letters(text)


@pytest.mark.parametrize(("quote", "passage"), PULL_QUOTES["repeats"])
def test_a_pull_quote_finds_the_passage_it_repeats(quote: str, passage: str) -> None:
    assert repeats_body(quote, ["Something else.", "", passage, "And more."]) == 2


@pytest.mark.parametrize(("quote", "passage"), PULL_QUOTES["apart"])
def test_a_pull_quote_of_other_words_repeats_nothing(quote: str, passage: str) -> None:
    assert repeats_body(quote, ["Something else.", passage, "And more."]) is None


def test_the_first_passage_with_the_words_is_the_one() -> None:
    assert repeats_body("the wall held", ["Yes.", "The wall held.", "The wall held."]) == 1


def test_a_quote_across_two_paragraphs_belongs_to_the_first() -> None:
    body = ["Before.", "They came at night, and the wall", "held until the morning came."]
    assert repeats_body("the wall held until the morning", body) == 1


@given(st.text(), st.lists(st.text(), max_size=5))
def test_any_quote_is_looked_up_in_any_body(text: str, body: list[str]) -> None:
    found = repeats_body(text, body)
    assert found is None or 0 <= found < len(body)


@given(st.lists(st.text(alphabet="abc déñ’ .", min_size=3), min_size=1, max_size=6), st.data())
def test_every_passage_repeats_itself_or_an_earlier_one(body: list[str], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(body) - 1))
    found = repeats_body(body[index], body)
    assert found is not None or not any(character.isalnum() for character in body[index].split("...")[0])
    assert found is None or found <= index


def test_a_hostile_body_is_searched_in_a_bounded_number_of_steps() -> None:
    body = ["the " * 50_000, "a b " * 25_000]
    assert repeats_body("the " * 500, body) == 0
    assert repeats_body("b a a b " * 100, body) == 1
    assert repeats_body("a" * 10_000, body) is None
    assert repeats_body("the … " * 90 + "x y z " * 9, body) is None


def test_hostile_lines_are_read_in_a_bounded_number_of_steps() -> None:
    for piece in ["—", "“", '"', "« ", "(", "A. ", ", ", "“a” ", "— A"]:
        text = piece * (10_000 // len(piece))
        assert parse_attribution(text) is None
        assert whole_quotation(text, "en") is None
        assert letters(in_quote_marks(text, "fr")) == letters(text)
