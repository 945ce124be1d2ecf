"""Figures that stand in for the one that a question matches best: matches in, the match to be stated out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.question.question import Question
from bot.ranking.matching import Match
from checker.comparison.agreement import is_rounding
from checker.comparison.corrections import corrected_to, unsuperseded
from corpus.figure import Statement
from corpus.lexicon.relations import relations_in

SURE_TO_QUOTE: Final = 0.3
"""A match that is surer may be quoted where it is too unsure to be stated."""

_NOW_AT: Final = re.compile(
    r"[，,](?:[现今][已在]?|[目现][前在]已?)[压调精]?[增降减缩升提简][一-鿿]?[到至为成](?P<raw>\d[\d.,]*[一-鿿%％]+)"
)
"""How a sentence goes on that tells to what the level before has come."""

EXACT: Final = 3.0
"""Ranks within which a figure that another only rounds or bounds is stated in its place."""


def to_the_digit(matches: Sequence[Match]) -> Match:
    """Return the best match, or the one that states the same exactly where that only says about how much.

    80多万元 in a headline is 806786.62元 further down: of the same report, and all but as likely the answer.
    """
    best = matches[0]
    stated = best.statement
    for other in matches[1:]:
        one = other.statement
        if best.rank - other.rank > EXACT:
            break
        told = one.report == stated.report and is_rounding(stated.figure, one.figure)
        if told and other.score >= SURE_TO_QUOTE:
            return other
    return best


def as_put_right(question: Question, best: Match, matches: Sequence[Match]) -> Match:
    """Return the best match, or the one that took its place, of what that counts, unless the first itself is asked for.

    原公布账外房产429处，更正为453处 answers how many there are by the second, and so does 担保余额19.3亿元，现压降至14.6亿元.
    """
    stated = best.statement
    raw = corrected_to(stated) or _level_now(stated)
    if not raw or "earlier" in relations_in(question.text) or question.sought[0].change:
        return best
    for other in matches:
        one = other.statement
        if (one.report, one.start, one.figure.raw) == (stated.report, stated.start, raw):
            counted = replace(one.figure, metric=unsuperseded(stated.figure.metric))
            return replace(other, statement=replace(one, figure=counted))
    return best


def _level_now(statement: Statement) -> str:
    """Return the level to which what a statement counts has come since, as it is written right behind; "" for none."""
    end = statement.figure.end - statement.start
    moved = _NOW_AT.match(statement.quote, end)
    return moved["raw"] if moved and moved["raw"].endswith(statement.quote[end - 1]) else ""
