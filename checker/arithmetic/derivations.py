"""Figures that follow by arithmetic from stated ones: a case in, a ``Derivation`` out.

Terms are stated figures of one organisation in one stretch of a report, at most four of them, or its very
metric at two times. The forms of arithmetic are the table of :mod:`checker.arithmetic.forms`.
"""

from collections.abc import Iterator, Sequence

from checker.arithmetic.derivation import Derivation, comes_to
from checker.arithmetic.forms import FORMS, Form
from checker.arithmetic.own_figures import follow
from checker.arithmetic.siblings import sum_of_siblings
from checker.arithmetic.weighing import Weighing
from checker.candidates import LIKE
from checker.cases import Case
from checker.comparison.likeness import compare_owners
from corpus.figure import Statement
from corpus.organisations.sameness import Sameness

_NEAR = 240
"""How far apart, in characters, two sentences may stand whose figures are reckoned together."""
_MOST_GROUPS = 24
_MOST_TERMS = 14
_MOST_RELATED = 40
_AS_WELL, _LEAST = 0.02, 0.2


def derive(case: Case) -> Derivation | None:
    """Return the derivation of the claimed figure, from stated ones or from the text's own before it, or None."""
    return _from_stated(case) or follow(case)


def _from_stated(case: Case, *, only: frozenset[str] = frozenset()) -> Derivation | None:
    """Return the derivation of the claimed figure from stated ones, or None; ``only`` limits the forms.

    Of all that stated figures come to by the forms that the claim calls for, what accounts best for its words is
    meant: a figure that only some other terms come to is not derived.
    """
    if case.figure.value is None:
        return None
    figure = case.figure
    clause = "|".join((case.mine.clause, figure.change, figure.metric, figure.period))
    forms = [f for f in FORMS if (not only or f.name in only) and f.cue.search(clause)]
    if any(form.name == "sum" for form in forms) and sum_of_siblings(case):
        forms = [form for form in forms if form.name != "sum"]  # all of them, and never some
    found = _all(case, forms) if forms else []
    fitting = [one for one in found if comes_to(case, one.value, one.like)]
    if not fitting:
        return None
    weighing = Weighing(case, {id(term): term for one in found for term in one.terms}.values())
    weights = {id(one): weighing.weigh(one) for one in found}
    meant = max(fitting, key=lambda one: weights[id(one)])
    return meant if weights[id(meant)] >= max(max(weights.values()) - _AS_WELL, _LEAST) else None


def _all(case: Case, forms: Sequence[Form]) -> list[Derivation]:
    found: dict[tuple[str, tuple[int, ...]], Derivation] = {}
    for group in _groups(case):
        done = [s for s in group if not case.features(s).planned]
        for form in forms:
            for one in form.reckon(case, done):
                found.setdefault((one.formula, tuple(id(term) for term in one.terms)), one)
    return list(found.values())


def _groups(case: Case) -> Iterator[list[Statement]]:
    """Yield the stretches of the evidence that speak of the claim's matter, the likest first."""
    seen: set[tuple[str, int]] = set()
    for candidate in case.related:
        if candidate.likeness.organisation is Sameness.DIFFERENT or len(seen) >= _MOST_GROUPS:
            continue
        anchor = candidate.statement
        if (anchor.report, anchor.start) in seen:
            continue
        seen.add((anchor.report, anchor.start))
        own = case.evidence.beside(anchor)
        near = case.evidence.around(anchor, _NEAR)
        fitting = [s for s in near if s.figure.org == anchor.figure.org or _same_owner(anchor, s)]
        yield own[:_MOST_TERMS]
        if len(fitting) > len(own):
            yield fitting[:_MOST_TERMS]
        if anchor.quote.lstrip().startswith("其中"):
            earlier = [s for s in near if s.start < anchor.start]
            yield [*earlier, *own][-_MOST_TERMS:]
    yield [
        c.statement
        for c in case.related[:_MOST_RELATED]
        if c.likeness.metric >= LIKE and c.likeness.organisation is not Sameness.DIFFERENT
    ][:_MOST_TERMS]


def _same_owner(one: Statement, other: Statement) -> bool:
    return compare_owners(one.figure.org, other.figure.org) is not Sameness.DIFFERENT


def derive_total(case: Case) -> Derivation | None:
    """Return the sum of all siblings that the claim tells of, or one that it announces as a total, or None.

    A stated total stands before any sum: where one counts just what the claim counts, nothing is summed.
    """
    if whole := sum_of_siblings(case):
        return whole if comes_to(case, whole.value, whole.like) else None
    if not case.says_total or _states_total(case):
        return None
    return follow(case) or _from_stated(case, only=frozenset({"sum"}))


def _states_total(case: Case) -> bool:
    mine = set(case.mine.words)
    return any(c.very_same and set(case.features(c.statement).words) == mine for c in case.fitting)
