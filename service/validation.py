"""Turns a model's validation error into faults that name the path, the value and the valid ones."""

from __future__ import annotations

import difflib
import types
import typing
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, ValidationError

from service.errors import Fault

_LONGEST_VALUE_SHOWN = 80


def faults_of(error: ValidationError, model: type[BaseModel]) -> list[Fault]:
    """Return one fault for each thing that `error` found wrong with an input for `model`."""
    return [_fault(entry, model) for entry in error.errors(include_url=False, include_context=True)]


def nearest_name(name: str, valid: Iterable[str]) -> str | None:
    """Return the valid name that `name` looks like a slip of, or None."""
    matches = difflib.get_close_matches(name.lower(), list(valid), n=1, cutoff=0.6)
    return matches[0] if matches else None


def _fault(entry: Any, model: type[BaseModel]) -> Fault:
    location: tuple[int | str, ...] = entry["loc"]
    value = _shown(entry["input"])
    if entry["type"] == "extra_forbidden":
        name = str(location[-1])
        valid = tuple(_fields_at(model, location[:-1]))
        return Fault(_path(location), f"unknown key `{name}`.", value, valid, nearest_name(name, valid))
    if entry["type"] == "literal_error":
        valid = tuple(_literals_at(model, location))
        nearest = nearest_name(value, valid) if isinstance(value, str) else None
        return Fault(_path(location), f"`{value}` is not a valid value.", value, valid, nearest)
    message = entry["msg"].removeprefix("Value error, ")
    given = f" Given: `{value}`." if location and entry["type"] != "missing" else ""
    return Fault(_path(location), f"{message[:1].lower()}{message[1:].rstrip('.')}.{given}", value)


def _path(location: tuple[int | str, ...]) -> str:
    path = ""
    for part in location:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else str(part)
    return path or "(whole record)"


def _shown(value: Any) -> Any:
    if isinstance(value, str | bytes):
        return value[:_LONGEST_VALUE_SHOWN]
    return value if isinstance(value, int | float | bool | None) else type(value).__name__


def _fields_at(model: type[BaseModel], location: tuple[int | str, ...]) -> list[str]:
    annotation = _annotation_at(model, location)
    return list(annotation.model_fields) if isinstance(annotation, type) and issubclass(annotation, BaseModel) else []


def _literals_at(model: type[BaseModel], location: tuple[int | str, ...]) -> list[str]:
    return [str(choice) for choice in _literals(_annotation_at(model, location))]


def _literals(annotation: Any) -> Iterable[Any]:
    if typing.get_origin(annotation) is typing.Literal:
        yield from typing.get_args(annotation)
    else:
        for argument in typing.get_args(annotation):
            yield from _literals(argument)


def _annotation_at(model: type[BaseModel], location: tuple[int | str, ...]) -> Any:
    annotation: Any = model
    for part in location:
        for option in _alternatives(annotation):
            if isinstance(part, int) and typing.get_origin(option) in (list, tuple):
                annotation = typing.get_args(option)[0]
                break
            if isinstance(option, type) and issubclass(option, BaseModel) and part in option.model_fields:
                annotation = option.model_fields[str(part)].annotation
                break
    return next((option for option in _alternatives(annotation) if option is not type(None)), annotation)


def _alternatives(annotation: Any) -> tuple[Any, ...]:
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return typing.get_args(annotation)
    return (annotation,)
