"""How people name one of several: a member's name as the report has it and a text in, where the text names it out.

六队 is 第六生产队, 三号线 三号索道, 康复科 康复医学科. A number counts by its value, a shorter name by keeping how the name
begins and ends, and half of it.
"""

import re
from typing import Final

from corpus.numerals import small_numeral
from corpus.organisations.short_names import is_in_order
from corpus.quantities.units import unit_at

_DIGITS: Final = "一二三四五六七八九十百\\d"
_RANGE: Final = rf"(?:[—–\-－~～至到]第?[{_DIGITS}]{{1,3}})?"
_CLASSES: Final = "标段|批次|批|轮|阶段|大队|中队|支队|分队|党支部|支部|分公司|工区|车间|泵站|号楼|片区|小组|组|期|季度|项目部|分场|分局|分院|公司|医院|院区|矿"
_ORDINAL_ENDS: Final = "队|站|库|所|店|联盟"
"""Ends of what is told by 第 and its number, whatever stands between: 第六生产队, 第二管理站."""
NUMBERED: Final = re.compile(
    r"(?P<before>[^\W\d对向由在从被将把和与及的了为各分共前后]{0,8}?)"
    rf"(?P<number>(?P<ordinal>第)?[{_DIGITS}]{{1,3}}{_RANGE}|[甲乙丙丁戊己庚])号?"
    rf"(?P<of>{_CLASSES}|(?(ordinal)[一-鿿]{{1,3}}?(?:{_ORDINAL_ENDS})|(?!)))"
)
"""What is told from its like by its number (第3党支部, 二标段, 国兴第2分公司)."""
_BY_NUMBER: Final = re.compile(
    rf"(?P<lead>第?)(?P<number>[{_DIGITS}]{{1,3}})(?P<mark>号?)(?P<of>[一-鿿]{{1,8}})"
)
"""A name that begins with its number: 第六生产队, 三号索道."""
_MENTION: Final = re.compile(rf"(?<![{_DIGITS}])(?P<lead>第?)(?P<number>[{_DIGITS}]{{1,3}})(?P<mark>号?)")
_NAMING: Final = "队组库线矿"
"""Measure words that right behind a bare numeral end a name: 六队, and not 三所."""
_SHORTEST: Final = 4
"""Characters of a name that is called by fewer."""


def place_named(name: str, text: str) -> tuple[int, int] | None:
    """Return where ``text`` names the member ``name``, None where it does not."""
    if numbered := NUMBERED.fullmatch(name):
        wanted = sort_and_number(numbered)
        spans = (
            (one.start("number"), one.end())
            for one in NUMBERED.finditer(text)
            if sort_and_number(one) == wanted
        )
        return next(spans, None) or _by_number(name, text)
    if (place := text.find(name)) >= 0:
        return place, place + len(name)
    if _BY_NUMBER.fullmatch(name):
        return _by_number(name, text)
    if len(name) < _SHORTEST or name[:2] not in text or not name.isalpha():
        return None
    left_out = "".join(f"{character}?" for character in name[2:-1])
    short = re.search(f"{name[:2]}{left_out}{name[-1]}", text)
    return short.span() if short and 2 * len(short[0]) >= len(name) else None


def leaves_out(short: str, name: str) -> bool:
    """Whether ``short`` is a name with characters left out: 云岭合作社 of 云岭茶叶专业合作社理事会."""
    return len(short) > _SHORTEST and short[:2] == name[:2] and is_in_order(short, name)


def sort_and_number(match: re.Match[str]) -> tuple[str, str]:
    """Return the sort and the number of a match of ``NUMBERED``, the number in digits."""
    numeral = match["number"].removeprefix("第")
    value = small_numeral(numeral)
    return match["of"], numeral if value is None else str(value)


def _by_number(name: str, text: str) -> tuple[int, int] | None:
    """Return where ``text`` names a member by its number and the end of its sort; its sort may stand before it."""
    own = _BY_NUMBER.fullmatch(name)
    if own is None:
        return None
    value = small_numeral(own["number"])
    for one in _MENTION.finditer(text):
        if small_numeral(one["number"]) != value:
            continue
        rest = text[one.end() :]
        if rest.startswith(own["of"]):
            return one.start(), one.end() + len(own["of"])
        if own["mark"] and one["mark"] and own["of"] in text[: one.start()]:
            return one.start(), one.end() + (rest[:1] == "线")
        counts = not (one["lead"] or one["mark"]) and unit_at(text, one.end()) and rest[0] not in _NAMING
        if (own["lead"] or own["mark"]) and rest[:1] == own["of"][-1] and not counts:
            return one.start(), one.end() + 1
    return None
