"""The library as a list: searched, paged, with the print options that its links carry."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from flask import Blueprint, Response, render_template, url_for
from pydantic import BaseModel, ConfigDict, Field
from werkzeug.exceptions import NotFound

from service.errors import Fault, InvalidOptions
from service.options import PrintOptions, read_options
from service.record_values import direction_of
from service.sources import Entry, Listing
from service.web.choices import chosen_values, questions
from service.web.conditional import deliver
from service.web.nearest import article_path
from service.web.negotiation import HTML, JSON, choose
from service.web.queries import OPTION_NAMES, single_parameters
from service.web.site import site

PAGE_SIZE = 20
_LONGEST_QUERY = 200

home = Blueprint("home", __name__)


class ArticleLinks(BaseModel):
    """Where an article is to be had."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pdf: str = Field(description="The PDF.", examples=["/articles/low-ice.pdf"])
    html: str = Field(description="The print page.", examples=["/articles/low-ice.html"])
    json_: str = Field(alias="json", description="The record as given.", examples=["/articles/low-ice.json"])


class ListedArticle(BaseModel):
    """One article of the list."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(description="Id of the article.", examples=["low-ice"])
    headline: str = Field(description="The title.", examples=["The winter of the low ice"])
    language: str = Field(description="BCP 47 tag.", examples=["en-GB"])
    direction: Literal["ltr", "rtl"] = Field(description="Text direction of the language.")
    publication: str = Field(description="Who publishes.", examples=["The Harbour Courier"])
    status: str = Field(description="Its standing; see the record.", examples=["published"])
    kicker: str | None = Field(None, description="Short line above the headline.", examples=["Coast"])
    dek: str | None = Field(None, description="The sentence or two under the headline.")
    byline: str = Field("", description="Who wrote it.", examples=["Anna Holm"])
    published_at: datetime | None = Field(None, description="ISO 8601 with offset.")
    links: ArticleLinks


class ArticleList(BaseModel):
    """One page of the library's list."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    query: str = Field(description="The search, empty for the whole library.", examples=["harbour"])
    page: int = Field(description="This page, from 1.", examples=[1])
    pages: int = Field(description="How many pages there are, at least 1.", examples=[3])
    total: int = Field(description="How many articles were found.", examples=[47])
    previous: str | None = Field(None, description="Address of the page before.")
    next: str | None = Field(None, description="Address of the page after.", examples=["/?q=harbour&page=2"])
    articles: list[ListedArticle]


@home.get("/", endpoint="index")
def index() -> Response:
    """Answer with a page of the library's list, for a person or for a program."""
    media_type = choose([HTML, JSON])
    query, page, options = _read_search()
    found = site().source.listing(query, (page - 1) * PAGE_SIZE, PAGE_SIZE)
    listing = _article_list(found, query, page, options)
    if page > listing.pages:
        raise NotFound
    headers = _page_links(listing)
    if media_type == JSON:
        text = listing.model_dump_json(by_alias=True, exclude_none=True, indent=2)
        return deliver(text.encode() + b"\n", JSON, headers)
    html = render_template(
        "home.html", listing=listing, questions=questions(options), chosen=chosen_values(options), options=options
    )
    return deliver(html.encode(), "text/html; charset=utf-8", headers)


def _read_search() -> tuple[str, int, PrintOptions]:
    values, faults = single_parameters(("q", "page", *OPTION_NAMES))
    query, page = values.pop("q", "").strip(), values.pop("page", "") or "1"
    if len(query) > _LONGEST_QUERY:
        faults.append(Fault("q", f"at most {_LONGEST_QUERY} characters are searched for.", query[:80]))
    if not (page.isascii() and page.isdigit() and int(page[:9]) > 0 and len(page) < 8):
        faults.append(Fault("page", f"`{page[:80]}` is not a page number, which counts from 1.", page[:80]))
    try:
        # A form sends its empty fields too.
        options = read_options({name: value for name, value in values.items() if value})
    except InvalidOptions as error:
        raise InvalidOptions("The query is not valid.", [*faults, *error.faults]) from None
    if faults:
        raise InvalidOptions("The query is not valid.", faults)
    return query, int(page), options


def _article_list(found: Listing, query: str, page: int, options: PrintOptions) -> ArticleList:
    pages = max(1, -(-found.total // PAGE_SIZE))
    parameters = {**({"q": query} if query else {}), **chosen_values(options)}

    def address(number: int) -> str:
        return url_for("home.index", **parameters, **({"page": number} if number > 1 else {}))  # type: ignore[arg-type]

    return ArticleList(
        query=query,
        page=page,
        pages=pages,
        total=found.total,
        previous=address(page - 1) if page > 1 else None,
        next=address(page + 1) if page < pages else None,
        articles=[_listed(entry, options) for entry in found.entries],
    )


def _listed(entry: Entry, options: PrintOptions) -> ListedArticle:
    chosen = chosen_values(options)
    links = {
        "pdf": url_for("articles.pdf", article_id=entry.id, **chosen),  # type: ignore[arg-type]
        "html": url_for("articles.html", article_id=entry.id, **chosen),  # type: ignore[arg-type]
        "json": article_path(entry.id, "json"),
    }
    return ListedArticle(
        id=entry.id, headline=entry.headline, language=entry.language, direction=direction_of(entry.language),
        publication=entry.publication, status=entry.status, kicker=entry.kicker, dek=entry.dek, byline=entry.byline,
        published_at=entry.published_at, links=ArticleLinks.model_validate(links),
    )  # fmt: skip


def _page_links(listing: ArticleList) -> dict[str, str]:
    pairs = (("prev", listing.previous), ("next", listing.next))
    links = ", ".join(f'<{address}>; rel="{relation}"' for relation, address in pairs if address)
    return {"Link": links} if links else {}
