"""Tables: header cells that say what they head, numbers marked, spans bounded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.prepare.credit_words import SOURCE_LABELS
from service.prepare.furniture import dropped
from service.prepare.inline import inline_only
from service.prepare.markup import Content, Node, element, is_blank, names, nodes_in, text_of

MOST_COLUMNS, MOST_ROWS = 60, 5000

_CURRENCY = r"(?:[€$£¥₹₽₩₺]|[A-Z]{3}|kr\.?|zł|Kč|Ft|R\$|US\$)"
_FRACTION = r"[½¼¾⅐-⅞]"
_FIGURES = rf"(?:\d[\d.,'’\u00a0\u202f ]*(?:[⁄/]\d+)?{_FRACTION}?|{_FRACTION})"
_NUMBER = re.compile(
    rf"^[(~≈<>≤≥]?\s*[−–+±-]?\s*{_CURRENCY}?\s*[−–+-]?\s*{_FIGURES}"
    rf"(?:\s*[–-]\s*{_FIGURES})?(?:\s*(?:%|‰|°[CF]?|{_CURRENCY}|[a-zµа-яёα-ω]{{1,3}}[²³]?))?\s*[)*†]?$"
)
_SOURCE = re.compile(rf"\s*(?:{'|'.join(sorted(SOURCE_LABELS))})\s*[:：]", re.IGNORECASE)
_NO_VALUE = frozenset({"", "–", "—", "-", "−", "n/a", "n.a.", "…", "..", "k.A.", "s.o.", "nd"})
_CELLS = frozenset({"td", "th"})


@dataclass
class _Row:
    cells: list[Node]
    section: str

    def texts(self) -> list[str]:
        return [text_of(cell.children) for cell in self.cells]


def is_layout_table(node: Node) -> bool:
    """Whether a table only places things: by its role, a single column or cell, or a table or figures inside it."""
    if node.get("role").lower() in {"presentation", "none"}:
        return True
    rows = _rows(node.children)
    if any(cell.tag == "th" for row in rows for cell in row.cells):
        return False
    if max((len(row.cells) for row in rows), default=0) <= 1:
        return True
    blocks = {"table", "figure", "h1", "h2", "h3", "h4", "blockquote"}
    has_caption = any(isinstance(child, Node) and child.tag == "caption" for child in node.children)
    return not has_caption and any(inner.tag in blocks for row in rows for inner in nodes_in(list(row.cells)))


def cells_in_order(node: Node) -> list[Node]:
    """Return the caption and cells of a layout table, as they are read."""
    captions = [child for child in node.children if isinstance(child, Node) and child.tag == "caption"]
    return [*captions, *(cell for row in _rows(node.children) for cell in row.cells)]


def print_table(node: Node, caption: Sequence[Content] = ()) -> Node | None:
    """Return `div.table` with the table inside, or None where no cell has a word.

    `caption` is what a figure around it says: the table's caption for want of its own, unless it names the source of
    the figures; that, and what a captioned table is given besides, stands under the table.
    """
    given = _rows(node.children)
    rows = [_Row(row.cells[:MOST_COLUMNS], row.section) for row in given[:MOST_ROWS]]
    if not any(text for row in rows for text in row.texts()) and not any(_has_picture(row) for row in rows):
        return None
    own = next((child for child in node.children if isinstance(child, Node) and child.tag == "caption"), None)
    spans = _bounded_spans(rows)
    _promote_header(rows)
    columns = _columns(rows, spans)
    _mark_numbers(rows, columns)
    _mark_row_headers(rows, columns)
    table = element("table")
    title, source = (inline_only(own.children) if own else []), list(caption)
    if not text_of(title) and not _SOURCE.match(text_of(source)):
        title, source = source, title
    if text_of(title):
        table.children.append(element("caption", *title))
    table.children.extend(_sections(rows, spans, columns))
    under = [element("p", *source, class_="table-source")] if text_of(source) else []
    return element("div", table, *under, *_past_the_bounds(given), class_="table")


def _past_the_bounds(rows: Sequence[_Row]) -> list[Content]:
    """Return the marks of what is left out of a table that no page could hold."""
    below = [text for row in rows[MOST_ROWS:] for text in row.texts() if text]
    beside = [text_of(cell.children) for row in rows[:MOST_ROWS] for cell in row.cells[MOST_COLUMNS:]]
    marks: list[Content] = [dropped(f"table rows past the {MOST_ROWS}th", " ".join(below[:20]))] if below else []
    if any(beside):
        marks.append(dropped(f"table columns past the {MOST_COLUMNS}th", " ".join(filter(None, beside[:20]))))
    return marks


def _rows(content: Sequence[Content], section: str = "tbody") -> list[_Row]:
    rows: list[_Row] = []
    for item in content:
        if not isinstance(item, Node) or item.tag in {"caption", "colgroup", "col"}:
            continue
        if item.tag in {"thead", "tbody", "tfoot"}:
            rows.extend(_rows(item.children, item.tag))
        elif item.tag == "tr":
            cells = [child for child in item.children if isinstance(child, Node) and child.tag in _CELLS]
            rows.extend([_Row(cells, section)] if cells else [])
    return rows


def _has_picture(row: _Row) -> bool:
    return any(inner.tag == "img" for inner in nodes_in(list(row.cells)))


def _bounded_spans(rows: list[_Row]) -> dict[int, tuple[int, int]]:
    """Return (columns, rows) of each cell by its `id()`: no span may reach past the table, whatever it claims."""
    widest = max(len(row.cells) for row in rows)
    spans = {}
    for index, row in enumerate(rows):
        for cell in row.cells:
            across = min(_span(cell.get("colspan")), max(widest, 12) if len(row.cells) > 1 else widest, MOST_COLUMNS)
            spans[id(cell)] = (max(across, 1), min(_span(cell.get("rowspan")) or len(rows), len(rows) - index))
    return spans


def _span(value: str) -> int:
    return int(value) if value.strip().isascii() and value.strip().isdigit() and len(value) < 9 else 1


def _promote_header(rows: list[_Row]) -> None:
    """Let the first rows be the head where they are given as such, or plainly are one."""
    if any(row.section == "thead" for row in rows):
        return
    count = 0
    while count < len(rows) - 1 and all(cell.tag == "th" for cell in rows[count].cells) and len(rows[count].cells) > 1:
        count += 1
    if not count and len(rows) > 1 and _looks_like_head(rows):
        count = 1
    for row in rows[:count]:
        row.section = "thead"


def _looks_like_head(rows: list[_Row]) -> bool:
    first = rows[0]
    texts = first.texts()
    if any(cell.tag == "th" for cell in first.cells) or len(texts) < 2 or any(map(is_number, texts)):
        return False
    if all(_is_bold(cell) for cell in first.cells if text_of(cell.children)) and any(texts):
        return True
    below = [row.texts() for row in rows[1:] if len(row.cells) == len(texts)]
    return any(
        texts[column] and below and all(is_number(row[column]) or row[column] in _NO_VALUE for row in below)
        and any(is_number(row[column]) for row in below)
        for column in range(len(texts))
    )  # fmt: skip


def _is_bold(cell: Node) -> bool:
    visible = [item for item in cell.children if not is_blank(item)]
    if len(visible) == 1 and isinstance(visible[0], Node):
        return visible[0].tag in {"strong", "b"} or (visible[0].tag in {"p", "div", "span"} and _is_bold(visible[0]))
    return False


def _columns(rows: list[_Row], spans: dict[int, tuple[int, int]]) -> dict[int, int]:
    """Return the column, from 0, of each cell by its `id()`, spans of rows above taken into account."""
    columns: dict[int, int] = {}
    held: dict[int, int] = {}
    for row in rows:
        position = 0
        for cell in row.cells:
            while held.get(position, 0) > 0:
                position += 1
            columns[id(cell)] = position
            across, down = spans[id(cell)]
            for column in range(position, position + across):
                held[column] = max(held.get(column, 0), down)
            position += across
        held = {column: left - 1 for column, left in held.items() if left > 1}
    return columns


def is_number(text: str) -> bool:
    """Whether a cell's text is one number in any usual writing: `1,204`, `12 %`, `−3`, `€ 5`, `3–5`, `1½ dl`."""
    return len(text) <= 40 and bool(_NUMBER.match(text))


def _mark_numbers(rows: list[_Row], columns: dict[int, int]) -> None:
    """Set every cell of a column alike: as numbers where at least half of those under the head that say anything are.

    A cell with words among numbers is `number text`, so that it may be broken. One across columns is judged alone.
    """
    numeric: dict[int, list[bool]] = {}
    single = [(row, cell) for row in rows for cell in row.cells if not _spans_columns(cell)]
    for row, cell in single:
        text = text_of(cell.children)
        if row.section != "thead" and text not in _NO_VALUE:
            numeric.setdefault(columns[id(cell)], []).append(is_number(text))
    of_numbers = {column for column, found in numeric.items() if sum(found) * 2 >= len(found)}
    for row in rows:
        for cell in row.cells:
            cell.attrs["class"] = ""
            text = text_of(cell.children)
            if _spans_columns(cell):
                cell.attrs["class"] = "number" if row.section != "thead" and is_number(text) else ""
            elif columns[id(cell)] in of_numbers:
                plain = row.section == "thead" or text in _NO_VALUE or is_number(text)
                cell.attrs["class"] = "number" if plain else "number text"


def _spans_columns(cell: Node) -> bool:
    return _span(cell.get("colspan")) > 1


def _mark_row_headers(rows: list[_Row], columns: dict[int, int]) -> None:
    """Let the first cell of each row head it where the table has a head and the first column only has names."""
    body = [row for row in rows if row.section == "tbody"]
    if not any(row.section == "thead" for row in rows) or any(cell.tag == "th" for row in body for cell in row.cells):
        return
    first = [row.cells[0] for row in body if columns[id(row.cells[0])] == 0]
    texts = [text_of(cell.children) for cell in first]
    is_names = all(text and not is_number(text) and len(text) <= 60 for text in texts) and len(set(texts)) == len(texts)
    if is_names and any("number" in cell.classes for row in body for cell in row.cells):
        for cell in first:
            cell.tag = "th"


def _sections(rows: list[_Row], spans: dict[int, tuple[int, int]], columns: dict[int, int]) -> list[Content]:
    sections: list[Content] = []
    for name in ("thead", "tbody", "tfoot"):
        printed: list[Content] = [
            element("tr", *(_cell(cell, row.section, spans[id(cell)], columns[id(cell)]) for cell in row.cells))
            for row in rows
            if row.section == name
        ]
        if printed:
            sections.append(element(name, *printed))
    return sections


def _cell(cell: Node, section: str, span: tuple[int, int], column: int) -> Node:
    is_head = section == "thead" or cell.tag == "th"
    attrs: dict[str, str] = {"class": cell.get("class")} if cell.get("class") else {}
    if is_head:
        attrs["scope"] = "col" if section == "thead" or (cell.get("scope") == "col" and column) else "row"
    if span[0] > 1:
        attrs["colspan"] = str(span[0])
    if span[1] > 1:
        attrs["rowspan"] = str(span[1])
    attrs |= {name: cell.attrs[name] for name in ("lang", "dir", "id") if cell.attrs.get(name)}
    return Node("th" if is_head else "td", attrs, cell_content(cell.children))


def cell_content(content: Sequence[Content]) -> list[Content]:
    """Return a cell as running text: blocks end in line breaks, rows of a table inside it become lines of their own."""
    return inline_only(_single_breaks(inline_only(_lines(content))))


def _lines(content: Sequence[Content]) -> list[Content]:
    lines: list[Content] = []
    for item in content:
        if isinstance(item, str):
            lines.append(item)
        elif item.tag == "img":
            lines.extend([item.get("alt")] if item.get("alt") else [])
        elif item.tag == "x-embed":
            lines.append(" ".join(filter(None, (item.get("title"), item.get("address")))))
        elif item.tag == "tr":
            cells = [_lines(cell.children) for cell in item.children if isinstance(cell, Node)]
            parted = [part for cell in cells if text_of(cell) for part in (" · ", *cell)]
            lines.extend([element("br"), *parted[1:], element("br")])
        elif item.tag in _BLOCKS:
            inner = _lines(item.children)
            if text_of(inner):
                marker = ["– "] if item.tag == "li" else []
                lines.extend([element("br"), *marker, *inner, element("br")])
        else:
            lines.append(Node(item.tag, item.attrs, _lines(item.children)))
    return lines


def _single_breaks(content: list[Content]) -> list[Content]:
    kept: list[Content] = []
    for item in content:
        is_break = isinstance(item, Node) and item.tag == "br"
        last = next((done for done in reversed(kept) if not is_blank(done)), None)
        if not (is_break and (last is None or (isinstance(last, Node) and last.tag == "br"))):
            kept.append(item)
    return kept


_BLOCKS = names(
    "p div section article main header footer aside h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure "
    "figcaption address table caption thead tbody tfoot tr td th center details summary"
)
