"""Figures that stand in for the one that a question matches best: matches in, the match to be stated out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.question.question import Question
from bot.ranking.matching import Match
from checker.comparison.agreement import is_rounding
from checker.comparison.corrections import corrected_to, unsuperseded
from corpus.lexicon.relations import relations_in

SURE_TO_QUOTE: Final = 0.3
"""A match that is surer may be quoted where it is too unsure to be stated."""

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

    原公布账外房产429处，更正为453处 answers how many there are by the second.
    """
    stated, raw = best.statement, corrected_to(best.statement)
    if not raw or "earlier" in relations_in(question.text):
        return best
    for other in matches:
        one = other.statement
        if (one.report, one.start, one.figure.raw) == (stated.report, stated.start, raw):
            counted = replace(one.figure, metric=unsuperseded(stated.figure.metric))
            return replace(other, statement=replace(one, figure=counted))
    return best
