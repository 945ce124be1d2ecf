"""The catalog's figures: a report's statements in, rows of the table ``figures`` and back again."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, func, or_, select

from corpus.figure import Figure, Kind, Qualifier, Statement
from retrieval.catalog_tables import figures, reports

BATCH = 500
"""Values in one ``IN``; SQLite takes no more than 32,766 in a statement, and a plan stays simple with few."""


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
            }
        )
    return rows


def read_statements(
    connection: Connection, conditions: Sequence[ColumnElement[bool]], limit: int | None = None
) -> list[tuple[int, Statement]]:
    """Return (id, statement) of the figures for which all conditions hold, by report and place."""
    query = (
        select(figures, reports.c.title, reports.c.published)
        .join(reports, figures.c.report == reports.c.id)
        .where(*conditions)
        .order_by(figures.c.report, figures.c.start, figures.c.id)
        .limit(limit)
    )
    return [(row["id"], _statement(row)) for row in connection.execute(query).mappings()]


def containing(column: ColumnElement[str], words: str) -> ColumnElement[bool]:
    """Return the condition that a column's text contains ``words`` or, unless empty, is part of them."""
    return or_(
        column.contains(words, autoescape=True), (column != "") & (func.replace(words, column, "") != words)
    )


def _statement(row: RowMapping | Mapping[str, Any]) -> Statement:
    figure = Figure(
        raw=row["raw"],
        start=row["start"],
        end=row["end"],
        kind=Kind(row["kind"]),
        value=_read(row["value"]),
        low=_read(row["low"]),
        high=_read(row["high"]),
        unit=row["unit"],
        measure=row["measure"],
        qualifier=Qualifier(row["qualifier"]),
        step=_read(row["step"]),
        metric=row["metric"],
        org=row["org"],
        period=row["period"],
        change=row["change"],
    )
    return Statement(
        figure=figure,
        report=row["report"],
        title=row["title"],
        quote=row["quote"],
        start=row["quote_start"],
        end=row["quote_end"],
        section=row["section"],
        published=row["published"].isoformat() if row["published"] else "",
    )


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
