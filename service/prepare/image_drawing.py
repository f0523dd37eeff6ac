"""A drawing (SVG) as a bitmap at the size it prints, rendered by resvg in a process of its own."""

from __future__ import annotations

import base64
import io
import json
import math
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import structlog
from PIL import Image

from service.prepare import image_svg_child
from service.prepare.image_failure import UnusableImage
from service.prepare.image_svg import clean_svg

_log = structlog.get_logger()

PRINT_DPI = 300
# What `in` and `mm` mean in a drawing; resvg-py's own default is 0, which leaves such a drawing without a size.
_CSS_DPI = 96
# A whole A3 page at 300 dpi has 17 million pixels.
_MOST_PIXELS = 20_000_000
_MEMORY_BYTES = 1_500_000_000
_CPU_SECONDS = 10
# Wall time is longer: on a busy machine several drawings share a core.
_WALL_SECONDS = 60
_TOO_MUCH = "the SVG needs too much time or memory to draw"

# What CSS's generic families mean in a drawing: faces of the print design.
_FAMILIES = {
    "font_family": "Literata",
    "serif_family": "Literata",
    "sans_serif_family": "Inter",
    "monospace_family": "JetBrains Mono",
    "cursive_family": "Literata",
    "fantasy_family": "Literata",
}


_FONT_SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}

EmbedRaster = Callable[[str], Image.Image]


def draw_svg(data: bytes, width_mm: float, embed: EmbedRaster, font_dirs: Sequence[Path]) -> Image.Image:
    """Return the drawing as RGBA at 300 dpi of its printed width, or smaller where it would be far too tall.

    `data` is hostile. `embed` decodes a raster picture that a data address inside the drawing holds. Letters are set
    from the fonts in `font_dirs` alone, never the machine's. Raises `UnusableImage`.
    """
    drawing = clean_svg(data, lambda address: _png_address(embed(address)))
    fonts = _font_files(font_dirs) if drawing.has_text else []
    if drawing.has_text and not fonts:
        raise UnusableImage("the SVG has text, and there are no fonts to set it in")
    width = max(1, math.ceil(width_mm / 25.4 * PRINT_DPI))
    settings: dict[str, object] = {"width": width, "height": max(1, _MOST_PIXELS // width), "dpi": _CSS_DPI}
    if drawing.has_text:
        settings |= _FAMILIES | {"font_files": fonts}
    return _read_png(_render(drawing.markup.encode(), json.dumps(settings)))


def _font_files(folders: Sequence[Path]) -> list[str]:
    # In a fixed order, regular faces first: where a family lacks a letter, the renderer takes the first font that has
    # it, and the order of a folder differs from machine to machine.
    files = [
        path for folder in dict.fromkeys(folders) for path in folder.rglob("*") if path.suffix.lower() in _FONT_SUFFIXES
    ]
    return [str(path) for path in sorted(files, key=lambda path: ("Regular" not in path.name, path.name))]


def _png_address(picture: Image.Image) -> str:
    # The renderer has decoders of its own. They see only what this wrote, so no file can be harmless to one and a bomb
    # to the other.
    output = io.BytesIO()
    picture.save(output, "PNG", compress_level=1)
    return "data:image/png;base64," + base64.b64encode(output.getvalue()).decode()


def _render(markup: bytes, settings: str) -> bytes:
    limits = {"memory_bytes": _MEMORY_BYTES, "cpu_seconds": _CPU_SECONDS}
    program = [sys.executable, "-I", image_svg_child.__file__, json.dumps(json.loads(settings) | limits)]
    try:
        done = subprocess.run(program, input=markup, capture_output=True, timeout=_WALL_SECONDS, check=False)  # noqa: S603 - our own program
    except subprocess.TimeoutExpired:
        raise UnusableImage(_TOO_MUCH) from None
    if done.returncode == image_svg_child.UNREADABLE:
        raise UnusableImage("the SVG cannot be read, or has no size")
    if done.returncode != 0:
        _log.warning("svg_renderer_ended", code=done.returncode, cause=done.stderr[-400:].decode(errors="replace"))
        raise UnusableImage(_TOO_MUCH)
    return done.stdout


def _read_png(png: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(png), formats=["PNG"])
    picture.load()
    return picture
