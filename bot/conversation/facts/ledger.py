"""The ledger of a dialogue: what was answered, as facts that later turns compare, add up, confirm and lean on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.answer import CheckedAnswer, Draft
from bot.conversation.state import CitedPlace, LedgerFact, State
from bot.conversation.turns.saying import slots_text
from bot.question.question import Question, asked_of
from corpus.figure import Figure, Statement
from corpus.organisations.name_parts import name_parts
from corpus.quantities.figures import find_figures

if TYPE_CHECKING:
    from bot.ranking.report_knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Recalled:
    """A fact of the ledger with the statement that states it; a worked-out one has its figure in its first term."""

    fact: LedgerFact
    statement: Statement

    @property
    def figure(self) -> Figure:
        """The figure that was answered."""
        return self.statement.figure


def facts_of(question: Question, draft: Draft, group: int) -> tuple[LedgerFact, ...]:
    """Return the facts that a draft states: its worked-out figure, or the statements that answer."""
    if draft.refused:
        return ()
    if draft.derived and draft.direct and draft.statements:
        first = draft.statements[0]
        name = _called(question, draft.direct)
        return (
            LedgerFact(
                first.report,
                first.start,
                first.figure.start,
                name,
                group,
                draft.direct.raw,
                draft.direct.metric,
            ),
        )
    facts = []
    for place, one in enumerate(draft.statements):
        sought = question.sought[min(place, len(question.sought) - 1)] if question.sought else None
        of = asked_of(question, sought) if sought else question
        facts.append(LedgerFact(one.report, one.start, one.figure.start, _called(of, one.figure), group))
    return tuple(facts)


def _called(question: Question, figure: Figure) -> str:
    """Return how a fact is told from its like: whose it is and when, as it was asked or as it is stated."""
    orgs = question.members or question.orgs or ((figure.org,) if figure.org and not question.rounds else ())
    periods = question.periods or ((figure.period,) if figure.period and not question.rounds else ())
    return slots_text(orgs[:1], periods[:1], question.rounds[:1])


def fact_of(name: str, stated: Statement, group: int) -> LedgerFact:
    """Return a statement that was answered under ``name`` as a fact of the ledger."""
    return LedgerFact(stated.report, stated.start, stated.figure.start, name, group)


def cited_by(answer: CheckedAnswer) -> tuple[CitedPlace, ...]:
    """Return the places that an answer cites."""
    return tuple(CitedPlace(one.report, one.start, one.end) for one in answer.citations)


def recalled(facts: Sequence[LedgerFact], knowledge: "Knowledge") -> list[Recalled]:
    """Return facts with their statements; those whose reports are gone are left out."""
    known = []
    for fact in facts:
        if fact.report not in knowledge.titles:
            continue
        stated = next(
            (one for one in knowledge.statements([fact.report]) if one.figure.start == fact.at), None
        )
        if stated is None:
            continue
        known.append(Recalled(fact, _worked_out(stated, fact) if fact.raw else stated))
    return known


def _worked_out(stated: Statement, fact: LedgerFact) -> Statement:
    figure = next(iter(find_figures(fact.raw)), None)
    if figure is None:
        return stated
    own = stated.figure
    figure = replace(figure, start=own.start, end=own.end, org=own.org, period=own.period, metric=fact.metric)
    return replace(stated, figure=figure)


def last_statement(state: State, knowledge: "Knowledge") -> Statement | None:
    """Return the statement of the last fact, None where none was answered."""
    known = recalled(state.facts[-1:], knowledge)
    return known[0].statement if known else None


def is_owner(org: str, knowledge: "Knowledge") -> bool:
    """Whether a statement's owner is an organisation that later turns may go on to speak of."""
    return bool(org) and org in knowledge.directory and bool(name_parts(org).unit)
