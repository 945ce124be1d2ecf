"""Another figure of the sentence that answered: a turn that says only a measure or a time, and the last fact in, the figure out.

涉及移民2365户9128人: after 多少人 somebody asks 多少户. 逾期答复19件，较去年同期的34件: after 19件 somebody asks 去年同期呢.
反馈问题31个，已整改29个: after 31个 somebody asks 整改了多少, and means of these.
"""

import re
from collections.abc import Sequence
from typing import Final

from bot.conversation.facts.levels import level_of
from bot.conversation.facts.rows import figures_in_row
from bot.conversation.facts.terms import says_done
from bot.conversation.turns.accounting import denies
from bot.conversation.turns.saying import Saying
from bot.drafting.comparison import comparable
from bot.question.content_words import is_action, is_said, normal, raw_words, variants
from bot.question.question import Shape
from bot.ranking.asking_words import OF_A_THING
from bot.ranking.figure_context import is_row
from checker.comparison.levels import is_earlier_level
from checker.comparison.plan_marks import is_planned
from corpus.figure import Kind, Statement
from corpus.lexicon.synonyms import STAGE_WORDS
from corpus.lexicon.wording.paraphrases import PARAPHRASES
from corpus.quantities.units import interchangeable

_NOUNS: Final = {"人数": "人", "户数": "户", "家数": "家", "件数": "件"}
"""Nouns that ask for a number of something, each with its measure."""

_MONEY: Final = re.compile("钱|金额|资金")
_SHARE: Final = re.compile("占了?(?:多少|百分之几|几成)")
_WHICH: Final = re.compile("[哪谁]")
_CELL: Final = re.compile(r"[\t|│]|\s{2}")
_ENDS: Final = re.compile("[；;。\n]")
_COMMAS: Final = re.compile("[，,、]")
_AROUND_TIME: Final = "？?。那的呢啊是多少 "
_DUE: Final = re.compile("(?:[应需待拟未没]要?|正在|持续|继续|分阶段|限期|长期|[仍还尚]在)$")
"""What says right before a deed that it is still to be done, or goes on."""
_REFERS: Final = re.compile("(?:这|该)[^，,；;。\\d]*$")
_TIME_REACH: Final = 3
"""Characters that may stand between a time and the figure that is of it: 去年同期的34件."""


def beside(saying: Saying, stated: Statement, statements: Sequence[Statement]) -> Statement | None:
    """Return the figure of the sentence of ``stated`` that a turn asks for, None where it asks for none of it."""
    if saying.names_owner or saying.question.rounds or not set(saying.own) <= {*_NOUNS, "金额", "资金"}:
        return None
    if set(saying.relations) - {"sum"}:
        return None  # 还差多少亩
    sentence = [
        one
        for one in statements
        if (one.report, one.start) == (stated.report, stated.start)
        and one.figure.start != stated.figure.start
        and one.figure.kind not in (Kind.DATE, Kind.ORDINAL)
    ]
    if saying.question.periods:
        return _of_time(saying, stated, sentence)
    unit = _measure(saying)
    if not unit or saying.question.compared or _measures(stated, unit):
        return None
    fits = [one for one in sentence if _measures(one, unit)]
    return min(fits, key=lambda one: _distance(one, stated), default=None)


def done_beside(
    saying: Saying, stated: Statement, statements: Sequence[Statement], text: str
) -> Statement | None:
    """Return the figure of the deed that a turn asks for alone (整改了多少), of what ``stated`` counts; None where its part of the sentence tells none."""
    sought = saying.question.sought
    asked = sought[-1].asked if sought else None
    unit = asked.measure if asked else ""
    deeds = [word for word in saying.own if is_action(word) or word in STAGE_WORDS]
    if not deeds or len(deeds) < len(saying.own) or saying.relations or saying.names_scope:
        return None
    which = bool(_WHICH.search(saying.opening.text)) or saying.question.shape is Shape.COMPARE
    if saying.doubts or which or (saying.asks and asked is None) or any(stage_of(saying.opening.text, deeds)):
        return None
    changes = saying.question.compared or (sought and sought[-1].change)
    if changes or (unit and not _measures(stated, unit)):
        return None
    return done_to(deeds, stated, statements, text)


def money_of_deed(
    saying: Saying, stated: Statement, statements: Sequence[Statement], text: str
) -> Statement | None:
    """Return the one amount of money that the sentence of ``stated`` tells of the deed that a turn asks for alone (收回多少钱), in whatever part of it; else None."""
    sought = saying.question.sought
    asked = sought[-1].asked if sought else None
    alone = bool(saying.own) and all(is_action(word) or word in STAGE_WORDS for word in saying.own)
    if asked is None or asked.kinds != {Kind.MONEY} or not alone or saying.names_scope or saying.relations:
        return None
    if saying.doubts or saying.question.compared or sought[-1].change or denies(saying.opening.text):
        return None
    fits = [
        one
        for one in statements
        if one.start == stated.start
        and one.figure.kind is Kind.MONEY
        and one.figure.start != stated.figure.start
        and not is_planned(one)
        and tells_all(saying.own, one, statements, text)
    ]
    return fits[0] if len(fits) == 1 else None


def done_to(
    deeds: Sequence[str], stated: Statement, statements: Sequence[Statement], text: str
) -> Statement | None:
    """Return the figure that tells to how much of what ``stated`` counts ``deeds`` were done, in its part of the sentence; None where none does."""
    row = () if is_row(stated) else figures_in_row(stated, statements, text)
    place = row.index(stated) if stated in row else 0
    fits: list[tuple[tuple[int, bool], Statement]] = []
    for one in statements:
        if one.start != stated.start or one in row or not _is_like(one, stated):
            continue
        low, high = sorted((one.figure.end, stated.figure.end))
        between = text[low:high]
        if _ENDS.search(between) or not tells_all(deeds, one, statements, text):
            continue
        told = (one,) if is_row(one) else figures_in_row(one, statements, text)
        if one != told[0] or (len(told) > 1 and len(told) <= place):
            continue
        fits.append(
            (
                (len(_COMMAS.findall(between)), one.figure.start < stated.figure.start),
                told[place if len(told) > 1 else 0],
            )
        )
    return min(fits, key=lambda fit: fit[0])[1] if fits else None


def cell_beside(
    said: Sequence[str], stated: Statement, statements: Sequence[Statement], wording: str = ""
) -> Statement | None:
    """Return the one figure of the row of ``stated`` whose column's head says all words ``said``; None where none or several do.

    Of several that one is meant which is of the stage of the turn's ``wording``: due, done or not done (应收回, 未收回).
    """
    if not said or not is_row(stated):
        return None
    head = row_head(stated)
    fits = [
        one
        for one in statements
        if one.start == stated.start
        and all(is_said(word, one.figure.metric.replace(head, "")) for word in said)
    ]
    if len(fits) > 1 and wording:
        fits = of_stage(fits, wording, said)
    return fits[0] if len(fits) == 1 else None


def of_stage(statements: Sequence[Statement], wording: str, deeds: Sequence[str]) -> list[Statement]:
    """Return the figures that count the deeds in the stage in which a wording tells of them: due, done or not done."""
    stage = stage_of(wording, deeds)
    return [one for one in statements if stage_of(one.figure.metric, deeds) == stage]


def stage_of(wording: str, deeds: Sequence[str]) -> tuple[bool, bool]:
    """Return whether a wording tells of deeds as not done, or as due."""
    denied = denies(wording)
    return denied, not denied and is_due(wording, deeds)


def row_head(stated: Statement) -> str:
    """Return what the row of a table begins with in which a figure stands."""
    return _CELL.split(stated.quote.strip("|│ "))[0]


def like_beside(stated: Statement, like: Statement, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return what the clause of ``stated`` goes on to count as ``like`` is counted (反馈3个方面29个问题), nearest first."""
    return tuple(
        one
        for one in statements
        if one.start == stated.start
        and one.figure.start > stated.figure.start
        and _is_like(one, like)
        and not _COMMAS.search(
            stated.quote[stated.figure.end - stated.start : one.figure.start - stated.start]
        )
    )


def _is_like(one: Statement, stated: Statement) -> bool:
    return comparable(one, stated) and is_planned(one) is is_planned(stated)


def tells_all(deeds: Sequence[str], one: Statement, statements: Sequence[Statement], text: str) -> bool:
    """Whether all deeds are told of a figure; of two stages of one deed (完成整改) one tells the other, bar beside a third.

    整改29条 tells how many are 完成整改, 制定整改措施118条 does not.
    """
    told = [deed for deed in deeds if _tells(deed, one, statements, text)]
    if len(told) == len(deeds):
        return True
    third = any(
        is_action(word) and normal(word) not in deeds and not says_done(word)
        for word in raw_words(one.figure.metric)
    )
    return bool(told) and not third and all(deed in told or deed in STAGE_WORDS for deed in deeds)


def _tells(deed: str, one: Statement, statements: Sequence[Statement], text: str) -> bool:
    """Whether a deed is told of a figure, in its clause or at the head of its column, and not as what is due (应退)."""
    told = told_before(one, statements, text)
    if is_row(one):
        told = f"{told}|{one.figure.metric}"
    column = is_row(one)
    return any(
        not _DUE.search(told[: match.start()]) and (column or not OF_A_THING.match(told, match.end()))
        for form in variants(deed)
        for match in re.finditer(re.escape(form), told)
    )


def is_due(wording: str, deeds: Sequence[str]) -> bool:
    """Whether a question asks for what is still to be done (应收回多少)."""
    places = [wording.find(form) for deed in deeds for form in variants(deed)]
    return any(place > 0 and _DUE.search(wording[:place]) for place in places)


def told_before(one: Statement, statements: Sequence[Statement], text: str) -> str:
    """Return what is told of a figure right before it: in its clause, behind the figure of the like before it."""
    start = max(
        (
            other.figure.end
            for other in statements
            if other.start == one.start and other.figure.end <= one.figure.start and comparable(other, one)
        ),
        default=one.start,
    )
    return _COMMAS.split(text[start : one.figure.start])[-1]


def _distance(one: Statement, stated: Statement) -> tuple[bool, int]:
    """Return how far a figure stands from another; those behind it come first."""
    return one.figure.start < stated.figure.start, abs(one.figure.start - stated.figure.start)


def _measure(saying: Saying) -> str:
    """Return the measure that a turn asks for: 户 for 多少户, 元 for 多少钱, "" where it says none."""
    named = next((_NOUNS[word] for word in saying.own if word in _NOUNS), "")
    sought = saying.question.sought
    asked = sought[-1].asked if sought else None
    if named or asked is None:
        return named or ("元" if _MONEY.search(saying.rest) and saying.own else "")
    if _SHARE.search(saying.opening.text):
        return "%"
    return "元" if asked.kinds == {Kind.MONEY} else asked.measure


def _measures(one: Statement, unit: str) -> bool:
    figure = one.figure
    if unit == "%":
        return figure.kind is Kind.PERCENT
    return (
        (figure.kind is Kind.MONEY)
        if unit == "元"
        else figure.unit == unit or interchangeable(figure.unit, unit)
    )


def _of_time(saying: Saying, stated: Statement, sentence: Sequence[Statement]) -> Statement | None:
    """Return the level of the time that a turn says, where it says nothing else: right behind it, or called as ``stated`` is.

    Else the first of two levels whose sentence says the time (年初余额2.9亿元，不良率由4.3%降至3.1%).
    """
    if saying.own or saying.relations:
        return None
    told = (saying.text.strip(_AROUND_TIME), *saying.question.periods)
    times = dict.fromkeys(
        form for time in told for form in (time, *sorted(PARAPHRASES.get(time, ()), key=len, reverse=True))
    )
    alike = [one for one in sentence if not one.figure.change and _counts_alike(one, stated)]
    for said in filter(None, times):
        for one in alike:
            before = one.quote[: one.figure.start - one.start]
            place = before.rfind(said)
            between = before[place + len(said) :]
            mine, theirs = one.figure.metric, stated.figure.metric
            same = mine.endswith(theirs) or theirs.endswith(mine)  # 去年回访的满意率 after 满意率
            same = same and bool(mine and theirs) and not _ENDS.search(between)
            right = not _COMMAS.search(between)  # told right before it, whatever year that is
            same = same and (right or not one.figure.period or said in one.figure.period)
            if place >= 0 and (len(between) <= _TIME_REACH or _REFERS.match(between) or same):
                return one
        first = level_of("earlier", stated, sentence) if said in stated.quote else None
        if first is not None and is_earlier_level(first):
            return first
    return None


def _counts_alike(one: Statement, other: Statement) -> bool:
    return one.figure.unit == other.figure.unit or comparable(one, other)
