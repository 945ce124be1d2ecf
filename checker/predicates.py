"""The predicates of the rules: a case in, what the verdict rests on out, or None where the rule does not hold.

Those that look at the text alone come first, then those that look at the evidence. The table of rules that
uses them is :mod:`checker.rules`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from checker.alignment.aligned import CLEARLY_NEARER, NEARER, SURELY_ALIGNED
from checker.arithmetic.announcements import reckon_announced, tells
from checker.arithmetic.couples import names_earlier
from checker.arithmetic.derivations import derive, derive_total
from checker.arithmetic.parts import LEFT
from checker.candidates import VERY_LIKE, Candidate, strongest
from checker.cases import Case
from checker.comparison.agreement import SHARES, Agreement, UnitRelation, is_rare
from checker.comparison.plan_marks import EXAMPLE, PLAN, find_mark
from checker.comparison.wording import renamed
from checker.scopes import contradicting_scope, known_scope
from corpus.figure import Kind, Statement
from corpus.organisations.sameness import Sameness
from corpus.statements.metrics import is_scope
from corpus.times.periods import PeriodRelation


@dataclass(frozen=True, slots=True)
class Ground:
    """What a rule rests on: statements of the evidence, the weightiest first, a formula, a word that was ``said``."""

    statements: tuple[Statement, ...] = ()
    formula: str = ""
    said: str = ""


IN_THE_VERY_WORDS = 0.9


def idiom(case: Case) -> Ground | None:
    """The figure is an idiom or a slogan."""
    return Ground() if case.figure.kind is Kind.IDIOM else None


def document_number(case: Case) -> Ground | None:
    """The figure is the number of a document or an article."""
    return Ground() if case.figure.kind is Kind.DOCUMENT_NUMBER else None


def marked_differs(case: Case) -> Ground | None:
    """A plan or an example that the evidence has in the very words, with another number."""
    mark = PLAN if case.mine.planned else EXAMPLE
    if find_mark(case.claim, mark) is None:
        return None
    same = [
        c
        for c in case.candidates
        if not c.likeness.conflict
        and c.same_owner
        and c.likeness.metric >= IN_THE_VERY_WORDS
        and find_mark(c.statement, mark)
    ]
    if not same or any(c.same_thing and c.agreement is not Agreement.DIFFERENT for c in same):
        return None
    return Ground((same[0].statement,))


def plan(case: Case) -> Ground | None:
    """The text itself marks the figure as a plan."""
    return Ground() if case.mine.planned else None


def example(case: Case) -> Ground | None:
    """The text itself marks the figure as an example."""
    return Ground() if find_mark(case.claim, EXAMPLE) else None


def scope(case: Case) -> Ground | None:
    """The evidence knows the time or round."""
    if not is_scope(case.figure):
        return None
    found = known_scope(case)
    return Ground((found,)) if found else None


def scope_differs(case: Case) -> Ground | None:
    """The evidence gives another time for the very event."""
    if not is_scope(case.figure):
        return None
    found = contradicting_scope(case)
    return Ground((found,)) if found else None


def scope_unknown(case: Case) -> Ground | None:
    """A time or round that the evidence does not know."""
    return Ground() if is_scope(case.figure) else None


def named_otherwise(case: Case) -> Ground | None:
    """The source's own sentence, but with another organisation or another time in it."""
    if is_scope(case.figure) and not case.mine.planned:
        return None
    told = case.told_in_the_same_words
    return Ground((told,)) if told and renamed(case.claim, told) else None


def announced(case: Case) -> Ground | None:
    """The text announces a comparison, a sum or a mean of figures that it names, and they come to its figure."""
    found = reckon_announced(case)
    return Ground(found.terms, found.formula) if found and found.agrees else None


def announced_differs(case: Case) -> Ground | None:
    """The text announces a comparison, a sum or a mean of figures that it names, and they come to another."""
    found = reckon_announced(case)
    return Ground(found.terms, found.formula) if found and not found.agrees else None


def _is_only_term(case: Case, stated: Statement) -> bool:
    """Whether the claim surely tells what is reckoned (第五轮比第四轮多), and the statement a level."""
    told = case.announced
    return told is not None and told.surely and case.quoted is None and not tells(told, stated)


def _agreeing(case: Case, *wanted: Agreement) -> Ground | None:
    best = case.agreeing
    if best is None or best.agreement not in wanted or case.is_only_planned(best.statement):
        return None
    if _is_only_term(case, best.statement):
        return None
    return Ground((best.statement,))


def told_of_another(case: Case) -> Ground | None:
    """The statement of the claim's number is what another figure of the sentence tells, and this one's has another."""
    best = case.agreeing
    if best is None or case.quoted is not None or best.counts_the_same_words:
        return None
    if not case.is_told_of_another(best.statement):
        return None
    found = case.aligned
    if found is None or found.equal:
        return None
    if case.is_exchanged:
        return Ground((found.statement,))
    surely = found.score >= SURELY_ALIGNED and found.score - found.best_equal >= CLEARLY_NEARER
    return Ground((found.statement,)) if surely else None


def sibling(case: Case) -> Ground | None:
    """The claim names what sets another statement apart from the one of its number: that one is meant."""
    meant = case.apart.meant if case.apart else None
    alike = meant is not None and (case.figure.kind in SHARES) == (meant.figure.kind in SHARES)
    return Ground((meant,)) if meant and alike and not case.is_aside(meant) else None


def other_number(case: Case) -> Ground | None:
    """The statement of the claim's number is of a thing with another number (第二巡察组, not 第三巡察组)."""
    best, apart = case.agreeing, case.apart
    return Ground((best.statement,)) if best and apart and apart.meant is None else None


def aligned(case: Case) -> Ground | None:
    """In the whole sentence's alignment the claim finds a statement of its very quantity."""
    return _aligned(case, Agreement.EQUAL)


def aligned_rounding(case: Case) -> Ground | None:
    """In the whole sentence's alignment the claim finds a statement that it rounds or bounds."""
    return _aligned(case, Agreement.ROUNDED, Agreement.BOUND_AS_POINT)


def _aligned(case: Case, *wanted: Agreement) -> Ground | None:
    found = case.aligned
    if found is None or found.nearest_equal is None or found.behind > NEARER or found.means_another:
        return None
    if case.is_only_planned(found.nearest_equal) or _is_only_term(case, found.nearest_equal):
        return None
    weighed = case.weigh(found.nearest_equal)
    if weighed.likeness.conflict or not weighed.may_be_of_the_owner or case.apart_from(weighed) is not None:
        return None
    return Ground((weighed.statement,)) if weighed.agreement in wanted else None


def aligned_otherwise(case: Case) -> Ground | None:
    """In the whole sentence's alignment the claim surely finds a statement of another quantity."""
    found = case.aligned
    if found is None or not found.means_another:
        return None
    weighed = case.weigh(found.statement)
    if weighed.units is not UnitRelation.SAME or weighed.likeness.conflict or not weighed.same_owner:
        return None
    if not weighed.same_thing and (not found.is_sure or _counts_for_another(case, found.nearest_equal)):
        return None
    return None if case.is_aside(found.statement, or_anothers=True) else Ground((found.statement,))


def _counts_for_another(case: Case, statement: Statement | None) -> bool:
    """Whether a statement counts the claim's thing for another organisation: a shared name alone means none."""
    found = case.weigh(statement).likeness if statement else None
    return found is not None and found.organisation is Sameness.DIFFERENT and found.metric >= VERY_LIKE


def same(case: Case) -> Ground | None:
    """The evidence states the same quantity for the same thing."""
    return _agreeing(case, Agreement.EQUAL)


def bound_as_point(case: Case) -> Ground | None:
    """The evidence states a bound or an approximation, the text its number alone."""
    return _agreeing(case, Agreement.BOUND_AS_POINT)


def rounding(case: Case) -> Ground | None:
    """The text rounds or bounds correctly what the evidence states."""
    return _agreeing(case, Agreement.ROUNDED)


def total(case: Case) -> Ground | None:
    """The text announces a total of figures that the evidence states."""
    found = derive_total(case)
    return Ground(found.terms, found.formula) if found else None


def arithmetic(case: Case) -> Ground | None:
    """The figure follows from stated ones by arithmetic."""
    found = derive(case)
    return Ground(found.terms, found.formula) if found else None


def contradiction(case: Case) -> Ground | None:
    """The evidence states another quantity for the very same thing."""
    rival = case.contradicting
    if rival is None or _is_only_term(case, rival.statement) or _is_anothers_rival(case, rival):
        return None
    told = strongest(filter(_is_same_but_kind, case.otherwise_measured))
    if told is not None and told.strength > rival.strength:
        return None
    unsaid = not rival.counts_the_same_words or _is_unsaid(case, rival)
    anothers = bool(case.figure.org) and not rival.is_of_the_very_owner
    found = derive(case) if unsaid or anothers else None
    if found and (unsaid or all(case.weigh(one).is_of_the_very_owner for one in found.terms)):
        return None
    if _is_anothers(case, rival):
        return None
    return aligned_otherwise(case) or Ground((rival.statement,))


def _is_unsaid(case: Case, rival: Candidate) -> bool:
    """Whether the claim names an earlier time, a number or a remainder (上年, 第三批, 其他) that the rival does not say."""
    numbered = case.evidence.source.around(rival.statement).numbered
    if any(numbered.get(sort) != number for sort, number in case.around.numbered.items()):
        return True
    left = LEFT.search(case.mine.clause) and not LEFT.search(rival.statement.clause)
    return bool(left) or (names_earlier(case.claim) and not names_earlier(rival.statement))


def _is_anothers_rival(case: Case, rival: Candidate) -> bool:
    """Whether another figure of the sentence tells of ``rival``, and this one surely of one with its very quantity."""
    found = case.aligned if case.is_told_of_another(rival.statement) else None
    if found is None or not found.equal or found.score < SURELY_ALIGNED:
        return False
    return case.weigh(found.statement).same_owner


def _is_anothers(case: Case, rival: Candidate) -> bool:
    """Whether another's very figure explains the claim better than a rival that is only somewhat alike."""
    unsure = rival.likeness.organisation is Sameness.UNKNOWN and case.figure.org and rival.figure.org
    if not unsure and not is_rare(case.figure.value):
        return False
    least = rival.likeness.metric if unsure else max(IN_THE_VERY_WORDS, rival.likeness.metric + 0.1)
    return any(
        not c.same_owner and c.likeness.metric >= least and (unsure or c.is_distinct) for c in case.elsewhere
    )


def _strongest_of(told: Iterable[Candidate], wanted: Callable[[Candidate], bool]) -> Ground | None:
    found = strongest(filter(wanted, told))
    return Ground((found.statement,)) if found else None


def same_but_kind(case: Case) -> Ground | None:
    """The very metric with the very number, but as another kind of quantity, and no statement near in the claim's own."""
    if case.aligned and case.aligned.equal and aligned(case):
        return None
    return _strongest_of(case.otherwise_measured, _is_same_but_kind)


def _is_same_but_kind(c: Candidate) -> bool:
    return c.likeness.metric >= VERY_LIKE


def other_kind(case: Case) -> Ground | None:
    """A like metric with the very number, but another kind of quantity."""
    return _strongest_of(case.otherwise_measured, lambda c: c.likeness.metric >= 0.4)


def other_organisation(case: Case) -> Ground | None:
    """The quantity is stated for another organisation."""
    return _strongest_of(case.elsewhere, lambda c: c.likeness.organisation is Sameness.DIFFERENT)


def other_period(case: Case) -> Ground | None:
    """The quantity is stated for another time."""
    return _strongest_of(case.elsewhere, lambda c: c.likeness.period is PeriodRelation.DIFFERENT)


def other_metric(case: Case) -> Ground | None:
    """The quantity is stated for another metric."""
    return _strongest_of(case.elsewhere, lambda _: True)


def planned_there(case: Case) -> Ground | None:
    """The evidence states the quantity as a plan only."""
    best = case.agreeing
    return Ground((best.statement,)) if best and case.is_only_planned(best.statement) else None


def nowhere(_: Case) -> Ground | None:
    """Nothing in the evidence speaks for or against the figure."""
    return Ground()
