"""Dates in words: each language's own order, names and digits; no clock and no system time zone."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.dates import date_in_words, day_in_words, instant_in_words, machine_readable, native_digits

EMBARGO = datetime(2026, 3, 3, 6, 0, tzinfo=timezone(timedelta(hours=1)))
DAYS = {
    "en": "March 3, 2026", "en-GB": "3 March 2026", "de": "3. März 2026", "fr": "3 mars 2026",
    "es": "3 de marzo de 2026", "it": "3 marzo 2026", "pt": "3 de março de 2026", "nl": "3 maart 2026",
    "sv": "3 mars 2026", "da": "3. marts 2026", "nb": "3. mars 2026", "no": "3. mars 2026", "fi": "3. maaliskuuta 2026",
    "pl": "3 marca 2026", "cs": "3. března 2026", "hu": "2026. március 3.", "ro": "3 martie 2026",
    "el": "3 Μαρτίου 2026", "ru": "3 марта 2026\u00a0г.", "uk": "3 березня 2026\u00a0р.", "bg": "3 март 2026\u00a0г.",
    "tr": "3 Mart 2026", "ar": "3 مارس 2026", "ar-EG": "٣ مارس ٢٠٢٦", "he": "3 במרץ 2026", "fa": "۳ مارس ۲۰۲۶",
    "hi": "3 मार्च 2026", "mr": "३ मार्च, २०२६", "th": "3 มีนาคม ค.ศ. 2026", "ja": "2026年3月3日",
    "zh": "2026年3月3日", "zh-TW": "2026年3月3日", "zh-Hans-SG": "2026年3月3日", "ko": "2026년 3월 3일",
}  # fmt: skip
INSTANTS = {
    "en-GB": "3 March 2026, 06:00 UTC+1",
    "en-US": "March 3, 2026, 6:00\u00a0AM UTC+1",
    "de": "3. März 2026, 06:00 UTC+1",
    "fi": "3. maaliskuuta 2026 6.00 UTC+1",
    "ko": "2026년 3월 3일 6:00 UTC+1",
    "zh-Hant": "2026年3月3日 6:00 UTC+1",
    "fa": "۳ مارس ۲۰۲۶، ساعت ۶:۰۰ UTC+1",
    "tlh": "2026-03-03 06:00 UTC+1",
}


@pytest.mark.parametrize("language", DAYS)
def test_a_day_is_written_as_the_language_writes_it(language: str) -> None:
    assert day_in_words(date(2026, 3, 3), language) == DAYS[language]


@pytest.mark.parametrize("language", INSTANTS)
def test_an_instant_has_its_day_its_time_and_its_own_offset(language: str) -> None:
    assert instant_in_words(EMBARGO, language) == INSTANTS[language]


@pytest.mark.parametrize("language", ["xx", "tlh", "../en", "", "not a tag"])
def test_a_language_that_nobody_knows_gets_iso_and_never_english(language: str) -> None:
    assert day_in_words(date(2026, 3, 3), language) == "2026-03-03"


def test_the_first_of_a_month_is_an_ordinal_in_french_and_brazilian_portuguese() -> None:
    first = date(2026, 5, 1)
    assert day_in_words(first, "fr") == "1er mai 2026"
    assert day_in_words(first, "pt-BR") == "1º de maio de 2026"
    assert day_in_words(first, "pt-PT") == "1 de maio de 2026"


def test_the_day_is_that_of_the_instants_own_offset() -> None:
    late = datetime(2026, 3, 3, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert date_in_words(late, "en-GB") == "3 March 2026"
    assert instant_in_words(late, "en-GB") == "3 March 2026, 23:30 UTC−5"


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "UTC"), (330, "UTC+5:30"), (-210, "UTC−3:30"), (840, "UTC+14"), (-30, "UTC−0:30")]
)
def test_offsets_are_said_in_hours_and_only_the_odd_ones_in_minutes(minutes: int, words: str) -> None:
    instant = datetime(2026, 3, 3, 6, 0, tzinfo=timezone(timedelta(minutes=minutes)))
    assert instant_in_words(instant, "en-GB") == f"3 March 2026, 06:00 {words}"


def test_an_instant_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        instant_in_words(datetime(2026, 3, 3, 6, 0), "en")


def test_the_system_time_zone_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = instant_in_words(EMBARGO, "en-GB"), machine_readable(EMBARGO)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        assert (instant_in_words(EMBARGO, "en-GB"), machine_readable(EMBARGO)) == before
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_machine_reads_the_same_instant() -> None:
    assert machine_readable(EMBARGO) == "2026-03-03T06:00:00+01:00"
    assert machine_readable(date(2026, 3, 3)) == "2026-03-03"
    odd = datetime(1900, 1, 1, 12, 0, tzinfo=timezone(timedelta(minutes=19, seconds=32)))
    assert machine_readable(odd) == "1900-01-01T11:40:28+00:00"


def test_digits_are_the_languages_own_and_others_are_left_alone() -> None:
    assert native_digits("2 of 34", "fa") == "۲ of ۳۴"
    assert native_digits("2 of 34", "hi") == native_digits("2 of 34", "xx") == "2 of 34"


@given(st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=9))])), st.sampled_from(sorted(DAYS)))
def test_any_instant_in_any_language_is_one_line_that_our_text_face_can_print(moment: datetime, language: str) -> None:
    words = instant_in_words(moment, language)
    assert not {"\u202f", "\u2009", "\n", "'", "{"} & set(words)
    assert datetime.fromisoformat(machine_readable(moment)) == moment.replace(microsecond=0)
