"""Figures that a sentence reckons from its own: its claims in, for each such figure those that it follows from out.

Who tells 121件，比96件多25件 has told both terms: what they come to needs no source, as long as the sentence says which way
it goes, and says truly.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from checker.arithmetic.words import any_arithmetic_word
from checker.comparison.agreement import UnitRelation, relate_units
from checker.finding import Finding
from checker.verdicts import VERDICT_ROWS
from corpus.figure import Figure, Kind, Qualifier, Statement
from corpus.lexicon.change_verbs import change_verbs
from corpus.lexicon.wording.connectives import any_connective
from corpus.statements.list_heads import TextSpan

_UP: Final = re.compile(f"{any_arithmetic_word('more')}|{'|'.join(change_verbs('up'))}")
_DOWN: Final = re.compile(f"{any_arithmetic_word('less')}|{'|'.join(change_verbs('down'))}")
_APART: Final = re.compile("相差|差距|差额|高低差|差")
_LEFT: Final = re.compile(f"[未没缺只仅]|{any_arithmetic_word('rest')}")
_UNDONE: Final = re.compile("[还尚仍]?[未没]")
_TOTAL: Final = re.compile(any_arithmetic_word("sum"))
_THAN: Final = re.compile("[比较]")
_BORDER: Final = re.compile(r"[\d，,；;：:。]")
_JOINS: Final = re.compile("[、和与及]")
_MEMBER: Final = 10
"""Characters that a member of such a list has at most."""
_FORMERLY: Final = re.compile(any_connective("former"))
_SINCE: Final = re.compile(r"[，,；;：:。、]")
_YEAR: Final = re.compile(r"(20\d\d)年")
_MONTHS: Final = re.compile(r"(?<!\d)(\d{1,2})月?[—–~至到-](\d{1,2})月(?!\d|底|末)")
SHARE_KINDS: Final = (Kind.PERCENT, Kind.RATIO, Kind.MULTIPLE)
"""Kinds of figures that say how much of another one is."""
_SORTS: Final = (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.DURATION)


def own_reckonings(claims: Sequence[Statement]) -> dict[int, tuple[Statement, ...]]:
    """Return, by where they start, the figures of one sentence that follow from figures before them, with those."""
    found = {}
    for place, claim in enumerate(claims):
        beside = [one for one in claims[:place] if one.start == claim.start]
        before = [one for one in beside if _is_term(claim.figure, one.figure)]
        terms = next(_terms(claim, before), ()) if claim.figure.value is not None else ()
        terms = terms or _level_and_change(claim, beside)
        if terms:
            found[claim.figure.start] = terms
    return found


def shares_of_told(rows: Sequence[tuple[Statement, Finding]]) -> dict[int, tuple[Statement, ...]]:
    """Return, by where they start, the shares that the check worked out from figures told before them, with those.

    Who tells of 412名 that 371人 are content has told what 九成 is the share of.
    """
    found = {}
    for place, (claim, finding) in enumerate(rows):
        if not (
            finding.formula
            and claim.figure.kind in SHARE_KINDS
            and VERDICT_ROWS[finding.verdict].is_confirmed
        ):
            continue
        before = [one for one, _ in rows[:place]]
        terms = [
            next((one for one in before if _states(one.figure, term.figure)), None)
            for term in finding.evidence
        ]
        if len(terms) > 1 and all(terms):
            found[claim.figure.start] = tuple(one for one in terms if one is not None)
    return found


def lasting_of_told(rows: Sequence[tuple[Statement, Finding]]) -> frozenset[TextSpan]:
    """Return where durations stand that the times of a told figure's source come to.

    Who tells what 1至9月 came to may call it nine months, and who tells 比2020年上升 four years.
    """
    sources = [stated.quote for _, finding in rows for stated in finding.evidence[:1]]
    return frozenset(
        (claim.figure.start, claim.figure.end)
        for claim, finding in rows
        if claim.figure.kind is Kind.DURATION and not finding.evidence
        if any(_lasts(claim.figure, source) for source in sources)
    )


def counts_of_told(claims: Sequence[Statement]) -> frozenset[TextSpan]:
    """Return where a sentence counts what it lists right before (住建和城管两个部门)."""
    return frozenset(
        (claim.figure.start, claim.figure.end)
        for claim in claims
        if claim.figure.kind is Kind.COUNT and claim.figure.value == _listed_before(claim)
    )


def _level_and_change(claim: Statement, before: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the level and its change right before a figure that is what there was before (12辆，比去年多4辆，去年是8辆)."""
    if len(before) < 2:
        return ()
    level, change = before[-2:]
    told = claim.quote
    between = _SINCE.split(told[level.figure.end - claim.start : change.figure.start - claim.start])[-1]
    lead = told[change.figure.end - claim.start : claim.figure.start - claim.start]
    ways = [way for way, words in ((-1, _UP), (1, _DOWN)) if words.search(between)]
    units = {relate_units(claim.figure, one.figure) for one in (level, change)}
    if (
        len(ways) != 1
        or units != {UnitRelation.SAME}
        or not (_FORMERLY.search(between) and _FORMERLY.search(lead))
    ):
        return ()
    was = (level.figure.value or 0) + ways[0] * (change.figure.value or 0)
    return (level, change) if was == claim.figure.value else ()


def _listed_before(claim: Statement) -> int:
    """Return how many things the list right before a figure has, 0 where there is none."""
    before = claim.quote[: claim.figure.start - claim.start]
    lead = _BORDER.split(before)[-1]
    if before[: len(before) - len(lead)][-1:].isdigit():  # 处分5人次、诫勉2人次
        return 0
    members = [one.strip() for one in _JOINS.split(lead)]
    return len(members) if len(members) > 1 and all(0 < len(one) <= _MEMBER for one in members) else 0


def _lasts(figure: Figure, source: str) -> bool:
    years = [int(year) for year in _YEAR.findall(source)] if figure.unit == "年" else []
    months = _MONTHS.findall(source) if figure.unit == "个月" else []
    spans = [max(years) - min(years)] if years else [int(last) - int(first) + 1 for first, last in months]
    return figure.value is not None and figure.value in spans


def _states(figure: Figure, term: Figure) -> bool:
    return figure.value == term.value and relate_units(figure, term) is UnitRelation.SAME


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
    # 收信1087封，回复1079封，只有8封没回
    rest = _LEFT.search(lead) or _UNDONE.match(told, claim.figure.end - claim.start)
    if -gap == claim.figure.value and rest:
        yield first, last
