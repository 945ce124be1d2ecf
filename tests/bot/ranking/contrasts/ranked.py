"""The figure that a question matches best in one small report: texts in, the figure as it is written out."""

from bot.question.understanding import read_question
from bot.ranking.matching import Match, match_statements
from bot.ranking.scope import Place
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report


def matches(question: str, text: str) -> list[Match]:
    """Return the matches of a question in a report, best first."""
    report = parse_report(text, id="one", source="one.txt")
    read = read_question(question, Directory.of([report]))
    return match_statements(read, read.sought[0], read_statements(report), {"one": Place(report, "")}, {})


def best_figure(question: str, text: str) -> str:
    """Return the figure that a question matches best in a report, "" where it matches none."""
    found = matches(question, text)
    return found[0].statement.figure.raw if found else ""
