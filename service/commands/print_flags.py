"""Every print option as a flag, made from `PrintOptions`, so that one model rules query, JSON and command line."""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterable
from typing import Any

import click
from pydantic.fields import FieldInfo

from service.options import PrintOptions, read_options


def print_flags(omit: Iterable[str] = ()) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return a decorator that gives a command one flag for each print option but those of `omit`."""
    fields = [(name, field) for name, field in PrintOptions.model_fields.items() if name not in omit]

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for name, field in reversed(fields):
            command = _flag(name, field)(command)
        return command

    return decorate


def options_of(flags: dict[str, Any]) -> PrintOptions:
    """Return the options that the flags name; a flag that was not given leaves the default."""
    return read_options({name: value for name, value in flags.items() if value is not None})


def _flag(name: str, field: FieldInfo) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    flag, about = f"--{name.replace('_', '-')}", field.description
    if field.annotation is bool:
        return click.option(flag, name, is_flag=True, default=None, help=about)
    choices = [str(choice) for choice in typing.get_args(field.annotation)] if _is_choice(field) else None
    kind: click.ParamType[Any] | None = click.Choice(choices) if choices else None
    default = "" if field.default is None else f"  [default: {field.default}]"
    metavar = None if choices else "YYYY-MM-DD"
    return click.option(flag, name, type=kind, default=None, help=f"{about}{default}", metavar=metavar)


def _is_choice(field: FieldInfo) -> bool:
    return typing.get_origin(field.annotation) is typing.Literal
