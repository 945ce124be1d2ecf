"""Which of a list of numbers is meant by the noun right behind it: statements with their signals in, with whether each counts another out.

对全市9家养老院、31处日间照料点以及44家护理站进行了检查: how many 养老院 were 检查 means the first, though the deed stands behind the last.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.question.answer_types import leading_noun
from bot.question.content_words import normal, variants
from bot.ranking.asking_words import NOUN
from bot.ranking.series import Marked
from bot.ranking.signals import Criteria
from corpus.figure import Statement

_NEXT: Final = re.compile(r"[^，,；;。：:\d]{1,16}[、和及与][^，,；;。：:\d]{0,6}")
"""What stands between two numbers of a list: the noun of the first, and how it goes on."""


def with_other_nouns(told: Sequence[Marked], asked: Criteria) -> Iterator[Marked]:
    """Yield statements with whether each counts another noun of a list of which the question names one.

    What was done to all of the list was done to that one.
    """
    forms = (
        {form for form in (asked.noun, *variants(normal(asked.noun))) if len(form) > 1}
        if asked.noun
        else set()
    )
    signals_of = dict(told)
    meant: dict[Statement, float] = {}
    others: set[Statement] = set()
    for several in _lists([one for one, _ in told]) if forms else ():
        nouns = {one: leading_noun(one.quote[one.figure.end - one.start :][:NOUN]) for one in several}
        named = [one for one in several if nouns[one].startswith(tuple(forms))]
        if len(named) == 1 and all(nouns.values()):
            meant[named[0]] = max(signals_of[one]["deed"] for one in several)
            others |= {one for one in several if one is not named[0]}
    for one, signals in told:
        if one in meant:
            yield one, signals | {"deed": meant[one], "other_deed": 0.0, "counted": 1.0}
        else:
            yield one, signals | ({"other_thing": 1.0} if one in others else {})


def _lists(statements: Sequence[Statement]) -> Iterator[Sequence[Statement]]:
    """Yield the figures that one sentence lists each before its noun."""
    told: list[Statement] = []
    for one in statements:
        last = told[-1] if told else None
        if last is not None and (
            (one.report, one.start) != (last.report, last.start)
            or not _NEXT.fullmatch(one.quote[last.figure.end - one.start : one.figure.start - one.start])
        ):
            yield from [told] if len(told) > 1 else []
            told = []
        told.append(one)
    yield from [told] if len(told) > 1 else []
