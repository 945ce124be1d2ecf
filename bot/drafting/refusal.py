"""Refusals: what was found for a question that no report answers in, a ``Draft`` that says so and offers what is near out."""

from typing import Final

from bot.answer import Draft
from bot.drafting.candidates import Found
from bot.drafting.draft_lines import Lines, cite_statements
from bot.messages import say
from bot.question.question import Question
from bot.ranking.matching import Match

NEAREST: Final = 3
"""Statements that a refusal offers."""

WORTH_NAMING: Final = 0.25
"""A match that is less sure has next to nothing to do with the question, unless it holds its words."""

HELD: Final = 0.6
"""So much of the asked words stands in a sentence that is offered as near."""


def refusal(question: Question, found: Found) -> Draft:
    """Say that the reports do not state what was asked, what was looked for, and what stands nearest."""
    near = [match.statement for matches in found.matches for match in matches if _is_near(match)]
    near = list(dict.fromkeys(near))[:NEAREST]
    citations = cite_statements(near, found.places)
    lines = Lines(question.language)
    lines.say("answer.refused", claims=False, sought=sought_text(question))
    if near:
        lines.say("answer.nearest", claims=False)
        lines.quote(citations)
    lines.say("answer.searched", claims=False, reports=_searched(question, found))
    return lines.draft(near, citations, refused=True)


def _is_near(match: Match) -> bool:
    """Whether a statement is worth offering: likely the answer, or of what is asked but for time or owner."""
    return match.score > WORTH_NAMING or match.signals.get("held", 0.0) >= HELD


def _searched(question: Question, found: Found) -> str:
    if len(found.searched) == 1 and found.searched[0] in found.places:
        return found.places[found.searched[0]].report.title
    return say("answer.all_reports", question.language, count=len(found.searched))


def sought_text(question: Question) -> str:
    """Return what was looked for, in words: organisation, period, round and metric."""
    rounds = [f"第{number}轮" for number in question.rounds]
    metrics = [one.metric or "".join(one.words) for one in question.sought]
    parts = [
        "、".join(question.orgs),
        "、".join([*question.periods, *rounds]),
        "、".join(filter(None, metrics)),
    ]
    return "".join(f"“{part}”" for part in parts if part)
