"""Looks at laid-out pages for what a reader would call a fault."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from service.report import Overflow

_MM = 96 / 25.4  # The engine counts in CSS pixels.
_TOLERANCE_MM = 0.8
_MARGIN_COLUMN_MM = 20  # A margin wider than the other by this much holds the margin column.
_EDGE_MM = 15
_SHORT_LAST_PAGE = 5  # Lines under which a last page is not worth turning to.
_LONGEST_SHOWN = 60


def find_overflow(document: Any) -> list[Overflow]:
    """Return what reaches past the area of each page that the design prints on, largest first a page."""
    found = []
    for page_number, page in enumerate(document.pages, 1):
        worst: dict[str, float] = {}
        left, right, bottom = _printed_area(page)
        for box in _lines_and_pictures(page._page_box):
            by = max(left - box.position_x, box.position_x + box.width - right, box.position_y + box.height - bottom)
            if (by - _hanging_space(box)) / _MM > _TOLERANCE_MM:
                name = _what(box)
                worst[name] = max(by / _MM, worst.get(name, 0))
        found += [
            Overflow(page_number=page_number, what=what, by_mm=round(by, 1))
            for what, by in sorted(worst.items(), key=lambda item: -item[1])
        ]
    return found


def last_page_is_short(document: Any) -> bool:
    """Return whether the last of several pages holds fewer than five lines."""
    if len(document.pages) < 2:
        return False
    page = document.pages[-1]
    content = page._page_box.children[0]
    lines = list(_lines_and_pictures(content))
    if not lines:
        return True
    top = min(box.position_y for box in lines)
    bottom = max(box.position_y + box.height for box in lines)
    line_height = float(content.style["line_height"][0]) if isinstance(content.style["line_height"], tuple) else 18.0
    return bool(bottom - top < _SHORT_LAST_PAGE * line_height)


def _printed_area(page: Any) -> tuple[float, float, float]:
    # Headlines, pictures and pull quotes hang out into the wider margin, which carries the margin column.
    box = page._page_box
    left, right = box.margin_left, page.width - box.margin_right
    if box.margin_left - box.margin_right > _MARGIN_COLUMN_MM * _MM:
        left = _EDGE_MM * _MM
    elif box.margin_right - box.margin_left > _MARGIN_COLUMN_MM * _MM:
        right = page.width - _EDGE_MM * _MM
    return left, right, page.height - box.margin_bottom


def _lines_and_pictures(box: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout.absolute import AbsolutePlaceholder

    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    if isinstance(box, boxes.MarginBox):
        return
    if isinstance(box, boxes.LineBox | boxes.ReplacedBox):
        if box.width:
            yield box
        return
    for child in getattr(box, "children", ()):
        yield from _lines_and_pictures(child)


def _hanging_space(line: Any) -> float:
    # CSS Text 4, 6.4: the space at the end of a line of preserved text hangs, and shows nothing there.
    text = "".join(_texts(line))
    return (len(text) - len(text.rstrip(" "))) * float(line.style["font_size"])


def _what(box: Any) -> str:
    text = "".join(_texts(box)).strip()
    return f"{(box.element_tag or 'text').partition('::')[0]}: {text[:_LONGEST_SHOWN]}"


def _texts(box: Any) -> Iterator[str]:
    if hasattr(box, "text"):
        yield box.text
    for child in getattr(box, "children", ()):
        yield from _texts(child)
