"""What is inside a finished PDF, read with pypdf and PDFium: independent of the code that made it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pypdfium2
from PIL import Image, ImageChops, ImageStat
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page in drawing order, a line each, without space at the ends of lines."""
    texts = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            lines = text.get_text_range().replace("\r\n", "\n").replace("\ufffe", "-").splitlines()
            texts.append("\n".join(line.strip() for line in lines if line.strip()))
            text.close()
            page.close()
    return texts


def outline_of(pdf: bytes) -> list[str]:
    """The bookmarks, indented by their level, with the number of the page that they lead to."""
    reader = PdfReader(io.BytesIO(pdf))

    def walk(items: list[Any], depth: int) -> Iterator[str]:
        for item in items:
            if isinstance(item, list):
                yield from walk(item, depth + 1)
            else:
                yield f"{'  ' * depth}{item.title} → {reader.get_destination_page_number(item) + 1}"

    return list(walk(reader.outline, 0))


def roles_of(pdf: bytes) -> list[str]:
    """The roles of the structure tree, indented; runs of the same childless role are counted."""
    reader = PdfReader(io.BytesIO(pdf))
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    lines: list[str] = []
    for depth, role in _roles(root, 0):
        line = f"{'  ' * depth}{role}"
        if lines and lines[-1].partition(" ×")[0] == line:
            count = int(lines[-1].partition(" ×")[2] or 1)
            lines[-1] = f"{line} ×{count + 1}"
        else:
            lines.append(line)
    return lines


def _roles(element: DictionaryObject, depth: int) -> Iterator[tuple[int, str]]:
    role = element.get("/S")
    if role is not None and role not in ("/NonStruct", "/Span", "/Div"):
        yield depth, str(role).removeprefix("/")
        depth += 1
    kids = element.get("/K", [])
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        child = kid.get_object()
        if isinstance(child, DictionaryObject) and "/S" in child:
            yield from _roles(child, depth)


def picture_of(pdf: bytes, page_number: int, dpi: int = 50) -> Image.Image:
    """A page as a picture; `page_number` counts from 1."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[page_number - 1]
        bitmap = page.render(scale=dpi / 72)
        picture: Image.Image = bitmap.to_pil().convert("RGB")
        bitmap.close()
        page.close()
    return picture


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are apart: 0 the same, 1 black against white; 1 too if their sizes differ."""
    if one.size != other.size:
        return 1.0
    mean = ImageStat.Stat(ImageChops.difference(one, other).convert("L")).mean[0]
    return mean / 255
