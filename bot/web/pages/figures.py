"""Figures: one metric over organisations, rounds and years as a table and a drawing; where reports contradict each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import Response

from bot.chat.series import Series, find_statements, series_of
from bot.web.checks.review_cards import SourceView, source_view
from bot.web.responses import page
from bot.web.site import Site, site_of
from bot.web.views.charts import BESIDE_BARS, STACKED_BARS, BarChart
from bot.web.visitors import ReadingVisitor
from corpus.figure import Statement

figures_pages = APIRouter()

_SHOWN: Final = 500
"""Figures of one table."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure of the table with where it stands."""

    statement: Statement
    source: SourceView


@dataclass(frozen=True, slots=True)
class FoundFigures:
    """What words mean: rows, the series that can be drawn, and what they can be narrowed to."""

    rows: Sequence[FigureRow]
    total: int
    series: Series | None
    organisations: Sequence[str]
    periods: Sequence[str]


@figures_pages.get("/figures")
async def show_figures(
    request: Request, visitor: ReadingVisitor, q: str = "", org: str = "", period: str = ""
) -> Response:
    """Show the figures of a metric, an organisation, or both."""
    site = site_of(request)
    found = await site.desk.check(_found, site, q.strip(), org, period) if q.strip() else None
    series = found.series if found else None
    charts = [BarChart.of(series, form) for form in (BESIDE_BARS, STACKED_BARS)] if series else []
    return page(request, visitor, "figures.html", q=q, org=org, period=period, found=found, charts=charts)


def _found(site: Site, words: str, org: str, period: str) -> FoundFigures:
    statements = find_statements(site.desk.index, words)
    orgs = sorted({one.figure.org for one in statements} - {""})
    periods = sorted({one.figure.period for one in statements} - {""})
    kept = [
        one
        for one in statements
        if (not org or one.figure.org == org) and (not period or one.figure.period == period)
    ]
    rows = [FigureRow(one, source_view(one)) for one in kept[:_SHOWN]]
    return FoundFigures(rows, len(kept), series_of(kept), orgs, periods)


@figures_pages.get("/figures/conflicts")
async def show_conflicts(request: Request, visitor: ReadingVisitor) -> Response:
    """Show the figures of different reports that contradict each other, pair by pair."""
    site = site_of(request)
    pairs = await site.desk.check(site.desk.conflicts.pairs)
    shown = [[FigureRow(one, source_view(one)) for one in pair] for pair in pairs[:_SHOWN]]
    return page(request, visitor, "conflicts.html", pairs=shown)
