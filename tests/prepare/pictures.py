"""Pictures that the tests make for themselves."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image

RED, GREEN, BLUE = (200, 30, 30), (30, 160, 40), (30, 40, 200)


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    output = io.BytesIO()
    image.save(output, kind, **options)
    return output.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def photograph(width: int = 300, height: int = 200) -> Image.Image:
    """Return a smooth picture with grain: every pixel by a fixed formula."""
    pixels = bytearray()
    for y in range(height):
        for x in range(width):
            grain = (x * 7919 + y * 104729) % 23
            pixels += bytes(((x * 200 // width + grain) % 256, (y * 200 // height + grain) % 256, 90 + grain))
    return Image.frombytes("RGB", (width, height), bytes(pixels))


def quarters(mode: str = "RGB", size: int = 64) -> Image.Image:
    """Return red above left, green above right, blue below left, white below right: shows which way up it is."""
    image = Image.new("RGB", (size, size), "white")
    half = size // 2
    image.paste(RED, (0, 0, half, half))
    image.paste(GREEN, (half, 0, size, half))
    image.paste(BLUE, (0, half, half, size))
    return image.convert(mode)


def exif(orientation: int | None = None, *, place: bool = False) -> bytes:
    """Return an Exif block with an orientation, and with a GPS position where `place` says so."""
    block = Image.Exif()
    if orientation is not None:
        block[0x0112] = orientation
    if place:
        block.get_ifd(0x8825)[2] = (54.0, 12.0, 34.56)
        block[0x010F] = "SECRET-CAMERA"
    return block.tobytes()


def raw_png(width: int, height: int, *, bits: int = 8, content: bytes = b"") -> bytes:
    """Return an RGB PNG that announces these pixels, whatever its rows hold."""
    head = struct.pack(">IIBBBBB", width, height, bits, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(content)) + _chunk(b"IEND", b"")


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def segment(marker: int, payload: bytes) -> bytes:
    """Return one segment of a JPEG."""
    return bytes([0xFF, marker]) + struct.pack(">H", len(payload) + 2) + payload


def with_segment(jpeg: bytes, marker: int, payload: bytes) -> bytes:
    """Return the JPEG with a segment after its start marker's first segment."""
    first_end = 4 + int.from_bytes(jpeg[4:6], "big")
    return jpeg[:first_end] + segment(marker, payload) + jpeg[first_end:]


def close(found: Any, wanted: tuple[int, ...], within: int = 6) -> bool:
    return all(abs(a - b) <= within for a, b in zip(found, wanted, strict=True))
