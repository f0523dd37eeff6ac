"""The OpenAPI document as plain rows for the documentation page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_Schema = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """One parameter or field: its name, type in words, description and example."""

    name: str
    kind: str
    description: str
    needed: bool = False
    default: str = ""
    example: str = ""


@dataclass(frozen=True)
class Entry:
    """One operation as the page shows it."""

    anchor: str
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Row, ...]
    answers: tuple[tuple[str, str, str], ...]
    bodies: tuple[str, ...]
    curl: str


@dataclass(frozen=True)
class Section:
    """The operations of one tag."""

    name: str
    description: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Shape:
    """One model with its fields."""

    name: str
    description: str
    rows: tuple[Row, ...]


def sections(document: dict[str, Any], base: str) -> list[Section]:
    """Return the operations by tag; `base` is the address that the examples call."""
    entries = [
        (operation["tags"][0], _entry(document, method, path, operation, base))
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]
    return [
        Section(tag["name"], tag["description"], tuple(entry for name, entry in entries if name == tag["name"]))
        for tag in document["tags"]
    ]


def shapes(document: dict[str, Any]) -> list[Shape]:
    """Return the models that have fields, in the document's order."""
    return [
        Shape(name, schema.get("description", "").split("\n\n")[0], _fields(schema))
        for name, schema in document["components"]["schemas"].items()
        if schema.get("properties")
    ]


def _entry(document: dict[str, Any], method: str, path: str, operation: dict[str, Any], base: str) -> Entry:
    return Entry(
        anchor=operation["operationId"],
        method=method.upper(),
        path=path,
        summary=operation["summary"],
        description=operation["description"],
        parameters=tuple(_parameter(parameter) for parameter in operation["parameters"]),
        answers=tuple(_answer(document, status, answer) for status, answer in sorted(operation["responses"].items())),
        bodies=tuple(operation.get("requestBody", {}).get("content", ())),
        curl=operation["x-curl"].format(base=base),
    )


def _answer(document: dict[str, Any], status: str, answer: dict[str, Any]) -> tuple[str, str, str]:
    if "$ref" in answer:
        answer = document["components"]["responses"][answer["$ref"].rpartition("/")[2]]
    return status, answer["description"], ", ".join(answer.get("content", ()))


def _parameter(parameter: dict[str, Any]) -> Row:
    schema = parameter["schema"]
    return Row(
        parameter["name"],
        kind_of(schema),
        parameter["description"],
        needed=parameter.get("required", False),
        default=_shown(schema.get("default")),
        example=_shown(parameter.get("example")),
    )


def _fields(schema: _Schema) -> tuple[Row, ...]:
    needed = schema.get("required", [])
    return tuple(
        Row(
            name,
            kind_of(field),
            field.get("description", ""),
            needed=name in needed,
            default=_shown(field.get("default")),
            example=_shown(next(iter(field.get("examples", [])), None)),
        )
        for name, field in schema["properties"].items()
    )


def kind_of(schema: _Schema) -> str:
    """Return a schema's type in a few words, such as `a4 | letter` or `list of Person`."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "enum" in schema:
        return " | ".join(str(value) for value in schema["enum"])
    if "const" in schema:
        return str(schema["const"])
    if options := schema.get("anyOf") or schema.get("oneOf"):
        return " | ".join(dict.fromkeys(kind_of(option) for option in options if option.get("type") != "null"))
    if schema.get("type") == "array":
        return f"list of {kind_of(schema.get('items', {}))}"
    return str(schema.get("format") or schema.get("type") or "any")


def _shown(value: Any) -> str:
    if value is None or value in ("", []):
        return ""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= 80 else ""
