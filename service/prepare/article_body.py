"""prepare_article: a submission in, a safe and numbered article out, with every picture in hand."""

from __future__ import annotations

from collections.abc import Sequence

from service.article import Article
from service.config import Config
from service.errors import Fault, InvalidArticle
from service.labels import Labels, labels_for
from service.options import PrintOptions
from service.prepare import figures
from service.prepare.addresses import ImagePlaces
from service.prepare.block_quotes import join_quotes
from service.prepare.blocks import Flow
from service.prepare.credits import gather_credits
from service.prepare.drafts import PICTURE, Draft
from service.prepare.embeds import stand_in_for_embeds
from service.prepare.footnotes import Footnotes, take_footnotes
from service.prepare.furniture import take_out_furniture
from service.prepare.headings import TAGS, level_headings
from service.prepare.image_sources import settle_images
from service.prepare.images import GatheredImages, ImageRequest, gather_images
from service.prepare.markup import Content, Node, nodes_in, rewrite, text_of, write_markup
from service.prepare.notes import NoteBook
from service.prepare.opening import drop_repeated_head, drop_repeated_lead
from service.prepare.plain_text import read_plain_text
from service.prepare.pull_quotes import mark_repeats, place_pull_quotes
from service.prepare.sanitize import read_body, seal
from service.prepare.text_setting import set_opening, set_text
from service.report import DroppedContent, Finding
from service.stages import Block, PreparedArticle, PreparedFigure, Submission
from service.templates import template_folders


def prepare_article(submission: Submission, options: PrintOptions, config: Config) -> PreparedArticle:
    """Return the article with a safe body in numbered blocks, its pictures, notes and credits in hand.

    Everything in the submission's body is hostile. `notes` are those for the list at the end: with `links=footnotes`
    only the ones that cannot float to a page's foot (see `NoteBook`). Raises `InvalidArticle` naming the body where
    nothing printable is in it. No picture and no broken markup raises.
    """
    article = submission.article
    labels = labels_for(article.language, template_folders(config))
    body = _read(article)
    places = ImagePlaces(article.canonical_url, frozenset(submission.files), config.image_hosts)
    drafts = _draft_blocks(article, body, labels, places, options)
    findings = _take_findings(drafts)
    findings += level_headings(
        [node for draft in drafts for node in nodes_in([draft.node]) if node.tag in TAGS], _block_names(drafts)
    )
    gathered = _gather(submission, drafts, places, options, config)
    printed = _credited_figures(drafts, gathered)
    _print(drafts, gathered, labels, options)
    notes = NoteBook(options.links, article.canonical_url, body.notes)
    blocks = _number(drafts, notes, article.language)
    lead = _lead(article, gathered, places, options)
    return PreparedArticle(
        article=article,
        direction=article.direction,
        blocks=tuple(blocks),
        notes=tuple(notes.listed),
        credits=gather_credits(article, [*([lead] if lead else []), *printed]),
        images={image.name: image for image in gathered.images.values()},
        lead_figure=lead,
        logo=gathered.images.get(_logo_src(article, places) or ""),
        findings=(*findings, *gathered.findings),
    )


def _read(article: Article) -> Footnotes:
    if article.body_html is None:
        return Footnotes(read_plain_text(article.body_text or ""))
    try:
        content = read_body(article.body_html)
    except ValueError as error:
        raise _no_body(article, f"the body is too large: {error}.") from None
    content = stand_in_for_embeds(settle_images(content), article.canonical_url)
    return take_footnotes(take_out_furniture(content))


def _no_body(article: Article, message: str) -> InvalidArticle:
    name = "body_text" if article.body_html is None else "body_html"
    return InvalidArticle(f"The body of the article `{article.id}` cannot be printed.", [Fault(name, message)])


def _draft_blocks(
    article: Article, body: Footnotes, labels: Labels, places: ImagePlaces, options: PrintOptions
) -> list[Draft]:
    drafts = Flow(article.language, labels).read(body.content)
    figures.locate_pictures([draft.node for draft in drafts], places)
    drafts = join_quotes(drop_repeated_head(drafts, article), article.language)
    drafts = drop_repeated_lead(drafts, _lead_src(article, places))
    if options.images == "none":
        drafts = [kept for draft in drafts if (kept := _without_pictures(draft))]
    if not drafts:
        raise _no_body(article, "nothing in it can be printed.")
    drafts = place_pull_quotes(drafts, article.pull_quotes, article.language)
    mark_repeats(drafts)
    return drafts


def _without_pictures(draft: Draft) -> Draft | None:
    if not draft.has_picture:
        return draft
    kept = rewrite([draft.node], lambda node: [] if node.tag == PICTURE else None)
    return draft if kept and text_of(kept) else None


def _block_names(drafts: Sequence[Draft]) -> dict[int, str]:
    return {id(node): draft.id for draft in drafts for node in nodes_in([draft.node])}


def _take_findings(drafts: Sequence[Draft]) -> list[Finding]:
    """Return a finding for each mark of something left out, and take the marks out of the blocks."""
    findings: list[Finding] = []
    for draft in drafts:
        marks = [node for node in nodes_in([draft.node]) if node.tag == "x-dropped"]
        findings += [DroppedContent(what=m.get("what"), block=draft.id, text=m.get("text")) for m in marks]
        if marks:
            draft.node.children = rewrite(draft.node.children, lambda node: [] if node.tag == "x-dropped" else None)
    return findings


def _lead_src(article: Article, places: ImagePlaces) -> str | None:
    return places.locate(article.lead_figure.src) if article.lead_figure else None


def _logo_src(article: Article, places: ImagePlaces) -> str | None:
    logo = article.publication.logo if article.publication else None
    return places.locate(logo) if logo else None


def _gather(
    submission: Submission, drafts: Sequence[Draft], places: ImagePlaces, options: PrintOptions, config: Config
) -> GatheredImages:
    requests = [figures.logo_request(logo)] if (logo := _logo_src(submission.article, places)) else []
    if options.images != "none":
        if lead := _lead_src(submission.article, places):
            requests.append(ImageRequest(lead, figures.lead_mm(options)))
        width = figures.column_mm(options)
        for draft in drafts:
            pictures = [node for node in nodes_in([draft.node]) if node.tag == PICTURE]
            requests += [ImageRequest(node.get("src"), width, draft.id) for node in pictures]
    return gather_images(
        requests, submission.files, config, grey=options.ink == "grey", font_dirs=tuple(config.font_dirs)
    )


def _lead(
    article: Article, gathered: GatheredImages, places: ImagePlaces, options: PrintOptions
) -> PreparedFigure | None:
    lead = article.lead_figure
    if lead is None or options.images == "none":
        return None
    image = gathered.images.get(places.locate(lead.src))
    return figures.prepared_figure(lead, places.printed(lead.src), image, article.language)


def _credited_figures(drafts: Sequence[Draft], gathered: GatheredImages) -> list[PreparedFigure]:
    pictures = [node for draft in drafts for node in nodes_in([draft.node]) if node.tag == PICTURE]
    return [figures.body_figure(picture, gathered.images.get(picture.get("src"))) for picture in pictures]


def _print(drafts: Sequence[Draft], gathered: GatheredImages, labels: Labels, options: PrintOptions) -> None:
    for draft in drafts:
        if draft.has_picture:
            (draft.node,) = _nodes(
                figures.print_pictures([draft.node], gathered.images, labels, leave_out=options.images == "none")
            )


def _nodes(content: list[Content]) -> list[Node]:
    return [item for item in content if isinstance(item, Node)]


def _number(drafts: Sequence[Draft], notes: NoteBook, language: str) -> list[Block]:
    """Return the finished blocks: notes numbered in the order of the page, ids ours, markup sealed."""
    notes.read_anchors(node for draft in drafts for node in nodes_in([draft.node]))
    blocks: list[Block] = []
    for draft in drafts:
        text = draft.text
        set_text(draft.node, language)
        if not blocks:
            set_opening(draft.node, language)
        (node,) = _nodes(notes.number([draft.node]))
        node.attrs = {"data-block": draft.id, **node.attrs}
        blocks.append(Block(draft.id, draft.kind, seal(write_markup([node])), text))
    return blocks
