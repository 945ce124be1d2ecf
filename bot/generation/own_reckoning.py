"""Figures that a sentence reckons from its own: its claims in, for each such figure those that it follows from out.

Who tells 121件，比96件多25件 has told both terms: what they come to needs no source, as long as the sentence says which way
it goes, and says truly.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from checker.arithmetic.words import any_arithmetic_word
from checker.comparison.agreement import UnitRelation, relate_units
from corpus.figure import Figure, Kind, Qualifier, Statement
from corpus.lexicon.change_verbs import change_verbs

_UP: Final = re.compile(f"{any_arithmetic_word('more')}|{'|'.join(change_verbs('up'))}")
_DOWN: Final = re.compile(f"{any_arithmetic_word('less')}|{'|'.join(change_verbs('down'))}")
_APART: Final = re.compile("相差|差距|差额|高低差|差")
_TOTAL: Final = re.compile(any_arithmetic_word("sum"))
_THAN: Final = re.compile("[比较]")
_SINCE: Final = re.compile(r"[，,；;：:。、]")
_SORTS: Final = (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.DURATION)


def own_reckonings(claims: Sequence[Statement]) -> dict[int, tuple[Statement, ...]]:
    """Return, by where they start, the figures of one sentence that follow from figures before them, with those."""
    found = {}
    for place, claim in enumerate(claims):
        before = [
            one for one in claims[:place] if _is_term(claim.figure, one.figure) and one.start == claim.start
        ]
        terms = next(_terms(claim, before), ()) if claim.figure.value is not None else ()
        if terms:
            found[claim.figure.start] = terms
    return found


def _is_term(figure: Figure, other: Figure) -> bool:
    exact = figure.kind in _SORTS and other.qualifier is Qualifier.EXACT and other.value is not None
    points = figure.kind is Kind.PERCENTAGE_POINT and other.kind is Kind.PERCENT
    same = relate_units(figure, other) is UnitRelation.SAME and figure.kind is not Kind.PERCENT
    return exact and not other.change and (points or same)


def _terms(claim: Statement, before: Sequence[Statement]) -> Iterator[tuple[Statement, ...]]:
    """Yield what of the figures ``before`` comes to the claim in the way that the words before it say."""
    if len(before) < 2:
        return
    told = claim.quote
    lead = told[before[-1].figure.end - claim.start : claim.figure.start - claim.start]
    if _TOTAL.search(lead):
        if sum(one.figure.value or 0 for one in before) == claim.figure.value:
            yield tuple(before)
        return
    first, last = before[-2:]
    between = told[first.figure.end - claim.start : last.figure.start - claim.start]
    gap = (last.figure.value or 0) - (first.figure.value or 0)
    rises = gap < 0 if _THAN.search(_SINCE.split(between)[-1]) else gap > 0
    says = [way for way, words in ((True, _UP), (False, _DOWN)) if words.search(lead)]
    if abs(gap) == claim.figure.value and (says == [rises] or (not says and _APART.search(lead))):
        yield first, last
