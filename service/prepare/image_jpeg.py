"""A JPEG file's segments, without decoding it: what it says of itself, and the same file without its metadata."""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.prepare.image_failure import UnusableImage

# A marker inside scan data: 0xFF that is neither stuffed (00), a restart (D0-D7) nor fill (FF). ITU T.81, B.1.1.
_NEXT_MARKER = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])")
_START_OF_SCAN, _END, _COMMENT = 0xDA, 0xD9, 0xFE
_QUANTISATION, _HUFFMAN = 0xDB, 0xC4
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_APPLICATION = range(0xE0, 0xF0)
# Baseline, extended sequential, progressive: with Huffman coding, what every PDF reader decodes.
_PRINTABLE_FRAMES = {0xC0, 0xC1, 0xC2}
_JFIF_LENGTH = 18  # marker, length, and the segment without a thumbnail
# A progressive picture has some 10 scans; each costs a pass over all pixels, so thousands are an attack.
_MOST_SCANS = 200


@dataclass(frozen=True)
class Segment:
    """One segment: its marker's second byte, and where it starts and ends with marker and length, in bytes."""

    marker: int
    start: int
    end: int


@dataclass(frozen=True)
class JpegOutline:
    """The segments of a JPEG, and what its frame header says. `end` is the offset after the end marker, or None."""

    data: bytes
    segments: tuple[Segment, ...]
    end: int | None
    frame: int
    bits: int
    width: int
    height: int
    component_ids: bytes
    sampling: bytes

    @property
    def fine_colour(self) -> bool:
        """Whether colour is stored as finely as light (4:4:4, or grey)."""
        return len(set(self.sampling)) <= 1

    @property
    def exif(self) -> bytes:
        """The Exif block without its prefix, or nothing."""
        for segment in self.segments:
            payload = self.data[segment.start + 4 : segment.end]
            if segment.marker == 0xE1 and payload.startswith(b"Exif\0"):
                return payload[6:]
        return b""

    @property
    def printable(self) -> bool:
        """Whether every PDF reader shows the picture as meant: whole, 8 bits, grey or YCbCr, Huffman-coded."""
        markers = {segment.marker for segment in self.segments}
        return (
            self.end is not None
            and self.frame in _PRINTABLE_FRAMES
            and self.bits == 8
            and {_QUANTISATION, _HUFFMAN} <= markers
            and sum(segment.marker in _FRAMES for segment in self.segments) == 1
            and (len(self.component_ids) == 1 or (len(self.component_ids) == 3 and self._is_ycbcr()))
        )

    def _is_ycbcr(self) -> bool:
        # Readers agree on YCbCr for three components unless an Adobe segment says 0, or a lone file numbers them "RGB".
        adobe = self._application(0xEE, b"Adobe")
        if adobe is not None:
            return len(adobe) >= 12 and adobe[11] == 1
        return self.component_ids == b"\1\2\3" or self._application(0xE0, b"JFIF\0") is not None

    def _application(self, marker: int, name: bytes) -> bytes | None:
        for segment in self.segments:
            payload = self.data[segment.start + 4 : segment.end]
            if segment.marker == marker and payload.startswith(name):
                return payload
        return None

    @property
    def inverted_cmyk(self) -> bool:
        """Whether an Adobe segment stands there, whose writers store inks inverted."""
        return self._application(0xEE, b"Adobe") is not None

    def without_metadata(self) -> bytes:
        """Return the same picture, its coded data untouched, without all that is about it.

        What stays: the JFIF header, the Adobe colour flag and the colour profile. What goes: Exif, XMP, IPTC,
        thumbnails, comments, second pictures and whatever follows the end. Idempotent; the file itself where it has
        nothing of that kind.
        """
        dropped = [segment for segment in self.segments if self._is_metadata(segment)]
        end = len(self.data) if self.end is None else self.end
        if not dropped and end == len(self.data):
            return self.data
        kept, at = [], 0
        for segment in dropped:
            kept.append(self.data[at : segment.start])
            at = segment.end
        return b"".join([*kept, self.data[at:end]])

    def _is_metadata(self, segment: Segment) -> bool:
        if segment.marker == _COMMENT:
            return True
        if segment.marker not in _APPLICATION:
            return False
        payload = self.data[segment.start + 4 : segment.end]
        is_header = payload.startswith(b"JFIF\0") and segment.end - segment.start <= _JFIF_LENGTH
        return not (is_header or payload.startswith((b"Adobe", b"ICC_PROFILE\0")))


def outline_jpeg(data: bytes) -> JpegOutline:
    """Return the segments of a JPEG. Raises `UnusableImage` where it has no frame header or too many scans."""
    segments, end = _walk(data)
    frame = next((segment for segment in segments if segment.marker in _FRAMES), None)
    if frame is None or frame.end - frame.start < 10:
        raise UnusableImage("it is cut off or damaged")
    if sum(segment.marker == _START_OF_SCAN for segment in segments) > _MOST_SCANS:
        raise UnusableImage("it is built of too many scans to be a photograph")
    body = data[frame.start + 4 : frame.end]
    return JpegOutline(
        data,
        tuple(segments),
        end,
        frame.marker,
        bits=body[0],
        height=int.from_bytes(body[1:3], "big"),
        width=int.from_bytes(body[3:5], "big"),
        component_ids=body[6::3][: body[5]],
        sampling=body[7::3][: body[5]],
    )


def _walk(data: bytes) -> tuple[list[Segment], int | None]:
    segments: list[Segment] = []
    at = 2
    while len(segments) < 10_000:
        found = _NEXT_MARKER.match(data, at)
        if found is None:
            # Fill bytes or stray data before a marker: skipped, as decoders do.
            found = _NEXT_MARKER.search(data, at)
        if found is None:
            break
        marker, start = found[1][0], found.start()
        if marker == _END:
            return segments, start + 2
        if marker == 0x01:  # TEM, the one other marker without a length
            at = start + 2
            continue
        end = start + 2 + int.from_bytes(data[start + 2 : start + 4], "big")
        if end > len(data) or end < start + 4:
            break
        segments.append(Segment(marker, start, end))
        at = end
    return segments, None
