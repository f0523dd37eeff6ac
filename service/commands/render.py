"""`tearsheet pdf` and `tearsheet html`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from service.article import read_article
from service.commands.print_flags import options_of, print_flags
from service.config import Config, read_config
from service.errors import ArticleNotFound, StrictRefusal
from service.logs import configure_logs
from service.output import STANDARD_OUTPUT, check_target, tell, write_output
from service.report import Report
from service.sources.importing import read_article_file
from service.sources.library import Library
from service.stages import Submission

if TYPE_CHECKING:
    from service.workshop import Workshop

_ARTICLE = click.argument("article", metavar="ARTICLE")


@click.command("pdf")
@_ARTICLE
@click.option("-o", "--output", metavar="FILE|-", help="Where to write. Default: <id>.pdf in the present folder.")
@click.option("--report", "report_to", metavar="FILE|-", help="Write the report as JSON.")
@click.option(
    "--keep-work", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Keep every stage's work."
)
@print_flags()
def pdf_command(article: str, output: str | None, report_to: str | None, keep_work: Path | None, **flags: Any) -> None:
    """Make the PDF of ARTICLE: an id of the library, the path of a JSON file, or `-` for a record on standard input.

    Prints the name of the file. What the render found out is told on standard error.
    """
    if output == report_to == STANDARD_OUTPUT:
        raise click.UsageError("The PDF and the report cannot both go to standard output.")
    options, config = options_of(flags), read_config()
    configure_logs(config, from_shell=True)
    _check_targets(output, report_to)
    submission = find_article(article, config)
    target = output or f"{submission.article.id}.pdf"
    check_target(target)
    from service.pipeline import make_pdf

    try:
        finished = make_pdf(submission, options, _open_workshop(config), keep_work)
    except StrictRefusal as refusal:
        _tell(refusal.report, report_to)
        raise
    write_output(target, finished.pdf)
    _tell(finished.report, report_to)
    if STANDARD_OUTPUT not in (target, report_to):
        click.echo(target)


@click.command("html")
@_ARTICLE
@click.option("-o", "--output", metavar="FILE|-", help="Where to write. Default: <id>.html in the present folder.")
@print_flags(omit=["strict"])
def html_command(article: str, output: str | None, **flags: Any) -> None:
    """Make the print page of ARTICLE, as one HTML file that a browser can open and print.

    ARTICLE is an id of the library, the path of a JSON file, or `-` for a record on standard input. Prints the name of
    the file. To judge the page strictly, make its PDF.
    """
    options, config = options_of(flags), read_config()
    configure_logs(config, from_shell=True)
    _check_targets(output)
    submission = find_article(article, config)
    target = output or f"{submission.article.id}.html"
    check_target(target)
    from service.pipeline import make_html

    page = make_html(submission, options, _open_workshop(config))
    write_output(target, page.encode())
    if target != STANDARD_OUTPUT:
        click.echo(target)


def find_article(article: str, config: Config) -> Submission:
    """Return the article that `article` names: `-`, the path of a JSON file, or an id of the library.

    What holds a `/` or ends in `.json` is a path, unless no such file is there and it could be an id.
    Raises `ArticleNotFound` and `InvalidArticle`.
    """
    if article == STANDARD_OUTPUT:
        return Submission(read_article(sys.stdin.buffer.read()))
    if article.endswith(".json") or "/" in article:
        if Path(article).is_file():
            return read_article_file(Path(article), config).submission()
        if not re.fullmatch(r"[A-Za-z0-9._-]+", article):
            raise ArticleNotFound.no_file(article)
        try:
            return Library(config).submission(article)
        except ArticleNotFound:
            raise ArticleNotFound.no_file(article) from None
    return Library(config).submission(article)


def _open_workshop(config: Config) -> Workshop:
    from service.stage_log import configure_stage_log
    from service.workshop import open_workshop

    configure_stage_log(config, at_least="warning")  # what is less is in the report, and told from there
    return open_workshop(config)


def _check_targets(*targets: str | None) -> None:
    for target in targets:
        if target is not None:
            check_target(target)


def _tell(report: Report, report_to: str | None) -> None:
    if report_to is not None:
        write_output(report_to, report.model_dump_json(indent=2).encode() + b"\n")
    for finding in report.findings:
        details = finding.model_dump(exclude={"kind", "hurts"}, exclude_none=True, exclude_defaults=True)
        told = ", ".join(f"{name.replace('_', ' ')}: {value}" for name, value in details.items())
        tell(f"{'Warning' if finding.hurts else 'Note'}: {finding.kind.replace('-', ' ')}: {told}")
