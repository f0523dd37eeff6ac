from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from service.config import read_config
from service.options import PrintOptions
from service.pipeline import make_html
from service.stages import Submission
from service.templates import open_stationery, shipped_templates
from service.workshop import Workshop

DOCS = Path(__file__).parent.parent / "docs" / "templates.md"


@pytest.fixture
def review(tmp_path: Path) -> Path:
    """The worked example of the documentation, written out as its reader would."""
    text = DOCS.read_text(encoding="utf-8")
    for name, content in re.findall(r"`review/([\w./]+)`[^`]*?```\w+\n(.*?)```", text, re.DOTALL):
        target = tmp_path / "review" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    assert len(list((tmp_path / "review").rglob("*.*"))) == 4
    return tmp_path / "review"


def _page(folder: Path, workshop: Workshop, submission: Submission) -> str:
    config = read_config({"TEARSHEET_DATA": str(folder), "TEARSHEET_TEMPLATES": str(folder)})
    own = Workshop(config, open_stationery(config), workshop.typesetter)
    return make_html(submission, PrintOptions(), own)


def test_the_documented_example_changes_what_it_says(
    review: Path, workshop: Workshop, make_submission: Callable[..., Submission]
) -> None:
    html = _page(review, workshop, make_submission())
    assert "2.4pt double" in html
    assert '"Northern Serif"' in html
    assert "<h2>Text</h2>" in html
    assert "The Northern Review appears four times a year." in html
    assert ".masthead-tagline" in html, "what the example does not override is still ours"


def test_an_override_is_escaped_like_our_own(
    tmp_path: Path, workshop: Workshop, make_submission: Callable[..., Submission]
) -> None:
    (tmp_path / "_about.html").write_text("<p>{{ article.headline }}</p>", encoding="utf-8")
    html = _page(tmp_path, workshop, make_submission(headline="Tide <script>alert(1)</script>"))
    assert "<script>" not in html


def test_every_template_that_ships_is_documented() -> None:
    documented = DOCS.read_text(encoding="utf-8")
    for path in shipped_templates().rglob("*"):
        if path.is_file() and path.suffix != ".toml":
            assert f"`{path.relative_to(shipped_templates())}`" in documented, path.name


def test_a_wheel_carries_the_templates(tmp_path: Path) -> None:
    import subprocess
    import sys
    import zipfile

    root = Path(__file__).parent.parent
    for name in ("service", "print_templates"):
        shutil.copytree(root / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(root / name, tmp_path / name)
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", "out", "."],
        cwd=tmp_path, check=True, capture_output=True,
    )  # fmt: skip
    names = zipfile.ZipFile(next((tmp_path / "out").glob("*.whl"))).namelist()
    assert "service/_print_templates/css/article.css" in names
    assert "service/_print_templates/labels/en.toml" in names
    assert "service/samples/low-ice/article.json" in names
