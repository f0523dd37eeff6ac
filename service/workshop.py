"""The workshop: what stays warm between renders, such as parsed templates, stylesheets and fonts."""

from __future__ import annotations

from dataclasses import dataclass

from service.config import Config
from service.templates import Stationery, open_stationery
from service.typeset import Typesetter


@dataclass(frozen=True)
class Workshop:
    """Everything that a render needs beside its article. Open it once a process."""

    config: Config
    stationery: Stationery
    typesetter: Typesetter


def open_workshop(config: Config) -> Workshop:
    """Return a workshop for this configuration. Raises `SetupIncomplete` where fonts or libraries are missing."""
    return Workshop(config, open_stationery(config), Typesetter(config.font_dirs))
