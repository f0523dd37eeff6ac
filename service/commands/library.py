"""`tearsheet import` and `tearsheet list`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from service.config import read_config
from service.output import tell
from service.sources import Entry
from service.sources.importing import ArticleFile, read_articles, submissions_of
from service.sources.library import Library
from service.sources.samples import samples_folder


@click.command("import")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="FILE|DIR...")
@click.option("--samples", is_flag=True, help="Import the sample articles that ship with Tearsheet.")
def import_command(paths: tuple[Path, ...], samples: bool) -> None:
    """Import articles and print their ids, one a line.

    A FILE is a JSON record; a DIR is searched for *.json, each a record. An `article.json` may keep its body beside it
    as `body.html`. Pictures that a record names by a relative path are read from its own folder. An article replaces
    the one of the same id. If anything is wrong, every fault is named and nothing is imported.
    """
    if not paths and not samples:
        raise click.UsageError("Name a file or folder to import, or give --samples.")
    config = read_config()
    articles = read_articles([*paths, *([samples_folder()] if samples else [])], config)
    for article_id in Library(config).import_submissions(submissions_of(articles)):
        click.echo(article_id)
    _warn_of_missing_pictures(articles)


@click.command("list")
@click.argument("query", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON array, for scripts.")
@click.option("--limit", type=click.IntRange(min=1), default=None, help="List at most this many.")
def list_command(query: tuple[str, ...], as_json: bool, limit: int | None) -> None:
    """List the articles of the library, newest first, or those that hold every word of QUERY.

    The words are looked for in id, headline, kicker, people and keywords; case and accents make no difference. Columns
    (id, day, status, headline) are separated by tabs.
    """
    listing = Library(read_config()).listing(" ".join(query), 0, limit or 1_000_000)
    if as_json:
        click.echo(json.dumps([_plain(entry) for entry in listing.entries], ensure_ascii=False, indent=2))
        return
    for entry in listing.entries:
        click.echo(_line(entry))
    if len(listing.entries) < listing.total:
        click.echo(f"{len(listing.entries)} of {listing.total} articles are listed.", err=True)
    elif not listing.total:
        none = "No article matches." if query else "The library is empty; `tearsheet import` fills it."
        click.echo(none, err=True)


def _warn_of_missing_pictures(articles: list[ArticleFile]) -> None:
    for article in articles:
        for name in article.missing:
            tell(f"Note: {article.article.id}: there is no picture `{name}`; a box will stand for it.")


def _plain(entry: Entry) -> dict[str, object]:
    return asdict(entry) | {"published_at": entry.published_at.isoformat() if entry.published_at else None}


def _line(entry: Entry) -> str:
    day = entry.published_at.date().isoformat() if entry.published_at else "-"
    return "\t".join([entry.id, day, entry.status, " ".join(entry.headline.split())])
