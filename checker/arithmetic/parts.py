"""What follows from a whole and its parts: a case and stated figures in, what they come to out."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.alignment.contrast import is_numbered_otherwise
from checker.arithmetic.couples import exact, wholes
from checker.arithmetic.derivation import Derivation, reckoned, size_of, written_size
from checker.arithmetic.words import any_arithmetic_word
from checker.cases import Case
from checker.comparison.agreement import PER_CENT, SHARES, UnitRelation, relate_units
from checker.comparison.levels import is_only_now
from checker.comparison.likeness import compare_times
from corpus.figure import Kind, Statement
from corpus.quantities.units import GENERIC, UNITS_BY_NAME, interchangeable
from corpus.statements.metrics import content_words
from corpus.times.periods import PeriodRelation

_ALL = Decimal(100)
LEFT = re.compile(any_arithmetic_word("rest"))
"""What says that a figure is what a whole leaves when its parts are taken off."""
LEFT_OVER = re.compile(rf"{any_arithmetic_word('rest')}|仍|尚|净|不(?!良|动产)|非")
"""What says that a figure is what is left of a whole."""
_EACH = re.compile(r"平均每个?([^\W\d_]{1,6})|平均([^\W\d_])均|([人户亩])均|每([^\W\d_]{1,6})")


def told_of(case: Case) -> str:
    """Return the claim's clause and what it counts, for the words in them."""
    return "|".join((case.mine.clause, case.figure.metric))


def of_that_time(case: Case, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements whose time, round or number is not another than the claim's."""
    around = case.evidence.source.around
    return [
        s
        for s in statements
        if compare_times(case.claim, s, case.features) is not PeriodRelation.DIFFERENT
        and not is_only_now(case.claim, s)
        and not is_numbered_otherwise(case.around, around(s))
    ]


def remainders(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    """Reckon what is left of a whole without its part."""
    if case.figure.kind is Kind.PERCENTAGE_POINT or case.figure.change or not LEFT_OVER.search(told_of(case)):
        return
    for whole, part in wholes(case, of_that_time(case, group)):
        if case.features(part).negated or LEFT.search(part.clause) or size_of(whole) == size_of(part):
            continue
        if relate_units(case.figure, whole.figure) is UnitRelation.SAME:
            formula = f"{written_size(whole)}−{written_size(part)}"
            value = size_of(whole) - size_of(part)
            yield reckoned("difference", case, formula, (whole, part), value, whole, (part,))


def shares(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    """Reckon what share a part has of its whole."""
    if case.figure.kind not in SHARES or case.figure.change:
        return
    for whole, part in wholes(case, of_that_time(case, group)):
        if not _rate_of(case, part) or (size_of(part) == size_of(whole) and case.figure.value != _ALL):
            continue
        share = size_of(part) * 100 / size_of(whole)
        negated = case.features(part).negated
        if case.mine.negated == negated:
            formula = f"{written_size(part)}÷{written_size(whole)}"
            told = (part, whole) if "率" in case.mine.words else (part,)
            yield reckoned("share", case, formula, (part, whole), share, case.claim, told)
        elif not negated:
            formula = f"({written_size(whole)}−{written_size(part)})÷{written_size(whole)}"
            yield reckoned("share", case, formula, (whole, part), 100 - share, case.claim, (part,))


def _rate_of(case: Case, part: Statement) -> bool:
    """Whether the claimed rate may be the share of ``part``: 化解率 of what was 化解, 完成率 of what is done."""
    mine, theirs = case.mine, case.features(part)
    if "率" not in mine.words:
        return True
    root = mine.words[mine.words.index("率") - 1]
    return root in theirs.words or ("done" in mine.stages and "done" in theirs.stages)


def complements(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    """Reckon what a share leaves of all."""
    if case.figure.kind is not Kind.PERCENT:
        return
    for term in exact(group):
        if term.figure.kind is not Kind.PERCENT or term.figure.change:
            continue
        if case.features(term).negated != case.mine.negated:
            value = 100 - size_of(term)
            yield reckoned("complement", case, f"100−{written_size(term)}", (term,), value, term, (term,))


def whole_of_share(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    """The whole that a part and its share give: 84÷70%=120."""
    if LEFT_OVER.search(told_of(case)):
        return
    for part in of_that_time(case, exact(group)):
        if relate_units(case.figure, part.figure) is not UnitRelation.SAME or part.figure.kind in PER_CENT:
            continue
        for share in exact(case.evidence.beside(part)):
            if share.figure.kind is not Kind.PERCENT or share.figure.change or not 0 < size_of(share) < 100:
                continue
            formula = f"{written_size(part)}÷{written_size(share)}%"
            value = size_of(part) * 100 / size_of(share)
            yield reckoned("whole", case, formula, (part, share), value, part, (part,))


def averages(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    """Reckon what falls to each."""
    each = _EACH.search(case.mine.clause)
    if case.figure.change or each is None:
        return
    wanted = each[each.lastindex or 0]
    for whole in of_that_time(case, exact(group)):
        if relate_units(case.figure, whole.figure) is not UnitRelation.SAME or whole.figure.change:
            continue
        for parts in exact(group):
            if parts.figure.kind not in {Kind.COUNT, Kind.MEASURE} or parts is whole or not size_of(parts):
                continue
            if _counts(parts, wanted):
                formula = f"{written_size(whole)}÷{written_size(parts)}"
                value = size_of(whole) / size_of(parts)
                yield reckoned("average", case, formula, (whole, parts), value, whole, (whole,))


def _counts(parts: Statement, wanted: str) -> bool:
    """Whether a figure counts what a mean falls to: by its measure word (每户), or by the noun (每个接待点)."""
    if unit := next((unit for unit in (wanted[:2], wanted[:1]) if unit in UNITS_BY_NAME), ""):
        base = UNITS_BY_NAME[unit].base
        return interchangeable(base, parts.figure.unit) and (base == parts.figure.unit or base not in GENERIC)
    words = content_words(wanted)
    return bool(words) and words[0] in parts.clause
