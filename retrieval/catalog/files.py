"""What is known of files by their bytes: what those that were read said, and which exceeded a limit of reading.

A folder that is read again reads neither: the bytes say that a file is the one that was read before.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

from sqlalchemy import Connection, Engine, bindparam, delete, insert, select

from retrieval.catalog.opening import changing, reading
from retrieval.catalog.tables import costly_files, read_files

_SAME_SOURCE: Final = delete(read_files).where(read_files.c.source == bindparam("same"))


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a file was read as: the report (an id) that it holds and the digest of its text.

    ``source`` is its path in full, or its address; ``bytes`` the SHA-256 of its bytes and ``rules`` of all that
    it was read by. A text that another version took the place of is still what the file says.
    """

    source: str
    bytes: str
    rules: str
    report: str
    text: str


def drop_read_files(connection: Connection, report: str) -> None:
    """Forget the files that hold a report."""
    connection.execute(delete(read_files).where(read_files.c.report == report))


class ReadFiles:
    """The files that a catalog's reports were read from."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def by(self, rules: str) -> dict[str, ReadFile]:
        """Return the files that were read by ``rules``, by their sources."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(read_files).where(read_files.c.rules == rules)).all()
        return {row.source: ReadFile(*row) for row in rows}

    def note(self, files: Sequence[ReadFile]) -> None:
        """Remember what files were read as, in place of what was known of the same sources."""
        rows = [asdict(file) for file in files]
        if rows:
            with changing(self._engine) as connection:
                connection.execute(_SAME_SOURCE, [{"same": row["source"]} for row in rows])
                connection.execute(insert(read_files), rows)


class CostlyFiles:
    """The files that exceeded a limit of reading or ended their reader, each by the SHA-256 of its bytes in hexadecimal."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def reasons(self) -> dict[str, str]:
        """Return why each was refused, by its digest."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(costly_files.c.digest, costly_files.c.reason)).all()
        return {row.digest: row.reason for row in rows}

    def note(self, digest: str, reason: str) -> None:
        """Remember that a file was refused, and why."""
        with changing(self._engine) as connection:
            connection.execute(delete(costly_files).where(costly_files.c.digest == digest))
            connection.execute(insert(costly_files), {"digest": digest, "reason": reason})

    def forget(self, digest: str) -> None:
        """Know nothing against a file any longer."""
        with changing(self._engine) as connection:
            connection.execute(delete(costly_files).where(costly_files.c.digest == digest))
