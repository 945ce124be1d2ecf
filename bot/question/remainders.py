"""Questions for what is left undone: a question's wording in, what asks for the whole and for what was done of it out.

还有多少座危桥没拆没加固 asks how many 危桥 there are, less how many were 拆加固.
"""

import re
from dataclasses import dataclass
from typing import Final

from bot.question.content_words import COMPLEMENTS
from bot.question.question import Question
from corpus.words import segmenter

_NOT: Final = re.compile("(?:[还仍尚]|依然|至今)?(?:没有?|(?<!应.)(?<!应)未)(?:能|曾|被|给|再|按期|及时)*")
_STILL: Final = re.compile("还(?=[有剩差欠])|(?:还?(?:剩下?|差|欠))(?=[着了]?(?:多少|几))")
_WHERE: Final = COMPLEMENTS.union("去来")
_OF: Final = "没未的了呢吗啊？?，,。　 "
_ASKING: Final = re.compile("的?有?(?P<asks>多少|几)")
_MOST: Final = 3
"""Words of which what was not done may be made: 补|上|证, 收|回来."""


@dataclass(frozen=True, slots=True)
class Remainder:
    """A question for what is left, as one for the ``whole``, and one for what was ``done`` of it by these ``deeds``."""

    whole: str
    done: str
    deeds: tuple[str, ...]


def find_remainder(question: Question) -> Remainder | None:
    """Return what a question asks to be left; None where it says nothing to be undone, or seeks more than one figure."""
    if len(question.sought) != 1:
        return None
    wording = question.wording if question.language == "en" else question.text
    kept, deeds, place = "", list[str](), 0
    for match in _NOT.finditer(wording):
        if match.start() >= place and (deed := _deed(wording[match.end() :])):
            kept, place = f"{kept}{wording[place : match.start()]}", match.end() + len(deed)
            deeds.append(deed)
    whole = _STILL.sub("", f"{kept}{wording[place:]}")
    asking = _ASKING.search(whole)
    if not deeds or asking is None:
        return None
    before, after = whole[: asking.start()], whole[asking.end() :]
    asks = f"有{asking['asks']}{after}"
    return Remainder(f"{before}{asks}", f"{before}已{'、'.join(deeds)}的{asks}", tuple(deeds))


def _deed(text: str) -> str:
    """Return the deed that a text begins with and where it went (收回来), without what it is done to."""
    deed = ""
    for count, (word, tag) in enumerate(segmenter().tag(text, False)):
        goes_on = word in _WHERE if count else tag[0] not in "mqrup"
        if word[0] in _OF or count == _MOST or not (goes_on or tag == "v"):
            break
        deed += word
    return deed
