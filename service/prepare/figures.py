"""Figures: a picture with its caption and credit, in whatever shape the CMS gave them, ready for print."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from service.article import Figure
from service.labels import Labels
from service.options import PrintOptions
from service.prepare.addresses import ImagePlaces
from service.prepare.caption_credit import split_credit
from service.prepare.drafts import CAPTION, CREDIT, PICTURE
from service.prepare.images import ImageRequest
from service.prepare.inline import cut, inline_only
from service.prepare.markup import Content, Node, element, nodes_in, raw_text, rewrite, text_of
from service.sheet import sheet_of
from service.stages import PreparedFigure, PreparedImage

_LOGO_MM = 70.0
# The share of its width that `images=small` sets a picture at, as in article.css.
_SMALL, _SMALL_LEAD = 0.5, 0.6

_CREDIT_CLASS = re.compile(
    r"(^|[-_])(credits?|copyright|photographer|photo-?by|media-credit|attribution|source)([-_]|$)|^wp-media-credit$"
)
_GALLERY_CLASS = re.compile(
    r"^(wp-block-gallery|blocks-gallery-grid|gallery|kg-gallery-(card|container)|tiled-gallery)$"
)
_CAPTION_CLASS = re.compile(r"^(wp-caption-text|caption|image-caption|gallery-caption|media-caption|figure-caption)$")
_FIGURE_CLASS = re.compile(
    r"^(wp-caption|wp-block-image|kg-image-card|image-caption|captioned-image(-container)?|media|media--type-image"
    r"|field--type-image|article-image|inline-image)$"
)
_SIZE_SUFFIX = re.compile(r"(-\d+x\d+|-scaled|@2x)(?=\.\w+$)")


def column_mm(options: PrintOptions) -> float:
    """Return the width that a picture in the text prints at, in mm: it is brought to 300 dpi there and no further."""
    return sheet_of(options).column_width * (_SMALL if options.images == "small" else 1)


def lead_mm(options: PrintOptions) -> float:
    """Return the width that the lead picture prints at, in mm."""
    return sheet_of(options).display_width * (_SMALL_LEAD if options.images == "small" else 1)


def logo_request(src: str) -> ImageRequest:
    """Return the request for a masthead's logo."""
    return ImageRequest(src, _LOGO_MM)


def is_gallery(node: Node) -> bool:
    """Whether a container is a gallery by its class."""
    return any(_GALLERY_CLASS.match(name) for name in node.classes)


def is_figure_shape(node: Node) -> bool:
    """Whether a container other than `figure` stands for one: a picture and little else, by its class."""
    return any(_FIGURE_CLASS.match(name) for name in node.classes) and bool(images_in(node.children))


def images_in(content: Sequence[Content]) -> list[Node]:
    """Return the pictures of the content, in order."""
    return [node for node in nodes_in(content) if node.tag == "img"]


def has_caption(node: Node) -> bool:
    """Whether a container says by tag or class what the caption of its picture is."""
    return any(_is_caption(inner) and text_of(inner.children) for inner in nodes_in(node.children))


def _is_caption(node: Node) -> bool:
    return node.tag == "figcaption" or any(_CAPTION_CLASS.match(name) for name in node.classes)


def _is_credit(node: Node) -> bool:
    return any(_CREDIT_CLASS.search(name) for name in node.classes) and bool(text_of(node.children))


def caption_of(node: Node) -> list[Content]:
    """Return the children of a container's captions, or what stands beside its picture."""
    return part_figure(node)[0]


def part_figure(node: Node) -> tuple[list[Content], list[Content]]:
    """Return what is said about the picture in a container, and the rest of what stands beside it."""
    if not has_caption(node):
        return rewrite(list(node.children), lambda n: [] if n.tag == "img" else None), []
    caption: list[Content] = []

    def take(inner: Node) -> list[Content] | None:
        if inner.tag == "img":
            return []
        if not (_is_caption(inner) or _is_credit(inner)):
            return None
        # A credit beside the caption keeps its class, which tells it from the words.
        caption.extend([" ", *(inner.children if _is_caption(inner) else [inner])])
        return []

    rest = rewrite(list(node.children), take)
    return caption, rest


def distinct_images(node: Node) -> list[Node]:
    """Return the pictures of a container, without copies of one that stand beside it for another browser."""
    images = images_in(node.children)
    if len({same_picture_key(image.get("src")) for image in images}) == 1 and images[0].get("src"):
        figures = [inner for inner in nodes_in(node.children) if inner.tag == "figure"]
        return images[:1] if len(figures) <= 1 else images
    return images


def take_caption(figure: Node) -> tuple[list[Content], list[Content]]:
    """Return the content of a figure without its own caption, and the children of that; figures inside keep theirs."""
    caption: list[Content] = []

    def take(node: Node) -> list[Content] | None:
        if node.tag == "figure":
            return [node]
        if node.tag != "figcaption":
            return None
        caption.extend([" ", *node.children])
        return []

    return rewrite(list(figure.children), take), caption


def draft_picture(image: Node, caption: Sequence[Content], language: str) -> Node:
    """Return an `x-figure` for an `img` and what is said about it, the credit parted from the caption."""
    alt = image.get("alt").strip()
    attrs: dict[str, str] = {
        name: image.attrs[name] for name in ("src", "alt", "width", "height", "id") if name in image.attrs
    }
    if image.get("role") == "presentation" or (image.attrs.get("alt") == "" and not text_of(caption)):
        attrs["decorative"] = "true"
    attrs["alt"] = alt
    words, credit = part_caption(caption, language)
    children: list[Content] = []
    if text_of(words):
        children.append(Node(CAPTION, {}, words))
    if text_of(credit):
        children.append(Node(CREDIT, {}, credit))
    return Node(PICTURE, attrs, children)


def part_caption(caption: Sequence[Content], language: str) -> tuple[list[Content], list[Content]]:
    """Return the caption and the credit of one caption, each as inline content; nothing is lost between them."""
    marked: list[Node] = []

    def take(node: Node) -> list[Content] | None:
        if any(_CREDIT_CLASS.search(name) for name in node.classes) and text_of(node.children):
            marked.append(node)
            return [" "]
        return None

    rest = rewrite(list(caption), take)
    if not marked and text_of(rest):
        last = next((item for item in reversed(rest) if not isinstance(item, str) or item.strip()), None)
        whole = isinstance(last, Node) and text_of([last]) == text_of(rest)
        if isinstance(last, Node) and last.tag in {"cite", "small"} and not whole:
            marked.append(last)
            rest = rest[: rest.index(last)]
    words = inline_only(rest)
    if marked:
        credit: list[Content] = []
        for index, node in enumerate(marked):
            said = inline_only(node.children)
            besides, named = _split(said, language)
            credit += [*([" "] if index else []), *(said if text_of(besides) or not named else named)]
        return words, credit
    return _split(words, language)


def _split(words: list[Content], language: str) -> tuple[list[Content], list[Content]]:
    text = raw_text(words)
    caption, credit = split_credit(text, language)
    if not credit:
        return words, []
    if not caption:
        linked = any(node.tag == "a" for node in nodes_in(words))
        return [], words if linked and credit == text.strip() else [credit]
    # Links and italics of the caption are kept where the credit was a tail of it; of the credit, where it is the tail.
    kept: list[Content] = cut(words, 0, len(caption)) if text.startswith(caption) else [caption]
    tail: list[Content] = cut(words, text.rindex(credit), len(text)) if text.rstrip().endswith(credit) else [credit]
    return kept, tail


def same_picture_key(src: str) -> str:
    """Return a key that the sizes of one picture share: its address without query and size suffix."""
    return (
        src
        if src.startswith("data:")
        else _SIZE_SUFFIX.sub("", src.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0])
    )


def prepared_figure(figure: Figure, address: str, image: PreparedImage | None, language: str) -> PreparedFigure:
    """Return a figure of the record with its picture, or without one where it is missing.

    A caption that holds its credit is parted from it where the record gives no other.
    """
    caption, credit = figure.caption, figure.credit
    if caption and not credit:
        caption, credit = split_credit(caption, language)
    ratio = figure.height / figure.width if figure.width and figure.height else 0.5625
    return PreparedFigure(
        image, address, figure.alt, figure.decorative, caption, credit, figure.licence, figure.licence_url,
        min(max(ratio, 0.1), 2.0), figure.source_url,
    )  # fmt: skip


def body_figure(picture: Node, image: PreparedImage | None) -> PreparedFigure:
    """Return the record of a figure of the body, for the credits."""
    caption = next((text_of(child.children) for child in nodes_in([picture]) if child.tag == CAPTION), None)
    credit = next((text_of(child.children) for child in nodes_in([picture]) if child.tag == CREDIT), None)
    return PreparedFigure(
        image, picture.get("src"), picture.get("alt"), "decorative" in picture.attrs, caption, credit,
        placeholder_ratio=_placeholder_ratio(picture),
    )  # fmt: skip


def locate_pictures(content: Sequence[Content], places: ImagePlaces) -> None:
    """Give each picture of the content the name or address to read it from, and the address to print if it fails."""
    for node in nodes_in(content):
        if node.tag == PICTURE:
            src = node.get("src")
            node.attrs |= {"src": places.locate(src), "address": places.printed(src)}


def print_pictures(
    content: list[Content], images: Mapping[str, PreparedImage], labels: Labels, *, leave_out: bool
) -> list[Content]:
    """Return the content with each picture as a printed figure, or without its pictures."""

    def change(node: Node) -> list[Content] | None:
        if node.tag != PICTURE:
            return None
        return [] if leave_out else [_print_picture(node, images.get(node.get("src")), labels)]

    return rewrite(content, change)


def _print_picture(picture: Node, image: PreparedImage | None, labels: Labels) -> Node:
    captions = [child for child in picture.children if isinstance(child, Node)]
    shown: list[Content] = []
    for name, class_name in ((CAPTION, "caption"), (CREDIT, "credit")):
        for child in captions:
            if child.tag == name:
                shown += [*([" "] if shown else []), element("span", *child.children, class_=class_name)]
    if image:
        alt = "" if "decorative" in picture.attrs else picture.get("alt") or _spoken_caption(captions)
        content = element("img", src=f"image:{image.name}", alt=alt, width=str(image.width), height=str(image.height))
        ratio = image.width / max(image.height, 1)
    else:
        content = _missing(picture, labels)
        ratio = 1 / _placeholder_ratio(picture)
    figure = element("figure", content, class_=" ".join(filter(None, ["figure", _shape(ratio)])))
    if shown:
        figure.children.append(element("figcaption", *shown))
    if picture.get("id"):
        figure.attrs["id"] = picture.get("id")
    return figure


def _spoken_caption(captions: Sequence[Node]) -> str:
    # A picture without a description is announced by its caption rather than by nothing.
    return next((text_of(child.children) for child in captions if child.tag == CAPTION), "")


def _shape(ratio: float) -> str:
    if ratio > 2.2:
        return "wide"
    if ratio > 1.18:
        return "landscape"
    return "square" if ratio >= 0.85 else "portrait"


def _missing(picture: Node, labels: Labels) -> Node:
    alt = picture.get("alt") or labels.picture_missing
    percent = f"{_placeholder_ratio(picture) * 100:.2f}".rstrip("0").rstrip(".")
    address = picture.get("address")
    address = "" if address.startswith("data:") else address[:300]
    return element(
        "div", element("span", alt, class_="missing-alt"), " ", element("span", address, class_="missing-address"),
        class_="missing-image", role="img", aria_label=alt, style=f"padding-top:{percent}%",
    )  # fmt: skip


def _placeholder_ratio(picture: Node) -> float:
    sizes = [re.sub(r"px$", "", picture.get(name).strip()) for name in ("width", "height")]
    if all(size.isascii() and size.isdigit() and 0 < len(size) < 6 and int(size) for size in sizes):
        return min(max(int(sizes[1]) / int(sizes[0]), 0.1), 2.0)
    return 0.5625
