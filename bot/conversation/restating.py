"""What a language model takes a leaning turn to mean: a turn that no reading answers in, the reading it wrote out."""

from collections.abc import Callable, Sequence
from typing import Final

from bot.answering.pipeline import Answerer
from bot.conversation.state import State
from bot.conversation.turns.accounting import ALL
from bot.conversation.turns.competition import Competition
from bot.conversation.turns.contender import Before, Contender
from bot.conversation.turns.opening import Opening
from bot.conversation.turns.readings import Reading
from bot.conversation.turns.saying import Saying, slots_text, understand
from bot.english.names import pinyin
from bot.generation.restatement import Background
from bot.question.question import Question
from corpus.organisations.directory import Directory
from corpus.organisations.name_parts import name_parts

_SHORT_SPELLING: Final = 5
"""So few Latin letters may be the sound of anything."""


def restated(answerer: Answerer, saying: Saying, state: State, reports: Sequence[str]) -> Contender | None:
    """Return what a turn that no rule answers means by a language model, where that is answered; else None.

    What the model wrote is read like any question. It may name whom the talk or the turn names, leaves out
    nothing that the turn says, and its answer accounts for the words of both.
    """
    restater, talk = answerer.restater, talk_of(saying, state)
    text = restater.restated(talk) if restater and talk.said else ""
    if not text:
        return None
    again = understand(text, Opening(text), answerer.read, answerer.knowledge)
    if not restates(again, saying, talk, answerer.read, answerer.knowledge.directory):
        return None
    kept = () if saying.names_owner else ("orgs",)
    reading = Reading(text, again.rest, framed=True, kept=kept)
    own = unnamed_words(saying, again)
    before = Before(reports=tuple(reports))
    won = Competition(answerer, before, own, language=saying.question.language).winner([reading])
    return won if won and won.answers and won.share >= ALL else None


def talk_of(saying: Saying, state: State) -> Background:
    """Return what a turn may lean on, as a language model is told of it."""
    topics = [topic for topic in (state.topic, state.pending) if topic]
    names = [
        name
        for topic in topics
        for name in (*topic.orgs, *topic.members, slots_text((), topic.periods, topic.rounds), topic.asking)
    ]
    names += [fact.name for fact in state.facts]
    said = (state.before.said if state.before else "", state.said)
    stated = tuple(fact.raw for fact in state.facts if fact.raw)
    return Background(
        saying.opening.text, tuple(filter(None, said)), tuple(filter(None, dict.fromkeys(names))), stated
    )


def restates(
    again: Saying, saying: Saying, talk: Background, read: Callable[[str], Question], directory: Directory
) -> bool:
    """Whether ``again`` says whose and when as ``saying`` does, and names nobody that neither it nor the talk names.

    A name that the reports know may stand for what the turn says of it (残疾人那家 is 县残疾人联合会).
    """
    new, own = again.question, saying.question
    named = {*new.orgs, *new.members}
    if not (
        named >= {*own.orgs, *own.members}
        and set(new.periods) >= set(own.periods)
        and set(new.rounds) >= set(own.rounds)
    ):
        return False
    asked = [read(text) for text in talk.said]
    spoken = {name for one in (own, *asked) for name in (*one.orgs, *one.members)}
    others = named - spoken
    return all(name in talk.words or (name in directory and _hints_at(name, talk.turn)) for name in others)


def unnamed_words(saying: Saying, again: Saying) -> tuple[str, ...]:
    """Return the own words of both, without those of ``saying`` that hint at whom ``again`` names or spell it."""
    named = (*again.question.orgs, *again.question.members)
    sound = pinyin(again.text)
    own = (
        word
        for word in saying.own
        if not any(_hints_at(name, word) for name in named)
        and not (len(word) > _SHORT_SPELLING and word.lower() in sound)
    )
    return (*own, *again.own)


def _hints_at(name: str, turn: str) -> bool:
    """Whether a turn says a part of a name that tells it from others (残疾 of 残疾人联合会)."""
    unit = name_parts(name).unit
    return any(unit[place : place + 2] in turn for place in range(len(unit) - 2))
