"""Captions are parted from their credits, and the end of an article lists each credit once."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.article import Article, read_article
from service.prepare.credit_words import JOINERS, LABELS_AFTER, PHOTO_LABELS
from service.prepare.credits import gather_credits, split_credit
from service.stages import PictureCredit, PreparedFigure

FIXTURES = Path(__file__).parent.parent / "fixtures" / "credits"
LANGUAGES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(FIXTURES.glob("*.toml"))}
SPLIT = [(tag, *case) for tag, cases in LANGUAGES.items() for case in cases["split"]]
KEPT = [(tag, text) for tag, cases in LANGUAGES.items() for text in cases["keep"]]


@pytest.mark.parametrize(("language", "text", "caption", "credit"), SPLIT)
def test_a_credit_is_parted_from_its_caption(language: str, text: str, caption: str, credit: str) -> None:
    assert split_credit(text, language) == (caption or None, credit)


@pytest.mark.parametrize(("language", "text"), KEPT)
def test_a_caption_without_a_credit_stays_whole(language: str, text: str) -> None:
    assert split_credit(text, language) == (text or None, None)


def test_the_fixtures_hold_what_the_issue_asks_for() -> None:
    assert len(SPLIT) + len(KEPT) >= 110
    assert len(LANGUAGES) >= 12
    assert len(KEPT) >= 30


def words_of(text: str | None) -> Counter[str]:
    return Counter(re.findall(r"[\u3040-\u9fff]|[^\W\u3040-\u9fff]+", text or ""))


LABEL_WORDS = {word for label in (*PHOTO_LABELS, *JOINERS, *LABELS_AFTER) for word in words_of(label.casefold())}


def lost_words(text: str) -> set[str]:
    caption, credit = split_credit(text)
    kept = words_of(caption) + words_of(credit)
    assert not kept - words_of(text), "words were made up"
    return {word.casefold() for word in words_of(text) - kept}


pieces = st.sampled_from(
    [
        *[text for _, text, _, _ in SPLIT],
        *[text for _, text in KEPT],
        *["Photo: ", "(", ")", " / ", "©", "Foto von ", ". ", "\n", " – ", "摄", "Anna Holm", "Reuters", "fot. ", "]"],
    ]
)


@given(st.lists(pieces | st.text(max_size=30), max_size=6).map("".join))
def test_a_split_loses_no_word_but_labels(text: str) -> None:
    assert not lost_words(text) - LABEL_WORDS


@given(st.text())
def test_any_text_is_a_caption_or_a_credit_or_both(text: str) -> None:
    caption, credit = split_credit(text)
    assert (caption is None and credit is None) == (not text.strip())
    assert caption != ""
    assert credit != ""


def test_a_hostile_caption_is_read_in_a_bounded_number_of_steps() -> None:
    for piece in ["(", "Photo: ", "©", "( Photo by A", " / A", "A. ", "a" * 200 + " ", "fot. (", "Foto von A "]:
        text = piece * (10_000 // len(piece))
        caption, credit = split_credit(text)
        assert len(caption or "") + len(credit or "") > 5000


def article(**fields: object) -> Article:
    record = {"id": "a", "headline": "H", "publication": {"name": "P"}, "body_text": "T."}
    return read_article({**record, **fields})


def figure(credit: str | None, licence: str | None = None, source_url: str | None = None) -> PreparedFigure:
    return PreparedFigure(None, "x.jpg", "", False, None, credit, licence, None, source_url=source_url)


def test_writers_are_listed_once_in_the_first_spelling() -> None:
    listed = gather_credits(article(authors=[{"name": "Anna Holm"}, {"name": "anna  HOLM"}, {"name": "Staff"}]), [])
    assert [person.name for person in listed.words] == ["Anna Holm", "Staff"]


def test_a_contributing_author_belongs_to_the_words() -> None:
    listed = gather_credits(
        article(authors=[{"name": "Anna Holm"}], contributors=[{"name": "Tom Vang", "role": "author"}]), []
    )
    assert [person.name for person in listed.words] == ["Anna Holm", "Tom Vang"]
    assert listed.contributors == ()


def test_pictures_of_one_credit_and_licence_are_one_line_with_their_number() -> None:
    figures = [figure("T. Vang / Courier", "CC BY 4.0"), figure("T.Vang/Courier", "cc-by 4.0"), figure("Ida Brandt")]
    assert gather_credits(article(), figures).pictures == (
        PictureCredit("T. Vang / Courier", "CC BY 4.0", figures=2),
        PictureCredit("Ida Brandt"),
    )


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        (["Elin Foss/Salt & Rye", "Elin Foss / Salt & Rye"], [("Elin Foss / Salt & Rye", 2)]),
        (["Illustration : B. Thévenoz / Meridien", "Illustration : B. Thévenoz"],
         [("Illustration : B. Thévenoz / Meridien", 2)]),
        (["Ida Rehm", "Ida Rehm／Meridien"], [("Ida Rehm／Meridien", 2)]),
        (["Reuters", "Reuters / A. Holm"], [("Reuters", 1), ("Reuters / A. Holm", 1)]),
        (["Ida Rehm", "Ida Rehm / AFP"], [("Ida Rehm", 1), ("Ida Rehm / AFP", 1)]),
        (["Meridien", "/ Meridien"], [("/ Meridien", 2)]),
    ],
)  # fmt: skip
def test_spaces_and_the_publications_own_name_make_no_second_line(
    given: list[str], lines: list[tuple[str, int]]
) -> None:
    record = article(publication={"name": "Meridien and Salt & Rye"})
    pictures = gather_credits(record, [figure(credit) for credit in given]).pictures
    assert [(line.credit, line.figures) for line in pictures] == lines


def test_another_licence_is_another_line() -> None:
    pictures = gather_credits(article(), [figure("Ida", "CC BY 4.0"), figure("Ida", "CC0"), figure("Ida")]).pictures
    assert [(line.licence, line.figures) for line in pictures] == [("CC BY 4.0", 1), ("CC0", 1), (None, 1)]


def test_every_source_stays_named() -> None:
    figures = [
        figure("Ida", None, "https://a.example/1"),
        figure("Ida", None, "https://a.example/2"),
        figure("Ida"),
        figure("Ida", None, "https://a.example/1"),
    ]
    pictures = gather_credits(article(), figures).pictures
    assert [(line.source_url, line.figures) for line in pictures] == [
        ("https://a.example/1", 3),
        ("https://a.example/2", 1),
    ]


def test_a_picture_without_a_maker_is_credited_by_its_licence_or_source() -> None:
    figures = [figure(None, "Public domain"), figure(None, None, "https://pictures.example/1"), figure(None)]
    assert [line.credit for line in gather_credits(article(), figures).pictures] == [
        "Public domain",
        "pictures.example",
    ]


def test_a_photographer_in_a_picture_credit_is_not_listed_again() -> None:
    record = article(
        contributors=[
            {"name": "T. Vang", "role": "photographer"},
            {"name": "Vang", "role": "illustrator"},
            {"name": "T. Vang", "role": "editor"},
            {"name": "Ida Brandt", "role": "photographer"},
        ]
    )
    listed = gather_credits(record, [figure("t.  vang/Courier Vangsson")])
    assert [(person.name, person.role) for person in listed.contributors] == [
        ("T. Vang", "editor"),
        ("Ida Brandt", "photographer"),
    ]


def test_a_writer_who_also_reported_is_listed_once_and_a_translator_twice() -> None:
    record = article(
        authors=[{"name": "Anna Holm"}],
        contributors=[{"name": "Anna Holm", "role": "reporter"}, {"name": "Anna Holm", "role": "translator"}],
    )
    assert [person.role for person in gather_credits(record, []).contributors] == ["translator"]


def test_first_publication_rights_and_licence_are_passed_on() -> None:
    listed = gather_credits(article(first_published="Courier, 3 March", rights="All.", licence="CC BY"), [])
    assert (listed.first_published, listed.rights, listed.licence) == ("Courier, 3 March", "All.", "CC BY")
