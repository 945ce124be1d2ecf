"""The predicates of the rules: a case in, what the verdict rests on out, or None where the rule does not hold.

Those that look at the text alone come first, then those that look at the evidence. The table of rules that
uses them is :mod:`checker.rules`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from checker.agreement import Agreement, UnitRelation
from checker.cases import VERY_LIKE, Candidate, Case
from checker.derivations import Derivation, derive, derive_total
from checker.scopes import contradicting_scope, known_scope
from checker.wording import renamed
from corpus.figure import Kind, Statement
from corpus.metrics import is_scope
from corpus.periods import PeriodRelation
from corpus.sameness import Sameness


@dataclass(frozen=True, slots=True)
class Ground:
    """What a rule rests on: statements of the evidence, the weightiest first, and a formula where there is one."""

    statements: tuple[Statement, ...] = ()
    formula: str = ""


IN_THE_VERY_WORDS = 0.9
_PLAN = re.compile(
    r"计划(?!满足|生育|单列|经济|书|招生数|完成率|投资完成)|拟(?:于|在|[^定订就合人态制])|力争|争取(?:到|在|于|实现|达到)"
    r"|预计|目标(?:是|为|任务)|确保(?:到|在|于)|将(?:于|力争|达到|在(?:明年|年底|今后|未来|20\d\d年))|到20\d\d年底?(?!为止|，|,)"
    r"|预期(?:将|可|能|达|实现|为)|有望|打算|明年"
)
_EXAMPLE = re.compile(
    r"假设|假如|假定|设想|倘若|样例|示例|如果|(?:例如|比如|譬如|举例)(?=[^。；]{0,12}[“\"「某]|[^。]*(?:写法|表述|口径|格式|之类))"
)
_FULFILLED = re.compile(r"已经?|目前|实际|截至|共完成")
_SENTENCE_END = re.compile(r"[。！？!?；;\n]")


def is_planned(statement: Statement) -> bool:
    """Whether the sentence marks the figure as a plan or a forecast (力争…达到93%)."""
    return _marked(statement, _PLAN) is not None


def _marked(statement: Statement, mark: re.Pattern[str]) -> re.Match[str] | None:
    """Return the mark that governs the figure: before it in its sentence, with nothing fulfilled between."""
    before = statement.quote[: statement.figure.start - statement.start]
    cut = max((end.end() for end in _SENTENCE_END.finditer(before)), default=0)
    found = None
    for match in mark.finditer(before, cut):
        found = match
    if found is None or _FULFILLED.search(before, found.end()):
        return None
    return found


def idiom(case: Case) -> Ground | None:
    """The figure is an idiom or a slogan."""
    return Ground() if case.figure.kind is Kind.IDIOM else None


def document_number(case: Case) -> Ground | None:
    """The figure is the number of a document or an article."""
    return Ground() if case.figure.kind is Kind.DOCUMENT_NUMBER else None


def marked_differs(case: Case) -> Ground | None:
    """A plan or an example that the evidence has in the very words, with another number."""
    mark = _PLAN if is_planned(case.claim) else _EXAMPLE
    if _marked(case.claim, mark) is None:
        return None
    same = [
        c
        for c in case.candidates
        if not c.likeness.conflict
        and c.same_owner
        and c.likeness.metric >= IN_THE_VERY_WORDS
        and _marked(c.statement, mark)
    ]
    if not same or any(c.same_thing and c.agreement is not Agreement.DIFFERENT for c in same):
        return None
    return Ground((same[0].statement,))


def plan(case: Case) -> Ground | None:
    """The text itself marks the figure as a plan."""
    return Ground() if is_planned(case.claim) else None


def example(case: Case) -> Ground | None:
    """The text itself marks the figure as an example."""
    return Ground() if _marked(case.claim, _EXAMPLE) else None


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
    if is_scope(case.figure) and not is_planned(case.claim):
        return None
    told = case.told_in_the_same_words
    return Ground((told,)) if told and renamed(case.claim, told) else None


def _agreeing(case: Case, *wanted: Agreement) -> Ground | None:
    best = case.agreeing
    if best is None or best.agreement not in wanted or is_planned(best.statement):
        return None
    return Ground((best.statement,))


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
    return _derivation(derive_total(case))


def arithmetic(case: Case) -> Ground | None:
    """The figure follows from stated ones by arithmetic."""
    return _derivation(derive(case))


def _derivation(found: Derivation | None) -> Ground | None:
    return Ground(found.terms, found.formula) if found else None


def contradiction(case: Case) -> Ground | None:
    """The evidence states another quantity for the very same thing."""
    rival = case.contradicting
    if rival is None or is_planned(rival.statement):
        return None
    return Ground((rival.statement,))


def _first_elsewhere(case: Case, wanted: Callable[[Candidate], bool]) -> Ground | None:
    found = next((candidate for candidate in case.elsewhere if wanted(candidate)), None)
    return Ground((found.statement,)) if found else None


def same_but_kind(case: Case) -> Ground | None:
    """The very metric with the very number, but as another kind of quantity."""
    return _first_elsewhere(
        case, lambda c: c.units is not UnitRelation.SAME and c.same_owner and c.likeness.metric >= VERY_LIKE
    )


def other_kind(case: Case) -> Ground | None:
    """A like metric with the very number, but another kind of quantity."""
    return _first_elsewhere(
        case, lambda c: c.units is not UnitRelation.SAME and c.same_owner and c.likeness.metric >= 0.4
    )


def other_organisation(case: Case) -> Ground | None:
    """The quantity is stated for another organisation."""
    return _first_elsewhere(case, lambda c: c.likeness.organisation is Sameness.DIFFERENT)


def other_period(case: Case) -> Ground | None:
    """The quantity is stated for another time."""
    return _first_elsewhere(case, lambda c: c.likeness.period is PeriodRelation.DIFFERENT)


def other_metric(case: Case) -> Ground | None:
    """The quantity is stated for another metric."""
    return _first_elsewhere(case, lambda _: True)


def planned_there(case: Case) -> Ground | None:
    """The evidence states the quantity as a plan only."""
    best = case.agreeing
    return Ground((best.statement,)) if best and is_planned(best.statement) else None


def nowhere(_: Case) -> Ground | None:
    """Nothing in the evidence speaks for or against the figure."""
    return Ground()
