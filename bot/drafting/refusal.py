"""Refusals: what was found for a question that no report answers in, a ``Draft`` that says so and offers what is near out.

A refusal says which part of the question the nearest figure does not meet (whose, when, which of a row, what), and how
to ask for that figure instead.
"""

import re
from collections.abc import Iterator
from typing import Final

from bot.answer import Draft
from bot.drafting.candidates import Found
from bot.drafting.draft_lines import Lines, cite_statements, subject_of
from bot.messages import say
from bot.question.answer_types import QUANTITIES
from bot.question.content_words import is_said, is_weak
from bot.question.question import Question
from bot.ranking.matching import Match
from corpus.figure import Kind, Statement
from corpus.lexicon.synonyms import GENERIC_WORDS

NEAREST: Final = 3
"""Statements that a refusal offers."""

WORTH_NAMING: Final = 0.25
"""A match that is less sure has next to nothing to do with the question, unless it holds its words."""

HELD: Final = 0.6
"""So much of the asked words stands in a sentence that is offered as near."""

_LATIN: Final = re.compile("[A-Za-z]+")
_OTHERS_ROW: Final = ("other_round", "other_number", "unnumbered")
_OTHERS_TIME: Final = ("other_time", "untimed", "compared_with")


def refusal(question: Question, found: Found) -> Draft:
    """Say that the reports do not state what was asked, what was looked for, and what stands nearest."""
    matches = [match for matches in found.matches for match in matches if _is_near(match)]
    near = list(dict.fromkeys(match.statement for match in matches))[:NEAREST]
    citations = cite_statements(near, found.places)
    lines = Lines(question.language)
    lines.say("answer.refused", claims=False, sought=sought_text(question))
    if near:
        for key, asked in _unmet(question, matches[0], found):
            lines.say(key, claims=False, asked=asked)
        lines.say("answer.nearest", claims=False)
        lines.quote(citations)
        if asking := question_for(near[0]):
            lines.say("answer.ask_instead", claims=False, question=asking)
    lines.say("answer.searched", claims=False, reports=_searched(question, found))
    return lines.draft(near, citations, refused=True)


def question_for(statement: Statement) -> str:
    """Return a question that asks for the figure of a statement in the report's own words; "" where it counts nothing told."""
    figure = statement.figure
    if not figure.metric or figure.kind not in QUANTITIES or figure.change:
        return ""
    unit = "" if figure.kind is Kind.MONEY else figure.unit or figure.measure
    asking = {Kind.MONEY: "多少钱", Kind.PERCENT: "是多少"}.get(figure.kind, f"多少{unit}")
    return f"{subject_of(statement)}{asking}？"


def _unmet(question: Question, match: Match, found: Found) -> Iterator[tuple[str, str]]:
    """Yield what a statement does not meet of a question, each with the words of the question that say it."""
    signals = match.signals
    if question.orgs and signals.get("stranger"):
        yield "answer.unmet_owner", "、".join(question.orgs)
    if any(map(signals.get, _OTHERS_ROW)):
        yield (
            "answer.unmet_number",
            "、".join(f"第{number}轮" for number in question.rounds) or question.wording,
        )
    if question.periods and any(map(signals.get, _OTHERS_TIME)):
        yield "answer.unmet_time", "、".join(question.periods)
    if missing := _unsaid(question, match.statement, found):
        yield "answer.unmet_words", "”“".join(missing)


def _unsaid(question: Question, statement: Statement, found: Found) -> list[str]:
    """Return the words of a question that the report of a statement says nowhere."""
    place = found.places.get(statement.report)
    told = f"{statement.title}{place.report.text if place else statement.quote}"
    words = dict.fromkeys(word for one in question.sought for word in (*one.words, *one.context))
    return [
        word for word in words if not is_weak(word) and word not in GENERIC_WORDS and not is_said(word, told)
    ]


def _is_near(match: Match) -> bool:
    """Whether a statement is worth offering: likely the answer, or of what is asked but for time or owner."""
    return match.score > WORTH_NAMING or match.signals.get("held", 0.0) >= HELD


def _searched(question: Question, found: Found) -> str:
    if len(found.searched) == 1 and found.searched[0] in found.places:
        return found.places[found.searched[0]].report.title
    return say("answer.all_reports", question.language, count=len(found.searched))


def _as_typed(metric: str, text: str) -> str:
    """Return what is sought as the question writes it where that is English, whose words stand apart."""
    words = _LATIN.findall(text) if _LATIN.fullmatch(metric) and metric not in text else ()
    return " ".join(words) or metric


def sought_text(question: Question) -> str:
    """Return what was looked for, in words: organisation, period, round and metric."""
    rounds = [f"第{number}轮" for number in question.rounds]
    metrics = [_as_typed(one.metric or "".join(one.words), question.text) for one in question.sought]
    parts = [
        "、".join(question.orgs),
        "、".join([*question.periods, *rounds]),
        "、".join(filter(None, metrics)),
    ]
    return "".join(f"“{part}”" for part in parts if part)
