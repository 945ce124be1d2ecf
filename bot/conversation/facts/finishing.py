"""A turn that asks whether all of what was counted is done (都做完了吗): the turn and what was answered in, a question for how much of it is done out."""

import re
from typing import Final

from corpus.figure import Statement
from corpus.words import segmenter

_ALL_DONE: Final = re.compile(
    r"(?:那|这些|它们|他们|现在|目前|是不是|是否)*(?:都|全部?|全都|所有的?)(?:是不是|是否)?(?:已经?|按期|按时)?"
    r"(?:整改|改正|落实|完成|处理|解决|办理|执行|销号|做|办|改|弄|搞)(?:完成?|好|到位|掉|结|成)?了?(?:吗|么|没有?|嘛|吧|不|不是)?[？?\s]*"
)
"""The whole of a turn that asks whether all is done."""

_OWN: Final = re.compile("^整改(?=[一-鿿]{2})")
"""All measures are those of 整改."""


def asked_if_done(text: str, stated: Statement | None) -> str:
    """Return a turn that asks whether all is done as the question how much of what ``stated`` counts is; any other as it is."""
    if stated is None or not stated.figure.measure or not _ALL_DONE.fullmatch(text):
        return text
    nouns = [word for word, tag in segmenter().tag(stated.figure.metric) if tag in ("n", "l") and len(word) > 1]
    return f"{_OWN.sub('', nouns[-1])}完成多少{stated.figure.measure}" if nouns else text
