"""Fills the holes that pictures and tables leave: a picture that does not fit on a page lets the text run on before it.

The engine knows no floats to the top of the next page, so after a layout this looks where a page ends early because
the next block could not be divided, and proposes one change: set the picture a little smaller, or let the paragraphs
after it come first. It works on the engine's boxes and the parsed tree, and nothing here lays out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

_MM = 96 / 25.4  # The engine counts in CSS pixels.
_HOLE = 0.16  # Share of the text area that may stay empty at a page's foot.
_SMALLEST_SHRINK = 0.62  # A picture is set no smaller than this share of its height.
_LEAST_PICTURE_MM = 42
_RUN_ON = frozenset({"p", "ul", "ol", "dl", "h2", "h3", "h4", "pre"})
_MOST_MOVED = 8


@dataclass(frozen=True)
class _Fragment:
    """A part of a block on one page; positions and heights in px, margins included in `height`."""

    element: Element
    box: Any
    bottom: float
    height: float


@dataclass(frozen=True)
class Change:
    """One proposal: `block` is set `max_height_px` tall, or comes after `after` instead of where it stands."""

    block: Element
    after: Element | None = None
    max_height_px: float | None = None


def emptiness(document: Any) -> tuple[int, float]:
    """Return how bad the pages are: their number, and the empty share at the foot of all but the last."""
    holes = [_hole(page)[1] for page in document.pages[:-1]]
    return len(document.pages), sum(share for share in holes if share > _HOLE)


def find_change(document: Any, root: Element, tried: set[str]) -> Change | None:
    """Return a change that would fill the first hole that can be filled, of blocks not in `tried`, or None."""
    pages = [list(_fragments(page._page_box)) for page in document.pages]
    seen: set[int] = set()
    heights: dict[int, float] = {}
    for fragments in pages:
        for fragment in fragments:
            heights[id(fragment.element)] = heights.get(id(fragment.element), 0) + fragment.height
    for index, page in enumerate(document.pages[:-1]):
        seen.update(id(fragment.element) for fragment in pages[index])
        hole, share = _hole(page)
        if share <= _HOLE:
            continue
        block = _pushed_block(pages[index + 1], seen)
        if block is None or block.element.get("data-block", "") in tried:
            continue
        if change := _shrunk(block, hole) or _deferred(block, hole, siblings_of(root, block.element), heights):
            return change
    return None


def apply_change(root: Element, change: Change) -> None:
    """Change the tree as proposed."""
    if change.max_height_px is not None:
        for picture in change.block.iter("img"):
            picture.set("style", f"max-height: {change.max_height_px:.2f}px")
    if change.after is not None:
        parent = next(element for element in root.iter() if change.block in list(element))
        parent.remove(change.block)
        parent.insert(list(parent).index(change.after) + 1, change.block)


def revert_change(root: Element, change: Change, order: list[Element]) -> None:
    """Undo a change; `order` is the order of the parent's children before it."""
    if change.max_height_px is not None:
        for picture in change.block.iter("img"):
            picture.attrib.pop("style", None)
    if change.after is not None:
        parent = next(element for element in root.iter() if change.block in list(element))
        parent[:] = order


def siblings_of(root: Element, block: Element) -> list[Element]:
    """Return the children of a block's parent, in order."""
    return list(next(element for element in root.iter() if block in list(element)))


def _hole(page: Any) -> tuple[float, float]:
    """Return how much of a page's foot is empty, in px and as a share of the text area."""
    box = page._page_box
    used = max((fragment.bottom for fragment in _fragments(box)), default=box.content_box_y())
    foot = min([box.content_box_y() + box.height, *(note.position_y for note in _footnotes(box))])
    return foot - used, (foot - used) / box.height


def _footnotes(box: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure import boxes

    yield from (child for child in box.children if isinstance(child, boxes.FootnoteAreaBox) and child.children)


def _fragments(box: Any) -> Iterator[_Fragment]:
    from weasyprint.formatting_structure import boxes

    for child in box.children:
        if isinstance(child, boxes.MarginBox | boxes.FootnoteAreaBox | boxes.TextBox) or not hasattr(child, "element"):
            continue
        element = child.element
        if element is not None and _is_unit(element):
            bottom = child.position_y + child.margin_top + child.border_height()
            yield _Fragment(element, child, bottom, child.margin_height())
        elif hasattr(child, "children"):
            yield from _fragments(child)


def _is_unit(element: Element) -> bool:
    return element.get("data-block") is not None or element.tag in ("header", "footer")


def _pushed_block(fragments: list[_Fragment], seen: set[int]) -> _Fragment | None:
    # A heading that precedes the picture went over with it.
    for fragment in fragments[:3]:
        if id(fragment.element) in seen:
            return None
        if fragment.element.tag in ("figure", "aside", "div"):
            return fragment
        if fragment.element.tag not in ("h2", "h3", "h4"):
            return None
    return None


def _shrunk(block: _Fragment, hole: float) -> Change | None:
    pictures = list(block.element.iter("img"))
    if block.element.tag != "figure" or len(pictures) != 1:
        return None
    picture = _picture_height(block)
    room = hole - (block.height - picture)
    if room >= max(_SMALLEST_SHRINK * picture, _LEAST_PICTURE_MM * _MM):
        return Change(block.element, max_height_px=room - 1)
    return None


def _picture_height(block: _Fragment) -> float:
    from weasyprint.formatting_structure import boxes

    return max((box.height for box in block.box.descendants() if isinstance(box, boxes.ReplacedBox)), default=0.0)


def _deferred(block: _Fragment, hole: float, siblings: list[Element], heights: dict[int, float]) -> Change | None:
    landscape = "landscape" in block.element.get("class", "").split() and block.element.tag == "div"
    filled, after = 0.0, None
    at = siblings.index(block.element) + 1
    for element in siblings[at : at + _MOST_MOVED]:
        height = heights.get(id(element), 0.0)
        if element.tag not in _RUN_ON or (landscape and filled + height > hole):
            break
        filled += height
        # A picture after a heading would part it from its text.
        if element.tag not in ("h2", "h3", "h4"):
            after = element
        if filled >= hole:
            break
    return Change(block.element, after=after) if after is not None else None
