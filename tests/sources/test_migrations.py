from __future__ import annotations

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config as AlembicConfig
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from service.config import Config
from service.errors import SetupIncomplete
from service.sources import migrations
from service.sources.database import connect_engine, open_database
from service.sources.models import Base


def test_the_revisions_are_one_line_that_ends_in_the_head() -> None:
    settings = AlembicConfig()
    settings.set_main_option("script_location", migrations.__path__[0])
    assert ScriptDirectory.from_config(settings).get_heads() == [migrations.HEAD]


def test_the_migrations_make_what_the_models_describe(config: Config) -> None:
    engine = open_database(config)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    engine.dispose()


def test_the_first_revision_can_be_taken_back(config: Config) -> None:
    engine = open_database(config)
    with engine.begin() as connection:
        settings = AlembicConfig()
        settings.set_main_option("script_location", migrations.__path__[0])
        settings.attributes["connection"] = connection
        command.downgrade(settings, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    engine.dispose()


def test_an_up_to_date_library_is_left_alone(config: Config) -> None:
    open_database(config).dispose()
    engine = open_database(config)
    with engine.connect() as connection:
        assert migrations.revision_of(connection) == migrations.HEAD
    engine.dispose()


def test_a_library_of_a_newer_version_is_refused_and_kept(config: Config) -> None:
    engine = open_database(config)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(SetupIncomplete, match="upgrade Tearsheet"):
        open_database(config)
    engine = connect_engine(config)
    with engine.connect() as connection:
        assert migrations.revision_of(connection) == "9999"
        assert inspect(connection).has_table("articles")
    engine.dispose()


def test_a_migration_that_fails_leaves_no_half_made_schema(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    upgrade = migrations._upgrade

    def failing(connection: object) -> None:
        upgrade(connection)  # type: ignore[arg-type]
        raise RuntimeError("the power went")

    monkeypatch.setattr(migrations, "_upgrade", failing)
    with pytest.raises(RuntimeError, match="the power went"):
        open_database(config)
    engine = connect_engine(config)
    assert inspect(engine).get_table_names() == []
    engine.dispose()
