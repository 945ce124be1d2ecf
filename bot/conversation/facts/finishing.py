"""A turn that asks whether all of what was counted is done (都做完了吗): the turn and what was answered in, a question for how much of it is done out."""

import re
from typing import Final

from corpus.figure import Statement
from corpus.lexicon.dialogue_acts import turn_pattern
from corpus.words import segmenter

_ALL_DONE: Final = turn_pattern("all_done")
"""The whole of a turn that asks whether all is done."""

_OWN: Final = re.compile("^整改(?=[一-鿿]{2})")
"""All measures are those of 整改."""


def asked_if_done(text: str, stated: Statement | None) -> str:
    """Return a turn that asks whether all is done as the question how much of what ``stated`` counts is; any other as it is."""
    if stated is None or not stated.figure.measure or not _ALL_DONE.fullmatch(text):
        return text
    nouns = [
        word for word, tag in segmenter().tag(stated.figure.metric) if tag in ("n", "l") and len(word) > 1
    ]
    return f"{_OWN.sub('', nouns[-1])}完成多少{stated.figure.measure}" if nouns else text
