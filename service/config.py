"""The environment as one frozen `Config`, read once at start-up. Nothing else in Tearsheet reads the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from service.errors import Fault, InvalidConfig
from service.validation import faults_of, nearest_name

PREFIX = "TEARSHEET_"


def _comma_separated(value: object) -> object:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _path_list(value: object) -> object:
    return [part for part in value.split(os.pathsep) if part] if isinstance(value, str) else value


class Config(BaseModel):
    """Every setting. The variable of a field is its name in capitals after `TEARSHEET_`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    data: Path = Field(description="Folder of everything that Tearsheet keeps. Default: $XDG_DATA_HOME/tearsheet.")
    database: str = Field("", description="SQLAlchemy address of the library. Default: SQLite in the data folder.")
    templates: Path | None = Field(None, description="Folder whose files override the print templates one by one.")
    font_dirs: Annotated[list[Path], BeforeValidator(_path_list)] = Field(
        [], description="More font folders, separated by `:`. A render sees these and Tearsheet's own, no others."
    )
    image_hosts: Annotated[list[str], BeforeValidator(_comma_separated)] = Field(
        [],
        description="Hosts that pictures may be fetched from, separated by commas; `*.example.org` for subdomains; "
        "`host:port` also allows a private address, for that very host and port.",
    )
    image_timeout_s: float = Field(10.0, gt=0, le=120, description="Seconds that one picture may take to arrive.")
    image_max_bytes: int = Field(20_000_000, gt=0, description="Bytes that one picture may have.")
    image_max_pixels: int = Field(80_000_000, gt=0, description="Pixels that one picture may have, width by height.")
    max_body_bytes: int = Field(32_000_000, gt=0, description="Bytes that a request body may have.")
    host: str = Field("127.0.0.1", description="Address that the service binds to.")
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
    given = {name.removeprefix(PREFIX).lower(): value for name, value in environ.items() if name.startswith(PREFIX)}
    if unknown := sorted(set(given) - set(Config.model_fields)):
        raise InvalidConfig("The configuration is not valid.", [_unknown(name) for name in unknown])
    given.setdefault("data", str(_default_data(environ)))
    try:
        return Config.model_validate(given)
    except ValidationError as error:
        raise InvalidConfig(
            "The configuration is not valid.", [_as_variable(f) for f in faults_of(error, Config)]
        ) from None


def _default_data(environ: Mapping[str, str]) -> Path:
    base = environ.get("XDG_DATA_HOME") or Path(environ.get("HOME", "~")).expanduser() / ".local" / "share"
    return Path(base) / "tearsheet"


def _unknown(name: str) -> Fault:
    valid = tuple(variable_name(field) for field in Config.model_fields)
    nearest = nearest_name(name, Config.model_fields)
    return Fault(variable_name(name), "unknown setting.", None, valid, variable_name(nearest) if nearest else None)


def _as_variable(fault: Fault) -> Fault:
    name, _, rest = fault.path.partition("[")
    return Fault(variable_name(name) + ("[" + rest if rest else ""), fault.message, fault.value, fault.valid, None)


def variable_name(field: str) -> str:
    """Return the environment variable of a field."""
    return PREFIX + field.upper()
