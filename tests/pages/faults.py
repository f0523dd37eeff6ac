"""Counts what a reader would call a fault on laid-out pages, from the engine's boxes.

The list is the art direction's: single lines, stranded headings, runts, ladders of hyphens, loose lines, holes,
short last pages, split rows. `python -m tests.pages.faults [OPTION=VALUE ...]` prints them for every sample.
"""

from __future__ import annotations

import itertools
import statistics
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_MM = 96 / 25.4
_HYPHENS = ("-", "\u2010", "\u00ad")


@dataclass(frozen=True)
class PageFault:
    """One fault: its kind, the page (from 1), and the text where it shows."""

    kind: str
    page_number: int
    text: str

    def __str__(self) -> str:
        return f"p. {self.page_number}: {self.kind}: {self.text}"


@dataclass(frozen=True)
class _Line:
    page_number: int
    column: int
    element: Any
    text: str
    top: float
    bottom: float
    word_space: float


def page_faults(document: Any) -> list[PageFault]:
    """Return the faults of a document that WeasyPrint has laid out."""
    lines = [line for number, page in enumerate(document.pages, 1) for line in _body_lines(number, page)]
    found = [*_paragraph_faults(lines), *_heading_faults(lines), *_loose_lines(lines), *_holes(document)]
    return sorted(found, key=lambda fault: fault.page_number)


def _body_lines(page_number: int, page: Any) -> Iterator[_Line]:
    for column, line in _walk(page._page_box, 0):
        text = "".join(_texts(line)).strip()
        if text:
            yield _Line(
                page_number, column, line.element, text, line.position_y, line.position_y + line.height, _spacing(line)
            )


def _walk(box: Any, column: int) -> Iterator[tuple[int, Any]]:
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout.absolute import AbsolutePlaceholder

    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    if isinstance(box, boxes.MarginBox):
        return
    if isinstance(box, boxes.LineBox):
        yield column, box
        return
    split = getattr(box, "element", None) is not None and box.style["column_count"] not in ("auto", 1)
    for child in getattr(box, "children", ()):
        if not _is_end_matter(child):
            yield from _walk(child, round(child.position_x) if split else column)


def _is_end_matter(box: Any) -> bool:
    # Its sections are a line or two each, in columns: what is a fault in text is none there.
    return getattr(box, "element", None) is not None and "end-matter" in box.element.get("class", "").split()


def _texts(box: Any) -> Iterator[str]:
    if hasattr(box, "text"):
        yield box.text
    for child in getattr(box, "children", ()):
        yield from _texts(child)


def _spacing(line: Any) -> float:
    return max((getattr(box, "justification_spacing", 0) or 0 for box in line.descendants()), default=0.0)


def _paragraph_faults(lines: list[_Line]) -> Iterator[PageFault]:
    paragraphs: dict[int, list[_Line]] = {}
    for line in lines:
        if line.element is not None and line.element.tag in ("p", "li", "dd", "blockquote"):
            paragraphs.setdefault(id(line.element), []).append(line)
    for paragraph in paragraphs.values():
        yield from _split_faults(paragraph)
        if len(paragraph) < 2:
            continue
        last, before = paragraph[-1], paragraph[-2]
        if len(last.text) < 4 or (before.text.endswith(_HYPHENS) and " " not in last.text):
            yield PageFault("runt", last.page_number, f"{before.text[-20:]} | {last.text}")
        run = 0
        for line in paragraph:
            run = run + 1 if line.text.endswith(_HYPHENS) else 0
            if run == 3:
                yield PageFault("ladder of hyphens", line.page_number, line.text[-30:])


def _split_faults(paragraph: list[_Line]) -> Iterator[PageFault]:
    places = Counter((line.page_number, line.column) for line in paragraph)
    if len(places) < 2:
        return
    ordered = list(dict.fromkeys((line.page_number, line.column) for line in paragraph))
    if places[ordered[0]] == 1:
        yield PageFault("first line alone", ordered[0][0], paragraph[0].text[:40])
    if places[ordered[-1]] == 1:
        yield PageFault("last line alone", ordered[-1][0], paragraph[-1].text[:40])
    for before, after in itertools.pairwise(paragraph):
        if before.page_number != after.page_number and before.text.endswith(_HYPHENS):
            yield PageFault("page ends in a hyphen", before.page_number, before.text[-30:])


def _heading_faults(lines: list[_Line]) -> Iterator[PageFault]:
    for at, line in enumerate(lines):
        if line.element is None or line.element.tag not in ("h2", "h3", "h4"):
            continue
        after = [other for other in lines[at + 1 : at + 6] if other.element is not line.element][:2]
        together = [o for o in after if (o.page_number, o.column) == (line.page_number, line.column)]
        if len(together) < len(after):
            yield PageFault("stranded heading", line.page_number, line.text[:40])


def _loose_lines(lines: list[_Line]) -> Iterator[PageFault]:
    spaced = [line for line in lines if line.word_space > 0]
    if len(spaced) < 10:
        return
    # A word space of Literata is 0.25 em: 2.5 pt or 3.3 px at the size of the text.
    natural = 3.3
    median = statistics.median(natural + line.word_space for line in spaced)
    for line in spaced:
        if natural + line.word_space > 2.2 * median:
            yield PageFault("loose line", line.page_number, line.text[:50])


def _holes(document: Any) -> Iterator[PageFault]:
    for number, page in enumerate(document.pages, 1):
        box = page._page_box
        height = box.height
        bottoms = [line.position_y + line.height for line in _drawn(box)]
        if not bottoms:
            yield PageFault("blank page", number, "")
            continue
        used = max(bottoms) - box.content_box_y()
        upright = page.height > page.width  # A turned page holds its table and nothing else.
        if number < len(document.pages) and used < 0.8 * height and upright:
            yield PageFault("hole", number, f"{(height - used) / _MM:.0f} mm empty")
        if number == len(document.pages) > 1 and used < 5 * 18:
            yield PageFault("short last page", number, f"{used / _MM:.0f} mm used")


def _drawn(box: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure import boxes

    for child in getattr(box, "children", ()):
        if isinstance(child, boxes.LineBox | boxes.ReplacedBox):
            yield child
        elif not isinstance(child, boxes.MarginBox):
            yield from _drawn(child)


def main() -> None:
    """Print the faults of every sample with the options given."""
    from service.config import read_config
    from service.options import read_options
    from service.prepare import prepare_article
    from service.print_html import lay_out
    from service.workshop import open_workshop
    from tests.pages.samples import samples

    config = read_config()
    workshop = open_workshop(config)
    options = read_options(dict(argument.split("=") for argument in sys.argv[1:]))
    total = pages = 0
    for submission in samples().values():
        page = lay_out(prepare_article(submission, options, config), options, workshop.stationery)
        document = workshop.typesetter._lay_out(page)[0]
        found = page_faults(document)
        total, pages = total + len(found), pages + len(document.pages)
        print(f"{submission.article.id}: {len(document.pages)} pages, {len(found)} faults")  # noqa: T201
        for fault in found:
            print(f"    {fault}")  # noqa: T201
    print(f"{total} faults on {pages} pages")  # noqa: T201


if __name__ == "__main__":
    main()
