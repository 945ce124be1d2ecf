"""Drafting without a language model: what was found for a question in, a ``Draft`` out.

A figure is stated directly with the sentence that states it; where no statement fits, the draft says what was
looked for and what stands nearest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.answer import Citation, Draft
from bot.matching import Match, Place
from bot.messages import say
from bot.questions import Question, Shape
from corpus.figure import Statement
from retrieval.hit import Hit

ENOUGH: Final = 0.5
"""A match below answers something else: a wrong answer is worse than none."""

NEAREST: Final = 3
"""Statements that a refusal offers."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a question: passages, and for each thing sought its matches, best first.

    ``places`` are the reports of the passages, ``searched`` the ids of all that were searched.
    """

    hits: tuple[Hit, ...]
    matches: tuple[tuple[Match, ...], ...]
    places: Mapping[str, Place]
    searched: tuple[str, ...]


def draft_answer(question: Question, found: Found) -> Draft:
    """Draft the answer to a question from what was found."""
    if question.shape in (Shape.TEXT, Shape.LIST):
        return _draft_text(question, found)
    best = [matches[0] for matches in found.matches if matches and matches[0].score >= ENOUGH]
    if not best:
        return refusal(question, found)
    statements = tuple(dict.fromkeys(match.statement for match in best))
    return _draft_figures(question, statements, found)


def _draft_figures(question: Question, statements: Sequence[Statement], found: Found) -> Draft:
    citations = cite(statements, found.places)
    numbers = {(one.report, one.start): one.n for one in citations}
    lines = [
        say(
            "answer.direct",
            question.language,
            subject=subject_of(statement),
            figure=statement.figure.raw,
            n=numbers[statement.report, statement.start],
        )
        for statement in statements
    ]
    lines += [
        say("answer.states", question.language, quote=citation.quote.strip(), n=citation.n)
        for citation in citations
    ]
    return Draft("\n".join(lines), tuple(statements), citations, statements[0].figure)


def subject_of(statement: Statement) -> str:
    """Return whose figure it is, when, and what it counts, as one phrase: 海南省信访局2020年化解率."""
    figure = statement.figure
    return f"{figure.org}{figure.period}{figure.metric}" or statement.title


def cite(statements: Sequence[Statement], places: Mapping[str, Place]) -> tuple[Citation, ...]:
    """Return a citation for each sentence of ``statements``, numbered from 1 in their order."""
    found: dict[tuple[str, int], Citation] = {}
    for one in statements:
        key = (one.report, one.start)
        if key not in found:
            source = places[one.report].report.source if one.report in places else ""
            found[key] = Citation(
                len(found) + 1,
                one.report,
                one.title,
                one.published,
                one.section,
                one.quote,
                one.start,
                one.end,
                source,
            )
    return tuple(found.values())


def refusal(question: Question, found: Found) -> Draft:
    """Say that the reports do not state what was asked, what was looked for, and what stands nearest."""
    language = question.language
    near: list[Statement] = []
    for matches in found.matches:
        near += [match.statement for match in matches if match.score > 0.2]
    near = list(dict.fromkeys(near))[:NEAREST]
    citations = cite(near, found.places)
    numbers = {(one.report, one.start): one.n for one in citations}
    lines = [say("answer.refused", language, sought=sought_text(question))]
    if near:
        lines.append(say("answer.nearest", language))
        lines += [
            say(
                "answer.nearest_row",
                language,
                figure=one.figure.raw,
                place=subject_of(one),
                n=numbers[one.report, one.start],
            )
            for one in near
        ]
    if len(found.searched) == 1 and found.searched[0] in found.places:
        reports = found.places[found.searched[0]].report.title
    else:
        reports = say("answer.all_reports", language, count=len(found.searched))
    lines.append(say("answer.searched", language, reports=reports))
    return Draft("\n".join(lines), tuple(near), citations, None, refused=True)


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


def _draft_text(question: Question, found: Found) -> Draft:
    return refusal(question, found)
