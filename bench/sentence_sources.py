"""Sentences of reports to make lies and paraphrases of: reports in, sentences with their quantities out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.generation.examination import Examiner
from bot.generation.passages import PASSAGES, numbered
from corpus.figure import Kind, Statement
from corpus.organisations.directory import Directory
from corpus.report import Report
from corpus.statements.metrics import is_scope
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from corpus.structure.passages import split_passages
from corpus.structure.sentences import split_sentences
from retrieval.hit import Hit

_WHOLE = re.compile(r"[。！？]$")


@dataclass(frozen=True, slots=True)
class Told:
    """A report's sentence with its quantities, whose offsets index it, and the examiner that its passage is given to.

    ``n`` is the passage's number.
    """

    text: str
    figures: tuple[Statement, ...]
    examiner: Examiner
    n: int

    def place(self, statement: Statement) -> tuple[int, int]:
        """Return where the figure of one of its statements stands in the text."""
        lead = len(statement.quote) - len(statement.quote.lstrip())
        start = statement.figure.start - statement.start - lead
        return start, start + len(statement.figure.raw)


def read_reports(folders: Sequence[Path]) -> list[Report]:
    """Return the reports of some folders of text files, in the files' order."""
    paths = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
    return [parse_report(path.read_text("utf-8"), id=path.stem, source=path.name) for path in paths]


def told_sentences(reports: Sequence[Report]) -> Iterator[Told]:
    """Yield the sentences of reports that state quantities and end as sentences do."""
    for report in reports:
        directory = Directory.of([report])
        statements = read_statements(report, directory)
        passages = list(split_passages(report))
        for first in range(0, len(passages), PASSAGES):
            hits = [
                Hit(
                    report.id,
                    report.title,
                    one.section,
                    one.text,
                    one.start,
                    one.end,
                    1.0,
                    ("dense",),
                    _day(report),
                )
                for one in passages[first : first + PASSAGES]
            ]
            examiner = Examiner(numbered(hits, ()), statements, directory)
            for n, hit in enumerate(hits, 1):
                for start, end in split_sentences(hit.text):
                    inside = [
                        one
                        for one in statements
                        if one.start == hit.start + start
                        and not is_scope(one.figure)
                        and one.figure.kind not in (Kind.IDIOM, Kind.DOCUMENT_NUMBER)
                    ]
                    text = hit.text[start:end].strip()
                    if inside and 8 <= len(text) <= 200 and _WHOLE.search(text):
                        yield Told(text, tuple(inside), examiner, n)


def _day(report: Report) -> str:
    return report.published.isoformat() if report.published else ""
