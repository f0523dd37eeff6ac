"""Where the sample articles lie that ship with Tearsheet."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from service.errors import SetupIncomplete


def samples_folder() -> Path:
    """Return the folder of the sample articles. Raises `SetupIncomplete` where the installation lacks it."""
    folder = Path(str(resources.files("service") / "samples"))
    if not folder.is_dir():
        raise SetupIncomplete("The sample articles are not installed: install Tearsheet again.")
    return folder
