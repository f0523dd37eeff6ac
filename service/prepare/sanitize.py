"""Hostile HTML in, an inert tree out; at the other end, finished blocks through the allow-list of the print vocabulary.

Two allow-lists stand at the two ends. The first, wide, is an HTML5 parser's reading of whatever came: active content
is gone, but class names, lazy addresses and embeds can still be seen and understood. The last is the vocabulary of
`docs/print-markup.md`, nothing else, and is the one that safety rests on: every block passes through it after the
last change. Neither is a deny-list, and nothing is changed between the last one and the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import nh3

from service.prepare.characters import balanced_bidi, printable
from service.prepare.markup import DEEPEST_NESTING, VOID, Content, names, nodes_in, read_markup

MOST_ELEMENTS = 200_000
"""Start tags that a body may have; a body of 50,000 words was measured to have fewer than 10,000."""

_SCRIPT_SEEN = "<x-script></x-script>"
_RAW = names("noscript iframe noembed noframes")
# An HTML5 parser does not read the markup inside these ...
_FOREIGN = names(
    """svg math altglyph animate animatecolor animatemotion animatetransform circle clippath cursor defs desc ellipse
    filter foreignobject g glyph line lineargradient marker mask metadata mpath path pattern polygon polyline
    radialgradient rect set stop switch symbol text textpath tref tspan use view vkern hkern annotation annotation-xml
    maction maligngroup malignmark menclose merror mfenced mfrac mglyph mi mlongdiv mmultiscripts mn mo mover mpadded
    mphantom mprescripts mroot mrow ms mscarries mscarry msgroup msline mspace msqrt msrow mstack mstyle msub msubsup
    msup mtable mtd mtext mtr munder munderover none semantics"""
)
# ... and takes these, with all their words, for foreign content out of its place. By another name they are ordinary
# elements, whose content can be seen.
_RENAMES = {"plaintext": "div", "xmp": "pre", "listing": "pre"} | {name: f"x-{name}" for name in _RAW | _FOREIGN}
_RAW_TAG = re.compile(rf"<(/?)({'|'.join(sorted(_RENAMES))})(?=[\s/>])", re.IGNORECASE)
_RENAMED = re.compile(rf"<(/?)x-({'|'.join(sorted(_RAW | _FOREIGN))})\b")
_SCRIPT = re.compile(r"<script(?=[\s/>])", re.IGNORECASE)
_START = re.compile(r"<[a-zA-Z]")
_TAG_START = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)")
_TAG_REST = re.compile(r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])))*+>""")
_CLOSED_BY_OTHERS = frozenset({"p", "li", "dt", "dd", "tr", "td", "th", "option", "rp", "rt", "html", "body", "head"})

_FORMATS = names("a b big code em font i nobr s small strike strong tt u")
_MOST_FORMATS_OPEN = 16

_INLINE = names("""a em strong b i u s sub sup small code kbd samp var abbr q cite mark del ins time bdi bdo ruby
    rb rt rp span br wbr font tt strike acronym big center nobr dfn label""")  # fmt: skip
_BLOCKS = names("""p div section article main header footer aside nav h1 h2 h3 h4 h5 h6 hgroup ul ol menu li dl dt
    dd blockquote pre hr figure figcaption address details summary table caption colgroup col thead
    tbody tfoot tr td th fieldset""")  # fmt: skip
_SEEN = names("""img picture source video audio object embed param track form input button select option textarea
    canvas dialog amp-img amp-video amp-iframe amp-youtube amp-audio amp-twitter amp-instagram
    x-script x-noscript x-iframe x-svg x-math x-annotation x-annotation-xml
    x-desc x-noembed x-noframes title""")  # fmt: skip
_ATTRIBUTES = names("""id class style title lang dir role hidden aria-label aria-hidden href src srcset alt width
    height poster data cite colspan rowspan scope start reversed type value name datetime data-src
    data-lazy-src data-srcset data-lazy-srcset data-original data-orig-file data-large-file
    data-lazy data-hi-res-src data-url data-href data-videoid data-tweetid data-instgrm-permalink alttext
    itemprop media data-footnote data-title""")  # fmt: skip

_wide = nh3.Cleaner(
    tags={*_INLINE, *_BLOCKS, *_SEEN},
    clean_content_tags={"script", "style", "template"},
    attributes={"*": set(_ATTRIBUTES)},
    url_schemes={"http", "https", "mailto", "tel", "data"},
    link_rel=None,
)


def read_body(body_html: str) -> list[Content]:
    """Return the inert tree of a body. `body_html` is hostile HTML.

    Scripts, styles and templates are gone, with an `x-script` element where a script was; iframes, SVG and the like
    go by names that begin with `x-`. Raises `ValueError` for a body of more than `MOST_ELEMENTS` elements.
    """
    source = printable(body_html)
    if len(_START.findall(source)) > MOST_ELEMENTS:
        raise ValueError(f"more than {MOST_ELEMENTS} elements")
    source = _RAW_TAG.sub(lambda match: f"<{match[1]}{_RENAMES[match[2].lower()]}", _defused(source))
    source = _SCRIPT.sub(_SCRIPT_SEEN + "<script", source)
    markup = printable(_wide.clean(source))
    if markup.count("<") > 2 * MOST_ELEMENTS:
        raise ValueError(f"more than {MOST_ELEMENTS} elements, once unclosed ones are counted where they are in force")
    tree = read_markup(markup)
    for node in nodes_in(tree):
        for name, value in node.attrs.items():
            node.attrs[name] = balanced_bidi(_unrenamed(value))
        node.children = [balanced_bidi(item) if isinstance(item, str) else item for item in node.children]
    return [balanced_bidi(item) if isinstance(item, str) else item for item in tree]


def _unrenamed(value: str) -> str:
    if "<" not in value:
        return value
    return _RENAMED.sub(r"<\1\2", value.replace(_SCRIPT_SEEN, ""))


def _defused(source: str) -> str:
    """Return the source with start tags past `DEEPEST_NESTING` taken out, and their end tags.

    An HTML5 parser walks its stack of open elements at every tag, so that a bomb of a million nested elements would
    hold it for hours; and it opens every unclosed `<b>` again in each paragraph, so that these are bounded more
    narrowly. Text stays. A body that is not so deep is returned as it is.
    """
    parts, kept = [], 0
    for start, end in _too_deep(source):
        parts.append(source[kept:start])
        kept = end
    return "".join([*parts, source[kept:]])


def _too_deep(source: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each tag that would nest too deep, and of the end tags that belong to these."""
    depth, formats, position = 0, 0, 0
    skipped: dict[str, int] = {}
    while (found := _TAG_START.search(source, position)) and (rest := _TAG_REST.match(source, found.end())):
        closing, tag = found[1], found[2].lower()
        position = rest.end()
        if tag in VOID or tag in _CLOSED_BY_OTHERS or source[position - 2] == "/":
            continue
        if closing and skipped.get(tag):
            skipped[tag] -= 1
            yield found.start(), position
        elif closing:
            depth, formats = max(0, depth - 1), max(0, formats - (tag in _FORMATS))
        elif depth >= DEEPEST_NESTING or (tag in _FORMATS and formats >= _MOST_FORMATS_OPEN):
            skipped[tag] = skipped.get(tag, 0) + 1
            yield found.start(), position
        else:
            depth, formats = depth + 1, formats + (tag in _FORMATS)


_PRINT_CLASSES: dict[str, set[str]] = {
    "figure": {"figure", "block-quote", "verse", "wide", "landscape", "square", "portrait"},
    "figcaption": {"attribution"},
    "p": {"attribution", "embed-kind", "embed-title", "embed-source", "table-source"},
    "span": {
        "caption",
        "credit",
        "speaker",
        "speaker-role",
        "missing-alt",
        "missing-address",
        "footnote",
        "keep",
        "tail",
        "opening-words",
    },
    "a": {"note-ref"},
    "aside": {"pull-quote", "side-box", "embed"},
    "div": {"missing-image", "gallery", "table", "wide", "landscape"},
    "td": {"number", "text"},
    "th": {"number", "text"},
}
_PRINT_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"lang", "dir", "id", "data-block"},
    "a": {"href", "role", "aria-label"},
    "abbr": {"title"},
    "img": {"src", "alt", "width", "height"},
    "div": {"role", "aria-label", "style"},
    "aside": {"aria-hidden", "data-repeats"},
    "span": {"role"},
    "ol": {"start", "reversed", "type"},
    "li": {"value"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "sup": {"role"},
}
_PRINT_TAGS = {
    *names("""a em strong b i u s sub sup small code kbd samp var abbr q cite mark del ins time bdi bdo ruby
    rb rt rp span br wbr p h2 h3 h4 figure img figcaption div blockquote aside table caption thead
    tbody tfoot tr td th ul ol li dl dt dd pre hr""")
}  # fmt: skip
_OUR_ID = re.compile(r"^(h-\d+|(ref|note)-\d+(-\d+)?|x-[A-Za-z0-9._-]{1,80})$")
_OUR_STYLE = re.compile(r"^padding-top:\d{1,4}(\.\d{1,2})?%$")
_VALUES = {
    "id": _OUR_ID,
    "style": _OUR_STYLE,
    "data-block": re.compile(r"^b[1-9]\d*$"),
    "dir": re.compile(r"^(ltr|rtl|auto)$"),
    "lang": re.compile(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"),
    "role": re.compile(r"^(img|doc-noteref|note)$"),
    "aria-hidden": re.compile(r"^true$"),
    "data-repeats": re.compile(r"^(b[1-9]\d*)?$"),
    "scope": re.compile(r"^(col|row|colgroup|rowgroup)$"),
    "type": re.compile(r"^[1aAiI]$"),
    "start": re.compile(r"^-?\d{1,6}$"),
    "value": re.compile(r"^-?\d{1,6}$"),
    "colspan": re.compile(r"^\d{1,3}$"),
    "rowspan": re.compile(r"^\d{1,4}$"),
    "width": re.compile(r"^\d{1,5}$"),
    "height": re.compile(r"^\d{1,5}$"),
}


def _kept(tag: str, name: str, value: str) -> str | None:
    if tag == "img" and name == "src":
        return value if value.startswith("image:") else None
    if tag == "a" and name == "href" and value.lower().startswith("image:"):
        return None
    shape = _VALUES.get(name)
    return value if shape is None or shape.match(value) else None


_strict = nh3.Cleaner(
    tags=_PRINT_TAGS,
    attributes=_PRINT_ATTRIBUTES,
    allowed_classes=_PRINT_CLASSES,
    attribute_filter=_kept,
    url_schemes={"http", "https", "mailto", "tel", "image"},
    link_rel=None,
)


def seal(markup: str) -> str:
    """Return the markup with nothing in it but the print vocabulary. Idempotent. This is the last change to a block."""
    return str(_strict.clean(markup))
