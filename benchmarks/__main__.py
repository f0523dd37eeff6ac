"""Times everything in one run, turn by turn, and writes `docs/benchmarks.md`."""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

from benchmarks import contenders
from benchmarks.articles import article_of_pages
from service import __version__
from service.config import read_config
from service.options import PrintOptions
from service.pipeline import make_html, make_pdf
from service.workshop import open_workshop

_TARGET = Path(__file__).parent.parent / "docs" / "benchmarks.md"
_LENGTHS = (1, 2, 4, 8, 16, 32)
FLOOR = "bare WeasyPrint, static fonts, parsed stylesheet (the floor)"
PIPELINE = "Tearsheet, `pipeline` call"
SERVICE = "Tearsheet, over HTTP"
CHROMIUM = "Chromium, warm, tagged, through Playwright"


def main() -> None:
    """Run every benchmark and write the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="timed runs of each contender")
    parser.add_argument("--renders", type=int, default=500, help="renders of the memory test")
    arguments = parser.parse_args()
    workshop = open_workshop(read_config({"TEARSHEET_DATA": tempfile.gettempdir()}))

    def count(submission: contenders.Submission) -> int:
        return make_pdf(submission, PrintOptions(), workshop).report.pages

    articles = {pages: article_of_pages(pages, count) for pages in _LENGTHS}
    with ExitStack() as stack:
        service = stack.enter_context(contenders.our_service(list(articles.values())))
        chromium = stack.enter_context(contenders.warm_chromium(workshop))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        two = articles[2]
        named = {
            FLOOR: contenders.engine_floor(two, workshop),
            PIPELINE: contenders.our_pipeline(two, workshop),
            SERVICE: service(two),
            CHROMIUM: chromium(two),
            **contenders.cold_peers(make_html(two, PrintOptions(), workshop), folder),
        }
        first = timed(named, arguments.rounds)
        lengths = {}
        for pages, article in articles.items():
            pair = {PIPELINE: contenders.our_pipeline(article, workshop), CHROMIUM: chromium(article)}
            lengths[pages] = timed(pair, max(3, arguments.rounds // 3))
    memory = memory_growth(arguments.renders)
    _TARGET.write_text(page_of(first, lengths, memory, arguments.rounds), encoding="utf-8")
    print(_TARGET.read_text(encoding="utf-8"))


def timed(named: Mapping[str, contenders.Contender], rounds: int) -> dict[str, tuple[float, int]]:
    """Return the median milliseconds and the pages of each contender, run turn by turn after two warm runs."""
    pages = {name: contenders.pages_of(run()) for name, run in named.items()}
    for run in named.values():
        run()
    times: dict[str, list[float]] = {name: [] for name in named}
    for _ in range(rounds):
        for name, run in named.items():
            start = perf_counter()
            run()
            times[name].append((perf_counter() - start) * 1000)
    return {name: (statistics.median(times[name]), pages[name]) for name in named}


def memory_growth(renders: int) -> tuple[int, int]:
    """Return the resident memory, in kB, of a new process after 50 renders and after `renders`."""
    script = "from benchmarks.memory import main; main()"
    done = subprocess.run([sys.executable, "-c", script, str(renders)], capture_output=True, text=True, check=True)
    early, late = done.stdout.split()
    return int(early), int(late)


def page_of(
    first: Mapping[str, tuple[float, int]],
    lengths: Mapping[int, Mapping[str, tuple[float, int]]],
    memory: tuple[int, int],
    rounds: int,
) -> str:
    """Return the Markdown page of the results."""
    floor = first[FLOOR][0]
    rows = [
        f"| {name} | {pages} | {ms:.0f} | {ms / floor:.2f} | {ms / first[CHROMIUM][0]:.2f} |"
        for name, (ms, pages) in first.items()
    ]
    length_rows = [
        f"| {pages} | {pair[PIPELINE][0]:.0f} | {pair[CHROMIUM][0]:.0f} | {pair[CHROMIUM][1]} | "
        f"{pair[PIPELINE][0] / pair[CHROMIUM][0]:.2f} |"
        for pages, pair in lengths.items()
    ]
    growth = (memory[1] / memory[0] - 1) * 100
    versions = ", ".join(f"{name} {version(name)}" for name in ("weasyprint", "pypdf", "pydyf"))
    return "\n".join([
        "# Benchmarks",
        "",
        "Written by `make bench`: everything is timed in one run on one machine, turn by turn, so that the ratios mean",
        "something; the milliseconds are this machine's.",
        "",
        f"Tearsheet {__version__}, {versions}, Python {platform.python_version()}, {os.cpu_count()} cores, "
        f"median of {rounds} rounds.",
        "",
        "## A two-page article with a 450 kB JPEG",
        "",
        "| what | pages | ms | of the floor | of Chromium |",
        "| --- | ---: | ---: | ---: | ---: |",
        *rows,
        "",
        "The programs marked cold start anew for each page, as their users run them; they print the same HTML with",
        "what they know of paged CSS, without tags.",
        "",
        "## By length",
        "",
        "The engine pays by the page, Chromium by the document.",
        "",
        "| pages | Tearsheet, ms | Chromium, ms | Chromium's pages | ratio |",
        "| ---: | ---: | ---: | ---: | ---: |",
        *length_rows,
        "",
        "## Memory",
        "",
        f"Resident memory of one process after 50 renders: {memory[0] / 1024:.0f} MiB; after the last render of the",
        f"run: {memory[1] / 1024:.0f} MiB, {growth:+.1f} %.",
        "",
    ])  # fmt: skip


if __name__ == "__main__":
    main()
