"""Writes results: a file whole or not at all, or standard output."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from service.errors import OutputFailed

STANDARD_OUTPUT = "-"


def write_output(target: str, content: bytes) -> None:
    """Write `content` to the file `target`, or to standard output where it is `-`. Raises `OutputFailed`."""
    if target == STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        write_file(Path(target), content)


def tell(message: str) -> None:
    """Write a message to standard error. It may repeat hostile text: what would steer a terminal is shown instead."""
    shown = "".join(c if c.isprintable() or c == "\n" else c.encode("unicode_escape").decode() for c in message)
    print(shown, file=sys.stderr, flush=True)  # noqa: T201


def check_target(target: str) -> None:
    """Raise `OutputFailed` where `target` can be seen not to work, before time is spent on what goes there."""
    path = Path(target)
    if target == STANDARD_OUTPUT:
        return
    if path.is_dir():
        raise OutputFailed(f"`{target}` is a folder: name a file in it.")
    if not path.parent.is_dir():
        raise OutputFailed(f"`{target}` cannot be written: there is no folder `{path.parent}`. Make it first.")


def write_file(target: Path, content: bytes) -> None:
    """Write `content` to `target`, so that the old file, or none, is there until the new one is whole.

    A link is followed: what it leads to is replaced, and the link stays. A device or pipe is written to as it is.
    Raises `OutputFailed`.
    """
    check_target(str(target))
    try:
        target = target.resolve()
        if target.exists() and not target.is_file():
            target.write_bytes(content)
        else:
            _replace_file(target, content)
    except OSError as error:
        raise OutputFailed(f"`{target.name}` cannot be written: {error.strerror}.") from error


def _replace_file(target: Path, content: bytes) -> None:
    descriptor, temporary = tempfile.mkstemp(prefix=".tearsheet-", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fchmod(opened.fileno(), _mode_for(target))
            os.fsync(opened.fileno())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode_for(target: Path) -> int:
    # A temporary file is private; the result gets the mode of the file it replaces, or what a new file would have.
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
