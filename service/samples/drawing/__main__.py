"""Draws the sample pictures whose names contain one of the words given, or all of them."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable
from pathlib import Path

from service.samples import drawing
from service.samples.drawing.canvas import Canvas

SAMPLES = Path(__file__).parent.parent
Picture = Callable[[], Canvas | str]


def pictures() -> dict[str, Picture]:
    """Return every picture by its path in the samples folder: each module's `PICTURES`, a `Canvas` or SVG text."""
    modules = (importlib.import_module(f"{drawing.__name__}.{found.name}")
               for found in pkgutil.iter_modules(drawing.__path__) if not found.name.startswith("_"))  # fmt: skip
    return {path: picture for module in modules for path, picture in getattr(module, "PICTURES", {}).items()}


def draw(path: str, picture: Picture, into: Path = SAMPLES) -> Path:
    """Write one picture and return where it is."""
    target = into / path
    target.parent.mkdir(parents=True, exist_ok=True)
    drawn = picture()
    if isinstance(drawn, Canvas):
        drawn.save_jpeg(target)
    else:
        target.write_text(drawn, encoding="utf-8")
    return target


if __name__ == "__main__":
    for path, picture in sorted(pictures().items()):
        if not sys.argv[1:] or any(word in path for word in sys.argv[1:]):
            target = draw(path, picture)
            sys.stdout.write(f"{path} {target.stat().st_size // 1000} kB\n")
