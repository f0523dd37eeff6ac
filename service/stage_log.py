"""Where the stages' own log lines go: standard error, in the form and from the level that the settings name."""

from __future__ import annotations

import sys
from typing import Any

import structlog

from service.config import Config


def configure_stage_log(config: Config, at_least: str | None = None) -> None:
    """Send what the stages of this process log to standard error, for a person or as JSON.

    structlog's own default is standard output, where a command's result goes. `at_least` overrides the level of the
    settings unless that is `debug`. Idempotent.
    """
    level = config.log_level if at_least is None or config.log_level == "debug" else at_least
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            # As text: structlog's own structure would write out local variables, whole articles among them.
            structlog.processors.format_exc_info,
            _for_a_person() if config.log_format == "text" else structlog.processors.JSONRenderer(sort_keys=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=_to_standard_error,
        cache_logger_on_first_use=False,
    )


def _to_standard_error(*_: Any) -> structlog.WriteLogger:
    return structlog.WriteLogger(sys.stderr)


def _for_a_person() -> structlog.dev.ConsoleRenderer:
    return structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
