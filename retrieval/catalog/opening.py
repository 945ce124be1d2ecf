"""Opening the catalog's database: a path or a URL in, a migrated engine out; and its errors in our words."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from json import JSONDecodeError
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, NoSuchModuleError, OperationalError

from corpus.errors import HeduiError, IndexBusy, IndexMismatch, UnusableSetting
from retrieval import migrations
from retrieval.catalog.tables import SCHEMA

_VALUES_AT_ONCE = 500
"""Values in one ``IN``; SQLite takes no more than 32,766 in a statement, and a plan stays simple with few."""

_LOCK_WAIT = 30_000
"""Milliseconds to wait for another process's transaction."""

_FAILURES: dict[str, tuple[type[HeduiError], str, str]] = {
    "locked": (IndexBusy, "索引正被另一个进程写入，请稍后再试", "another process is writing the index"),
    "full": (
        HeduiError,
        "磁盘已满，索引没有写完；已写入的报告完好，请腾出空间后再试",
        "the disk is full: what is in the index is whole, make room and try again",
    ),
    "readonly": (
        HeduiError,
        "数据目录只能读，不能写入；请检查权限，或用 HEDUI_HOME 指定别的目录",
        "the home folder can only be read: look at its permissions, or name another with HEDUI_HOME",
    ),
    "": (HeduiError, "索引的数据库出错", "the index's database failed"),
}
"""What a failure of the database says, and what is told of it; the last stands for all others."""

MIGRATING = 4_817_253
"""The key of PostgreSQL's advisory lock under which one process migrates and the others wait."""

_CHANGING = 0x4865_6475
"""The key of the lock that who changes the catalog holds."""


def open_engine(place: Path | str) -> Engine:
    """Return an engine for a SQLite file (a path) or a database by URL, its tables made or migrated.

    Raises ``UnusableSetting`` where no database is to be had and ``IndexMismatch`` for a newer version's.
    """
    url = _address(place)
    try:
        engine = create_engine(url, hide_parameters=True)  # an error must not carry a report's text
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise UnusableSetting(
            "缺少该数据库的驱动", f"no driver for this database: {error}", where=url
        ) from error
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    elif engine.dialect.name != "postgresql":
        raise UnusableSetting("只支持 SQLite 与 PostgreSQL", "SQLite and PostgreSQL only", where=url)
    try:
        _migrate(engine)
    except (
        DatabaseError,
        UnicodeDecodeError,
    ) as error:  # the latter: what SQLite says of a damaged table's name
        engine.dispose()
        detail = getattr(error, "orig", "damaged")
        raise UnusableSetting("打不开数据库", f"not a database that opens: {detail}", where=url) from error
    except HeduiError:
        engine.dispose()
        raise
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection to read with; in SQLite all that is read is of one moment."""
    with _mended_errors(), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection whose transaction holds at the end, or leaves no trace after an error."""
    with _mended_errors(), engine.connect() as plain:
        connection = plain.execution_options(writing=True)
        with connection.begin():
            yield connection


@contextmanager
def changing(engine: Engine) -> Iterator[Connection]:
    """Give a connection as ``writing`` does, and let no other process change the catalog until the transaction ends.

    SQLite has one writer in any case; in PostgreSQL two that put the same row in would meet at its key.
    """
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            _lock(connection, _CHANGING)
        yield connection


def batches(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """Cut ``values`` into parts that suit one ``IN``."""
    return (values[start : start + _VALUES_AT_ONCE] for start in range(0, len(values), _VALUES_AT_ONCE))


def in_utc(moment: datetime) -> datetime:
    """Return a moment that the database gave back; SQLite forgets that it was in UTC."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@contextmanager
def _mended_errors() -> Iterator[None]:
    """Turn the errors of a locked, full or damaged database into ours."""
    try:
        yield
    except OperationalError as error:
        kind, chinese, english = next(
            (told for sign, told in _FAILURES.items() if sign in str(error.orig)), _FAILURES[""]
        )
        raise kind(chinese, f"{english}: {error.orig}") from error
    except DatabaseError as error:
        if isinstance(error, IntegrityError) and "FOREIGN KEY" not in str(error.orig):
            raise
        raise _damaged(str(error.orig)) from error
    except (UnicodeDecodeError, JSONDecodeError) as error:  # bytes of a text were changed where it is kept
        raise _damaged(type(error).__name__) from error


def _damaged(detail: str) -> HeduiError:
    return HeduiError(
        "索引的数据库已损坏，请运行 hedui doctor --repair；修不好就放回备份，或换一个 HEDUI_HOME 重新放入报告",
        f"the index's database is damaged: run hedui doctor --repair, else put a backup back or ingest anew: {detail}",
    )


def _address(place: Path | str) -> URL:
    if isinstance(place, Path):
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UnusableSetting(
                f"不能用作数据目录（{error.strerror}），请用 HEDUI_HOME 指定别的目录",
                f"cannot be the home folder ({error.strerror}): name another with HEDUI_HOME",
                where=place.parent,
            ) from error
        if place.is_file() and not os.access(place.parent, os.W_OK):  # nobody writes there, nor can we lock
            return URL.create(
                "sqlite", database=place.absolute().as_uri(), query={"immutable": "1", "uri": "true"}
            )
        return URL.create("sqlite", database=str(place))
    try:
        url = make_url(place)
    except ArgumentError as error:
        raise UnusableSetting(
            "不是数据库地址，例如 postgresql://user@host/name", "not a database URL", where=place
        ) from error
    return url.set(drivername="postgresql+psycopg") if url.drivername in {"postgres", "postgresql"} else url


def _prepare_sqlite(engine: Engine) -> None:
    """Take transactions into our own hands: Python's sqlite3 begins them late and never for reading."""

    @event.listens_for(engine, "connect")
    def connect(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        for pragma in (
            f"busy_timeout={_LOCK_WAIT}",
            "foreign_keys=ON",
            "synchronous=NORMAL",
        ):
            connection.execute(f"PRAGMA {pragma}")
        _write_ahead(connection, engine.dialect.loaded_dbapi.OperationalError)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _write_ahead(connection: Any, failure: type[Exception]) -> None:
    """Switch to a write-ahead log; SQLite does not wait by itself where several connections do so at once."""
    until = monotonic() + _LOCK_WAIT / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except failure as error:
            if "locked" not in str(error) or monotonic() > until:
                raise
        sleep(0.01)


def _migrate(engine: Engine) -> None:
    with engine.connect() as connection:
        if _schema(connection) == SCHEMA:
            return
    # Alembic takes a while to import; most starts do without it.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__path__[0])).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with engine.execution_options(writing=True).begin() as connection:
        if engine.dialect.name == "postgresql":
            _lock(connection, MIGRATING)
        config.attributes["connection"] = connection
        found = _schema(connection)
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise IndexMismatch(
                f"索引的版本 {found} 比程序新，请升级程序",
                "the index is of a newer version",
                where=engine.url,
            ) from error


def _lock(connection: Connection, key: int) -> None:
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})


def _schema(connection: Connection) -> str:
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""
