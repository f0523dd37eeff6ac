"""The environment as one frozen `Config`, read once at start-up. Nothing else in Tearsheet reads the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from service.errors import Fault, InvalidConfig
from service.validation import faults_of, nearest_name

PREFIX = "TEARSHEET_"
# Settings whose value may hold a password: never shown.
SECRET = frozenset({"database"})


def _comma_separated(value: object) -> object:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _path_list(value: object) -> object:
    return [part for part in value.split(os.pathsep) if part] if isinstance(value, str) else value


def _absolute(path: Path) -> Path:
    # A server may change its working directory; the folder that was meant stays.
    return Path(os.path.abspath(path.expanduser()))  # noqa: PTH100  (`resolve` would follow links)


def _data_folder(path: Path) -> Path:
    path = _absolute(path)
    if path.exists() and not path.is_dir():
        raise ValueError("a folder is needed, and this is a file")
    return path


def _existing_folder(path: Path) -> Path:
    path = _absolute(path)
    if not path.is_dir():
        raise ValueError(f"there is no folder `{path.name}` at this path")
    return path


def _database_address(address: str) -> str:
    if not address:
        return address
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import SQLAlchemyError

    try:
        url = make_url(address)
        url.get_dialect().import_dbapi()
    except (SQLAlchemyError, ValueError, ImportError):
        # The address may hold a password: nothing of it is repeated.
        raise ValueError(
            "a SQLAlchemy address with an installed driver is needed, such as `sqlite:////var/lib/tearsheet.sqlite3` "
            "or `postgresql+psycopg://user:password@host/name`"
        ) from None
    if url.get_backend_name() == "sqlite" and (not url.database or ":memory:" in url.database):
        raise ValueError("a file is needed: a library in memory would be gone at the end")
    return address


_LABEL = r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?"
_HOST = re.compile(rf"(\*\.)?{_LABEL}(\.{_LABEL})*\.?(:\d{{1,5}})?|\[[0-9a-f:.]+\](:\d{{1,5}})?")


def _image_host(host: str) -> str:
    host = host.lower()
    if not _HOST.fullmatch(host):
        raise ValueError("a host is needed, such as `images.example.org`, `*.example.org` or `[::1]:8000`")
    port = re.search(r":(\d+)$", re.sub(r"^\[.*\]", "", host))
    if port and not 0 < int(port[1]) < 65536:
        raise ValueError("a port is between 1 and 65535")
    return host


class Config(BaseModel):
    """Every setting. The variable of a field is its name in capitals after `TEARSHEET_`. An empty one counts as unset.

    `repr` shows no secret.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    data: Annotated[Path, AfterValidator(_data_folder)] = Field(
        description="Folder of everything that Tearsheet keeps. Default: $XDG_DATA_HOME/tearsheet."
    )
    database: Annotated[str, AfterValidator(_database_address)] = Field(
        "", description="SQLAlchemy address of the library. Default: SQLite in the data folder.", repr=False
    )
    templates: Annotated[Path, AfterValidator(_existing_folder)] | None = Field(
        None, description="Folder whose files override the print templates one by one."
    )
    font_dirs: Annotated[list[Annotated[Path, AfterValidator(_existing_folder)]], BeforeValidator(_path_list)] = Field(
        [], description="More font folders, separated by `:`. A render sees these and Tearsheet's own, no others."
    )
    image_hosts: Annotated[list[Annotated[str, AfterValidator(_image_host)]], BeforeValidator(_comma_separated)] = (
        Field(
            [],
            description="Hosts that pictures may be fetched from, separated by commas; `*.example.org` for subdomains; "
            "`host:port` also allows a private address, for that very host and port.",
        )
    )
    image_timeout_s: float = Field(10.0, gt=0, le=120, description="Seconds that one picture may take to arrive.")
    image_max_bytes: int = Field(20_000_000, gt=0, description="Bytes that one picture may have.")
    image_max_pixels: int = Field(80_000_000, gt=0, description="Pixels that one picture may have, width by height.")
    max_body_bytes: int = Field(32_000_000, gt=0, description="Bytes that a request body may have.")
    host: str = Field("127.0.0.1", min_length=1, description="Address that the service binds to.")
    port: int = Field(8080, ge=0, le=65535, description="Port that the service binds to; 0 lets the system choose.")
    log_format: Literal["json", "text"] = Field("text", description="Log lines as JSON, or for a person.")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="The least that is logged.")

    @property
    def database_url(self) -> str:
        """SQLAlchemy address of the library."""
        return self.database or f"sqlite:///{self.data / 'library.sqlite3'}"


def read_config(environ: Mapping[str, str] | None = None) -> Config:
    """Return the configuration that the environment names.

    Raises `InvalidConfig` that names each unknown or bad variable and its valid values.
    """
    environ = os.environ if environ is None else environ
    named = {name: value for name, value in environ.items() if name.startswith(PREFIX)}
    fields = {variable_name(field): field for field in Config.model_fields}
    if unknown := sorted(named.keys() - fields.keys()):
        raise InvalidConfig("The configuration is not valid.", [_unknown(name) for name in unknown])
    given = {fields[name]: value for name, value in named.items() if value.strip()}
    try:
        config = Config.model_validate({"data": str(_default_data(environ))} | given)
    except ValidationError as error:
        raise InvalidConfig(
            "The configuration is not valid.", [_as_variable(f) for f in faults_of(error, Config)]
        ) from None
    if "data" not in given:
        config.model_fields_set.discard("data")
    return config


def _default_data(environ: Mapping[str, str]) -> Path:
    base = environ.get("XDG_DATA_HOME") or Path(environ.get("HOME", "~")).expanduser() / ".local" / "share"
    return Path(base) / "tearsheet"


def _unknown(name: str) -> Fault:
    valid = tuple(variable_name(field) for field in Config.model_fields)
    nearest = nearest_name(name.removeprefix(PREFIX), Config.model_fields)
    return Fault(name, "unknown setting.", None, valid, variable_name(nearest) if nearest else None)


def _as_variable(fault: Fault) -> Fault:
    name, _, rest = fault.path.partition("[")
    if name in SECRET:
        return Fault(variable_name(name), fault.message.partition(" Given: ")[0], None, fault.valid)
    path = variable_name(name) + ("[" + rest if rest else "")
    return Fault(path, fault.message, fault.value, fault.valid, fault.nearest)


def variable_name(field: str) -> str:
    """Return the environment variable of a field."""
    return PREFIX + field.upper()
