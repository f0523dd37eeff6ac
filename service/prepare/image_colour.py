"""Colour brought to sRGB, or to grey: from profiles, inks, palettes and 16 bits to 8-bit L, LA, RGB or RGBA."""

from __future__ import annotations

import io
from functools import cache, lru_cache
from itertools import product

import structlog
from PIL import Image, ImageChops, ImageCms

_log = structlog.get_logger()

_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
# Without it, the shadows of a print profile, whose black is no black, come out grey.
_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
# The colour space stands at offset 16 of the header. ICC.1:2022, 7.2.8.
_MODES_OF_SPACE = {b"RGB ": "RGB", b"GRAY": "L", b"CMYK": "CMYK"}
# The profiles that cameras and editors call sRGB differ by rounding: up to 2 of 255 in those tried.
_SRGB_TOLERANCE = 3
_LONGEST_PROFILE = 4_000_000


def to_srgb(image: Image.Image, *, inverted_cmyk: bool = True) -> Image.Image:
    """Return the picture in sRGB as L, LA, RGB or RGBA, without any metadata; the alpha channel stays.

    `inverted_cmyk` says that a CMYK picture was stored inverted, as Adobe's writers do and Pillow assumes. A profile
    that is damaged or does not fit is left aside and logged.
    """
    profile = profile_of(image)
    image = _plain_mode(image)
    if image.mode == "CMYK" and not inverted_cmyk:
        image = ImageChops.invert(image)
    alpha = image.getchannel("A") if image.mode in ("LA", "RGBA") else None
    colour = image if alpha is None else image.convert(image.mode[:-1])
    colour = _apply_profile(colour, profile) if needs_conversion(profile) else colour
    if colour.mode == "CMYK":
        colour = colour.convert("RGB")
    if alpha is not None and alpha.getextrema() != (255, 255):
        colour.putalpha(alpha)
    colour.info = {}
    return colour


def _plain_mode(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):
        # 16-bit grey: Pillow's own conversion to L would cut off instead of scaling down.
        return image.convert("I").point(lambda value: value * (1 / 257) + 0.5).convert("L")
    if image.mode in ("P", "PA") or "transparency" in image.info:
        has_alpha = image.mode == "PA" or "transparency" in image.info
        return image.convert("RGBA" if has_alpha else "RGB")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in ("L", "LA", "RGB", "RGBA", "CMYK") else image.convert("RGB")


def _apply_profile(colour: Image.Image, profile: bytes) -> Image.Image:
    if _MODES_OF_SPACE.get(profile[16:20]) != colour.mode:
        return colour
    try:
        converted = _convert(colour, ImageCms.ImageCmsProfile(io.BytesIO(profile)))
    except (OSError, ImageCms.PyCMSError) as error:
        _log.info("image_profile_unusable", cause=repr(error))
        return colour
    return converted.convert("L") if colour.mode == "L" else converted


def _convert(colour: Image.Image, source: ImageCms.ImageCmsProfile) -> Image.Image:
    transform = ImageCms.buildTransform(source, _srgb(), colour.mode, "RGB", _INTENT, _FLAGS)
    return transform.apply(colour)


def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def profile_of(image: Image.Image) -> bytes:
    """Return the colour profile that a picture carries, or nothing; an absurdly long one counts as nothing."""
    profile: bytes = image.info.get("icc_profile") or b""
    return profile if len(profile) <= _LONGEST_PROFILE else b""


@lru_cache(maxsize=16)
def needs_conversion(profile: bytes) -> bool:
    """Return whether a profile changes colours: not where absent, damaged, of another space, or sRGB in effect."""
    mode = _MODES_OF_SPACE.get(profile[16:20])
    if mode is None:
        return False
    if mode == "CMYK":
        return True
    sample = _sample(mode)
    try:
        converted = _convert(sample, ImageCms.ImageCmsProfile(io.BytesIO(profile)))
    except (OSError, ImageCms.PyCMSError) as error:
        _log.info("image_profile_unusable", cause=repr(error))
        return False
    change = ImageChops.difference(converted, sample.convert("RGB"))
    return max(high for _, high in change.getextrema()) > _SRGB_TOLERANCE  # type: ignore[misc]


def _sample(mode: str) -> Image.Image:
    if mode == "L":
        return Image.frombytes("L", (256, 1), bytes(range(256)))
    steps = range(0, 256, 51)
    colours = [*product(steps, repeat=3), *((value, value, value) for value in range(256))]
    return Image.frombytes("RGB", (len(colours), 1), bytes(band for colour in colours for band in colour))


def to_grey(image: Image.Image) -> Image.Image:
    """Return an sRGB picture in greys of the same luminance, in sRGB's tone curve; the alpha channel stays.

    By CIE lightness and not by a weighted sum of the coded values, which would turn a strong red or blue nearly black.
    """
    if image.mode in ("L", "LA"):
        return image
    transform = ImageCms.buildTransform(_srgb(), ImageCms.createProfile("LAB"), "RGB", "LAB", _INTENT)
    lightness = transform.apply(image.convert("RGB")).getchannel("L")
    grey = lightness.point(_grey_of_lightness())
    if image.mode == "RGBA":
        grey.putalpha(image.getchannel("A"))
    grey.info = {}
    return grey


@cache
def _grey_of_lightness() -> list[int]:
    return [round(255 * _srgb_encoded(_luminance(100 * step / 255))) for step in range(256)]


def _luminance(lightness: float) -> float:
    # CIE 15:2004, 8.2.1: the inverse of L*.
    return ((lightness + 16) / 116) ** 3 if lightness > 8 else lightness * 27 / 24389


def _srgb_encoded(linear: float) -> float:
    # IEC 61966-2-1, 5.2.
    return 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
