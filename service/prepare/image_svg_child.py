"""A program: SVG on its input, PNG on its output. It runs alone, so that a drawing which is an attack kills only it.

The renderer aborts the process where memory ends, and nested patterns or filters can keep it busy for minutes.
Its first argument holds the renderer's settings and the limits as JSON. Exit code 3: the drawing cannot be read.
"""

from __future__ import annotations

import json
import resource
import sys

UNREADABLE = 3


def main() -> int:
    """Render, and return the exit code."""
    settings = json.loads(sys.argv[1])
    memory, seconds = settings.pop("memory_bytes"), settings.pop("cpu_seconds")
    _limit(resource.RLIMIT_AS, memory)
    _limit(resource.RLIMIT_CPU, seconds)
    _limit(resource.RLIMIT_CORE, 0)
    import resvg_py

    try:
        png = resvg_py.svg_to_bytes(svg_string=sys.stdin.buffer.read().decode(), skip_system_fonts=True, **settings)
    except ValueError:
        return UNREADABLE
    sys.stdout.buffer.write(png)
    return 0


def _limit(what: int, most: int) -> None:
    # A parent that is itself limited has already set less.
    _, hard = resource.getrlimit(what)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    sys.exit(main())
