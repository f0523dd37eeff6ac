"""Decoding: every file here is made by the test, most of them hostile or odd."""

from __future__ import annotations

import io
import random
import struct
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from pictures import (
    BLUE,
    GREEN,
    RED,
    close,
    encoded,
    exif,
    opened,
    photograph,
    quarters,
    raw_png,
    segment,
    with_segment,
)
from PIL import Image, ImageCms, ImageDraw
from profiles import grey_profile, ink_profile, rgb_profile

from service.config import Config
from service.prepare import decode as decode_module
from service.prepare.decode import DecodedImage, decode_image
from service.prepare.image_failure import UnusableImage
from service.prepare.image_jpeg import outline_jpeg
from service.prepare.image_memory import PictureMemory


@pytest.fixture(autouse=True)
def _forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode_module, "_memory", PictureMemory(max_bytes=0))


WIDE = 200.0  # mm: more than any picture here fills at 300 dpi


def decode(data: bytes, width_mm: float = WIDE, *, max_pixels: int = 1_000_000, **options: Any) -> DecodedImage:
    return decode_image(data, width_mm, Config(data=Path("unused"), image_max_pixels=max_pixels), **options)


def refusal(data: bytes, **options: Any) -> str:
    with pytest.raises(UnusableImage) as caught:
        decode(data, **options)
    return caught.value.reason


PHOTO = encoded(photograph(), "JPEG", quality=80)


@pytest.mark.parametrize(
    "options",
    [{}, {"progressive": True}, {"optimize": True}, {"subsampling": 0}, {"restart_marker_blocks": 4}, {"dpi": (9, 9)},
     {"icc_profile": ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()}],
    ids=lambda options: next(iter(options), "baseline"),
)  # fmt: skip
def test_a_jpeg_that_needs_nothing_passes_through_byte_for_byte(options: dict[str, Any]) -> None:
    jpeg = encoded(photograph(), "JPEG", **options)
    assert decode(jpeg) == DecodedImage(jpeg, "image/jpeg", 300, 200, 300)


def test_a_grey_jpeg_passes_through_byte_for_byte_in_colour_and_in_grey() -> None:
    jpeg = encoded(photograph().convert("L"), "JPEG")
    assert decode(jpeg).data == jpeg
    assert decode(jpeg, grey=True).data == jpeg


def test_a_jpeg_exactly_as_wide_as_it_prints_passes_through() -> None:
    assert decode(PHOTO, 25.4).data == PHOTO
    assert decode(PHOTO, 25.3).data != PHOTO


@pytest.mark.parametrize(
    ("marker", "payload"),
    [
        (0xE1, exif(1, place=True)),
        (0xE1, exif(place=True)),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRET</x:xmpmeta>"),
        (0xED, b"Photoshop 3.0\x008BIM SECRET"),
        (0xE2, b"MPF\0SECRET"),
        (0xE0, b"JFXX\0\x10SECRET"),
        (0xEB, b"SECRET"),
        (0xFE, b"SECRET"),
    ],
    ids=["exif", "exif without orientation", "xmp", "iptc", "second picture", "thumbnail", "unknown", "comment"],
)
def test_metadata_goes_without_coding_the_picture_anew(marker: int, payload: bytes) -> None:
    assert decode(with_segment(PHOTO, marker, payload)).data == PHOTO


def test_what_follows_the_end_of_a_jpeg_goes() -> None:
    assert decode(PHOTO + encoded(quarters(), "JPEG", exif=exif(place=True))).data == PHOTO


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_no_metadata_is_left_in_any_type(kind: str) -> None:
    picture = encoded(photograph(), kind, exif=exif(6, place=True), icc_profile=rgb_profile())
    assert b"SECRET" in picture
    for width_mm in (WIDE, 5):
        decoded = decode(picture, width_mm)
        left = opened(decoded.data)
        assert b"SECRET" not in decoded.data
        assert not left.getexif()
        assert not {"exif", "icc_profile", "xmp"} & set(left.info)


UPRIGHT = {1: "rgbw", 2: "grwb", 3: "wbgr", 4: "bwrg", 5: "rbgw", 6: "brwg", 7: "wgbr", 8: "gwrb"}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", sorted(UPRIGHT))
def test_the_orientation_is_applied(kind: str, orientation: int) -> None:
    picture = quarters().resize((64, 48))
    options = {"lossless": True} if kind == "WEBP" else {"quality": 95} if kind == "JPEG" else {}
    decoded = decode(encoded(picture, kind, exif=exif(orientation), **options))
    width, height = (64, 48) if orientation < 5 else (48, 64)
    assert (decoded.width, decoded.height, decoded.given_width) == (width, height, width)
    names = {RED: "r", GREEN: "g", BLUE: "b", (255, 255, 255): "w"}
    pixels = [opened(decoded.data).convert("RGB").getpixel((x, y)) for y in (8, height - 8) for x in (8, width - 8)]
    found = "".join(next(name for colour, name in names.items() if close(pixel, colour, 12)) for pixel in pixels)
    assert found == UPRIGHT[orientation]


def test_an_avif_is_turned_upright() -> None:
    decoded = decode(encoded(quarters().resize((64, 48)), "AVIF", quality=95, exif=exif(6)))
    assert (decoded.width, decoded.height) == (48, 64)
    assert close(opened(decoded.data).convert("RGB").getpixel((8, 8)), BLUE, 14)


@pytest.mark.parametrize(
    "block",
    [b"", b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0MM\0*\0\0\0\x08\xff\xff", b"Exif\0\0garbage!",
     exif(9), exif(0), exif(6)[:20]],
)  # fmt: skip
def test_an_orientation_that_makes_no_sense_is_upright(block: bytes) -> None:
    assert decode(with_segment(PHOTO, 0xE1, block)).data == PHOTO


def test_a_picture_is_made_smaller_to_300_dpi_and_never_larger() -> None:
    decoded = decode(PHOTO, 12.7)
    assert (decoded.width, decoded.height, decoded.given_width) == (150, 100, 300)
    assert opened(decoded.data).size == (150, 100)
    assert decode(encoded(quarters(), "PNG"), WIDE).width == 64


def test_the_printed_width_counts_after_turning() -> None:
    decoded = decode(encoded(photograph(), "JPEG", exif=exif(6)), 8.467)
    assert (decoded.width, decoded.height) == (101, 152)


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF"])
def test_a_photograph_becomes_a_jpeg_and_keeps_its_look(kind: str) -> None:
    decoded = decode(encoded(photograph(), kind, quality=95), 12.7)
    assert decoded.media_type == "image/jpeg"
    found = opened(decoded.data).resize((3, 2), Image.Resampling.BOX)
    wanted = photograph().resize((3, 2), Image.Resampling.BOX)
    assert all(close(found.getpixel((x, y)), wanted.getpixel((x, y)), 6) for x in range(3) for y in range(2))


@pytest.mark.parametrize(
    ("subsampling", "width_mm", "fine"), [(2, 20, False), (2, 12.7, True), (2, 8, True), (0, 20, True)]
)
def test_colour_is_kept_as_fine_as_the_file_had_it_and_no_finer(subsampling: int, width_mm: float, fine: bool) -> None:
    decoded = decode(encoded(photograph(), "JPEG", subsampling=subsampling), width_mm)
    assert outline_jpeg(decoded.data).fine_colour == fine


def test_a_large_opaque_png_of_a_photograph_becomes_a_jpeg() -> None:
    assert decode(encoded(photograph(), "PNG")).media_type == "image/jpeg"


def test_a_drawing_stays_a_png_pixel_for_pixel() -> None:
    drawing = quarters(size=200)
    ImageDraw.Draw(drawing).text((20, 90), "Tide, 1.2 m", fill="black", font_size=30)
    decoded = decode(encoded(drawing, "PNG"))
    assert decoded.media_type == "image/png"
    assert opened(decoded.data).tobytes() == drawing.tobytes()


def test_transparency_is_kept() -> None:
    picture = photograph().convert("RGBA")
    picture.paste((0, 0, 0, 0), (0, 0, 100, 100))
    for kind, options in (("PNG", {}), ("WEBP", {"lossless": True})):
        decoded = decode(encoded(picture, kind, **options))
        assert decoded.media_type == "image/png"
        left = opened(decoded.data)
        assert left.mode == "RGBA"
        assert left.getpixel((50, 50))[3] == 0  # type: ignore[index]
        assert left.getpixel((200, 150))[3] == 255  # type: ignore[index]
        assert opened(decode(encoded(picture, kind, **options), grey=True).data).mode == "LA"


def test_an_alpha_channel_without_a_transparent_pixel_goes() -> None:
    decoded = decode(encoded(photograph().convert("RGBA"), "PNG"))
    assert decoded.media_type == "image/jpeg"


def test_a_transparent_colour_of_a_palette_or_of_grey_is_kept() -> None:
    palette = quarters().quantize(8)
    white = palette.getpixel((60, 60))
    grey = quarters("L")
    for picture, see_through in ((palette, white), (grey, 255)):
        left = opened(decode(encoded(picture, "PNG", transparency=see_through)).data)
        assert left.mode in ("RGBA", "LA")
        assert left.getpixel((60, 60))[-1] == 0  # type: ignore[index]
        assert left.getpixel((4, 4))[-1] == 255  # type: ignore[index]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_every_mode_of_a_png_is_brought_to_one_that_the_engine_knows(mode: str) -> None:
    picture = quarters().quantize(8) if mode == "P" else quarters(mode)
    left = opened(decode(encoded(picture, "PNG")).data)
    assert left.mode in ("L", "RGB")
    if mode in ("P", "RGB", "RGBA"):
        assert close(left.getpixel((8, 8)), RED)


def test_sixteen_bits_of_colour_become_eight() -> None:
    assert close(opened(decode(raw_png(40, 40, bits=16, content=SIXTEEN_BITS)).data).getpixel((9, 9)), (250, 128, 0), 1)


SIXTEEN_BITS = (b"\0" + struct.pack(">3H", 64_250, 32_896, 0) * 40) * 40


def test_sixteen_bits_of_grey_are_scaled_and_not_cut_off() -> None:
    values = [10_000] * 20 + [40_000] * 20
    picture = Image.frombytes("I;16", (40, 40), struct.pack("<40H", *values) * 40)
    left = opened(decode(encoded(picture, "PNG")).data)
    assert left.mode == "L"
    assert close((left.getpixel((5, 5)), left.getpixel((35, 35))), (39, 156), 1)


def test_the_first_frame_of_an_animation_prints() -> None:
    frames = [Image.new("RGB", (40, 40), colour) for colour in (RED, GREEN, BLUE)]
    for kind, options in (("GIF", {}), ("WEBP", {"lossless": True}), ("PNG", {})):
        animation = encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100, **options)
        assert close(opened(decode(animation).data).convert("RGB").getpixel((20, 20)), RED)


def in_srgb(colour: tuple[int, ...], profile: bytes, mode: str = "RGB") -> Any:
    """Return what the colour engine itself makes of a colour."""
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    transform = ImageCms.buildTransform(
        source, ImageCms.createProfile("sRGB"), mode, "RGB", ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip
    return transform.apply(Image.new(mode, (1, 1), colour)).getpixel((0, 0))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_wide_profile_is_brought_to_srgb(kind: str) -> None:
    given = (100, 180, 60)
    options = {"lossless": True} if kind == "WEBP" else {} if kind == "PNG" else {"quality": 95}
    wanted = in_srgb(given, rgb_profile())
    assert not close(wanted, given, 20), "the profile must matter"
    decoded = decode(encoded(Image.new("RGB", (64, 64), given), kind, icc_profile=rgb_profile(), **options))
    assert close(opened(decoded.data).convert("RGB").getpixel((30, 30)), wanted, 5)


def test_a_profile_keeps_the_alpha_channel() -> None:
    picture = Image.new("RGBA", (64, 64), (100, 180, 60, 128))
    left = opened(decode(encoded(picture, "PNG", icc_profile=rgb_profile())).data)
    assert close(left.getpixel((9, 9)), (*in_srgb((100, 180, 60), rgb_profile()), 128), 2)


def test_a_grey_profile_is_brought_to_the_tone_curve_of_srgb() -> None:
    jpeg = encoded(Image.new("L", (64, 64), 100), "JPEG", icc_profile=grey_profile(1.0), quality=95)
    left = opened(decode(jpeg).data)
    assert left.mode == "L"
    assert abs(left.getpixel((9, 9)) - 168) <= 4  # type: ignore[operator]


@pytest.mark.parametrize(
    "profile",
    [
        b"garbage",
        rgb_profile()[:100],
        b"\xff".join((rgb_profile()[:16], rgb_profile()[17:])),
        grey_profile(1.8),
        ink_profile((90, 90, 90)),
    ],
)
def test_a_profile_that_is_damaged_or_of_another_kind_is_left_aside(profile: bytes) -> None:
    decoded = decode(encoded(quarters(), "PNG", icc_profile=profile))
    assert close(opened(decoded.data).getpixel((8, 8)), RED)


INKS = (0, 200, 200, 20)  # cyan, magenta, yellow, black: a dark red


def cmyk_jpeg(*, adobe: bool, **options: Any) -> bytes:
    """Return a CMYK JPEG, its inks inverted with an Adobe segment or plain without one."""
    jpeg = encoded(Image.new("CMYK", (64, 64), INKS), "JPEG", quality=95, **options)
    at = jpeg.index(b"\xff\xee")
    assert jpeg[at + 4 : at + 9] == b"Adobe"
    if adobe:
        return jpeg
    inverted = encoded(Image.new("CMYK", (64, 64), tuple(255 - ink for ink in INKS)), "JPEG", quality=95, **options)
    at = inverted.index(b"\xff\xee")
    return inverted[:at] + inverted[at + 2 + int.from_bytes(inverted[at + 2 : at + 4], "big") :]


@pytest.mark.parametrize("adobe", [True, False])
def test_inks_become_srgb_whether_adobe_inverted_them_or_not(adobe: bool) -> None:
    decoded = decode(cmyk_jpeg(adobe=adobe))
    left = opened(decoded.data)
    assert (decoded.media_type, left.mode) == ("image/jpeg", "RGB")
    red, green, blue = left.getpixel((30, 30))  # type: ignore[misc]
    assert red > 200
    assert green < 80
    assert blue < 80


def test_inks_with_a_profile_follow_the_profile() -> None:
    profile = ink_profile((150, 90, 90))
    jpeg = encoded(Image.new("CMYK", (64, 64), (255, 0, 0, 0)), "JPEG", quality=95, icc_profile=profile)
    wanted = in_srgb((255, 0, 0, 0), profile, "CMYK")
    assert not close(wanted, (0, 255, 255), 60), "the profile must matter"
    assert close(opened(decode(jpeg).data).getpixel((30, 30)), wanted, 6)


def test_a_jpeg_in_rgb_without_a_segment_that_says_so_is_coded_anew() -> None:
    # The components are numbered "RGB": decoders and PDF readers disagree about such a file.
    jpeg = encoded(Image.new("RGB", (64, 64), RED), "JPEG", quality=95, keep_rgb=True)
    left = opened(decode(jpeg).data)
    assert close(left.getpixel((30, 30)), RED)
    assert outline_jpeg(decode(jpeg).data).printable


@pytest.mark.parametrize("value", [0, 1, 90, 128, 254, 255])
def test_a_neutral_keeps_its_tone_in_grey(value: int) -> None:
    left = opened(decode(encoded(Image.new("RGB", (64, 64), (value,) * 3), "PNG"), grey=True).data)
    assert left.mode == "L"
    assert abs(left.getpixel((9, 9)) - value) <= 1  # type: ignore[operator]


def test_grey_is_by_luminance_so_that_strong_colours_do_not_turn_black() -> None:
    greys = {}
    for name, colour in (("red", (255, 0, 0)), ("green", (0, 255, 0)), ("blue", (0, 0, 255))):
        decoded = decode(encoded(Image.new("RGB", (64, 64), colour), "PNG"), grey=True)
        greys[name] = opened(decoded.data).getpixel((9, 9))
    # Relative luminance 0.2225, 0.7169, 0.0606 (D50), in sRGB's tone curve.
    assert close(tuple(greys.values()), (130, 219, 69), 3)


def test_grey_ink_makes_a_grey_jpeg_of_a_photograph() -> None:
    decoded = decode(PHOTO, grey=True)
    assert decoded.media_type == "image/jpeg"
    assert opened(decoded.data).mode == "L"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_the_same_bytes_give_the_same_bytes(kind: str) -> None:
    picture = encoded(photograph(), kind, **({} if kind == "GIF" else {"exif": exif(6)}))
    assert decode(picture, 10) == decode(picture, 10)


def test_a_bomb_is_refused_by_its_header_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = encoded(Image.new("L", (2000, 1000)), "JPEG")
    monkeypatch.setattr(Image.Image, "load", lambda self: pytest.fail("decoded"))
    bombs = [
        raw_png(60_000, 60_000),
        with_height(wide, 0xFFFF),
        b"GIF89a" + struct.pack("<HH", 60_000, 60_000) + b"\0\0\0,\0\0\0\0\x60\xea\x60\xea\0\x02\x02L\x01\0;",
        b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + b"\xfe\xff\xff" * 2,
        b"RIFF\x1e\0\0\0WEBPVP8L\x0a\0\0\0\x2f\xff\xff\xff\x0f\0\0\0\0\0",
        b"RIFF\x1e\0\0\0WEBPVP8 \x0a\0\0\0\0\0\0\x9d\x01\x2a\xff\x3f\xff\x3f\0\0",
    ]
    for bomb in bombs:
        assert "million pixels, more than the 1 allowed" in refusal(bomb)


def test_an_avif_bomb_is_refused() -> None:
    assert "million pixels" in refusal(encoded(Image.new("L", (2000, 1000)), "AVIF"))


def with_height(jpeg: bytes, height: int) -> bytes:
    at = jpeg.index(b"\xff\xc0") + 5
    return jpeg[:at] + height.to_bytes(2, "big") + jpeg[at + 2 :]


def test_a_limit_above_pillows_own_is_the_one_that_counts() -> None:
    reason = refusal(raw_png(20_000, 10_000), max_pixels=300_000_000)
    assert reason == "it is cut off or damaged"


def test_a_jpeg_of_endless_scans_is_refused() -> None:
    progressive = encoded(photograph(), "JPEG", progressive=True)
    scan = segment(0xDA, b"\x01\x01\x00\x01\x05\x00") + b"\0\0"
    assert "too many scans" in refusal(progressive[:-2] + scan * 300 + b"\xff\xd9")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
@pytest.mark.parametrize("share", [0.02, 0.2, 0.5, 0.9])
def test_a_truncated_picture_is_said_to_be_cut_off(kind: str, share: float) -> None:
    picture = encoded(photograph(), kind)
    assert refusal(picture[: max(16, int(len(picture) * share))]) == "it is cut off or damaged"


@pytest.mark.parametrize("progressive", [True, False])
def test_a_jpeg_without_its_end_is_not_passed_through(progressive: bool) -> None:
    picture = encoded(photograph(), "JPEG", progressive=progressive)
    assert refusal(picture[: len(picture) // 2]) == "it is cut off or damaged"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b"<!doctype html><title>Not found</title>", "it is a web page and not a picture"),
        (b"\n\n<html><body>" + b"x" * 500, "it is a web page and not a picture"),
        (b"<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'><html><svg></svg>", "it is a web page and not a picture"),
        (b"%PDF-1.7\n", "it is a PDF;"),
        (b"II*\0\x08\0\0\0", "it is a TIFF picture;"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "it is a HEIC picture;"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0isommp42", "it is a video;"),
        (b"just words", "it is of an unknown type;"),
        (b"\0" * 100, "it is of an unknown type;"),
    ],
)
def test_what_is_no_picture_is_named(data: bytes, reason: str) -> None:
    assert refusal(data).startswith(reason)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_damage_of_any_kind_is_a_reason_or_a_picture_and_never_a_crash(kind: str) -> None:
    picture = encoded(
        photograph(60, 40), kind, **({} if kind == "GIF" else {"exif": exif(6), "icc_profile": rgb_profile()})
    )
    chance = random.Random(7)
    for _ in range(150):
        damaged = bytearray(picture)
        for _ in range(chance.randrange(1, 12)):
            damaged[chance.randrange(12 if kind in ("WEBP", "AVIF") else 6, len(damaged))] = chance.randrange(256)
        with suppress(UnusableImage):
            assert decode(bytes(damaged), 3).width <= 40
