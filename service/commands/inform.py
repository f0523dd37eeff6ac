"""`tearsheet schema`, `doctor`, `fonts` and `version`."""

from __future__ import annotations

import json

import click


@click.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of an article, with a description and an example for every field."""
    from service.article import article_schema

    click.echo(json.dumps(article_schema(), ensure_ascii=False, indent=2))


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for scripts.")
@click.pass_context
def doctor_command(ctx: click.Context, as_json: bool) -> None:
    """Check the installation: versions, fonts, folders, settings and the library.

    Says what is wrong and the remedy, a line each. Exits with 0 if all is well, else with 1.
    """
    from service.doctor import examine

    checks = examine()
    well = all(check.well for check in checks)
    if as_json:
        click.echo(
            json.dumps({"well": well, "checks": [vars(check) for check in checks]}, ensure_ascii=False, indent=2)
        )
    else:
        for check in checks:
            click.echo(str(check))
        click.echo("All is well." if well else f"{sum(not check.well for check in checks)} wrong: see the remedies.")
    ctx.exit(0 if well else 1)


@click.command("fonts")
@click.option("--again", is_flag=True, help="Make them anew even where they are whole.")
def fonts_command(again: bool) -> None:
    """Make the faces that the print design uses, from the font packages. Needed once; takes some seconds."""
    from service.fonts import build_fonts, damaged_faces, fonts_folder, fonts_ready

    if again or not fonts_ready() or damaged_faces():
        faces: list[str] = []
        build_fonts(fonts_folder(), faces.append)
        click.echo(f"Made {len(faces)} faces for print.", err=True)
    else:
        click.echo("The faces for print are whole.", err=True)


@click.command("version")
def version_command() -> None:
    """Print the version."""
    from service import __version__

    click.echo(__version__)
