"""What stated figures of one sort come to together: a case in, the sum of all of them out.

Siblings are told in the same words of other members, times or stages (罚款23家 in one campaign and 罚款18家 in the
next). Who writes of them without saying which tells of all.
"""

from decimal import Decimal

from checker.alignment.wording import named_pairs, pairs
from checker.arithmetic.derivation import Derivation, size_of, summed
from checker.arithmetic.parts import of_that_time
from checker.cases import Case
from corpus.figure import Kind, Qualifier, Statement

_SUMMED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})


def sum_of_siblings(case: Case) -> Derivation | None:
    """Return the sum of all the siblings that the claim tells of, None where it names one of them.

    Where one of them is what the others come to, it is their total, and nothing is summed.
    """
    terms = _siblings(case)
    sizes = [size_of(term) for term in terms]
    total = sum(sizes, Decimal(0))
    if len(terms) < 2 or any(2 * size == total for size in sizes) or _tells_apart(case, terms):
        return None
    return summed(case, terms)


def _siblings(case: Case) -> tuple[Statement, ...]:
    """Return the levels of the claim's time that are told in the words of what contradicts it, in the order of the text."""
    rival = case.contradicting
    if rival is None or case.figure.change or case.figure.kind not in _SUMMED:
        return ()
    first = rival.statement
    words = _told(case, first)
    alike = [
        c.statement
        for c in case.fitting
        if (c.figure.measure, c.figure.change) == (first.figure.measure, "")
        and c.figure.qualifier is Qualifier.EXACT
        and not case.features(c.statement).planned
        and _told(case, c.statement) == words
    ]
    return tuple(sorted(of_that_time(case, alike), key=lambda s: (s.report, s.figure.start)))


def _told(case: Case, statement: Statement) -> frozenset[str]:
    """Return what a statement's own clause says, but for whose and when it is."""
    source = case.evidence.source
    return source.around(statement).own - named_pairs(statement, source.pairs)


def _tells_apart(case: Case, terms: tuple[Statement, ...]) -> bool:
    """Whether the claim's own clause says what some of the terms say and others do not."""
    told = [
        frozenset[str]().union(*case.evidence.source.around(term).layers, pairs(term.figure.org))
        for term in terms
    ]
    shared, said = frozenset.intersection(*told), frozenset[str]().union(*told)
    return bool(case.around.own & said - shared)
