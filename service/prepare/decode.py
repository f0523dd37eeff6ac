"""Bytes of a picture into the bytes that print: upright, in sRGB or grey, no larger than 300 dpi, without metadata."""

from __future__ import annotations

import hashlib
import io
import math
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import structlog
from PIL import Image, ImageFile

from service.config import Config
from service.prepare.image_colour import needs_conversion, profile_of, to_grey, to_srgb
from service.prepare.image_drawing import PRINT_DPI, draw_svg
from service.prepare.image_encoding import MediaType, encode_image
from service.prepare.image_exif import read_orientation, turn_upright, turned_sideways
from service.prepare.image_failure import UnusableImage
from service.prepare.image_in_hand import read_data_address
from service.prepare.image_jpeg import JpegOutline, outline_jpeg
from service.prepare.image_memory import PictureMemory
from service.prepare.image_types import ImageType, judge_type, webp_size

_log = structlog.get_logger()

# `_require_pixels` holds the limit, which is a setting; Pillow's own would warn or refuse below it.
Image.MAX_IMAGE_PIXELS = None

# Pillow reads hostile files and says so in many ways. The edge below encloses nothing of ours.
_PILLOW_ERRORS = (
    OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, OverflowError, RuntimeError,
    struct.error, zlib.error, Image.DecompressionBombError,
)  # fmt: skip


@dataclass(frozen=True)
class DecodedImage:
    """A picture ready to print. `given_width` are its pixels before it was made smaller; None for a drawing."""

    data: bytes
    media_type: MediaType
    width: int
    height: int
    given_width: int | None


@dataclass(frozen=True)
class Purpose:
    """What a picture is decoded for: its printed width in mm, and whether it prints in greys."""

    width_mm: float
    grey: bool = False
    font_dirs: tuple[Path, ...] = ()

    @property
    def width_px(self) -> int:
        """Pixels that the printed width has room for."""
        return max(1, math.ceil(self.width_mm / 25.4 * PRINT_DPI))


def decode_image(
    data: bytes, width_mm: float, config: Config, *, grey: bool = False, font_dirs: Sequence[Path] = ()
) -> DecodedImage:
    """Return a picture ready to print at this width.

    `data` is hostile: its type is judged by content and its pixels are counted in the header before it is decoded. A
    JPEG that needs nothing comes back byte for byte; one that only carries metadata loses that and is not re-encoded.
    Raises `UnusableImage` with a reason for the report.
    """
    purpose = Purpose(max(width_mm, 1), grey, tuple(font_dirs))
    image_type = judge_type(data)
    if image_type == "JPEG":
        return _decode_jpeg(data, purpose, config)
    make = partial(_draw if image_type == "SVG" else _decode_raster, data, purpose, config)
    return _memory.recall(_key(data, purpose, config), make)


# For a reader who tries text sizes, and an issue whose articles share a masthead. A drawing costs half a second.
_memory: PictureMemory[DecodedImage] = PictureMemory(max_bytes=24_000_000)


def _key(data: bytes, purpose: Purpose, config: Config) -> bytes:
    made_from = repr((purpose, config.image_max_pixels, config.image_max_bytes))
    return hashlib.sha256(made_from.encode() + b"\0" + data).digest()


def _decode_raster(data: bytes, purpose: Purpose, config: Config) -> DecodedImage:
    image = _load(data, judge_type(data), config)
    return _encode(image, purpose, given_width=image.width)


def _decode_jpeg(data: bytes, purpose: Purpose, config: Config) -> DecodedImage:
    """Return a JPEG as it is, or coded anew where it must change."""
    outline = outline_jpeg(data)
    _require_pixels(outline.width, outline.height, config)
    orientation = read_orientation(outline.exif)
    sideways = turned_sideways(orientation)
    width, height = (outline.height, outline.width) if sideways else (outline.width, outline.height)
    image = _open(plain := outline.without_metadata(), "JPEG", config)
    if orientation == 1 and width <= purpose.width_px and _prints_as_it_is(outline, image, purpose):
        return DecodedImage(plain, "image/jpeg", width, height, width)
    return _memory.recall(
        _key(data, purpose, config), lambda: _recode_jpeg(image, outline, orientation, purpose, given_width=width)
    )


def _recode_jpeg(
    image: Image.Image, outline: JpegOutline, orientation: int, purpose: Purpose, *, given_width: int
) -> DecodedImage:
    # The decoder can halve while it decodes; twice the final size leaves the resampling filter enough to work on.
    scale = 2 * purpose.width_px / given_width
    with _pillow_edge():
        image.draft(None, (math.ceil(image.width * scale), math.ceil(image.height * scale)))
    image = _upright_jpeg(image, outline, orientation)
    fine = outline.fine_colour or given_width >= 2 * purpose.width_px
    return _encode(image, purpose, given_width, photograph=True, fine_colour=fine)


def _upright_jpeg(image: Image.Image, outline: JpegOutline, orientation: int) -> Image.Image:
    with _pillow_edge():
        image.load()
    return turn_upright(to_srgb(image, inverted_cmyk=outline.inverted_cmyk), orientation)


def _open(data: bytes, image_type: ImageType, config: Config) -> Image.Image:
    """Return the picture with its header read and its pixels not yet."""
    with _pillow_edge():
        image = Image.open(io.BytesIO(data), formats=[image_type])
    _require_pixels(*image.size, config)
    return image


def _prints_as_it_is(outline: JpegOutline, image: Image.Image, purpose: Purpose) -> bool:
    grey_enough = not purpose.grey or image.mode == "L"
    return outline.printable and grey_enough and not needs_conversion(profile_of(image))


def _load(data: bytes, image_type: ImageType, config: Config) -> Image.Image:
    """Return the first frame, upright, in sRGB."""
    if image_type == "WEBP":
        _require_pixels(*webp_size(data), config)
    image = _open(data, image_type, config)
    with _pillow_edge():
        image.load()
    exif = image.info.get("exif") or b""
    return turn_upright(to_srgb(image), read_orientation(exif))


def _draw(data: bytes, purpose: Purpose, config: Config) -> DecodedImage:
    pixels = 0

    def embed(address: str) -> Image.Image:
        nonlocal pixels
        picture = _load_embedded(read_data_address(address, config.image_max_bytes), config)
        pixels += picture.width * picture.height
        _require_pixels(pixels, 1, config)  # all of them together
        return picture

    drawing = to_srgb(draw_svg(data, purpose.width_mm, embed, purpose.font_dirs))
    return _encode(drawing, purpose, given_width=None)


def _load_embedded(data: bytes, config: Config) -> Image.Image:
    image_type = judge_type(data)
    if image_type == "SVG":
        raise UnusableImage("the SVG holds another SVG as a picture, which is not loaded")
    if image_type != "JPEG":
        return _load(data, image_type, config)
    outline = outline_jpeg(data)
    _require_pixels(outline.width, outline.height, config)
    image = _open(outline.without_metadata(), "JPEG", config)
    return _upright_jpeg(image, outline, read_orientation(outline.exif))


def _encode(
    image: Image.Image,
    purpose: Purpose,
    given_width: int | None,
    *,
    photograph: bool | None = None,
    fine_colour: bool = True,
) -> DecodedImage:
    image = _downscale(image, purpose.width_px)
    if purpose.grey:
        image = to_grey(image)
    data, media_type = encode_image(image, photograph=photograph, fine_colour=fine_colour)
    return DecodedImage(data, media_type, image.width, image.height, given_width)


def _downscale(image: Image.Image, width: int) -> Image.Image:
    if image.width <= width:
        return image
    height = max(1, round(image.height * width / image.width))
    # Pillow weighs colour by alpha for RGBA and LA, so transparent pixels do not bleed into edges.
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _require_pixels(width: int, height: int, config: Config) -> None:
    if width <= 0 or height <= 0:
        raise UnusableImage("it is cut off or damaged")
    if width * height > config.image_max_pixels:
        limit = config.image_max_pixels / 1_000_000
        raise UnusableImage(f"it has {width * height / 1_000_000:.3g} million pixels, more than the {limit:g} allowed")


@contextmanager
def _pillow_edge() -> Iterator[None]:
    # The layout engine, where it is loaded, has Pillow fill what a picture lacks with grey, for the whole process.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    except _PILLOW_ERRORS as error:
        _log.info("image_undecodable", cause=repr(error))
        raise UnusableImage("it is cut off or damaged") from None
    except MemoryError:
        raise UnusableImage("it needs more memory than there is") from None
