"""A report with all that an index keeps of it, read in one go, so that it can be read in another process."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.figure import Statement
from corpus.organisations.agreed_names import AgreedNames
from corpus.organisations.directory import Directory
from corpus.report import Passage, Report
from corpus.statements.statements import read_statements
from corpus.structure.passages import split_passages


@dataclass(frozen=True, slots=True)
class WholeReport:
    """A report, its passages and its statements; both are empty of one that was in when it was read."""

    report: Report
    passages: Sequence[Passage] = ()
    statements: Sequence[Statement] = ()

    def named(self, key: str) -> "WholeReport":
        """Return the same under the id ``key``."""
        if key == self.report.id:
            return self
        return WholeReport(
            replace(self.report, id=key),
            tuple(replace(one, report=key) for one in self.passages),
            tuple(replace(one, report=key) for one in self.statements),
        )

    def complete(self, agreed: AgreedNames) -> "WholeReport":
        """Return the same with its passages and statements: what was in may have been taken out meanwhile."""
        return self if self.passages else read_whole(self.report, agreed)


def read_whole(report: Report, agreed: AgreedNames) -> WholeReport:
    """Return a report with its passages and statements, in which ``agreed`` names are known."""
    return WholeReport(report, split_passages(report), statements_of(report, agreed))


def statements_of(report: Report, agreed: AgreedNames) -> tuple[Statement, ...]:
    """Return the statements of a report in which ``agreed`` names and its own are known."""
    return read_statements(report, Directory.of([report], agreed))


def embedded_text(context: str, text: str) -> str:
    """Return what is embedded of a passage: its context and its text."""
    return f"{context}\n{text}" if context else text
