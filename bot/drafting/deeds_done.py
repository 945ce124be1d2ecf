"""Whether a figure counts what was done: a statement and the deed that a question asks of in, yes or no out."""

import re
from functools import lru_cache
from typing import Final

from bot.question.content_words import COMPLEMENTS, is_weak, normal, variants
from bot.question.question import Sought
from bot.ranking.asking_words import is_done
from corpus.figure import Statement
from corpus.lexicon.rates import rate_words
from corpus.lexicon.wording.connectives import any_connective

HOW: Final = frozenset(["剩余", "平均", "每人", "人均", "提高", "下降", "增长", *rate_words("share")])
"""Words that ask for the working, which no term of it has."""

_DOING: Final = re.compile(
    "完成|办结|化解|落实|整改了|到位|解决|销号|收回|建成|交付|审结|结案|清收|验收|竣工|完工|归还|到账|入账|缴清|还清|兑付"
)
PARTLY: Final = re.compile(any_connective("partly"))
"""What says before a deed that it was done of a part, or only nearly: 基本完成."""


def tells_doing(word: str) -> bool:
    """Whether a word tells that something was brought to an end (完成, 到位率)."""
    return bool(_DOING.search(word))


def tells_thing(word: str) -> bool:
    """Whether a word tells what the terms count, rather than how they relate (未, 完成整改, 到位率)."""
    told = is_weak(word) or word in HOW or tells_doing(word)
    return not told and word.removesuffix("率") != "整改"


def names_what(sought: Sought) -> bool:
    """Whether it is said of what something is sought, and not only how much of it is left (还有几个没改完)."""
    return any(tells_thing(word) for word in (*sought.words, *sought.context))


def is_deed_done(statement: Statement, verb: str, clause: str, *, partly: bool) -> bool:
    """Whether a figure counts what was done; what was done in part (基本完成) only ``partly``."""
    text = _denied(verb, partly=partly).sub("", f"{statement.figure.metric}|{clause}")
    return bool(_DOING.search(text)) or bool(verb and is_done(deed_forms(verb), text))


def deed_forms(verb: str) -> tuple[str, ...]:
    """Return how reports say a verb, with where it went or without: 领取 for 领全."""
    ends = (size for size in range(1, len(verb)) if verb[size:] in COMPLEMENTS)
    bare = verb[: next(ends, len(verb))]  # 退 of 退出去, 处理 of 处理完
    return tuple(dict.fromkeys((verb, *variants(normal(verb)), bare, *variants(normal(bare)))))


@lru_cache(maxsize=64)
def _denied(verb: str, *, partly: bool) -> re.Pattern[str]:
    """Return what finds a deed that was not done (没有收尾, 未完成) or, unless ``partly``, only in part; ``verb`` is one beside the usual ones, or none."""
    verbs = "|".join([_DOING.pattern, *([re.escape(verb)] if verb else [])])
    blurred = "" if partly else f"|{PARTLY.pattern}"
    return re.compile(f"(?:(?:没有?|(?<!应.)未)(?:能|曾|予)?{blurred})(?:{verbs})")
