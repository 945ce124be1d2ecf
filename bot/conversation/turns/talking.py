"""Turns that only talk, told by what they are made of: a turn in, whether it seems to ask nothing of reports out.

Such a turn names nobody and no time and asks for nothing; it speaks to the program, tells how somebody is, or is made of
words that tell something and name nothing that reports count (外面好冷, 终于能交差了, i need a coffee).
"""

import re
from typing import Final

from bot.conversation.turns.saying import Saying
from corpus.lexicon.small_talk import is_small_talk_word
from corpus.lexicon.synonyms import STAGE_WORDS, SYNONYMS
from corpus.lexicon.wording.everyday_words import EVERYDAY_WORDS
from corpus.words import segmenter

_SPEAKS: Final = re.compile(
    r"[你您咱]|(?<!自)我(?![市县省国局院校区镇乡村厅委办部州旗])|\b(?:i|i'm|me|my|you|you're|your)\b",
    re.IGNORECASE,
)
_TOLD: Final = re.compile(r"[了啦吧嘛呀哦哈喽啊哟][\s。！!~～…，,.]*$")
_ASKS_BACK: Final = re.compile(r"[呢？?][\s。！!~～…，,.]*$|(?P<verb>[一-鿿])[不没](?P=verb)|还是")
_TELLING: Final = frozenset("a ad e i l o v y z".split())
"""Tags of words that tell or exclaim; a phrase of nouns alone asks for what it names."""

_ALSO_TOLD: Final = frozenset({"apart", "gap", "blank"})
"""Relating words that ask for nothing by themselves (咖啡喝多了, 终于交差了)."""

_EXCLAIMING: Final = frozenset("e o y z".split())

_TERMS: Final = frozenset(
    {*SYNONYMS, *SYNONYMS.values(), *EVERYDAY_WORDS, *EVERYDAY_WORDS.values(), *STAGE_WORDS}
)
"""Words that reports and those who ask about them say."""

_DIGIT: Final = re.compile(r"\d")
_HAN: Final = re.compile("[一-鿿]")
_WORD: Final = re.compile("[a-z']+")


def only_talks(saying: Saying) -> bool:
    """Whether a turn seems to speak to the program, and of nothing that reports speak of (我先下了, 你累不累)."""
    question = saying.question
    opening = saying.opening
    relations = set(saying.relations) - (set() if saying.asks else _ALSO_TOLD)
    leans = opening.corrects or opening.part or opening.claims or relations
    if saying.names_scope or leans or any(one.change for one in question.sought):
        return False
    if _SPEAKS.search(opening.text):
        return True
    if question.compared or saying.asks or saying.doubts or any(one.asked for one in question.sought):
        return False
    if _TOLD.search(saying.text):
        return True
    return not _ASKS_BACK.search(saying.text) and not _DIGIT.search(opening.text) and _tells(saying)


def _tells(saying: Saying) -> bool:
    """Whether a turn tells something in words that are nobody's terms."""
    text = saying.text.lower().replace("’", "'")
    if words := _WORD.findall(text):
        talks = bool(_SPEAKS.search(text)) or any(map(is_small_talk_word, words))
        return talks and not _HAN.search(f"{text}{saying.rest}")
    tags = segmenter().tag(text)
    telling = _EXCLAIMING if text.endswith("的") else _TELLING  # 还在催的 is what is meant
    tells = any(tag in telling or (len(word) > 1 and is_small_talk_word(word)) for word, tag in tags)
    return tells and not any(word in _TERMS for word, _ in tags if len(word) > 1)
