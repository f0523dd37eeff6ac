"""Log lines and results keep apart."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import structlog

from service.config import Config
from service.logs import configure_logs

COMMAND = [sys.executable, "-c", "from service.cli import main; main()"]


@pytest.fixture(autouse=True)
def _as_it_was() -> None:
    yield  # type: ignore[misc]
    structlog.reset_defaults()


def test_a_pdf_on_standard_output_is_nothing_but_the_pdf(tmp_path: Path) -> None:
    record = {
        "id": "low-ice",
        "publication": {"name": "The Harbour Courier"},
        "headline": "The winter of the low ice",
        "lead_figure": {"src": "https://pictures.example/quay.jpg", "alt": "The quay."},
        "body_text": "It was quiet.",
    }
    (tmp_path / "article.json").write_text(json.dumps(record), encoding="utf-8")
    environment = {**os.environ, "TEARSHEET_DATA": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[1])}
    ran = subprocess.run(
        [*COMMAND, "pdf", "article.json", "-o", "-"], capture_output=True, check=True, env=environment, cwd=tmp_path
    )
    assert ran.stdout.startswith(b"%PDF-")
    assert ran.stdout.rstrip().endswith(b"%%EOF")
    assert b"pictures.example" in ran.stderr


def test_lines_are_json_where_that_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs(Config(data=tmp_path, log_format="json"))
    structlog.get_logger().info("fetched", host="pictures.example")
    told = capsys.readouterr()
    assert told.out == ""
    assert json.loads(told.err)["host"] == "pictures.example"


def test_a_cause_is_written_without_local_variables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs(Config(data=tmp_path, log_format="json"))
    try:
        body = "".join(["whole ", "article"])
        raise OSError(len(body))
    except OSError:
        structlog.get_logger().exception("failure")
    err = capsys.readouterr().err
    assert "OSError" in err
    assert "whole article" not in err


def test_a_shell_hears_no_line_of_level_info_unless_it_asks_for_more(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for level, heard in (("info", False), ("debug", True)):
        configure_logs(Config(data=tmp_path, log_level=level), from_shell=True)
        structlog.get_logger().info("fetched")
        assert ("fetched" in capsys.readouterr().err) is heard
