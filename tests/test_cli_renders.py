"""The command line over the real pipeline: what a shell sees of a whole render."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from service.cli import main

RECORD = {
    "id": "low-ice", "headline": "The winter of the low ice", "language": "en", "publication": {"name": "Courier"},
    "published_at": "2026-03-03T00:30:00+02:00", "lead_figure": {"src": "quay.jpg", "alt": "A stone quay."},
    "body_text": "The ice came late.\n\nIt stayed for eleven weeks.",
}  # fmt: skip
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("TEARSHEET_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("TEARSHEET_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str) -> tuple[int, str, str]:
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert isinstance(ended.value.code, int)
        return (ended.value.code, *capfd.readouterr())

    return run


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "low-ice" / "article.json"
    path.parent.mkdir()
    path.write_text(json.dumps(RECORD))
    Image.new("RGB", (1200, 800), "#446677").save(path.parent / "quay.jpg")
    return path


def test_an_id_a_file_and_the_network_give_the_same_bytes(run: Run, record: Path, tmp_path: Path) -> None:
    assert run("import", str(record))[:2] == (0, "low-ice\n")
    assert run("pdf", "low-ice", "--report", "report.json", "--keep-work", "work") == (0, "low-ice.pdf\n", "")
    assert run("pdf", str(record), "-o", "from-file.pdf") == (0, "from-file.pdf\n", "")
    pdf = (tmp_path / "low-ice.pdf").read_bytes()
    assert pdf == (tmp_path / "from-file.pdf").read_bytes()
    report = json.loads((tmp_path / "report.json").read_text())
    assert (report["sha256"], report["bytes"]) == (hashlib.sha256(pdf).hexdigest(), len(pdf))
    assert report["pages"] == len(PdfReader(io.BytesIO(pdf)).pages)
    assert {"1-prepared.html", "2-print.html", "3-typeset.pdf"} <= {path.name for path in (tmp_path / "work").iterdir()}
    with subprocess.Popen(
        [sys.executable, "-c", "from service.cli import main; main()", "serve", "--port", "0", "--workers", "1"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as serving:  # fmt: skip
        assert serving.stdout is not None
        address = serving.stdout.readline().strip()
        with urllib.request.urlopen(f"{address}articles/low-ice.pdf", timeout=60) as response:
            assert response.read() == pdf
        serving.terminate()
    assert serving.returncode == 0


def test_the_options_reach_the_page(run: Run, record: Path, tmp_path: Path) -> None:
    assert run("pdf", str(record), "--paper", "letter", "--images", "none")[0] == 0
    reader = PdfReader(tmp_path / "low-ice.pdf")
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [612, 792]
    assert not list(reader.pages[0].images)


def test_a_page_that_hurts_nobody_passes_strictly(run: Run, record: Path) -> None:
    assert run("pdf", str(record), "--strict", "--qr", "off") == (0, "low-ice.pdf\n", "")


def test_a_missing_picture_is_told_and_refused_strictly(run: Run, record: Path, tmp_path: Path) -> None:
    (record.parent / "quay.jpg").unlink()
    code, out, err = run("pdf", str(record))
    assert (code, out) == (0, "low-ice.pdf\n")
    assert err.startswith("Warning: missing image: src: quay.jpg, ")
    (tmp_path / "low-ice.pdf").unlink()
    code, out, err = run("pdf", str(record), "--strict", "--report", "-")
    assert code == 4
    assert json.loads(out)["missing_images"][0]["src"] == "quay.jpg"
    assert "would hurt a reader" in err
    assert not (tmp_path / "low-ice.pdf").exists()


def test_the_print_page_is_one_file_that_needs_no_other(run: Run, record: Path, tmp_path: Path) -> None:
    assert run("html", str(record)) == (0, "low-ice.html\n", "")
    page = (tmp_path / "low-ice.html").read_text()
    assert "The winter of the low ice" in page
    assert "data:image/jpeg;base64," in page
    assert "quay.jpg" not in page
