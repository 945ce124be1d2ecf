"""The catalog: what the index holds, in SQLite or PostgreSQL; reports in, passages and statements out.

The catalog is the truth. One transaction makes a report visible, whole, or not at all, and takes all of an
older version's passages and figures away. ``generation`` counts those transactions, so that whatever stands
beside the catalog (the vector store, a cache) can tell whether it is behind.
"""

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, Engine, Table, bindparam, func, insert, select, update

from corpus.errors import NotFound
from corpus.figure import Statement
from corpus.organisations.report_regions import RULE
from corpus.report import Passage, Report
from retrieval.catalog.figures import StoredFigures, figure_rows
from retrieval.catalog.files import CostlyFiles, ReadFiles, drop_read_files
from retrieval.catalog.known import Known, read_known
from retrieval.catalog.names import names_within
from retrieval.catalog.opening import batches, changing, open_engine, reading
from retrieval.catalog.other_names import OtherNames, drop_other_names
from retrieval.catalog.reports import (
    PassageText,
    PassageVectors,
    StoredPassage,
    delete_report,
    insert_report,
    passage_from,
    read_fact,
    report_from,
    write_fact,
)
from retrieval.catalog.tables import figures, passages, reports
from retrieval.catalog.terms import count_terms, rank_passages
from retrieval.catalog.upkeep import damage, write_names_anew, write_terms_anew
from retrieval.catalog.vectors import StoredVectors
from retrieval.catalog.versions import KeptVersions, drop_versions, keep_version
from retrieval.catalog.weights import TermWeights
from retrieval.lexical import tokenizer_name

logger = logging.getLogger(__name__)

# What a question reads, made once: to make a statement takes as long as to execute it.
_IDS: Final[BindParameter[Any]] = bindparam("ids", expanding=True)
_PASSAGES: Final = (
    select(
        *(column for column in passages.c if column is not passages.c.vector),
        reports.c.title,
        reports.c.published,
        reports.c.source,
    )
    .join(reports)
    .where(passages.c.id.in_(_IDS))
)
_TEXTS: Final = select(passages.c.id, passages.c.report, passages.c.start, passages.c.text).where(
    passages.c.id.in_(_IDS)
)
_REPORTS: Final = select(reports).where(reports.c.id.in_(_IDS)).order_by(reports.c.id)
_REGIONS: Final = select(reports.c.id, reports.c.region).where(reports.c.id.in_(_IDS))


@dataclass(frozen=True, slots=True)
class Change:
    """What a transaction did to the passages: the ids that came and those that went."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class Catalog:
    """The tables of one index; open it with ``Catalog.open``, close it with ``close`` or a ``with`` block."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._weights = TermWeights()
        self.versions = KeptVersions(engine)
        self.other_names = OtherNames(engine)
        self.costly = CostlyFiles(engine)
        self.read_files = ReadFiles(engine)

    @classmethod
    def open(cls, place: Path | str) -> "Catalog":
        """Open a SQLite file (a path) or a database by its SQLAlchemy URL, and migrate it when it is older.

        Raises ``UnusableSetting`` for a place that holds no database or none that can be reached, and
        ``IndexMismatch`` for a catalog of a newer version.
        """
        catalog = cls(open_engine(place))
        if catalog.fact("tokenizer") != tokenizer_name():
            catalog.remake_terms()
        if catalog.fact("regions") != str(RULE):
            if catalog.newest_passage():
                logger.warning("索引升级一次，请稍候 / the index is upgraded once, please wait")
            catalog.remake_names()
        return catalog

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> "Catalog":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def fact(self, name: str) -> str:
        """Return a fact by name, "" when it was never written."""
        with reading(self._engine) as connection:
            return read_fact(connection, name)

    def write_fact(self, name: str, value: str) -> None:
        """Write a fact, in a transaction of its own."""
        with changing(self._engine) as connection:
            write_fact(connection, name, value)

    def generation(self) -> int:
        """Return the number of transactions that changed passages."""
        return int(self.fact("generation") or 0)

    def write(
        self,
        report: Report,
        found: Sequence[Passage],
        vectors: PassageVectors,
        statements: Sequence[Statement],
    ) -> Change:
        """Put a report in, in place of an older version of the same id, which is kept aside.

        ``vectors`` has a row for each passage.
        """
        with changing(self._engine) as connection:
            _advance(connection)
            keep_version(connection, report.id, report.digest)
            removed = delete_report(connection, report.id) or []
            added = insert_report(connection, report, found, vectors)
            spans = [(key, passage.start, passage.end) for key, passage in zip(added, found, strict=True)]
            if rows := figure_rows(report.id, statements, spans):
                connection.execute(insert(figures), rows)
        return Change(tuple(map(str, added)), tuple(map(str, removed)))

    def remove(self, report: str) -> Change:
        """Take a report out with its passages and figures; raises ``NotFound``."""
        with changing(self._engine) as connection:
            _advance(connection)
            removed = delete_report(connection, report)
            if removed is None:
                raise _no_such(report)
            drop_versions(connection, report)
            drop_other_names(connection, report)
            drop_read_files(connection, report)
        return Change(removed=tuple(map(str, removed)))

    def move(self, report: str, moved_to: Report) -> None:
        """Record that a report's text, if it is still its text, now stands elsewhere, if it does."""
        same, source = reports.c.digest == moved_to.digest, moved_to.source
        moved = (reports.c.id == report) & same & (reports.c.source != source)
        with reading(self._engine) as connection:
            if connection.execute(select(reports.c.id).where(moved)).first() is None:
                return
        with changing(self._engine) as connection:
            connection.execute(update(reports).where(moved).values(source=source))

    def known(self) -> list[Known]:
        """Return what decides whether a text is new, for each report."""
        with reading(self._engine) as connection:
            return read_known(connection)

    def titles(self) -> dict[str, str]:
        """Return the title of each report by its id, in the order of ids."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(reports.c.id, reports.c.title).order_by(reports.c.id)).all()
        return {row.id: row.title for row in rows}

    def reports(self, ids: Sequence[str] | None = None) -> list[Report]:
        """Return all reports, or those of some ids, by id; an id that is not there is left out."""
        with reading(self._engine) as connection:
            if ids is None:
                everything = select(reports).order_by(reports.c.id)
                return [report_from(row) for row in connection.execute(everything).mappings().all()]
            return [
                report_from(row)
                for part in batches(ids)
                for row in connection.execute(_REPORTS, {"ids": part}).mappings().all()
            ]

    def regions(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the region that each of some reports speaks of ("" where it names none), by id."""
        with reading(self._engine) as connection:
            rows = [row for part in batches(ids) for row in connection.execute(_REGIONS, {"ids": part}).all()]
        return {row.id: row.region for row in rows}

    def names_within(self, text: str, but: Collection[str] = ()) -> dict[str, tuple[str, ...]]:
        """Return the full names of each name, full or short, that stands in ``text``, but for those in ``but``.

        Of a name that stands for more than two, two are returned.
        """
        with reading(self._engine) as connection:
            return names_within(connection, text, but)

    def report(self, report: str) -> Report:
        """Return a report by its id; raises ``NotFound``."""
        with reading(self._engine) as connection:
            row = connection.execute(select(reports).where(reports.c.id == report)).mappings().one_or_none()
        if row is None:
            raise _no_such(report)
        return report_from(row)

    def passages(self, ids: Sequence[str]) -> dict[str, StoredPassage]:
        """Return passages by id; an id that is not there is left out."""
        found: dict[str, StoredPassage] = {}
        with reading(self._engine) as connection:
            for batch in batches(ids):
                rows = connection.execute(_PASSAGES, {"ids": [int(key) for key in batch]})
                for row in rows.mappings().all():
                    found[str(row["id"])] = passage_from(row)
        return found

    def passage_texts(self, ids: Sequence[str]) -> dict[str, PassageText]:
        """Return what ranking reads of passages, by id; an id that is not there is left out."""
        with reading(self._engine) as connection:
            return {
                str(row[0]): PassageText(*row[1:])
                for batch in batches(ids)
                for row in connection.execute(_TEXTS, {"ids": [int(key) for key in batch]}).all()
            }

    def passage_ids(self) -> list[str]:
        """Return the ids of all passages, in the order in which they went in."""
        with reading(self._engine) as connection:
            ids = connection.execute(select(passages.c.id).order_by(passages.c.id)).scalars()
            return [str(key) for key in ids]

    def newest_passage(self) -> str:
        """Return the id of the passage that went in last, "" of an empty catalog."""
        with reading(self._engine) as connection:
            return str(connection.execute(select(func.max(passages.c.id))).scalar() or "")

    def count(self) -> tuple[int, int, int]:
        """Return how many reports, passages and figures there are."""
        with reading(self._engine) as connection:
            return _rows(connection, reports), _rows(connection, passages), _rows(connection, figures)

    @property
    def vectors(self) -> StoredVectors:
        """The vectors of all passages."""
        return StoredVectors(self._engine)

    def rank(self, terms: Sequence[str], limit: int, among: Sequence[str] = ()) -> list[tuple[str, float]]:
        """Return up to ``limit`` (passage id, BM25 score) of those that hold any of the terms, best first.

        ``among`` limits the search to some reports (ids).
        """
        with reading(self._engine) as connection:
            worth = terms if among else self._weights.telling(connection, terms)
            found = rank_passages(connection, worth, limit, among)
        return [(str(key), score) for key, score in found]

    def weights(self, terms: Sequence[str]) -> dict[str, float]:
        """Return how much each term says: the rarer its passages, the more."""
        with reading(self._engine) as connection:
            return self._weights.of(connection, terms)

    @property
    def figures(self) -> StoredFigures:
        """The figures of all reports."""
        return StoredFigures(self._engine)

    def statements(self, *, reports: Sequence[str] = (), org: str = "", metric: str = "") -> list[Statement]:
        """Return the statements of some reports (or all), by report and place.

        ``org`` and ``metric`` keep those whose organisation or metric contains the words or is part of them.
        """
        return self.figures.statements(reports=reports, org=org, metric=metric)

    def remake_terms(self) -> None:
        """Make the lexical index anew from the passages, in one transaction."""
        with changing(self._engine) as connection:
            write_terms_anew(connection)

    def remake_names(self) -> None:
        """Tell the region and the names of each report anew, in one transaction."""
        with changing(self._engine) as connection:
            write_names_anew(connection)

    def damage(self) -> list[str]:
        """Return a sentence for each fault that nothing here can make good again."""
        with reading(self._engine) as connection:
            return damage(connection)

    def terms_whole(self) -> bool:
        """Return whether the lexical index can be read and holds every passage."""
        with changing(self._engine) as connection:
            return count_terms(connection) == _rows(connection, passages)


def _no_such(report: str) -> NotFound:
    return NotFound("索引里没有这份报告", "no such report in the index: see hedui reports", where=report)


def _rows(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def _advance(connection: Connection) -> None:
    """Count a change of passages, at its beginning: until it is committed no other process begins one."""
    write_fact(connection, "generation", str(int(read_fact(connection, "generation") or 0) + 1))
