"""The words of a page: every language whole, a publisher's words over ours, and a slip refused by name."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from service.article import Role
from service.errors import InvalidConfig
from service.labels import LABEL_NAMES, PATTERNS, Labels, byline, join_names, labels_for

OURS = Path(__file__).parent.parent / "print_templates"
LANGUAGES = [
    "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "hu", "ro", "el", "ru", "uk", "bg",
    "tr", "ar", "he", "fa", "hi", "th", "ja", "zh-Hans", "zh-Hant", "ko",
]  # fmt: skip
SCRIPTS = {
    "el": "Ͱ-Ͽἀ-῿", "ru": "Ѐ-ӿ", "uk": "Ѐ-ӿ", "bg": "Ѐ-ӿ", "ar": "؀-ۿ", "fa": "؀-ۿ", "he": "֐-׿", "hi": "ऀ-ॿ",
    "th": "฀-๿", "ja": "ぁ-ヿ一-鿿", "zh-Hans": "一-鿿", "zh-Hant": "一-鿿", "ko": "가-힣",
}  # fmt: skip
SAME_AS_ENGLISH_AT_MOST = 14  # "Illustration", "Video", "Version": shared words, but never a page of them.


def words_of(labels: Labels) -> dict[str, str]:
    return {name: getattr(labels, name) for name in LABEL_NAMES} | {f"roles.{k}": v for k, v in labels.roles.items()}


def write_labels(folder: Path, language: str, text: str) -> Path:
    (folder / "labels").mkdir(exist_ok=True)
    (folder / "labels" / f"{language}.toml").write_text(text, "utf-8")
    return folder


def test_there_is_a_file_for_each_language_and_no_other_whole_one() -> None:
    files = {path.stem for path in (OURS / "labels").glob("*.toml")}
    assert files == {*LANGUAGES, "en-US"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_word_and_every_role(language: str) -> None:
    labels = labels_for(language, [OURS])
    assert labels.language == language
    assert set(labels.roles) == set(get_args(Role))
    assert all(word == word.strip() and word for name, word in words_of(labels).items() if name != "colon")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_languages_patterns_hold_exactly_their_placeholders(language: str) -> None:
    for name, word in words_of(labels_for(language, [OURS])).items():
        assert sorted(re.findall(r"\{(\w*)\}", word)) == sorted(PATTERNS.get(name, ())), name
        assert "{" not in word.format(names="", date="", instant="", version="", page="", pages="")


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_language_is_translated_and_not_english_in_disguise(language: str) -> None:
    words, english = words_of(labels_for(language, [OURS])), words_of(labels_for("en", [OURS]))
    same = {name for name, word in words.items() if word == english[name] and name != "colon"}
    assert len(same) <= SAME_AS_ENGLISH_AT_MOST, same


@pytest.mark.parametrize("language", SCRIPTS)
def test_every_word_is_in_the_languages_own_script(language: str) -> None:
    foreign = {
        name: word
        for name, word in words_of(labels_for(language, [OURS])).items()
        if not re.search(f"[{SCRIPTS[language]}]", word) and name not in ("colon", "of")
    }
    assert not foreign


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_needs_a_space_that_the_text_face_lacks(language: str) -> None:
    assert not any(set("\u202f\u2009\u200b") & set(word) for word in words_of(labels_for(language, [OURS])).values())


def test_french_keeps_its_colon_and_question_mark_on_the_line() -> None:
    assert not [word for word in words_of(labels_for("fr", [OURS])).values() if re.search(" [:;!?»]|« ", word)]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("de-AT", "de"), ("zh-TW", "zh-Hant"), ("zh-HK", "zh-Hant"), ("zh", "zh-Hans"), ("zh-CN", "zh-Hans"),
        ("zh-Hant-MO", "zh-Hant"), ("pt-PT", "pt"), ("es-419", "es"), ("no", "nb"), ("nn-NO", "nb"), ("iw", "he"),
        ("EN-gb", "en"), ("en-US", "en-US"), ("de-DE-1996", "de"), ("ja-x-house", "ja"), ("sw", "en"), ("tlh", "en"),
        ("", "en"), ("../../secrets", "en"), ("ru-Latn", "en"),
    ],
)  # fmt: skip
def test_a_language_without_a_file_gets_the_nearest_words(asked: str, found: str) -> None:
    assert labels_for(asked, [OURS]).language == found


def test_american_english_differs_in_spelling_alone() -> None:
    british, american = words_of(labels_for("en-GB", [OURS])), words_of(labels_for("en-US", [OURS]))
    assert {name for name in british if british[name] != american[name]} == {"licence"}
    assert american["licence"] == "License"


def test_a_publishers_file_changes_the_labels_that_it_names_and_no_others(tmp_path: Path) -> None:
    write_labels(tmp_path, "de", 'pictures = "Fotos"\n[roles]\nphotographer = "Fotos"\n')
    ours, theirs = words_of(labels_for("de", [OURS])), words_of(labels_for("de-CH", [tmp_path, OURS]))
    assert {name: word for name, word in theirs.items() if word != ours[name]} == {
        "pictures": "Fotos",
        "roles.photographer": "Fotos",
    }


def test_a_publisher_can_bring_a_language_that_we_lack(tmp_path: Path) -> None:
    write_labels(tmp_path, "sw", (OURS / "labels" / "en.toml").read_text("utf-8").replace('"Notes"', '"Maelezo"'))
    labels = labels_for("sw-KE", [tmp_path, OURS])
    assert (labels.language, labels.notes) == ("sw", "Maelezo")


def test_a_new_language_with_gaps_is_refused_with_every_gap(tmp_path: Path) -> None:
    write_labels(tmp_path, "sw", 'notes = "Maelezo"\n')
    with pytest.raises(InvalidConfig, match=r"sw\.toml") as caught:
        labels_for("sw", [tmp_path, OURS])
    missing = {fault.path for fault in caught.value.faults}
    assert missing == {*LABEL_NAMES, *(f"roles.{role}" for role in get_args(Role))} - {"notes"}


@pytest.mark.parametrize(
    ("text", "path", "nearest"),
    [
        ('picturs = "Bilder"', "picturs", "pictures"),
        ('[roles]\nphotografer = "Foto"', "roles.photografer", "photographer"),
        ("notes = 3", "notes", None),
        ('notes = ""', "notes", None),
        ('roles = "x"', "roles", None),
        ('by = "Von"', "by", None),
        ('by = "Von {name}"', "by", None),
        ('by = "Von {names} {names}"', "by", None),
        ('by = "Von {names.__class__}"', "by", None),
        ('notes = "{names}"', "notes", None),
        ('notes = "{"', "notes", None),
        ("notes = ", "de.toml", None),
    ],
)
def test_a_slip_in_a_label_file_is_refused_with_file_label_and_nearest_name(
    tmp_path: Path, text: str, path: str, nearest: str | None
) -> None:
    write_labels(tmp_path, "de", text)
    with pytest.raises(InvalidConfig, match=r"de\.toml") as caught:
        labels_for("de", [tmp_path, OURS])
    assert [(fault.path, fault.nearest) for fault in caught.value.faults] == [(path, nearest)]
    assert str(tmp_path) not in str(caught.value)


def test_labels_are_read_once_and_cannot_be_changed() -> None:
    labels = labels_for("en", [OURS])
    assert labels_for("en", (OURS,)) is labels
    with pytest.raises(TypeError):
        labels.roles["author"] = "Someone"  # type: ignore[index]
    assert [field.name for field in fields(labels)][:2] == ["language", "roles"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en-GB", "By A, B and C"), ("en-US", "By A, B, and C"), ("de", "Von A, B und C"), ("ja", "文・A、B、C"),
        ("he", "מאת A, B וC"), ("el", "Κείμενο: A, B και C"), ("zh-TW", "文／A、B和C"), ("sw", "By A, B, and C"),
    ],
)  # fmt: skip
def test_a_byline_joins_its_names_in_the_language_of_its_label(language: str, line: str) -> None:
    assert byline(["A", "B", "C"], labels_for(language, [OURS]), language) == line


def test_one_name_stands_alone_and_no_name_leaves_no_byline() -> None:
    labels = labels_for("en", [OURS])
    assert byline(["Staff"], labels, "en") == "By Staff"
    assert byline([], labels, "en") == ""
    assert byline(["{names} {0}"], labels, "en") == "By {names} {0}"
    assert join_names(["A", "B"], "xx") == "A, B"
    assert join_names([], "fr") == ""
