"""PrintHtml → TypesetPdf: the only file that imports WeasyPrint.

The engine is not made for threads, so one render runs at a time in a process; more processes give more.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import structlog
from cssselect2 import ElementWrapper

from service.errors import RenderFailed
from service.fonts import use_only
from service.note_fit import list_notes, notes_fit, too_many_notes
from service.page_checks import find_overflow, last_page_is_short
from service.page_fit import apply_change, emptiness, find_change, revert_change, siblings_of
from service.report import EngineWarning
from service.stages import PreparedImage, PrintHtml, TypesetPdf
from service.stylesheets import resolve_stylesheets
from service.tagging import only_what_is_read

_ENGINE_LOG = "weasyprint"
# Classes of variables.css that take out a little lead, tried in turn where the last page would be a few lines.
_FITS = ("fit-tight", "fit-tighter")
# Holes that are filled by laying out again; each costs one layout, more than half of a render.
_MOST_CHANGES = 5
_NOTES_MOVED = "The notes stand at the end: the engine could not set them at the feet of these pages."
_SET_PLAINLY = "The page is set plainly, in one column: the engine failed on its full design."
_log = structlog.get_logger(__name__)


class Typesetter:
    """The engine with its fonts and parsed stylesheets, which are warm after the first render."""

    def __init__(self, font_dirs: Sequence[Path]) -> None:
        use_only(font_dirs)
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration

        self._weasyprint = weasyprint
        self._fonts = FontConfiguration()
        self._lock = Lock()
        self._parse = lru_cache(maxsize=64)(self._parse_stylesheet)

    def typeset_pdf(self, page: PrintHtml) -> TypesetPdf:
        """Return the tagged PDF of a print page.

        Nothing is fetched: a picture is served from the page's own, everything else is refused. The same page gives
        the same bytes in any process. A page that the engine fails on is set again with its notes at the end, then
        plainly in one column, and says so in a finding. Raises `RenderFailed` where it fails on that too.
        """
        with self._lock:
            for lay_out in (self._lay_out, self._lay_out_with_notes_listed):
                try:
                    return self._typeset(page, lay_out)
                except Exception:  # noqa: BLE001 - the engine raises anything, and a plain page is better than none
                    _log.warning("engine_failed", exc_info=True)
            try:
                return self._typeset(page, self._lay_out_plainly)
            except Exception as error:
                raise RenderFailed("The layout engine failed on this article.") from error

    def _typeset(self, page: PrintHtml, lay_out: Callable[[PrintHtml], tuple[Any, str | None]]) -> TypesetPdf:
        with _recorded_warnings() as warnings:
            document, changed = lay_out(page)
            warnings[:0] = [EngineWarning(message=changed)] if changed else []
            findings = find_overflow(document)
            with only_what_is_read(document._html.etree_element):
                pdf = document.write_pdf(finisher=_finish, pdf_tags=True, custom_metadata=True)
        return TypesetPdf(pdf, len(document.pages), (*findings, *warnings))

    def _lay_out(self, page: PrintHtml) -> tuple[Any, str | None]:
        source = self._source(page)
        if not too_many_notes(source.etree_element, page.root_classes):
            document = self._fitted(source, page)
            if notes_fit(document, source.etree_element):
                return document, None
        return self._lay_out_with_notes_listed(page)

    def _lay_out_with_notes_listed(self, page: PrintHtml) -> tuple[Any, str | None]:
        source = self._source(page)
        list_notes(source.etree_element)
        return self._fitted(source, page), _NOTES_MOVED

    def _lay_out_plainly(self, page: PrintHtml) -> tuple[Any, str | None]:
        source = self._source(page)
        root = source.etree_element
        root.set("class", f"{root.get('class', '')} plain")
        list_notes(root)
        return self._render(source, self._styles(page, "plain")), _SET_PLAINLY

    def _source(self, page: PrintHtml) -> Any:
        return self._weasyprint.HTML(string=page.html, base_url="print:", url_fetcher=self._fetcher(page.images))

    def _fitted(self, source: Any, page: PrintHtml) -> Any:
        styles = self._styles(page)
        document = self._without_holes(source, styles)
        for fit in _FITS if last_page_is_short(document) else ():
            fitted = self._render(source, self._styles(page, fit))
            if len(fitted.pages) < len(document.pages):
                return fitted
        return document

    def _styles(self, page: PrintHtml, *fit: str) -> list[Any]:
        resolved = resolve_stylesheets(page.stylesheets, page.root_classes.union(fit), page.root_style)
        return [self._parse(text) for text in resolved]

    def _without_holes(self, source: Any, styles: list[Any]) -> Any:
        root, tried = source.etree_element, set[str]()
        document = self._render(source, styles)
        while len(tried) < _MOST_CHANGES and (change := find_change(document, root, tried)):
            tried.add(change.block.get("data-block", ""))
            order = siblings_of(root, change.block)
            apply_change(root, change)
            changed = self._render(source, styles)
            if emptiness(changed) < emptiness(document):
                document = changed
            else:
                revert_change(root, change, order)
        return document

    def _render(self, source: Any, styles: list[Any]) -> Any:
        # The engine matches selectors against a wrapper of the tree, which must be made anew after a change.
        source.wrapper_element = ElementWrapper.from_html_root(source.etree_element, content_language=None)
        return source.render(font_config=self._fonts, stylesheets=styles, pdf_tags=True)

    def _parse_stylesheet(self, text: str) -> Any:
        return self._weasyprint.CSS(
            string=text, base_url="print:", font_config=self._fonts, url_fetcher=self._fetcher({})
        )

    def _fetcher(self, images: Mapping[str, PreparedImage]) -> Any:
        from weasyprint.urls import URLFetcher, URLFetcherResponse

        class OnlyOurs(URLFetcher):  # type: ignore[misc]
            """Serves the pictures of one page, and nothing else in the world."""

            def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ARG002
                image = images.get(url.removeprefix("image:")) if url.startswith("image:") else None
                if image is None:
                    raise ValueError("a render fetches nothing")
                return URLFetcherResponse(url, image.data, {"Content-Type": image.media_type})

        return OnlyOurs()


def _finish(_document: Any, pdf: Any) -> None:
    import pydyf

    preferences = pdf.catalog.setdefault("ViewerPreferences", pydyf.Dictionary())
    preferences["DisplayDocTitle"] = "true"  # ISO 32000-1, 12.2: the title, not the file name, in the window's bar.


@contextmanager
def _recorded_warnings() -> Iterator[list[EngineWarning]]:
    found: list[EngineWarning] = []

    class Recorder(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            finding = EngineWarning(message=record.getMessage()[:500])
            if finding not in found:
                found.append(finding)

    logger, recorder = logging.getLogger(_ENGINE_LOG), Recorder(logging.WARNING)
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(recorder)
    try:
        yield found
    finally:
        logger.removeHandler(recorder)
        logger.propagate = propagated
