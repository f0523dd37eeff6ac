"""The geometry of the sheet that Python must know: how wide pictures print, how wide a headline may run.

The same measures stand in `print_templates/css/variables.css`; `tests/test_sheet.py` lays pages out and compares.
"""

from __future__ import annotations

from typing import NamedTuple

from service.options import PrintOptions


class Sheet(NamedTuple):
    """Widths in mm. `text_width` is the text column's; `display_width` spans the margin column too.

    `running_head` and `running_publication` are how many characters of the headline, and of the publication's name in
    tracked capitals, the running head has room for; `running_address` how many of the address the foot has.
    """

    text_width: float
    display_width: float
    column_width: float
    margin_column: bool
    running_head: int = 60
    running_publication: int = 40
    running_address: int = 84


_COLUMN_GAP = 6.0
_WITH_MARGIN_COLUMN = {"a4": (128.0, 168.0), "letter": (128.0, 168.0), "legal": (128.0, 168.0)}
_WITHOUT = {"a4": 168.0, "letter": 168.0, "legal": 168.0, "a5": 114.0}
_SMALL = (115.0, 155.0)  # Small type needs a shorter line.
_A5_SMALL = 107.0
_A5_DENSE = 122.0  # A5 in two columns or large print has narrower margins.


def sheet_of(options: PrintOptions) -> Sheet:
    """Return the sheet that these options ask for."""
    columns = 1 if options.large_print else options.columns
    if columns == 1 and not options.large_print and options.paper in _WITH_MARGIN_COLUMN:
        text, display = _SMALL if options.text_size == "small" else _WITH_MARGIN_COLUMN[options.paper]
        return Sheet(text, display, text, margin_column=True)
    dense = options.paper == "a5" and (columns == 2 or options.large_print)
    width = _A5_DENSE if dense else _A5_SMALL if _is_small_a5(options) else _WITHOUT[options.paper]
    column = width if columns == 1 else (width - _COLUMN_GAP) / 2
    head, publication = _running_head(options)
    return Sheet(width, width, column, False, head, publication, _running_address(options))


def _running_head(options: PrintOptions) -> tuple[int, int]:
    # Large print gives the head the whole width, at more than twice the size.
    if options.large_print:
        return (30 if options.paper == "a5" else 44), 40
    return (38, 24) if options.paper == "a5" else (50, 40)


def _running_address(options: PrintOptions) -> int:
    # Four fifths of the measure, in letters of 0.58 em: a little more than addresses need.
    if options.large_print:
        return 28 if options.paper == "a5" else 40
    return 58 if options.paper == "a5" else 84


def _is_small_a5(options: PrintOptions) -> bool:
    return options.paper == "a5" and options.text_size == "small"
