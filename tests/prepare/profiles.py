"""Colour profiles for the tests, written to ICC.1:2001-04: a wide RGB, a dark grey, an ink set."""

from __future__ import annotations

import struct

_D50 = (0.9642, 1.0, 0.8249)
# Adobe RGB (1998) and sRGB primaries, adapted to D50.
ADOBE_RGB = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
SRGB = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))


def rgb_profile(primaries: tuple[tuple[float, ...], ...] = ADOBE_RGB, gamma: float = 2.2) -> bytes:
    tags = {name: _xyz(primary) for name, primary in zip((b"rXYZ", b"gXYZ", b"bXYZ"), primaries, strict=True)}
    return _profile(b"mntr", b"RGB ", b"XYZ ", tags | dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), _curve(gamma)))


def grey_profile(gamma: float) -> bytes:
    return _profile(b"mntr", b"GRAY", b"XYZ ", {b"kTRC": _curve(gamma)})


def ink_profile(cyan: tuple[int, int, int]) -> bytes:
    """Return a CMYK profile by a table of its 16 corners: paper white, black where inks meet, `cyan` as 8-bit Lab."""
    corners = bytearray()
    for corner in range(16):
        lab = {0: (255, 128, 128), 8: cyan}.get(
            corner, (60, 128, 128) if corner & 7 and not corner & 1 else (0, 128, 128)
        )
        corners += bytes(lab)
    identity = b"".join(struct.pack(">i", 65536 if at in (0, 4, 8) else 0) for at in range(9))
    ramp = bytes(range(256))
    table = b"mft1\0\0\0\0" + bytes([4, 3, 2, 0]) + identity + ramp * 4 + bytes(corners) + ramp * 3
    return _profile(b"prtr", b"CMYK", b"Lab ", {b"A2B0": table})


def _profile(kind: bytes, space: bytes, connection: bytes, tags: dict[bytes, bytes]) -> bytes:
    text = b"made for a test"
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + b"\0" * 79,
        b"cprt": b"text\0\0\0\0public domain\0",
        b"wtpt": _xyz(_D50),
        **tags,
    }
    directory, body = struct.pack(">I", len(tags)), b""
    at = 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        directory += name + struct.pack(">II", at + len(body), len(content))
        body += content + b"\0" * (-len(content) % 4)
    size = 128 + len(directory) + len(body)
    head = struct.pack(">I4sI4s4s4s", size, b"\0\0\0\0", 0x02400000, kind, space, connection)
    head += b"\0" * 12 + b"acsp" + b"\0" * 28 + b"".join(_fixed(value) for value in _D50)
    return head.ljust(128, b"\0") + directory + body


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(_fixed(value) for value in values)


def _curve(gamma: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))
