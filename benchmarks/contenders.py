"""What is timed side by side: the bare engine, our pipeline, our service, and the peers of the field."""

from __future__ import annotations

import http.client
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from service.options import PrintOptions
from service.pipeline import make_html, make_pdf
from service.prepare import prepare_article
from service.print_html import lay_out
from service.stages import Submission
from service.workshop import Workshop

Contender = Callable[[], bytes]
CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]


def engine_floor(submission: Submission, workshop: Workshop) -> Contender:
    """Return the least that the engine can take: our page, static fonts, parsed styles, nothing checked."""
    page = lay_out(prepare_article(submission, PrintOptions(), workshop.config), PrintOptions(), workshop.stationery)
    typesetter = workshop.typesetter
    styles = [typesetter._parse(text) for text in page.stylesheets]

    def render() -> bytes:
        source = typesetter._weasyprint.HTML(
            string=page.html, base_url="print:", url_fetcher=typesetter._fetcher(page.images)
        )
        document = source.render(font_config=typesetter._fonts, stylesheets=styles, pdf_tags=True)
        pdf: bytes = document.write_pdf(pdf_tags=True)
        return pdf

    return render


def our_pipeline(submission: Submission, workshop: Workshop) -> Contender:
    """Return the pipeline call, from submission to finished PDF with its report."""
    return lambda: make_pdf(submission, PrintOptions(), workshop).pdf


@contextmanager
def our_service(submissions: list[Submission]) -> Iterator[Callable[[Submission], Contender]]:
    """Yield a maker of contenders that ask a running service, a connection each."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        environ = {**os.environ, "TEARSHEET_DATA": folder, "TEARSHEET_PORT": "0", "TEARSHEET_LOG_LEVEL": "warning"}
        command = [str(Path(sys.executable).with_name("tearsheet"))]
        for submission in submissions:
            source = Path(folder) / submission.article.id
            source.mkdir()
            (source / "article.json").write_text(submission.article.model_dump_json(exclude_none=True))
            for name, data in submission.files.items():
                (source / name).write_bytes(data)
            subprocess.run([*command, "import", str(source)], env=environ, check=True, stdout=subprocess.DEVNULL)
        server = subprocess.Popen([*command, "serve"], env=environ, stdout=subprocess.PIPE, text=True)
        stack.callback(server.wait, timeout=20)
        stack.callback(server.terminate)
        assert server.stdout is not None
        host, _, port = server.stdout.readline().strip().rpartition("//")[2].rstrip("/").partition(":")
        connection = http.client.HTTPConnection(host, int(port))
        stack.callback(connection.close)

        def contender(submission: Submission) -> Contender:
            def ask() -> bytes:
                connection.close()
                connection.request("GET", f"/articles/{submission.article.id}.pdf")
                response = connection.getresponse()
                body = response.read()
                if response.status != 200:
                    raise RuntimeError(f"the service answered {response.status}: {body[:300]!r}")
                return body

            return ask

        yield contender


@contextmanager
def warm_chromium(workshop: Workshop) -> Iterator[Callable[[Submission], Contender]]:
    """Yield a maker of contenders that print our page, tagged, in one warm headless Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_program("chromium"), args=CHROMIUM_FLAGS)

        def contender(submission: Submission) -> Contender:
            html = make_html(submission, PrintOptions(), workshop)
            tab = browser.new_page()

            def print_page() -> bytes:
                tab.set_content(html, wait_until="load")
                pdf: bytes = tab.pdf(prefer_css_page_size=True, tagged=True, outline=True, print_background=True)
                return pdf

            return print_page

        yield contender
        browser.close()


def command_line(command: list[str], html: str, folder: Path) -> Contender:
    """Return a contender that runs a program on our page, cold, as its users do."""
    page = folder / "page.html"
    page.write_text(html, encoding="utf-8")
    out = folder / f"{Path(command[0]).name}.pdf"
    filled = [part.format(page=page, out=out) for part in command]

    def run() -> bytes:
        subprocess.run(filled, check=True, capture_output=True, timeout=120, env={**os.environ, "HOME": str(folder)})
        return out.read_bytes()

    return run


def cold_peers(html: str, folder: Path) -> dict[str, Contender]:
    """Return the peers that start anew for each page: those of them that are installed."""
    peers = {}
    if program := shutil.which("wkhtmltopdf"):
        peers["wkhtmltopdf, cold"] = command_line([program, "--quiet", "{page}", "{out}"], html, folder)
    percollate = Path(sys.prefix) / "percollate" / "node_modules" / ".bin" / "percollate"
    if percollate.exists():
        os.environ["PUPPETEER_EXECUTABLE_PATH"] = _program("chromium")
        peers["percollate, cold"] = command_line(
            [str(percollate), "pdf", "--no-sandbox", "--output", "{out}", "{page}"], html, folder
        )
    return peers


def _program(name: str) -> str:
    found = shutil.which(name)
    if not found:
        raise RuntimeError(f"{name} is missing: run `make bench`, which installs it")
    return found


def pages_of(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    import io

    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(pdf)).pages)
