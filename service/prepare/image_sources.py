"""Which address a picture of a web page really has: lazy attributes, `srcset`, `picture`, `noscript`, AMP."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from service.prepare.markup import Content, Node, is_blank, nodes_in, rewrite, text_of

ENOUGH_PIXELS = 2000
"""Pixels of width that no printed picture exceeds: 168 mm at 300 dpi are 1984."""

_LAZY_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_LAZY = ("data-src", "data-lazy-src", "data-original", "data-hi-res-src", "data-lazy", "data-url")
_PLACEHOLDER = re.compile(
    r"^data:image/(gif|svg\+xml)|(^|[/_.-])(placeholder|blank|spacer|transparent|pixel|1x1|lazy|loading|grey)[._-]?\w*\."
    r"(gif|png|svg|jpe?g)",
    re.IGNORECASE,
)
_CANDIDATE = re.compile(r"\s*([^\s,]\S*[^\s,]|[^\s,])(?:\s+(\d+(?:\.\d+)?)([wxh]))?\s*(?:,|$)")
_EMOJI = frozenset({"emoji", "wp-smiley", "wpsmiley", "smiley"})
_SMALL_ICON = 32


def settle_images(content: list[Content]) -> list[Content]:
    """Return the content in which every picture is one `img` with the address to print, and no `noscript` is left."""
    return rewrite(_merge_noscript(content), _settled)


def _settled(node: Node) -> list[Content] | None:
    if node.tag == "picture":
        return _picture(node)
    if node.tag in {"img", "amp-img"}:
        return _image(node)
    if node.tag == "x-noscript":
        return settle_images(node.children)
    if node.tag == "figure":
        _note_caption(node)
    if any(isinstance(child, Node) and child.tag == "x-noscript" for child in node.children):
        node.children = _merge_noscript(node.children)
    return None


def _note_caption(figure: Node) -> None:
    """Let the pictures of a figure with a caption be printed as missing even where nothing else is left of them."""
    inside = list(nodes_in(figure.children))
    if any(node.tag == "figcaption" and text_of(node.children) for node in inside):
        for node in inside:
            if node.tag in {"img", "amp-img"}:
                node.attrs["x-captioned"] = ""


def _picture(node: Node) -> list[Content]:
    images = [inner for inner in nodes_in(node.children) if inner.tag in {"img", "amp-img"}]
    image = images[0] if images else Node("img")
    own = best_address(image)
    for source in (inner for inner in nodes_in(node.children) if inner.tag == "source"):
        address = best_address(source)
        if address and (not own or _PLACEHOLDER.search(own)):
            own = address
    others = [item for item in node.children if isinstance(item, str) and not is_blank(item)]
    return [*_image(Node("img", {**image.attrs, **({"data-src": own} if own else {})})), *others]


def _image(node: Node) -> list[Content]:
    alt = node.get("alt").strip()
    if _EMOJI.intersection(node.classes) or _is_icon(node):
        return [alt] if alt else []
    address = best_address(node)
    if not address and not alt and "x-captioned" not in node.attrs:
        return []  # Nothing says that there ever was a picture, or what it showed.
    attrs: dict[str, str] = {
        name: node.attrs[name] for name in ("alt", "width", "height", "title", "id", "class") if name in node.attrs
    }
    if node.get("role").lower() in {"presentation", "none"} or node.get("aria-hidden") == "true":
        attrs["role"] = "presentation"
    return [Node("img", {**attrs, "src": address})]


def _is_icon(node: Node) -> bool:
    sizes = [int(size) for size in (node.get("width").strip("px "), node.get("height").strip("px ")) if size.isdigit()]
    return bool(sizes) and max(sizes) <= _SMALL_ICON and (len(sizes) == 2 or max(sizes) <= 2)


def best_address(node: Node) -> str:
    """Return the address to print of an `img` or `source`, or the empty string: the smallest that is large enough."""
    for name in _LAZY_SETS:
        if chosen := _from_set(node.get(name)):
            return chosen
    for name in _LAZY:
        value = node.get(name).strip()
        if value and not _PLACEHOLDER.search(value) and not value.startswith("{"):
            return value
    src = node.get("src").strip()
    full = node.get("data-orig-file") or node.get("data-large-file")
    if full and (not src or _PLACEHOLDER.search(src)):
        return full.strip()
    return src if not _is_stand_in(src, node) else ""


def _is_stand_in(src: str, node: Node) -> bool:
    """Whether the address is a transparent dot that a script would have replaced, with nothing to replace it."""
    lowered = src.lower()
    tiny = lowered.startswith("data:image/gif") and len(src) < 200
    return tiny or (lowered.startswith("data:image/svg") and len(src) < 300 and "lazy" in " ".join(node.classes))


def _from_set(srcset: str) -> str:
    candidates: list[tuple[float, str]] = []
    for match in _CANDIDATE.finditer(srcset):
        address, size, unit = match.groups()
        width = float(size or 1) * (1 if unit == "w" else 1000)
        if not _PLACEHOLDER.search(address):
            candidates.append((width, address))
    enough = [candidate for candidate in candidates if candidate[0] >= ENOUGH_PIXELS]
    if enough:
        return min(enough, key=lambda candidate: candidate[0])[1]
    return max(candidates, key=lambda candidate: candidate[0])[1] if candidates else ""


def _merge_noscript(content: Sequence[Content]) -> list[Content]:
    """Return siblings in which the picture of a `noscript` takes the place of the lazy one before or after it."""
    result: list[Content] = []
    for index, item in enumerate(content):
        if not (isinstance(item, Node) and item.tag == "x-noscript"):
            result.append(item)
            continue
        images = [inner for inner in nodes_in(item.children) if inner.tag == "img" and best_address(inner)]
        if not images:
            if text := text_of(item.children):
                result.append(Node("x-dropped", {"what": "text for browsers without scripts", "text": text[:80]}))
        elif lazy := _lazy_image(_neighbour(reversed(result))) or _twin(_neighbour(content[index + 1 :]), images[0]):
            _take_over(lazy, images[0])
        else:
            result.extend(item.children)
    return result


def _neighbour(content: Iterable[Content]) -> Content | None:
    return next((item for item in content if not is_blank(item)), None)


def _twin(item: Content | None, image: Node) -> Node | None:
    """Return the picture that follows a `noscript` where it is the same one once more: by its address or its alt."""
    lazy = _lazy_image(item)
    if lazy is None:
        return None
    address, alts = best_address(lazy), [node.get("alt").strip() for node in (lazy, image)]
    same = address == best_address(image) if address else not all(alts)
    return lazy if same or (alts[0] and alts[0] == alts[1]) else None


def _take_over(lazy: Node, image: Node) -> None:
    alt = image.get("alt") or lazy.get("alt")
    lazy.attrs = {**lazy.attrs, **image.attrs, "alt": alt}
    for name in (*_LAZY_SETS, *_LAZY):
        if name not in image.attrs:
            lazy.attrs.pop(name, None)


def _lazy_image(item: Content | None) -> Node | None:
    if not isinstance(item, Node):
        return None
    found = [node for node in nodes_in([item]) if node.tag in {"img", "amp-img"}]
    return found[0] if len(found) == 1 and not text_of([item]) else None
