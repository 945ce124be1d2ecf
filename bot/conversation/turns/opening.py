"""How a turn begins: a text in, what it says without courtesy and what that courtesy told out."""

import re
from dataclasses import dataclass, replace
from typing import Final

from corpus.lexicon.lead_ins import LEAD_INS
from corpus.lexicon.small_talk import without_small_talk
from corpus.words import segmenter

_LONGEST: Final = max(map(len, LEAD_INS))
_MARKS: Final = " 　,，.。、:：;；!！~～…—-"
_TRAIL: Final = re.compile(
    r"(?:[\s,，。!！~～…]+(?:可以吗|好吗|行吗|好不好|谢谢|谢了|多谢|麻烦了|拜托了|please|thanks|thank you)?|(?:谢谢|多谢|麻烦了|谢了)[啦了哈]?|(?<=[一-鿿]{2})(?:(?:[发报]给|[给发])我)(?:一?[个下份]|看看)?[吧呗]?)+$",
    re.IGNORECASE,
)
_SHORT: Final = 2
"""Lead-ins of so many characters may be the beginning of a word (请问责任人)."""

_NOT_THAT: Final = re.compile(
    r"^我?(?:[问说要指]的?)?不是(?:[问说要指])?[^，,？?\d\s]{1,10}(?:的[，,]\s*(?!是|而是)|[，,\s]+(?=我(?:想|要)?(?:[问说要指]|是[问说要指])))"
)
"""What is not asked for, told before what is: 不是追缴的，…; 我不是问欠款 我问…."""

_IN_CHINESE: Final = re.compile(
    r"^(?:请|还是|那就?|换成|改成|改|你|能不能|可以|帮我|麻烦)*(?:[用说讲以]|切换?到?|翻译?成)?(?:中文|汉语|普通话)(?:来)?(?:回答|回复|说|讲|答|问|交流|回|聊|告诉我)?(?:(?:吧|好吗|可以吗|行吗|吗|好了|就行)[\s，,。:：！!]*|[\s，,。:：！!]+)(?=\S)"
)
"""A wish for the language to answer in, before what is asked (用中文吧，…): a question in Chinese is answered in it."""

_MEANT: Final = re.compile(
    "^(?P<asked>[^，,？?]*(?:多少|几|哪|率|数|吗)[^，,？?]*)[？?，,\\s]+我?(?:[说问指讲]的?是?|要的是?)(?P<whose>(?:(?![多几哪])[一-鿿]){2,10}?)的?$"
)
"""Of whom is asked, told behind what is asked: 整改率多少，我说的是整个集团."""

_BOUND: Final = ("bound", "refuted")


@dataclass(frozen=True, slots=True)
class Opening:
    """A turn without what leads it in: its ``text``, and which sorts of lead-ins were taken off.

    ``corrects`` says that it puts the turn before right, ``part`` that it asks for a part of it, ``asks`` that it
    was led in as a question (帮我查一下), ``claims`` that it tells what somebody believes (我记得是600个).
    """

    text: str
    corrects: bool = False
    part: bool = False
    asks: bool = False
    claims: bool = False


def opened(text: str) -> Opening:
    """Take small talk, courtesy and links off the beginning of a turn, and thanks off its end."""
    said = without_small_talk(text.strip()).strip(_MARKS)
    told = _TRAIL.sub("", said) or said
    told = _IN_CHINESE.sub("", told)
    meant = _NOT_THAT.sub("", told)
    if behind := _MEANT.match(meant):
        meant = f"{behind['whose']}{behind['asked']}"
    opening = Opening(meant, corrects=meant != told)
    while True:
        step = _without_one(opening)
        if step.text == opening.text:
            return opening
        opening = step


def _without_one(opening: Opening) -> Opening:
    text = opening.text
    for words, sort in _beginnings(text):
        rest = text[len(words) :]
        bare = rest.lstrip(_MARKS)
        free = bare != rest
        if not bare or (sort in _BOUND and not free and not _leads(bare)):
            continue
        led = opening.asks or opening.corrects or free
        if sort == "verb" and not (led and _ends_a_word(words, rest)):
            continue
        short = len(words) <= _SHORT and not words.endswith("下")
        if sort != "verb" and short and not free and not _ends_a_word(words, rest):
            continue
        return replace(
            opening,
            text=bare,
            corrects=opening.corrects or sort in ("correct", "refuted"),
            part=opening.part or sort == "part",
            asks=opening.asks or sort in ("polite", "bound", "verb"),
            claims=opening.claims or sort == "claim",
        )
    return opening


def _beginnings(text: str) -> list[tuple[str, str]]:
    """Return the lead-ins that a text begins with, the longest first, each with its sort."""
    low = text.lower().replace("’", "'")
    found = []
    for size in range(min(_LONGEST, len(low)), 0, -1):
        words = low[:size]
        sort = LEAD_INS.get(words)
        whole = not (words[-1].isascii() and words[-1].isalnum() and low[size : size + 1].isalnum())
        if sort and whole:
            found.append((words, sort))
    return found


def _leads(text: str) -> bool:
    """Whether what follows is a lead-in itself that stands by itself (请|帮我, 再|看下)."""
    return any(sort not in (*_BOUND, "anaphor") for _, sort in _beginnings(text))


def _ends_a_word(words: str, rest: str) -> bool:
    """Whether ``words`` end where a word ends: 查 of 查处 does not, nor 那 of 那曲."""
    if not rest or words[-1].isascii():
        return True
    cut = segmenter().cut(words[-1] + rest[:6], False)
    return bool(cut) and len(cut[0]) == 1
