"""Totals that a question asks for: a question in, the parts that it adds up out; their statements in, a sum out.

新建和修订的制度一共多少项 has two parts, 2021年和2022年共发放多少 two times of one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from bot.drafting.comparison import comparable
from bot.drafting.derivation import ADDED, Derived
from bot.drafting.written_numbers import written
from bot.question.content_words import content_of, is_action, is_said, last_noun
from bot.question.question import Question, Shape, Sought
from bot.ranking.matching import Match
from corpus.figure import Statement
from corpus.organisations.name_parts import name_parts

_TOTAL: Final = re.compile(
    "一共|总共|合计|总计|共计|加起来|加在一起|(?<![公一总])共(?!有资源)|in total|altogether"
)
_AND: Final = re.compile("加上?|以及|还有|[和与跟同、]|(?<![涉普危顾])及")
_DIGIT: Final = re.compile(r"\d")
_STATED: Final = re.compile("合计|共|总")
_MOST: Final = 4
"""The checker reckons with so many terms at most."""


def asked_parts(question: Question) -> tuple[Sought, ...]:
    """Return the parts that a question asks to add up; none where it asks for no total, or names no parts."""
    if question.shape is not Shape.FIGURE or len(question.sought) != 1 or question.sought[0].asked is None:
        return ()
    (sought,) = question.sought
    total = _TOTAL.search(question.wording)
    if total is None:
        return ()
    units = [name for name in question.orgs if name_parts(name).unit]
    for of, names in (("periods", question.periods), ("rounds", question.rounds), ("orgs", units)):
        if 1 < len(names) <= _MOST:
            return tuple(replace(sought, **{of: (name,)}) for name in names)  # type: ignore[arg-type]
    return _named_parts(sought)


def _named_parts(sought: Sought) -> tuple[Sought, ...]:
    clause = re.split("[　，。：:]", _TOTAL.split(sought.clause)[0].rstrip("的　，"))[-1]
    rest = content_of("".join(_TOTAL.split(sought.clause)[1:]))
    pieces = [words for piece in _AND.split(clause) if (words := content_of(piece))]
    if not 1 < len(pieces) <= _MOST:
        return ()
    noun = last_noun(rest) or last_noun(pieces[-1])
    parts = []
    for words in pieces:
        bare = all(is_action(word) or word not in noun for word in words) and not last_noun(words)
        own = (*words, *noun) if bare or rest else words
        own = tuple(dict.fromkeys(own))
        parts.append(
            replace(sought, words=own, head=own[-1:], context=(), metric="".join(own), clause="".join(own))
        )
    return tuple(parts)


def is_of_some(question: Question, statement: Statement) -> bool:
    """Whether a figure is told of some of what a question adds up, and not of all: 陈某挪用1.8万元 for that of two."""
    parts = asked_parts(question)
    names = [{*one.words, *one.orgs, *one.periods, *one.rounds} for one in parts]
    shared = set[str]().union(*names[:1]).intersection(*names)
    figure = statement.figure
    own = _DIGIT.split(statement.quote[: figure.start - statement.start])[-1]
    told = f"{figure.org}|{figure.period}|{figure.metric}|{own}"
    of = [all(is_said(name, told) for name in one - shared) for one in names]
    return any(of) and not all(of)


def add_up(
    parts: Sequence[Sequence[Match]], statements: Sequence[Statement], enough: float
) -> Derived | Statement | None:
    """Return the sum of the best statement of each part, or the statement that states that sum; None for neither."""
    chosen: list[Statement] = []
    for matches in parts:
        fitting = (one.statement for one in matches if one.score >= enough)
        term = next((one for one in fitting if one not in chosen and one.figure.kind in ADDED), None)
        if term is None or (chosen and not comparable(chosen[0], term)):
            return None
        chosen.append(term)
    if len(chosen) < 2:
        return None
    total = sum((one.figure.value or Decimal(0) for one in chosen), Decimal(0))
    for one in statements:
        near = one.report == chosen[0].report and one.figure.value == total and comparable(chosen[0], one)
        if near and one.start == chosen[0].start and _STATED.search(one.clause + one.figure.metric):
            return one
    raw = written(total, chosen[0].figure)
    formula = "＋".join(one.figure.raw for one in chosen)
    return Derived(raw, formula, tuple(chosen), _added_metric(chosen))


def _added_metric(chosen: Sequence[Statement]) -> str:
    """Return what a sum counts: of one metric whose parts are named by their times or organisations, else of all."""
    first = chosen[0].figure
    if len({one.figure.metric for one in chosen}) == 1:
        for names in ([one.figure.period for one in chosen], [one.figure.org for one in chosen]):
            if all(names) and len(set(names)) == len(names):
                return f"{'、'.join(names)}共{first.metric}"
    return f"共{first.metric}、{chosen[-1].figure.metric}"
