"""A safe SVG out of a hostile one: what draws stays; what runs, loads or links goes, or refuses the file.

resvg would read any file that an `href` names, so no drawing reaches it but through `clean_svg`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from service.prepare.image_failure import UnusableImage

_SVG = "http://www.w3.org/2000/svg"
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_XML = "{http://www.w3.org/XML/1998/namespace}"

# Every other element draws nothing on paper (script, metadata, animation, editors' own) and goes without loss.
_DRAWING = frozenset(
    re.findall(
        r"\w+",
        """svg g defs symbol use switch a title desc path rect circle ellipse line polyline polygon image text tspan
        textPath style linearGradient radialGradient stop pattern clipPath mask marker view filter feBlend
        feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
        feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
        feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence""",
    )
)
# Handlers, and what speaks to scripts and screen readers; the article's own `alt` speaks for the picture.
_SILENT_ATTRIBUTES = ("on", "data-", "aria-")
_MOST_ELEMENTS = 200_000
# Deeper nesting overflows the renderer's stack.
_DEEPEST = 400
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_IMPORT = re.compile(r"@(?:import|charset|namespace)\b[^;{}]*;?", re.IGNORECASE)
_CSS_FONT_FACE = re.compile(r"@font-face\s*\{[^{}]*\}", re.IGNORECASE)
_OUTSIDE = re.compile(r"\burl\s*\(\s*(?!['\"]?\s*#)", re.IGNORECASE)
_RASTER_DATA = re.compile(r"\s*data:image/(?:png|jpe?g|gif|webp)[;,]", re.IGNORECASE)

EmbeddedPicture = Callable[[str], str]


@dataclass(frozen=True)
class CleanSvg:
    """A drawing that loads nothing. `has_text` says that it needs fonts."""

    markup: str
    has_text: bool


def clean_svg(data: bytes, embed: EmbeddedPicture) -> CleanSvg:
    """Return the drawing without script, animation, links and outside references.

    `embed` turns the data address of a raster picture inside the drawing into a checked one. Raises `UnusableImage`
    where the file is not well-formed, declares entities, or would be incomplete without what may not be loaded.
    """
    root = _parse(data)
    _require_modest(root)
    gone: set[etree._Element] = set()
    for element in list(root.iterdescendants()):
        # In document order, so a parent has been judged before its children.
        parent = element.getparent()
        if parent is None or parent in gone or not _keep_element(element, embed):
            gone.add(element)
    _clean_attributes(root, embed)
    etree.cleanup_namespaces(root)
    has_text = any("".join(text.itertext()).strip() for text in root.iter(f"{{{_SVG}}}text"))
    return CleanSvg(etree.tostring(root, encoding="unicode"), has_text)


def _parse(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    if re.search(rb"<!\s*ENTITY", data.replace(b"\0", b"")):
        raise UnusableImage("the SVG declares entities, which are refused")
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise UnusableImage("the SVG is cut off or not well-formed") from None
    if root.tag != f"{{{_SVG}}}svg":
        raise UnusableImage("the SVG does not begin with an `svg` element of its namespace")
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise UnusableImage("the SVG declares entities, which are refused")
    # Serialised without the document type, which a parser must not look at again.
    return root


def _require_modest(root: etree._Element) -> None:
    depth = elements = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > _DEEPEST or elements > _MOST_ELEMENTS:
            raise UnusableImage("the SVG is too large or too deeply nested")


def _keep_element(element: etree._Element, embed: EmbeddedPicture) -> bool:
    """Clean an element of a drawing, or take out one that draws nothing and return False."""
    name = element.tag.removeprefix(f"{{{_SVG}}}") if isinstance(element.tag, str) else ""
    if name not in _DRAWING:
        _remove_foreign(element, name)
        return False
    if name == "a":
        _drop(element, "href", _XLINK_HREF)
    if name == "style":
        element.text = _clean_css("".join(element.itertext()))
        for child in list(element):
            element.remove(child)
    _clean_attributes(element, embed)
    return True


def _remove_foreign(element: etree._Element, name: str) -> None:
    parent = element.getparent()
    if parent is None:
        return
    # A `foreignObject` beside a drawn fallback, as diagram editors write it, may go; alone it is part of the picture.
    if name == "foreignObject" and parent.tag != f"{{{_SVG}}}switch":
        raise UnusableImage("the SVG holds a piece of web page (`foreignObject`), which cannot be drawn")
    if element.tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _clean_attributes(element: etree._Element, embed: EmbeddedPicture) -> None:
    for attribute, value in list(element.attrib.items()):
        _clean_attribute(element, str(attribute), str(value), embed)


def _clean_attribute(element: etree._Element, attribute: str, value: str, embed: EmbeddedPicture) -> None:
    if attribute in ("href", _XLINK_HREF):
        element.set(attribute, _clean_reference(element, value, embed))
    elif attribute.startswith("{"):
        # Only these two of the namespaced ones mean something to a drawing; `xml:base` would move every reference.
        if attribute not in (_XML + "space", _XML + "lang"):
            _drop(element, attribute)
    elif attribute.lower().startswith(_SILENT_ATTRIBUTES):
        _drop(element, attribute)
    elif attribute == "style" or "(" in value:
        element.set(attribute, _clean_css(value))


def _clean_reference(element: etree._Element, value: str, embed: EmbeddedPicture) -> str:
    if value.strip().startswith("#"):
        return value.strip()
    if element.tag in (f"{{{_SVG}}}image", f"{{{_SVG}}}feImage") and _RASTER_DATA.match(value):
        return embed(value.strip())
    if not value.strip():
        return "#"
    raise UnusableImage("the SVG refers to something outside of itself, which is not loaded")


def _clean_css(css: str) -> str:
    css = _CSS_COMMENT.sub(" ", css)
    css = _CSS_FONT_FACE.sub(" ", _CSS_IMPORT.sub(" ", css))
    # An escape could spell `url` otherwise; drawings have no use for one.
    if _OUTSIDE.search(css) or "\\" in css:
        raise UnusableImage("the SVG's style refers to something outside of itself, which is not loaded")
    return css


def _drop(element: etree._Element, *attributes: str) -> None:
    for attribute in attributes:
        element.attrib.pop(attribute, None)
