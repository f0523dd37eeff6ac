from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

from pypdf import PdfReader
from weasyprint.pdf import tags
from weasyprint.pdf.stream import Stream

from service.options import PrintOptions
from service.pipeline import make_pdf
from service.stages import Submission
from service.workshop import Workshop
from tests.pages.anatomy import page_texts

PARAGRAPH = "The water came at noon and nobody in the town had asked it to, it stayed until four, and it left a line."


def test_the_engine_still_has_the_functions_that_are_wrapped() -> None:
    assert callable(Stream.marked)
    assert callable(Stream.artifact)
    assert callable(tags._build_box_tree), "the engine moved its tag builder: see service/tagging.py"


def _elements(pdf: bytes) -> list[Any]:
    def walk(element: Any) -> Iterator[Any]:
        kids = element.get("/K", [])
        kids = kids.get_object() if hasattr(kids, "get_object") else kids
        for kid in kids if isinstance(kids, list) else [kids]:
            child = kid.get_object()
            if hasattr(child, "get") and "/S" in child:
                yield child
                yield from walk(child)

    return list(walk(PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]))


def _read_aloud(pdf: bytes) -> int:
    """How many pieces of marked text the structure tree reaches."""
    kids = [kid for element in _elements(pdf) for kid in element["/K"]]
    return sum(isinstance(kid, int) for kid in kids)


def test_a_pull_quote_that_repeats_the_text_is_seen_and_not_read(
    workshop: Workshop, make_submission: Callable[..., Submission]
) -> None:
    body = f"<p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>"
    plain = make_pdf(make_submission(body_html=body), PrintOptions(), workshop).pdf
    quoted = make_pdf(
        make_submission(body_html=body, pull_quotes=[{"text": "nobody in the town had asked it to"}]),
        PrintOptions(), workshop,
    ).pdf  # fmt: skip
    assert "“nobody in the town had asked it to”" in " ".join("\n".join(page_texts(quoted)).split())
    assert _read_aloud(quoted) == _read_aloud(plain)


def test_a_pull_quote_that_says_something_new_is_read(
    workshop: Workshop, make_submission: Callable[..., Submission]
) -> None:
    body = f"<p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>"
    plain = make_pdf(make_submission(body_html=body), PrintOptions(), workshop).pdf
    quoted = make_pdf(
        make_submission(body_html=body, pull_quotes=[{"text": "A tide keeps no minutes."}]), PrintOptions(), workshop
    ).pdf
    assert _read_aloud(quoted) > _read_aloud(plain)


def test_a_decorative_picture_is_no_figure_and_no_warning(
    workshop: Workshop, make_submission: Callable[..., Submission], jpeg: bytes
) -> None:
    def figures(**fields: Any) -> tuple[int, list[Any]]:
        submission = make_submission(files={"a.jpg": jpeg}, lead_figure={"src": "a.jpg", **fields})
        finished = make_pdf(submission, PrintOptions(qr="off"), workshop)
        roles = [element["/S"] for element in _elements(finished.pdf)]
        return roles.count("/Figure"), finished.report.engine_warnings

    assert figures(alt="Two boats at a quay.") == (1, [])
    assert figures(decorative=True) == (0, [])
