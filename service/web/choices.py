"""The print options as a form: which choices a person has, and which of them are other than the default."""

from __future__ import annotations

import typing
from dataclasses import dataclass
from typing import Any

from service.options import PrintOptions

_WORDS = {
    "a4": "A4", "a5": "A5", "letter": "Letter", "legal": "Legal", "x-large": "Large print", "1": "One", "2": "Two",
    "qr": "QR code",
}  # fmt: skip


@dataclass(frozen=True)
class Choice:
    """One value of an option, as a form shows it."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Question:
    """One option of the page, with its choices."""

    name: str
    label: str
    hint: str
    choices: tuple[Choice, ...]


def questions(options: PrintOptions) -> list[Question]:
    """Return every option that has a fixed list of values, so that a new one in the model appears by itself."""
    return [
        Question(name, _label(name), field.description or "", _choices(field.annotation, getattr(options, name)))
        for name, field in PrintOptions.model_fields.items()
        if typing.get_origin(field.annotation) is typing.Literal
    ]


def chosen_values(options: PrintOptions) -> dict[str, str]:
    """Return the options that differ from their default, as parameters of a query."""
    values: dict[str, Any] = options.model_dump(mode="json", exclude_defaults=True)
    return {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in values.items()}


def _choices(annotation: Any, chosen: object) -> tuple[Choice, ...]:
    return tuple(Choice(str(value), _label(str(value)), value == chosen) for value in typing.get_args(annotation))


def _label(name: str) -> str:
    return _WORDS.get(name, name.replace("_", " ").replace("-", " ").capitalize())
