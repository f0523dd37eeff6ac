from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from service.config import Config
from service.errors import ArticleNotFound, DuplicateArticle, SetupIncomplete
from service.sources import Source
from service.sources.library import Library, fold
from service.sources.models import UtcDateTime
from service.stages import Submission

MakeSubmission = Callable[..., Submission]


def listed(library: Library, query: str = "") -> list[str]:
    return [entry.id for entry in library.listing(query).entries]


def test_the_library_keeps_the_protocol_of_a_source(library: Library) -> None:
    source: Source = library
    assert source.listing().total == 0


def test_an_article_comes_back_as_it_was_given_with_its_files(library: Library, submission: MakeSubmission) -> None:
    given_submission = submission(
        files={"pictures/quay.jpg": b"\xff\xd8\x00", "logo.svg": b"<svg/>"},
        published_at="2026-03-03T00:30:00+02:00",
        corrections=[{"date": "2026-03-05", "text": "640 metres."}],
    )
    assert library.import_submissions([given_submission]) == ["low-ice"]
    kept = library.submission("low-ice")
    assert kept == given_submission
    assert kept.article.model_fields_set == given_submission.article.model_fields_set


def test_an_import_outlives_the_process(config: Config, submission: MakeSubmission) -> None:
    Library(config).import_submissions([submission()])
    assert Library(config).ids() == ["low-ice"]


def test_an_import_returns_the_ids_in_the_order_given(library: Library, submission: MakeSubmission) -> None:
    assert library.import_submissions([submission("c"), submission("a"), submission("b")]) == ["c", "a", "b"]
    assert library.ids() == ["a", "b", "c"]


def test_an_article_replaces_the_one_of_its_id_with_its_files(library: Library, submission: MakeSubmission) -> None:
    library.import_submissions([submission(files={"old.jpg": b"1", "kept.jpg": b"2"})])
    library.import_submissions([submission(files={"kept.jpg": b"3"}, headline="Changed")])
    kept = library.submission("low-ice")
    assert kept.article.headline == "Changed"
    assert kept.files == {"kept.jpg": b"3"}
    assert listed(library, "winter") == []


def test_an_import_that_fails_on_its_way_changes_nothing(library: Library, submission: MakeSubmission) -> None:
    library.import_submissions([submission(files={"old.jpg": b"1"})])

    def breaking() -> Iterator[Submission]:
        yield submission(headline="Changed")
        yield submission("other")
        raise OSError("the disk went away")

    with pytest.raises(OSError, match="went away"):
        library.import_submissions(breaking())
    assert library.ids() == ["low-ice"]
    assert library.submission("low-ice") == submission(files={"old.jpg": b"1"})


def test_two_articles_of_one_import_with_the_same_id_are_refused(library: Library, submission: MakeSubmission) -> None:
    with pytest.raises(DuplicateArticle, match="`low-ice` occurs twice"):
        library.import_submissions([submission(), submission("other"), submission()])
    assert library.ids() == []


def test_an_unknown_id_is_named_with_the_nearest(library: Library, submission: MakeSubmission) -> None:
    library.import_submissions([submission("low-ice"), submission("Low-Tide"), submission("harvest")])
    with pytest.raises(ArticleNotFound) as refusal:
        library.submission("low-ise")
    assert refusal.value.nearest[0] == "low-ice"
    assert "harvest" not in refusal.value.nearest
    assert library.nearest("low-tide")[0] == "Low-Tide"
    assert library.nearest("x" * 100_000) == []


def test_ids_are_told_apart_by_case(library: Library, submission: MakeSubmission) -> None:
    library.import_submissions([submission("a"), submission("A")])
    assert library.submission("A").article.id == "A"


def test_the_newest_come_first_then_by_id_and_undated_last(library: Library, submission: MakeSubmission) -> None:
    library.import_submissions([
        submission("undated"),
        submission("b", published_at="2026-03-03T08:00:00+01:00"),
        submission("a", published_at="2026-03-03T07:00:00Z"),
        submission("newest", published_at="2026-03-03T03:00:00-05:00"),
        submission("oldest", published_at="2026-03-03T09:00:00+05:30"),
    ])  # fmt: skip
    assert listed(library) == ["newest", "a", "b", "oldest", "undated"]


def test_the_list_tells_the_day_where_the_article_was_published(library: Library, submission: MakeSubmission) -> None:
    library.import_submissions([submission(published_at="2026-03-03T00:30:00+02:00")])
    published_at = library.listing().entries[0].published_at
    assert published_at is not None
    assert published_at.isoformat() == "2026-03-03T00:30:00+02:00"


def test_the_list_is_paged_and_says_how_many_there_are(library: Library, submission: MakeSubmission) -> None:
    library.import_submissions([submission(f"a{number:02}") for number in range(25)])
    page = library.listing(offset=10, limit=10)
    assert [entry.id for entry in page.entries] == [f"a{number:02}" for number in range(10, 20)]
    assert page.total == 25
    assert library.listing(offset=100).entries == ()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", True),
        ("  ", True),
        ("low-ice", True),
        ("WINTER", True),
        ("ice winter", True),
        ("inter", True),
        ("soren", True),
        ("SØREN ågard", True),
        ("vang", True),
        ("harbour-wall", True),
        ("kuste", True),
        ("Küste", True),
        ("winter summer", False),
        ("Courier", False),
        ("%", False),
        ("w_nter", False),
        ("\\", False),
        ("'; DROP TABLE articles; --", False),
    ],
)
def test_every_word_of_a_query_must_be_in_id_headline_kicker_people_or_keywords(
    library: Library, submission: MakeSubmission, query: str, found: bool
) -> None:
    library.import_submissions([
        submission(
            kicker="Küste",
            authors=[{"name": "Søren Ågård"}],
            contributors=[{"name": "T. Vang", "role": "illustrator"}],
            keywords=["harbour-wall"],
        )
    ])  # fmt: skip
    assert listed(library, query) == (["low-ice"] if found else [])


def test_a_wildcard_in_a_query_is_the_character_itself(library: Library, submission: MakeSubmission) -> None:
    library.import_submissions([submission("a", headline="100% sure_thing"), submission("b", headline="100 sure")])
    assert listed(library, "100%") == ["a"]
    assert listed(library, "sure_") == ["a"]


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=80))
def test_folding_makes_no_difference_between_capitals_and_small_letters(text: str) -> None:
    assert fold(text.upper().lower()) == fold(text.upper())


def test_many_threads_read_while_one_writes(library: Library, submission: MakeSubmission) -> None:
    library.import_submissions([submission(f"a{number}") for number in range(10)])
    with ThreadPoolExecutor(8) as threads:
        reads = [threads.submit(library.submission, f"a{number % 10}") for number in range(60)]
        writes = [threads.submit(library.import_submissions, [submission(f"new{number}")]) for number in range(10)]
        assert all(read.result().article.headline for read in reads)
        assert [write.result() for write in writes] == [[f"new{number}"] for number in range(10)]


def _import_one(data: Path, article_id: str, gate: multiprocessing.synchronize.Barrier, made: Submission) -> None:
    gate.wait(30)
    Library(Config(data=data)).import_submissions([made])


def test_processes_that_start_at_once_on_no_library_do_not_clash(tmp_path: Path, submission: MakeSubmission) -> None:
    context = multiprocessing.get_context("spawn")
    gate = context.Barrier(4)
    names = [f"a{number}" for number in range(4)]
    started = [
        context.Process(target=_import_one, args=(tmp_path / "data", name, gate, submission(name))) for name in names
    ]
    for process in started:
        process.start()
    for process in started:
        process.join(60)
    assert [process.exitcode for process in started] == [0, 0, 0, 0]
    assert Library(Config(data=tmp_path / "data")).ids() == names


def test_a_fork_opens_connections_of_its_own(library: Library, submission: MakeSubmission) -> None:
    library.import_submissions([submission()])
    assert library.ids() == ["low-ice"]
    pool_before = library._engine.pool
    child = os.fork()
    if child == 0:
        inherited = library._engine.pool is pool_before
        os._exit(1 if inherited or library.ids() != ["low-ice"] else 0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_sqlite_waits_for_a_writer_and_keeps_its_references(library: Library, submission: MakeSubmission) -> None:
    library.import_submissions([submission()])
    with library._engine.connect() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        ]
    assert pragmas == ["wal", 1, 30_000]


def test_a_library_that_cannot_be_opened_says_which_setting_to_mend(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SetupIncomplete, match="TEARSHEET_DATA") as refusal:
        Library(Config(data=tmp_path / "file" / "data")).ids()
    assert str(tmp_path) not in str(refusal.value)


def test_a_file_that_is_no_database_is_refused_without_its_path(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite3").write_text("not a database, but long enough to be looked at as one" * 40)
    with pytest.raises(SetupIncomplete, match="doctor") as refusal:
        Library(Config(data=tmp_path)).ids()
    assert str(tmp_path) not in str(refusal.value)


def test_another_database_may_be_named(tmp_path: Path, submission: MakeSubmission) -> None:
    config = Config(data=tmp_path / "data", database=f"sqlite:///{tmp_path / 'elsewhere' / 'press.sqlite3'}")
    Library(config).import_submissions([submission()])
    assert (tmp_path / "elsewhere" / "press.sqlite3").is_file()
    assert not (tmp_path / "data").exists()


def test_a_server_that_is_not_there_is_told_without_its_address(tmp_path: Path) -> None:
    config = Config(data=tmp_path).model_copy(update={"database": "postgresql://press:s3cret@127.0.0.1:1/x"})
    with pytest.raises(SetupIncomplete) as refusal:
        Library(config).ids()
    assert "s3cret" not in str(refusal.value)


def test_the_nearest_of_a_large_library_begin_alike(
    library: Library, submission: MakeSubmission, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.sources.library._IDS_COMPARED", 3)
    library.import_submissions([submission(name) for name in ("a1", "a2", "a3", "a4", "Low-ice", "xow-ice")])
    assert library.nearest("low-ise") == ["Low-ice"]


def test_an_instant_without_an_offset_never_reaches_the_database() -> None:
    with pytest.raises(ValueError, match="an instant needs an offset"):
        UtcDateTime().process_bind_param(datetime(2026, 3, 3), sqlite.dialect())


def test_a_data_folder_with_a_question_mark_in_its_name_works(tmp_path: Path, submission: MakeSubmission) -> None:
    library = Library(Config(data=tmp_path / "what?x=1 %20#"))
    library.import_submissions([submission()])
    assert (tmp_path / "what?x=1 %20#" / "library.sqlite3").is_file()
