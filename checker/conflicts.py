"""Statements of different reports that cannot both be right: statements in, pairs out.

One report's figure is checked as a draft's is, against what other reports state for its owner. A conflict is a
contradiction with nothing open: the same thing counted, the same owner, the same time. Earlier and later levels,
plans, thresholds, parts and other times the check tells apart already.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from checker.check import check_claims
from checker.comparison.agreement import Agreement, agree
from checker.comparison.features import FeatureReader
from checker.comparison.levels import is_earlier_level
from checker.comparison.likeness import Likeness
from checker.evidence import Evidence
from checker.verdicts import WRONG
from corpus.figure import Statement
from corpus.statements.metrics import is_scope
from corpus.times.periods import PeriodRelation

_THE_SAME: Final = 0.9
"""How alike two metrics must be, from 0 to 1, to be one."""


def find_conflicts(statements: Iterable[Statement]) -> list[tuple[Statement, Statement]]:
    """Return the pairs of statements of different reports that contradict each other, each pair once."""
    reports: dict[str, list[Statement]] = defaultdict(list)
    holders: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for one in statements:
        reports[one.report].append(one)
        holders[_subject(one)].add(one.report)
    reader = FeatureReader()
    found: dict[frozenset[Statement], tuple[Statement, Statement]] = {}
    for report, own in reports.items():
        shared = {one for one in own if not is_scope(one.figure) and len(holders[_subject(one)]) > 1}
        sentences = {(one.start, one.quote) for one in shared}
        claims = [one for one in own if (one.start, one.quote) in sentences]
        others = _others(report, shared, reports, holders)
        for pair in _contradicted(claims, shared, Evidence(others, reader=reader)):
            found.setdefault(frozenset(pair), pair)
    return list(found.values())


def _subject(statement: Statement) -> tuple[str, ...]:
    """Return whose a figure is and what sort it is of; where nobody is named, that it is the report's."""
    figure = statement.figure
    owner = (figure.org,) if figure.org else (statement.title, statement.published)
    return (*owner, figure.kind, figure.unit)


def _others(
    report: str,
    shared: Iterable[Statement],
    reports: dict[str, list[Statement]],
    holders: dict[tuple[str, ...], set[str]],
) -> list[Statement]:
    """Return what other reports state on the subjects that this one shares with them."""
    subjects = {_subject(one) for one in shared}
    names = sorted({name for subject in subjects for name in holders[subject]} - {report})
    return [one for name in names for one in reports[name] if _subject(one) in subjects]


def _contradicted(
    claims: list[Statement], shared: set[Statement], evidence: Evidence
) -> Iterable[tuple[Statement, Statement]]:
    """Yield each of ``shared`` that the check of ``claims`` finds wrong, with what states it otherwise."""
    by_figure = {id(one.figure): one for one in claims}
    for finding in check_claims(claims, evidence) if claims else ():
        claim = by_figure[id(finding.figure)]
        if finding.verdict not in WRONG or not finding.evidence or claim not in shared:
            continue
        stated = finding.evidence[0]
        if _subject(stated) == _subject(claim) and _is_one(claim, stated) and _is_one(stated, claim):
            yield claim, stated


def _is_one(claim: Statement, stated: Statement) -> bool:
    """Whether two statements give different quantities of the same thing at the same time, as far as both say."""
    likeness = Likeness(claim, stated)
    unsaid = not claim.figure.period and not stated.figure.period
    same_time = likeness.period is PeriodRelation.SAME or (
        unsaid and likeness.period is PeriodRelation.UNKNOWN
    )
    same_thing = not likeness.conflict and likeness.heads and likeness.metric >= _THE_SAME
    same_level = is_earlier_level(claim) == is_earlier_level(stated)
    return (
        same_time and same_thing and same_level and agree(claim.figure, stated.figure) is Agreement.DIFFERENT
    )
