"""Small spaces, last lines, opening words and short headlines: set right, and the author's text untouched."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from service.prepare.no_break_rules import rules_for
from service.prepare.typography import (
    bind_nodes,
    bind_runt,
    bind_words,
    display_length,
    opening_words,
    short_headline,
    split_last_word,
)

LANGUAGES = st.sampled_from("en de fr es it pl cs ru uk bg ar he fa hi th ja zh-TW ko tlh x-y".split())  # noqa: SIM905
PIECES = st.sampled_from(
    ["a", "i", "w", "5", "10", "000", "km", "%", "–", "-", "«", "»", "!", ":", "A.", "z.", "Dr.", "§", "March", "марта",
     "г.", "же", "h", "30", "word", "Bundesverfassungsgericht",
     " ", "  ", "\n", "\t", "\u00a0", "“", "”", "e\u0301", "字"]
)  # fmt: skip
TEXTS = st.text(max_size=80) | st.lists(PIECES, max_size=40).map(" ".join) | st.lists(PIECES, max_size=40).map("".join)


def shown(text: str) -> str:
    return text.replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("language", "given", "bound"),
    [
        ("en", "ran 5 km on 3 March 2026, p. 12", "ran 5~km on 3~March 2026, p.~12"),
        ("en", "Dr. A. B. Smith met Mr. Holm", "Dr.~A.~B.~Smith met Mr.~Holm"),
        ("en", "paid $5 million – and more", "paid $5~million~– and more"),
        ("en", "on March 3, 2026 at 6 p.m. on a farm", "on March~3, 2026 at 6~p.m. on a farm"),
        ("en-GB", "§ 5 and No. 7 fell 12 %", "§~5 and No.~7 fell 12~%"),
        ("en", "in 5 minutes you may go", "in 5 minutes you may go"),
        ("fr", "Il a dit : « Oui ! » à 8 h 30", "Il a dit~: «~Oui~!~» à 8~h~30"),
        ("fr", "le 1er mars, 10 000 euros", "le 1er~mars, 10~000~euros"),
        ("fr", "M. Dupont et Mme Durand", "M.~Dupont et Mme~Durand"),
        ("de", "z. B. am 3. März auf S. 12", "z.~B. am 3.~März auf S.~12"),
        ("de", "»Ja« sagte sie zu »Otto«", "»Ja« sagte sie zu »Otto«"),
        ("pl", "Byłem w domu i z psem", "Byłem w~domu i~z~psem"),
        ("cs", "V Praze a s ním o „tom“", "V~Praze a~s~ním o~„tom“"),
        ("ru", "В доме — он же, в 2026 г. ушёл", "В~доме~— он~же, в~2026~г. ушёл"),
        ("es", "el 3 de marzo de 2026", "el 3~de marzo de 2026"),
        ("sv", "den 3 mars, 10 000 000 kronor", "den 3~mars, 10~000~000~kronor"),
        ("he", "ב־3 במרץ, 5 מיליון", "ב־3 במרץ, 5~מיליון"),
        ("ja", "5 km を走る 3 月", "5 km を走る 3 月"),
        ("th", "5 km", "5 km"),
        ("ko", "5 km", "5 km"),
        ("tlh", "5 km", "5~km"),
        ("en", "5  km", "5  km"),
        ("en", "5\u00a0km", "5~km"),
        ("en", "- first\n- second", "- first~- second"),
    ],
)
def test_what_reads_as_one_stays_on_one_line(language: str, given: str, bound: str) -> None:
    assert shown(bind_words(given, language)) == bound


def test_a_row_of_initials_can_still_be_broken() -> None:
    bound = bind_words("A. " * 200 + "End", "en")
    assert max(map(len, bound.split(" "))) <= 40


@pytest.mark.parametrize(
    ("given", "bound"),
    [
        ("It was a very good answer for that year.", "It was a very good answer for that~year."),
        ("They had asked it to do so.", "They had asked it to do~so."),
        ("Es betrifft das Bundesverfassungsgericht an.", "Es betrifft das Bundesverfassungsgericht~an."),
        ("and it was unconstitutionally short", "and it was unconstitutionally short"),
        ("and it was extraordinary.", "and it was extraordinary."),
        ("two words", "two words"),
        ("one", "one"),
        ("", ""),
        ("ends in space now. \n", "ends in space~now. \n"),
        ("it ends in  so.", "it ends in  so."),
    ],
)
def test_a_short_last_word_never_stands_alone(given: str, bound: str) -> None:
    assert shown(bind_runt(given, "en")) == bound


@pytest.mark.parametrize("language", ["ja", "zh-Hans", "th", "ko"])
def test_a_script_without_word_spaces_is_left_alone(language: str) -> None:
    text = "これは 長い 文 だ。 5 km"
    assert bind_runt(text, language) == text
    assert opening_words(text * 5, language) == 0


def test_a_paragraph_in_several_nodes_is_bound_as_one_text() -> None:
    nodes = ["It was good for ", "that", " year", "."]
    assert [shown(node) for node in bind_nodes(nodes, bind_runt, "en")] == ["It was good for ", "that", "~year", "."]
    assert [shown(node) for node in bind_nodes(["p.", " ", "12"], bind_words, "en")] == ["p.", "~", "12"]


@given(TEXTS, LANGUAGES)
@example("A. " * 60, "en")
def test_binding_only_turns_spaces_into_no_break_spaces(text: str, language: str) -> None:
    for bind in (bind_words, bind_runt):
        bound = bind(text, language)
        assert len(bound) == len(text)
        assert all(b == a or (b == "\u00a0" and a in " \t\n\r\f") for a, b in zip(text, bound, strict=True))
        assert bind(bound, language) == bound


@given(TEXTS, LANGUAGES)
def test_what_is_bound_at_the_end_stays_short(text: str, language: str) -> None:
    bound = bind_runt(text, language)
    if bound != text:
        assert len(re.split("[ \t\n\r\f]", bound.rstrip())[-1]) <= 30


@given(st.lists(TEXTS, max_size=5), LANGUAGES)
def test_nodes_keep_their_number_and_lengths(nodes: list[str], language: str) -> None:
    assert [len(node) for node in bind_nodes(nodes, bind_words, language)] == [len(node) for node in nodes]


@pytest.mark.parametrize("language", ["en", "fr", "de", "pl", "ru", "el", "ar", "vi", "tlh", ""])
def test_every_languages_rules_compile_and_capture_what_stands_before_the_space(language: str) -> None:
    assert all(rule.groups == 1 for rule in rules_for(language))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("the end of the year.", "year."),
        ("the end of the\u00a0year.", "year."),
        ("the end \n", "end \n"),
        ("end", "end"),
        ("", ""),
    ],
)
def test_the_last_word_is_parted_with_what_follows_it(text: str, last: str) -> None:
    assert split_last_word(text) == (text.removesuffix(last), last)


@given(TEXTS)
def test_the_parted_text_is_whole_again_when_joined(text: str) -> None:
    assert "".join(split_last_word(text)) == text


def test_the_engine_never_hyphenates_a_last_word_that_is_kept() -> None:
    head, last = split_last_word("Some quite ordinary words here of internationalization")
    assert _lines(f"{head}{last}")[-1] == "tion"  # What the mark-up prevents; when this fails, it may go.
    assert _lines(f'{head}<span style="hyphens: manual">{last}</span>')[-1] == "internationalization"


def _lines(inner: str) -> list[str]:
    from pypdf import PdfReader
    from weasyprint import HTML

    style = "@page { size: 60mm 100mm; margin: 0 } body { width: 40mm; font: 12pt serif; hyphens: auto }"
    pdf = HTML(string=f'<html lang="en"><style>{style}</style><p>{inner}</p>').write_pdf()
    return PdfReader(io.BytesIO(pdf)).pages[0].extract_text().strip().split("\n")


LONG = " and so it went on for a long while in the town by the sea."


@pytest.mark.parametrize(
    ("language", "text", "opening"),
    [
        ("en", "On the last day of February, the ice came down." + LONG, "On the last day of February"),
        ("en", "It rained. The town was asked one question." + LONG, "It rained"),
        ("en", "“We knew it would come,” she said." + LONG, "“We knew it would come,”"),
        ("en", "The “treaty” of the coast was a thing unread." + LONG, "The “treaty” of the coast"),
        ("en", "They call it “the long way round the harbour” here." + LONG, "They call it"),
        ("en", "Anna Holm – a keeper of the ledger – spoke." + LONG, "Anna Holm"),
        ("en", "On Mr. Smith’s second day a letter came." + LONG, "On Mr. Smith’s second"),
        ("en", "The committee for the investigation of losses met." + LONG, "The committee for the investigation"),
        ("ru", "В последний день февраля, когда лёд сошёл, город проснулся." + LONG, "В последний день февраля"),
        ("el", "Την τελευταία μέρα του Φλεβάρη, ο πάγος κατέβηκε." + LONG, "Την τελευταία μέρα του Φλεβάρη"),
        ("ar", "في آخر يوم من فبراير، نزل الجليد." * 4, ""),
        ("he", "ביום האחרון של פברואר, ירד הקרח." * 4, ""),
        ("hi", "फ़रवरी के आख़िरी दिन, बर्फ़ उतरी।" * 4, ""),
        ("en", "Too short a text.", ""),
        ("en", "", ""),
        ("en", "x" * 500, ""),
    ],
)
def test_the_opening_ends_with_a_phrase(language: str, text: str, opening: str) -> None:
    assert text[: opening_words(text, language)] == opening


@given(TEXTS, LANGUAGES)
def test_the_opening_is_short_and_ends_with_a_word(text: str, language: str) -> None:
    end = opening_words(text, language)
    assert 0 <= end <= 38
    assert end == 0 or not text[end - 1].isspace()
    assert end == 0 or text[end].isspace() or text[end] in "\u00a0,;:.!?…–—"


@pytest.mark.parametrize(
    ("headline", "short"),
    [
        ("The winter of the low ice", "The winter of the low ice"),
        ("  The  winter\nof ice ", "The winter of ice"),
        ("The winter of the low ice: how a town asked one question", "The winter of the low ice"),
        ("The winter of the low ice – how a town asked one question", "The winter of the low ice"),
        ("Yes: how a town asked one question of its old sea wall", "Yes: how a town asked one question of…"),
        ("How a town asked, one day, a (question) of its old wall", "How a town asked, one day, a (question)…"),
        ("How a small town, asked twenty, times (and more) answered", "How a small town, asked twenty, times…"),
        ("氷の少ない冬に港町の人びとが壁に問いかけたことについて", "氷の少ない冬に港町の人びとが壁に問いか…"),
        ("低冰之冬的海港小镇：一座海港小镇向城墙提出的问题与它的回答", "低冰之冬的海港小镇"),
        ("x" * 100, "x" * 39 + "…"),
    ],
)
def test_a_headline_is_cut_where_it_still_reads(headline: str, short: str) -> None:
    assert short_headline(headline, 40) == short


@given(TEXTS, st.integers(-1, 90))
def test_a_short_headline_fits_and_is_the_headlines_own_beginning(headline: str, limit: int) -> None:
    short = short_headline(headline, limit)
    assert display_length(short) <= max(limit, 1)
    assert " ".join(headline.split()).startswith(short.removesuffix("…"))


def test_a_wide_character_has_two_columns_and_a_combining_mark_none() -> None:
    assert display_length("氷") == 2
    assert display_length("e\u0301") == 1
    assert short_headline("e\u0301" * 50, 5) == "e\u0301" * 4 + "…"
