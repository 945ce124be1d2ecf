"""The lists of reports, kept at hand between questions: a ``Report`` in, all that it states as lists out."""

from collections.abc import Sequence
from typing import Final

from bot.listing.clause_lists import clause_lists
from bot.listing.enumerations import enumerations
from bot.listing.layout_lists import ItemList, laid_out_lists
from bot.listing.siblings import Siblings, siblings_of
from corpus.figure import Statement
from corpus.report import Report

_KEPT: Final = 256
"""Reports whose lists are kept at hand; beyond, all are read anew."""


class ReportLists:
    """Reads the lists of reports, each report once; kept by what answers from them, and gone with it."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Report, tuple[ItemList, ...]]] = {}
        self._siblings: dict[str, tuple[Report, tuple[Siblings, ...]]] = {}

    def of(self, report: Report) -> tuple[ItemList, ...]:
        """Return the lists of a report: those of its layout, of its sentences and of its parallel clauses."""
        known = self._known.get(report.id)
        if known is None or known[0] != report:
            if len(self._known) >= _KEPT:
                self._known.clear()
            found = (*laid_out_lists(report), *enumerations(report), *clause_lists(report))
            known = self._known[report.id] = (report, found)
        return known[1]

    def siblings(self, report: Report, statements: Sequence[Statement]) -> tuple[Siblings, ...]:
        """Return the sets of figures of a report that say the same of several; ``statements`` are all of its own."""
        known = self._siblings.get(report.id)
        if known is None or known[0] != report:
            if len(self._siblings) >= _KEPT:
                self._siblings.clear()
            known = self._siblings[report.id] = (report, siblings_of(report, statements))
        return known[1]
