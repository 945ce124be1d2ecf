"""Of which time a figure is: a question and a statement in, how surely the one asks of the other's out.

It is a factor between 0 and 1; 0 says that the statement is of another time.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.question.question import Question
from bot.ranking.figure_context import outside_brackets
from bot.ranking.weight_table import held_factors
from corpus.figure import Statement
from corpus.times.periods import Period, PeriodRelation, parse_period, resolve_period, same_period

_YEAR: Final = re.compile(r"(?:19|20)\d{2}年")
_QUARTER: Final = re.compile("[一二三四]季度$")
_WHOLE: Final = re.compile("[全整]年$")
_DECEMBER: Final = 12


@dataclass(frozen=True, slots=True)
class TimeFactors:
    """How surely a statement is of the time that a question names, case by case: the table ``held.times``."""

    within: float
    changed_since: float
    quoted: float
    without_year: float
    unsaid: float
    untold: float


_FIT: Final = held_factors("times", TimeFactors)


def period_fit(question: Question, statement: Statement) -> float:
    """Return how surely a statement is of a time that the question names; 1 where it names none."""
    if not question.periods:
        return 1.0
    return max(_one_period_fit(period, statement) for period in question.periods)


def _one_period_fit(period: str, statement: Statement) -> float:
    if _YEAR.search(period) and (stated_years := set(_YEAR.findall(statement.figure.metric))):
        return float(bool(stated_years & set(_YEAR.findall(period))))  # a column of a table: 2021年决算
    published = date.fromisoformat(statement.published) if statement.published else None
    asked = resolve_period(period, published)
    stated = parse_period(statement.figure.period)
    told = period in statement.figure.period and not _is_longer(stated, asked)
    if told or period in statement.figure.metric:
        return 1.0
    match same_period(asked, stated):
        case PeriodRelation.SAME:
            return 1.0
        case PeriodRelation.WITHIN if _WHOLE.search(period) and not _is_of_december(stated):
            return 0.0  # 1-9月 for 全年
        case PeriodRelation.WITHIN:
            quarter = _QUARTER.search(statement.figure.period) and not _QUARTER.search(period)
            return _FIT.untold if quarter or _is_longer(stated, asked) else _FIT.within
        case PeriodRelation.DIFFERENT if stated and stated.as_of and period in statement.title:
            return _FIT.quoted  # 2022年度审计……截至2023年11月底: what the report is of
        case PeriodRelation.DIFFERENT:
            return _FIT.changed_since if statement.figure.change and period in statement.quote else 0.0
    if asked.event and (asked.event in statement.quote or period in statement.quote):
        return 1.0
    above = statement.section if statement.figure.period else f"{statement.section}{statement.title}"
    if period in outside_brackets(statement) or period in above:
        return _FIT.quoted
    if not _YEAR.search(period):
        return _FIT.without_year
    return _FIT.unsaid if not statement.figure.period else _FIT.untold


def _is_of_december(stated: Period) -> bool:
    """Whether what has come together up to a moment is that of a whole year."""
    return stated.as_of and stated.last is not None and stated.last.month == _DECEMBER


def _is_longer(stated: Period | None, asked: Period) -> bool:
    """Whether what is stated is of a span of years in which the time that is asked is but a part: 近三年 for 2018年."""
    if stated is None or stated.as_of or asked.as_of or not (stated.first and stated.last and asked.first):
        return False
    return stated.last.year - stated.first.year > (asked.last or asked.first).year - asked.first.year
