from __future__ import annotations

import json
from pathlib import Path

import pytest

import service.fonts
from service.cli import main
from service.config import Config, variable_name
from service.doctor import Check, examine
from service.sources.database import open_database


@pytest.fixture(autouse=True)
def _healthy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEARSHEET_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(service.fonts, "fonts_ready", lambda: True)
    monkeypatch.setattr(service.fonts, "damaged_faces", list)
    monkeypatch.setattr(service.fonts, "foreign_sources", list)


def wrong(checks: list[Check]) -> dict[str, Check]:
    return {check.name: check for check in checks if not check.well}


def test_a_healthy_installation_has_nothing_wrong_and_is_not_changed(tmp_path: Path) -> None:
    checks = examine()
    assert wrong(checks) == {}
    assert {"Python", "Pango", "weasyprint", "pypdf", "fonts", "library"} <= {check.name for check in checks}
    assert not (tmp_path / "data").exists()


def test_every_setting_is_shown_with_whether_it_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEARSHEET_PORT", "9090")
    shown = {check.name: check.found for check in examine()}
    assert {variable_name(field) for field in Config.model_fields} <= shown.keys()
    assert shown["TEARSHEET_PORT"] == "9090"
    assert shown["TEARSHEET_HOST"] == "127.0.0.1 (default)"
    assert shown["TEARSHEET_IMAGE_HOSTS"].startswith("none: no picture is fetched")


def test_a_password_is_not_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    config = Config(data=tmp_path).model_copy(
        update={"database": "postgresql://press:s3cret@127.0.0.1:1/x?password=s3cret"}
    )
    monkeypatch.setattr("service.doctor.read_config", lambda: config)
    checks = examine()
    assert "s3cret" not in "\n".join(map(str, checks))
    assert "postgresql://press:***@127.0.0.1:1/x" in {check.found for check in checks}
    assert "library" in wrong(checks)


def test_a_bad_setting_is_wrong_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEARSHEET_PRT", "1")
    assert "Did you mean `TEARSHEET_PORT`?" in wrong(examine())["setting"].found


def test_fonts_that_are_not_made_are_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service.fonts, "fonts_ready", lambda: False)
    assert "`tearsheet fonts`" in wrong(examine())["fonts"].remedy


def test_a_damaged_face_is_wrong_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service.fonts, "damaged_faces", lambda: ["literata-400.ttf"])
    assert "`tearsheet fonts`" in wrong(examine())["font literata-400.ttf"].remedy


def test_a_broken_part_does_not_hide_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> bool:
        raise ZeroDivisionError("of zero")

    monkeypatch.setattr(service.fonts, "fonts_ready", broken)
    checks = examine()
    assert wrong(checks)["fonts"].found == "ZeroDivisionError: of zero"
    assert "library" in {check.name for check in checks}


def test_a_data_folder_that_cannot_be_written_is_wrong(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("service.doctor.os.access", lambda path, mode: path != tmp_path)
    assert "write access" in wrong(examine())["TEARSHEET_DATA"].remedy


def test_a_template_folder_that_overrides_nothing_is_wrong(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    monkeypatch.setenv("TEARSHEET_TEMPLATES", str(tmp_path / "templates"))
    assert "holds no template" in wrong(examine())["TEARSHEET_TEMPLATES"].found


def test_the_librarys_articles_and_schema_are_told(tmp_path: Path) -> None:
    open_database(Config(data=tmp_path / "data")).dispose()
    (library,) = [check for check in examine() if check.name == "library"]
    assert library == Check("library", "0 articles, schema 0001")


@pytest.mark.parametrize(("revision", "well"), [("0000", True), ("9999", False)])
def test_a_library_of_another_version_is_told(tmp_path: Path, revision: str, well: bool) -> None:
    engine = open_database(Config(data=tmp_path / "data"))
    with engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{revision}'")
    engine.dispose()
    (library,) = [check for check in examine() if check.name == "library"]
    assert (library.well, revision in library.found) == (well, True)


def test_a_missing_package_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.doctor._PACKAGES", ("pypdf", "no-such-package"))
    assert list(wrong(examine())) == ["no-such-package"]


def test_an_old_pango_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.doctor._OLDEST_PANGO", (99, 0))
    assert wrong(examine())["Pango"].remedy == "upgrade it to 99.0 or later"


@pytest.mark.parametrize("well", [True, False])
def test_the_command_ends_with_0_only_if_all_is_well(
    well: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(service.fonts, "fonts_ready", lambda: well)
    with pytest.raises(SystemExit) as ended:
        main(["doctor"])
    assert ended.value.code == (0 if well else 1)
    out = capsys.readouterr().out
    assert out.splitlines()[-1] == ("All is well." if well else "1 wrong: see the remedies.")
    assert well or "WRONG  fonts: not made yet, or for another version  ->  make them: `tearsheet fonts`" in out
    with pytest.raises(SystemExit) as ended:
        main(["doctor", "--json"])
    assert ended.value.code == (0 if well else 1)
    told = json.loads(capsys.readouterr().out)
    assert told["well"] is well
    assert {"name", "found", "remedy", "well"} == told["checks"][0].keys()
