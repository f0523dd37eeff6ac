"""Renders one article many times and prints the resident memory, in kB, after 50 renders and after the last."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.articles import article_of_paragraphs
from service.config import read_config
from service.options import PrintOptions
from service.pipeline import make_pdf
from service.workshop import open_workshop


def main() -> None:
    """Render as often as the first argument says."""
    renders = int(sys.argv[1])
    workshop = open_workshop(read_config({"TEARSHEET_DATA": tempfile.gettempdir()}))
    submission = article_of_paragraphs(9)
    marks = []
    for number in range(1, renders + 1):
        make_pdf(submission, PrintOptions(), workshop)
        if number in (50, renders):
            marks.append(_resident_kb())
    print(*marks)


def _resident_kb() -> int:
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])
