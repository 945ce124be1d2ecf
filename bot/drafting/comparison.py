"""Comparisons: a question that asks which is more in, one question for each of what it compares out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from bot.drafting.derivation import Derived
from bot.drafting.written_numbers import written_gap
from bot.question.answer_types import Asked, find_asked, names_amount
from bot.question.content_words import content_of, is_weak, raw_words
from bot.question.question import Question, Sought
from bot.ranking.matching import Match
from corpus.figure import Kind, Statement
from corpus.organisations.name_parts import name_parts
from corpus.organisations.short_names import short_names
from corpus.quantities.units import interchangeable
from corpus.statements.metrics import content_words

_METRICS: Final = re.compile(
    r"(?P<one>[^，,。？?　]*?)的?[多高大少低长]?还是(?P<other>[^，,。？?　]*?)的?[多高大少低长]?(?=[，,。？?　呢啊]|$)"
)
_WHICH_YEAR: Final = re.compile("哪一?个?年")
_YEAR: Final = re.compile(r"(?:19|20)\d{2}年")
_LESS: Final = re.compile("(?:谁|哪)[^，。？]{0,14}(?<!多)[少低小短慢](?!数)|(?<!多)[少低]还是")
_GAP: Final = re.compile(
    "相差|差距|差了?(?:多少|几)|比[^，。？]{1,24}?(?:[多少高低]|提高|下降|增加|减少)(?:出)?了?[一-鿿]{0,4}?(?:多少|几)"
)
_HEADS: Final = frozenset({"人", "人次"})
"""Units that people compare, though they count heads and times."""
_LIKELY: Final = 6
"""So many matches of a side are weighed against those of the others."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of what is compared: its name as the answer gives it, and the question for it alone."""

    name: str
    question: Question


def asks_gap(question: Question) -> bool:
    """Whether a question asks how far two that it names are apart: A比B多几个, 相差多少."""
    several = max(
        len([name for name in question.orgs if name_parts(name).unit]),
        len(question.periods) + len(question.compared),
        len(question.rounds),
        len(question.members),
    )
    return several > 1 and bool(_GAP.search(question.wording))


def sides_of(question: Question) -> list[Side]:
    """Return the sides of a comparison: members, organisations, rounds, times, or two metrics; none where unclear."""
    if asks_gap(question):
        levels = tuple(replace(one, change="", asked=_in_its_kind(one)) for one in question.sought)
        question = replace(question, sought=levels)
    if len(question.members) > 1:
        return [Side(name, replace(question, members=(name,))) for name in question.members]
    units = [name for name in question.orgs if name_parts(name).unit]
    orgs = units if len(units) > 1 else _without_parent(question.orgs)
    if len(orgs) > 1:
        periods = question.periods if len(question.periods) == len(orgs) else ()
        return [
            Side(
                as_asked(name, question.text),
                replace(question, orgs=(name,), periods=(periods[i],) if periods else question.periods),
            )
            for i, name in enumerate(orgs)
        ]
    if len(question.rounds) > 1:
        return [Side(f"第{one}轮", replace(question, rounds=(one,))) for one in question.rounds]
    times = (*question.periods, *(question.compared if asks_gap(question) else ()))
    if len(times) > 1:
        return [Side(one, replace(question, periods=(one,))) for one in times]
    return _metric_sides(question)


def _in_its_kind(sought: Sought) -> Asked | None:
    """Return how the two levels are asked for whose gap is: an amount that is named (清收金额) is no rate."""
    named = next((word for word in sought.words if names_amount(word)), "")
    kinds = next((one.kinds for one in find_asked(named)), None) if named else None
    if sought.asked is None or kinds is None or not kinds & sought.asked.kinds:
        return sought.asked
    return replace(sought.asked, kinds=kinds & sought.asked.kinds, firm=True)


def year_sides(question: Question, statements: Sequence[Statement]) -> list[Side]:
    """Return a side for each year that the likely ``statements`` speak of, where 哪年 is all that is asked."""
    if not _WHICH_YEAR.search(question.text) or question.periods:
        return []
    years = sorted({year for one in statements for year in _YEAR.findall(one.figure.period or one.quote)[:1]})
    return [Side(year, replace(question, periods=(year,))) for year in years] if len(years) > 1 else []


def as_asked(name: str, text: str) -> str:
    """Return a full name with the short one beside it that the question ``text`` says: …建设局（住建局）."""
    if name in text:
        return name
    parts = name_parts(name)
    forms = {name, *short_names(name)}
    forms |= {form.removeprefix(parts.place).removeprefix(parts.region) for form in forms if parts.region}
    said = max((form for form in forms if len(form) > 1 and form in text), key=len, default="")
    return f"{name}（{said}）" if said and said not in name else name


def _without_parent(orgs: tuple[str, ...]) -> list[str]:
    """Leave out the region that the others lie in: 青岚县 of 青岚县石桥镇和云岭乡."""
    if len(orgs) < 3:
        return list(orgs)
    return [name for name in orgs if not name.endswith(("省", "市", "县", "区"))] or list(orgs)


def _metric_sides(question: Question) -> list[Side]:
    """Read 制度是新制定的多还是修订的多 as two metrics; what the second leaves out is the first's."""
    match = _METRICS.search(question.sought[-1].clause)
    if match is None:
        return []
    one, other = (_telling(match[side]) for side in ("one", "other"))
    if not one or not other:
        return []
    shared = one[: -len(other)]
    before = content_of(question.sought[-1].clause[: match.start()])[-2:]
    sides = []
    for side, words in (("one", one[-len(other) :]), ("other", other)):
        sought = replace(
            question.sought[-1],
            metric="".join(words),
            words=tuple(dict.fromkeys((*words, *shared))),
            head=words[-1:],
            context=tuple(word for word in before if word not in words),
        )
        told = [word for word in raw_words(match[side]) if not is_weak(word)]
        name = "".join(told[-len(other) :]) or "".join(words)
        sides.append(Side(name, replace(question, sought=(sought,))))
    return sides


def _telling(text: str) -> tuple[str, ...]:
    return tuple(word for word in content_of(text) if not is_weak(word)) or content_of(text)


def paired(sides: Sequence[tuple[Side, Sequence[Match]]], enough: float) -> list[tuple[Side, Statement]]:
    """Return the statement of each side that go together best: alike in unit and metric, each likely by itself.

    None where a side has no match that scores ``enough``, or a little less beside one that does.
    """
    best: tuple[float, list[Match]] = (0.0, [])
    first, *rest = [matches[:_LIKELY] for _, matches in sides]
    for start in first:
        chosen, score = [start], start.score
        for matches in rest:
            weighed = [(one.score * likeness(start.statement, one.statement), one) for one in matches]
            worth, match = max(weighed, key=lambda pair: pair[0], default=(0.0, start))
            score *= worth
            chosen.append(match)
        if score > best[0]:
            best = (score, chosen)
    scores = [match.score for match in best[1]]
    if not scores or max(scores) < enough or min(scores) < 0.7 * enough:
        return []
    return [(side, match.statement) for (side, _), match in zip(sides, best[1], strict=True)]


def likeness(one: Statement, other: Statement) -> float:
    """Return how well two figures compare: 0 in other units, 1 where they count the same in the same words."""
    if one is other or one == other or not comparable(one, other):
        return 0.0
    mine, theirs = set(content_words(one.figure.metric)), set(content_words(other.figure.metric))
    union = mine | theirs
    if one.figure.unit != other.figure.unit and {one.figure.unit, other.figure.unit} <= _HEADS:
        return 0.75
    return (0.7 if "方面" in (one.figure.unit, other.figure.unit) else 1.0) * (
        0.7 + 0.3 * (len(mine & theirs) / len(union) if union else 1.0)
    )


def gap_between(found: Sequence[tuple[Side, Statement]]) -> Derived | None:
    """Return how far the figures of two sides are apart, None for more sides, or where both have the same."""
    if len(found) != 2:
        return None
    (side, one), (other_side, other) = found
    if one.figure.unit != other.figure.unit and not interchangeable(one.figure.unit, other.figure.unit):
        return None
    if one.figure.value is None or other.figure.value is None or one.figure.value == other.figure.value:
        return None
    high, low = (one, other) if one.figure.value > other.figure.value else (other, one)
    apart = one.figure.value - other.figure.value
    raw = written_gap(apart, high.figure)
    formula = f"{high.figure.raw}－{low.figure.raw}"
    more, less = (side, other_side) if high is one else (other_side, side)
    way = "高" if one.figure.kind is Kind.PERCENT else "多"
    return Derived(raw, formula, (one, other), f"{_bare(more)}比{_bare(less)}{way}{one.figure.metric}")


def _bare(side: Side) -> str:
    """Return a side's name without the short one in brackets."""
    return side.name.split("（")[0]


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


def comparable(*statements: Statement) -> bool:
    """Whether figures measure in the same unit, and none is a level where another is a change."""
    return all(
        one.figure.kind is other.figure.kind
        and bool(one.figure.change) == bool(other.figure.change)
        and (
            interchangeable(one.figure.unit, other.figure.unit)
            or {one.figure.unit, other.figure.unit} <= _HEADS
        )
        for one, other in pairwise(statements)
    )
