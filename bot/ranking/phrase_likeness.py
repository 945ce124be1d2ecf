"""Which statement a question's phrase means where its words do not decide: matches in, one of them out.

老师吃饭花了多少 and 列支教师餐费5.6万元 share no word. The question without whose and when is held against the clauses of the
best matches by the packaged model; what is far enough ahead of the others is what is asked.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from bot.question.question import Sought
from corpus.figure import Statement

_LEAST: Final = 0.91
"""A cosine by the packaged model below which two phrases are hardly of one thing."""
_AHEAD: Final = 0.012
"""So far the likest must lead the next."""
_LEAST_SURE: Final = 0.05
"""What is less sure by its words has something against it."""
_AGAINST: Final = (
    "disowned unnumbered negated other_deed other_unit other_kind earlier planned vague"
).split()
"""Signals of which any says that a statement is not what is asked, however like its words are."""


def phrase_of(sought: Sought) -> str:
    """Return what a question says of the figure that it seeks, without the names and times that were read of it."""
    return " ".join(sought.clause.split())


def clause_with_heads(statement: Statement, told: str) -> str:
    """Return ``told``, what its sentence tells of a figure, below its heading and without whose it is."""
    owner = statement.figure.org
    heading = statement.section.rsplit("\n", 1)[-1][-20:]
    clause = told.replace(owner, "") if owner else told
    return f"{heading}：{clause}" if heading else clause


def likest_phrase(
    phrase: str,
    clauses: Sequence[str],
    signals: Sequence[Mapping[str, float]],
    scores: Sequence[float],
    likeness: Callable[[str, Sequence[str]], Sequence[float]],
) -> int | None:
    """Return the place of the clause that says what ``phrase`` asks, None where none is surely the likest.

    ``signals`` and ``scores`` are those of the matches that the ``clauses`` are of, in the same order.
    """
    if not phrase or len(clauses) < 2:
        return None
    cosines = likeness(phrase, clauses)
    first, second, *_ = sorted(range(len(cosines)), key=lambda place: -cosines[place])
    ahead = cosines[first] >= _LEAST and cosines[first] - cosines[second] >= _AHEAD
    against = any(signals[first].get(name) for name in _AGAINST) or signals[first].get("kind", 0.0) < 1
    return first if ahead and not against and scores[first] >= _LEAST_SURE else None
