"""PreparedArticle → PrintHtml: the page that the engine sets and that a person can read too."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import pyphen
from markupsafe import Markup

from service import __version__
from service.article import Article
from service.colour import accent_ink, grey_of
from service.dates import date_in_words, day_in_words, instant_in_words
from service.fonts import covered_characters
from service.glyphs import missing_glyphs
from service.headline import headline_lines, is_long
from service.labels import Labels, join_names
from service.languages import is_cjk, script_of
from service.options import PrintOptions
from service.prepare.typography import bind_runt, short_headline
from service.qr import qr_image
from service.sheet import Sheet, sheet_of
from service.stages import Block, PreparedArticle, PreparedImage, PrintHtml
from service.table_fit import declare_columns, divide_long_words, table_room
from service.templates import Stationery

STYLESHEETS = ("fonts.css", "variables.css", "page.css", "article.css", "engine_fixes.css")
_ONE_LINE = 70  # Characters of a paragraph that is about one line.
_QUESTION = re.compile(r"<p [^>]*><(strong|b)>[^<]*(<span[^>]*>[^<]*</span>)?</\1></p>$")
_SPANNING = {"wide", "landscape"}  # Tables that need the whole sheet.
_LONG_BOX = 1800  # Characters after which a side box may break over a page.
# In two columns sooner: the engine (70) grows columns by pixels until an undivided box fits, for seconds a page.
_LONG_IN_COLUMN = 600


def lay_out(
    prepared: PreparedArticle, options: PrintOptions, stationery: Stationery, *, standalone: bool = False
) -> PrintHtml:
    """Return the print page. `standalone` puts styles and pictures into the page, for a browser or a file."""
    article, sheet, templates = prepared.article, sheet_of(options), stationery.templates
    labels = stationery.labels(article.language)
    classes, root_style = _page_classes(article, options, sheet), _page_style(article, options)
    images = dict(prepared.images)
    if options.qr == "on" and article.canonical_url:
        images["qr.svg"] = qr_image(article.canonical_url)
    styles = tuple(templates.get_template(f"css/{name}").render() for name in STYLESHEETS)
    html = templates.get_template("article.html").render(
        **_words(article, options, sheet, labels),
        article=article,
        prepared=prepared,
        options=options,
        labels=labels,
        sheet=sheet,
        page_classes=" ".join(classes),
        page_style=root_style,
        headline_lines=headline_lines(article.headline, article.language, options, sheet),
        runs=_runs(prepared.blocks, options, sheet),
        qr="qr.svg" in images,
        generator=f"Tearsheet {__version__}",
        styles=[*styles, templates.get_template("css/screen.css").render()] if standalone else [],
    )
    findings = (*prepared.findings, *missing_glyphs(html, covered_characters(stationery.more_fonts)))
    if standalone:
        html = _embed_images(html, images)
    return PrintHtml(html, images, styles, frozenset(classes), root_style, findings)


def _words(article: Article, options: PrintOptions, sheet: Sheet, labels: Labels) -> dict[str, Any]:
    language = article.language
    return {
        "authors": article.authors,
        "published": _dated(article.published_at, language),
        "updated": _dated(article.updated_at, language) if _was_updated(article) else None,
        "status_line": _status_line(article, labels),
        "running_publication": short_headline(article.publication.name, sheet.running_publication),
        "short_headline": short_headline(article.headline, sheet.running_head),
        "running_address": _shortened(_shown(article.canonical_url), sheet.running_address),
        "dek": bind_runt(article.dek, language) if article.dek else None,
        "address": _shown(article.canonical_url),
        "corrections": [(day_in_words(item.date, language), item) for item in article.corrections],
        "printed_on": day_in_words(options.printed_on, language) if options.printed_on else None,
        "join_names": lambda people: join_names([person.name for person in people], language),
    }


def _shown(address: str | None) -> str:
    return re.sub(r"^https?://(www\.)?", "", address or "").rstrip("/")


def _shortened(address: str, limit: int) -> str:
    return address if len(address) <= limit else f"{address[: limit - 1]}…"


def _was_updated(article: Article) -> bool:
    return article.updated_at is not None and (
        article.published_at is None or article.updated_at.date() != article.published_at.date()
    )


def _dated(instant: datetime | None, language: str) -> tuple[str, str] | None:
    return (instant.isoformat(), date_in_words(instant, language)) if instant else None


def _status_line(article: Article, labels: Labels) -> str | None:
    match article.status:
        case "draft":
            return labels.draft
        case "embargoed":
            assert article.embargo_until is not None  # noqa: S101 - the record's own rule
            return labels.embargoed.format(instant=instant_in_words(article.embargo_until, article.language))
        case "withdrawn":
            return labels.withdrawn
        case "corrected":
            return labels.corrected
        case _:
            return None


def _page_classes(article: Article, options: PrintOptions, sheet: Sheet) -> list[str]:
    fonts = "sans" if options.large_print and options.fonts == "serif" else options.fonts
    classes = [
        f"paper-{options.paper}",
        f"size-{options.text_size}",
        f"columns-{1 if options.large_print else options.columns}",
        f"images-{options.images}",
        f"ink-{options.ink}",
        f"fonts-{fonts}",
        f"script-{script_of(article.language).lower()}",
        article.direction,
        "margin-column" if sheet.margin_column else "no-margin-column",
    ]
    if is_cjk(article.language):
        classes.append("cjk")
    elif not pyphen.language_fallback(article.language):
        classes.append("undivided")
    if article.status != "published":
        classes.append("has-status")
    if is_long(article.headline):
        classes.append("headline-long")
    return classes


def _page_style(article: Article, options: PrintOptions) -> str:
    accent = article.publication.accent_colour
    if options.ink == "grey":
        accent = grey_of(accent)
    return f"--accent: {accent}; --accent-ink: {accent_ink(accent, large_print=options.large_print)}"


def _runs(blocks: Sequence[Block], options: PrintOptions, sheet: Sheet) -> list[tuple[bool, list[Markup]]]:
    """Return the blocks in runs: those of the text, and between them each that spans the sheet or turns it.

    Two columns end before such a block and begin again after it.
    """
    runs: list[tuple[bool, list[Markup]]] = []
    for spans, html in _placed_blocks(blocks, options, sheet):
        if not runs or runs[-1][0] != spans:
            runs.append((spans, []))
        runs[-1][1].append(Markup(html))  # noqa: S704 - sealed in preparation
    return runs


def _placed_blocks(blocks: Sequence[Block], options: PrintOptions, sheet: Sheet) -> Iterator[tuple[bool, str]]:
    # What depends on a block's place or on the options is added to its own markup, which stays the reader's unit.
    for index, block in enumerate(blocks):
        added = _added_class(index, blocks, options, sheet)
        html = divide_long_words(block.html) if block.kind == "table" else block.html
        html = declare_columns(html) if "dense" in added else html
        if added and (found := re.match(r"<\w+[^>]*? class=\"", html)):
            html = f"{html[: found.end()]}{added} {html[found.end() :]}"
        elif added:
            html = re.sub(r"^<(\w+)", rf'<\1 class="{added}"', html)
        yield options.columns == 2 and not _SPANNING.isdisjoint(added.split()), html


def _added_class(index: int, blocks: Sequence[Block], options: PrintOptions, sheet: Sheet) -> str:
    block = blocks[index]
    match block.kind:
        case "figure" if index < 3 or _caption_is_taller(block.html, sheet):
            return "caption-under"
        case "side-box" if len(block.text) > (_LONG_BOX if sheet.column_width == sheet.text_width else _LONG_IN_COLUMN):
            return "long"
        case "table":
            room = table_room(block.html, options, sheet)
            return {"column": "", "dense": "landscape dense"}.get(room, room)
        case "paragraph" if _QUESTION.match(block.html):
            return "leads-on question"
        case "paragraph" if index and blocks[index - 1].kind == "heading" and len(block.text) < _ONE_LINE:
            return "leads-on"
    return ""


def _caption_is_taller(html: str, sheet: Sheet) -> bool:
    size = re.search(r'<img [^>]*width="(\d+)" height="(\d+)"', html)
    caption = re.sub(r"<[^>]+>", "", html.partition("<figcaption>")[2])
    lines = len(caption) / 21 + 1  # The margin column holds about 23 characters of small print.
    height = sheet.text_width * (int(size[2]) / int(size[1]) if size else 0.5)
    return lines * 3.9 > height  # A line of small print is 11 pt, 3.9 mm.


def _embed_images(html: str, images: Mapping[str, PreparedImage]) -> str:
    def embedded(match: re.Match[str]) -> str:
        image = images.get(match[1])
        if image is None:
            return match[0]
        return f'src="data:{image.media_type};base64,{base64.b64encode(image.data).decode()}"'

    return re.sub(r'src="image:([^"]+)"', embedded, html)
