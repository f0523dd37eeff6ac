"""The record: one article as its publisher gives it, and the JSON schema that it publishes.

Everything here is as given: `body_html` is hostile HTML until `service.prepare` has made it safe.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from service.errors import Fault, InvalidArticle
from service.record_values import (
    Day,
    ImageSource,
    Instant,
    LanguageTag,
    Text,
    WebAddress,
    direction_of,
    without_controls,
)
from service.validation import faults_of

Role = Literal[
    "author", "photographer", "illustrator", "editor", "translator", "researcher", "data", "graphics", "reporter",
    "contributor", "producer", "fact-checker",
]  # fmt: skip
Status = Literal["draft", "embargoed", "published", "corrected", "withdrawn"]

# More of one thing than any article has; a bound so that no record can be endless.
_MOST = 1000
_SLUG = r"^[A-Za-z0-9_][A-Za-z0-9._-]{0,199}$"


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, str_strip_whitespace=True)


def _about(description: str, example: Any, default: Any = None, **bounds: Any) -> Any:
    """Return a field with the description and example that the published schema shows."""
    return Field(default, description=description, examples=[example], **bounds)


class Person(_Record):
    """Someone who worked on the article. A staff byline is a person named "Staff"."""

    name: Text = _about("Name as printed; a desk or `Staff` where no person is named.", "Runa Aldis", ...)
    role: Role = _about("What they did.", "photographer", "author")
    affiliation: Text | None = _about("Where they work.", "The Harbour Courier")
    url: WebAddress | None = _about("Their page.", "https://courier.example/people/runa-aldis")
    bio: Text | None = _about("One or two sentences about them, printed at the end.", "Runa Aldis covers the coast.")


class Figure(_Record):
    """A picture with what is said about it."""

    src: ImageSource = _about("Address, data address, or name of a file of the article.", "pictures/quay.jpg", ...)
    alt: Annotated[str, AfterValidator(without_controls)] = _about(
        "What a person who cannot see it should hear.", "Two boats at a stone quay.", "", max_length=2000
    )
    decorative: bool = _about("True where it carries no meaning; a screen reader then passes over it.", False, False)
    caption: Text | None = _about("Text that describes it, without the credit.", "The inner basin at first light.")
    credit: Text | None = _about("Who made or owns it.", "T. Vang / Courier")
    licence: Text | None = _about("Name of its licence.", "CC BY 4.0")
    licence_url: WebAddress | None = _about("Address of the licence.", "https://creativecommons.org/licenses/by/4.0/")
    source_url: WebAddress | None = _about("Where it was found.", "https://pictures.example/4711")
    width: int | None = _about("Width in pixels, if known: the shape of the box when it fails.", 1600, gt=0, le=100_000)
    height: int | None = _about("Height in pixels, if known.", 900, gt=0, le=100_000)


class PullQuote(_Record):
    """An excerpt to set in display type."""

    text: Text = _about("The words, without quote marks.", "They gave us a very good answer.", ...)
    speaker: Text | None = _about("Who said it.", "Runa Aldis")
    speaker_role: Text | None = _about("What the speaker is.", "keeper of the harbour ledger")
    after_block: Annotated[str, Field(pattern=r"^b[1-9]\d{0,5}$")] | None = _about(
        "The block that it follows; without one it is placed near the passage that it repeats.", "b3"
    )


class Correction(_Record):
    """A correction as published."""

    date: Day = _about("Day of the correction.", "2026-03-05", ...)
    text: Text = _about("What was wrong and what is right.", "The wall is 640 metres long, not 460.", ...)


class Identifier(_Record):
    """A formal identifier of the article or its publication."""

    kind: Literal["doi", "isbn", "issn", "urn", "handle", "other"] = _about("Which scheme.", "doi", ...)
    value: Text = _about("The identifier without a prefix.", "10.5555/12345678", ...)


class Publication(_Record):
    """Who publishes."""

    name: Text = _about("Name in the masthead.", "The Harbour Courier", ...)
    tagline: Text | None = _about("Line beside the name.", "News of the treaty coast since 1871")
    logo: ImageSource | None = _about("Picture to print in place of the name.", "logo.svg")
    url: WebAddress | None = _about("Home page.", "https://courier.example/")
    accent_colour: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] = _about(
        "The one accent, as #rrggbb.", "#8c2f1f", "#8c2f1f"
    )
    copyright: Text | None = _about("Copyright line for the last page.", "© 2026 Harbour Courier Ltd")
    address: Text | None = _about("Address of the office or imprint.", "1 Quay Street, Lindhaven")


class Article(_Record):
    """One article. Exactly one of `body_html` and `body_text` is given."""

    id: Annotated[str, Field(pattern=_SLUG)] = _about(
        "Slug: letters, digits, `.`, `_`, `-`; at most 200.", "low-ice", ...
    )
    canonical_url: WebAddress | None = _about("The address of record.", "https://courier.example/2026/low-ice")
    version: Annotated[Text, Field(max_length=100)] | None = _about("The publisher's version of the text.", "3")
    language: LanguageTag = _about("BCP 47 tag; the text direction follows from it.", "en-GB", "en")
    status: Status = _about("Anything but `published` is said on every page.", "published", "published")
    embargo_until: Instant | None = _about("End of the embargo; needed with `embargoed`.", "2026-03-03T06:00:00+01:00")
    publication: Publication = _about("The publication that it appears in.", {"name": "The Harbour Courier"}, ...)
    kicker: Text | None = _about("Short line above the headline.", "Coast")
    headline: Text = _about("The title.", "The winter of the low ice", ...)
    dek: Text | None = _about("The sentence or two under the headline.", "A town asked one question of its wall.")
    dateline: Text | None = _about("Place of writing.", "Lindhaven")
    published_at: Instant | None = _about("ISO 8601 with offset.", "2026-03-03T08:00:00+01:00")
    updated_at: Instant | None = _about("ISO 8601 with offset.", "2026-03-05T09:30:00+01:00")
    authors: list[Person] = _about("Who wrote it, in order.", [{"name": "Anna Holm"}], [], max_length=_MOST)
    contributors: list[Person] = _about(
        "Who else worked on it.", [{"name": "T. Vang", "role": "illustrator"}], [], max_length=_MOST
    )
    lead_figure: Figure | None = _about("The picture under the headline.", {"src": "lead.jpg", "alt": "Boats."})
    body_html: str | None = _about("The body as HTML from a CMS.", "<p>The first thing …</p>", max_length=20_000_000)
    body_text: str | None = _about(
        "The body as plain paragraphs, blank lines between.", "First.\n\nSecond.", max_length=20_000_000
    )
    pull_quotes: list[PullQuote] = _about(
        "Pull quotes kept apart from the body.", [{"text": "They gave …"}], [], max_length=_MOST
    )
    corrections: list[Correction] = _about(
        "Corrections.", [{"date": "2026-03-05", "text": "640 metres."}], [], max_length=_MOST
    )
    notes: list[Text] = _about(
        "Editor's notes, printed at the end.", ["First published in the winter number."], [], max_length=_MOST
    )
    keywords: list[Text] = _about("Subject keywords, for the metadata.", ["harbour", "ice"], [], max_length=_MOST)
    licence: Text | None = _about("Licence of the text.", "CC BY-ND 4.0")
    rights: Text | None = _about("Rights statement.", "All rights reserved.")
    first_published: Text | None = _about("Where it appeared first.", "Harbour Courier, 3 March 2026")
    identifiers: list[Identifier] = _about(
        "Formal identifiers.", [{"kind": "doi", "value": "10.5555/1"}], [], max_length=_MOST
    )

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.body_html is None) == (self.body_text is None):
            raise ValueError("exactly one of `body_html` and `body_text` is needed")
        if (self.status == "embargoed") != (self.embargo_until is not None):
            raise ValueError("`embargo_until` is needed with the status `embargoed`, and only then")
        return self

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Text direction of the article's language and script."""
        return direction_of(self.language)


def read_article(record: bytes | str | dict[str, Any]) -> Article:
    """Return the article that `record` holds: JSON text, or the object that it stands for.

    Raises `InvalidArticle` that names each path, value and the valid ones.
    """
    if not isinstance(record, dict):
        record = read_record(record)
    try:
        return Article.model_validate_json(json.dumps(record, ensure_ascii=False).encode())
    except ValidationError as error:
        raise InvalidArticle(f"{_which(record)} is not valid.", faults_of(error, Article)) from None
    except (TypeError, ValueError, RecursionError) as error:  # an object that JSON has no form for
        raise InvalidArticle(f"{_which(record)} is not valid.", [Fault("(whole record)", f"{error}.")]) from None


def read_record(text: bytes | str) -> dict[str, Any]:
    """Return the object that JSON text holds, not yet checked. Raises `InvalidArticle` where it holds none."""
    try:
        record = json.loads(text, object_pairs_hook=_without_repeats)
    except (ValueError, RecursionError) as error:
        raise InvalidArticle("The article is not JSON.", [Fault("(whole record)", f"{error}.")]) from None
    if not isinstance(record, dict):
        raise InvalidArticle("The article is not a JSON object.", [Fault("(whole record)", "an object is needed.")])
    return record


def article_schema() -> dict[str, Any]:
    """Return the record's JSON Schema (draft 2020-12)."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Article.model_json_schema()}


def _which(record: dict[str, Any]) -> str:
    name = record.get("id")
    return f"The article `{name[:200]}`" if isinstance(name, str) and name else "The article"


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    # JSON keeps the last of two equal keys, so the first would be dropped without a word.
    record = dict(pairs)
    if len(record) < len(pairs):
        names = [name for name, _ in pairs]
        repeated = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key `{repeated[:80]}` occurs twice in one object")
    return record
