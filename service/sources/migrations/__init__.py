"""Brings a library's schema to the present revision, with one process at a time."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from service.errors import SetupIncomplete

HEAD = "0001"
_POSTGRESQL_LOCK = 0x7EA25  # any number that no other program on the database uses for an advisory lock


def revision_of(connection: Connection) -> str | None:
    """Return the revision of the library's schema, or None where it has no schema yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(engine: Engine) -> None:
    """Bring the library's schema to `HEAD`. Idempotent; a second process waits until the first is done.

    Nothing but one query is spent where the schema is up to date. Raises `SetupIncomplete` where a newer Tearsheet
    made the library.
    """
    with engine.connect() as connection:
        if revision_of(connection) == HEAD:
            return
    with _one_process_at_a_time(engine):
        if engine.dialect.name == "sqlite":
            with closing(engine.raw_connection()) as driver_connection:
                driver_connection.cursor().execute("PRAGMA journal_mode = WAL")  # kept by the file from then on
        with engine.execution_options(sqlite_begin="IMMEDIATE").begin() as connection:
            if engine.dialect.name == "postgresql":
                connection.execute(text(f"SELECT pg_advisory_xact_lock({_POSTGRESQL_LOCK})"))
            if revision_of(connection) != HEAD:
                _upgrade(connection)


def _upgrade(connection: Connection) -> None:
    # Alembic takes a third of a second to import, and only a new or old library needs it.
    from alembic import command
    from alembic.config import Config as AlembicConfig
    from alembic.util import CommandError

    settings = AlembicConfig()
    settings.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    settings.attributes["connection"] = connection
    try:
        command.upgrade(settings, HEAD)
    except CommandError as error:
        raise SetupIncomplete(
            f"The library's schema is at revision `{revision_of(connection)}`, which this version does not know. "
            "A newer Tearsheet made it: upgrade Tearsheet, or name another library by TEARSHEET_DATABASE."
        ) from error


@contextmanager
def _one_process_at_a_time(engine: Engine) -> Iterator[None]:
    # SQLite refuses a switch to WAL at once, whatever the busy timeout, if another process switches at that moment;
    # so the folder is locked around it. A file system without locks leaves only the transaction's own.
    database = engine.url.database
    if engine.dialect.name != "sqlite" or not database:
        yield
        return
    folder = os.open(Path(database).parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
