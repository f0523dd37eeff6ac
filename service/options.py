"""PrintOptions: what a caller may choose about the printed page, in one model for query, JSON and command line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from service.errors import InvalidOptions
from service.record_values import Day
from service.validation import faults_of

Paper = Literal["a4", "letter", "a5", "legal"]
TextSize = Literal["small", "normal", "large", "x-large"]
Links = Literal["notes", "footnotes", "none"]


class PrintOptions(BaseModel):
    """The reader's choices. Every field has a default, so `PrintOptions()` is the page that a publisher designed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    paper: Paper = Field("a4", description="Paper size.", examples=["letter"])
    text_size: TextSize = Field(
        "normal",
        description="Text size; `x-large` is a large-print edition: 18 pt or more, sans, ragged, never hyphenated.",
        examples=["large"],
    )
    columns: Literal[1, 2] = Field(1, description="Text columns. Large print always has one.", examples=[2])
    images: Literal["full", "small", "none"] = Field(
        "full", description="Pictures at full width, at half width, or left out.", examples=["small"]
    )
    ink: Literal["colour", "grey"] = Field("colour", description="Colour, or greys only.", examples=["grey"])
    fonts: Literal["serif", "sans", "readable"] = Field(
        "serif", description="Text face; `readable` is a face drawn for readers with low vision.", examples=["sans"]
    )
    links: Links = Field(
        "notes", description="Addresses as notes at the end, as footnotes, or not at all.", examples=["footnotes"]
    )
    qr: Literal["on", "off"] = Field("on", description="A QR code to the canonical address.", examples=["off"])
    printed_on: Day | None = Field(
        None,
        description="Date of printing (YYYY-MM-DD) to show at the foot; none is shown by default.",
        examples=["2026-03-01"],
    )
    strict: bool = Field(False, description="Refuse a page that would hurt a reader, with the report.", examples=[True])

    @property
    def large_print(self) -> bool:
        """Whether this is the large-print edition, which overrides columns and fonts."""
        return self.text_size == "x-large"


def read_options(values: Mapping[str, Any]) -> PrintOptions:
    """Return the options that `values` names, text such as `"2"` or `"true"` included.

    Raises `InvalidOptions` that names each unknown option or value and the valid ones.
    """
    try:
        return PrintOptions.model_validate({name: _plain(value) for name, value in values.items()})
    except ValidationError as error:
        raise InvalidOptions("The print options are not valid.", faults_of(error, PrintOptions)) from None


def _plain(value: Any) -> Any:
    # A Literal of integers does not accept the text of a query string.
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 4 else value
