from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from service import fonts
from service.errors import SetupIncomplete
from service.font_faces import FACES, Face


def test_every_face_is_built_static_and_under_its_own_name() -> None:
    for face in FACES:
        with TTFont(fonts.fonts_folder() / face.file_name, lazy=True) as font:
            assert "fvar" not in font, face.file_name
            assert font["name"].getDebugName(16) == face.family
            assert font["OS/2"].usWeightClass == face.weight


def test_no_family_has_a_reserved_font_name() -> None:
    for face in FACES:
        with TTFont(fonts.fonts_folder() / face.file_name, lazy=True) as font:
            stated = " ".join(str(font["name"].getDebugName(name_id)) for name_id in (0, 13))
        assert "reserved font name" not in stated.lower(), face.file_name


def test_every_script_of_the_samples_is_covered() -> None:
    covered = fonts.covered_characters()
    for text in (
        "Ærøskøbing",
        "Ελληνικά",
        "Кириллица",
        "العربية",
        "עברית",
        "हिन्दी",
        "ภาษาไทย",
        "中文排版",
        "日本語かな",
        "한국어",
    ):
        assert {ord(character) for character in text} <= covered, text


def test_the_same_faces_are_made_again_to_the_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few = tuple(face for face in FACES if face.family in {"Literata", "Heebo"})
    monkeypatch.setattr(fonts, "FACES", few)
    fonts.build_fonts(tmp_path / "a")
    fonts.build_fonts(tmp_path / "b")
    for face in few:
        assert (tmp_path / "a" / face.file_name).read_bytes() == (tmp_path / "b" / face.file_name).read_bytes()


def test_a_damaged_face_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FACES", FACES[:2])
    fonts.build_fonts(tmp_path / "fonts")
    (tmp_path / "fonts" / FACES[1].file_name).write_bytes(b"broken")
    fonts.font_digests.cache_clear()
    assert fonts.damaged_faces(tmp_path / "fonts") == [FACES[1].file_name]


def test_a_stopped_build_leaves_the_old_faces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FACES", FACES[:1])
    fonts.build_fonts(tmp_path / "fonts")
    missing = Face("Nowhere", 400, False, "Nowhere.ttf", "fontpkg_nowhere")
    monkeypatch.setattr(fonts, "FACES", (missing,))
    with pytest.raises(SetupIncomplete, match="fontpkg_nowhere"):
        fonts.build_fonts(tmp_path / "fonts")
    assert (tmp_path / "fonts" / FACES[0].file_name).is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["fonts"]


def test_a_missing_system_font_names_the_package_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "SYSTEM_FOLDERS", ())
    monkeypatch.setattr(fonts, "FACES", tuple(face for face in FACES if face.package is None)[:1])
    with pytest.raises(SetupIncomplete, match="apt-get install fonts-noto-cjk"):
        fonts.build_fonts(tmp_path / "fonts")


def test_fonts_of_another_recipe_are_not_ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FACES", FACES[:1])
    fonts.build_fonts(tmp_path / "fonts")
    assert fonts.fonts_ready(tmp_path / "fonts")
    monkeypatch.setattr(fonts, "FACES", FACES[:2])
    assert not fonts.fonts_ready(tmp_path / "fonts")


def test_a_render_without_fonts_names_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "fonts_folder", lambda: tmp_path / "none")
    with pytest.raises(SetupIncomplete, match="tearsheet fonts"):
        fonts.use_only([])


def _families_seen(font_dirs: list[Path]) -> set[str]:
    # fontconfig reads its configuration once a process, so this asks a new one.
    script = (
        "import sys; from pathlib import Path; from service.fonts import use_only;"
        "use_only([Path(p) for p in sys.argv[1:]]);"
        "import subprocess; print(subprocess.run(['fc-list', ':', 'family'], capture_output=True, text=True).stdout)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, font_dirs)], capture_output=True, text=True, check=True
    )
    return {name.strip() for line in done.stdout.splitlines() for name in line.split(",")}


def test_a_render_sees_only_our_faces_and_the_configured_folders(tmp_path: Path) -> None:
    own = {face.family for face in FACES}
    assert own <= _families_seen([])
    assert not any("DejaVu" in family or "Noto Sans Symbols" in family for family in _families_seen([]))
    shutil.copy(fonts.fonts_folder() / "Literata-Regular.ttf", tmp_path / "house.ttf")
    with TTFont(tmp_path / "house.ttf") as font:
        for name_id in (1, 4, 16):
            font["name"].setName("House Face", name_id, 3, 1, 0x409)
        font.save(tmp_path / "house.ttf")
    assert "House Face" in _families_seen([tmp_path])
