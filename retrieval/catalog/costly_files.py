"""Files that exceeded a limit of reading or ended their reader: a folder that is read again leaves them out."""

from sqlalchemy import Engine, delete, insert, select

from retrieval.catalog.opening import reading, writing
from retrieval.catalog.tables import costly_files


class CostlyFiles:
    """The costly files that a catalog knows, each by the SHA-256 of its bytes in hexadecimal."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def reasons(self) -> dict[str, str]:
        """Return why each was refused, by its digest."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(costly_files.c.digest, costly_files.c.reason)).all()
        return {row.digest: row.reason for row in rows}

    def note(self, digest: str, reason: str) -> None:
        """Remember that a file was refused, and why."""
        with writing(self._engine) as connection:
            connection.execute(delete(costly_files).where(costly_files.c.digest == digest))
            connection.execute(insert(costly_files), {"digest": digest, "reason": reason})

    def forget(self, digest: str) -> None:
        """Know nothing against a file any longer."""
        with writing(self._engine) as connection:
            connection.execute(delete(costly_files).where(costly_files.c.digest == digest))
