"""Balanced headlines: as few lines as fit, even, and broken where a reader would pause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.prepare.headlines import balanced_lines, headline_words

WORDS = st.lists(st.text("abcdefg", min_size=1, max_size=12), max_size=30)


def columns(text: str) -> float:
    return float(sum(2 if ord(character) > 0x2E80 else 1 for character in text))


def greedy_lines(words: list[str], measure: float) -> int:
    lines, at = 0, measure + 1
    for word in words:
        at = at + 1 + len(word)
        if at > measure:
            lines, at = lines + 1, len(word)
    return lines


@pytest.mark.parametrize(
    ("language", "headline", "measure", "lines"),
    [
        ("en", "A harbour town asks its wall one question it cannot answer", 24,
         ["A harbour town asks", "its wall one question", "it cannot answer"]),
        ("en", "The winter of the low ice and the wall", 34, ["The winter of the low ice", "and the wall"]),
        ("en", "Council pays $5 million for it", 15, ["Council pays", "$5 million", "for it"]),
        ("en", "Ten councils vote – all say no", 17, ["Ten councils", "vote – all say no"]),
        ("en", "One short line", 80, ["One short line"]),
        ("en", "Incomprehensibilities of a kind", 10, ["Incomprehensibilities", "of a kind"]),
        ("ja", "氷の少ない冬に港町が壁に問いかけた「一つの質問」", 28,
         ["氷の少ない冬に港町が壁に", "問いかけた「一つの質問」"]),
        ("ko", "얼음이 적은 겨울, 항구 마을의 질문", 26, ["얼음이 적은 겨울,", "항구 마을의 질문"]),
        ("en", "", 20, []),
    ],
)  # fmt: skip
def test_a_headline_is_even_and_breaks_where_it_reads_well(
    language: str, headline: str, measure: float, lines: list[str]
) -> None:
    words, joiner = headline_words(headline, language)
    assert balanced_lines(words, columns, measure, language=language, joiner=joiner) == lines


def test_the_last_line_is_not_one_word_where_that_can_be_helped() -> None:
    words = ["An", "answer", "that", "nobody", "in", "the", "town", "had", "ever", "quite", "expected"]
    for measure in range(14, 56):
        lines = balanced_lines(words, columns, measure, language="en")
        assert " " in lines[-1], (measure, lines)


@given(WORDS, st.integers(12, 60))
def test_no_word_is_lost_no_line_too_wide_and_none_more_than_needed(words: list[str], measure: int) -> None:
    lines = balanced_lines(words, columns, measure)
    assert " ".join(lines) == " ".join(words)
    assert all(len(line) <= measure for line in lines)
    assert len(lines) == greedy_lines(words, measure)


@given(st.text(max_size=60), st.sampled_from(["en", "ja", "zh-Hant", "ko", "th", "ar"]), st.floats(-1, 100))
def test_any_headline_in_any_measure_keeps_its_characters(text: str, language: str, measure: float) -> None:
    words, joiner = headline_words(text, language)
    lines = balanced_lines(words, columns, measure, language=language, joiner=joiner)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize("language", ["ja", "zh-Hans"])
def test_a_line_of_chinese_characters_never_begins_with_a_closing_mark(language: str) -> None:
    words, joiner = headline_words("「氷」の冬、ー港町（と壁）。100年の問い！", language)
    for measure in range(2, 40):
        for line in balanced_lines(words, columns, measure, language=language, joiner=joiner):
            assert line[0] not in "」、。）！ー"
            assert line[-1] not in "「（"
    assert not {"1", "10", "00"} & set(words)
