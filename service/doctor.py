"""Examines the installation: each check says what it found and, where something is wrong, the remedy."""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from service.config import SECRET, Config, read_config, variable_name
from service.errors import InvalidConfig, TearsheetError

_PACKAGES = ("weasyprint", "pypdf", "pillow", "flask", "sqlalchemy")
# Pango that WeasyPrint 70 asks for; Debian 12 has 1.50.
_OLDEST_PANGO = (1, 44)


@dataclass(frozen=True)
class Check:
    """One thing looked at. `remedy` is empty where all is well with it."""

    name: str
    found: str
    remedy: str = ""
    well: bool = True

    def __str__(self) -> str:
        """Return the check as a line for a person."""
        mark = "ok   " if self.well else "WRONG"
        return f"{mark}  {self.name}: {self.found}" + (f"  ->  {self.remedy}" if self.remedy else "")


def examine() -> list[Check]:
    """Return every check, in the order of a person's questions. Changes nothing, and never raises."""
    checks = [_python(), *_packages(), *_ask("Pango", _pango), *_ask("fonts", _fonts)]
    try:
        config = read_config()
    except InvalidConfig as error:
        return [*checks, *(_wrong("setting", str(fault), "mend this variable") for fault in error.faults)]
    return [
        *checks,
        *_ask("folders", lambda: _folders(config)),
        *_ask("library", lambda: _library(config)),
        *_settings(config),
    ]


def _wrong(name: str, found: str, remedy: str) -> Check:
    return Check(name, found, remedy, well=False)


def _ask(name: str, question: Callable[[], Iterator[Check]]) -> list[Check]:
    try:
        return list(question())
    except TearsheetError as error:
        return [_wrong(name, error.message, "follow what it says")]
    except Exception as error:  # noqa: BLE001  (a broken part must not hide what the other checks find)
        return [_wrong(name, f"{type(error).__name__}: {error}", "install Tearsheet again (`make install`)")]


def _python() -> Check:
    version = platform.python_version()
    return Check("Python", f"{version} ({platform.python_implementation()}, {platform.machine()})")


def _packages() -> Iterator[Check]:
    for package in ("tearsheet", *_PACKAGES):
        try:
            yield Check(package, metadata.version(package))
        except metadata.PackageNotFoundError:
            yield _wrong(package, "not installed", "run `make install`, or install the `tearsheet` package again")


def _pango() -> Iterator[Check]:
    try:
        from weasyprint.text.ffi import pango
    except OSError as error:
        remedy = "install it: `apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0`"
        yield _wrong("Pango", f"not found ({str(error).splitlines()[0]})", remedy)
        return
    number = pango.pango_version()
    version = (number // 10_000, number // 100 % 100)
    found = f"{version[0]}.{version[1]}.{number % 100}"
    if version < _OLDEST_PANGO:
        yield _wrong("Pango", found, f"upgrade it to {'.'.join(map(str, _OLDEST_PANGO))} or later")
    else:
        yield Check("Pango", found)


def _fonts() -> Iterator[Check]:
    from service.fonts import damaged_faces, font_digests, fonts_ready, foreign_sources

    if not fonts_ready():
        yield _wrong("fonts", "not made yet, or for another version", "make them: `tearsheet fonts`")
        return
    damaged = damaged_faces()
    for face in damaged:
        yield _wrong(f"font {face}", "missing, or not as it was made", "make the faces again: `tearsheet fonts`")
    yield Check("fonts", f"{len(font_digests()) - len(damaged)} faces present, each with the digest it was made with")
    for source in foreign_sources():
        yield Check(f"font {source}", "differs from the one that the design was made with: pages in it may too")


def _folders(config: Config) -> Iterator[Check]:
    yield _writable(variable_name("data"), config.data)
    yield _writable("temporary files", Path(tempfile.gettempdir()))
    for folder in [config.templates] if config.templates else []:
        if any(folder.rglob("*.html")) or any(folder.rglob("*.css")):
            yield Check(variable_name("templates"), str(folder))
        else:
            remedy = "put files there that override ours, or unset it"
            yield _wrong(variable_name("templates"), f"{folder} holds no template", remedy)


def _writable(name: str, folder: Path) -> Check:
    existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
    if existing.is_dir() and os.access(existing, os.W_OK | os.X_OK):
        return Check(name, f"{folder} can be written" if existing == folder else f"{folder} will be made")
    return _wrong(name, f"{folder} cannot be written", f"give this user write access to {existing}")


def _library(config: Config) -> Iterator[Check]:
    from sqlalchemy import text

    from service.sources.database import connect_engine, database_errors
    from service.sources.migrations import HEAD, revision_of

    if not config.database and not (config.data / "library.sqlite3").exists():
        yield Check("library", "none yet; the first import makes it")
        return
    with database_errors(), connect_engine(config).connect() as connection:
        revision = revision_of(connection)
        articles = connection.execute(text("SELECT count(*) FROM articles")).scalar() if revision else 0
    if revision in (None, HEAD):
        yield Check("library", f"{articles} articles, schema {revision or 'not made yet'}")
    elif revision < HEAD:
        yield Check("library", f"{articles} articles, schema {revision}; the next start brings it to {HEAD}")
    else:
        remedy = "upgrade Tearsheet, or name another library by TEARSHEET_DATABASE"
        yield _wrong("library", f"schema {revision} is newer than this version knows ({HEAD})", remedy)


def _settings(config: Config) -> Iterator[Check]:
    for field in Config.model_fields:
        value = getattr(config, field)
        by_default = "" if field in config.model_fields_set and value else " (default)"
        yield Check(variable_name(field), _shown(field, value) + by_default)


def _shown(field: str, value: object) -> str:
    if field == "image_hosts" and not value:
        return "none: no picture is fetched from the web"
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    if field in SECRET and value:
        from sqlalchemy.engine import make_url

        return make_url(str(value)).set(query={}).render_as_string(hide_password=True)
    if field == "database":
        return "SQLite in the data folder"
    return str(value) if value is not None else "none"
