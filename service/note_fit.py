"""Brings notes from the feet of pages to the list at the end, where the engine cannot keep them at the feet.

WeasyPrint 70 does not divide a footnote over pages, so one that is longer than a page leaves the sheet; in two columns
it loses notes that come too late in a page, and it sets all notes of a page anew for every line that it tries. Works on
the engine's pages and the parsed tree, and nothing here lays out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement

# Layouts of a two-column page grow with the square of its notes: 40 notes on three pages take four times as long.
_MOST_IN_COLUMNS = 40
_LONGEST_IN_COLUMNS = 1500  # Characters, a quarter of an A4 page.


def too_many_notes(root: Element, classes: frozenset[str]) -> bool:
    """Return whether the notes under two columns are so many or so long that setting them would take many seconds."""
    lengths = [len("".join(note.itertext())) for _, note in _footnotes(root)]
    return "columns-2" in classes and (len(lengths) > _MOST_IN_COLUMNS or max(lengths, default=0) > _LONGEST_IN_COLUMNS)


def notes_fit(document: Any, root: Element) -> bool:
    """Return whether every note stands on a page, whole and below the page's top."""
    wanted = {note.get("id") for _, note in _footnotes(root)}
    placed: set[str | None] = set()
    for page in document.pages:
        for area in _note_areas(page._page_box):
            if area.position_y < page._page_box.content_box_y():
                return False
            placed.update(box.element.get("id") for box in area.descendants() if box.element is not None)
    return wanted <= placed


def list_notes(root: Element) -> None:
    """Move every note from its place in the text to the list at the end, in the order of numbers. Idempotent."""
    moved = [(parent, note) for parent, note in _footnotes(root)]
    if not moved:
        return
    items = _notes_list(root)
    for parent, note in moved:
        _take_out(parent, note)
        items.append(_as_item(note))
    items[:] = sorted(items, key=lambda item: int(item.get("id", "").removeprefix("note-") or 0))


def _footnotes(root: Element) -> Iterator[tuple[Element, Element]]:
    for parent in list(root.iter()):
        yield from ((parent, child) for child in list(parent) if child.get("class") == "footnote")


def _note_areas(page: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure import boxes

    yield from (child for child in page.children if isinstance(child, boxes.FootnoteAreaBox) and child.children)


def _take_out(parent: Element, note: Element) -> None:
    # The text after an element hangs on it, and would go with it.
    before = list(parent)[: list(parent).index(note)]
    if before:
        before[-1].tail = (before[-1].tail or "") + (note.tail or "")
    else:
        parent.text = (parent.text or "") + (note.tail or "")
    parent.remove(note)


def _as_item(note: Element) -> Element:
    item = Element("li", {"id": note.get("id", "")})
    back, *words = list(note)
    number = SubElement(item, "a", {"class": "note-number", "href": back.get("href", "")})
    number.text = (back.text or "").strip()
    text = SubElement(item, "span", {"class": "note-text"})
    text.text = back.tail
    text.extend(words)
    return item


def _notes_list(root: Element) -> Element:
    for element in root.iter("ol"):
        if element.get("class") == "notes-list":
            return element
    holder = next((element for element in root.iter() if element.get("data-notes") is not None), None)
    holder = root[-1] if holder is None else holder
    section = SubElement(holder, "section", {"class": "notes long"})
    if title := holder.get("data-notes"):
        SubElement(section, "h2").text = title
    return SubElement(section, "ol", {"class": "notes-list"})
