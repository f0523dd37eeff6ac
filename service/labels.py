"""The fixed words of a printed page, in the article's language: one file a language, `labels/LANGUAGE.toml`.

A publisher's folder comes before ours in the search path. Its file need only hold the labels that it changes; a file
for a language that we do not have must hold them all.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from babel.lists import format_list

from service.article import Role
from service.errors import Fault, InvalidConfig
from service.languages import fallback_tags, locale_of, primary_language
from service.validation import nearest_name

LAST_RESORT = "en"
ROLES: tuple[str, ...] = get_args(Role)
# Each of these labels holds exactly these placeholders; all others hold none.
PATTERNS: Mapping[str, frozenset[str]] = {
    "by": frozenset({"names"}),
    "published_on": frozenset({"date"}),
    "updated_on": frozenset({"date"}),
    "printed_on": frozenset({"date"}),
    "embargoed": frozenset({"instant"}),
    "version": frozenset({"version"}),
    "page_of": frozenset({"page", "pages"}),
}


@dataclass(frozen=True)
class Labels:
    """Every fixed word of a page. `language` is that of the words, which may not be the article's.

    Those in `PATTERNS` hold placeholders, such as `{names}`; fill them with `str.format`.
    """

    language: str
    roles: Mapping[str, str]
    by: str
    published: str
    published_on: str
    updated: str
    updated_on: str
    printed_on: str
    words: str
    picture: str
    pictures: str
    contributors: str
    biography: str
    biographies: str
    notes: str
    footnote_back: str
    editors_note: str
    about_this_print: str
    correction: str
    corrections: str
    first_published: str
    rights: str
    licence: str
    source: str
    version: str
    keywords: str
    identifiers: str
    original: str
    scan_to_read: str
    page: str
    of: str
    page_of: str
    continued: str
    contents: str
    colon: str
    draft: str
    draft_word: str
    embargoed: str
    embargoed_word: str
    withdrawn: str
    withdrawn_note: str
    corrected: str
    corrected_note: str
    picture_missing: str
    pictures_left_out: str
    parts_left_out: str
    embed: str
    video: str
    audio: str
    post: str
    map: str
    interactive: str


LABEL_NAMES: tuple[str, ...] = tuple(field.name for field in fields(Labels) if field.name not in ("language", "roles"))


def labels_for(language: str, folders: Sequence[Path]) -> Labels:
    """Return the words of a page in a language, or in English where no file comes near it.

    `folders` are template folders, the publisher's before ours; each may hold `labels/LANGUAGE.toml`. The order is the
    exact tag, language with script, language, English. Files are read once a process. Raises `InvalidConfig` for a
    file with an unknown, missing or misshapen label.
    """
    return _labels(language, tuple(folders))


def join_names(names: Sequence[str], language: str) -> str:
    """Return the names as one phrase the way the language writes a list: `A, B and C`."""
    locale = locale_of(language)
    return format_list(list(names), locale=locale) if locale else ", ".join(names)


def byline(names: Sequence[str], labels: Labels, language: str) -> str:
    """Return the byline, `By A and B`; empty where there are no names.

    Names are joined in the language of the label, so that no line mixes two.
    """
    if not names:
        return ""
    same = primary_language(language) == primary_language(labels.language)
    return labels.by.format(names=join_names(names, language if same else labels.language))


@lru_cache(maxsize=256)
def _labels(language: str, folders: tuple[Path, ...]) -> Labels:
    tags = [tag for tag in fallback_tags(language) if _files(tag, folders)] or [LAST_RESORT]
    words, roles = _merged([file for tag in reversed(tags) for file in reversed(_files(tag, folders))])
    _refuse_gaps(f"{tags[0]}.toml", words, roles)
    return Labels(language=tags[0], roles=MappingProxyType(roles), **words)


def _files(tag: str, folders: Sequence[Path]) -> list[Path]:
    return [path for folder in folders if (path := folder / "labels" / f"{tag}.toml").is_file()]


def _merged(files: Sequence[Path]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the labels and role labels of all files, later files over earlier ones."""
    words: dict[str, str] = {}
    roles: dict[str, str] = {}
    for file in files:
        content = _read(file)
        roles |= content.get("roles", {})
        words |= {name: text for name, text in content.items() if name != "roles"}
    return words, roles


def _read(file: Path) -> dict[str, Any]:
    try:
        content = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise _refusal(file.name, [Fault(file.name, f"this is not readable as TOML: {error}.")]) from None
    if faults := list(_faults(content)):
        raise _refusal(file.name, faults)
    return content


def _faults(content: Mapping[str, Any]) -> Iterator[Fault]:
    roles = content.get("roles", {})
    if not isinstance(roles, dict):
        yield Fault("roles", "a table of one label a role is needed.")
        roles = {}
    for name, text in roles.items():
        yield from _faults_of(f"roles.{name}", name, text, ROLES)
    for name, text in content.items():
        if name != "roles":
            yield from _faults_of(name, name, text, LABEL_NAMES)


def _faults_of(path: str, name: str, text: Any, valid: Sequence[str]) -> Iterator[Fault]:
    if name not in valid:
        yield Fault(path, "unknown label.", None, tuple(valid), nearest_name(name, valid))
    elif not isinstance(text, str) or not text:
        yield Fault(path, "a text is needed.", text)
    elif sorted(re.findall(r"\{(\w*)\}|[{}]", text)) != sorted(PATTERNS.get(path, ())):
        needed = " and ".join(f"`{{{name}}}`" for name in sorted(PATTERNS.get(path, ()))) or "none"
        yield Fault(path, f"wrong placeholders; needed, once each: {needed}.", text)


def _refuse_gaps(file: str, words: Mapping[str, str], roles: Mapping[str, str]) -> None:
    missing = [name for name in LABEL_NAMES if name not in words]
    missing += [f"roles.{name}" for name in ROLES if name not in roles]
    if missing:
        raise _refusal(file, [Fault(name, "this label is missing.") for name in missing])


def _refusal(file: str, faults: Sequence[Fault]) -> InvalidConfig:
    return InvalidConfig(f"The label file `{file}` is not valid.", faults)
