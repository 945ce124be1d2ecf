"""How people name one of several: a member's name as the report has it and a text in, where the text names it out.

Who asks of 第五党总支 or 平安矿 asks of these alone: what no report lists as a member is read here by how it ends.

六队 is 第六生产队, 三号线 三号索道, 康复科 康复医学科. A number counts by its value, a shorter name by keeping how the name
begins and ends, and half of it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from corpus.lexicon.organisation_names import HEADS, MEMBER_ENDS, TAILS
from corpus.listed_names import are_names, place_name_end
from corpus.numerals import small_numeral
from corpus.organisations.short_names import is_in_order
from corpus.quantities.units import unit_at
from corpus.words import segmenter

_DIGITS: Final = "一二三四五六七八九十百\\d"
_RANGE: Final = rf"(?:[—–\-－~～至到]第?[{_DIGITS}]{{1,3}})?"
_CLASSES: Final = "标段|批次|批|轮|阶段|大队|中队|支队|分队|党支部|支部|分公司|工区|车间|泵站|号楼|片区|小组|组|期|季度|项目部|分场|分局|分院|公司|医院|院区|矿"
_ORDINAL_ENDS: Final = "队|站|库|所|店|联盟|食堂|厂|馆|楼|处|窗口|小学|中学|医院|幼儿园"
"""Ends of what is told by 第 and its number, whatever stands between: 第六生产队, 第二管理站."""
NUMBERED: Final = re.compile(
    r"(?P<before>[^\W\d对向由在从被将把和与及的了为各分共前后]{0,8}?)"
    rf"(?P<number>(?P<ordinal>第)?(?:[A-Za-z]-?)?[{_DIGITS}]{{1,3}}{_RANGE}|[甲乙丙丁戊己庚])号?"
    rf"(?P<of>{_CLASSES}|(?(ordinal)[一-鿿]{{1,3}}?(?:{_ORDINAL_ENDS})|(?!)))"
)
"""What is told from its like by its number (第3党支部, 二标段, 国兴第2分公司)."""
_OF_PLACES: Final = re.compile(
    rf"(?P<number>第?(?:[{_DIGITS}]{{1,3}}|[甲乙丙丁戊己庚])号?)(?:标段|分场|分公司|车间|支队|大队|中队|院区|支部|党支部)"
)
"""Numbered units, which no word-cutter keeps whole."""
_BY_NUMBER: Final = re.compile(
    rf"(?P<lead>第?)(?P<number>[{_DIGITS}]{{1,3}})(?P<mark>号?)(?P<of>[一-鿿]{{1,8}})"
)
"""A name that begins with its number: 第六生产队, 三号索道."""
_MENTION: Final = re.compile(rf"(?<![{_DIGITS}])(?P<lead>第?)(?P<number>[{_DIGITS}]{{1,3}})(?P<mark>号?)")
_NAMING: Final = "队组库线矿"
"""Measure words that right behind a bare numeral end a name: 六队, and not 三所."""
_ROOM: Final = re.compile("(?!.?[本专学前百全]科|[家开出当法门]庭)[一-鿿]{1,4}[科庭]")
"""A department of a hospital or a court in one word (妇产科, 刑庭)."""
_LONGEST_PLACE: Final = 5
"""Characters of a place's name that stands alone before what is asked; what is longer is no name (易地搬迁安置区)."""
_SHORTEST: Final = 4
"""Characters of a name that is called by fewer."""
_UNIT_ENDS: Final = (
    *MEMBER_ENDS,
    *(end for end in TAILS if end.endswith(("支部", "总支"))),
    *(end for head in HEADS if head.needs == "name" for end in head.suffixes),
)
"""How names of units end."""
_OF_NAMES: Final = ("n", "j", "a", "b", "m", "s", "d")
"""First letters of the tags of what names are made of."""
_NUMERAL: Final = re.compile(r"第?[一二三四五六七八九十\d]{1,3}")
_NAMES: Final = ("nr", "ns", "nz", "nt", "a", "d")
"""Tags of words that are no sort of units, and so may be a name: 平安矿, not 民营医院."""
_SMALL_PLACES: Final = ("村", "社区")
"""What any noun may name: 荷叶村."""
_NO_NAME: Final = re.compile("[哪各每该本我全这那某]|[子分总]公司|单位|[农乡]村|乡镇")
_SORT: Final = "类"
_BREAK: Final = re.compile("[　 ，,、。；;：:？?！!“”《》（）()]+")


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


def named_parts(text: str) -> tuple[str, ...]:
    """Return the units that ``text`` names, in order, each in short: 平安矿 of 西岩煤业平安矿, 法学院, 第五党总支."""
    pieces = _BREAK.split(text)
    numbered = (
        one[0][one.start("number") - one.start() :] for piece in pieces for one in _OF_PLACES.finditer(piece)
    )
    return tuple(dict.fromkeys((*(name for piece in pieces for name in _names_in(piece)), *numbered)))


def parts_asked(text: str) -> tuple[str, ...]:
    """Return what ``text`` asks of alone: the units, the sorts and the places that it names."""
    return (*named_parts(text), *sorts_named(text), *places_named(text))


def sorts_named(text: str) -> tuple[str, ...]:
    """Return the words that ``text`` calls sorts of what is counted by: 物业 of 物业类积案, 拆迁 of 征地拆迁类."""
    words = segmenter().cut(text, False)
    return tuple(word for word, after in pairwise(words) if after == _SORT and not _NO_NAME.search(word))


def places_named(text: str) -> tuple[str, ...]:
    """Return the places that parts of ``text`` begin with, which no gazetteer need know: 荻港区 of 荻港区检查."""
    names = (piece[: place_name_end(piece)] for piece in _BREAK.split(text))
    return tuple(name for name in names if 0 < len(name) <= _LONGEST_PLACE and are_names([name]))


def is_told(name: str, text: str) -> bool:
    """Whether ``text`` names the unit ``name``, by its number in any notation, or in full where that is short."""
    if place_named(name, text) is not None:
        return True
    return not _NUMERAL.match(name) and bool(re.search("[一-鿿]{0,3}?".join(name), text))  # 中医院: 中医医院


def _names_in(piece: str) -> Iterator[str]:
    run: list[tuple[str, str]] = []
    for word, tag in segmenter().tag(piece):
        end = word.endswith(_UNIT_ENDS) or _ROOM.fullmatch(word) is not None
        if not (end or tag.startswith(_OF_NAMES)):
            run = []
            continue
        run.append((word, tag))
        if end and (name := _name_of(run)) and not _NO_NAME.search(name):
            yield name


def _name_of(run: list[tuple[str, str]]) -> str:
    """Return the name of the unit that ends a run of words, "" where none does."""
    last, tag = run[-1]
    if last not in _UNIT_ENDS:
        place = tag in ("nr", "ns", "nz") and last.endswith(_SMALL_PLACES)
        return last if tag == "nt" or place or _ROOM.fullmatch(last) else ""
    if len(run) < 2:
        return ""
    before, tag = run[-2]
    if last in _SMALL_PLACES and tag == "n":
        return before + last
    if _NUMERAL.fullmatch(before):
        lead = "第" if len(run) > 2 and run[-3][0] == "第" else ""
        return f"{lead}{before}{last}"
    return before + last if tag in _NAMES else ""
