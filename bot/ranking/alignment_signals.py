"""How a question aligns with what stands around a statement: both in, named signals from 0 to 1 out.

A question is a claim whose number is open, so both are compared as a claim under check is with its source
(:mod:`checker.alignment`), by the pairs of characters around the figure. Of statements beside each other the one is
meant of which the question says what sets it apart.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.question.question import Question, Sought
from bot.ranking.figure_context import is_row
from checker.alignment.contrast import is_numbered_otherwise
from checker.alignment.joint import BESIDE
from checker.alignment.nearness import PairWeights, nearness
from checker.alignment.wording import Surroundings, pairs, surroundings_of_open
from checker.comparison.agreement import UnitRelation, relate_units
from checker.comparison.levels import is_earlier_level
from corpus.figure import Statement

_CLAUSE_GROUP: Final = re.compile("[；;。！!？?\n]")
_CLAUSE: Final = re.compile("[，,；;。！!？?\n]")
_MOST_BEFORE: Final = 60
"""Characters before a figure that its part of the sentence is told by."""
_OUTDONE: Final = 0.15
"""Such a share of what is asked, told of a sibling alone, is enough to say that the sibling is meant."""


@dataclass(frozen=True, slots=True)
class Surrounded:
    """A statement with what stands around its figure, and how far it meets each of what else is asked (deed, time)."""

    statement: Statement
    around: Surroundings
    met: tuple[float, ...] = ()


def asked_surroundings(question: Question, sought: Sought) -> Surroundings:
    """Return what stands around the figure that is sought; the words that ask say nothing of it.

    Of a question that seeks several figures, what is said of the others is left out.
    """
    wording, asked = question.wording, sought.asked
    told = f"{wording[: asked.start]}，{wording[asked.end :]}" if asked else wording
    if question.text != wording:
        told = f"{told}，{question.text}"  # 改好 as well as 完成整改: a report may say it as people do
    if len(question.sought) > 1:
        own = sought.orgs + sought.periods or question.orgs + question.periods
        told = "，".join([*own, *question.members, *sought.words, *sought.context])
    return surroundings_of_open("，".join([sought.metric, *sought.words]), told)


def alignment_signals(asked: Surroundings, likely: Sequence[Surrounded]) -> list[dict[str, float]]:
    """Return the signals of each of ``likely``, which are looked at together.

    ``aligned`` says how near it stands to the question, ``unsaid`` the share of what is asked that nothing around it
    has, ``outdone`` the share that a statement beside it says of itself and this one does not.
    """
    weights = PairWeights(one.around for one in likely)
    total = _weight(asked.sentence, weights) or 1.0
    named = {text: pairs(text) for text in dict.fromkeys(map(_name_of, likely))}
    own = {id(one): _said_by(one.around.own, asked.sentence) for one in likely}
    found = []
    for one, beside in zip(likely, _siblings(likely), strict=True):
        counted = pairs(one.statement.figure.metric)
        known = (
            named[_name_of(one)] | one.around.own | (counted if counted <= asked.sentence else frozenset())
        )
        lost = max(
            (_weight(_gained(asked.sentence, one, other, known, own), weights) for other in beside),
            default=0.0,
        )
        found.append(
            {
                "aligned": nearness(asked, one.around, weights),
                "unsaid": _weight(asked.sentence.difference(*one.around.layers), weights) / total,
                "outdone": min(1.0, lost / (_OUTDONE * total)),
                "renumbered": float(is_numbered_otherwise(asked, one.around)),
            }
        )
    return found


def _siblings(likely: Sequence[Surrounded]) -> Iterator[list[Surrounded]]:
    """Yield the statements beside each of ``likely`` that are of a like unit, and levels before a change as it is or not."""
    alike: dict[tuple[str, bool], list[Surrounded]] = {}
    groups = [alike.setdefault((one.statement.report, is_earlier_level(one.statement)), []) for one in likely]
    for one, group in zip(likely, groups, strict=True):
        group.append(one)
    for one, group in zip(likely, groups, strict=True):
        row = is_row(one.statement)  # a cell's heads stand elsewhere
        yield [] if row else [other for other in group if _is_beside(one, other)]


def _is_beside(one: Surrounded, other: Surrounded) -> bool:
    """Whether ``other`` stands near, counts in a like unit, and is not itself of another deed or time than is asked."""
    return (
        one.statement is not other.statement
        and abs(one.statement.start - other.statement.start) <= BESIDE
        and relate_units(one.statement.figure, other.statement.figure) is UnitRelation.SAME
        and all(theirs >= mine for theirs, mine in zip(other.met, one.met, strict=True))
    )


def _name_of(one: Surrounded) -> str:
    """Return whose a statement is, and the title of its report."""
    return f"{one.statement.figure.org}，{one.statement.title}"


def _gained(
    said: frozenset[str],
    one: Surrounded,
    other: Surrounded,
    known: frozenset[str],
    own: Mapping[int, frozenset[str]],
) -> frozenset[str]:
    """Return what is asked that a sibling says of itself and the statement does not; none where it loses anything.

    其中甲县28台、乙县22台: 乙县 is said of 22台 alone, what stands before 其中 of both. What is carried to a figure tells it
    from those of other sentences only. ``known`` is what the statement's own clause, its owner and its title tell, and what it counts if all of that is asked;
    ``own`` are the parts of what is asked that the own clause of each says.
    """
    stated, sibling = one.around, other.around
    if one.statement.start != other.statement.start:
        known |= stated.carried
    if own[id(one)] - sibling.own - sibling.carried:
        return frozenset()
    if gained := own[id(other)] - known - own[id(one)]:
        return gained
    lost = (said & stated.carried) - sibling.carried - sibling.further
    return frozenset() if lost else (said & sibling.carried) - stated.carried - stated.further


def _said_by(told: frozenset[str], said: frozenset[str]) -> frozenset[str]:
    """Return what of ``said`` is ``told``, as it is or cut into characters: 改, 好."""
    return frozenset(pair for pair in said if pair in told or (len(pair) > 1 and told.issuperset(pair)))


def _weight(told: Iterable[str], weights: PairWeights) -> float:
    return sum(map(weights.__getitem__, told))


def told_up_to(statement: Statement) -> str:
    """Return what a sentence tells up to the end of a figure's clause: who is named further on is not whose it is."""
    end = statement.figure.end - statement.start
    return statement.quote[:end] + _CLAUSE.split(statement.quote[end:])[0]


def told_part(statement: Statement) -> str:
    """Return the part of a sentence that tells of a figure: from the last semicolon on, up to the next comma."""
    start, end = statement.figure.start - statement.start, statement.figure.end - statement.start
    before = _CLAUSE_GROUP.split(statement.quote[:start])[-1][-_MOST_BEFORE:]
    return before + statement.quote[start:end] + _CLAUSE.split(statement.quote[end:])[0]
