"""Reckoning with what was said: a turn (哪个高, 差多少, 两个加起来) and the ledger in, a draft out.

The terms are the very statements that were answered; what is worked out of them is checked like any other figure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from bot.answer import Citation, Draft
from bot.conversation.ledger import Recalled
from bot.conversation.saying import Saying
from bot.drafting.comparison import comparable
from bot.drafting.derivation import written
from bot.drafting.draft_lines import Lines, changed, cite_statements
from bot.question.question import Shape
from bot.ranking.report_knowledge import Knowledge
from checker.comparison.plan_marks import is_planned
from checker.finding import plain_number
from corpus.figure import Figure, Kind, Statement
from corpus.numerals import small_numeral
from corpus.quantities.figures import find_figures


class Reckon(StrEnum):
    """What a turn does with what was said."""

    WHICH = "which"
    GAP = "gap"
    SUM = "sum"
    REST = "rest"
    MEAN = "mean"
    ALIKE = "alike"


@dataclass(frozen=True, slots=True)
class Worked:
    """What was worked out: the ``draft``, and the facts that it rests on."""

    draft: Draft
    terms: tuple[Recalled, ...]


_COUNT: Final = re.compile(
    r"(?:这|那|前|上面|以上)?(?P<n>[两二三四五六七八九十俩仨\d]{1,2})(?P<of>个|家|轮|年|者|项|种|届|样)?(?P<noun>局|厅|委|镇|乡|院|校|县|市|区|省|公司|集团|医院|学校|大学)?"
)
_WHICH: Final = re.compile(
    r"(?:哪|谁)[一-鿿]{0,8}?(?:更|最|比较)?[高多大低少小快慢好强](?:一?[些点])?$|[高多大低少](?:还是)|\bwhich\b.*\b(?:more|higher|larger|bigger|most|highest|less|lower|fewer|least|lowest)\b"
)
_LESS: Final = re.compile(
    r"(?:最|更|比较|得|哪[个家一]?|谁)(?:低|少|小|慢)|\b(?:less|lower|fewer|least|lowest)\b"
)
_PERCENT: Final = re.compile("百分之(?:几|多少)|几个?百分点?(?!点)|percent|%")
_DOWN: Final = re.compile("[降减少跌低]")
_UP: Final = re.compile("[增涨升多高]")
_PEOPLE: Final = frozenset({"人", "户", "人次", "家", "亩"})
_DONE: Final = re.compile("完成|落实|办结|化解|到位|销号|收回|建成|交付|已")
_NOT_DONE: Final = re.compile("[没未]")
_WHO_WORDS: Final = frozenset("单位 部门 地方 机构 公司 医院 学校 哪家 哪个".split())
_ADDED: Final = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_TOGETHER: Final = 6


def asked_reckoning(saying: Saying, topic_words: Sequence[str]) -> Reckon | None:
    """Return what a turn does with what was said, None where it asks for something by itself."""
    text = saying.opening.text.rstrip("？?。！! ")
    told_off = bool(_COUNT.search(text) or "这" in text)
    own = {word for word in saying.own if not _NOT_DONE.match(word) and word not in _WHO_WORDS}
    which = bool(_WHICH.search(text))
    if own and not ((told_off or which) and own <= set(topic_words)):
        return None
    if saying.question.orgs or saying.question.rounds or saying.question.periods:
        return None
    relations = saying.relations
    if "alike" in relations:
        return Reckon.ALIKE
    if which or saying.question.shape is Shape.COMPARE:
        return Reckon.WHICH
    if "gap" in relations and _NOT_DONE.search(text):
        return Reckon.REST
    for name in ("sum", "rest", "mean", "gap"):
        if name in relations:
            return Reckon(name)
    sought = saying.question.sought
    moves = bool(sought and sought[0].change) or bool(saying.question.compared)
    return Reckon.GAP if moves and saying.is_bare else None


def worked(act: Reckon, saying: Saying, ledger: Sequence[Recalled], knowledge: Knowledge) -> Worked | None:
    """Return what is worked out of the ledger, None where it holds nothing to work with."""
    text = saying.opening.text
    language = saying.question.language
    match act:
        case Reckon.WHICH | Reckon.ALIKE:
            terms = _terms(text, ledger, several=True)
            return _told_apart(text, terms, language, knowledge) if len(terms) > 1 else None
        case Reckon.SUM:
            terms = _terms(text, ledger, several=True)
            return _added(terms, language, knowledge) if len(terms) > 1 else None
        case Reckon.REST:
            pair = _whole_and_done(ledger) or _whole_beside(ledger, knowledge)
            return _apart(text, pair, language, knowledge) if pair else None
        case Reckon.MEAN:
            pair = _money_and_people(ledger)
            return _mean(pair, language, knowledge) if pair else None
        case Reckon.GAP:
            pair = _two(saying, ledger)
            return _apart(text, pair, language, knowledge) if pair else None


def _terms(text: str, ledger: Sequence[Recalled], *, several: bool) -> tuple[Recalled, ...]:
    """Return the facts that a turn means: as many as it says, else those of the last question."""
    if not ledger:
        return ()
    last = ledger[-1]
    alike = [one for one in ledger if one is last or _alike(last, one)]
    counted = _COUNT.search(text)
    number = (
        small_numeral(counted["n"].replace("俩", "二").replace("仨", "三").replace("两", "二"))
        if counted
        else None
    )
    if counted and number and (counted["of"] or counted["noun"]):
        noun = counted["noun"]
        if noun:
            alike = [one for one in alike if noun in one.fact.name or noun in one.figure.org]
        return tuple(alike[-number:]) if len(alike) >= number else ()
    group = [one for one in alike if one.fact.group == last.fact.group]
    if len(group) > 1:
        return tuple(group[-_TOGETHER:])
    return tuple(alike[-2:]) if several else ()


def _alike(one: Recalled, other: Recalled) -> bool:
    """Whether two facts compare: of one unit, and both what is or both what is planned."""
    planned = is_planned(one.statement) is is_planned(other.statement)
    return planned and comparable(one.statement, other.statement)


def _two(saying: Saying, ledger: Sequence[Recalled]) -> tuple[Recalled, Recalled] | None:
    """Return the two facts whose difference is asked: of the last question, or the last and its like of a year."""
    if not ledger:
        return None
    last = ledger[-1]
    alike = [one for one in ledger[:-1] if _alike(last, one)]
    group = [one for one in alike if one.fact.group == last.fact.group]
    if group:
        return group[-1], last
    same = [
        one
        for one in alike
        if one.figure.metric == last.figure.metric and one.figure.period != last.figure.period
    ]
    if same:
        return same[-1], last
    gap = "gap" in saying.relations
    return (alike[-1], last) if alike and gap else None


def _whole_and_done(ledger: Sequence[Recalled]) -> tuple[Recalled, Recalled] | None:
    """Return the whole and what of it is done, both of one owner and answered last."""
    for place in range(len(ledger) - 1, 0, -1):
        done, whole = ledger[place], ledger[place - 1]
        if not comparable(done.statement, whole.statement) or done.statement.report != whole.statement.report:
            continue
        if done.figure.org != whole.figure.org or done.figure.kind not in _ADDED:
            continue
        if (done.figure.value or 0) > (whole.figure.value or 0):
            done, whole = whole, done
        if (
            _DONE.search(done.figure.metric + done.statement.clause)
            and done.figure.value != whole.figure.value
        ):
            return whole, done
        return None
    return None


def _whole_beside(ledger: Sequence[Recalled], knowledge: Knowledge) -> tuple[Recalled, Recalled] | None:
    """Return the whole that stands before what is done in its own sentence, and what is done."""
    if not ledger or not _DONE.search(ledger[-1].figure.metric + ledger[-1].statement.clause):
        return None
    done = ledger[-1]
    beside = knowledge.statements([done.statement.report])
    wholes = [
        one
        for one in beside
        if one.start == done.statement.start
        and one.figure.start < done.figure.start
        and comparable(one, done.statement)
        and (one.figure.value or 0) > (done.figure.value or 0)
    ]
    if not wholes:
        return None
    return Recalled(replace(done.fact, at=wholes[-1].figure.start), wholes[-1]), done


def _money_and_people(ledger: Sequence[Recalled]) -> tuple[Recalled, Recalled] | None:
    money = next((one for one in reversed(ledger) if one.figure.kind is Kind.MONEY), None)
    people = next((one for one in reversed(ledger) if one.figure.unit in _PEOPLE), None)
    if money is None or people is None or money.statement.report != people.statement.report:
        return None
    return (
        (money, people) if people.figure.value and money.statement.start == people.statement.start else None
    )


def _apart(text: str, pair: tuple[Recalled, Recalled], language: str, knowledge: Knowledge) -> Worked | None:
    """Say how far two facts are apart, in their unit or in per cent of the one that it is measured against."""
    one, other = pair
    first, second = one.figure.value, other.figure.value
    if first is None or second is None:
        return None
    high, low = (one, other) if first >= second else (other, one)
    top, bottom = high.figure.value or Decimal(0), low.figure.value or Decimal(0)
    change = "down" if _DOWN.search(text) and not _UP.search(text) else "up" if _UP.search(text) else ""
    if _PERCENT.search(text) and high.figure.kind is not Kind.PERCENT:
        base = high if change == "down" else low
        if not base.figure.value:
            return None
        share = ((top - bottom) / base.figure.value * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
        raw, formula = f"{plain_number(share)}%", f"（{_raw(high)}－{_raw(low)}）÷{_raw(base)}"
    else:
        raw = written(top - bottom, high.figure)
        if high.figure.kind is Kind.PERCENT:
            raw = f"{plain_number(top - bottom)}个百分点"
        formula = f"{_raw(high)}－{_raw(low)}"
    return _reckoned(raw, formula, (high, low), language, knowledge, change)


def _added(terms: Sequence[Recalled], language: str, knowledge: Knowledge) -> Worked | None:
    if any(one.figure.kind not in _ADDED or one.figure.value is None for one in terms):
        return None
    total = sum((one.figure.value or Decimal(0) for one in terms), Decimal(0))
    raw = written(total, max(terms, key=lambda one: one.figure.value or Decimal(0)).figure)
    return _reckoned(raw, "＋".join(_raw(one) for one in terms), terms, language, knowledge)


def _mean(pair: tuple[Recalled, Recalled], language: str, knowledge: Knowledge) -> Worked | None:
    money, people = pair
    each = (money.figure.value or Decimal(0)) / (people.figure.value or Decimal(1))
    raw = f"{plain_number(each.quantize(Decimal('0.01'), ROUND_HALF_UP))}元"
    return _reckoned(raw, f"{_raw(money)}÷{_raw(people)}", pair, language, knowledge)


def _raw(one: Recalled) -> str:
    figure = one.figure
    return changed(replace(one.statement, figure=replace(figure, change="")))


def _reckoned(
    raw: str,
    formula: str,
    terms: Sequence[Recalled],
    language: str,
    knowledge: Knowledge,
    change: str = "",
) -> Worked | None:
    """Return the draft that says a worked-out figure, how it comes about, and the sentences of its terms."""
    direct = next(iter(find_figures(raw)), None)
    if direct is None:
        return None
    lines, citations = _begun(terms, language, knowledge)
    lines.say("dialogue.reckoned", claims=False, figure=raw, formula=formula)
    for one in terms:
        _say_term(lines, one, citations)
    lines.quote(citations)
    first = terms[0].figure
    same = {one.figure.org for one in terms}
    placed = replace(
        direct, metric=first.metric, org=first.org if len(same) == 1 else "", period="", change=change
    )
    draft = lines.draft([one.statement for one in terms], citations, placed)
    start = draft.text.index(raw)
    claims = [_claim(placed, start, draft.text)]
    claims += [
        _claim(one.figure, draft.text.index(_raw(one), start), draft.text) for one in terms if one.fact.raw
    ]
    return Worked(replace(draft, derived=tuple(claims)), tuple(terms))


def _told_apart(text: str, terms: Sequence[Recalled], language: str, knowledge: Knowledge) -> Worked | None:
    """Say which of several facts is more (less, where less is asked), with the figure of each."""
    values = [one.figure.value for one in terms]
    if any(value is None for value in values):
        return None
    lines, citations = _begun(terms, language, knowledge)
    less = bool(_LESS.search(text))
    ordered = sorted(terms, key=lambda one: one.figure.value or Decimal(0), reverse=not less)
    best = ordered[0]
    if ordered[0].figure.value == ordered[1].figure.value:
        lines.say("dialogue.equal", claims=False, figure=_raw(best))
    else:
        lines.say("answer.less" if less else "answer.more", claims=False, name=_name(best, terms))
    for one in ordered:
        _say_term(lines, one, citations)
    lines.quote(citations)
    draft = lines.draft([one.statement for one in ordered], citations, best.figure)
    claims = [_claim(one.figure, draft.text.index(_raw(one)), draft.text) for one in ordered if one.fact.raw]
    return Worked(replace(draft, derived=tuple(claims)), tuple(ordered))


def _begun(
    terms: Sequence[Recalled], language: str, knowledge: Knowledge
) -> tuple[Lines, tuple[Citation, ...]]:
    statements = [one.statement for one in terms]
    return Lines(language), cite_statements(statements, knowledge.places([one.report for one in statements]))


def _say_term(lines: Lines, one: Recalled, citations: Sequence[Citation]) -> None:
    place = one.statement.report, one.statement.start
    n = next(cited.n for cited in citations if (cited.report, cited.start) == place)
    subject = one.fact.name or one.figure.org or one.statement.title
    metric = one.figure.metric.removeprefix(one.figure.org)
    lines.say("answer.direct", claims=False, subject=f"{subject}{metric}", figure=_raw(one), n=n)


def _name(one: Recalled, terms: Sequence[Recalled]) -> str:
    names = [other.fact.name for other in terms]
    return one.fact.name if one.fact.name and names.count(one.fact.name) == 1 else one.figure.metric


def _claim(figure: Figure, start: int, text: str) -> Statement:
    placed = replace(figure, start=start, end=start + len(figure.raw))
    return Statement(placed, "", "", text, 0, len(text), clause=figure.metric)
