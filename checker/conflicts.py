"""Statements of different reports that cannot both be right: statements in, pairs out.

One report's figure is checked as a draft's is, against what other reports state for its owner. A conflict is a
contradiction with nothing open: the same thing counted, the same owner, the same time. Earlier and later levels,
plans, thresholds, parts and other times the check tells apart already.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from checker.check import check_claims
from checker.comparison.agreement import Agreement, agree
from checker.comparison.features import FeatureReader
from checker.comparison.levels import is_earlier_level
from checker.comparison.likeness import Likeness
from checker.evidence import Evidence
from checker.verdicts import WRONG
from corpus.figure import Figure, Statement
from corpus.organisations.name_parts import name_parts
from corpus.organisations.sameness import Sameness
from corpus.statements.metrics import is_scope
from corpus.times.periods import PeriodRelation

_THE_SAME: Final = 0.9
"""How alike two metrics must be, from 0 to 1, to be one."""
_TELLING: Final = 100
_Subject = tuple[str, ...]


def find_conflicts(statements: Iterable[Statement]) -> list[tuple[Statement, Statement]]:
    """Return the pairs of statements of different reports that contradict each other, each pair once."""
    reports: dict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        reports[one.report].append(one)
    subjects = {one: about for own in reports.values() for one, about in _subjects(own)}
    holders: dict[_Subject, set[str]] = defaultdict(set)
    for one, about in subjects.items():
        for subject in about:
            holders[subject].add(one.report)
    reader = FeatureReader()
    found: dict[frozenset[Statement], tuple[Statement, Statement]] = {}
    for report, own in reports.items():
        told = {subject for one in own for subject in subjects[one] if len(holders[subject]) > 1}
        shared = {one for one in own if not is_scope(one.figure) and not told.isdisjoint(subjects[one])}
        sentences = {(one.start, one.quote) for one in shared}
        claims = [one for one in own if (one.start, one.quote) in sentences]
        names = sorted({name for subject in told for name in holders[subject]} - {report})
        others = [one for name in names for one in reports[name] if not told.isdisjoint(subjects[one])]
        for claim, stated in _contradicted(claims, shared, Evidence(others, reader=reader)):
            if not subjects[claim].isdisjoint(subjects[stated]):
                found.setdefault(frozenset((claim, stated)), (claim, stated))
    return list(found.values())


def _subjects(statements: Iterable[Statement]) -> Iterator[tuple[Statement, frozenset[_Subject]]]:
    """Yield what each statement of a report may be about: statements that share none of it are of different things.

    Of whom a figure is tells it, where nobody is named that it is the report's; and what its sentence states
    beside it, for one sentence told twice is about one thing whoever tells it.
    """
    for _, sentence in groupby(statements, key=lambda one: (one.start, one.quote)):
        together = list(sentence)
        beside = {one: _exactly(one.figure) for one in together if _tells(one.figure)}
        for one in together:
            sort = (one.figure.kind, one.figure.unit)
            told = {(*exactly, *sort) for other, exactly in beside.items() if other is not one}
            yield one, frozenset({(*_owner(one), *sort), *told})


def _owner(statement: Statement) -> _Subject:
    """Return whose a figure is, however much of the name is said (赫川区交通运输局, 益川市赫川区交通运输局)."""
    if not statement.figure.org:
        return statement.title, statement.published
    parts = name_parts(statement.figure.org)
    return (parts.region, parts.level, parts.unit) if parts.region else (statement.figure.org,)


def _tells(figure: Figure) -> bool:
    """Whether a figure is so much of something that two sentences hardly state it by chance."""
    return not is_scope(figure) and bool(figure.metric) and (figure.value or 0) >= _TELLING


def _exactly(figure: Figure) -> _Subject:
    return figure.metric, str(figure.value), figure.unit, figure.period


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
        if _is_one(claim, stated) and _is_one(stated, claim):
            yield claim, stated


def _is_one(claim: Statement, stated: Statement) -> bool:
    """Whether two statements give different quantities of the same thing at the same time, as far as both say."""
    likeness = Likeness(claim, stated)
    unsaid = not claim.figure.period and not stated.figure.period
    same_time = likeness.period is PeriodRelation.SAME or (
        unsaid and likeness.period is PeriodRelation.UNKNOWN
    )
    same_owner = likeness.organisation is not Sameness.DIFFERENT
    same_thing = same_owner and not likeness.conflict and likeness.heads and likeness.metric >= _THE_SAME
    same_level = is_earlier_level(claim) == is_earlier_level(stated)
    return (
        same_time and same_thing and same_level and agree(claim.figure, stated.figure) is Agreement.DIFFERENT
    )
