"""Template filters of the screen pages: instants as days, findings in words, and `code` in running text."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from markupsafe import Markup, escape
from pydantic import BaseModel


def day_of(instant: datetime) -> str:
    """Return the calendar day of an instant at its own offset, as a person writes it: `3 March 2026`."""
    return f"{instant.day} {instant:%B %Y}"


def with_code(text: str) -> Markup:
    """Return `text` escaped, its `backticked` words set as code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped before


def told(finding: BaseModel) -> str:
    """Return what a finding of the report says beside its kind, in one line."""
    fields: dict[str, Any] = finding.model_dump(mode="json", exclude={"kind", "hurts"}, exclude_none=True)
    return "; ".join(f"{name.replace('_', ' ')} {value}" for name, value in fields.items() if value != "")


FILTERS: dict[str, Callable[..., Any]] = {"day": day_of, "code": with_code, "told": told}
