"""Page furniture out of the body: what a web page needs and a printed one does not.

Careful on purpose: something is furniture only where its own class or id says so *and* it does not read like the
article's prose. What is taken out and had words leaves an `x-dropped` element behind, which becomes a line of the
report.
"""

from __future__ import annotations

import re

from service.prepare.markup import Content, Node, names, nodes_in, rewrite, text_of

_START_SHOWN = 80
_LONGEST_LINE = 40  # Words in one paragraph: a share bar, a newsletter box or a related list has no such paragraph.
_NEARLY_ALL = 0.8
_LARGEST_SHARE = 0.4  # Of the body's text: a wrapper that holds more is the article, whatever it is called.

_LONGEST_NAME, _MOST_NAMES = 60, 40  # Of class names: hostile ones must not cost time.

_CONTAINERS = names(
    "div section aside nav ul ol menu p form footer header figure article details fieldset span table a"
)
_KINDS: tuple[tuple[str, str], ...] = (
    ("share bar", r"(social-?)?shar(e|es|ing)([-_]?(bar|buttons?|links?|tools?|icons?|list|wrap(per)?|container|this))?"
     r"|sharedaddy|social([-_]?(links?|icons?|media|bar|buttons?|list))?|addtoany\w*|a2a_kit|addthis\w*|jp-sharing"
     r"|wp-block-social-links|post-share|article-share|entry-share|sd-sharing|ssba\w*|heateor\w*"),
    ("related links", r"(wp-block-)?(jp-)?related([-_]?(posts?|articles?|stories|content|links?|reading|news|items?))?"
     r"|yarpp\w*|read-?(more|next|also)([-_]?(links?|box))?|more-(stories|news|from|on)\S*|recommend(ed|ations?)\S*"
     r"|you-may-(also-)?like\S*|crp_related|also-read|see-also-box|article-recirc\S*|recirc\S*|most-(read|popular)"),
    ("newsletter box", r"newsletter\S*|(email-?)?sign-?up([-_]?(form|box|widget))?|button-wrapper"
     r"|subscri(be|ption)([-_]?\S*)?"
     r"|mc4wp\S*|mailchimp\S*|kg-signup-card|optin\S*|membership-(box|promo)|donat(e|ion)-(box|bar|banner|form)|paywall\S*"),
    ("comments", r"comments?([-_]?(area|form|list|section|wrap(per)?|respond|container|thread))?|commentlist|respond"
     r"|disqus\S*|fb-comments|remark42"),
    ("advertisement", r"ads?|advert(s|isement|ising|orial)?|ad-?(slot|unit|container|wrapper|banner|box|block|label)"
     r"([-_]\S*)?|adsbygoogle|google-auto-placed|dfp\S*|gpt-ad\S*|sponsor(ed)?([-_]?(box|content|links?))?|promo\S*"
     r"|taboola\S*|outbrain\S*|ob-\S*widget\S*|banner-ad\S*|teads\S*|revcontent\S*"),
    ("navigation", r"breadcrumbs?\S*|pagination|page-links|nav(igation|bar|-links|-menu)?|post-nav(igation)?\S*"
     r"|skip-link|tag-?(list|cloud|links)|post-tags|entry-(tags|categories)|cat-links"),
    ("notice", r"cookie\S*|gdpr\S*|consent\S*|popup\S*|modal\S*|toast|no-?print|print-hidden|d-print-none|hidden-print"
     r"|follow-us|app-(banner|promo)\S*|rating-stars|like-button|reading-time|listen-(bar|button)|audio-player-bar"),
)  # fmt: skip
_PATTERNS = tuple((kind, re.compile(rf"^({pattern})$")) for kind, pattern in _KINDS)
_HIDDEN_CLASSES = names(
    "screen-reader-text sr-only visually-hidden visuallyhidden element-invisible a11y-hidden hidden-text"
)
_HIDDEN_STYLE = re.compile(r"(display:none|visibility:hidden)")
_ALWAYS_OUT = {
    "form": "form", "nav": "navigation", "dialog": "dialog", "canvas": "drawing", "button": "", "input": "",
    "select": "", "option": "", "textarea": "", "x-noembed": "", "x-noframes": "", "title": "",
    "param": "", "track": "",
}  # fmt: skip


def dropped(what: str, text: str = "") -> Node:
    """Return the mark of something left out, which numbering turns into a finding. `text` is what it said."""
    start = text if len(text) <= _START_SHOWN else text[:_START_SHOWN].rsplit(" ", 1)[0] + " …"
    return Node("x-dropped", {"what": what, "text": start})


def take_out_furniture(content: list[Content]) -> list[Content]:
    """Return the content without share bars, forms, navigation, related links, advertisements and hidden text."""
    whole = sum(len(item) for node in nodes_in(content) for item in node.children if isinstance(item, str))
    whole += sum(len(item) for item in content if isinstance(item, str))
    return _inside(content, whole, in_cell=False)


def _inside(content: list[Content], whole: int, *, in_cell: bool) -> list[Content]:
    def change(node: Node) -> list[Content] | None:
        if node.tag in {"td", "th"} and not in_cell:
            node.children = _inside(node.children, whole, in_cell=True)
            return [node]
        if node.tag == "x-script":
            return [dropped("script in a table cell")] if in_cell else []
        return _replacement(node, whole)

    return rewrite(content, change)


def _replacement(node: Node, whole: int) -> list[Content] | None:
    if node.tag in _ALWAYS_OUT:
        return _without(node, _ALWAYS_OUT[node.tag], whole)
    if node.tag == "x-svg":
        return _drawing(node)
    if node.tag == "x-math":
        return [node.get("alttext") or text_of(_without_annotations(node.children))]
    if _is_hidden(node):
        text = text_of(node.children)
        return [dropped("hidden text", text)] if text else []
    kind = _furniture_kind(node)
    if kind and not (_is_most(node, whole) if kind == "comments" else _belongs_to_article(node, whole)):
        return _without(node, kind, whole)
    return None


def _without(node: Node, what: str, whole: int) -> list[Content]:
    """Return the mark for a form, a bar ...; what is clearly the article's own prose stays even there."""
    if what in {"form", "dialog", "navigation"} and _reads_as_prose(node, whole):
        return take_out_furniture(node.children)
    text = text_of(node.children)
    has_fields = any(inner.tag in {"input", "textarea", "select"} for inner in nodes_in(node.children))
    return [dropped(what, text)] if what and (text or has_fields) else []


def _drawing(node: Node) -> list[Content]:
    # Malformed input can leave paragraphs inside a drawing that was never closed; they are the article's.
    prose: list[Content] = []

    def take(inner: Node) -> list[Content] | None:
        if inner.tag in {"p", "div", "h2", "h3"}:
            prose.append(inner)
            return []
        return None

    text = text_of(rewrite(list(node.children), take))
    text = node.get("aria-label") or text
    marks: list[Content] = [dropped("drawing", text)] if text else []
    return [*marks, *prose]


def _without_annotations(content: list[Content]) -> list[Content]:
    return rewrite(content, lambda node: [] if node.tag.startswith("x-annotation") else None)


def _is_hidden(node: Node) -> bool:
    if "hidden" in node.attrs or _HIDDEN_CLASSES.intersection(node.classes):
        return True
    style = node.get("style")
    return bool(style) and bool(_HIDDEN_STYLE.search(re.sub(r"\s", "", style.lower())))


def _furniture_kind(node: Node) -> str | None:
    given = [*node.classes, *node.get("id").lower().split()] if node.tag in _CONTAINERS else []
    if node.get("role").lower() in {"navigation", "search", "banner", "contentinfo", "complementary-ad"}:
        return "navigation"
    for name in [name for name in given if len(name) <= _LONGEST_NAME][:_MOST_NAMES]:
        for kind, pattern in _PATTERNS:
            if pattern.match(name):
                return kind
    return None


def _belongs_to_article(node: Node, whole: int) -> bool:
    # No share bar has a picture with a caption; a "popup-gallery" does.
    return _reads_as_prose(node, whole) or any(inner.tag == "figcaption" for inner in nodes_in(node.children))


def _is_most(node: Node, whole: int) -> bool:
    # Comments are long prose too; only a container of nearly everything cannot be them.
    size = len(text_of(node.children))
    return size > _NEARLY_ALL * whole and size > 200


def _reads_as_prose(node: Node, whole: int) -> bool:
    size = len(text_of(node.children))
    if size > _LARGEST_SHARE * whole and size > 200:
        return True
    if node.tag == "p":
        return len(text_of(node.children).split()) >= _LONGEST_LINE
    return any(
        inner.tag == "p" and len(text_of(inner.children).split()) >= _LONGEST_LINE for inner in nodes_in(node.children)
    )
