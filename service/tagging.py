"""What a screen reader does not hear: pull quotes that repeat the text, and pictures that carry no meaning.

The engine (WeasyPrint 70) tags whatever it draws and has no notion of `aria-hidden`, so two of its internal functions
are wrapped here, and nowhere else; `tests/test_tagging.py` fails clearly when an upgrade moves them. Delete this file
when the engine makes artifacts (ISO 32000-1, 14.8.2.2) of what `aria-hidden` and an empty `alt` mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, wraps
from typing import Any
from xml.etree.ElementTree import Element

_hidden: set[Element] = set()


@contextmanager
def only_what_is_read(root: Element) -> Iterator[None]:
    """Within it, a PDF is written whose tags leave out what the page says is not read. One render at a time."""
    _wrap_engine()
    _hidden.update(_not_read(root))
    try:
        yield
    finally:
        _hidden.clear()


def _not_read(root: Element) -> Iterator[Element]:
    for element in root.iter():
        if element.get("aria-hidden") == "true":
            yield from element.iter()
        elif element.tag == "img" and element.get("alt") == "":
            yield element


@cache
def _wrap_engine() -> None:
    from weasyprint.pdf import tags
    from weasyprint.pdf.stream import Stream

    mark, build = Stream.marked, tags._build_box_tree

    @contextmanager
    def marked(stream: Any, box: Any, tag: str) -> Iterator[None]:
        with stream.artifact() if box.element in _hidden else mark(stream, box, tag):
            yield

    @wraps(build)
    def build_box_tree(box: Any, *arguments: Any) -> Iterator[Any]:
        if getattr(box, "_box", box).element not in _hidden:  # An absolute box stands in for its own.
            yield from build(box, *arguments)

    Stream.marked, tags._build_box_tree = marked, build_box_tree
