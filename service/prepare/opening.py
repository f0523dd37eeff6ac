"""What the top of a body repeats of the head: the headline, the dek, the byline, the lead picture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.article import Article
from service.prepare.drafts import PICTURE, Draft
from service.prepare.figures import same_picture_key
from service.prepare.markup import nodes_in
from service.prepare.repeats import normalised

_BLOCKS_LOOKED_AT = 5
_LONGEST_BYLINE = 12
_BY = re.compile(r"^(by|von|par|por|di|da|door|av|af|text|words|written by|story by) ")


def drop_repeated_head(drafts: Sequence[Draft], article: Article) -> list[Draft]:
    """Return the blocks without those at the top that only say the headline, kicker, dek or byline again."""
    said = {normalised(text) for text in (article.headline, article.kicker, article.dek) if text}
    names = {normalised(person.name) for person in article.authors}
    together = normalised(" ".join(person.name for person in article.authors))
    kept: list[Draft] = []
    for index, draft in enumerate(drafts):
        if index < _BLOCKS_LOOKED_AT and draft.kind in {"paragraph", "heading"} and not draft.has_picture:
            words = normalised(draft.text)
            if words and (words in said or _is_byline(words, names, together)):
                continue
        kept.append(draft)
    return kept or list(drafts)


def _is_byline(words: str, names: set[str], together: str) -> bool:
    if len(words.split()) > _LONGEST_BYLINE:
        return False
    bare = _BY.sub("", words)
    return bare in names or (bool(together) and bare.replace(" and ", " ").replace(" und ", " ") == together)


def drop_repeated_lead(drafts: Sequence[Draft], lead_src: str | None) -> list[Draft]:
    """Return the blocks without the first picture where it is the lead picture once more."""
    if not lead_src:
        return list(drafts)
    for index, draft in enumerate(drafts[:_BLOCKS_LOOKED_AT]):
        if draft.kind == "figure" and draft.has_picture:
            pictures = [node for node in nodes_in([draft.node]) if node.tag == PICTURE]
            if len(pictures) == 1 and same_picture_key(pictures[0].get("src")) == same_picture_key(lead_src):
                return [*drafts[:index], *drafts[index + 1 :]]
            break
    return list(drafts)
