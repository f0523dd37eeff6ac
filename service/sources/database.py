"""The connection to the library's database: a SQLAlchemy engine that is ready, or an error that names the remedy."""

from __future__ import annotations

import os
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError

from service.config import Config
from service.errors import SetupIncomplete
from service.sources.migrations import migrate

_BUSY_TIMEOUT_S = 30


def open_database(config: Config) -> Engine:
    """Return an engine for the library's database, its schema up to date.

    An engine with the execution option `sqlite_begin="IMMEDIATE"` takes SQLite's write lock at the start of a
    transaction, so that two writers queue up where one would otherwise fail at its first write. The engine outlives
    a fork: a child opens connections of its own. Raises `SetupIncomplete`.
    """
    with database_errors():
        engine = connect_engine(config)
        migrate(engine)
        engine.dispose()  # a server forks next: no open connection may cross over
    return engine


def connect_engine(config: Config) -> Engine:
    """Return an engine for the library's database as it is, without touching its schema."""
    own_file = URL.create("sqlite", database=str(config.data / "library.sqlite3"))  # whose path may hold a `?`
    url = make_url(config.database) if config.database else own_file
    if url.get_backend_name() != "sqlite":
        return _forkable(create_engine(url, pool_pre_ping=True))
    _make_folder(Path(url.database or "").parent)
    engine = create_engine(url, connect_args={"timeout": _BUSY_TIMEOUT_S})
    event.listen(engine, "connect", _configure_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return _forkable(engine)


@contextmanager
def database_errors() -> Iterator[None]:
    """Turn what the database refuses into `SetupIncomplete`, without the address or path that its message may hold."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise SetupIncomplete(
            f"The library cannot be used: {_reason(error)}. Check TEARSHEET_DATABASE and TEARSHEET_DATA with "
            "`tearsheet doctor`."
        ) from error
    except (SQLAlchemyError, ImportError) as error:
        kind = type(error).__name__
        raise SetupIncomplete(f"The library's database failed ({kind}). Ask `tearsheet doctor`.") from error


def _reason(error: DBAPIError) -> str:
    known = (
        "unable to open database file",
        "database is locked",
        "readonly database",
        "disk is full",
        "disk I/O error",
    )
    said = str(error.orig)
    return next((reason for reason in known if reason in said), "its server did not answer as expected")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise SetupIncomplete(
            f"The data folder cannot be made: {error.strerror}. Name one that can be written by TEARSHEET_DATA."
        ) from error


def _forkable(engine: Engine) -> Engine:
    reference = weakref.ref(engine)

    def forget_connections() -> None:
        if (child_engine := reference()) is not None:
            child_engine.dispose(close=False)

    os.register_at_fork(after_in_child=forget_connections)
    return engine


def _configure_sqlite(connection: Any, _record: Any) -> None:
    # Python's driver would begin transactions by itself, and only at the first write; `_begin_sqlite` begins them.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    # With WAL a commit may be lost at a power failure, but nothing is ever damaged.
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin_sqlite(connection: Connection) -> None:
    mode = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")
