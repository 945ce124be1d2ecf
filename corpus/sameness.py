"""Whether two names stand for the same organisation: names in, ``Sameness`` out.

A name is read as a region, a level and a unit: 东原省信访局 is 东原, 省 and 信访局; 省信访局 lacks the region, 临河住建局 the
level. Units are compared in their full form (住建局 is 住房和城乡建设局); what a name lacks, it does not contradict.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from corpus.organisation_names import DEPARTMENTS, EQUAL_HEADS, TAILS
from corpus.place_names import CITIES, LEVELS, PROVINCES


class Sameness(StrEnum):
    """How what two names stand for relates.

    ``PART_OF``: one is a region, its leadership or the collective of its round, the other a unit of it (临河市,
    临河市住建局). ``UNKNOWN``: nothing contradicts, but one of them lacks what would decide (省信访局, 东原省信访局).
    """

    SAME = "same"
    PART_OF = "part_of"
    UNKNOWN = "unknown"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class NameParts:
    """An organisation's name taken apart; "" for what it does not have.

    ``region`` is the place without its level (东原), ``level`` the level of that place (省), ``unit`` the rest in its
    full form (人力资源和社会保障厅), "" for a region.
    """

    region: str
    level: str
    unit: str


_PROVINCE_LEVEL: Final = {short: full.removeprefix(short) or full for short, full in PROVINCES.items()}
_FULL_DEPARTMENT: Final = {
    alias: full for full, aliases in DEPARTMENTS.items() for alias in (full, *aliases)
}
_LEVEL: Final = "|".join(sorted(LEVELS, key=len, reverse=True))
_UNIT_START: Final = r"(?!场监|政工程|域|直|级|城)"
_QUALIFIED: Final = re.compile(
    rf"(?P<region>[一-鿿]{{2,7}}?)?(?<!城)(?P<level>{_LEVEL}){_UNIT_START}(?P<unit>.*)", re.DOTALL
)
_WHOLE: Final = re.compile(r"(?:全|我|本|该)(?P<level>[省市县区州镇乡])")
_KNOWN_PLACE: Final = re.compile(
    "|".join(sorted((*PROVINCES, *CITIES), key=len, reverse=True))
)
_DEPARTMENT: Final = re.compile(
    rf"(?P<line>{'|'.join(sorted(_FULL_DEPARTMENT, key=len, reverse=True))})"
    r"(?P<head>管理局|局|厅|委员会|委|办公室|办|部)$"
)
_TAILS: Final = re.compile(rf"(?:{'|'.join(sorted(TAILS, key=len, reverse=True))})+$")
_LEADERSHIP: Final = re.compile(r"(?:委|委员会|政府|人民政府|常委会|委常委会)?$")
_ROUND: Final = re.compile(r"第([一二三四五六七八九十百0-9]+)轮")
_COLLECTIVE: Final = re.compile("被?巡[视察](?:党组织|单位|整改)|(?:轮|次)巡[视察]|各(?:部门|单位|地)|有关|相关")
_HEAD_CHARACTERS: Final = "局厅委办院校部署处所会县市镇乡"
_COURT: Final = (("第一中级人民法院", "一中院"), ("第二中级人民法院", "二中院"), ("中级人民法院", "中院"), ("高级人民法院", "高院"), ("人民检察院", "检察院"))  # fmt: skip


@lru_cache(maxsize=8192)
def name_parts(name: str, *, expand: bool = True) -> NameParts:
    """Take an organisation's or region's name apart; 中共, 党组 and the like are dropped.

    With ``expand`` the unit is in the full form that names are compared by.
    """
    bare = re.sub("^(?:中共|中国共产党)", "", name.strip())
    bare = _TAILS.sub("", bare) or bare
    region, level, unit = _split(bare)
    return NameParts(region, level, _full_unit(unit) if expand else unit)


def _split(bare: str) -> tuple[str, str, str]:
    if whole := _WHOLE.fullmatch(bare):
        return "", whole["level"], ""
    if bare in PROVINCES:
        return bare, _PROVINCE_LEVEL[bare], ""
    if qualified := _QUALIFIED.match(bare):
        return qualified["region"] or "", qualified["level"], qualified["unit"]
    if place := _KNOWN_PLACE.match(bare):
        return place[0], _PROVINCE_LEVEL.get(place[0], ""), bare[place.end() :]
    if (department := _DEPARTMENT.search(bare)) and 2 <= department.start() <= 4:
        return bare[: department.start()], "", bare[department.start() :]
    return "", "", bare


def _full_unit(unit: str) -> str:
    """The unit with its line of work in full and its head in its shortest form."""
    for full, short in _COURT:
        unit = unit.replace(full, short)
    if department := _DEPARTMENT.search(unit):
        unit = unit[: department.start()] + _FULL_DEPARTMENT[department["line"]] + department["head"]
    for full, short in EQUAL_HEADS:
        if unit.endswith(full) and len(unit) > len(full):
            return unit.removesuffix(full) + short
    return unit


def same_organisation(a: str, b: str, *, region_a: str = "", region_b: str = "") -> Sameness:
    """Say whether the names ``a`` and ``b`` stand for the same organisation.

    ``region_a`` and ``region_b`` are the regions of the texts that say them (东原省): 省信访局 said in a report of
    东原省 is 东原省信访局. An empty name decides nothing.
    """
    if not a or not b:
        return Sameness.UNKNOWN
    if _COLLECTIVE.search(a) or _COLLECTIVE.search(b):
        return _compare_collectives(a, b, region_a, region_b)
    parts_a, parts_b = _located(name_parts(a), region_a), _located(name_parts(b), region_b)
    parts_a, parts_b = _aligned(parts_a, parts_b), _aligned(parts_b, parts_a)
    regions, units = _compare_regions(parts_a, parts_b), _compare_units(parts_a, parts_b)
    if Sameness.DIFFERENT in (regions, units):
        return Sameness.DIFFERENT
    if Sameness.PART_OF in (regions, units):
        return Sameness.UNKNOWN if regions is Sameness.UNKNOWN else Sameness.PART_OF
    return Sameness.SAME if regions is units is Sameness.SAME else Sameness.UNKNOWN


def _located(parts: NameParts, region: str) -> NameParts:
    """``parts`` with the region of the text that says them, where only their level is given and it fits."""
    if parts.region or not region:
        return parts
    home = name_parts(region)
    if parts.level and parts.level == home.level:
        return NameParts(home.region, parts.level, parts.unit)
    return parts


def _aligned(parts: NameParts, other: NameParts) -> NameParts:
    """``parts`` split where ``other`` is: 北屏中心医院 beside 北屏市中心医院 has the region 北屏."""
    if parts.region or parts.level or not other.region:
        return parts
    if parts.unit.startswith(other.region):
        return NameParts(other.region, "", _full_unit(parts.unit.removeprefix(other.region)))
    rest = parts.unit[1:]
    if parts.unit[0] == other.region[0] and abbreviates(rest, other.unit):
        return NameParts(other.region, "", rest)
    return parts


def _compare_regions(a: NameParts, b: NameParts) -> Sameness:
    if a.region and b.region:
        if a.region != b.region:
            return Sameness.DIFFERENT
        return Sameness.DIFFERENT if a.level and b.level and a.level != b.level else Sameness.SAME
    if a.level and b.level and a.level != b.level:
        return Sameness.UNKNOWN if _leads(a) or _leads(b) else Sameness.DIFFERENT
    return Sameness.SAME if a.region == b.region and a.level == b.level else Sameness.UNKNOWN


def _compare_units(a: NameParts, b: NameParts) -> Sameness:
    if a.unit == b.unit:
        return Sameness.SAME
    if _leads(a) or _leads(b):
        return Sameness.PART_OF
    short, long = sorted((a.unit, b.unit), key=len)
    return Sameness.SAME if abbreviates(short, long) else Sameness.DIFFERENT


def _leads(parts: NameParts) -> bool:
    """Whether the name is a region or its party committee or government."""
    return bool(parts.level) and bool(_LEADERSHIP.fullmatch(parts.unit))


def abbreviates(short: str, long: str) -> bool:
    """Whether ``short`` takes characters of ``long`` in order, from its first, and keeps its head if it has one."""
    if not 2 <= len(short) < len(long) or short[0] != long[0]:
        return False
    if short[-1] in _HEAD_CHARACTERS and short[-1] != long[-1]:
        return False
    position = -1
    for character in short:
        position = long.find(character, position + 1)
        if position < 0:
            return False
    return True


def _compare_collectives(a: str, b: str, region_a: str, region_b: str) -> Sameness:
    round_a, round_b = _ROUND.search(a), _ROUND.search(b)
    if round_a and round_b and round_a[1] != round_b[1]:
        return Sameness.DIFFERENT
    if region_a and region_b and region_a != region_b:
        return Sameness.DIFFERENT
    if _COLLECTIVE.search(a) and _COLLECTIVE.search(b):
        return Sameness.SAME if round_a and round_b else Sameness.UNKNOWN
    other = name_parts(b if _COLLECTIVE.search(a) else a)
    return Sameness.PART_OF if other.unit else Sameness.UNKNOWN
