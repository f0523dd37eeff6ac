"""The bytes of a finished picture: a photograph as JPEG, a drawing or one with transparency as PNG.

Deterministic: the same pixels give the same bytes with the same versions of Pillow and its libraries.
"""

from __future__ import annotations

import io
from typing import Literal

from PIL import Image, ImageChops

MediaType = Literal["image/jpeg", "image/png"]

_JPEG_QUALITY = 88
# Share of pixels that equal their left neighbour. Photographs tried lay below 0.2 (noise, grain), drawings and
# screenshots above 0.6.
_FLAT_SHARE = 0.4
_FEW_COLOURS = 256


def encode_image(
    image: Image.Image, *, photograph: bool | None = None, fine_colour: bool = True
) -> tuple[bytes, MediaType]:
    """Return the encoded picture and its media type. `image` is L, LA, RGB or RGBA.

    `photograph` says what it is where the source tells; otherwise its pixels do. `fine_colour` says that its colours
    are as fine as its pixels, so that a JPEG keeps them (4:4:4) and red lettering its edges; where the source had
    halved them already, that would only cost a third more bytes. Transparency is kept, never flattened:
    the paper shows through.
    """
    image = _without_idle_bands(image)
    if image.mode in ("L", "RGB") and (is_photograph(image) if photograph is None else photograph):
        return _encode_jpeg(image, fine_colour), "image/jpeg"
    return _encode_png(image), "image/png"


def is_photograph(image: Image.Image) -> bool:
    """Return whether an opaque picture has the many colours and the grain of a photograph."""
    if image.width < 2 or image.getcolors(_FEW_COLOURS) is not None:
        return False
    width, height = image.size
    change = ImageChops.difference(image.crop((1, 0, width, height)), image.crop((0, 0, width - 1, height)))
    most = change.getchannel(0)
    for band in change.split()[1:]:
        most = ImageChops.lighter(most, band)
    return most.histogram()[0] / ((width - 1) * height) < _FLAT_SHARE


def _without_idle_bands(image: Image.Image) -> Image.Image:
    if image.mode not in ("RGB", "RGBA"):
        return image
    red, green, blue = image.split()[:3]
    if any(ImageChops.difference(red, other).getbbox() for other in (green, blue)):
        return image
    return image.convert("L" if image.mode == "RGB" else "LA")


def _encode_jpeg(image: Image.Image, fine_colour: bool) -> bytes:
    # Baseline: decoded at once by every reader and printer.
    output = io.BytesIO()
    image.save(output, "JPEG", quality=_JPEG_QUALITY, subsampling=0 if fine_colour else 2, optimize=True)
    return output.getvalue()


def _encode_png(image: Image.Image) -> bytes:
    # True colour and not a palette, and a middle level: the engine decodes it and packs it anew.
    output = io.BytesIO()
    image.save(output, "PNG", compress_level=6)
    return output.getvalue()
