"""Colours of print: an accent that stays legible as type, and its grey."""

from __future__ import annotations

_LEGIBLE = 4.5  # WCAG 2.2, 1.4.3: contrast of text with its ground.
_LARGE_PRINT = 7.0  # WCAG 2.2, 1.4.6.


def accent_ink(colour: str, *, large_print: bool = False) -> str:
    """Return `colour` (#rrggbb), darkened as far as type on white paper needs to be read."""
    needed = _LARGE_PRINT if large_print else _LEGIBLE
    channels = _channels(colour)
    for step in range(101):
        darker = [channel * (100 - step) / 100 for channel in channels]
        if contrast_on_white(_hex(darker)) >= needed:
            return _hex(darker)
    return "#000000"


def grey_of(colour: str) -> str:
    """Return the grey that is as light as `colour`."""
    luminance = _luminance(_channels(colour))
    level = 255 * (12.92 * luminance if luminance <= 0.0031308 else 1.055 * luminance ** (1 / 2.4) - 0.055)
    return _hex([level, level, level])


def contrast_on_white(colour: str) -> float:
    """Return the WCAG contrast ratio of `colour` with white, from 1 to 21."""
    return 1.05 / (_luminance(_channels(colour)) + 0.05)


def _channels(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _hex(channels: list[float]) -> str:
    return "#" + "".join(f"{round(channel):02x}" for channel in channels)


def _luminance(channels: list[float]) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (c / 255 for c in channels)
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
