"""Whether a figure counts what was done: a statement and the deed that a question asks of in, yes or no out."""

import re
from functools import lru_cache
from typing import Final

from bot.question.content_words import COMPLEMENTS, normal, variants
from bot.ranking.asking_words import is_done
from corpus.figure import Statement
from corpus.lexicon.wording.connectives import any_connective

_DOING: Final = re.compile(
    "完成|办结|化解|落实|整改了|到位|解决|销号|收回|建成|交付|审结|结案|清收|验收|竣工|完工|归还|到账|入账|缴清|还清|兑付"
)
PARTLY: Final = re.compile(any_connective("partly"))
"""What says before a deed that it was done of a part, or only nearly: 基本完成."""


def tells_doing(word: str) -> bool:
    """Whether a word tells that something was brought to an end (完成, 到位率)."""
    return bool(_DOING.search(word))


def is_deed_done(statement: Statement, verb: str, clause: str, *, partly: bool) -> bool:
    """Whether a figure counts what was done; what was done in part (基本完成) only ``partly``."""
    text = _denied(verb, partly=partly).sub("", f"{statement.figure.metric}|{clause}")
    return bool(_DOING.search(text)) or bool(verb and is_done(deed_forms(verb), text))


def deed_forms(verb: str) -> tuple[str, ...]:
    """Return how reports say a verb, with where it went or without: 领取 for 领全."""
    bare = verb[0] if verb[1:] in COMPLEMENTS else verb
    return tuple(dict.fromkeys((verb, *variants(normal(verb)), bare, *variants(normal(bare)))))


@lru_cache(maxsize=64)
def _denied(verb: str, *, partly: bool) -> re.Pattern[str]:
    """Return what finds a deed that was not done (没有收尾, 未完成) or, unless ``partly``, only in part; ``verb`` is one beside the usual ones, or none."""
    verbs = "|".join([_DOING.pattern, *([re.escape(verb)] if verb else [])])
    blurred = "" if partly else f"|{PARTLY.pattern}"
    return re.compile(f"(?:(?:没有?|(?<!应.)未)(?:能|曾|予)?{blurred})(?:{verbs})")
