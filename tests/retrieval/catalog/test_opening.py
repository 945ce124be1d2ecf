import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from corpus.errors import HeduiError, IndexBusy, IndexMismatch, UnusableSetting
from retrieval.catalog import opening
from retrieval.catalog.catalog import Catalog
from retrieval.catalog.opening import _VALUES_AT_ONCE, batches, open_engine, reading, writing


def test_catalog_opens_from_several_threads_at_once(tmp_path: Path) -> None:
    faults: list[Exception] = []

    def open_and_close() -> None:
        try:
            Catalog.open(tmp_path / "catalog.db").close()
        except HeduiError as error:
            faults.append(error)

    threads = [threading.Thread(target=open_and_close) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


def test_catalog_refuses_one_of_a_newer_version(tmp_path: Path) -> None:
    place = tmp_path / "catalog.db"
    Catalog.open(place).close()
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(IndexMismatch, match="9999"):
        Catalog.open(place)


def test_home_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("1", "utf-8")
    with pytest.raises(UnusableSetting, match="HEDUI_HOME") as refused:
        Catalog.open(tmp_path / "home" / "catalog.db")
    assert "\n" not in str(refused.value)


def test_home_that_nobody_may_write_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Catalog.open(tmp_path / "catalog.db").close()
    before = {path.name for path in tmp_path.iterdir()}
    monkeypatch.setattr("os.access", lambda *_: False)  # the superuser, who may run this, may write anywhere
    catalog = Catalog.open(tmp_path / "catalog.db")
    assert list(catalog.known()) == []
    with pytest.raises(HeduiError, match="readonly"):
        catalog.costly.note("digest", "reason")
    catalog.close()
    assert {path.name for path in tmp_path.iterdir()} == before


PLACES = [
    ("no database", "not a url", "not a url"),
    ("another kind", "mysql://root@localhost/x", "mysql"),
    ("nobody listens", "postgresql://nobody@127.0.0.1:1/x", "127.0.0.1"),
]


@pytest.mark.parametrize(("place", "named"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES])
def test_catalog_names_a_place_that_is_no_database(place: str, named: str) -> None:
    with pytest.raises(UnusableSetting, match=named):
        Catalog.open(place)


def test_catalog_names_a_file_that_is_no_database(tmp_path: Path) -> None:
    place = tmp_path / "catalog.db"
    place.write_text("这不是数据库" * 100, "utf-8")
    with pytest.raises(UnusableSetting, match=r"catalog\.db"):
        Catalog.open(place)


def test_catalog_does_not_show_a_password() -> None:
    with pytest.raises(UnusableSetting) as caught:
        Catalog.open("postgresql://nobody:secret@127.0.0.1:1/x")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("count", "sizes"),
    [(0, []), (1, [1]), (_VALUES_AT_ONCE, [_VALUES_AT_ONCE]), (_VALUES_AT_ONCE + 1, [_VALUES_AT_ONCE, 1])],
    ids=["none", "one", "full", "one more"],
)
def test_batches_hold_all_values_in_order(count: int, sizes: list[int]) -> None:
    values = [str(number) for number in range(count)]
    parts = list(batches(values))
    assert [len(part) for part in parts] == sizes
    assert [value for part in parts for value in part] == values


WRITE = text("INSERT INTO facts (name, value) VALUES ('colour', 'red')")
READ = text("SELECT count(*) FROM facts WHERE name = 'colour'")


def test_writing_holds_at_the_end(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "catalog.db")
    with writing(engine) as connection:
        connection.execute(WRITE)
    with reading(engine) as connection:
        assert connection.execute(READ).scalar() == 1
    engine.dispose()


def test_writing_that_breaks_off_leaves_no_trace(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "catalog.db")

    def write_half() -> None:
        with writing(engine) as connection:
            connection.execute(WRITE)
            raise KeyError

    with pytest.raises(KeyError):
        write_half()
    with reading(engine) as connection:
        assert connection.execute(READ).scalar() == 0
    engine.dispose()


def test_reading_is_of_one_moment(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "catalog.db")
    with reading(engine) as before:
        assert before.execute(READ).scalar() == 0
        with writing(engine) as connection:
            connection.execute(WRITE)
        assert before.execute(READ).scalar() == 0
    engine.dispose()


def test_writing_while_another_process_writes_is_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_LOCK_WAIT", 10)
    place = tmp_path / "catalog.db"
    engine = open_engine(place)
    with closing(sqlite3.connect(place, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(IndexBusy), writing(engine):
            raise AssertionError("the other writes")
        with reading(engine) as connection:
            assert connection.execute(READ).scalar() == 0
    engine.dispose()


def test_reading_a_damaged_file_names_the_command_that_looks(tmp_path: Path) -> None:
    place = tmp_path / "catalog.db"
    engine = open_engine(place)
    with writing(engine) as connection:
        for number in range(2000):
            connection.execute(
                text("INSERT INTO facts VALUES (:name, :value)"), {"name": number, "value": "x" * 400}
            )
    engine.dispose()
    with place.open("r+b") as file:
        file.seek(400_000)  # behind all that says which tables there are
        file.write(b"\xff" * 400_000)
    engine = open_engine(place)
    with pytest.raises(HeduiError, match="hedui doctor"), reading(engine) as connection:
        connection.execute(text("SELECT name, value FROM facts")).all()
    engine.dispose()


def test_folder_of_the_database_is_made(tmp_path: Path) -> None:
    open_engine(tmp_path / "new" / "home" / "catalog.db").dispose()
    assert (tmp_path / "new" / "home" / "catalog.db").is_file()
