"""What a page shows of a checked draft: each finding with its source and what was decided on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.rendering import verdict_name
from bot.review.deciders import decision_mark, who_decided
from bot.review.draft_review import DraftReview, Ruling, judged_figures, needs_person
from bot.web.checks.kept_check import KeptCheck
from bot.web.views.links import passage_link
from bot.web.views.marked_text import MarkedText, ShownPiece
from bot.web.views.tones import verdict_tone
from checker.finding import Finding
from checker.verdicts import VERDICT_ROWS, VERDICTS
from corpus.figure import Statement
from retrieval.chat_catalog.chat_catalog import ChatCatalog
from retrieval.chat_catalog.decisions import Decision

_AROUND: Final = 90
"""Characters shown on either side of a source's figure."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source of a finding: its sentence with the figure marked, where it stands, and the page that shows it there."""

    pieces: tuple[ShownPiece, ...]
    title: str
    place: str
    link: str


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What was decided: the ruling and its name, who, when, and their note; stale where the check said something else then."""

    ruling: str
    name: str
    who: str
    at: datetime
    note: str
    is_stale: bool


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """A finding as the page shows it; ``tone`` is how it is coloured: wrong, right or alone."""

    number: int
    raw: str
    verdict: str
    name: str
    sign: str
    tone: str
    explanation: str
    sources: tuple[SourceView, ...]
    decision: DecisionView | None
    needs_person: bool

    @property
    def is_open(self) -> bool:
        """Whether a person must look at it and none has decided on what the check says now."""
        made = self.decision
        return self.needs_person and (made is None or made.ruling == Ruling.NOTE or made.is_stale)


@dataclass(frozen=True, slots=True)
class VerdictCount:
    """A verdict with how many figures have it."""

    verdict: str
    name: str
    tone: str
    count: int


def review_of(store: ChatCatalog, check: KeptCheck, name: str) -> DraftReview:
    """Return the review of a kept check, in which decisions are taken by the findings' numbers."""
    return DraftReview(store.decisions, check.text, judged_figures(check.findings), name=name)


def review_cards(
    check: KeptCheck, decided: Mapping[int, Decision], names: Mapping[str, str], language: str
) -> list[ReviewCard]:
    """Return a card for each finding, in the order of the text; ``names`` are people's by their ids."""
    return [
        _card(number, finding, decided.get(number), names, language)
        for number, finding in enumerate(check.findings, 1)
    ]


def counted_verdicts(findings: Sequence[Finding], language: str) -> list[VerdictCount]:
    """Return the verdicts that were given with their counts, those that need a person first."""
    ordered = sorted(VERDICTS, key=lambda row: row.urgency)
    counts = [(row, sum(one.verdict is row.verdict for one in findings)) for row in ordered]
    return [
        VerdictCount(str(row.verdict), verdict_name(row.verdict, language), verdict_tone(row.verdict), count)
        for row, count in counts
        if count
    ]


def _card(
    number: int, finding: Finding, made: Decision | None, names: Mapping[str, str], language: str
) -> ReviewCard:
    return ReviewCard(
        number,
        finding.figure.raw,
        str(finding.verdict),
        verdict_name(finding.verdict, language),
        VERDICT_ROWS[finding.verdict].sign,
        verdict_tone(finding.verdict),
        finding.explanation,
        tuple(map(source_view, finding.evidence)),
        _decision(made, finding, names, language),
        needs_person(finding.verdict, made),
    )


def _decision(
    made: Decision | None, finding: Finding, names: Mapping[str, str], language: str
) -> DecisionView | None:
    if made is None:
        return None
    name = decision_mark(made, finding.verdict, language)
    who = who_decided(made.person, names)
    return DecisionView(made.choice, name, who, made.at, made.note, made.verdict != finding.verdict)


def source_view(statement: Statement) -> SourceView:
    """Return a source as a page shows it: of a long sentence what stands around the figure."""
    figure = (statement.figure.start - statement.start, statement.figure.end - statement.start)
    start, end = max(0, figure[0] - _AROUND), min(len(statement.quote), figure[1] + _AROUND)
    pieces = MarkedText(statement.quote, [figure]).pieces(start, end)
    before, after = (ShownPiece("…" if cut else "") for cut in (start > 0, end < len(statement.quote)))
    place = " · ".join(filter(None, (statement.published, statement.section)))
    link = passage_link(statement.report, statement.start, statement.end, statement.figure.raw)
    return SourceView((before, *pieces, after), statement.title or statement.report, place, link)
