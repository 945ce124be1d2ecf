"""The migrations one after the other, on the connection that they are handed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import OperationalError

from retrieval import migrations
from retrieval.catalog.opening import open_engine
from retrieval.catalog.tables import SCHEMA


def config_for(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__path__[0])))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


STEPS = [one.revision for one in ScriptDirectory.from_config(config_for(None)).walk_revisions()][::-1]


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An empty database whose transactions are begun as the catalog begins them."""
    opened = open_engine(tmp_path / "catalog.db")
    with opened.execution_options(writing=True).begin() as connection:
        command.downgrade(config_for(connection), "base")
    yield opened
    opened.dispose()


def shape(connection: Connection) -> dict[str, Any]:
    seen = inspect(connection)
    return {
        table: (
            sorted((one["name"], str(one["type"]), one["nullable"]) for one in seen.get_columns(table)),
            seen.get_pk_constraint(table)["constrained_columns"],
            sorted((one["name"] or "", one["column_names"]) for one in seen.get_indexes(table)),
            sorted(one["column_names"] for one in seen.get_unique_constraints(table)),
        )
        for table in seen.get_table_names()
    }


def test_migrations_are_one_row_that_ends_at_the_schema() -> None:
    assert [f"{number:04}" for number in range(1, len(STEPS) + 1)] == STEPS
    assert STEPS[-1] == SCHEMA


def test_migrations_leave_nothing_when_all_are_taken_back(engine: Engine) -> None:
    with engine.connect() as connection:
        assert set(shape(connection)) == {"alembic_version"}


@pytest.mark.parametrize("step", STEPS)
def test_migration_that_is_taken_back_leaves_what_was_before_it(engine: Engine, step: str) -> None:
    before = STEPS[STEPS.index(step) - 1] if step != STEPS[0] else "base"
    with engine.execution_options(writing=True).begin() as connection:
        if before != "base":
            command.upgrade(config_for(connection), before)
        expected = shape(connection)
        command.upgrade(config_for(connection), step)
        assert shape(connection) != expected
        command.downgrade(config_for(connection), before)
        assert shape(connection) == expected


def test_migration_that_fails_leaves_no_trace(engine: Engine) -> None:
    with engine.execution_options(writing=True).begin() as connection:
        command.upgrade(config_for(connection), STEPS[1])
        before = shape(connection)
        connection.execute(text("CREATE TABLE talks (id INTEGER)"))  # in the way of a later one

    def upgrade() -> None:
        with engine.execution_options(writing=True).begin() as connection:
            command.upgrade(config_for(connection), "head")

    with pytest.raises(OperationalError, match="talks"):
        upgrade()
    with engine.connect() as connection:
        assert {table: kept for table, kept in shape(connection).items() if table != "talks"} == before
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == STEPS[1]
