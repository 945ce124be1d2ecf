"""Whether a figure is of the part that a question asks of a whole: a question and a statement in, yes or no out.

收回的贷款里，涉及房地产企业的有多少 asks of a part alone: a sentence that says nowhere 房地产 tells of the whole.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from bot.question.content_words import content_of, is_said, names_thing
from bot.ranking.asking_words import KIND_WORDS
from bot.ranking.scope_signals import is_of_other_part
from bot.ranking.term_presence import StatementSetting
from corpus.lexicon.relations import relations_in
from corpus.lexicon.synonyms import GENERIC_WORDS

_CODE: Final = re.compile(r"(?P<letters>[A-Z]{1,6})-?(?P<number>\d+(?:\.\d+)?)")
_AND_OTHERS: Final = re.compile(
    r"(?P<name>[^，,、；;。：:（()）]{2,14})等(?:\d+|[两三四五六七八九十]+)[个家所名起处件项户只座]"
)
_ALL_OF_THEM: Final = re.compile("等|[那这]?几[所家个名座]|[这那]些|涉及")
_GROUP: Final = re.compile("[；;。]")
_CLAUSE: Final = re.compile("[，,；;。]")
_PART: Final = re.compile(
    "(?:里[面头]?|[当其]中)[，,]?(?:涉及|属于|属|是|有)?(?P<part>[一-鿿“”]{2,12}?)的?(?:有|是|占)?(?:多少|几)"
)


def is_of_other_parts(names: Sequence[str], asked: str, setting: StatementSetting) -> bool:
    """Whether a figure is of none of the ``names`` of parts that are asked of, or not of the part that ``asked`` tells in words."""
    one = setting.statement
    other = _is_of_other_code(asked, setting) or _is_of_several(
        asked, one.quote, one.figure.start - one.start
    )
    return other or _lacks_part(asked, setting) or any(is_of_other_part(name, setting) for name in names)


def _is_of_other_code(asked: str, setting: StatementSetting) -> bool:
    """Whether a figure is of what has other numbers behind the same letters than is asked of: PM2.5 where PM10 is.

    The last clause before it that says such a one tells, else its sentence.
    """
    codes = _codes(asked)
    if not codes:
        return False
    one = setting.statement
    told = _codes(one.quote)
    for piece in _CLAUSE.split(one.quote[: one.figure.start - one.start]):
        told |= _codes(piece)
    return any(letters in told and numbers.isdisjoint(told[letters]) for letters, numbers in codes.items())


def _codes(text: str) -> dict[str, set[str]]:
    """Return the numbers behind each row of letters, whether a hyphen stands between or not (G104, G-104)."""
    found = defaultdict[str, set[str]](set)
    for code in _CODE.finditer(text.upper()):
        found[code["letters"]].add(code["number"])
    return found


def _is_of_several(asked: str, quote: str, start: int) -> bool:
    """Whether a figure at ``start`` is of one that is asked of and of others with it: 轨道一号线等9个项目核减4290万元."""
    told = [match for match in _AND_OTHERS.finditer(quote) if match.start() < start]
    if (
        not told
        or _ALL_OF_THEM.search(asked)
        or "sum" in relations_in(asked)
        or _GROUP.search(quote, told[-1].end(), start)
    ):
        return False
    words = [word for word in content_of(told[-1]["name"]) if names_thing(word)]
    return bool(words) and all(is_said(word, asked) for word in words)


def _lacks_part(asked: str, setting: StatementSetting) -> bool:
    """Whether a statement's sentence and what it counts say not a thing by which ``asked`` names a part of a whole."""
    one = setting.statement
    told = f"{one.quote}|{one.figure.metric}|{one.figure.org}|{one.section}"
    return any(not is_said(word, told) for word in _things_of_part(asked))


def _things_of_part(asked: str) -> tuple[str, ...]:
    part = _PART.search(asked)
    words = content_of(part["part"]) if part else ()
    return tuple(
        word
        for word in words
        if len(word) > 1 and names_thing(word) and word not in GENERIC_WORDS and word not in KIND_WORDS
    )
