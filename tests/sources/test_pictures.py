from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.article import read_article
from service.sources.pictures import PictureRefused, find_picture, picture_names

_parts = st.sampled_from(["..", ".", "a.png", "b", "%2e%2e", "%2f", "/", "\\", "~", "//", "link", "?", "#", "%00", "é"])
_names = st.lists(_parts | st.text(max_size=4), min_size=1, max_size=8).map("/".join) | st.lists(_parts).map("".join)


@settings(max_examples=300)
@given(_names)
def test_no_name_whatever_finds_a_file_outside_the_folder(name: str) -> None:
    with tempfile.TemporaryDirectory() as outer:
        folder = Path(outer) / "b" / "article"
        folder.mkdir(parents=True)
        for place in (Path(outer), folder.parent, folder):
            (place / "a.png").write_bytes(b"x")
        (folder / "link").symlink_to(outer)
        try:
            found = find_picture(folder, name, 100)
        except PictureRefused:
            return
        assert found is None or found.resolve().is_relative_to(folder.resolve())


def test_a_name_is_tried_as_written_before_it_is_decoded(tmp_path: Path) -> None:
    (tmp_path / "a%20b.png").write_bytes(b"x")
    (tmp_path / "a b.png").write_bytes(b"x")
    assert find_picture(tmp_path, "a%20b.png", 100) == tmp_path / "a%20b.png"


@pytest.mark.parametrize(
    ("srcset", "names"),
    [
        ("a.png", ["a.png"]),
        ("a.png 1x,b.png 2x", ["a.png", "b.png"]),
        ("a.png 100w,\n\tb.png 200w 50h ,c.png", ["a.png", "b.png", "c.png"]),
        ("wide,1.png 100w, other.png", ["wide,1.png", "other.png"]),
        ("a.png, b.png", ["a.png", "b.png"]),
        ("a.png,b.png", ["a.png,b.png"]),
        (" ,, a.png ,,", ["a.png"]),
        ("https://elsewhere.example/c_fill,w_100/x.png 1x, a.png 2x", ["a.png"]),
        ("," * 100_000, []),
        ("", []),
    ],
)
def test_a_set_of_sources_is_read_as_html_does(srcset: str, names: list[str]) -> None:
    record = {"id": "a", "headline": "A", "publication": {"name": "C"}, "body_html": f'<img srcset="{srcset}">'}
    assert [name for _, name in picture_names(read_article(record))] == names
