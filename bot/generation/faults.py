"""What the check finds wrong with a model's sentence: the values ``Fault`` and ``Examined``."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.finding import Finding
from checker.verdicts import VERDICT_ROWS
from corpus.figure import Statement
from corpus.statements.metrics import is_scope


@dataclass(frozen=True, slots=True)
class Fault:
    """A number of a sentence that may not be shown unmarked: its place, why, and what was found on it.

    ``why`` is a key of the catalogue's group ``model``; ``finding`` is None for what is no figure; ``stated`` is a
    statement of the source's sentence that it is nearest to, where there is one.
    """

    start: int
    end: int
    raw: str
    why: str
    finding: Finding | None = None
    claim: Statement | None = None
    stated: Statement | None = None


@dataclass(frozen=True, slots=True)
class Examined:
    """A sentence with a finding for each of its figures (offsets index the sentence), and its faults.

    ``held`` are the numbers of the passages that account for what it says beside its figures.
    """

    text: str
    findings: tuple[Finding, ...]
    faults: tuple[Fault, ...]
    held: tuple[int, ...] = ()


def fault_of(claim: Statement, finding: Finding, why: str) -> Fault:
    """Return the fault of a claim."""
    figure = claim.figure
    return Fault(figure.start, figure.end, figure.raw, why, finding, claim)


def told_twice(judged: Sequence[tuple[Statement, Finding, str]]) -> list[Fault]:
    """Return a fault for each figure that rests on what another of its sentence rests on (由8.1天缩短至8.1天)."""
    resting: dict[tuple[str, int], list[tuple[Statement, Finding]]] = {}
    for claim, finding, why in judged:
        is_told = VERDICT_ROWS[finding.verdict].is_confirmed and not finding.formula
        if not why and finding.evidence and is_told and not is_scope(claim.figure):
            place = (finding.evidence[0].report, finding.evidence[0].figure.start)
            resting.setdefault(place, []).append((claim, finding))
    rows = [row for rows in resting.values() if len(rows) > 1 for row in rows]
    return [fault_of(claim, finding, "why_misattributed") for claim, finding in rows]


def moved(finding: Finding, by: int) -> Finding:
    """Return a finding whose figure stands ``by`` characters further on."""
    return replace(finding, figure=finding.figure.moved(by))
