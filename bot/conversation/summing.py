"""Turns that ask how it is going: a name, or the topic, in; the summary of it and what is remembered after it out."""

from dataclasses import replace

from bot.answer import CheckedAnswer
from bot.answering.pipeline import Answerer
from bot.conversation.facts.ledger import cited_by
from bot.conversation.heard import Heard
from bot.conversation.outcome import Outcome
from bot.conversation.state import State, Topic
from bot.conversation.subjects import round_choices, whole_of
from bot.conversation.turns.opening import Opening
from bot.conversation.turns.saying import Saying, understand
from bot.question.content_words import content_of, is_said
from bot.question.question import Question
from bot.summary.requests import read_request, summary_of
from corpus.lexicon.synonyms import GENERIC_WORDS


class Summing:
    """Sums up whom a turn names, else who is spoken of."""

    def __init__(self, answerer: Answerer) -> None:
        self._answerer = answerer

    def only_names(self, text: str) -> Question | None:
        """Return a text as it was read, where it is made of names and times alone; else None."""
        if not text.strip():
            return None
        saying = understand("", Opening(text), self._answerer.read, self._answerer.knowledge)
        return saying.question if saying.names_scope and not saying.rest.strip("的") else None

    def summary(self, text: str, name: str, state: State) -> Heard | None:
        """Return the summary of what a turn names, else of the topic; None where it names something else."""
        named = (self.only_names(name) or self._only_short(name)) if name.strip() else None
        titled = self._titled(name) if named is None else ""
        if name.strip() and named is None and not titled:
            return None
        outcome = self._summed(text, named, state) if not titled else self._of_report(text, titled, state)
        if outcome.answer is None:
            return None
        if outcome.answer.refused:
            pending = Topic(act="summary")
            return Heard(outcome.answer, replace(state, choices=outcome.answer.choices, pending=pending))
        return Heard(outcome.answer, _after(text, outcome.answer, outcome.state, state))

    def _only_short(self, name: str) -> Question | None:
        """Return a text as the one organisation was read whose name it ends (供销社 of 某县供销社); None for none or several."""
        said = name.strip(" 　的")
        full = [one for one in self._answerer.knowledge.directory.names if one.endswith(said)]
        return self.only_names(full[0]) if len(said) > 1 and len(full) == 1 else None

    def _titled(self, name: str) -> str:
        """Return the one report (its id) whose title says all that a name says (古镇整治), "" for none or several."""
        words = [word for word in content_of(name) if word not in GENERIC_WORDS]
        places = self._answerer.knowledge.places(self._answerer.knowledge.titles)
        found = [
            report
            for report, place in places.items()
            if all(is_said(word, place.report.title) for word in words)
        ]
        return found[0] if words and len(found) == 1 else ""

    def _of_report(self, text: str, report: str, state: State) -> Outcome:
        """Sum up one report."""
        answer = summary_of(text, report, "short", self._answerer.subjects)
        if answer is None or answer.refused:
            return Outcome(state, answer=answer)
        return Outcome(_with_report(state, Topic(act="summary"), answer), answer=answer)

    def requested(self, text: str, state: State) -> Heard | None:
        """Return the summary that a turn asks for in so many words (总结一下…), None where it asks for none."""
        request = read_request(text)
        if request is None:
            return None
        name, length = request
        topic = state.topic
        if not name and (topic.orgs or topic.members or topic.rounds):
            return self.summary(text, "", state)
        answer = summary_of(text, name, length, self._answerer.subjects)
        if answer is None:
            return None
        if answer.refused:
            return Heard(answer, replace(state, choices=answer.choices))
        named = self.only_names(name)
        topic = _of(named) if named is not None else Topic(act="summary")
        return Heard(answer, _after(text, answer, _with_report(state, topic, answer), state))

    def whole(self, saying: Saying, state: State) -> Outcome | None:
        """Return the summary where a turn only names somebody, and nothing is asked of them but how they do."""
        if saying.rest.strip("的") or not saying.names_scope or saying.relations:
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
        topic = replace(state.topic, asking="", act="summary", origins={})
        if named is not None:
            topic = _of(named)
        if not (topic.orgs or topic.members or topic.rounds or topic.periods):
            return Outcome(state, answer=round_choices(text, self._answerer.knowledge))
        answer = whole_of(text, topic, self._answerer.subjects, self._answerer.knowledge)
        if answer is None or answer.refused:
            return Outcome(state, answer=answer)
        return Outcome(_with_report(state, topic, answer), answer=answer)


def _of(named: Question) -> Topic:
    return Topic(named.orgs, named.members, named.periods, named.rounds, act="summary")


def _with_report(state: State, topic: Topic, answer: CheckedAnswer) -> State:
    reports = {one.report for one in answer.citations}
    report = next(iter(reports)) if len(reports) == 1 else ""
    return replace(state, topic=replace(topic, report=report))


def _after(text: str, answer: CheckedAnswer, after: State, before: State) -> State:
    """Return what is remembered after a summary was given."""
    told = replace(after, said=text, before=replace(before, before=None), cited=cited_by(answer))
    return replace(told, pending=None, choices=(), library=False)
