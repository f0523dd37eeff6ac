from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
import structlog

from service.config import Config
from service.stage_log import configure_stage_log

Level = Literal["debug", "info", "warning", "error"]


@pytest.fixture(autouse=True)
def _configuration() -> Iterator[None]:
    kept = structlog.get_config()
    yield
    structlog.configure(**kept)


def test_a_stage_logs_to_standard_error_and_never_to_the_results(capsys: pytest.CaptureFixture[str]) -> None:
    configure_stage_log(Config(data=Path("/nowhere"), log_format="json"))
    structlog.get_logger().info("image_missing", src="quay.jpg")
    out, err = capsys.readouterr()
    assert out == ""
    line = json.loads(err)
    assert (line["event"], line["level"], line["src"]) == ("image_missing", "info", "quay.jpg")


@pytest.mark.parametrize(
    ("level", "at_least", "told"),
    [
        ("info", None, ["info", "warning"]),
        ("warning", None, ["warning"]),
        ("info", "warning", ["warning"]),
        ("debug", "warning", ["debug", "info", "warning"]),
    ],
)
def test_a_line_below_the_level_is_left_out(
    level: Level, at_least: str | None, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    configure_stage_log(Config(data=Path("/nowhere"), log_format="json", log_level=level), at_least)
    for method in ("debug", "info", "warning"):
        getattr(structlog.get_logger(), method)("said")
    assert [json.loads(line)["level"] for line in capsys.readouterr().err.splitlines()] == told


def test_a_traceback_holds_no_local_variable(capsys: pytest.CaptureFixture[str]) -> None:
    configure_stage_log(Config(data=Path("/nowhere"), log_format="json"))
    body = "a secret draft"
    try:
        raise ValueError(len(body))
    except ValueError:
        structlog.get_logger().exception("failed")
    err = capsys.readouterr().err
    assert "ValueError: 14" in err
    assert "a secret draft" not in err
