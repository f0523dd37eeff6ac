"""The faces of the print design: made once at set-up from pinned packages, and the only ones that a render sees.

The packages carry variable fonts, which the engine would instance anew at every write (120 ms a page), so
`build_fonts` pins their axes beforehand. All families are under the SIL Open Font License without a reserved font
name, so an instance may keep its family's name.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from service.errors import SetupIncomplete
from service.font_faces import FACES, SYSTEM_FOLDERS, Face

_MANIFEST = "fonts.json"
_REMEDY = "Run `tearsheet fonts` once (`make serve` and `make test` do)."


def fonts_folder() -> Path:
    """Return the folder of the built faces: it belongs to the Python environment that Tearsheet is installed in."""
    return Path(sys.prefix) / "share" / "tearsheet" / "fonts"


def fonts_ready(folder: Path | None = None) -> bool:
    """Return whether every face that this version asks for has been built."""
    manifest = _read_manifest(folder or fonts_folder())
    return manifest.get("recipe") == _recipe()


def build_fonts(folder: Path, on_step: Callable[[str], None] = lambda _: None) -> None:
    """Make every face in `folder`, replacing what was there. Idempotent; a stopped build leaves the old faces.

    Raises `SetupIncomplete` that names a package that is missing.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".fonts-", dir=folder.parent))
    try:
        digests, covered = {}, set()
        for face in FACES:
            on_step(face.file_name)
            data = _make_face(face)
            (work / face.file_name).write_bytes(data)
            digests[face.file_name] = hashlib.sha256(data).hexdigest()
            covered |= _code_points(data)
        manifest = {"recipe": _recipe(), "sha256": digests, "covers": _ranges(covered)}
        (work / _MANIFEST).write_text(json.dumps(manifest, indent=1, sort_keys=True))
        work.chmod(0o755)
        shutil.rmtree(folder, ignore_errors=True)
        work.replace(folder)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def use_only(folders: Sequence[Path]) -> None:
    """Make this process's engine see the built faces and `folders`, and no font of the machine.

    Call it before WeasyPrint is imported: fontconfig reads its configuration once. Raises `SetupIncomplete` where the
    faces have not been built.
    """
    own = fonts_folder()
    if not fonts_ready(own):
        raise SetupIncomplete(f"The print fonts have not been built. {_REMEDY}")
    text = _configuration([own, *folders])
    name = f"fonts-{hashlib.sha256(text.encode()).hexdigest()[:12]}.conf"
    path = _writable_folder(own) / name
    if not path.exists():
        _write_at_once(path, text)
    os.environ["FONTCONFIG_FILE"] = str(path)


@cache
def font_digests(folder: Path | None = None) -> dict[str, str]:
    """Return the SHA-256 digest of each built face, by file name, as recorded when it was built."""
    digests: dict[str, str] = _read_manifest(folder or fonts_folder()).get("sha256", {})
    return digests


@cache
def covered_characters(more: tuple[Path, ...] = ()) -> frozenset[int]:
    """Return the code points that the built faces, and the fonts of the folders `more`, have a glyph for."""
    covered: set[int] = set()
    for first, last in _read_manifest(fonts_folder()).get("covers", []):
        covered.update(range(first, last + 1))
    for folder in more:
        for path in sorted(folder.rglob("*.[to]t[fc]")):
            covered.update(_code_points(path.read_bytes()))
    return frozenset(covered)


def damaged_faces(folder: Path | None = None) -> list[str]:
    """Return the names of built faces that are missing or differ from the digest recorded at set-up."""
    folder = folder or fonts_folder()
    return [
        name
        for name, digest in font_digests(folder).items()
        if not (folder / name).is_file() or hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest
    ]


def foreign_sources() -> list[str]:
    """Return the system font files whose bytes differ from those that the design was made with.

    Pages in the scripts that they serve are then laid out as well, but not to the same bytes as elsewhere.
    """
    return sorted({
        face.source
        for face in FACES
        if face.source_sha256 and hashlib.sha256(_source_path(face).read_bytes()).hexdigest() != face.source_sha256
    })  # fmt: skip


def _recipe() -> str:
    return hashlib.sha256(repr(FACES).encode()).hexdigest()


def _read_manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest = json.loads((folder / _MANIFEST).read_text())
    except (OSError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def _make_face(face: Face) -> bytes:
    data = _source_path(face).read_bytes()
    if face.axes or face.collection_index is not None:
        data = _instance(data, face)
    return _named(data, face)


def _instance(data: bytes, face: Face) -> bytes:
    import uharfbuzz

    source = uharfbuzz.Face(uharfbuzz.Blob(data), face.collection_index or 0)
    wanted = uharfbuzz.SubsetInput()
    wanted.keep_everything()
    if face.collection_index is not None:
        # One font of a collection shares its glyphs with the other languages': keep those that its own text reaches.
        wanted.glyph_set.clear()
        wanted.unicode_set.clear()
        wanted.unicode_set.update(source.unicodes)
    for axis, value in face.axes:
        wanted.pin_axis_location(source, axis, value)
    made = uharfbuzz.subset(source, wanted)
    return bytes(made.blob.data)


def _named(data: bytes, face: Face) -> bytes:
    from io import BytesIO

    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(data), recalcTimestamp=False, recalcBBoxes=False)
    style = " ".join(part for part in (face.weight_name, "Italic" if face.italic else "") if part) or "Regular"
    names = {
        1: face.family, 2: style, 4: f"{face.family} {style}",
        6: f"{face.family}-{style}".replace(" ", ""), 16: face.family, 17: style,
    }  # fmt: skip
    table = font["name"]
    for name_id in (*names, 3, 21, 22, 25):
        table.removeNames(nameID=name_id)
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = face.weight
    bold = face.weight >= 700
    font["OS/2"].fsSelection = (
        (font["OS/2"].fsSelection & ~0b1100001) | (bold << 5) | face.italic | (0 if bold or face.italic else 1 << 6)
    )
    font["head"].macStyle = bold | face.italic << 1
    for table_name in ("STAT", "DSIG", "meta"):
        if table_name in font:
            del font[table_name]
    out = BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue()


def _source_path(face: Face) -> Path:
    if face.package is None:
        for folder in SYSTEM_FOLDERS:
            if (path := Path(folder) / face.source).is_file():
                return path
        raise SetupIncomplete(f"The system font {face.source} is missing. Run `apt-get install {face.system_package}`.")
    found = importlib.util.find_spec(face.package)
    if found is None or not found.submodule_search_locations:
        raise SetupIncomplete(f"The font package {face.package} is missing. Install Tearsheet with its dependencies.")
    return Path(found.submodule_search_locations[0]) / "files" / face.source


def _code_points(data: bytes) -> set[int]:
    import uharfbuzz

    blob = uharfbuzz.Blob(data)
    faces = int.from_bytes(data[8:12]) if data[:4] == b"ttcf" else 1  # More than one in a collection.
    return {point for index in range(faces) for point in uharfbuzz.Face(blob, index).unicodes}


def _ranges(points: Iterable[int]) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    for point in sorted(points):
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1] = (ranges[-1][0], point)
        else:
            ranges.append((point, point))
    return ranges


def _configuration(folders: Iterable[Path]) -> str:
    # Without `<config>` and includes there are no aliases and no hinting rules of the machine.
    folders = list(folders)
    listed = "".join(f"<dir>{escape(str(folder))}</dir>" for folder in folders)
    cache_folder = escape(str(_writable_folder(folders[0]) / "cache"))
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig>{listed}<cachedir>{cache_folder}</cachedir></fontconfig>\n"
    )


def _writable_folder(folder: Path) -> Path:
    # An image with a read-only root keeps the configuration that its build made; others write it on first use.
    return folder if os.access(folder, os.W_OK) else Path(tempfile.gettempdir())


def _write_at_once(path: Path, text: str) -> None:
    with tempfile.NamedTemporaryFile("w", dir=path.parent, prefix=".conf-", delete=False) as file:
        file.write(text)
    Path(file.name).chmod(0o644)
    Path(file.name).replace(path)
