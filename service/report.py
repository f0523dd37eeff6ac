"""What a render found out about its article: shown to a person, read by a script, judged by `strict`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Finding(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    hurts: bool = Field(True, description="Whether a reader loses something, so that `strict` refuses the page.")


class MissingImage(_Finding):
    """A picture that could not be had; a box of its size stands in its place."""

    kind: Literal["missing-image"] = "missing-image"
    src: str = Field(description="Address as given, data addresses cut short.")
    block: str | None = Field(None, description="Block that holds it, such as `b3`; none for the lead figure or logo.")
    reason: str = Field(description="Why, in words; a refused host is named with the setting that would allow it.")


class LowResolution(_Finding):
    """A picture with fewer than 150 pixels an inch at its printed size."""

    kind: Literal["low-resolution"] = "low-resolution"
    src: str
    block: str | None = None
    dpi: int = Field(description="Pixels an inch at the printed width.")
    hurts: bool = False


class MissingGlyph(_Finding):
    """A character that no font has."""

    kind: Literal["missing-glyph"] = "missing-glyph"
    character: str
    code_point: str = Field(description="Such as `U+13080`.")
    count: int = Field(description="How often the text has it.")


class DroppedContent(_Finding):
    """Something of the body that was left out and might matter to a reader."""

    kind: Literal["dropped-content"] = "dropped-content"
    what: str = Field(description="Such as `form`, `script in a table cell`, `share bar`.")
    block: str | None = Field(None, description="The block where it stood, or before which it stood.")
    text: str = Field("", description="The start of the text that was lost with it, if any.")
    hurts: bool = False


class Overflow(_Finding):
    """Something that reaches past the text area of a page."""

    kind: Literal["overflow"] = "overflow"
    page_number: int = Field(description="From 1.")
    what: str = Field(description="The element and the start of its text.")
    by_mm: float = Field(description="How far past the edge, in mm.")


class SkippedHeading(_Finding):
    """A heading level that was skipped in the body as given; the printed levels have no gap."""

    kind: Literal["skipped-heading"] = "skipped-heading"
    block: str
    text: str
    given: int = Field(description="Level as given, 1 to 6.")
    printed: int = Field(description="Level as printed.")
    hurts: bool = False


class EngineWarning(_Finding):
    """A warning of the layout engine."""

    kind: Literal["engine-warning"] = "engine-warning"
    message: str
    hurts: bool = False


Finding = Annotated[
    MissingImage | LowResolution | MissingGlyph | DroppedContent | Overflow | SkippedHeading | EngineWarning,
    Field(discriminator="kind"),
]


class Report(BaseModel):
    """The report of one render."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    article: str = Field(description="Id of the article.")
    pages: int = Field(description="Number of pages.")
    bytes: int = Field(description="Size of the PDF.")
    sha256: str = Field(description="Digest of the PDF, in hex.")
    timings_ms: dict[str, float] = Field(description="Milliseconds a stage, in order.")
    missing_images: list[MissingImage] = []
    low_resolution_images: list[LowResolution] = []
    missing_glyphs: list[MissingGlyph] = []
    dropped_content: list[DroppedContent] = []
    overflow: list[Overflow] = []
    skipped_headings: list[SkippedHeading] = []
    engine_warnings: list[EngineWarning] = []

    @property
    def findings(self) -> list[Finding]:
        """Every finding, in the order of the report."""
        return [finding for field in _FIELD_OF.values() for finding in getattr(self, field)]

    @property
    def hurts(self) -> list[Finding]:
        """The findings that `strict` refuses."""
        return [finding for finding in self.findings if finding.hurts]


_FIELD_OF: dict[type[_Finding], str] = {
    MissingImage: "missing_images",
    LowResolution: "low_resolution_images",
    MissingGlyph: "missing_glyphs",
    DroppedContent: "dropped_content",
    Overflow: "overflow",
    SkippedHeading: "skipped_headings",
    EngineWarning: "engine_warnings",
}


def sort_findings(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Return the findings as the report's fields, each in the order found."""
    fields: dict[str, list[Finding]] = {}
    for finding in findings:
        fields.setdefault(_FIELD_OF[type(finding)], []).append(finding)
    return fields
