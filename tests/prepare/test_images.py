"""Gathering: every picture of an article at once, with a finding for each that is missing or too coarse."""

from __future__ import annotations

import base64
import threading
import urllib.parse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from loopback import Loopback, body, redirect, serving
from pictures import encoded, opened, photograph, quarters, raw_png

from service.config import Config
from service.prepare import decode, images
from service.prepare.image_failure import UnusableImage
from service.prepare.image_memory import PictureMemory
from service.prepare.images import FETCHED_AT_ONCE, GatheredImages, ImageRequest, gather_images
from service.report import LowResolution, MissingImage

PHOTO = encoded(photograph(), "JPEG")
PNG = encoded(quarters(), "PNG")


@pytest.fixture(autouse=True)
def _forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "_memory", PictureMemory(max_bytes=0))


def gather(*requests: ImageRequest | str, files: Mapping[str, bytes] | None = None, **options: Any) -> GatheredImages:
    settings = {name: options.pop(name) for name in list(options) if name.startswith("image_")}
    config = Config(data=Path("unused"), **settings)
    wanted = [ImageRequest(entry, 25.4) if isinstance(entry, str) else entry for entry in requests]
    return gather_images(wanted, files or {}, config, **options)


def reason_of(src: str, **options: Any) -> str:
    gathered = gather(src, **options)
    assert not gathered.images
    assert [type(finding) for finding in gathered.findings] == [MissingImage]
    assert gathered.findings[0].reason == gathered.reasons[src]  # type: ignore[union-attr]
    return gathered.reasons[src]


def test_no_requests_gather_nothing() -> None:
    assert gather() == GatheredImages({}, (), {})


@pytest.mark.parametrize(
    "src",
    [
        "data:image/jpeg;base64," + base64.b64encode(PHOTO).decode(),
        "DATA:image/png;charset=x;BASE64," + base64.b64encode(PHOTO).decode().rstrip("="),
        "data:;base64,\n  " + base64.b64encode(PHOTO).decode().replace("A", "A\n", 20),
        "data:text/html," + urllib.parse.quote_from_bytes(PHOTO),
        "data:image/jpeg;base64," + urllib.parse.quote(base64.b64encode(PHOTO).decode(), safe=""),
    ],
    ids=["base64", "without padding", "with line breaks", "percent", "both"],
)
def test_a_data_address_is_read_in_either_encoding(src: str) -> None:
    assert gather(src).images[src].data == PHOTO


@pytest.mark.parametrize(
    ("src", "reason"),
    [
        ("data:image/png;base64", "the data address holds no data"),
        ("data:image/png;base64,@@@@", "the data address is damaged (not base64)"),
        ("data:image/png;base64,", "it is empty"),
        ("data:image/png,\ud800", "it is of an unknown type; JPEG, PNG, WebP, AVIF, GIF and SVG can be printed"),
        ("data:image/png,hello", "it is of an unknown type; JPEG, PNG, WebP, AVIF, GIF and SVG can be printed"),
    ],
)
def test_a_data_address_that_holds_no_picture_is_missing_with_a_reason(src: str, reason: str) -> None:
    assert reason_of(src) == reason


def test_a_data_address_keeps_to_the_limit_of_bytes() -> None:
    for content in (base64.b64encode(b"x" * 2000).decode(), "x" * 9000):
        assert reason_of(f"data:image/png;base64,{content}", image_max_bytes=1000) == "it has more than 0.001 MB"


@pytest.mark.parametrize(
    ("src", "name"),
    [("a.png", "a.png"), ("./a.png", "a.png"), ("././b/a.png", "b/a.png"), ("b/Bild%20%C3%A4.png", "b/Bild ä.png"),
     ("100%25.png", "100%25.png"), ("100%25.png", "100%.png"), ("b/Bild ä.png", "b/Bild ä.png")],
)  # fmt: skip
def test_a_file_of_the_article_is_found_by_its_name(src: str, name: str) -> None:
    assert gather(src, files={name: PHOTO}).images[src].data == PHOTO


@pytest.mark.parametrize(
    "src",
    [
        "../a.png",
        "b/../../a.png",
        "/a.png",
        "%2e%2e/a.png",
        "..%2fa.png",
        "\\a.png",
        "b\\..\\a",
        ".//..//a.png",
        "a%00",
    ],
)
def test_a_name_that_leads_out_of_the_article_is_refused_whatever_the_files_are_called(src: str) -> None:
    assert reason_of(src, files={src: PHOTO, "a.png": PHOTO}) == "the name leads out of the article's own files"


def test_an_unknown_file_is_missing() -> None:
    assert reason_of("b.png", files={"a.png": PHOTO}) == "no file of this name came with the article"


def test_a_file_that_came_without_its_folder_is_named() -> None:
    reason = reason_of("pictures/a.png", files={"a.png": PHOTO})
    assert reason == "no file of this name came with the article; `a.png` did"


@pytest.mark.parametrize("src", ["file:///etc/hosts", "FILE:/etc/hosts", "ftp://h.example/a", "javascript:x", "blob:x"])
def test_other_schemes_are_refused(src: str) -> None:
    assert "addresses" in reason_of(src)


def test_a_refused_host_is_named_with_the_setting() -> None:
    for src in ("https://images.example/a.jpg", "//images.example/a.jpg", " HTTPS://images.example/a.jpg"):
        assert reason_of(src) == "the host `images.example` is not among those that TEARSHEET_IMAGE_HOSTS allows"


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serving() as loopback:
        yield loopback


def hosts(server: Loopback) -> dict[str, Any]:
    return {"image_hosts": [f"127.0.0.1:{server.port}"]}


def test_a_fetched_picture_is_judged_by_its_content_and_not_by_name_or_header(server: Loopback) -> None:
    server.answers["/a.svg"] = body(PHOTO, headers="Content-Type: text/html\r\n")
    src = server.url("/a.svg")
    assert gather(src, **hosts(server)).images[src].data == PHOTO


def test_a_web_page_in_place_of_a_picture_is_named(server: Loopback) -> None:
    server.answers["/a.jpg"] = body(b"<!doctype html><p>Log in</p>", headers="Content-Type: image/jpeg\r\n")
    assert reason_of(server.url("/a.jpg"), **hosts(server)) == "it is a web page and not a picture"


def test_a_bomb_from_the_web_is_missing(server: Loopback) -> None:
    server.answers["/a.png"] = body(raw_png(60_000, 60_000))
    assert "million pixels" in reason_of(server.url("/a.png"), **hosts(server))


def test_a_redirect_to_a_private_address_is_generic_in_the_finding(server: Loopback) -> None:
    server.answers["/a"] = redirect("http://10.0.0.5/")
    reason = reason_of(server.url("/a"), image_hosts=[f"127.0.0.1:{server.port}", "10.0.0.5"])
    assert reason.startswith("the address is not allowed")
    assert "10.0.0.5" not in reason


def test_the_settings_bound_each_fetch(server: Loopback) -> None:
    server.answers["/a"] = body(b"x" * 2000)
    assert reason_of(server.url("/a"), image_max_bytes=1000, **hosts(server)) == "it has more than 0.001 MB"


def test_pictures_are_fetched_side_by_side_and_a_slow_one_delays_no_other() -> None:
    together = threading.Barrier(FETCHED_AT_ONCE, timeout=5)

    def wait_for_all(url: str, config: Config) -> bytes:
        together.wait()  # breaks unless that many are under way at once
        return PHOTO

    sources = [f"https://h.example/{number}" for number in range(FETCHED_AT_ONCE)]
    assert list(gather(*sources, fetch=wait_for_all).images) == sources


def test_never_more_than_eight_are_fetched_at_once() -> None:
    lock, under_way, most = threading.Lock(), 0, 0
    full = threading.Event()

    def count(url: str, config: Config) -> bytes:
        nonlocal under_way, most
        with lock:
            under_way += 1
            most = max(most, under_way)
            if under_way >= FETCHED_AT_ONCE:
                full.set()
        full.wait(5)
        with lock:
            under_way -= 1
        return PHOTO

    gather(*[f"https://h.example/{number}" for number in range(20)], fetch=count)
    assert most == FETCHED_AT_ONCE == 8


def test_names_and_findings_follow_the_order_of_the_requests_and_not_of_arrival() -> None:
    last_arrived = threading.Event()

    def first_comes_last(url: str, config: Config) -> bytes:
        if url.endswith("/1"):
            last_arrived.wait(5)
        if url.endswith("/3"):
            last_arrived.set()
        if url.endswith("/2"):
            raise UnusableImage("gone")
        return PHOTO if url.endswith("/1") else PNG

    wanted = [ImageRequest(f"https://h.example/{number}", 100, f"b{number}") for number in (1, 2, 3)]
    gathered = gather(*wanted, fetch=first_comes_last)
    assert [image.name for image in gathered.images.values()] == ["image-1.jpg", "image-3.png"]
    assert [(finding.kind, finding.block) for finding in gathered.findings] == [  # type: ignore[union-attr]
        ("low-resolution", "b1"),
        ("missing-image", "b2"),
        ("low-resolution", "b3"),
    ]


def test_a_source_asked_for_twice_is_fetched_once_at_the_largest_width() -> None:
    fetched = []

    def fetch(url: str, config: Config) -> bytes:
        fetched.append(url)
        return PHOTO

    src = "https://h.example/a"
    gathered = gather(ImageRequest(src, 5), ImageRequest(src, 12.7), ImageRequest(src, 8), fetch=fetch)
    assert fetched == [src]
    assert gathered.images[src].width == 150


def test_a_picture_below_150_dpi_is_reported_with_its_resolution_for_each_place_where_it_prints() -> None:
    wanted = [ImageRequest("a.jpg", 50.8, "b1"), ImageRequest("a.jpg", 51.4, "b2"), ImageRequest("a.jpg", 152.4, None)]
    gathered = gather(*wanted, files={"a.jpg": PHOTO})
    assert gathered.findings == (
        LowResolution(src="a.jpg", block="b2", dpi=148),
        LowResolution(src="a.jpg", block=None, dpi=50),
    )


def test_a_drawing_is_never_too_coarse() -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5"><rect width="9" height="4"/></svg>'
    gathered = gather(ImageRequest("a.svg", 100), files={"a.svg": drawing})
    assert gathered.findings == ()
    assert gathered.images["a.svg"].width == 1182


def test_a_missing_picture_is_reported_for_each_block_that_holds_it() -> None:
    gathered = gather(ImageRequest("a.jpg", 10, "b1"), ImageRequest("a.jpg", 20, "b4"))
    assert [finding.block for finding in gathered.findings] == ["b1", "b4"]  # type: ignore[union-attr]


def test_one_bad_picture_does_not_cost_the_others() -> None:
    gathered = gather("bad.png", "good.jpg", files={"bad.png": PNG[:50], "good.jpg": PHOTO})
    assert list(gathered.images) == ["good.jpg"]
    assert gathered.reasons == {"bad.png": "it is cut off or damaged"}


def test_a_data_address_is_cut_short_in_the_report_and_a_password_is_left_out() -> None:
    data = gather("data:image/png;base64," + "A" * 5000).findings[0]
    web = gather("https://name:secret@h.example/a").findings[0]
    assert len(data.src) < 60  # type: ignore[union-attr]
    assert web.src == "https://h.example/a"  # type: ignore[union-attr]
    assert "password" in web.reason  # type: ignore[union-attr]


def test_grey_ink_makes_grey_pictures() -> None:
    gathered = gather("a.jpg", "a.png", files={"a.jpg": PHOTO, "a.png": PNG}, grey=True)
    assert [opened(image.data).mode for image in gathered.images.values()] == ["L", "L"]


def test_the_same_requests_give_the_same_bytes() -> None:
    files = {f"{number}.png": encoded(photograph(60 + number, 40), "PNG") for number in range(12)}
    assert gather(*files, files=files) == gather(*files, files=files)


def test_a_bug_is_not_taken_for_a_missing_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*given: object, **named: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(images, "decode_image", broken)
    with pytest.raises(ZeroDivisionError):
        gather("a.jpg", files={"a.jpg": PHOTO})
