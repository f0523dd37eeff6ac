"""Which faces the print design uses, and what each is made from."""

from __future__ import annotations

from typing import NamedTuple

SYSTEM_FOLDERS = ("/usr/share/fonts/opentype/noto", "/usr/share/fonts/truetype/noto")


class Face(NamedTuple):
    """One static face. `axes` pins a variable source; `collection_index` picks one font of a collection."""

    family: str
    weight: int
    italic: bool
    source: str
    package: str | None = None
    axes: tuple[tuple[str, float], ...] = ()
    collection_index: int | None = None
    system_package: str = ""
    source_sha256: str = ""

    @property
    def weight_name(self) -> str:
        """Name of the weight in a style name; empty for the regular one."""
        return {400: "", 500: "Medium", 600: "SemiBold", 700: "Bold"}[self.weight]

    @property
    def file_name(self) -> str:
        """Name of the face's file."""
        style = (self.weight_name + ("Italic" if self.italic else "")) or "Regular"
        extension = "otf" if self.collection_index is not None else "ttf"
        return f"{self.family.replace(' ', '')}-{style}.{extension}"


def _literata(family: str, optical_size: float, weight: int, italic: bool = False) -> Face:
    source = "Literata-Italic[opsz,wght].ttf" if italic else "Literata[opsz,wght].ttf"
    return Face(family, weight, italic, source, "fontpkg_literata", (("opsz", optical_size), ("wght", weight)))


def _inter(weight: int, italic: bool = False) -> Face:
    source = "Inter-Italic[opsz,wght].ttf" if italic else "Inter[opsz,wght].ttf"
    return Face("Inter", weight, italic, source, "fontpkg_inter", (("opsz", 14), ("wght", weight)))


def _by_weight(family: str, weight: int, source: str, *, italic: bool = False, wide: bool = False) -> Face:
    package = "fontpkg_" + family.lower().replace(" ", "_")
    axes: tuple[tuple[str, float], ...] = (("wght", weight), *((("wdth", 100),) if wide else ()))
    return Face(family, weight, italic, source, package, axes)


def _static(family: str, weight: int, source: str, *, italic: bool = False) -> Face:
    return Face(family, weight, italic, source, "fontpkg_" + family.lower().replace(" ", "_"))


_CJK_DIGESTS = {
    "NotoSansCJK-Bold.ttc": "faa5f3656a78b2e2d450d27fe8382c778bc2b6bb5ea29c986664a6a435056ceb",
    "NotoSansCJK-Regular.ttc": "b76b0433203017ca80401b2ee0dd69350349871c4b19d504c34dbdd80541690a",
    "NotoSerifCJK-Bold.ttc": "a5d4b046c127da3d7c72f98b46c41489cd29bf52abfdf18aba920903e920d4ac",
    "NotoSerifCJK-Regular.ttc": "a04178ec485dffdff7cc0c0c20e1fce9202d7e2160d805e8e44a4c8841c58481",
}
_CJK_REGIONS = ("JP", "KR", "SC", "TC")


def _cjk(style: str, weight: int) -> list[Face]:
    # No package of the lock file carries these scripts; Debian's and Ubuntu's does, so its digests stand in for a pin.
    source = f"Noto{style}CJK-{'Bold' if weight == 700 else 'Regular'}.ttc"
    return [
        Face(f"Noto {style} CJK {region}", weight, False, source, None, (), index, "fonts-noto-cjk",
             _CJK_DIGESTS[source])
        for index, region in enumerate(_CJK_REGIONS)
    ]  # fmt: skip


FACES: tuple[Face, ...] = (
    # Text: optical size 10 is what the body is set in.
    _literata("Literata", 10, 400),
    _literata("Literata", 10, 400, italic=True),
    _literata("Literata", 10, 700),
    _literata("Literata", 10, 700, italic=True),
    # Display: headlines, deks and pull quotes.
    _literata("Literata Display", 40, 400),
    _literata("Literata Display", 40, 400, italic=True),
    _literata("Literata Display", 40, 600),
    _inter(400),
    _inter(400, italic=True),
    _inter(600),
    _inter(600, italic=True),
    _static("Atkinson Hyperlegible", 400, "AtkinsonHyperlegible-Regular.ttf"),
    _static("Atkinson Hyperlegible", 400, "AtkinsonHyperlegible-Italic.ttf", italic=True),
    _static("Atkinson Hyperlegible", 700, "AtkinsonHyperlegible-Bold.ttf"),
    _static("Atkinson Hyperlegible", 700, "AtkinsonHyperlegible-BoldItalic.ttf", italic=True),
    _by_weight("JetBrains Mono", 400, "JetBrainsMono[wght].ttf"),
    _by_weight("JetBrains Mono", 700, "JetBrainsMono[wght].ttf"),
    # Whatever the text faces lack in Latin, Greek and Cyrillic: U+202F, polytonic Greek, phonetic letters.
    _by_weight("Noto Serif", 400, "NotoSerif[wdth,wght].ttf", wide=True),
    _by_weight("Noto Serif", 400, "NotoSerif-Italic[wdth,wght].ttf", italic=True, wide=True),
    _by_weight("Noto Serif", 700, "NotoSerif[wdth,wght].ttf", wide=True),
    _by_weight("Noto Sans", 400, "NotoSans[wdth,wght].ttf", wide=True),
    _by_weight("Noto Sans", 700, "NotoSans[wdth,wght].ttf", wide=True),
    _static("Amiri", 400, "Amiri-Regular.ttf"),
    _static("Amiri", 700, "Amiri-Bold.ttf"),
    _by_weight("Noto Sans Arabic", 400, "NotoSansArabic[wdth,wght].ttf", wide=True),
    _by_weight("Noto Sans Arabic", 600, "NotoSansArabic[wdth,wght].ttf", wide=True),
    _by_weight("Frank Ruhl Libre", 400, "FrankRuhlLibre[wght].ttf"),
    _by_weight("Frank Ruhl Libre", 700, "FrankRuhlLibre[wght].ttf"),
    _by_weight("Heebo", 400, "Heebo[wght].ttf"),
    _by_weight("Heebo", 600, "Heebo[wght].ttf"),
    _by_weight("Noto Sans Devanagari", 400, "NotoSansDevanagari[wdth,wght].ttf", wide=True),
    _by_weight("Noto Sans Devanagari", 600, "NotoSansDevanagari[wdth,wght].ttf", wide=True),
    _static("Sarabun", 400, "Sarabun-Regular.ttf"),
    _static("Sarabun", 400, "Sarabun-Italic.ttf", italic=True),
    _static("Sarabun", 600, "Sarabun-SemiBold.ttf"),
    *_cjk("Serif", 400),
    *_cjk("Serif", 700),
    *_cjk("Sans", 400),
    *_cjk("Sans", 700),
)
