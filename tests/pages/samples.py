"""Articles for tests of pages: the samples that ship, and records that stand beside a case."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from service.config import read_config
from service.sources.importing import read_articles, submissions_of
from service.stages import Submission


@cache
def samples() -> dict[str, Submission]:
    """Every sample article, by its id."""
    return _read(Path(str(files("service.samples"))))


def submission_of(spec: dict[str, Any], case: Path) -> Submission:
    """The article that a case names: `sample`, or the `article.json` in its folder."""
    if "sample" in spec:
        return samples()[spec["sample"]]
    return next(iter(_read(case / "article.json").values()))


def _read(path: Path) -> dict[str, Submission]:
    config = read_config({"TEARSHEET_DATA": "unused"})
    return {item.article.id: item for item in submissions_of(read_articles([path], config))}
