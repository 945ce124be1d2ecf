"""Comparisons: a question that asks which is more in, one question for each of what it compares out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from bot.question_words import content_of
from bot.questions import Question
from corpus.figure import Statement
from corpus.name_parts import name_parts

_METRICS: Final = re.compile(
    r"(?P<shared>[^，。？]*?)[，,的]?(?P<one>[一-鿿]{1,8}?)的?[多高大少低]?还是(?P<other>[一-鿿]{1,8}?)的?[多高大少低]"
)
_WHICH_YEAR: Final = re.compile("哪一?个?年")
_YEAR: Final = re.compile(r"(?:19|20)\d{2}年")
_LESS: Final = re.compile("(?:谁|哪)[^，。？]{0,14}(?<!多)[少低小](?!数)|(?<!多)[少低]还是")


@dataclass(frozen=True, slots=True)
class Side:
    """One of what is compared: its name as the answer gives it, and the question for it alone."""

    name: str
    question: Question


def sides_of(question: Question) -> list[Side]:
    """Return the sides of a comparison: organisations, rounds, times, or two metrics; none where unclear."""
    units = [name for name in question.orgs if name_parts(name).unit]
    orgs = units if len(units) > 1 else _without_parent(question.orgs)
    if len(orgs) > 1:
        periods = question.periods if len(question.periods) == len(orgs) else ()
        return [
            Side(
                name, replace(question, orgs=(name,), periods=(periods[i],) if periods else question.periods)
            )
            for i, name in enumerate(orgs)
        ]
    if len(question.rounds) > 1:
        return [Side(f"第{one}轮", replace(question, rounds=(one,))) for one in question.rounds]
    if len(question.periods) > 1:
        return [Side(one, replace(question, periods=(one,))) for one in question.periods]
    return _metric_sides(question)


def year_sides(question: Question, statements: Sequence[Statement]) -> list[Side]:
    """Return a side for each year that the likely ``statements`` speak of, where 哪年 is all that is asked."""
    if not _WHICH_YEAR.search(question.text) or question.periods:
        return []
    years = sorted({year for one in statements for year in _YEAR.findall(one.figure.period or one.quote)[:1]})
    return [Side(year, replace(question, periods=(year,))) for year in years] if len(years) > 1 else []


def _without_parent(orgs: tuple[str, ...]) -> list[str]:
    """Leave out the region that the others lie in: 青岚县 of 青岚县石桥镇和云岭乡."""
    if len(orgs) < 3:
        return list(orgs)
    return [name for name in orgs if not name.endswith(("省", "市", "县", "区"))] or list(orgs)


def _metric_sides(question: Question) -> list[Side]:
    match = _METRICS.search(question.text)
    if match is None:
        return []
    sides = []
    for name in (match["one"], match["other"]):
        words = content_of(name)
        shared = tuple(word for one in question.sought for word in one.words if word not in words)
        sought = tuple(
            replace(one, metric=name, words=(*words, *_nouns(shared)), head=words[-1:])
            for one in question.sought[-1:]
        )
        sides.append(Side(name, replace(question, sought=sought)))
    return sides


def _nouns(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if len(word) > 1)[:2]


def leading(question: Question, found: list[tuple[Side, Statement]]) -> Side | None:
    """Return the side that has more, or less where less is asked for; None where both have the same."""
    values = [statement.figure.value for _, statement in found]
    if any(value is None for value in values) or len(set(values)) < len(values):
        return None
    best = min if asks_less(question) else max
    return best(found, key=lambda pair: pair[1].figure.value or Decimal(0))[0]


def asks_less(question: Question) -> bool:
    """Whether the question asks which has less."""
    return bool(_LESS.search(question.text))


def comparable(one: Statement, other: Statement) -> bool:
    """Whether two figures measure in the same unit."""
    return one.figure.unit == other.figure.unit and one.figure.kind is other.figure.kind
