"""Parts that a report adds up behind them: statements with their signals in, with whether each is only such a part out.

下发问题138个。自查问题251个，举报问题40个。三个来源合计429个: how many there are means the last.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bot.question.content_words import is_action, is_said, is_weak, normal
from bot.question.question import Question
from bot.ranking.asking_words import DEED_SAID
from bot.ranking.series import Marked, carried
from checker.arithmetic.announced import says_sum
from corpus.figure import Statement
from corpus.quantities.units import interchangeable
from corpus.statements.metrics import content_words

_REACH: Final = 200
"""Characters before a sum in which its parts stand."""
_FEWEST: Final = 2
_CLAUSE: Final = re.compile("[，,；;。]")
_MORE: Final = ("own", "sentence", "held", "head", "action", "deed", "rarest", "near")
_LESS: Final = ("absent", "extra", "outdone", "disowned")


def with_parts_added_up(told: Sequence[Marked], question: Question, deed: Sequence[str]) -> Iterator[Marked]:
    """Yield statements with whether each is a part of a sum told behind it, of which a question says nothing that tells it from the others.

    What the sum leaves out of what it counts is said of its parts. ``deed`` is what the question asks to have been done.
    """
    signals_of = dict(told)
    statements = sorted(signals_of, key=lambda one: (one.report, one.figure.start))
    part_of: dict[Statement, Statement] = {}
    parts_of: dict[Statement, Sequence[Statement]] = {}
    for place, one in enumerate(statements):
        parts = _parts_of(one, statements[:place]) if says_sum(one) else ()
        apart = _are_other_deeds(parts, signals_of, deed)
        if parts and not apart and not any(_is_named(part, parts, question) for part in parts):
            part_of |= dict.fromkeys(parts, one)
            parts_of[one] = parts
    for one, signals in told:
        parts = parts_of.get(one, ())
        said = carried(signals, [signals_of[part] for part in parts], _MORE, _LESS) if parts else {}
        yield one, signals | said | ({"part_of_sum": 1.0} if one in part_of else {})


def _parts_of(total: Statement, before: Sequence[Statement]) -> Sequence[Statement]:
    """Return the figures right before a sum, in its unit, that add up to it; none where none do."""
    parts: list[Statement] = []
    added, whole = total.figure.value or 0, total.figure.value or 0
    own = _CLAUSE.split(total.quote[: total.figure.start - total.start])[-1]
    for one in reversed(before):
        if one.start == total.start and one.figure.start >= total.figure.start - len(own):
            continue  # 三个来源合计: how many parts there are
        near = one.report == total.report and total.figure.start - one.figure.end <= _REACH
        if not near or not whole:
            return ()
        if (
            not interchangeable(one.figure.unit, total.figure.unit)
            or one.figure.kind is not total.figure.kind
        ):
            continue
        added -= one.figure.value or 0
        parts.append(one)
        if added <= 0:
            return parts if not added and len(parts) >= _FEWEST else ()
    return ()


def _are_other_deeds(
    parts: Sequence[Statement], signals_of: Mapping[Statement, Mapping[str, float]], deed: Sequence[str]
) -> bool:
    """Whether of the parts of a sum one is of the deed that is asked for, and another was done otherwise (追回1.3亿元，罚款2700万元)."""
    said = {one: bool(deed) and signals_of[one]["deed"] == DEED_SAID for one in parts}
    return any(said.values()) and any(
        not said[one]
        and any(is_action(word) for word in content_words(one.figure.metric) if word not in deed)
        for one in parts
    )


def _is_named(part: Statement, parts: Sequence[Statement], question: Question) -> bool:
    """Whether a question names whose a part is, or says a word of it that the others do not say, nor the title of them all."""
    others = "|".join(
        (part.title, *(f"{one.figure.metric}|{one.clause}" for one in parts if one is not part))
    )
    own = (word for word in content_words(part.figure.metric) if not is_weak(word) and word not in others)
    asked = f"{question.text}|{'|'.join(question.orgs)}"
    of_one = len({one.figure.org for one in parts}) > 1 and part.figure.org in asked
    return of_one or any(is_said(normal(word), asked) for word in own)
