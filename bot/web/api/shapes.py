"""What the interface for programs takes and gives, as its OpenAPI description tells it.

The fields are those of ``bot.programs.json_shapes``; decimals are text, so that no digit of a figure is lost.
"""

from typing import Literal

from pydantic import BaseModel, Field

from bot.review.draft_review import Ruling
from checker.verdicts import Verdict


class ToldError(BaseModel):
    """What stopped a request, in one sentence."""

    error: str


class FigureShape(BaseModel):
    """A figure: as written, its value in the base unit, and what it counts, whose it is and when."""

    raw: str
    start: int
    end: int
    value: str | None
    low: str | None
    high: str | None
    unit: str
    kind: str
    qualifier: str
    metric: str
    org: str
    period: str


class StatementShape(FigureShape):
    """A figure with the report and the sentence that state it."""

    report: str
    title: str
    section: str
    quote: str


class EvidenceShape(BaseModel):
    """A sentence of a report that a finding rests on."""

    report: str
    title: str
    quote: str
    start: int
    end: int
    figure: str


class DecisionShape(BaseModel):
    """What a reviewer decided on a finding; ``verdict`` is what the check said then, ``who`` the name of ``by``."""

    choice: Ruling
    note: str
    by: str
    who: str
    at: str
    verdict: str
    raw: str
    quote: str


class NumberedDecision(DecisionShape):
    """A decision with the number of its figure."""

    number: int


class FindingShape(FigureShape):
    """What the check found of a figure, why, by what evidence; and what was decided on it."""

    verdict: Verdict
    rule: str
    explanation: str
    evidence: list[EvidenceShape]
    formula: str | None
    decision: DecisionShape | None = None


class CitationShape(BaseModel):
    """A passage that an answer cites under a number."""

    n: int
    report: str
    title: str
    date: str
    section: str
    quote: str
    start: int
    end: int
    source: str


class QuestionShape(BaseModel):
    """A question; those of one ``session`` may lean on those before."""

    question: str = Field(min_length=1, max_length=2000)
    session: str = Field(default="", max_length=200)


class AnswerShape(BaseModel):
    """An answer with the check of its figures and its citations; ``direct`` is the figure that was asked for."""

    question: str
    answer: str
    refused: bool
    direct: FigureShape | None
    findings: list[FindingShape]
    citations: list[CitationShape]
    mode: str
    seconds: float
    choices: list[str] = []


class HitShape(BaseModel):
    """A passage that a search found."""

    report: str
    title: str
    section: str
    text: str
    start: int
    end: int
    score: float
    found_by: list[str]


class Hits(BaseModel):
    """What a search found, the nearest first."""

    query: str
    hits: list[HitShape]


class DraftShape(BaseModel):
    """A text to check, against the named reports or all; ``name`` is its file's."""

    text: str = Field(min_length=1)
    name: str = Field(default="", max_length=200)
    reports: list[str] = []


class RemarkShape(BaseModel):
    """A figure of a report that the report's own figures contradict."""

    raw: str
    start: int
    end: int
    reckoned: str
    terms: list[str]
    formula: str
    explanation: str
    report: str
    quote: str


class CheckShape(BaseModel):
    """A checked draft; ``check`` is its number, figures are numbered from 1 in the order of ``findings``."""

    check: int
    findings: list[FindingShape]
    counts: dict[str, int]
    characters: int
    seconds: float
    own_arithmetic: list[RemarkShape]
    needs_person: bool


class DecisionWish(BaseModel):
    """What is to be decided on a figure."""

    number: int = Field(ge=1)
    choice: Ruling
    note: str = Field(default="", max_length=2000)


class KeyFigureShape(FigureShape):
    """A figure of a summary, what it says, and where."""

    text: str
    citation: CitationShape


class PointShape(BaseModel):
    """A sentence of a summary with its citations."""

    aspect: str
    text: str
    citations: list[CitationShape]


class SummaryShape(BaseModel):
    """A summary: key figures, points, plans, the check of its figures, and all of it as a text."""

    title: str
    key_figures: list[KeyFigureShape]
    points: list[PointShape]
    plans: list[PointShape]
    findings: list[FindingShape]
    text: str


class FiguresShape(BaseModel):
    """Stated figures; ``total`` counts those that were left out too."""

    figures: list[StatementShape]
    total: int


class ConflictsShape(BaseModel):
    """Pairs of statements of different reports that contradict each other."""

    conflicts: list[tuple[StatementShape, StatementShape]]


class ReportShape(BaseModel):
    """A report of the index."""

    report: str
    title: str
    date: str
    publisher: str
    organisation: str
    source: str
    characters: int


class ReportText(ReportShape):
    """A report with its text."""

    text: str


class ReportsShape(BaseModel):
    """ReportsShape of the index."""

    reports: list[ReportShape]


class AddedReport(BaseModel):
    """What became of a file: ``added``, ``updated`` or ``unchanged``, and the report that it is."""

    outcome: Literal["added", "updated", "unchanged"]
    report: str
    title: str
    passages: int
    figures: int
