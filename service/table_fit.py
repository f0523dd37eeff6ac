"""How much room a table needs on a sheet: its column, both columns, or a page turned on its side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from service.options import PrintOptions
from service.sheet import Sheet

TableRoom = Literal["column", "wide", "landscape", "dense"]

# Measured in Inter at 8 pt, lining figures: 128 mm hold 76 characters of words and numbers.
_CHARACTER_MM = 128 / 76
_TABLE_PT = 8.03  # In article.css: 1.03 of the small size, at scale 1.
_SMALL_PT = {"small": 0.9, "normal": 1.0, "large": 1.2, "x-large": 17.5 / 7.8}
_GAP_CHARACTERS = 2.2
_WIDE_TYPE, _LANDSCAPE_TYPE = 0.9 / 1.03, 0.92 / 1.03
_LANDSCAPE_MM = {"a4": 257.0, "letter": 239.4, "legal": 315.6, "a5": 182.0}
_LONGEST_WORD = 34  # A longer word may be divided.
_LETTER = r"(?:&#?\w+;|[^\s&])"
_LONG, _PIECE = re.compile(rf"{_LETTER}{{{_LONGEST_WORD + 1},}}"), re.compile(rf"{_LETTER}{{10}}(?={_LETTER}{{4}})")
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<(t[hd])\b([^>]*)>(.*?)</\1>", re.DOTALL)
_COLSPAN, _ROWSPAN = re.compile(r'colspan="(\d+)"'), re.compile(r'rowspan="(\d+)"')
_HEAD = re.compile(r"<table\b[^>]*>(?:\s*<caption\b.*?</caption>)?", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def table_room(html: str, options: PrintOptions, sheet: Sheet) -> TableRoom:
    """Return the least room that the table of a block fits in without dividing a word or a number.

    `dense` is a turned page in the smallest type; a table that is too wide even for that is in the report's overflow.
    """
    needed = sum(_column_characters(html)) * _CHARACTER_MM * _SMALL_PT[options.text_size]
    if needed <= sheet.column_width:
        return "column"
    if needed * _WIDE_TYPE <= sheet.display_width:
        return "wide"
    return "landscape" if needed * _LANDSCAPE_TYPE <= _LANDSCAPE_MM[options.paper] else "dense"


def divide_long_words(html: str) -> str:
    """Return the table with places to break in each word that is longer than a cell has room for.

    The engine (70) gives a cell the width of its longest word whatever `overflow-wrap` says, or else measures it
    letter by letter, which takes minutes.
    """
    parts = re.split(r"(<[^>]*>)", html)
    parts[::2] = [_LONG.sub(lambda word: _PIECE.sub(r"\g<0><wbr>", word[0]), text) for text in parts[::2]]
    return "".join(parts)


def declare_columns(html: str) -> str:
    """Return the table with its columns declared.

    In a table of fixed columns the engine (70) counts those of the first row and leaves out what stands past them.
    """
    columns = f"<colgroup>{'<col>' * _column_count(html)}</colgroup>"
    return _HEAD.sub(lambda head: head[0] + columns, html, count=1)


def _column_count(html: str) -> int:
    rows = [[attributes for _, attributes, _ in _CELL.findall(row)] for row in _ROW.findall(html)]
    taken: list[set[int]] = [set() for _ in rows]
    for index, row in enumerate(rows):
        column = 0
        for attributes in row:
            while column in taken[index]:
                column += 1
            place = range(column, column + _span(_COLSPAN, attributes))
            for below in taken[index : index + _span(_ROWSPAN, attributes)]:
                below.update(place)
            column = place.stop
    return max((max(row, default=-1) + 1 for row in taken), default=0)


def _span(name: re.Pattern[str], attributes: str) -> int:
    return max(int(found[1]), 1) if (found := name.search(attributes)) else 1


def _column_characters(html: str) -> Iterator[float]:
    widths: dict[int, int] = {}
    for row in _ROW.findall(html):
        column = 0
        for tag, attributes, content in _CELL.findall(row):
            span = _span(_COLSPAN, attributes)
            text = re.sub(r"&\w+;", "x", _TAG.sub("", content.replace("<br>", " ")))
            whole = tag == "td" and 'class="number"' in attributes
            words = [text] if whole else text.split(" ")
            longest = min(max(map(len, words), default=0), _LONGEST_WORD)
            if span == 1:
                widths[column] = max(widths.get(column, 1), longest)
            column += span
    for width in widths.values():
        yield width + _GAP_CHARACTERS
