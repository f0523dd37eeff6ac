"""The `tearsheet` command: finds a command's module only when it is called, and maps errors to exit codes.

0 done    1 anything else    2 usage    3 bad article    4 strict refusal    5 not found    130 interrupted
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from service.errors import TearsheetError

# Listed here, with their help, so that `--help` imports none of them.
COMMANDS = {
    "serve": ("service.commands.serve", "Serve articles over HTTP."),
    "import": ("service.commands.library", "Import articles into the library."),
    "list": ("service.commands.library", "List the library, or search it."),
    "pdf": ("service.commands.render", "Make the PDF of an article."),
    "html": ("service.commands.render", "Make the print page of an article, as one HTML file."),
    "schema": ("service.commands.inform", "Print the JSON Schema of an article."),
    "doctor": ("service.commands.inform", "Check the installation and say what is wrong."),
    "fonts": ("service.commands.inform", "Make the faces that the print design uses (once, at set-up)."),
    "version": ("service.commands.inform", "Print the version."),
}


class LateGroup(click.Group):
    """A group of commands, each of which is imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of the commands, in the order of their table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of this name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name][0])
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments call. An unknown one is an error that lists them all."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean `{near[0]}`?" if near else ""
            raise click.UsageError(f"There is no command `{args[0]}`.{hint} Valid: {', '.join(COMMANDS)}.", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the table of commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])


@click.group(cls=LateGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, help="Show the traceback of an unexpected error.")
def tearsheet(debug: bool) -> None:  # `main` reads it
    """Print and PDF export for publishers: an article in, a page for paper out.

    Exit codes: 0 done, 1 anything else, 2 usage, 3 bad article, 4 strict refusal, 5 not found.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code. Results go to standard output, everything else to errors."""
    code = _run(list(sys.argv[1:] if arguments is None else arguments))
    sys.exit(_flush_results() or code)


def _flush_results() -> int:
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            click.echo(f"Error: standard output cannot be written: {error.strerror}.", err=True)
        # What Python flushes at its end must not complain again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return 0


def _run(arguments: list[str]) -> int:
    from service.errors import TearsheetError

    try:
        result = tearsheet.main(arguments, prog_name="tearsheet", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return 130
    except TearsheetError as error:
        return _refused(error, arguments)
    except BrokenPipeError:  # the reader has gone, as `head` does
        return 1
    except Exception as error:  # noqa: BLE001  (the edge)
        return _unexpected(error, arguments)


def _refused(error: TearsheetError, arguments: list[str]) -> int:
    from service.output import tell

    _show_traceback(arguments)
    tell(f"Error: {error}")
    return error.exit_code


def _unexpected(error: Exception, arguments: list[str]) -> int:
    from service.output import tell

    _show_traceback(arguments)
    said = " ".join(str(error).split())
    tell(f"Error: something unexpected happened: {type(error).__name__}: {said[:300]}")
    if not _debugging(arguments):
        click.echo("Run `tearsheet --debug ...` to see where.", err=True)
    return 1


def _debugging(arguments: list[str]) -> bool:
    return arguments[:1] == ["--debug"]


def _show_traceback(arguments: list[str]) -> None:
    if _debugging(arguments):
        import traceback

        click.echo(traceback.format_exc(), err=True)
