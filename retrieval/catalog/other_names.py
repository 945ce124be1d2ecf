"""Names of the files that hold a report beside its own: one text from two places is one report, and answers to both."""

from collections.abc import Mapping

from sqlalchemy import Connection, Engine, delete, insert, select

from retrieval.catalog.opening import changing, reading
from retrieval.catalog.tables import other_names


def drop_other_names(connection: Connection, report: str) -> None:
    """Forget the further names of a report."""
    connection.execute(delete(other_names).where(other_names.c.report == report))


class OtherNames:
    """The further names that a catalog's reports answer to."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def all(self) -> dict[str, str]:
        """Return the report (id) of each name."""
        with reading(self._engine) as connection:
            return {row.name: row.report for row in connection.execute(select(other_names))}

    def note(self, names: Mapping[str, str]) -> None:
        """Let reports answer to further names: the report (id) of each; what a name meant before is forgotten."""
        known = self.all()
        new = {name: report for name, report in names.items() if known.get(name) != report}
        if not new:
            return
        with changing(self._engine) as connection:
            connection.execute(delete(other_names).where(other_names.c.name.in_(new)))
            connection.execute(
                insert(other_names), [{"name": name, "report": report} for name, report in new.items()]
            )
