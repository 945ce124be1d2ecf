"""Readings of a turn compete: readings in, the one that is answered and accounts for the turn's own words out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.answering.pipeline import Answerer, Drafted
from bot.conversation.readings import Reading
from bot.question.content_words import is_action, is_weak, variants
from bot.question.question import Question, Sought
from corpus.figure import Statement

ALL: Final = 0.99
"""The share of a turn's own words that an answer must account for before it is taken at once."""

HALF: Final = 0.5
"""Less than that is no answer to what was said."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A reading with the draft that it makes, and the share of the turn's own words that this accounts for."""

    reading: Reading
    drafted: Drafted
    share: float

    @property
    def answers(self) -> bool:
        """Whether it is answered at all."""
        return not self.drafted.draft.refused and not self.asks_back

    @property
    def asks_back(self) -> bool:
        """Whether a bare name in it stands for several."""
        return self.drafted.meant is not None and len(self.drafted.meant.full) > 1


def compete(
    answerer: Answerer,
    readings: Iterable[Reading],
    own: Sequence[str],
    language: str,
    anchor: Statement | None = None,
    asked: Question | None = None,
    reports: Sequence[str] = (),
    spoken: Sequence[str] = (),
) -> Contender | None:
    """Return the reading that wins, or one that is refused or asks back where none is answered.

    ``anchor`` is the statement of the last answer, ``asked`` the question that it answered, ``spoken`` the
    organisations that were spoken of.
    """
    tried: dict[tuple[str, bool], Contender] = {}
    for reading in readings:
        key = (reading.text, reading.near)
        if key in tried:
            continue
        question = replace(answerer.read(reading.text), language=language)
        if reading.leans and not reading.bare and asked is not None:
            question = _carrying(question, asked)
        near = (anchor.report,) if reading.near and anchor else reports
        drafted = answerer.draft(question, anchor if reading.framed else None, near, spoken)
        tried[key] = contender = Contender(reading, drafted, accounted(own, drafted))
        if contender.answers and contender.share >= ALL:
            return contender
    answered = [one for one in tried.values() if one.answers and one.share >= HALF]
    if answered:
        return max(answered, key=lambda one: one.share)
    backs = [one for one in tried.values() if one.asks_back]
    return next(iter([*backs, *tried.values()]), None)


def _carrying(question: Question, asked: Question) -> Question:
    """Let a question know of what the one before it asked: words that may tell of what it speaks."""
    told = [word for one in asked.sought for word in (*one.context, *one.words)]
    own = {word for one in question.sought for word in (*one.context, *one.words)}
    carried = tuple(
        word
        for word in dict.fromkeys(told)
        if word not in own and not is_action(word) and not is_weak(word) and word not in _heads(asked.sought)
    )
    return replace(
        question,
        sought=tuple(replace(one, context=(*one.context, *carried)) for one in question.sought),
        leans=True,
    )


def _heads(sought: Sequence[Sought]) -> set[str]:
    return {word for one in sought for word in one.head}


def accounted(own: Sequence[str], drafted: Drafted) -> float:
    """Return the share of a turn's own words that a draft's statements and quotations say, 0 to 1."""
    if not own:
        return 1.0
    draft = drafted.draft
    said = [f"{one.title}{one.section}{one.quote}" for one in draft.citations]
    said += [f"{one.figure.org}{one.figure.metric}{one.clause}{one.about}" for one in draft.statements]
    text = "".join(said)
    return sum(_says(word, text) for word in own) / len(own)


def _says(word: str, text: str) -> float:
    if any(form in text for form in variants(word)):
        return 1.0
    pairs = [word[place : place + 2] for place in range(len(word) - 1)]
    held = sum(pair in text for pair in pairs)
    if pairs and held * 2 >= len(pairs):
        return 1.0
    return 1.0 if len(word) <= _SHORT and all(character in text for character in word) else 0.0


_SHORT: Final = 2
