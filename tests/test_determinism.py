"""The same article and options give the same bytes, whatever surrounds the process that makes them."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from service.config import Config
from service.options import read_options
from service.pipeline import make_html, make_pdf
from service.stages import Submission
from service.workshop import Workshop, open_workshop
from tests.pages.printing import Press
from tests.pages.samples import samples

pytestmark = pytest.mark.xdist_group("claims-determinism")
SAMPLES = ["ar-khatt", "every-hard-thing"]
LIBRARY = Path(str(files("service.samples")))
SURROUNDINGS: dict[str, dict[str, str]] = {
    "hash seed 4711, Kiritimati": {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati"},
    "Honolulu, another language": {"TZ": "Pacific/Honolulu", "LANG": "de_DE.UTF-8", "LC_ALL": "C", "LANGUAGE": "fr"},
    "another home": {"HOME": "elsewhere", "XDG_CACHE_HOME": "cache", "USER": "someone", "HOSTNAME": "otherhost"},
}


def _tearsheet(folder: Path, surroundings: dict[str, str], *arguments: str) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TEARSHEET_")}
    environ = {**kept, "TEARSHEET_DATA": str(folder / "data"), **surroundings}
    command = [sys.executable, "-c", "from service.cli import main; main()", *arguments]
    root = str(Path(__file__).parent.parent)
    done = subprocess.run(
        command, cwd=folder, env={**environ, "PYTHONPATH": root}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("place", SURROUNDINGS)
def test_another_process_time_zone_folder_and_hash_seed_give_the_same_bytes(
    place: str, press: Press, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    for sample in SAMPLES:
        _tearsheet(tmp_path, SURROUNDINGS[place], "pdf", str(LIBRARY / sample / "article.json"), "-o", f"{sample}.pdf")
        made = (tmp_path / f"{sample}.pdf").read_bytes()
        assert hashlib.sha256(made).hexdigest() == press(sample).report.sha256, sample


def test_what_was_rendered_before_leaves_no_trace(config: Config, press: Press) -> None:
    options = read_options({"columns": 2})
    fresh = open_workshop(config)
    for sample in ("zh-chashan", *SAMPLES):
        make_pdf(samples()[sample], options, fresh)
    for sample in reversed(SAMPLES):
        assert make_pdf(samples()[sample], read_options({}), fresh).pdf == press(sample).pdf


def test_the_print_page_is_the_same_each_time(workshop: Workshop) -> None:
    for sample in SAMPLES:
        pages = {make_html(samples()[sample], read_options({}), workshop) for _ in range(2)}
        assert len(pages) == 1


def test_another_option_or_word_gives_other_bytes(press: Press, make_submission: Callable[..., Submission]) -> None:
    one, other = make_submission(), make_submission(body_text="The water came at noon and left at five.")
    digests = {
        press(one).report.sha256, press(other).report.sha256, press(one, paper="letter").report.sha256,
        press(one, qr="off").report.sha256, press(one, printed_on="2026-03-09").report.sha256,
    }  # fmt: skip
    assert len(digests) == 5


def test_no_page_and_no_file_names_the_machine(press: Press) -> None:
    pdf = press("harbour-wall-vote").pdf
    for trace in (str(Path.cwd()), str(Path.home()), sys.prefix):
        assert trace.encode() not in pdf
