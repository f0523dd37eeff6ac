from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from pydantic_core import PydanticUndefined

from service.config import Config, read_config, variable_name
from service.errors import Fault, InvalidConfig

ROOT = Path(__file__).parent.parent


def the_fault(**environ: str) -> Fault:
    with pytest.raises(InvalidConfig) as refusal:
        read_config({"HOME": "/home/press"} | environ)
    (fault,) = refusal.value.faults
    return fault


def test_every_setting_is_in_the_table_with_its_default_and_nothing_else_is() -> None:
    table = (ROOT / "docs" / "settings.md").read_text()
    rows = dict(re.findall(r"^\| `(TEARSHEET_\w+)` \| (.*?) \|", table, re.MULTILINE))
    assert list(rows) == [variable_name(field) for field in Config.model_fields]
    for name, field in Config.model_fields.items():
        if field.default not in (PydanticUndefined, None, "", []):
            default = field.default
            shown = int(default) if isinstance(default, float) else default
            assert rows[variable_name(name)] == f"`{shown}`"


def test_every_setting_has_a_description() -> None:
    assert all(field.description for field in Config.model_fields.values())


def test_nothing_but_the_configuration_reads_the_environment() -> None:
    # `fonts.py` sets the variable by which fontconfig learns of our fonts; it reads none.
    reads = re.compile(r"os\.getenv|environ\.get|environ\b(?!\[\"FONTCONFIG_FILE\"\] =)")
    modules = [path for path in (ROOT / "service").rglob("*.py") if path.name != "config.py"]
    offenders = [
        f"{path.name}: {line.strip()}"
        for path in modules
        for line in path.read_text().splitlines()
        if reads.search(line) and "os." in line
    ]
    assert offenders == []


def test_an_empty_environment_gives_the_defaults() -> None:
    config = read_config({"HOME": "/home/press"})
    assert config.data == Path("/home/press/.local/share/tearsheet")
    assert config.database_url == "sqlite:////home/press/.local/share/tearsheet/library.sqlite3"
    assert (config.host, config.port, config.image_hosts) == ("127.0.0.1", 8080, [])
    assert config.model_fields_set == set()


def test_the_data_folder_follows_the_desktop_convention() -> None:
    assert read_config({"XDG_DATA_HOME": "/srv/share"}).data == Path("/srv/share/tearsheet")


def test_the_process_environment_is_read_where_none_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEARSHEET_PORT", "9090")
    assert read_config().port == 9090


def test_a_relative_data_folder_is_fixed_at_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_config({"TEARSHEET_DATA": "kept/../data"}).data == tmp_path / "data"


def test_a_home_in_a_path_is_expanded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert read_config({"TEARSHEET_DATA": "~/press"}).data == tmp_path / "press"


def test_an_empty_variable_counts_as_unset() -> None:
    environ = {"HOME": "/home/press", "TEARSHEET_DATABASE": "", "TEARSHEET_PORT": " ", "TEARSHEET_TEMPLATES": ""}
    assert read_config(environ) == read_config({"HOME": "/home/press"})


def test_lists_are_separated_as_documented(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    config = read_config({
        "TEARSHEET_DATA": str(tmp_path),
        "TEARSHEET_FONT_DIRS": f"{tmp_path / 'a'}{os.pathsep}{tmp_path / 'b'}",
        "TEARSHEET_IMAGE_HOSTS": "Images.example.org, *.example.net,127.0.0.1:8000, [::1]:8000,",
    })  # fmt: skip
    assert config.font_dirs == [tmp_path / "a", tmp_path / "b"]
    assert config.image_hosts == ["images.example.org", "*.example.net", "127.0.0.1:8000", "[::1]:8000"]


@pytest.mark.parametrize("name", ["TEARSHEET_IMAGE_HOST", "TEARSHEET_IMAGES_HOSTS", "TEARSHEET_image_hosts"])
def test_an_unknown_setting_is_refused_with_the_nearest(name: str) -> None:
    fault = the_fault(**{name: "x"})
    assert (fault.path, fault.nearest) == (name, "TEARSHEET_IMAGE_HOSTS")
    assert fault.valid == tuple(variable_name(field) for field in Config.model_fields)


def test_other_programs_variables_are_no_concern_of_ours() -> None:
    read_config({"HOME": "/home/press", "TEARSHEETS": "1", "PORT": "x"})


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("TEARSHEET_PORT", "99999", "65535"),
        ("TEARSHEET_PORT", "http", "integer"),
        ("TEARSHEET_IMAGE_TIMEOUT_S", "0", "greater than 0"),
        ("TEARSHEET_IMAGE_MAX_BYTES", "20MB", "integer"),
        ("TEARSHEET_TEMPLATES", "/nowhere/at/all", "there is no folder `all`"),
        ("TEARSHEET_DATA", __file__, "a folder is needed"),
        ("TEARSHEET_DATABASE", "library.sqlite3", "a SQLAlchemy address"),
        ("TEARSHEET_DATABASE", "oracle+nothing://host/x", "a SQLAlchemy address"),
        ("TEARSHEET_DATABASE", "sqlite://", "a library in memory would be gone"),
        ("TEARSHEET_DATABASE", "sqlite:///:memory:", "a library in memory would be gone"),
    ],
)
def test_a_bad_value_stops_the_start_and_is_named(name: str, value: str, message: str) -> None:
    fault = the_fault(**{name: value})
    assert fault.path == name
    assert message in fault.message


@pytest.mark.parametrize("name", ["TEARSHEET_LOG_LEVEL", "TEARSHEET_LOG_FORMAT"])
def test_a_bad_choice_is_refused_with_the_valid_ones(name: str) -> None:
    fault = the_fault(**{name: "jsom"})
    assert fault.path == name
    assert fault.valid in {("json", "text"), ("debug", "info", "warning", "error")}


@pytest.mark.parametrize(
    "host", ["https://example.org", "example.org/x", "a b", "*", "*.*.org", "x:99999", "x:0", "a..b", "user@host"]
)
def test_what_is_no_image_host_is_named_by_its_place(host: str) -> None:
    fault = the_fault(TEARSHEET_IMAGE_HOSTS=f"good.example.org,{host}")
    assert fault.path == "TEARSHEET_IMAGE_HOSTS[1]"


def test_a_font_folder_that_is_not_there_is_named_by_its_place(tmp_path: Path) -> None:
    fault = the_fault(TEARSHEET_FONT_DIRS=f"{tmp_path}{os.pathsep}/nowhere")
    assert fault.path == "TEARSHEET_FONT_DIRS[1]"


def test_a_password_in_the_database_address_is_never_repeated() -> None:
    with pytest.raises(InvalidConfig) as refusal:
        read_config({"HOME": "/h", "TEARSHEET_DATABASE": "nodialect://press:s3cret@host/x"})
    assert "s3cret" not in str(refusal.value)
    assert refusal.value.faults[0].value is None
    config = Config(data=Path("/h"), database="sqlite:////s3cret/library.sqlite3")
    assert "s3cret" not in repr(config)


def test_every_fault_is_named_at_once() -> None:
    with pytest.raises(InvalidConfig) as refusal:
        read_config({"HOME": "/h", "TEARSHEET_PORT": "x", "TEARSHEET_LOG_LEVEL": "x"})
    assert [fault.path for fault in refusal.value.faults] == ["TEARSHEET_PORT", "TEARSHEET_LOG_LEVEL"]
