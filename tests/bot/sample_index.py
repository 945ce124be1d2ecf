"""The shipped sample reports as an index in memory: what ``Index`` offers, without a database or a model."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import corpus
from corpus.directory import Directory
from corpus.errors import NotFound
from corpus.figure import Statement
from corpus.parsing import parse_report
from corpus.passages import split_passages
from corpus.report import Report
from corpus.statements import read_statements
from retrieval.hit import Hit

SAMPLES = Path(corpus.__file__).parent / "reports"


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)}


class SampleIndex:
    """Reports by id; a search ranks passages by the pairs of characters that they share with the query."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._reports = {report.id: report for report in reports}
        directory = Directory.of(reports)
        self._statements = {report.id: read_statements(report, directory) for report in reports}
        self._passages = [(report, one) for report in reports for one in split_passages(report)]

    def reports(self) -> list[Report]:
        return list(self._reports.values())

    def report(self, report: str) -> Report:
        if report not in self._reports:
            raise NotFound(report)
        return self._reports[report]

    def statements(self, reports: Sequence[str] = (), org: str = "", metric: str = "") -> list[Statement]:
        return [one for report in reports or self._reports for one in self._statements[report]]

    def search(self, query: str, k: int = 5, reports: Sequence[str] = ()) -> list[Hit]:
        asked = _pairs(query)
        scored = [
            (len(asked & _pairs(one.context + one.text)) / max(1, len(asked)), report, one)
            for report, one in self._passages
            if not reports or report.id in reports
        ]
        best = sorted(scored, key=lambda row: -row[0])[:k]
        return [
            Hit(report.id, report.title, one.section, one.text, one.start, one.end, score, ("lexical",))
            for score, report, one in best
            if score
        ]


def report_of(text: str, name: str) -> Report:
    """Return a report of fictional text."""
    return parse_report(text, id=name, source=f"{name}.txt")


@cache
def samples() -> SampleIndex:
    """The ten sample reports, read once."""
    paths = sorted(SAMPLES.glob("*.txt"))
    return SampleIndex([report_of(path.read_text("utf-8"), path.stem) for path in paths])
