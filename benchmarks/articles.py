"""The articles that are timed: one text in our own words, as long as a number of pages asks for."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFilter

from service.article import read_article
from service.stages import Submission

JPEG_BYTES = 450_000


def article_of_paragraphs(count: int) -> Submission:
    """Return an article of `count` paragraphs with a lead picture of 450 kB, subheads, a quotation and links."""
    body = []
    for index, text in zip(range(count), _paragraphs(count), strict=True):
        if index % 6 == 4:
            body.append(f"<h2>What the ledger says, part {index // 6 + 1}</h2>")
        if index == 3:
            body.append("<blockquote><p>Our crews matter to this coast.</p><p>— Ilse Brandt, chair</p></blockquote>")
        link = f' See <a href="https://ledger.example/{index}">the entry</a>.' if index % 4 == 1 else ""
        body.append(f"<p>{text}{link}</p>")
    record = {
        "id": f"bench-{count}",
        "canonical_url": "https://courier.example/bench",
        "language": "en-GB",
        "publication": {"name": "The Harbour Courier", "tagline": "News of the treaty coast since 1871"},
        "kicker": "Coast",
        "headline": "The winter of the low ice, and the wall behind it",
        "dek": "For four years a committee measured a harbour wall. The town had asked a simpler question.",
        "published_at": "2026-03-03T08:00:00+01:00",
        "authors": [{"name": "Anna Holm"}],
        "lead_figure": {"src": "lead.jpg", "alt": "Boats at dusk.", "caption": "Boats. / T. Vang", "width": 1984},
        "body_html": "\n".join(body),
    }
    return Submission(read_article(record), {"lead.jpg": lead_picture()})


def article_of_pages(pages: int, count_pages: Callable[[Submission], int]) -> Submission:
    """Return the longest article that `count_pages` finds to fill exactly `pages`."""
    count, best = max(1, pages * 4 - 3), None
    while (found := count_pages(submission := article_of_paragraphs(count))) <= pages:
        best = submission if found == pages else best
        count += max(1, (pages - found) * 3)
    return best or submission


def lead_picture() -> bytes:
    """Return a JPEG of about 450 kB that needs no work: upright, sRGB, 1984 pixels wide."""
    rng = random.Random(1871)
    picture = Image.new("RGB", (1984, 1116), (205, 214, 222))
    draw = ImageDraw.Draw(picture)
    for _ in range(220):
        x, y, size = rng.randrange(1984), rng.randrange(1116), rng.randrange(20, 260)
        draw.ellipse((x, y, x + size, y + size // 2), fill=tuple(rng.randrange(40, 230) for _ in range(3)))
    picture = picture.filter(ImageFilter.GaussianBlur(2))
    grain = Image.frombytes("L", (1984, 1116), rng.randbytes(1984 * 1116)).convert("RGB")
    picture = Image.blend(picture, grain, 0.06)
    for quality in range(95, 40, -1):
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=quality, subsampling=2)
        if out.tell() <= JPEG_BYTES:
            break
    return out.getvalue()


def _paragraphs(count: int) -> list[str]:
    import re

    html = (files("service.samples") / "low-ice" / "body.html").read_text(encoding="utf-8")
    found = [re.sub(r"<[^>]+>", "", text) for text in re.findall(r"<p>(.*?)</p>", html, re.DOTALL)]
    long = [text for text in found if len(text) > 260]
    return [long[index % len(long)] for index in range(count)]
