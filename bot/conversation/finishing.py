"""A turn that asks whether all of what was counted is done (都做完了吗): the turn and what was answered in, a question for how much of it is done out."""

from typing import TYPE_CHECKING, Final

from corpus.figure import Statement
from corpus.lexicon.dialogue_acts import turn_pattern
from corpus.words import segmenter

if TYPE_CHECKING:
    from bot.ranking.report_knowledge import Knowledge

_ALL_DONE: Final = turn_pattern("all_done")
"""The whole of a turn that asks whether all is done."""

_DONE: Final = turn_pattern("done_of_it")
"""What stands right before how much of it is done, as the report says it."""


def asked_if_done(text: str, stated: Statement | None, knowledge: "Knowledge") -> str:
    """Return a turn that asks whether all is done as the question how much of what ``stated`` counts is; any other as it is.

    The question asks in the verb in which the report tells it (66条措施已落实60条).
    """
    if stated is None or not stated.figure.measure or not _ALL_DONE.fullmatch(text):
        return text
    nouns = [
        word for word, tag in segmenter().tag(stated.figure.metric) if tag in ("n", "l") and len(word) > 1
    ]
    most = stated.figure.value or 0
    for one in knowledge.statements([stated.report]) if nouns else ():
        told = _DONE.search(one.quote[: one.figure.start - one.start])
        if told and one.figure.measure == stated.figure.measure and (one.figure.value or 0) <= most:
            return f"{own_noun(nouns[-1])}{told['verb']}多少{stated.figure.measure}"
    return text


def own_noun(noun: str) -> str:
    """Return what is counted without the word that all of it is of (措施 of 整改措施)."""
    return turn_pattern("of_all").sub("", noun)
