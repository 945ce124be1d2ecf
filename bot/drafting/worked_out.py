"""Figures that follow from two that are matched as if they had been asked for: the matches of its terms in, a ``Derived`` out.

So the terms are found by what they say, and not by where they stand. What is left undone follows from a whole and what was
done of it, a change from the level before and the one after.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations, product
from typing import Final

from bot.drafting.comparison import likeness
from bot.drafting.deeds_done import deed_forms
from bot.drafting.derivation import ADDED, Derived, are_levels_alike, difference, what_is_left
from bot.question.question import Question
from bot.question.remainders import find_remainder
from bot.ranking.figure_context import is_row
from bot.ranking.matching import SURE_ENOUGH, Match
from checker.comparison.features import features
from corpus.figure import Statement
from corpus.lexicon.relations import relations_in

_LIKELY: Final = 6
"""So many matches of each term are paired with those of the other."""
_LEAST: Final = 0.4
"""The share of ``SURE_ENOUGH`` that the less sure of two must reach, where the other is sure."""
_GROUP: Final = re.compile("[；;。]")
_OTHERS: Final = 0.5
"""What a pair counts for whose figures are of two owners."""
_NEXT: Final = 2
"""Characters between a sentence and the one right behind it."""

Pair = tuple[Match, Match]


def work_out_of(question: Question, terms: Sequence[Sequence[Match]]) -> Derived | None:
    """Return what follows from the two that are surest together: of one list of levels a change, of two what is left."""
    if len(terms) == 1:
        changed = _surest(_level_pairs(terms[0]), difference)
        return changed and replace(changed, metric=_likest(changed.terms))
    left = find_remainder(question) if terms else None
    over = _surest(_part_pairs(*terms, left.deeds), what_is_left) if left else None
    if left is None or over is None or len(over.metric) > 1:
        return over
    return replace(over, metric=f"{over.terms[0].figure.metric}未{left.deeds[0]}")  # 已退2987人、58.9万元 says not of what


def greater_first(derived: Derived) -> tuple[Statement, ...]:
    """Return the terms of a difference in the order in which it is reckoned."""
    return tuple(sorted(derived.terms, key=lambda one: one.figure.value or Decimal(0), reverse=True))


def _likest(levels: Sequence[Statement]) -> str:
    """Return what the two levels count: as the one says it that does not say when, and of both the longer."""
    told = [one.figure.metric for one in levels if not relations_in(one.figure.metric)]
    return max(told or [levels[-1].figure.metric], key=len)


def _surest(pairs: Iterator[Pair], rule: Callable[[Statement, Statement], Derived | None]) -> Derived | None:
    best = max(pairs, key=_coherence, default=None)
    if best is None or max(one.score for one in best) < SURE_ENOUGH:
        return None
    return rule(best[0].statement, best[1].statement)


def _coherence(pair: Pair) -> float:
    """Return how sure two figures are together: by themselves, and as figures of one matter and of one owner."""
    one, other = pair
    owned = one.statement.figure.org == other.statement.figure.org
    return one.score * other.score * likeness(one.statement, other.statement) * (1.0 if owned else _OTHERS)


def _level_pairs(levels: Sequence[Match]) -> Iterator[Pair]:
    """Yield each level that was left with one of its sentence that is now."""
    for before, after in permutations(levels[:_LIKELY], 2):
        told = before.signals["earlier"] != after.signals["earlier"]
        same = (before.statement.report, before.statement.start) == (after.statement.report, after.statement.start)
        if told and same and are_levels_alike(before.statement.figure, after.statement.figure):
            if before.statement.figure.start < after.statement.figure.start:
                yield before, after


def _part_pairs(whole: Sequence[Match], done: Sequence[Match], deeds: Sequence[str]) -> Iterator[Pair]:
    """Yield each whole with what may have been done of it: told in its sentence, or in the next."""
    forms = [form for deed in deeds for form in deed_forms(deed)]
    for one, other in product(whole[:_LIKELY], done[:_LIKELY]):
        worst = min(one.score, other.score)
        sure = worst >= _LEAST * SURE_ENOUGH or _tell_stages(one.statement, other)
        near = _stand_near(one.statement, other.statement) or worst >= SURE_ENOUGH
        if sure and near and is_said_of(forms, other.statement) and _may_be_of(one.statement, other.statement):
            yield one, other


def is_said_of(forms: Sequence[str], statement: Statement) -> bool:
    """Whether the part of a sentence that tells a figure, or what heads it, says that it was done."""
    before = statement.quote[: statement.figure.start - statement.start]
    told = f"{statement.figure.metric}|{_GROUP.split(before)[-1]}"
    return any(form in told for form in forms)


def _tell_stages(whole: Statement, done: Match) -> bool:
    """Whether two cells of a row tell a number of things, and how many of them were surely done."""
    row = is_row(whole) and whole.start == done.statement.start and done.score >= SURE_ENOUGH
    return row and "done" in features(done.statement).stages - features(whole).stages


def _stand_near(whole: Statement, done: Statement) -> bool:
    return whole.start == done.start or 0 <= done.start - whole.end <= _NEXT


def _may_be_of(whole: Statement, done: Statement) -> bool:
    """Whether one figure may be of what another, which is greater, counts."""
    alike = whole.report == done.report and are_levels_alike(whole.figure, done.figure)
    return alike and whole.figure.kind in ADDED and (whole.figure.value or 0) > (done.figure.value or 0)
