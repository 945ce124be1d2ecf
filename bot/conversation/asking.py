"""A turn that asks: its text and what was said before in, its answer and what is remembered after it out."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from bot.answer import CheckedAnswer, Choice, Draft
from bot.answering.clarification import ask_back
from bot.answering.pipeline import Answerer
from bot.conversation.facts.comparing import Comparing
from bot.conversation.facts.confirming import (
    asking_for,
    claim_of_worked,
    claimed_figure,
    comparable_beside,
    may_be,
    meant_by,
    verdict_on,
)
from bot.conversation.facts.gathering import which_of
from bot.conversation.facts.ledger import cited_by, facts_of, is_owner, last_statement, recalled
from bot.conversation.finishing import asked_if_done
from bot.conversation.heard import Heard
from bot.conversation.merging import merged
from bot.conversation.outcome import Outcome, asking_again, understood_as
from bot.conversation.pending import leaned_on, waiting
from bot.conversation.replies import refused, talked
from bot.conversation.restating import restated
from bot.conversation.setting_apart import set_apart
from bot.conversation.state import Origin, State, Topic
from bot.conversation.summing import Summing
from bot.conversation.turns.competition import Competition
from bot.conversation.turns.contender import Before, Contender
from bot.conversation.turns.member_sorts import of_the_same_sort
from bot.conversation.turns.name_slips import meant_by_half, name_alone, with_sounds_written
from bot.conversation.turns.opening import Opening, opened
from bot.conversation.turns.parting import AND_THAT, asks_then, parts_of, row_of
from bot.conversation.turns.readings import asked_by, moves_on, readings
from bot.conversation.turns.relative_times import in_full
from bot.conversation.turns.saying import Saying, slots_text, tells_off, understand
from bot.conversation.turns.scoping import (
    all_of_wholes,
    is_of_whole,
    known_by_short,
    of_all,
    said_of_all,
    same_region,
)
from bot.generation.writer import Tell
from bot.question.question import Question, Shape
from corpus.figure import Figure, Statement
from corpus.lexicon.rates import rate_asked

_HALVES: Final = 8
"""Organisations that half a name is tried as."""


class Asking:
    """Answers turns that ask, each part of them by the reading that wins."""

    def __init__(self, answerer: Answerer, summing: Summing) -> None:
        self._answerer = answerer
        self._knowledge = answerer.knowledge
        self._summing = summing
        self._comparing = Comparing(answerer)

    def answer(
        self, text: str, state: State, reports: Sequence[str], tell: Tell | None, *, written: bool
    ) -> Heard:
        """Answer all that a turn asks, in order."""
        opening = opened(text)
        outcomes: list[Outcome] = []
        now = replace(state, choices=())
        for part in self._parts(opening, reports):
            outcomes.append(self._part(text, part, now, reports))
            now = outcomes[-1].state
        answer = self._finished(text, outcomes, tell, written=written)
        if answer.refused:
            said = self._understand(text, opening)
            told = outcomes[-1].answer is not None and not answer.choices  # it says itself what would do
            pending = state.pending if told else waiting(said, leaned_on(said, state))
            return Heard(answer, replace(state, choices=answer.choices, pending=pending, library=False))
        before = replace(state, before=None)
        kept = replace(now, said=text, before=before, cited=cited_by(answer), pending=None, library=False)
        return Heard(answer, kept)

    def _parts(self, opening: Opening, reports: Sequence[str]) -> list[Opening]:
        texts = parts_of(opening.text)
        if len(texts) == 1:
            opening = replace(opening, text=texts[0])
            rest = self._understand("", opening).rest
            row = f"{rest}呢" if AND_THAT.search(opening.text) else rest
            texts = row_of(row)
            if len(texts) == 2 and rest and opening.text.find(rest) > 0:
                named = opening.text[: opening.text.find(rest)]
                texts = (f"{named}{texts[0]}", texts[1])
        if len(texts) < 2 or self._answered_whole(opening, len(texts), reports):
            return [opening]
        first = self._answerer.read(texts[0])
        whose = slots_text(first.orgs or first.members, (), first.rounds)
        later = []
        for one in map(opened, texts[1:]):
            asked = self._answerer.read(one.text)
            own = asked.orgs or asked.members or asked.rounds or asks_then(one.text)
            later.append(replace(one, text=one.text if own else f"{whose}{one.text}"))
        return [replace(opening, text=texts[0]), *later]

    def _answered_whole(self, opening: Opening, count: int, reports: Sequence[str]) -> bool:
        """Whether a turn that asks ``count`` things, and of whom, is answered as it stands."""
        question = self._answerer.read(opening.text)
        compares = question.shape is Shape.COMPARE
        if not (question.orgs or question.rounds) or (len(question.sought) < count and not compares):
            return False
        draft = self._answerer.draft(question, None, reports).draft
        return not draft.refused and len(set(draft.statements)) >= count

    def _understand(self, text: str, opening: Opening) -> Saying:
        return understand(text, opening, self._answerer.read, self._knowledge)

    def _part(self, text: str, opening: Opening, state: State, reports: Sequence[str]) -> Outcome:
        stated = last_statement(state, self._knowledge)
        topic = state.topic
        text_now = with_sounds_written(AND_THAT.sub("", opening.text), self._knowledge.directory.names)
        text_now = known_by_short(text_now, topic.report, self._knowledge)
        text_now = of_the_same_sort(text_now, "".join(topic.members[-1:]))
        time, published = (stated.figure.period, stated.published) if stated else ("", "")
        text_now = asked_if_done(text_now, stated, self._knowledge)
        full = in_full(rate_asked(text_now), topic.periods, topic.rounds, time, published)
        saying = self._understand(text, replace(opening, text=full))
        if whole := self._summing.whole(saying, state):
            return whole
        if of_all := self._of_all(text, saying, state, reports):
            return of_all
        topic = leaned_on(saying, state)
        if topic is state.pending and not saying.is_bare:
            state = replace(state, facts=(), topic=topic)
            stated = None  # what was answered before is not what is spoken of now
        asked = self._answerer.read(topic.asking) if topic.asking else None
        if claimed := claimed_figure(saying, and_that=bool(AND_THAT.search(opening.text))):
            return self._confirmed(saying, claimed, state, reports)
        if apart := set_apart(saying, state, partial(self._side, text, reports), self._knowledge):
            return apart
        if answered := self._comparing.answer(saying, asked, state, reports):
            return answered
        if by_half := self._by_half(saying, topic, asked, stated, state, reports):
            return by_half
        outcome = self._competed(saying, topic, asked, stated, state, reports)
        return self._comparing.asked_back(saying, outcome, state) or outcome

    def _of_all(self, text: str, saying: Saying, state: State, reports: Sequence[str]) -> Outcome | None:
        """Return the stated sum of what was answered of a member, or the figure of the whole, where a turn asks for it (全县呢)."""
        told = saying.opening.text
        asked, topic = of_all(told, state.topic, self._knowledge)
        if topic is state.topic:
            return None
        of_sum = self._understand(text, replace(saying.opening, text=asked))
        if answered := self._comparing.stated_sum(of_sum, replace(state, topic=topic)):
            return answered
        of_whole = self._understand(text, replace(saying.opening, text=said_of_all(told)))
        before = self._answerer.read(topic.asking) if topic.asking else None
        outcome = self._competed(of_whole, topic, before, None, state, reports)
        stated = won.statements if (won := outcome.draft) and not (won.refused or won.derived) else ()
        return outcome if stated and all(is_of_whole(one, topic, state.topic) for one in stated) else None

    def _side(self, text: str, reports: Sequence[str], side: str, state: State) -> Outcome:
        """Answer one side of a turn that sets two apart."""
        return self._part(text, Opening(side), state, reports)

    def _by_half(
        self,
        saying: Saying,
        topic: Topic,
        asked: Question | None,
        anchor: Statement | None,
        state: State,
        reports: Sequence[str],
    ) -> Outcome | None:
        """Return what a turn is answered with that only says half a name (医院呢); None where it does not."""
        half = name_alone(saying.rest)
        says_whose = half != saying.rest  # 农林大的
        if (saying.asks and not says_whose) or saying.names_scope or not topic.asking:
            return None
        names = meant_by_half(half, self._knowledge.directory.names)
        tried = []
        for name in names[:_HALVES]:
            whole = self._understand(saying.text, replace(saying.opening, text=name))
            tried.append((name, self._competed(whole, topic, asked, anchor, state, reports)))
        answered = [one for one in tried if one[1].draft is not None and not one[1].draft.refused]
        if len(answered) < 2:
            best = answered or (tried if says_whose else [])
            return best[0][1] if best else None
        choices = tuple(Choice(name, name) for name, _ in answered)
        return Outcome(state, answer=which_of(saying.text, saying.question.language, saying.rest, choices))

    def _competed(
        self,
        saying: Saying,
        topic: Topic,
        asked: Question | None,
        anchor: Statement | None,
        state: State,
        reports: Sequence[str],
    ) -> Outcome:
        """Return what the reading that wins is answered with."""
        within = tuple(reports) or same_region(saying, anchor, self._knowledge)
        before = Before(anchor, asked, topic.orgs, within, topic.report)
        question = saying.question
        competition = Competition(
            self._answerer,
            before,
            saying.own,
            question.periods,
            question.language,
            verbs=saying.verbs,
            whole=bool(saying.own) and tells_off(saying.rest, named=saying.names_scope),
            moves=moves_on(saying, topic),
            asks=saying.asks,
            named=question,
            of_all=of_all(saying.opening.text, topic, self._knowledge)[1] is not topic,
        )
        won = competition.winner(readings(saying, topic, asked_by(asked)))
        if within and not reports and (won is None or not won.answers):
            competition = replace(competition, before=replace(before, reports=()), tried={})
            wider = competition.winner(readings(saying, topic, asked_by(asked)))
            if (
                wider is not None
                and wider.answers
                and all_of_wholes(wider.drafted.draft.statements, self._knowledge)
            ):
                won = wider
        if (won is None or not (won.answers or won.asks_back)) and (
            again := restated(self._answerer, saying, state, reports)
        ):
            return self._committed(saying, again, topic, state)
        if won is None:
            waits = refused(saying.text, "not_found_before") if state.pending else None
            return Outcome(state, answer=waits or talked(saying.text, "nothing_said"))
        if won.asks_back and won.drafted.meant:
            question = replace(won.drafted.question, text=won.reading.text)
            return Outcome(state, answer=ask_back(question, won.drafted.meant, 0.0), contender=won)
        if not won.answers:
            return Outcome(state, draft=won.drafted.draft, contender=won)
        return self._committed(saying, won, topic, state)

    def _confirmed(self, saying: Saying, claimed: Figure, state: State, reports: Sequence[str]) -> Outcome:
        """Return whether a claimed figure is so; a refusal where nothing is stated that it may be about."""
        if question := asking_for(saying, claimed):
            outcome = self._part(saying.text, replace(saying.opening, text=question), state, reports)
            if outcome.draft is None or outcome.draft.refused or not outcome.draft.statements:
                return outcome
            stated = comparable_beside(claimed, outcome.draft.statements[0], self._knowledge)
            after = outcome.state
        else:
            if worked := self._worked_out(claimed, state, reports):
                return Outcome(
                    replace(state, pending=None), claim_of_worked(claimed, worked, saying.question.language)
                )
            ledger = recalled(state.facts, self._knowledge)
            owned = [state.topic.report] if state.topic.report else []
            stated = meant_by(claimed, ledger, self._knowledge.statements(owned))
            after = self._comparing.after_fact(stated, state) if stated else state
        if stated is None:
            return Outcome(state, answer=talked(saying.text, "nothing_said"))
        draft = verdict_on(claimed, stated, saying.question.language, self._knowledge)
        return Outcome(replace(after, pending=None), draft)

    def _worked_out(self, claimed: Figure, state: State, reports: Sequence[str]) -> Draft | None:
        """Return what was answered last, where that was worked out and is what a bare claim may be about."""
        if state.before is None or state.pending:
            return None
        draft = self._part(state.said, opened(state.said), state.before, reports).draft
        return draft if draft and draft.derived and may_be(claimed, draft) else None

    def _committed(self, saying: Saying, won: Contender, topic: Topic, state: State) -> Outcome:
        """Return an answered part with the topic and the facts that it leaves."""
        question, draft = won.drafted.question, won.drafted.draft
        first = draft.statements[0] if draft.statements else None
        group = state.group if won.reading.bare else state.group + 1
        origins = dict.fromkeys(won.reading.kept, Origin.INHERITED)
        orgs, members = question.orgs, question.members
        scoped = orgs or members or question.rounds
        if not scoped and first is not None and is_owner(first.figure.org, self._knowledge):
            orgs = (first.figure.org,)
            origins["orgs"] = Origin.INFERRED
        report = first.report if first else (draft.citations[0].report if draft.citations else "")
        kind, times = "figure" if first else "words", (question.periods, question.rounds)
        after = Topic(orgs, members, *times, asking_again(won), kind, report, origins)
        facts = facts_of(question, draft, group)
        draft = understood_as(draft, question, won)
        return Outcome(
            replace(state.with_facts(facts), topic=after, group=group, pending=None), draft, contender=won
        )

    def _finished(
        self, text: str, outcomes: Sequence[Outcome], tell: Tell | None, *, written: bool
    ) -> CheckedAnswer:
        """Return one checked answer of all parts; of several, what is refused is told after what is answered."""
        ready = [one.answer for one in outcomes if one.answer]
        if ready:
            return ready[0]
        drafts = [one.draft for one in outcomes if one.draft]
        if len(outcomes) == 1 and outcomes[0].contender:
            drafted = replace(outcomes[0].contender.drafted, draft=drafts[0])
            answer = self._answerer.finish(text, drafted)
            return self._answerer.write(drafted, answer, tell=tell) if written else answer
        answered = [one for one in drafts if not one.refused]
        return self._answerer.check(text, merged([*answered, *(one for one in drafts if one.refused)]))

    def is_known(self, text: str) -> bool:
        """Whether a turn that seems beside the point asks for a figure that the reports state."""
        saying = self._understand(text, opened(text))
        if not saying.own or saying.question.sought[-1].asked is None:
            return False
        drafted = self._answerer.draft(saying.question)
        own = Contender(next(readings(saying, Topic(), asked_by(None))), drafted, 1.0)
        return own.answers
