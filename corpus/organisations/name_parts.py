"""A name of an organisation taken apart into place, level and unit: a name in, ``NameParts`` out."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from corpus.lexicon.organisation_names import (
    COMMITTEE_BODIES,
    COURTS,
    DEPARTMENTS,
    EQUAL_HEADS,
    LEADERS,
    MINISTRIES,
    TAILS,
)
from corpus.lexicon.places import CITIES, LEVELS, PEOPLES, PROVINCES, TOWNSHIP_PEOPLES


@dataclass(frozen=True, slots=True)
class NameParts:
    """An organisation's name taken apart; "" for what it does not have.

    ``region`` is the place without its level (东原), ``level`` the level of that place (省), ``unit`` the
    rest (人力资源和社会保障厅), "" for a region.
    """

    region: str
    level: str
    unit: str

    @property
    def place(self) -> str:
        """The full name of the place (东原省, 广西壮族自治区); "" without a place or its level."""
        full = PROVINCES.get(self.region, "")
        if full.endswith(self.level or "-"):
            return full
        return self.region + self.level if self.region and self.level else ""

    @property
    def leads(self) -> bool:
        """Whether this is a region, its party committee or its government: 临河市, 县委, 全省, 望江街道办."""
        return bool(self.level) and (
            self.unit in _LEADERSHIP or self.unit in LEADERS.get(self.level[-2:], ())
        )


def _either(words: object) -> str:
    return "|".join(sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


_FULL_WORK: Final = {
    alias: full for full, aliases in reversed(DEPARTMENTS.items()) for alias in (full, *aliases)
}
"""What each form of a line of work is compared by; of two lines that share a short form it is the first's."""
_LEVEL_OF_PROVINCE: Final = {short: full.removeprefix(short) for short, full in PROVINCES.items()}
_PLACE: Final = re.compile(
    rf"(?P<region>{_either((*PROVINCES, *CITIES))})(?P<level>{_either(LEVELS)})?(?![场域])(?P<unit>.*)",
    re.DOTALL,
)
_QUALIFIED: Final = re.compile(
    r"(?P<region>(?!自治|开发|高新|经开|工业园|产业园|经济技)(?:(?![委省])[一-鿿]){2,7}?)?"
    rf"(?:(?<![城社灌])|(?<=[^主老新县市心]城)(?=区))(?P<level>{_either(LEVELS)})"
    r"(?!场监|政工程|域|直(?!属?机关)|级|城(?![市投建管乡])|镇|(?<=乡)村)(?P<unit>.*)",
    re.DOTALL,
)
_WHOLE: Final = re.compile(r"(?:全|我|本|该)(?P<level>[省市县区州镇乡])")
_DEPARTMENT: Final = re.compile(
    rf"(?P<work>{_either(_FULL_WORK)})(?P<head>管理局|局|厅|委员会|委|办公室|办|部)$"
)
_INNER_HEADS: Final = ("处", "科", "室", "部")
_INNER: Final = re.compile(rf"(?:{_either(_FULL_WORK)})(?:{'|'.join(_INNER_HEADS)})")
_PEOPLES: Final = re.compile(
    rf"(?<!内)(?:(?:{_either(PEOPLES)})+(?=自治区)|(?:{_either(PEOPLES)})*自治(?=[州县旗]))"
    rf"|(?<=[一-鿿]{{2}})(?:{_either(TOWNSHIP_PEOPLES)})+(?:民族)?(?=[乡镇])"
)
_PARTY: Final = re.compile("^(?:中共|中国共产党)?(?:[十\\d一二三四五六七八九]{1,3}届(?=.{2,}委))?")
_TAILS: Final = re.compile(rf"(?:(?<![省市县区州])纪委|{_either(set(TAILS) - {'纪委'})})+$")
_LEADERSHIP: Final = frozenset(
    ("", *"委 委员会 政府 人民政府 党委 党委政府".split(), *(f"委{level}政府" for level in "省市县区州"))
)
_OF_COMMITTEE: Final = re.compile(rf"委(?=(?:{_either((*MINISTRIES, *COMMITTEE_BODIES))}))")
_STATE_OWNED: Final = re.compile("国[有营](?=[^资企].)")
_WHOLE_HEADS: Final = ("大学", "学院", "医院", "学校", "中学", "小学", "法院", "银行")
_HEAD_CHARACTERS: Final = "局厅委办院校部署处所会县市镇乡"


@lru_cache(maxsize=16384)
def name_parts(name: str, *, expand: bool = True) -> NameParts:
    """Take an organisation's or region's name apart; 中共, 党组 and the like are dropped.

    With ``expand`` the unit is in the form that names are compared by: its line of work in full
    (住房和城乡建设局 of 住建局), its head in short (卫生健康委 of 卫生健康委员会).
    """
    bare = _PARTY.sub("", name.strip())
    bare = _PEOPLES.sub("", _TAILS.sub("", bare) or bare)
    region, level, unit = _split(bare)
    while (
        unit
        and region
        and (inner := _QUALIFIED.match(unit))
        and inner["region"]
        and len(inner["region"]) <= 4
    ):
        region, level, unit = inner["region"], inner["level"], inner["unit"]  # 北京市海淀区人民法院
    if level and (committee := _OF_COMMITTEE.match(unit)):
        unit = unit[committee.end() :]  # 柏川县委组织部, 柏川组织部
    unit = _STATE_OWNED.sub("", unit, count=1) if _STATE_OWNED.match(unit) else unit
    return NameParts(region, level, _expanded(unit) if expand else unit)


def _split(bare: str) -> tuple[str, str, str]:
    if whole := _WHOLE.fullmatch(bare):
        return "", whole["level"], ""
    if place := _PLACE.match(bare):
        level = place["level"] or _LEVEL_OF_PROVINCE.get(place["region"], "")
        return place["region"], level, place["unit"]
    if qualified := _QUALIFIED.match(bare):
        return qualified["region"] or "", qualified["level"], qualified["unit"]
    if (department := _DEPARTMENT.search(bare)) and 2 <= department.start() <= 4:
        return bare[: department.start()], "", bare[department.start() :]
    return "", "", bare


def _expanded(unit: str) -> str:
    for full, short in COURTS:
        unit = unit.replace(full, short)
    if department := _DEPARTMENT.search(unit):
        unit = unit[: department.start()] + _FULL_WORK[department["work"]] + department["head"]
    for full, short in EQUAL_HEADS:
        if unit.endswith(full) and len(unit) > len(full):
            return unit.removesuffix(full) + short
    return unit


def is_bare_department(name: str) -> bool:
    """Whether a name says only what an office does, and not whose it is: 财务处, 审计科."""
    return name.endswith(_INNER_HEADS) and _INNER.fullmatch(name) is not None


def located_name(name: str, region: str) -> str:
    """Return ``name`` with its region where it gives only the level: 县教育局 in 青岚县 is 青岚县教育局."""
    parts, home = name_parts(name), name_parts(region)
    only_level = parts.level and not parts.region and name.startswith(parts.level)
    if region and only_level and parts.level == home.level:
        return region + name.removeprefix(parts.level)
    if region and name == "全" + home.level:
        return region
    return name


def abbreviates(short: str, long: str) -> bool:
    """Whether ``short`` takes characters of ``long`` in order, from its first, and keeps its head."""
    if not 2 <= len(short) < len(long) or short[0] != long[0] or short.endswith(_WHOLE_HEADS):
        return False
    if short[-1] in _HEAD_CHARACTERS and short[-1] != long[-1]:
        return False
    position = -1
    for character in short:
        position = long.find(character, position + 1)
        if position < 0:
            return False
    return True
