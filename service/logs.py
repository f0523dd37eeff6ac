"""Where log lines go and how they look: to standard error, as JSON or for a person."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import structlog

if TYPE_CHECKING:
    from service.config import Config

Log = structlog.typing.FilteringBoundLogger


def open_log(config: Config) -> Log:
    """Return a logger as `log_format` and `log_level` say, which holds whatever `configure_logs` said last.

    So two applications in one process keep apart.
    """
    log: Log = structlog.wrap_logger(
        structlog.WriteLogger(sys.stderr),
        processors=_processors(config),
        wrapper_class=structlog.make_filtering_bound_logger(config.log_level),
    )
    return log


def configure_logs(config: Config, *, from_shell: bool = False) -> None:
    """Have every `structlog.get_logger()` write to standard error, as `log_format` and `log_level` say. Idempotent.

    Without this structlog writes to standard output, into the PDF of `-o -`. `from_shell` leaves out the lines of
    level `info`, because a command tells a person by itself what it found.
    """
    least = "warning" if from_shell and config.log_level == "info" else config.log_level
    structlog.configure(
        processors=[structlog.contextvars.merge_contextvars, *_processors(config)],
        wrapper_class=structlog.make_filtering_bound_logger(least),
        # Looked up at each line, so that it follows a redirected standard error.
        logger_factory=lambda *_: structlog.WriteLogger(sys.stderr),
    )


def _processors(config: Config) -> list[Any]:
    return [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        # As text, not as structlog's own structure, which would also write out local variables: whole articles.
        structlog.processors.format_exc_info,
        _for_a_person() if config.log_format == "text" else structlog.processors.JSONRenderer(sort_keys=False),
    ]


def _for_a_person() -> structlog.dev.ConsoleRenderer:
    return structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
