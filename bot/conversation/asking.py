"""A turn that asks: its text and what was said before in, its answer and what is remembered after it out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answer import CheckedAnswer, Draft
from bot.answering.clarification import ask_back
from bot.answering.pipeline import Answerer
from bot.conversation.competition import Contender, compete
from bot.conversation.heard import Heard
from bot.conversation.ledger import cited_by, facts_of, last_statement
from bot.conversation.merging import merged
from bot.conversation.opening import Opening, opened
from bot.conversation.parting import parts_of, row_of
from bot.conversation.readings import asked_by, readings
from bot.conversation.replies import talked
from bot.conversation.saying import Saying, understand
from bot.conversation.state import Origin, State, Topic
from bot.conversation.subjects import round_choices, whole_of
from bot.generation.writer import Tell
from bot.messages import say
from bot.question.question import Question, Shape
from bot.summary.requests import read_request, summary_of
from corpus.organisations.name_parts import name_parts


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one part of a turn came to: a draft to check, or an answer that is ready; and the state after it."""

    state: State
    draft: Draft | None = None
    answer: CheckedAnswer | None = None
    contender: Contender | None = None


class Asking:
    """Answers turns that ask, each part of them by the reading that wins."""

    def __init__(self, answerer: Answerer) -> None:
        self._answerer = answerer
        self._knowledge = answerer.knowledge

    def answer(
        self, text: str, state: State, reports: Sequence[str], tell: Tell | None, *, written: bool
    ) -> Heard:
        """Answer all that a turn asks, in order."""
        opening = opened(text)
        outcomes: list[Outcome] = []
        now = replace(state, choices=())
        for part in self._parts(opening, now, reports):
            outcomes.append(self._part(text, part, now, reports))
            now = outcomes[-1].state
        answer = self._finished(text, outcomes, tell, written=written)
        if answer.refused:
            pending = now.pending or self._pending(text, opening, state)
            return Heard(answer, replace(state, choices=answer.choices, pending=pending, library=False))
        before = replace(state, before=None)
        kept = replace(now, said=text, before=before, cited=cited_by(answer), pending=None, library=False)
        return Heard(answer, kept)

    def _parts(self, opening: Opening, state: State, reports: Sequence[str]) -> list[Opening]:
        texts = parts_of(opening.text)
        if len(texts) == 1:
            rest = self._understand("", opening).rest
            texts = row_of(rest) if not self._answered_whole(opening, 2, reports) else texts
            if len(texts) == 2 and rest and opening.text.find(rest) > 0:
                named = opening.text[: opening.text.find(rest)]
                texts = (f"{named}{texts[0]}", texts[1])
        elif self._answered_whole(opening, len(texts), reports):
            return [opening]
        if len(texts) < 2:
            return [opening]
        first = replace(opening, text=texts[0])
        return [first, *(replace(opened(one), links=True) for one in texts[1:])]

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
        saying = self._understand(text, opening)
        if whole := self._whole(saying, state):
            return whole
        topic = self._topic(saying, state)
        asked = self._answerer.read(topic.asking) if topic.asking else None
        anchor = last_statement(state, self._knowledge)
        won = compete(
            self._answerer,
            readings(saying, topic, asked_by(asked)),
            saying.own,
            saying.question.language,
            anchor,
            asked,
            reports,
            topic.orgs,
        )
        if won is None:
            return Outcome(state, answer=talked(text, "whole"))
        if won.asks_back and won.drafted.meant:
            question = replace(won.drafted.question, text=won.reading.text)
            return Outcome(state, answer=ask_back(question, won.drafted.meant, 0.0), contender=won)
        if not won.answers:
            return Outcome(state, draft=won.drafted.draft, contender=won)
        return self._committed(saying, won, topic, state)

    def _committed(self, saying: Saying, won: Contender, topic: Topic, state: State) -> Outcome:
        """Return an answered part with the topic and the facts that it leaves."""
        question, draft = won.drafted.question, won.drafted.draft
        first = draft.statements[0] if draft.statements else None
        group = state.group if won.reading.bare else state.group + 1
        origins = dict.fromkeys(won.reading.kept, Origin.INHERITED)
        orgs, members = question.orgs, question.members
        if (
            not orgs
            and not members
            and not question.rounds
            and first is not None
            and self._is_owner(first.figure.org)
        ):
            orgs = (first.figure.org,)
            origins["orgs"] = Origin.INFERRED
        report = first.report if first else (draft.citations[0].report if draft.citations else "")
        after = Topic(
            orgs,
            members,
            question.periods,
            question.rounds,
            won.reading.asking,
            "figure" if first else "words",
            report,
            origins,
        )
        facts = facts_of(question, draft, group)
        draft = _understood_as(draft, question, won)
        return Outcome(
            replace(state.with_facts(facts), topic=after, group=group, pending=None), draft, contender=won
        )

    def _is_owner(self, org: str) -> bool:
        return bool(org) and (org in self._knowledge.directory.names) and bool(name_parts(org).unit)

    def _topic(self, saying: Saying, state: State) -> Topic:
        """Return what a turn leans on: what was answered last, or what still waits for a name or a correction."""
        pending = state.pending
        if pending is None or pending.act == "summary" or not pending.asking:
            return state.topic
        names = saying.names_scope or saying.opening.corrects
        return pending if saying.is_bare and names else state.topic

    def _pending(self, text: str, opening: Opening, state: State) -> Topic | None:
        """Return what a refused turn asked, which a name or a correction may complete."""
        saying = self._understand(text, opening)
        question = saying.question
        if saying.is_bare:
            topic = state.topic
            return replace(
                topic,
                orgs=question.orgs or topic.orgs,
                periods=question.periods or topic.periods,
                rounds=question.rounds or (() if question.orgs else topic.rounds),
            )
        return Topic(
            question.orgs,
            question.members,
            question.periods,
            question.rounds,
            saying.rest,
            "figure",
            origins={},
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

    def only_names(self, text: str) -> Question | None:
        """Return a text as it was read, where it is made of names and times alone; else None."""
        if not text.strip():
            return None
        saying = self._understand(text, Opening(text))
        return saying.question if saying.names_scope and not saying.rest.strip("的") else None

    def is_known(self, text: str) -> bool:
        """Whether a turn that seems beside the point asks for a figure that the reports state."""
        saying = self._understand(text, opened(text))
        if not saying.asks or not saying.own or saying.question.sought[-1].asked is None:
            return False
        drafted = self._answerer.draft(saying.question)
        own = Contender(next(readings(saying, Topic(), asked_by(None))), drafted, 1.0)
        return own.answers

    def summary(self, text: str, name: str, state: State) -> Heard | None:
        """Return the summary of what a turn names, else of the topic; None where it names something else."""
        named = self.only_names(name) if name.strip() else None
        if name.strip() and named is None:
            return None
        outcome = self._summed(text, named, state)
        if outcome.answer is None:
            return None
        answer = outcome.answer
        if answer.refused:
            pending = Topic(act="summary")
            return Heard(answer, replace(state, choices=answer.choices, pending=pending))
        before = replace(state, before=None)
        after = replace(
            outcome.state, said=text, before=before, cited=cited_by(answer), pending=None, choices=()
        )
        return Heard(answer, after)

    def requested(self, text: str, state: State) -> Heard | None:
        """Return the summary that a turn asks for in so many words (总结一下…), None where it asks for none."""
        request = read_request(text)
        if request is None:
            return None
        name, length = request
        if not name and (state.topic.orgs or state.topic.members or state.topic.rounds):
            return self.summary(text, "", state)
        answer = summary_of(text, name, length, self._answerer.subjects)
        if answer is None:
            return None
        if answer.refused:
            return Heard(answer, replace(state, choices=answer.choices))
        named = self.only_names(name)
        topic = Topic(act="summary")
        if named is not None:
            topic = Topic(named.orgs, named.members, named.periods, named.rounds, act="summary")
        report = answer.citations[0].report if answer.citations else ""
        after = replace(
            state, topic=replace(topic, report=report), said=text, before=replace(state, before=None)
        )
        return Heard(answer, replace(after, cited=cited_by(answer), pending=None, choices=()))

    def _whole(self, saying: Saying, state: State) -> Outcome | None:
        """Return the summary where a turn only names somebody, and nothing is asked of them but how they do."""
        if saying.rest.strip("的") or not saying.names_scope:
            return None
        waits = state.pending is not None and state.pending.act == "summary"
        if state.pending is not None and not waits:
            return None
        if waits or state.topic.act == "summary" or not state.topic.asking:
            outcome = self._summed(saying.text, saying.question, state)
            return outcome if outcome.answer else None
        return None

    def _summed(self, text: str, named: Question | None, state: State) -> Outcome:
        """Sum up what is named, else the topic; without either, ask back."""
        topic = state.topic
        if named is not None:
            topic = Topic(named.orgs, named.members, named.periods, named.rounds)
        topic = replace(topic, asking="", act="summary", origins={})
        if not (topic.orgs or topic.members or topic.rounds or topic.periods):
            return Outcome(state, answer=round_choices(text, self._knowledge))
        answer = whole_of(text, topic, self._answerer.subjects)
        if answer is None or answer.refused:
            return Outcome(state, answer=answer)
        report = answer.citations[0].report if answer.citations else ""
        return Outcome(replace(state, topic=replace(topic, report=report)), answer=answer)


def _understood_as(draft: Draft, question: Question, won: Contender) -> Draft:
    """Return a draft that says whom it took to be meant, where that was not said and the text does not say it."""
    if "orgs" not in won.reading.kept or not question.orgs or question.orgs[0] in draft.text:
        return draft
    note = say("dialogue.understood", question.language, name=question.orgs[0])
    longer = replace(draft, text=f"{draft.text}\n{note}", claims=f"{draft.claims}\n{' ' * len(note)}")
    return replace(longer, plainer=_understood_as(draft.plainer, question, won)) if draft.plainer else longer
