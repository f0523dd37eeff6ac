"""Where the letters of a finished PDF stand, read with PDFium: characters with their sizes, faces and baselines.

All measures are in points from the upper left corner of the sheet; pages count from 1.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4


@dataclass(frozen=True)
class Glyph:
    """One drawn character. `x` and `baseline` are its origin; `size` is in pt; `font` has no subset prefix.

    `left`, `right`, `top` and `bottom` are the edges of its ink. A space that PDFium infers from a gap has no ink.
    """

    page: int
    text: str
    x: float
    baseline: float
    left: float
    right: float
    top: float
    bottom: float
    size: float
    font: str
    ink: tuple[int, int, int]

    @property
    def drawn(self) -> bool:
        return self.right - self.left > 0.01 and bool(self.text.strip())


@dataclass(frozen=True)
class Line:
    """Characters on one baseline, in the order in which they are drawn."""

    glyphs: tuple[Glyph, ...]

    @property
    def page(self) -> int:
        return self.glyphs[0].page

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs).strip()

    @property
    def x(self) -> float:
        return min(glyph.left for glyph in self.glyphs if glyph.drawn)

    @property
    def right(self) -> float:
        return max(glyph.right for glyph in self.glyphs if glyph.drawn)

    @property
    def baseline(self) -> float:
        return self.glyphs[0].baseline

    @property
    def size(self) -> float:
        """The commonest size on the line."""
        sizes = [round(glyph.size, 2) for glyph in self.glyphs if glyph.text.strip()] or [0.0]
        return max(set(sizes), key=sizes.count)

    @property
    def font(self) -> str:
        """The commonest face on the line."""
        fonts = [glyph.font for glyph in self.glyphs if glyph.text.strip()] or [""]
        return max(sorted(set(fonts)), key=fonts.count)


@cache
def glyphs_of(pdf: bytes) -> tuple[Glyph, ...]:
    """Return every character of the PDF in drawing order, line ends apart."""
    found: list[Glyph] = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, 1):
            text = page.get_textpage()
            found.extend(_glyphs(text.raw, number, page.get_height()))
            text.close()
            page.close()
    return tuple(found)


@cache
def lines_of(pdf: bytes) -> tuple[Line, ...]:
    """Return the lines in drawing order: a new one at each change of baseline, at each gap and at each page."""
    lines: list[list[Glyph]] = []
    last: Glyph | None = None
    for glyph in glyphs_of(pdf):
        if not glyph.drawn:
            if lines:
                lines[-1].append(glyph)
            continue
        if last is None or _parted(last, glyph):
            lines.append([])
        lines[-1].append(glyph)
        last = glyph
    return tuple(Line(tuple(line)) for line in lines)


def _parted(before: Glyph, glyph: Glyph) -> bool:
    # A note number or an exponent is raised by less than this; a gap is wider than any word space.
    raised = abs(glyph.baseline - before.baseline) > 0.55 * max(glyph.size, before.size)
    apart = glyph.left - before.right > 18 or before.left - glyph.right > 18
    return glyph.page != before.page or raised or apart


def _glyphs(text: pdfium.FPDF_TEXTPAGE, page: int, height: float) -> Iterator[Glyph]:
    box, point = [ctypes.c_double() for _ in range(4)], [ctypes.c_double() for _ in range(2)]
    name, flags, matrix = ctypes.create_string_buffer(200), ctypes.c_int(), pdfium.FS_MATRIX()
    ink = [ctypes.c_uint() for _ in range(4)]
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in (10, 13):
            continue
        pdfium.FPDFText_GetCharBox(text, index, *(ctypes.byref(side) for side in box))
        pdfium.FPDFText_GetCharOrigin(text, index, *(ctypes.byref(side) for side in point))
        pdfium.FPDFText_GetFontInfo(text, index, name, 200, ctypes.byref(flags))
        pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
        pdfium.FPDFText_GetFillColor(text, index, *(ctypes.byref(part) for part in ink))
        left, right, bottom, top = (side.value for side in box)
        font = name.value.decode()
        yield Glyph(
            page=page,
            text=chr(code),
            x=point[0].value,
            baseline=height - point[1].value,
            left=left,
            right=right,
            top=height - top,
            bottom=height - bottom,
            size=pdfium.FPDFText_GetFontSize(text, index) * (matrix.c**2 + matrix.d**2) ** 0.5,
            font=font.partition("+")[2] or font,
            ink=(ink[0].value, ink[1].value, ink[2].value),
        )
