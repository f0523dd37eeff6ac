from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from service.article import read_article
from service.config import Config
from service.sources.library import Library
from service.stages import Submission

MakeSubmission = Callable[..., Submission]


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(data=tmp_path / "data")


@pytest.fixture
def library(config: Config) -> Library:
    return Library(config)


@pytest.fixture
def submission() -> MakeSubmission:
    def make(article_id: str = "low-ice", files: dict[str, bytes] | None = None, **fields: Any) -> Submission:
        record = {
            "id": article_id,
            "headline": "The winter of the low ice",
            "language": "en",
            "publication": {"name": "The Harbour Courier"},
            "body_text": "First.\n\nSecond.",
        }
        return Submission(read_article(record | fields), files or {})

    return make
