"""A short answer that has a number in it: a question and a sentence in, where the answer stands in the sentence out.

什么通道 is answered by 24小时求助通道, 哪个洞 by 2号拆解洞, 航站楼是哪个 by T3航站楼: what the question's noun is called, from its
number on. To the letter, as a name is.
"""

import re
from collections.abc import Sequence
from typing import Final

from bot.question.answer_types import leading_noun
from corpus.words import segmenter

_IS_WHICH: Final = re.compile(r"的(?P<noun>[一-鿿]{2,6})(?:是|叫做?|为)(?:哪一?[个款种座条]|什么|多少号)")
_WHICH: Final = re.compile(
    r"(?:什么样的|什么|哪一?[个款种座条项支艘架台枚颗届期类场次]|哪(?![个里些几儿]))(?P<after>[一-鿿]{1,12})"
)
_EVENT: Final = re.compile("会议|大会|活动|展会|展览|论坛|赛事|比赛")
_EVENTS: Final = "大会|博览会|会议|论坛|峰会|展览会|展会|活动|锦标赛|比赛|赛"
_NUMBER: Final = (
    r"(?<![\dA-Za-z.第])(?:第?[A-Za-z]{0,6}[-－]?\d+(?:\.\d+)?[A-Za-z0-9]*|第[一二三四五六七八九十百]+)"
)
_NO_NAME: Final = re.compile(
    r"[\d.]+(?:[年月日万亿余多]|[条项个次名件家起批种类份场位人户款台套座](?!线)|方面)"
)
"""Says how many, or when, and no name: 12条措施, 2022年整改措施."""
_WITHIN: Final = r"[^，。；、：“”《》（）()\s\d的在了是将从由和与]{0,14}?"
_QUOTED: Final = r"“(?P<quoted>[^”]*\d[^”]*)”[^，。；“]{0,4}"
_DONE: Final = re.compile(r"(?P<verb>[一-鿿]{2})了?(?:哪里|哪儿|什么(?:地方)?)[？?]?$")
_LONGEST: Final = 20
_NEAR: Final = 16
"""Characters before a phrase in which other words of the question tell whose it is."""


def asked_noun(question: str) -> str:
    """Return the noun whose name a question asks for (什么通道: 通道), "" where it asks for none."""
    if found := _IS_WHICH.search(question):
        return found["noun"]
    if not (found := _WHICH.search(question)):
        return ""
    if event := _EVENT.match(found["after"]):
        return event[0]
    return leading_noun(found["after"]) or next(
        (word for word in segmenter().cut(found["after"]) if len(word) > 1), ""
    )


def numbered_phrase(question: str, sentence: str, words: Sequence[str]) -> tuple[int, int] | None:
    """Return where in ``sentence`` the numbered name of what the question asks for stands, None where it is not.

    Of several, the one with most of ``words``, the question's own, shortly before it.
    """
    if (done := _DONE.search(question)) and (object_of := _object(done["verb"], sentence)):
        return object_of
    noun = asked_noun(question)
    if not noun:
        return None
    ends = _EVENTS if _EVENT.fullmatch(noun) else re.escape(noun)
    spans = [found.span() for found in re.finditer(f"{_NUMBER}{_WITHIN}(?:{ends})", sentence)]
    spans += [found.span("quoted") for found in re.finditer(f"{_QUOTED}(?:{ends})", sentence)]
    phrases = [(span, sentence[span[0] : span[1]]) for span in spans]
    spans = [span for span, phrase in phrases if phrase not in question and not _NO_NAME.match(phrase)]
    return max(
        spans, key=lambda span: _told(sentence[max(0, span[0] - _NEAR) : span[0]], words), default=None
    )


def _object(verb: str, sentence: str) -> tuple[int, int] | None:
    """Return where what was done to stands, where it has a number: 抵达哪里, 抵达2号拆解洞."""
    found = re.search(f"{re.escape(verb)}了?([^，。；、：“”《》（）()\\s]{{2,{_LONGEST}}})", sentence)
    return found.span(1) if found and re.search(r"\d", found[1]) else None


def _told(before: str, words: Sequence[str]) -> int:
    return sum(word in before for word in words)
