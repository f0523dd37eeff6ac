"""The print templates: ours, overridden file by file by the publisher's folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined, select_autoescape

from service.config import Config
from service.labels import Labels, labels_for


@dataclass(frozen=True)
class Stationery:
    """What a publisher prints on: templates, labels, and the fonts beside our own."""

    templates: Environment
    folders: tuple[Path, ...]
    more_fonts: tuple[Path, ...] = ()

    def labels(self, language: str) -> Labels:
        """Return the fixed words of a page in this language."""
        return labels_for(language, self.folders)


def open_stationery(config: Config) -> Stationery:
    """Return the stationery that the configuration names."""
    folders = template_folders(config)
    return Stationery(open_templates(folders), tuple(folders), tuple(config.font_dirs))


def template_folders(config: Config) -> list[Path]:
    """Return the folders that templates, styles and labels are looked up in, the publisher's before ours."""
    return [*([config.templates] if config.templates else []), shipped_templates()]


def shipped_templates() -> Path:
    """Return the folder of our own templates: beside the package in a checkout, inside it in a wheel."""
    package = Path(__file__).parent
    inside = package / "_print_templates"
    return inside if inside.is_dir() else package.parent / "print_templates"


def open_templates(folders: list[Path]) -> Environment:
    """Return an environment that escapes everything but what a template marks safe, and refuses undefined names."""
    environment = Environment(
        loader=ChoiceLoader(
            [
                FileSystemLoader(folders),
                # So that an override can include the file that it overrides.
                PrefixLoader({"shipped": FileSystemLoader(shipped_templates())}),
            ]
        ),
        autoescape=select_autoescape(("html",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["shown_address"] = shown_address
    return environment


def shown_address(url: str) -> str:
    """Return a web address as print shows it: without scheme, `www.` and a bare closing slash."""
    shown = re.sub(r"^(https?://(www\.)?|mailto:|tel:)", "", url, flags=re.IGNORECASE)
    return shown.removesuffix("/") if shown.count("/") == 1 else shown
