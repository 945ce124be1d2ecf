"""Lists that no layout makes: what one report plans (以后定了哪些目标), and the amounts of one deed in it (追回的钱分哪几笔).

A question and what was found for it go in, a ``Draft`` that quotes the sentences that tell them comes out, in the report's order.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from bot.answer import Draft
from bot.drafting.draft_lines import Lines, cite_statements
from bot.question.content_words import content_of, is_action, is_said
from bot.question.question import Question
from bot.ranking.scope import Place, is_collective_name
from checker.comparison.plan_marks import is_planned, is_under_plans
from corpus.figure import Kind, Statement
from corpus.lexicon.dialogue_acts import turn_pattern
from corpus.organisations.sameness import Sameness, same_organisation
from corpus.times.rounds import are_others

_PLANS: Final = turn_pattern("plans")
"""Asks for plans; a word of what is to come, or the plan's own, says that they are not yet kept."""

_TO_COME: Final = turn_pattern("to_come")
_AMOUNTS: Final = turn_pattern("amounts")
_MONEY: Final = re.compile("钱|资金|款|经费|金额|笔")
_MOST: Final = 8


def draft_quoted_list(
    question: Question, places: Mapping[str, Place], statements: Sequence[Statement]
) -> Draft | None:
    """Draft the sentences of the one report that a question is of, which tell its plans or the amounts of a deed; None for another question, or where it tells fewer than are a list."""
    text = question.wording
    plans = bool(_PLANS.search(text) and _TO_COME.search(text))
    amounts = None if plans or not _MONEY.search(text) else _AMOUNTS.search(text)
    if not (plans or amounts):
        return None
    report = _report_of(question, places)
    own = [one for one in statements if one.report == report]
    if amounts:
        told = _of_deeds([word for word in content_of(amounts["deed"]) if is_action(word)], own)
    else:
        planned = (one for one in own if is_planned(one) or is_under_plans(one))
        told = [one for one in planned if one.figure.kind is not Kind.DATE]
    if len(told) < (2 if amounts else 1):
        return None
    citations = cite_statements(told, places)[:_MOST]
    lines = Lines(question.language)
    lines.quote(citations, "answer.sentence")
    return lines.draft((), citations)


def _of_deeds(deeds: Sequence[str], statements: Sequence[Statement]) -> list[Statement]:
    """Return the amounts of money of which every deed is told right before them."""
    return [
        one
        for one in statements
        if deeds
        and one.figure.kind is Kind.MONEY
        and not one.figure.change
        and not is_planned(one)
        and all(is_said(word, one.figure.metric) for word in deeds)
    ]


def _report_of(question: Question, places: Mapping[str, Place]) -> str:
    """Return the one report (its id) of whom or of which round a question names, of all where it names none; "" for none or several."""
    found = [
        report
        for report, place in places.items()
        if not (question.rounds and are_others(question.rounds, place.report.title))
        and (not question.orgs or any(_issued(name, place) for name in question.orgs))
    ]
    if question.rounds and len(found) > 1:
        found = [one for one in found if is_collective_name(places[one].report.organisation)]
    return found[0] if len(found) == 1 else ""


def _issued(name: str, place: Place) -> bool:
    issuer = place.report.organisation
    if is_collective_name(name):
        return name == place.region and is_collective_name(issuer)
    return same_organisation(name, issuer) is Sameness.SAME
