"""The values of an answer: ``Citation``, ``Draft``, ``Choice`` and ``CheckedAnswer``."""

from dataclasses import dataclass

from checker.finding import Finding
from corpus.figure import Figure, Statement


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that an answer rests on: ``quote == report.text[start:end]``.

    ``n`` is its number in the answer, from 1; ``date`` is ISO or ""; ``source`` is the report's path or URL.
    """

    n: int
    report: str
    title: str
    date: str
    section: str
    quote: str
    start: int
    end: int
    source: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before its check: its text, and the statements or passages that it was drawn from.

    ``direct`` is the figure, or the name with a number (2号楼), that answers the question, None where a sentence
    does or nothing is stated; where a sentence is only quoted, it is the figure in it that is likely meant.
    ``claims`` is what the text says in its own words, of the same length: quotations, citation numbers and what
    only repeats the question are blanked. ``quoted`` are the sentences that it quotes, each with its place in
    the text; ``derived`` are the figures it worked out, as claims, ``terms`` all that the first of them adds up,
    or the two that it is the difference of. ``plainer`` is the same answer with fewer words of its own, to fall
    back on;
    ``of_set`` says that it tells of several figures that were found together by all words of the question.
    """

    text: str
    claims: str
    quoted: tuple[tuple[int, Citation], ...] = ()
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    direct: Figure | None = None
    refused: bool = False
    plainer: "Draft | None" = None
    derived: tuple[Statement, ...] = ()
    terms: tuple[Statement, ...] = ()
    of_set: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One organisation that a question may mean: its full ``name``, and the ``question`` that names it so."""

    name: str
    question: str


@dataclass(frozen=True, slots=True)
class CheckedAnswer:
    """An answer as a person gets it; ``findings`` holds one for each figure of ``text``.

    ``seconds`` is how long the whole took; ``mode`` is ``extractive`` or the chat model's name. Where a name in
    the question stands for several, ``choices`` are they, ``text`` asks which is meant, and ``refused`` is true:
    nothing was answered.
    """

    question: str
    text: str
    refused: bool
    direct: Figure | None
    findings: tuple[Finding, ...]
    citations: tuple[Citation, ...]
    mode: str = "extractive"
    seconds: float = 0.0
    choices: tuple[Choice, ...] = ()
