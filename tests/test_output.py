from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from service import output
from service.errors import OutputFailed
from service.output import check_target, write_file, write_output


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    write_file(tmp_path / "page.pdf", b"%PDF")
    assert (tmp_path / "page.pdf").read_bytes() == b"%PDF"
    assert [path.name for path in tmp_path.iterdir()] == ["page.pdf"]


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_file(tmp_path / "page.pdf", b"%PDF")
    finally:
        os.umask(old)
    assert (tmp_path / "page.pdf").stat().st_mode & 0o777 == 0o640


def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_bytes(b"old")
    (tmp_path / "page.pdf").chmod(0o604)
    write_file(tmp_path / "page.pdf", b"%PDF")
    assert (tmp_path / "page.pdf").stat().st_mode & 0o777 == 0o604


@pytest.mark.parametrize("failing", ["fsync", "fchmod"])
def test_a_failure_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "page.pdf").write_bytes(b"old")
    monkeypatch.setattr(output.os, failing, full)
    with pytest.raises(OutputFailed, match=r"`page\.pdf` cannot be written: No space left on device\."):
        write_file(tmp_path / "page.pdf", b"%PDF")
    assert (tmp_path / "page.pdf").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["page.pdf"]


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(output.os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "page.pdf", b"%PDF")
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_and_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    write_file(tmp_path / "link.pdf", b"%PDF")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"%PDF"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe, received = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: received.append(pipe.read_bytes()))
    reader.start()
    write_file(pipe, b"%PDF")
    reader.join(10)
    assert received == [b"%PDF"]
    assert pipe.is_fifo()


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    with pytest.raises(OutputFailed, match="is a folder: name a file in it"):
        check_target(str(tmp_path))


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputFailed, match="there is no folder"):
        write_file(tmp_path / "missing" / "page.pdf", b"%PDF")


def test_a_dash_is_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    check_target("-")
    write_output("-", b"\x00%PDF")
    assert capfdbinary.readouterr().out == b"\x00%PDF"
