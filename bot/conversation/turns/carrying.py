"""What a turn takes over of what was asked or answered before: a question in, the same with what it leaves out, out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.question.answer_types import RATES
from bot.question.content_words import is_action, is_weak
from bot.question.question import Question, Sought
from corpus.figure import Kind, Statement

_FAMILIES: Final = (frozenset({Kind.COUNT, Kind.MEASURE}), RATES)
"""Kinds that one measure comes in: what is stated of one is worked out of another in the other."""


def of_kind(question: Question, anchor: Statement) -> Question:
    """Let a turn that takes up what was asked ask for the same kind of figure as was answered."""
    kind = anchor.figure.kind
    kinds = next((family for family in _FAMILIES if kind in family), frozenset({kind}))
    sought = tuple(
        replace(one, asked=replace(one.asked, kinds=one.asked.kinds & kinds))
        if one.asked and one.asked.kinds & kinds
        else one
        for one in question.sought
    )
    return replace(question, sought=sought)


def carrying(question: Question, asked: Question) -> Question:
    """Let a question know of what the one before it asked: words that may tell of what it speaks."""
    told = [word for one in asked.sought for word in (*one.context, *one.words)]
    own = {word for one in question.sought for word in (*one.context, *one.words)}
    carried = tuple(
        word
        for word in dict.fromkeys(told)
        if word not in own and not is_action(word) and not is_weak(word) and word not in _heads(asked.sought)
    )
    return replace(
        question,
        sought=tuple(replace(one, context=(*one.context, *carried)) for one in question.sought),
        leans=True,
    )


def _heads(sought: Sequence[Sought]) -> set[str]:
    return {word for one in sought for word in one.head}
