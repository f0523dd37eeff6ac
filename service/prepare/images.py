"""Every picture of an article, in hand and ready to print, with a finding for each that is missing or too coarse."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from pathlib import Path

import structlog

from service.config import Config
from service.fonts import fonts_folder
from service.prepare.decode import DecodedImage, decode_image
from service.prepare.fetch import fetch_image
from service.prepare.image_failure import UnusableImage
from service.prepare.image_in_hand import read_data_address, read_file, scheme_of
from service.report import Finding, LowResolution, MissingImage
from service.stages import PreparedImage

_log = structlog.get_logger()

Fetch = Callable[[str, Config], bytes]

FETCHED_AT_ONCE = 8
# A decoder holds the pixels of a whole picture, 240 MB at the limit, so few work at once.
_DECODED_AT_ONCE = 2
COARSE_DPI = 150
_LONGEST_SRC_SHOWN = 200
_LONGEST_DATA_SHOWN = 40


@dataclass(frozen=True)
class ImageRequest:
    """A picture that the page needs: its source as given, its printed width in mm, and the block that holds it."""

    src: str
    width_mm: float
    block: str | None = None


@dataclass(frozen=True)
class GatheredImages:
    """The pictures by source as given; what is wrong, in the order of the requests; and why each missing one is."""

    images: Mapping[str, PreparedImage]
    findings: tuple[Finding, ...]
    reasons: Mapping[str, str]


def gather_images(  # noqa: PLR0913 - the last two are for its caller's fonts and for a shared pool of connections
    requests: Sequence[ImageRequest],
    files: Mapping[str, bytes],
    config: Config,
    *,
    grey: bool = False,
    font_dirs: Sequence[Path] = (),
    fetch: Fetch = fetch_image,
) -> GatheredImages:
    """Return every requested picture, or the reason why it is missing.

    Each source is read and decoded once, at the largest width asked for; names follow the order of the requests. The
    sources and what they hold are hostile; `files` are those that belong to the article. Letters in drawings are set in
    the built faces and the fonts of `font_dirs`. No failure of a picture raises.
    """
    widths = _widest(requests)
    font_dirs = (fonts_folder(), *font_dirs)
    decoding = threading.BoundedSemaphore(_DECODED_AT_ONCE)

    def gather(src: str) -> DecodedImage | str:
        try:
            data = _read(src, files, config, fetch)
            with decoding:
                return decode_image(data, widths[src], config, grey=grey, font_dirs=font_dirs)
        except UnusableImage as error:
            _log.info("image_missing", src=shown(src), reason=error.reason)
            return error.reason

    # A thread starts without its caller's context, which holds the request id that log lines carry.
    context = copy_context()
    with ThreadPoolExecutor(FETCHED_AT_ONCE, "picture") as threads:
        results = dict(zip(widths, threads.map(lambda src: context.copy().run(gather, src), widths), strict=True))
    return _gathered(requests, results)


def shown(src: str) -> str:
    """Return a source for a report or a log: without a user's password, a long or `data:` address cut short."""
    src = re.sub(r"(//)[^/?#\s]*@", r"\1", src)
    longest = _LONGEST_DATA_SHOWN if scheme_of(src) == "data" else _LONGEST_SRC_SHOWN
    return src if len(src) <= longest else src[:longest] + "…"


def _widest(requests: Sequence[ImageRequest]) -> dict[str, float]:
    widths: dict[str, float] = {}
    for request in requests:
        widths[request.src] = max(request.width_mm, widths.get(request.src, 0))
    return widths


def _read(src: str, files: Mapping[str, bytes], config: Config, fetch: Fetch) -> bytes:
    if not src.strip():
        raise UnusableImage("no address came with the picture")
    scheme = scheme_of(src)
    if scheme == "data":
        return read_data_address(src, config.image_max_bytes)
    if scheme in ("http", "https"):
        address = src.strip()
        return fetch(f"https:{address}" if address.startswith("//") else address, config)
    if scheme and src not in files:
        raise UnusableImage(f"pictures are not read from `{scheme[:20]}:` addresses")
    return read_file(src, files)


def _gathered(requests: Sequence[ImageRequest], results: Mapping[str, DecodedImage | str]) -> GatheredImages:
    images = {
        src: _prepared(number, result)
        for number, (src, result) in enumerate(results.items(), start=1)
        if isinstance(result, DecodedImage)
    }
    reasons = {src: result for src, result in results.items() if isinstance(result, str)}
    judged = (_judge(request, results[request.src]) for request in requests)
    return GatheredImages(images, tuple(finding for finding in judged if finding), reasons)


def _prepared(number: int, image: DecodedImage) -> PreparedImage:
    extension = "jpg" if image.media_type == "image/jpeg" else "png"
    return PreparedImage(f"image-{number}.{extension}", image.data, image.media_type, image.width, image.height)


def _judge(request: ImageRequest, result: DecodedImage | str) -> Finding | None:
    if isinstance(result, str):
        return MissingImage(src=shown(request.src), block=request.block, reason=result)
    if result.given_width is None:
        return None
    dpi = round(result.given_width * 25.4 / request.width_mm)
    if dpi >= COARSE_DPI:
        return None
    return LowResolution(src=shown(request.src), block=request.block, dpi=dpi)
