"""What the index knows, kept at hand between questions: its reports' regions, their organisations."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from bot.belonging import Place
from corpus.directory import Directory, report_region
from corpus.figure import Statement

if TYPE_CHECKING:
    from retrieval.index import Index

WHOLE: Final = 200
"""Up to so many reports all of their organisations are known beforehand; beyond, those of what is found."""


class Knowledge:
    """Reads from an index what questions are understood with, each report once."""

    def __init__(self, index: "Index") -> None:
        self._index = index
        self._places: dict[str, Place] = {}
        self._statements: dict[str, tuple[Statement, ...]] = {}
        self.titles = {entry.id: entry.title for entry in index.reports()}
        self.directory = Directory()
        if len(self.titles) <= WHOLE:
            self.learn(self.titles)

    def learn(self, reports: Iterable[str]) -> None:
        """Know the organisations of these reports (ids), whatever else is known."""
        for report in reports:
            self.place(report)

    def place(self, report: str) -> Place:
        """Return a report with the region that it speaks of."""
        if report not in self._places:
            read = self._index.report(report)
            self._places[report] = Place(read, report_region(read))
            self.directory.add_report(read)
        return self._places[report]

    def places(self, reports: Iterable[str]) -> dict[str, Place]:
        """Return these reports with their regions, by id."""
        return {report: self.place(report) for report in reports}

    def statements(self, reports: Iterable[str]) -> list[Statement]:
        """Return the statements of these reports, by report and place."""
        wanted = list(dict.fromkeys(reports))
        missing = [report for report in wanted if report not in self._statements]
        if missing:
            read: dict[str, list[Statement]] = {report: [] for report in missing}
            for statement in self._index.statements(missing):
                read[statement.report].append(statement)
            self._statements.update((report, tuple(found)) for report, found in read.items())
        return [statement for report in wanted for statement in self._statements[report]]
