"""Whether two names stand for the same organisation: names in, ``Sameness`` out.

Places, levels and units are compared one by one; what a name lacks (the place of 省信访局, the level of
临河住建局), it does not contradict.
"""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from corpus.lexicon.organisation_names import BRANCHES, ONE_COURT
from corpus.organisations.agreed_names import BUILT_IN
from corpus.organisations.anaphors import is_anaphor, may_refer_to
from corpus.organisations.name_parts import NameParts, abbreviates, name_parts
from corpus.organisations.short_names import short_names
from corpus.times.rounds import rounds_in


class Sameness(StrEnum):
    """How what two names stand for relates.

    ``PART_OF``: one is a region, its leadership or the collective of its round, the other lies in it (临河市,
    临河市住建局). ``UNKNOWN``: nothing contradicts, but one lacks what would decide (省信访局, 东原省信访局).
    """

    SAME = "same"
    PART_OF = "part_of"
    UNKNOWN = "unknown"
    DIFFERENT = "different"


_ROUND_PLACE: Final = re.compile(r"(?:届|^(?!.{1,4}届))([一-鿿]{2,9}?[省市县区州])党?委")
_COLLECTIVE: Final = re.compile(
    "被?巡[视察](?:党组织|单位|整改)|轮被?巡[视察]|委第.{1,3}轮|^(?:各|有关|相关|全体|部分|个别|多个|其他)"
)
_TYPES: Final = {
    end: ends[0]
    for ends in (
        ("法院", *(f"{level}院" for level in "高中")),
        ("检察院",),
        ("医院", "保健院", "卫生院", "人医"),
        ("大学", "学院", "学校", "中学", "小学"),
        ("公司", "集团", "银行"),
        ("局", "厅", "委", "办"),
    )
    for end in ends
}
"""What a unit is, by how it ends; no end of one sort is that of another."""
_SMALL: Final = ("镇", "乡", "街道")
_ABOVE_TOWNS: Final = re.compile("[一-鿿]{2,}(?:大学|学院|集团|有限公司)$")
"""What no town has: a name in full of one of these is of no town, but where it names it."""
_FILLER: Final = re.compile("(?<=集团)(?:股份)?(?:有限)?公司$|人民|有限责任|股份有限|有限|职业|技术")
_ZONE: Final = re.compile("(?P<economic>经济(?:技术)?开发区)|高新技术(?:产业)?开发区")
_ZONES: Final = frozenset(("开发区", "经开区", "高新区"))
"""Sorts of development zones; the first may be said of any of them."""
_NUMBERED: Final = re.compile("第[一二三四五六七八九十]+$")
_LONG_ENOUGH: Final = 6
_TOLD_ALONE: Final = 3
_PARENT: Final = 4
"""Characters of the name of a parent behind which a shorter name still is the same (北岭局 of 国家林草局北岭局)."""
_TELLING: Final = 4
"""Characters of a name without its place that still tell a line of work (水务集团)."""
_BARE_HEAD: Final = frozenset(("医院", "大学", "学院", "法院", "公司", "集团", "学校", "银行"))


class _Unit(NamedTuple):
    """What comparing asks of a unit: which sort it is ("" where its end tells none), and its words without what many have."""

    sort: str
    filled: str
    is_court: bool
    is_bare_head: bool


class _Known(NamedTuple):
    """What comparing asks of one name: the name in one wording, its parts, and what it can be.

    ``is_bare`` tells that it names no place and no level of one, ``is_special`` that more than place and unit decide;
    ``place`` is the region whose committee a collective names, None for none, ``rounds`` are those of which it is;
    ``told_region`` is what :func:`told_region` says.
    """

    name: str
    parts: NameParts
    unit: _Unit
    is_anaphor: bool
    is_collective: bool
    is_town: bool
    is_above_towns: bool
    is_bare: bool
    is_special: bool
    place: str | None
    rounds: tuple[int, ...]
    told_region: str


def _unit(unit: str) -> _Unit:
    sort = next((_TYPES[end] for end in (unit[-1:], unit[-2:], unit[-3:]) if end in _TYPES), "")
    return _Unit(sort, _FILLER.sub("", unit), unit == "法院", unit in _BARE_HEAD or len(unit) == 1)


@lru_cache(maxsize=65536)
def _known(name: str) -> _Known:
    """Return what comparing asks of a name; one is compared with thousands."""
    written, name = name, _zoned(BUILT_IN.full(name))
    parts, pointing = name_parts(name), is_anaphor(name)
    is_town = parts.level in _SMALL and bool(parts.region) and not parts.unit
    above = bool(_ABOVE_TOWNS.search(name))
    collective = bool(_COLLECTIVE.search(name))
    named = _ROUND_PLACE.search(name) if collective else None
    place = name_parts(named[1]).region if named else None
    rounds = tuple(rounds_in(name)[:1]) if collective else ()
    told = "" if name != written or pointing or collective else parts.region
    bare = not (parts.region or parts.level)
    special = pointing or collective or is_town or (bool(parts.region) and not parts.unit)
    return _Known(
        name,
        parts,
        _unit(parts.unit),
        pointing,
        collective,
        is_town,
        above,
        bare,
        special,
        place,
        rounds,
        told,
    )


def same_organisation(a: str, b: str, *, region_a: str = "", region_b: str = "") -> Sameness:
    """Say whether the names ``a`` and ``b`` stand for the same organisation.

    ``region_a`` and ``region_b`` are the regions of the texts that say them (东原省): 省信访局 said in a
    report of 东原省 is 东原省信访局. An empty name decides nothing, a pointing word (该局) at most that it
    cannot be.
    """
    if not a or not b:
        return Sameness.UNKNOWN
    one, other = _known(a), _known(b)
    if not (region_a or region_b) and _are_told_apart(one, other):
        return Sameness.DIFFERENT
    return _compare(one, other, region_a, region_b)


def _are_told_apart(one: _Known, other: _Known) -> bool:
    """Whether the regions of two names decide, as :func:`told_region` says: so it is with most of those that are compared."""
    if not one.told_region or not other.told_region or one.told_region == other.told_region:
        return False
    a, b = one.name, other.name
    return not (a.startswith(b) or b.startswith(a) or a.endswith(b) or b.endswith(a))


def _compare(one: _Known, other: _Known, region_a: str, region_b: str) -> Sameness:
    """Say what :func:`same_organisation` does by all that is known of the names."""
    special = _compare_special(one, other, region_a, region_b) if one.is_special or other.is_special else None
    if special is not None:
        return special
    a, b, parts_a, parts_b = one.name, other.name, one.parts, other.parts
    if region_a or region_b:
        parts_a, parts_b = _located(parts_a, region_a), _located(parts_b, region_b)
    if a[0] == b[0] and (_is_initialism(one, b) or _is_initialism(other, a)):
        return Sameness.SAME
    if one.is_bare is not other.is_bare or (one.is_bare and (region_a or region_b)):
        places = {parts_a.region, parts_b.region, name_parts(region_a).region, name_parts(region_b).region}
        parts_a, parts_b = _aligned(parts_a, places), _aligned(parts_b, places)
    joined = _compare_regions(parts_a, parts_b)
    if joined is not Sameness.DIFFERENT:
        unit_a = one.unit if parts_a.unit == one.parts.unit else _unit(parts_a.unit)
        unit_b = other.unit if parts_b.unit == other.parts.unit else _unit(parts_b.unit)
        joined = _joined(joined, _compare_units(parts_a, unit_a, parts_b, unit_b))
    if joined is Sameness.DIFFERENT and (a.endswith(b) or b.endswith(a)):
        return Sameness.UNKNOWN if _ends_in(a, b) or _ends_in(b, a) else joined
    return joined


def _compare_special(one: _Known, other: _Known, region_a: str, region_b: str) -> Sameness | None:
    """Say what :func:`same_organisation` does where one of the names is more than a unit of a place, None where that is all."""
    a, b = one.name, other.name
    if one.is_anaphor or other.is_anaphor:
        fits = may_refer_to(a, b) or may_refer_to(b, a) or (one.is_anaphor and other.is_anaphor)
        return Sameness.UNKNOWN if fits else Sameness.DIFFERENT
    if one.is_collective:
        return _compare_collective(one, other, region_a, region_b)
    if other.is_collective:
        return _compare_collective(other, one, region_b, region_a)
    if _is_above(one, other) or _is_above(other, one):
        return Sameness.DIFFERENT
    if _lies_in(one, region_a, other) or _lies_in(other, region_b, one):
        return Sameness.PART_OF
    return None


def _zoned(name: str) -> str:
    """Return a name with its development zone as people call it: 丰浦经开区 for 丰浦经济开发区."""
    return _ZONE.sub(lambda found: "经开区" if found["economic"] else "高新区", name)


def told_region(name: str) -> str:
    """Return the region by which ``name`` is ``DIFFERENT`` from all of others that neither begin nor end as it does, "" for none."""
    return _known(name).told_region


def _ends_in(long: str, short: str) -> bool:
    """Whether ``short`` is ``long`` without what stands before its place, a parent's name: 国能岚州供电公司, 宏原能投北岭矿区."""
    parent = len(long) - len(short)
    enough = len(short) >= _LONG_ENOUGH or (len(short) >= _TOLD_ALONE and parent >= _PARENT)
    return parent > 0 and enough and long.endswith(short)


def _joined(regions: Sameness, units: Sameness) -> Sameness:
    return next(one for one in reversed(Sameness) if one in (regions, units))


def _lies_in(inner: _Known, home: str, outer: _Known) -> bool:
    """Whether ``inner``, said in a text about ``home``, is a place or an organisation in ``outer`` by its wording."""
    region = outer.parts
    if region.unit or not region.region or inner.parts.place == region.place:
        return False
    return inner.name.startswith(outer.name) or (inner.parts.level in _SMALL and name_parts(home) == region)


def _is_above(one: _Known, town: _Known) -> bool:
    """Whether ``one`` is of what no town has, and ``town`` a town: 岭川农业大学, 柳溪镇."""
    return town.is_town and one.is_above_towns and town.parts.region not in one.name


def _is_initialism(short: _Known, full: str) -> bool:
    """Whether ``short`` is a short name of ``full`` that begins with its place: 海控, 海师大."""
    return short.is_bare and short.name in short_names(full)


def _located(parts: NameParts, region: str) -> NameParts:
    """``parts`` with the region of the text that says them, where they give only its level."""
    if not parts.region and region and parts.level:
        home = name_parts(region)
        if parts.level == home.level:
            return NameParts(home.region, parts.level, parts.unit)
    return parts


def _aligned(parts: NameParts, places: set[str]) -> NameParts:
    """``parts`` split after a place that is known otherwise: 北屏中心医院 beside 北屏市中心医院 has the region 北屏."""
    if parts.region or parts.level:
        return parts
    place = next((place for place in places if place and parts.unit.startswith(place)), "")
    if not place:
        return parts
    rest = parts.unit.removeprefix(place)
    return NameParts(place, "", name_parts(rest).unit if rest else "")


def _compare_regions(a: NameParts, b: NameParts) -> Sameness:
    if a.region and b.region:
        if a.region != b.region:
            return Sameness.DIFFERENT
        if not (a.level and b.level) or a.level == b.level:
            return Sameness.SAME
        return (
            Sameness.UNKNOWN
            if "开发区" in (a.level, b.level) and {a.level, b.level} <= _ZONES
            else Sameness.DIFFERENT
        )
    if a.level and b.level and a.level != b.level:
        return Sameness.UNKNOWN if a.leads or b.leads else Sameness.DIFFERENT
    return Sameness.SAME if a.region == b.region and a.level == b.level else Sameness.UNKNOWN


def _compare_units(a: NameParts, one: _Unit, b: NameParts, other: _Unit) -> Sameness:
    if a.unit == b.unit:
        return Sameness.SAME
    if not a.unit or not b.unit or a.leads or b.leads:
        return Sameness.PART_OF
    if (one.is_court or other.is_court) and any(
        {a.unit, b.unit} == {of, "法院"} and levels & {a.level, b.level} for of, levels in ONE_COURT.items()
    ):
        return Sameness.SAME
    if one.is_bare_head or other.is_bare_head:
        return Sameness.UNKNOWN if a.unit.endswith(b.unit) or b.unit.endswith(a.unit) else Sameness.DIFFERENT
    if one.sort and other.sort and one.sort != other.sort:
        return Sameness.DIFFERENT
    if _is_branch_of(a.unit, b.unit) or _is_branch_of(b.unit, a.unit):
        return Sameness.DIFFERENT
    short, long = (one, other) if len(one.filled) <= len(other.filled) else (other, one)
    if short.filled == long.filled:
        return Sameness.SAME
    if long.filled.endswith(short.filled):
        if _NUMBERED.search(long.filled.removesuffix(short.filled)):
            return Sameness.DIFFERENT  # 实验小学, 第二实验小学
        if len(short.filled) >= _TELLING:
            return Sameness.UNKNOWN  # 水务集团, 银沙水务集团有限公司: the place may go unsaid
    few, many = (a.unit, b.unit) if len(a.unit) <= len(b.unit) else (b.unit, a.unit)
    return Sameness.SAME if abbreviates(few, many) or few in short_names(many) else Sameness.DIFFERENT


def _is_branch_of(branch: str, unit: str) -> bool:
    """Whether the unit ``branch`` is one of several that another has: 教育局江口分局, 江澜银行望梅分行."""
    return len(branch) > len(unit) and branch.startswith(unit) and branch.endswith(BRANCHES)


def _compare_collective(collective: _Known, other: _Known, region: str, other_region: str) -> Sameness:
    """How the collective of a round or a text (被巡视党组织) and another name relate."""
    parts = _located(other.parts, other_region)
    place = _place_of(collective, region)
    other_place = _place_of(other, other_region) if other.is_collective else parts.region
    if place and other_place and place != other_place:
        return Sameness.DIFFERENT
    if other.is_collective:
        if collective.rounds and other.rounds:
            return Sameness.SAME if collective.rounds == other.rounds else Sameness.DIFFERENT
        return Sameness.UNKNOWN
    if not (parts.leads or not parts.unit):
        return Sameness.DIFFERENT
    return Sameness.PART_OF if place and other_place else Sameness.UNKNOWN


def _place_of(collective: _Known, region: str) -> str:
    return name_parts(region).region if collective.place is None else collective.place
