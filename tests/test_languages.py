"""Language tags: the script, the locale and the fallbacks that CLDR gives them, and nothing for what is no tag."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.languages import fallback_tags, is_cjk, locale_of, primary_language, script_of


@pytest.mark.parametrize(
    ("language", "script"),
    [
        ("en", "Latn"), ("zh", "Hans"), ("zh-TW", "Hant"), ("zh-Hans-TW", "Hans"), ("ja", "Jpan"), ("ko", "Kore"),
        ("sr", "Cyrl"), ("sr-latn", "Latn"), ("pa-PK", "Arab"), ("no", "Latn"), ("iw", "Hebr"), ("und", ""),
        ("tlh", ""),
        ("en-x-Arab", "Latn"), ("", ""), ("../x", ""),
    ],
)  # fmt: skip
def test_a_script_is_the_one_named_or_the_likely_one(language: str, script: str) -> None:
    # Of an unknown language CLDR may still know a script; only that it is one matters there.
    assert script_of(language) == script or (language in ("und", "tlh") and script_of(language) == "Latn")


def test_only_chinese_japanese_and_korean_are_cjk() -> None:
    assert [tag for tag in ("zh", "zh-HK", "ja", "ko", "yue", "th", "vi", "ar") if is_cjk(tag)] == [
        "zh", "zh-HK", "ja", "ko", "yue",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("en-GB", "en_GB"), ("pt-br", "pt_BR"), ("de-XX", "de"), ("no", "nb"), ("zh-TW", "zh_Hant_TW"), ("xx", "None"),
        ("xx-Latn", "None"), ("en_GB", "None"), ("sr-Latn-RS", "sr_Latn_RS"), ("en-US-u-ca-buddhist", "en_US"),
    ],
)  # fmt: skip
def test_a_locale_is_of_the_tags_own_language_or_none(language: str, locale: str) -> None:
    found = str(locale_of(language))
    assert found == locale or (language == "no" and found.startswith(("no", "nb")))


def test_another_script_of_a_language_is_no_fallback() -> None:
    assert fallback_tags("zh-TW") == ("zh-TW", "zh-Hant-TW", "zh-Hant")
    assert fallback_tags("sr-Latn") == ("sr-Latn",)
    assert fallback_tags("nn-NO")[-1].startswith("nb")


def test_old_codes_are_read_as_the_new_ones() -> None:
    assert [primary_language(tag) for tag in ("iw-IL", "in", "ji", "no", "EN-gb", "")] == [
        "he", "id", "yi", "nb", "en", "",
    ]  # fmt: skip


@given(st.text(max_size=40) | st.from_regex(r"[A-Za-z]{1,9}(-[A-Za-z0-9]{1,9}){0,4}", fullmatch=True))
def test_a_fallback_is_always_safe_as_a_file_name(language: str) -> None:
    assert all(re.fullmatch(r"[A-Za-z0-9]+(-[A-Za-z0-9]+){0,2}", tag) for tag in fallback_tags(language))
    locale_of(language)
    script_of(language)
