"""`tearsheet serve`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from service.config import Config


@click.command("serve")
@click.option("--host", help="Address to bind to. Default: TEARSHEET_HOST, or 127.0.0.1.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to bind to. Default: TEARSHEET_PORT, or 8080.")
@click.option("--samples", is_flag=True, help="First import the sample articles, if the library is empty.")
@click.option("--workers", type=click.IntRange(min=1), help="Worker processes. Default: one a processor, at most 8.")
def serve_command(host: str | None, port: int | None, samples: bool, workers: int | None) -> None:
    """Serve articles over HTTP until interrupted, and print the address to open once it answers."""
    from service.config import read_config
    from service.server import serve

    config = read_config()
    chosen = {"host": host, "port": port}
    config = config.model_copy(update={name: value for name, value in chosen.items() if value is not None})
    if samples:
        _import_samples_into_an_empty_library(config)
    serve(config, workers, click.echo)


def _import_samples_into_an_empty_library(config: Config) -> None:
    from service.sources.importing import read_articles, submissions_of
    from service.sources.library import Library
    from service.sources.samples import samples_folder

    library = Library(config)
    if library.listing(limit=1).total == 0:
        imported = library.import_submissions(submissions_of(read_articles([samples_folder()], config)))
        click.echo(f"Imported {len(imported)} sample articles.", err=True)
