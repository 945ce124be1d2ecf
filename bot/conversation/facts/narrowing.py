"""Figures of less, or of another, than a turn asks for: a stated figure and what the turn says in, which one is meant out.

死亡32人，其中较大事故死亡4人: who asks how many died means the first. What a report tells elsewhere of a thing that the
turn names is no reason to answer with what it tells of all.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from bot.drafting.comparison import comparable
from bot.question.content_words import content_of as words_of
from bot.question.content_words import is_action, is_said, names_thing
from checker.comparison.levels import is_earlier_level
from checker.comparison.plan_marks import is_planned
from corpus.figure import Statement
from corpus.lexicon.lead_ins import lead_ins
from corpus.lexicon.synonyms import GENERIC_WORDS, STAGE_WORDS

if TYPE_CHECKING:
    from bot.ranking.report_knowledge import Knowledge

_PART: Final = re.compile("|".join(sorted(lead_ins("part"), key=len, reverse=True)))
_NUMBER: Final = re.compile(r"\d[\d,.]*[万亿]?[一-鿿]?")
_PIECE: Final = re.compile("[、，,]")
_NEXT_GROUP: Final = re.compile("[；;]")
_CLOSED: Final = re.compile("[；;。）)]")
_SUM: Final = re.compile("[合总共][计共][一-鿿]{0,4}$")
_ADDED: Final = re.compile("[新增添补扩][一-鿿]{0,12}$")
"""What says before a figure that so many were added to those that there were: 新聘保洁员, 增设垃圾亭."""
_IN_ALL: Final = re.compile(
    "(?:总[数量]|[现共]有)(?P<noun>[一-鿿]{0,10}?)(?:[由从][^，,]+)?[达增扩升]?[加大至到]{0,2}$"
)
"""What says before a later figure that it counts all of these: 总数由22个增加到, 现有保洁员."""


def whole_told_before(
    stated: Statement, asked: str, anchor: Statement | None, statements: Sequence[Statement]
) -> tuple[Statement, ...]:
    """Return the wholes behind which a figure is told as a part, in order.

    None where ``asked`` says what narrows it, or the part was spoken of: ``anchor`` is told behind the same mark.
    """
    before = stated.quote[: stated.figure.start - stated.start]
    marks = [*_PART.finditer(before), *_NEXT_GROUP.finditer(before)]
    mark = max(marks, key=lambda one: one.end(), default=None)
    if mark is None or _CLOSED.search(before[mark.end() :]):
        return ()
    at = stated.start + mark.start()
    if anchor is not None and anchor.start == stated.start and anchor.figure.start > at:
        return ()
    of_group = bool(_NEXT_GROUP.match(mark[0]))
    wholes = [
        one
        for one in statements
        if one.start == stated.start
        and one.figure.end <= at
        and comparable(one, stated)
        and one.figure.change == stated.figure.change
        and is_planned(one) is is_planned(stated)
        and (one.figure.value or 0) > (stated.figure.value or 0)
        and (not of_group or one.figure.metric == stated.figure.metric)
    ]
    narrows = words_of(_NUMBER.sub("　", before[mark.end() :]))
    if not wholes or (of_group and not narrows):
        return ()
    known = before[: mark.start()]
    if any(is_said(word, asked) for word in narrows if word not in known):
        return ()
    told = words_of(wholes[-1].figure.metric)
    own = words_of(_PIECE.split(before[mark.end() :])[-1])
    said = bool(own) and says_all(own, asked)
    return () if said and not says_all(told, asked) else tuple(wholes)  # 修订12项 of 制定修订19项


def sum_told_behind(stated: Statement, statements: Sequence[Statement]) -> Statement | None:
    """Return the sum that the sentence of a figure tells behind it (本部26个，公司53个，合计79个), None where it tells none."""
    return next(
        (
            one
            for one in statements
            if one.start == stated.start
            and one.figure.start > stated.figure.end
            and comparable(one, stated)
            and (one.figure.value or 0) > (stated.figure.value or 0)
            and _SUM.search(one.quote[: one.figure.start - one.start])
        ),
        None,
    )


def all_told_behind(stated: Statement, statements: Sequence[Statement]) -> Statement | None:
    """Return how many there are in all, told right behind how many were added (新聘保洁员9人，总数达到31人), None where that is not told."""
    if not _ADDED.search(_PIECE.split(stated.quote[: stated.figure.start - stated.start])[-1]):
        return None
    for one in statements:
        told = one.quote[stated.figure.end - stated.start : one.figure.start - one.start]
        behind = one.start == stated.start and one.figure.start > stated.figure.end
        if not behind or _CLOSED.search(told) or not comparable(one, stated) or is_earlier_level(one):
            continue
        said = _IN_ALL.search(_PIECE.split(told)[-1])
        if (
            said
            and (one.figure.value or 0) > (stated.figure.value or 0)
            and said["noun"] in stated.figure.metric
        ):
            return one
    return None


def is_of_other_things(own: Sequence[str], stated: Statement, knowledge: "Knowledge") -> bool:
    """Whether a turn names a thing beside others that the report of a figure tells elsewhere, and not around the figure.

    建筑这块罚了多少 is not answered with the fines of all, where the report counts 建筑施工 elsewhere.
    """
    if len(own) < 2:
        return False
    text = knowledge.place(stated.report).report.text
    line = text[text.rfind("\n", 0, stated.start) + 1 : stated.start]
    figure = stated.figure
    told = f"{stated.section}{line}{stated.quote}{stated.about}{figure.org}{figure.metric}"
    heads = "".join({one.section for one in knowledge.statements([stated.report])}) if stated.section else ""
    acts = any(map(is_action, words_of(stated.quote)))
    return any(
        word in text and not is_said(word, told) and (word not in stated.title or word in heads)
        for word in own
        if len(word) > 1
        and (names_thing(word) or (is_action(word) and not acts))
        and word not in GENERIC_WORDS | STAGE_WORDS
    )


def says_all(words: Sequence[str], text: str) -> bool:
    """Whether a text says each of these words, in whatever form."""
    return all(is_said(word, text) for word in words)
