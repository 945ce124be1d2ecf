"""Whether one name abbreviates another word by word: two names in, yes or no out.

望川医科大附属医院 takes something of every word of 望川医科大学附属医院 that tells it from others; 望川大学
takes nothing of 医科, and so is another university.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from corpus.organisations.name_parts import name_parts
from corpus.organisations.short_names import is_in_order
from corpus.words import segmenter

_LEFT_OUT: Final = frozenset(
    "人民 集团 有限 责任 有限公司 有限责任 有限责任公司 股份 股份有限公司 公司 控股 投资 发展 技术 服务 研究 管理 和 与 及 市 省 县 区 "
    "第 委员会 工作 领导小组 办公室 党委 党组".split()
)
"""Words that a short name may leave out: they tell no two organisations apart."""

_HEADS: Final = "局厅委办院校学部署处所会社团司行心镇乡馆"
_OFFICES: Final = "局厅委办"
_SHORTEST: Final = 3
_LONGEST_UNIT: Final = 6


def may_abbreviate(short: str) -> bool:
    """Whether ``short`` is long enough and ends as a short name must."""
    return len(short) >= _SHORTEST and short[-1] in _HEADS


@lru_cache(maxsize=65536)
def abbreviates_words(short: str, full: str, place: str = "") -> bool:
    """Whether ``short`` takes of every telling word of ``full`` its first character or more, in order.

    The place (``place``, where ``full`` begins with one that is known otherwise: 澄江工业大学) may be left out
    where the rest is at least four characters; the last character stays.
    """
    if not may_abbreviate(short) or len(short) >= len(full):
        return False
    parts = name_parts(full, expand=False)
    if not parts.unit:
        return False
    unit = parts.unit.removeprefix(place) if place and not parts.region else parts.unit
    pieces = [word for word, _ in segmenter().tag(unit)]
    for before in (parts.region + parts.level, parts.region, parts.level, place):
        if before and short.startswith(before) and _takes(short[len(before) :], pieces):
            return True
    return len(short) > _SHORTEST and (short == unit or _takes(short, pieces))


def unit_shortened_at(text: str, position: int, place: str, names: Iterable[str]) -> tuple[int, str]:
    """The end of what stands at ``position`` and shortens the one unit of ``place`` among ``names`` so, and its name.

    公交 of 江湾市公共交通有限公司, right behind 江湾; (0, "") for none. What is no more than the field of an office (教育 of
    教育局) is no name.
    """
    units = {full: full.removeprefix(place) for full in names if full.startswith(place)}
    for end in range(min(len(text), position + _LONGEST_UNIT), position + 1, -1):
        short = text[position:end]
        fits = [
            full for full, unit in units.items() if is_in_order(short, unit) and not _is_field(short, unit)
        ]
        if len(fits) == 1:
            return end, fits[0]
    return 0, ""


def _is_field(short: str, unit: str) -> bool:
    return unit.startswith(short) and unit[-1] in _OFFICES


def _takes(short: str, words: list[str]) -> bool:
    """Whether ``short`` can be read off ``words``: something of each, or nothing of those left out."""
    if not words:
        return not short
    word, rest = words[0], words[1:]
    for size in range(min(len(word), len(short)), 0, -1):
        if _stands_for(short[:size], word, last=not rest) and _takes(short[size:], rest):
            return True
    return word in _LEFT_OUT and _takes(short, rest)


def _stands_for(piece: str, word: str, *, last: bool) -> bool:
    """Whether ``piece`` shortens one word: its beginning, its head, or every other character of a long one."""
    if word.startswith(piece):
        return True
    if last and len(word) <= _SHORTEST:
        return piece in (word[-1], word[0] + word[-1])
    if len(word) <= _SHORTEST or piece[0] != word[0] or len(piece) * 2 < len(word):
        return False
    characters = iter(word)
    return all(character in characters for character in piece)
