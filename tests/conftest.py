from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from service.article import read_article
from service.config import Config, read_config
from service.stages import Submission
from service.workshop import Workshop, open_workshop
from tests.pages.printing import Press


@pytest.fixture(scope="session")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    """A configuration that keeps nothing and fetches nothing."""
    return read_config({"TEARSHEET_DATA": str(tmp_path_factory.mktemp("data"))})


@pytest.fixture(scope="session")
def workshop(config: Config) -> Workshop:
    """One warm workshop for all tests of this process: the engine reads its fonts once."""
    return open_workshop(config)


@pytest.fixture(scope="session")
def press(workshop: Workshop) -> Press:
    """Prints an article with options, once for all tests of this process."""
    return Press(workshop)


@pytest.fixture(scope="session")
def make_submission() -> Callable[..., Submission]:
    """A maker of small valid articles: keyword arguments replace fields, `files` adds pictures."""

    def make(files: dict[str, bytes] | None = None, **fields: Any) -> Submission:
        record = {
            "id": "tide",
            "language": "en-GB",
            "publication": {"name": "The Harbour Courier"},
            "headline": "The tide at the wall",
            "canonical_url": "https://courier.example/tide",
            "published_at": "2026-03-03T08:00:00+01:00",
            "authors": [{"name": "Anna Holm"}],
            **fields,
        }
        if "body_html" not in record and "body_text" not in record:
            record["body_text"] = "The water came at noon and left at four."
        record = {name: value for name, value in record.items() if value is not None}
        return Submission(read_article(json.dumps(record)), files or {})

    return make


@pytest.fixture(scope="session")
def jpeg() -> bytes:
    """A small upright sRGB JPEG, 1600 by 900."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize((1600, 900)).convert("RGB").save(out, "JPEG", quality=80)
    return out.getvalue()


def golden_cases(group: str) -> list[Any]:
    """The case folders of a group, as parameters named after them."""
    folder = Path(__file__).parent / "golden" / group
    return [pytest.param(case, id=case.name) for case in sorted(folder.iterdir()) if case.is_dir()]
