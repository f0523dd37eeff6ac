from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from service.config import Config
from service.errors import DuplicateArticle, InvalidArticle, UsageError
from service.sources.importing import read_article_file, read_articles, submissions_of

RECORD = {"id": "low-ice", "headline": "Low ice", "language": "en", "publication": {"name": "Courier"}}
WriteRecord = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


@pytest.fixture
def write(folder: Path) -> WriteRecord:
    def write(name: str = "low-ice/article.json", **fields: Any) -> Path:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        record = RECORD | {"body_text": "First."} | fields
        path.write_text(json.dumps({key: value for key, value in record.items() if value is not None}))
        return path

    return write


def refusal_of(path: Path, config: Config) -> str:
    with pytest.raises(InvalidArticle) as refusal:
        read_articles([path], config)
    return str(refusal.value)


def test_a_folder_is_searched_for_json_at_every_depth(folder: Path, write: WriteRecord, config: Config) -> None:
    write("b/article.json", id="b")
    write("a/deep/down/other.json", id="a")
    (folder / "a" / "readme.txt").write_text("not a record")
    (folder / ".git").mkdir()
    (folder / ".git" / "config.json").write_text("not a record")
    assert [read.article.id for read in read_articles([folder], config)] == ["a", "b"]


def test_a_file_named_twice_is_read_once(folder: Path, write: WriteRecord, config: Config) -> None:
    path = write()
    assert len(read_articles([path, folder], config)) == 1


def test_a_folder_without_an_article_is_a_mistake_of_use(folder: Path, config: Config) -> None:
    with pytest.raises(UsageError, match="holds no article"):
        read_articles([folder], config)


def test_a_body_may_lie_beside_the_record(write: WriteRecord, config: Config) -> None:
    path = write(body_text=None)
    path.with_name("body.html").write_text("<p>Größe</p>", encoding="utf-8-sig")
    assert read_article_file(path, config).article.body_html == "<p>Größe</p>"


def test_a_body_in_the_record_wins_over_the_file(write: WriteRecord, config: Config) -> None:
    path = write()
    path.with_name("body.html").write_text("<p>Other</p>")
    assert read_article_file(path, config).article.body_html is None


def test_only_an_article_json_has_its_body_beside_it(write: WriteRecord, config: Config) -> None:
    path = write("low-ice/other.json", body_text=None)
    path.with_name("body.html").write_text("<p>Other</p>")
    assert "exactly one of" in refusal_of(path, config)


def test_a_body_that_is_not_utf_8_is_named(write: WriteRecord, config: Config) -> None:
    path = write(body_text=None)
    path.with_name("body.html").write_bytes(b"<p>Gr\xf6\xdfe</p>")
    assert "`body.html` is not UTF-8 text: byte 5 is wrong" in refusal_of(path, config)


def test_pictures_are_read_from_beside_the_record(write: WriteRecord, config: Config) -> None:
    body = """
        <p><img src="pictures/a%20b.png?width=600" data-src="./lazy.png"
                srcset="small.png 1x, pictures/large.png 2x"></p>
        <picture><source srcset="wide,1.png 100w,\n other.png"><img src="a.gif"></picture>
        <noscript><img src="noscript.png"></noscript> <video poster="still.jpg"></video>
        <img src="https://elsewhere.example/x.png"><img src="//elsewhere.example/x.png">
        <img src="data:image/gif;base64,AAAA"><a href="linked.png">not a picture</a>"""
    publication = {"name": "Courier", "logo": "logo.svg"}
    path = write(body_text=None, body_html=body, lead_figure={"src": "lead.jpg"}, publication=publication)
    names = {
        "pictures/a%20b.png?width=600": "pictures/a b.png", "./lazy.png": "lazy.png", "small.png": "small.png",
        "pictures/large.png": "pictures/large.png", "wide,1.png": "wide,1.png", "other.png": "other.png",
        "a.gif": "a.gif", "noscript.png": "noscript.png", "still.jpg": "still.jpg", "logo.svg": "logo.svg",
        "lead.jpg": "lead.jpg",
    }  # fmt: skip
    (path.parent / "pictures").mkdir()
    for file in [*names.values(), "linked.png"]:
        (path.parent / file).write_bytes(file.encode())
    read = read_article_file(path, config)
    assert read.missing == ()
    assert dict(read.submission().files) == {name: file.encode() for name, file in names.items()}


def test_a_picture_that_is_not_there_is_told_and_does_not_stop_the_import(write: WriteRecord, config: Config) -> None:
    read = read_article_file(write(lead_figure={"src": "gone.jpg"}), config)
    assert read.missing == ("gone.jpg",)
    assert read.submission().files == {}


@pytest.mark.parametrize(
    ("src", "reason"),
    [
        ("../secret.png", "leads outside the article's folder"),
        ("pictures/../../secret.png", "leads outside the article's folder"),
        ("..%2fsecret.png", "leads outside the article's folder"),
        ("..\\secret.png", "leads outside the article's folder"),
        ("/etc/passwd", "is absolute"),
        ("%2fetc/passwd", "is absolute"),
        ("~/secret.png", "is absolute"),
        ("a%00.png", "is not the name of a file"),
        ("a" * 1001, "is not the name of a file"),
        ("link.png", "is a link to something outside"),
        ("linked/secret.png", "is a link to something outside"),
    ],
)
@pytest.mark.parametrize("where", ["lead_figure.src", "publication.logo", "body_html"])
def test_no_name_reaches_outside_the_folder(
    write: WriteRecord, config: Config, folder: Path, src: str, reason: str, where: str
) -> None:
    (folder / "secret.png").write_bytes(b"secret")
    fields: dict[str, Any] = {
        "lead_figure.src": {"lead_figure": {"src": src}},
        "publication.logo": {"publication": {"name": "Courier", "logo": src}},
        "body_html": {"body_html": f'<img src="{src}">', "body_text": None},
    }[where]
    path = write(**fields)
    (path.parent / "link.png").symlink_to(folder / "secret.png")
    (path.parent / "linked").symlink_to(folder)
    message = refusal_of(path, config)
    assert f"{path}: {where}: " in message
    assert reason in message


def test_a_link_within_the_folder_is_followed(write: WriteRecord, config: Config) -> None:
    path = write(lead_figure={"src": "link.png"})
    (path.parent / "real.png").write_bytes(b"real")
    (path.parent / "link.png").symlink_to("real.png")
    assert read_article_file(path, config).submission().files == {"link.png": b"real"}


def test_a_link_that_leads_to_itself_is_a_missing_picture(write: WriteRecord, config: Config) -> None:
    path = write(lead_figure={"src": "loop.png"})
    (path.parent / "loop.png").symlink_to("loop.png")
    assert read_article_file(path, config).missing == ("loop.png",)


def test_a_record_or_body_that_is_a_link_out_of_the_folder_is_refused(
    write: WriteRecord, config: Config, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "outside.json").write_text(json.dumps(RECORD | {"body_text": "Out."}))
    (folder / "inside.json").symlink_to(tmp_path / "outside.json")
    assert "`inside.json` is a link to something outside" in refusal_of(folder, config)
    (folder / "inside.json").unlink()
    path = write(body_text=None)
    path.with_name("body.html").symlink_to(tmp_path / "outside.json")
    assert "`body.html` is a link to something outside" in refusal_of(path, config)


def test_a_picture_over_the_limit_is_refused_with_the_setting(write: WriteRecord, config: Config) -> None:
    path = write(lead_figure={"src": "large.jpg"})
    (path.parent / "large.jpg").write_bytes(b"x" * 101)
    small = config.model_copy(update={"image_max_bytes": 100})
    assert "`large.jpg` has 101 bytes; TEARSHEET_IMAGE_MAX_BYTES allows 100" in refusal_of(path, small)


def test_a_record_over_the_limit_is_refused_with_the_setting(write: WriteRecord, config: Config) -> None:
    small = config.model_copy(update={"max_body_bytes": 50})
    assert "TEARSHEET_MAX_BODY_BYTES" in refusal_of(write(), small)


def test_a_pipe_is_not_read(folder: Path, config: Config) -> None:
    os.mkfifo(folder / "pipe.json")
    assert "it is not a regular file" in refusal_of(folder, config)


def test_every_faulty_file_is_named_with_every_fault(folder: Path, write: WriteRecord, config: Config) -> None:
    write("good.json", id="good")
    write("a.json", id="not a slug", status="publisht")
    (folder / "b.json").write_text("{")
    message = refusal_of(folder, config)
    assert "2 of 3 files are not valid" in message
    assert f"{folder / 'a.json'}: id: " in message
    assert f"{folder / 'a.json'}: status: `publisht` is not a valid value. Did you mean `published`?" in message
    assert f"{folder / 'b.json'}: (whole record): " in message
    assert "good.json" not in message


def test_files_that_share_an_id_are_refused_by_name(folder: Path, write: WriteRecord, config: Config) -> None:
    write("a.json")
    write("b.json")
    write("c.json", id="c")
    with pytest.raises(DuplicateArticle) as refusal:
        read_articles([folder], config)
    assert f"`low-ice` is the id of {folder / 'a.json'} and {folder / 'b.json'}" in str(refusal.value)


def test_pictures_are_read_one_article_at_a_time(folder: Path, write: WriteRecord, config: Config) -> None:
    for name in ("a", "b"):
        path = write(f"{name}/article.json", id=name, lead_figure={"src": "lead.jpg"})
        (path.parent / "lead.jpg").write_bytes(name.encode())
    submissions = submissions_of(read_articles([folder], config))
    assert next(submissions).files == {"lead.jpg": b"a"}
    (folder / "b" / "lead.jpg").write_bytes(b"changed")
    assert next(submissions).files == {"lead.jpg": b"changed"}


@pytest.mark.parametrize(
    "body", ['<?xml version="1.0" encoding="utf-8"?><img src="a.png">', 'a\x00b<img src="a.png">', '<img src="a.png"']
)
def test_no_oddity_of_a_body_hides_its_pictures(write: WriteRecord, config: Config, body: str) -> None:
    path = write(body_text=None, body_html=body + " >")
    (path.parent / "a.png").write_bytes(b"x")
    assert list(read_article_file(path, config).pictures) == ["a.png"]


@pytest.mark.parametrize("body", ["", " ", "<!-- nothing -->"])
def test_a_body_of_nothing_names_no_picture(write: WriteRecord, config: Config, body: str) -> None:
    assert read_article_file(write(body_text=None, body_html=body), config).pictures == {}


def test_a_body_that_names_pictures_without_end_is_refused(write: WriteRecord, config: Config) -> None:
    body = "".join(f'<img src="{number}.png">' for number in range(2001))
    assert "more than 2000 pictures" in refusal_of(write(body_text=None, body_html=body), config)


def test_a_file_that_cannot_be_read_is_named(
    write: WriteRecord, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = write()
    monkeypatch.setattr(Path, "open", refused)
    assert f"{path}: (file): it cannot be read: Permission denied." in refusal_of(path, config)


def test_a_body_that_is_hardly_html_yields_what_it_names(write: WriteRecord, config: Config) -> None:
    body = "<<p><img src=a.png <b></i></table><!-- <img src=comment.png> --><img src='b.png'"
    path = write(body_text=None, body_html=body)
    for name in ("a.png", "b.png", "comment.png"):
        (path.parent / name).write_bytes(b"x")
    assert "comment.png" not in read_article_file(path, config).pictures
