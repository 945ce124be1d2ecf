"""The catalog's figures: a report's statements in, rows of the table ``figures``, and statements back out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Engine,
    Select,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
)

from corpus.figure import Figure, Kind, Qualifier, Statement
from retrieval.catalog.opening import batches, changing, reading
from retrieval.catalog.tables import figures, passages, reports

_JSON: Final = {
    "sqlite": (func.json_array, func.json_group_array),
    "postgresql": (func.json_build_array, func.json_agg),
}
"""What makes a row an array and rows an array of arrays, in each database."""

_PLACE: Final = itemgetter(0, 1)
_READ_AT_ONCE: Final = 20_000
"""Figures of which the columns are read at a time: all at once would take a gigabyte."""
_KINDS: Final = {kind.value: kind for kind in Kind}
_QUALIFIERS: Final = {qualifier.value: qualifier for qualifier in Qualifier}
_READ: Final = tuple(
    figures.c[name]
    for name in (
        "start id raw end kind value low high unit measure qualifier step metric org period change "
        "quote quote_start quote_end section clause about"
    ).split()
)
"""What is read of a figure, in the order in which ``_statement`` takes it; they are sorted by the first two."""


_STATED: Final = {
    dialect: select(reports.c.id, reports.c.title, reports.c.published, group(array(*_READ), type_=JSON))
    .join(reports, figures.c.report == reports.c.id)
    .group_by(reports.c.id)
    .order_by(reports.c.id)
    for dialect, (array, group) in _JSON.items()
}
"""Reads statements by report, in each database.

The figures of a report come in one row, as JSON: a question reads hundreds, and row by row each would wait for
the other threads.
"""

_STATED_IN: Final = {
    dialect: query.where(figures.c.report.in_(bindparam("reports", expanding=True)))
    for dialect, query in _STATED.items()
}
"""The same of some reports, made once: to make it takes as long as to execute it."""


def figure_rows(
    report: str, statements: Iterable[Statement], passages: Sequence[tuple[int, int, int]]
) -> list[dict[str, Any]]:
    """Return a row for each statement of a report; ``passages`` are its (id, start, end), in order.

    A figure belongs to the first passage that holds it whole, to none where no passage does.
    """
    rows = []
    for statement in statements:
        figure = statement.figure
        holders = (key for key, start, end in passages if start <= figure.start and figure.end <= end)
        rows.append(
            {
                "report": report,
                "passage": next(holders, None),
                "quote_start": statement.start,
                "quote_end": statement.end,
                "quote": statement.quote,
                "section": statement.section,
                "raw": figure.raw,
                "start": figure.start,
                "end": figure.end,
                "kind": figure.kind.value,
                "value": _write(figure.value),
                "low": _write(figure.low),
                "high": _write(figure.high),
                "unit": figure.unit,
                "measure": figure.measure,
                "qualifier": figure.qualifier.value,
                "step": _write(figure.step),
                "metric": figure.metric,
                "org": figure.org,
                "period": figure.period,
                "change": figure.change,
                "number": _approximate(figure.value),
                "clause": statement.clause,
                "about": statement.about,
            }
        )
    return rows


@dataclass(frozen=True, slots=True)
class NameColumn:
    """A column of names: each name once, and for each figure the place of its name among them."""

    names: list[str]
    places: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class FigureColumns:
    """All figures of a catalog by columns; ``number`` is a figure's value, nearly, and NaN where it has none."""

    report: NameColumn
    org: NameColumn
    metric: NameColumn
    period: NameColumn
    start: NDArray[np.int32]
    number: NDArray[np.float64]


class StoredFigures:
    """The figures of all reports of a catalog, to be looked up."""

    def __init__(self, engine: Engine) -> None:
        """Look up in the database of ``engine``."""
        self._engine = engine

    def statements(self, *, reports: Sequence[str] = (), org: str = "", metric: str = "") -> list[Statement]:
        """Return the statements of some reports (or all), by report and place.

        ``org`` and ``metric`` keep those whose organisation or metric contains the words or is part of them.
        """
        conditions = [_containing(figures.c.org, org)] if org else []
        if metric:
            conditions.append(_containing(figures.c.metric, metric))
        with reading(self._engine) as connection:
            dialect = connection.dialect.name
            if not reports:
                return _statements(connection, _STATED[dialect].where(*conditions))
            query = _STATED_IN[dialect].where(*conditions) if conditions else _STATED_IN[dialect]
            return [
                statement
                for batch in batches(sorted(set(reports)))
                for statement in _statements(connection, query, {"reports": batch})
            ]

    def around(self, places: Mapping[str, Sequence[tuple[int, int]] | None]) -> list[Statement]:
        """Return the statements of some reports: all, or those whose figure starts in one of the spans."""
        whole = [report for report, spans in places.items() if spans is None]
        found = self.statements(reports=whole) if whole else []
        with reading(self._engine) as connection:
            for report, spans in places.items():
                for start, end in spans or ():
                    near = (figures.c.report == report, figures.c.start.between(start, end - 1))
                    found.extend(_statements(connection, _STATED[connection.dialect.name].where(*near)))
        return found

    def rewrite(self, report: str, statements: Iterable[Statement]) -> None:
        """Put ``statements`` in place of all that a report (its id) has, in one transaction."""
        spans = select(passages.c.id, passages.c.start, passages.c.end).where(passages.c.report == report)
        with changing(self._engine) as connection:
            held = [(key, start, end) for key, start, end in connection.execute(spans.order_by("start"))]
            connection.execute(delete(figures).where(figures.c.report == report))
            if rows := figure_rows(report, statements, held):
                connection.execute(insert(figures), rows)

    def columns(self) -> FigureColumns:
        """Return all figures by columns: 200,000 take about half a second and 10 MB."""
        named = [figures.c[name] for name in ("report", "org", "metric", "period")]
        query = select(*named, figures.c.start, figures.c.number).execution_options(yield_per=_READ_AT_ONCE)
        known: list[dict[str, int]] = [{} for _ in named]
        places: list[list[NDArray[np.int32]]] = [[np.zeros(0, np.int32)] for _ in named]
        starts, numbers = [np.zeros(0, np.int32)], [np.zeros(0)]
        with reading(self._engine) as connection:
            for rows in connection.execute(query).partitions():
                *names, start, number = zip(*rows, strict=True)
                for column, numbered, held in zip(names, known, places, strict=True):
                    held.append(_numbered(column, numbered))
                starts.append(np.array(start, np.int32))
                numbers.append(np.array(number, np.float64))
        report, org, metric, period = (
            NameColumn(list(numbered), np.concatenate(held))
            for numbered, held in zip(known, places, strict=True)
        )
        return FigureColumns(report, org, metric, period, np.concatenate(starts), np.concatenate(numbers))


def _numbered(column: Sequence[str], known: dict[str, int]) -> NDArray[np.int32]:
    """Return the number of each name in ``known``, to which those that are new are added."""
    for name in dict.fromkeys(column):
        known.setdefault(name, len(known))
    return np.fromiter(map(known.__getitem__, column), np.int32, len(column))


def _statements(
    connection: Connection, query: Select[Any], values: Mapping[str, Any] | None = None
) -> list[Statement]:
    """Return the statements that a query of ``_STATED`` gives, by report and place."""
    found: list[Statement] = []
    for report, title, published, told in connection.execute(query, values).all():
        day = published.isoformat() if published else ""
        rows = sorted(told, key=_PLACE)
        found.extend([_statement(row, report, title, day) for row in rows])
    return found


def _containing(column: ColumnElement[str], words: str) -> ColumnElement[bool]:
    return or_(
        column.contains(words, autoescape=True), (column != "") & (func.replace(words, column, "") != words)
    )


def _statement(row: Sequence[Any], report: str, title: str, published: str) -> Statement:
    """Return the statement that a row of ``_READ`` stands for; a question reads hundreds."""
    (
        start, _, raw, end, kind, value, low, high, unit, measure, qualifier, step, metric, org, period, change,
        quote, quote_start, quote_end, section, clause, about,
    ) = row  # fmt: skip
    figure = Figure(
        raw=raw,
        start=start,
        end=end,
        kind=_KINDS[kind],
        value=_read(value),
        low=_read(low),
        high=_read(high),
        unit=unit,
        measure=measure,
        qualifier=_QUALIFIERS[qualifier],
        step=_read(step),
        metric=metric,
        org=org,
        period=period,
        change=change,
    )
    return Statement(figure, report, title, quote, quote_start, quote_end, section, published, clause, about)


def _write(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _read(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _approximate(value: Decimal | None) -> float | None:
    """Return the nearest float, None where there is none (a database keeps no infinity)."""
    if value is None:
        return None
    number = float(value)
    return number if abs(number) < 1e300 else None
