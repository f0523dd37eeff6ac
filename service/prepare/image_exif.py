"""The one thing that a print needs of Exif: which way up the picture is. Everything else is dropped unread."""

from __future__ import annotations

from PIL import Image

_ORIENTATION_TAG = 0x0112
_SHORT = 3
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def read_orientation(exif: bytes) -> int:
    """Return the orientation, 1 (upright) to 8, of a hostile Exif block; 1 where it has none or makes no sense.

    CIPA DC-008 (Exif 2.32), 4.6.4: a TIFF header, then the first directory of 12-byte entries.
    """
    exif = exif.removeprefix(b"Exif\0\0")
    if exif[:4] not in (b"II*\0", b"MM\0*"):
        return 1

    def number(start: int, size: int) -> int:
        return int.from_bytes(exif[start : start + size], "little" if exif[:1] == b"I" else "big")

    directory = number(4, 4)
    for entry in range(directory + 2, directory + 2 + 12 * number(directory, 2), 12):
        if entry + 12 > len(exif):
            break
        if number(entry, 2) == _ORIENTATION_TAG and number(entry + 2, 2) == _SHORT:
            value = number(entry + 8, 2)
            return value if value in _TURNS else 1
    return 1


def turned_sideways(orientation: int) -> bool:
    """Return whether width and height change places."""
    return orientation >= 5


def turn_upright(image: Image.Image, orientation: int) -> Image.Image:
    """Return the picture upright; the same one where it is already."""
    return image.transpose(_TURNS[orientation]) if orientation in _TURNS else image
