"""Which facts of the ledger a turn means: its wording and the ledger in, the facts out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from bot.conversation.facts.ledger import Recalled
from bot.conversation.turns.saying import Saying
from bot.drafting.comparison import comparable
from bot.drafting.derivation import ADDED
from bot.question.content_words import is_said, names_thing, normal, raw_words
from bot.ranking.report_knowledge import Knowledge
from checker.comparison.levels import is_earlier_level
from checker.comparison.plan_marks import is_planned
from corpus.figure import Kind, Statement
from corpus.numerals import small_numeral

COUNTED_OFF: Final = re.compile(
    r"(?:这|那|前|上面|以上)?(?P<n>[两二三四五六七八九十俩仨\d]{1,2})(?P<of>个|家|轮|年|者|项|种|类|届|样)?(?P<noun>局|厅|委|镇|乡|院|校|县|市|区|省|公司|集团|医院|学校|大学)?"
)
"""How many of those that were spoken of a turn means: 两个局, 前三家."""

_DUE: Final = re.compile("[应欠]")
_PEOPLE: Final = frozenset({"人", "户", "人次", "家", "亩"})
_DONE: Final = re.compile("完成|(?<![修更])改(?![措任造建])|落实|办结|化解|到位|销号|收回|建成|交付|已")
_UNDONE: Final = re.compile("^[未没]")
"""How it begins what a figure counts that tells what was not done: 未整改3处, beside 停产整顿5处."""
_TIMED: Final = ("轮", "年", "届")
"""What only those are told off by that were answered of several: 两轮 are no two towns."""

_APART: Final = re.compile("[；;]")
_TOGETHER: Final = 6
_ENDS: Final = re.compile("[，,、；;。]")
_NOUN: Final = 4
"""Characters behind a figure in which the noun stands that it counts."""
_PAIR: Final = 2


def terms_meant(text: str, ledger: Sequence[Recalled], *, several: bool) -> tuple[Recalled, ...]:
    """Return the facts that a turn means: as many as it says, else those of the last question."""
    if not ledger:
        return ()
    last = ledger[-1]
    alike = [one for one in ledger if one is last or _alike(last, one)]
    counted = COUNTED_OFF.search(text)
    number = small_numeral(counted["n"].replace("俩", "二").replace("仨", "三")) if counted else None
    if counted and number and (counted["of"] or counted["noun"]):
        noun = counted["noun"] or (counted["of"] if counted["of"] in _TIMED else "")
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


def two_apart(saying: Saying, ledger: Sequence[Recalled]) -> tuple[Recalled, Recalled] | None:
    """Return the two facts whose difference is asked: of the last question, or the last and its like of a year."""
    if not ledger:
        return None
    last = ledger[-1]
    alike = [one for one in ledger[:-1] if _alike(last, one)]
    group = [one for one in alike if one.fact.group == last.fact.group]
    if group:
        return group[-1], last
    same = [one for one in alike if _counts_the_same(one.statement, last.statement)]
    if same:
        return same[-1], last
    if not alike:
        return None
    beside = "apart" in saying.relations and alike[-1].statement.start == last.statement.start
    return (alike[-1], last) if beside or "gap" in saying.relations else None


def two_named(saying: Saying, ledger: Sequence[Recalled]) -> tuple[Recalled, Recalled] | None:
    """Return the two facts of which a turn names one each, by whose or when (22年和24年差几个百分点)."""
    question = saying.question
    names = (*question.orgs, *question.members, *question.periods)
    if not saying.is_bare or len(names) != _PAIR:
        return None
    told = [
        [one for one in ledger if name in f"{one.fact.name}{one.figure.org}{one.figure.period}"]
        for name in names
    ]
    if not all(told) or told[0][-1] == told[1][-1] or not _alike(told[0][-1], told[1][-1]):
        return None
    return told[0][-1], told[1][-1]


def two_levels(ledger: Sequence[Recalled]) -> tuple[Recalled, Recalled] | None:
    """Return the two levels of one change that were answered last, None where these are no such levels."""
    if len(ledger) < _PAIR:
        return None
    one, other = ledger[-2:]
    same = (one.statement.report, one.statement.start) == (other.statement.report, other.statement.start)
    levels = is_earlier_level(one.statement) is not is_earlier_level(other.statement)
    return (one, other) if same and levels and _alike(one, other) else None


def _counts_the_same(one: Statement, other: Statement) -> bool:
    """Whether two figures count the same, of two times, or of two parts of one report."""
    mine, theirs = one.figure.metric, other.figure.metric
    if mine == theirs:
        return one.figure.period != other.figure.period or one.report == other.report
    return (
        one.report == other.report
        and bool(mine and theirs)
        and (mine.endswith(theirs) or theirs.endswith(mine))
    )


def whole_and_done(ledger: Sequence[Recalled], deeds: Sequence[str] = ()) -> tuple[Recalled, Recalled] | None:
    """Return the whole and what of it is done, both of one owner and answered last.

    ``deeds`` are what a turn says was not done (没扣); one of them tells what was.
    """
    for place in range(len(ledger) - 1, 0, -1):
        done, whole = ledger[place], ledger[place - 1]
        if done.statement.report != ledger[-1].statement.report:
            return None
        if place < len(ledger) - 1 and ledger[-1].figure.kind in ADDED:
            return None  # what was answered last is of another measure, or of another one
        if not comparable(done.statement, whole.statement) or done.statement.report != whole.statement.report:
            continue
        if done.figure.org != whole.figure.org or done.figure.kind not in ADDED:
            continue
        if (done.figure.value or 0) > (whole.figure.value or 0):
            done, whole = whole, done
        due = bool(_DUE.search(whole.figure.metric))
        if not _is_one_owner(whole, done) or (says_done(whole.figure.metric, deeds) and not due):
            continue
        told = done.figure.metric + done.statement.clause
        if says_done(told, deeds) and done.figure.value != whole.figure.value:
            return whole, done
        return None
    return None


def _is_one_owner(one: Recalled, other: Recalled) -> bool:
    """Whether two facts are told of one: in one sentence, or under one name."""
    mine, theirs = one.fact.name, other.fact.name
    beside = (one.statement.report, one.statement.start) == (other.statement.report, other.statement.start)
    return beside or mine in theirs or theirs in mine


def says_done(told: str, deeds: Sequence[str] = ()) -> bool:
    """Whether words tell of a figure that it counts what was done, or that one of ``deeds`` was."""
    return bool(_DONE.search(told)) or any(is_said(normal(deed), told) for deed in deeds)


def whole_beside(
    ledger: Sequence[Recalled], knowledge: Knowledge, deeds: Sequence[str] = ()
) -> tuple[Recalled, Recalled] | None:
    """Return the whole that stands before what is done in its own sentence, and what is done (``deeds`` among it)."""
    if not ledger or not says_done(ledger[-1].figure.metric + ledger[-1].statement.clause, deeds):
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
        and not _APART.search(one.quote[one.figure.end - one.start : done.figure.start - one.start])
        and not _counts_another_thing(one, done.statement)
    ]
    if not wholes:
        return None
    return Recalled(replace(done.fact, at=wholes[-1].figure.start), wholes[-1]), done


def _counts_another_thing(whole: Statement, done: Statement) -> bool:
    """Whether what is done is called by another noun behind its figure than the whole is before it (制定措施67条，完成25条问题的整改)."""
    behind = _ENDS.split(done.quote[done.figure.end - done.start :])[0]
    words = raw_words(behind[:_NOUN])[:1]
    counted = raw_words(whole.figure.metric)[-1:]
    told = f"{whole.figure.metric}{whole.quote[whole.figure.end - whole.start :][:_NOUN]}"
    return all(map(names_thing, (*words, *counted))) and bool(words and counted) and words[0] not in told


def left_stated(
    whole: Recalled, done: Recalled, deeds: Sequence[str], knowledge: Knowledge
) -> Statement | None:
    """Return what the sentence, or the row, of what is done states itself to be left of the whole; else None.

    So is what it says not to be done: 整改74处，停产整顿5处，未整改3处.
    """
    left = abs((whole.figure.value or Decimal(0)) - (done.figure.value or Decimal(0)))
    beside = [
        one
        for one in knowledge.statements([done.statement.report])
        if one.start == done.statement.start and comparable(one, done.statement)
    ]
    for one in beside:
        metric = one.figure.metric
        undone = _UNDONE.search(metric) and any(is_said(normal(deed), metric) for deed in deeds)
        if one.figure.value == left or (undone and one.figure.start > done.figure.start):
            return one
    return None


def money_and_people(ledger: Sequence[Recalled]) -> tuple[Recalled, Recalled] | None:
    """Return the money and the people of one sentence that were answered last, to be divided."""
    money = next((one for one in reversed(ledger) if one.figure.kind is Kind.MONEY), None)
    people = next((one for one in reversed(ledger) if one.figure.unit in _PEOPLE), None)
    if money is None or people is None or money.statement.report != people.statement.report:
        return None
    return (
        (money, people) if people.figure.value and money.statement.start == people.statement.start else None
    )
