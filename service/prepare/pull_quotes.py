"""Pull quotes: set in display type, with the speaker, hidden from assistive technology where the body says it too."""

from __future__ import annotations

from collections.abc import Sequence

from service.article import PullQuote
from service.prepare.attribution import Attribution
from service.prepare.drafts import Draft, attribution_spans
from service.prepare.markup import Node, element, names, nodes_in, text_of
from service.prepare.quotes import in_quote_marks
from service.prepare.repeats import repeats_body

CLASSES = names("""pullquote pull-quote wp-block-pullquote pull_quote quote-pull pullquote-right pullquote-left
    article-pullquote has-pullquote kg-blockquote-alt sqs-pullquote pquote""")  # fmt: skip


_SET_ASIDE = names("""quote zitat zitatkasten zitat-box hervorhebung citation exergue destacado cita
    frase-destacada sumario citazione citação citaat streamer citat cytat citát idézet sitaatti nosto sitat
    цитата цитат alıntı اقتباس ציטוט""")
_MORE_THAN_WORDS = names("h1 h2 h3 h4 h5 h6 ul ol dl table pre img x-embed figure")
_LONGEST_WORDS = 400


def is_pull_quote(node: Node) -> bool:
    """Whether an element is a pull quote by its class: in any language an `aside` that holds only a few words."""
    if CLASSES.intersection(node.classes):
        return True
    return (
        node.tag == "aside"
        and bool(_SET_ASIDE.intersection(node.classes))
        and not any(inner.tag in _MORE_THAN_WORDS for inner in nodes_in(node.children))
        and len(text_of(node.children)) <= _LONGEST_WORDS
    )


def pull_quote_draft(words: str, said_by: Attribution | None, language: str) -> Draft:
    """Return a pull quote in the language's quote marks."""
    aside = element("aside", element("p", in_quote_marks(words, language)), class_="pull-quote")
    if said_by:
        aside.children.append(element("p", *attribution_spans(said_by), class_="attribution"))
    return Draft("pull-quote", aside, said_by)


def pulled(quote: Draft, language: str) -> Draft:
    """Return a block quotation as a pull quote."""
    figure = quote.node
    words = [node for node in nodes_in(figure.children) if node.tag == "blockquote"]
    text = " ".join(
        text_of(child.children) for node in words[:1] for child in node.children if not isinstance(child, str)
    )
    return pull_quote_draft(text or text_of(figure.children), quote.said_by, language)


def place_pull_quotes(drafts: Sequence[Draft], quotes: Sequence[PullQuote], language: str) -> list[Draft]:
    """Return the blocks, numbered, with the record's own pull quotes among them. None is lost.

    The blocks of the body are numbered first, in order, and the record's pull quotes after them: so `after_block`
    names the block that a page without pull quotes shows under that id. A block past the end means the last. Without
    `after_block` a quote follows the passage that it repeats, or else the first third of the text.
    """
    for number, draft in enumerate(drafts, start=1):
        draft.id = f"b{number}"
    texts = [draft.text if draft.kind != "pull-quote" else "" for draft in drafts]
    after: dict[int, list[Draft]] = {}
    for number, quote in enumerate(quotes, start=len(drafts) + 1):
        said_by = Attribution(quote.speaker, quote.speaker_role) if quote.speaker else None
        pull = pull_quote_draft(quote.text, said_by, language)
        pull.id = f"b{number}"
        after.setdefault(_place(quote, drafts, texts), []).append(pull)
    placed: list[Draft] = []
    for index, draft in enumerate(drafts):
        placed += [draft, *after.get(index, [])]
    return placed


def _place(quote: PullQuote, drafts: Sequence[Draft], texts: Sequence[str]) -> int:
    if quote.after_block:
        return min(int(quote.after_block[1:]), len(drafts)) - 1
    repeated = repeats_body(quote.text, texts)
    place = len(drafts) // 3 if repeated is None else repeated
    while place < len(drafts) - 1 and drafts[place].kind == "heading":
        place += 1
    return place


def mark_repeats(drafts: Sequence[Draft]) -> None:
    """Hide from assistive technology each pull quote whose words the body has, and name the block that has them."""
    said = [draft for draft in drafts if draft.kind != "pull-quote"]
    texts = [draft.text for draft in said]
    for draft in drafts:
        if draft.kind == "pull-quote":
            words = text_of([draft.node.children[0]])
            index = repeats_body(words, texts)
            if index is not None:
                draft.node.attrs |= {"aria-hidden": "true", "data-repeats": said[index].id}
