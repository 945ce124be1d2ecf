"""Why a figure got its verdict: a claim and the evidence in, every candidate with why it won or lost out."""

from dataclasses import dataclass

from checker.candidates import LIKE, VERY_LIKE, Candidate
from checker.cases import Case
from checker.check import judge
from checker.comparison.agreement import Agreement, UnitRelation
from checker.evidence import Evidence
from checker.finding import Finding
from corpus.figure import Statement
from corpus.organisations.sameness import Sameness
from corpus.times.periods import PeriodRelation

_CONFLICTS = {
    "stage": "一个是发现的，一个是办成的",
    "negation": "一个是已办的，一个是未办的",
    "average": "一个是平均数，一个不是",
    "rate": "不是同一个率",
    "opposite": "口径相对（如新制定与修订）",
    "earlier": "一个是上年或同期的，一个不是",
    "change": "一个是变动量，一个是水平，或者方向相反",
}


@dataclass(frozen=True, slots=True)
class Considered:
    """A stated figure that was weighed: its statement, its strength, and what spoke for or against it."""

    statement: Statement
    strength: float
    won: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """The finding on one figure and all that was weighed for it, the strongest first."""

    finding: Finding
    considered: tuple[Considered, ...]


def explain(claim: Statement, evidence: Evidence, most: int = 20) -> Explanation:
    """Judge ``claim`` and return the finding with at most ``most`` candidates and their reasons."""
    case = Case(claim, evidence)
    finding = judge(case)
    known = {id(candidate.statement): candidate for candidate in (*case.elsewhere, *case.candidates)}
    ranked = sorted(known.values(), key=lambda candidate: -candidate.strength)
    rested_on = {id(statement) for statement in finding.evidence}
    considered = tuple(
        Considered(c.statement, round(c.strength, 2), id(c.statement) in rested_on, reason(c))
        for c in ranked[:most]
    )
    return Explanation(finding, considered)


def reason(candidate: Candidate) -> str:
    """Say in Chinese what speaks for or against ``candidate``."""
    likeness = candidate.likeness
    parts = [f"口径相似度{likeness.metric:.2f}"]
    if likeness.metric < LIKE:
        parts.append("口径不同")
    elif likeness.metric < VERY_LIKE:
        parts.append("口径相近，不足以判不一致")
    if likeness.conflict:
        parts.append(_CONFLICTS[likeness.conflict])
    if likeness.organisation is Sameness.DIFFERENT:
        parts.append(f"单位不同（{candidate.figure.org}）")
    if likeness.period is PeriodRelation.DIFFERENT:
        parts.append(f"时间不同（{candidate.figure.period or '别的轮次'}）")
    if candidate.units is not UnitRelation.SAME:
        parts.append(f"量不同（{candidate.figure.raw}）")
    parts.append("数相符" if candidate.agreement is not Agreement.DIFFERENT else "数不同")
    return "，".join(parts)
