from pathlib import Path

import pytest
from sqlalchemy import Table, create_engine, inspect, text

from retrieval.catalog import tables
from retrieval.catalog.opening import open_engine
from retrieval.chat_catalog import tables as chat_tables
from retrieval.migrations import versions

TABLES = [tables.facts, tables.reports, tables.passages, tables.figures, tables.names]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("home") / "catalog.db"
    open_engine(place).dispose()
    return place


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_migrations_make_the_table_that_the_code_describes(place: Path, table: Table) -> None:
    engine = create_engine(f"sqlite:///{place}")
    found = inspect(engine)
    columns = {one["name"]: one for one in found.get_columns(table.name)}
    assert set(columns) == set(table.columns.keys())
    assert {one["name"] for one in found.get_indexes(table.name)} == {one.name for one in table.indexes}
    assert found.get_pk_constraint(table.name)["constrained_columns"] == list(
        table.primary_key.columns.keys()
    )
    for column in table.columns:
        assert columns[column.name]["nullable"] is bool(column.nullable), column.name
    engine.dispose()


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_what_hangs_on_a_row_goes_with_it(place: Path, table: Table) -> None:
    engine = create_engine(f"sqlite:///{place}")
    found = {
        (key["constrained_columns"][0], key["referred_table"]): key["options"].get("ondelete")
        for key in inspect(engine).get_foreign_keys(table.name)
    }
    described = {(key.parent.name, key.column.table.name): key.ondelete for key in table.foreign_keys}
    assert found == described
    assert set(described.values()) <= {"CASCADE"}
    engine.dispose()


def test_migrations_make_no_table_that_the_code_does_not_describe(place: Path) -> None:
    engine = create_engine(f"sqlite:///{place}")
    lexical = {"passage_terms", "passage_vocabulary"}  # each database has its own kind
    made = {name for name in inspect(engine).get_table_names() if not name.startswith("passage_terms_")}
    assert made - {"alembic_version"} - lexical == set(tables.metadata.tables)
    assert chat_tables.people.metadata is tables.metadata
    engine.dispose()


def test_schema_is_the_newest_migration(place: Path) -> None:
    newest = max(path.name[1:5] for path in Path(versions.__path__[0]).glob("m[0-9]*.py"))
    engine = create_engine(f"sqlite:///{place}")
    with engine.connect() as connection:
        kept = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    assert tables.SCHEMA == newest == kept
    engine.dispose()
