"""The short names that a full name gives rise to: 海师大 of 海南师范大学, 临河住建局 of the 局 in full."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Final

from corpus.lexicon.organisation_names import DEPARTMENTS, ENDS, TRADES
from corpus.organisations.name_parts import NameParts, name_parts

_SHORTEST_UNIT: Final = 2
_COMPANY: Final = re.compile(
    "(?P<core>.{2,12}?)(?P<group>集团)?(?:有限责任公司|股份有限公司|有限公司|总公司|公司)$|(?P<only>.{2,12}?)集团$"
)
_COMPANY_END: Final = re.compile("(?<=集团)(?:股份)?(?:有限)?(?:责任)?公司$|(?:股份)?有限(?:责任)?公司$")
_DEPARTMENT: Final = re.compile(
    rf"(?P<work>{'|'.join(sorted(DEPARTMENTS, key=len, reverse=True))})"
    "(?P<head>管理局|局|厅|委员会|委|办公室|办|部)$"
)
_DROPPED: Final = ("大学", "职业技术学院", "职业学院")
_LEGAL_FORM: Final = re.compile("(?:股份|集团)?有限(?:责任)?公司(?=[一-鿿]{2,})")
_SECOND_TRADE: Final = re.compile("(?<=投资|建设|开发|控股|运营)(?:发展|开发|经营|运营|建设|管理|控股)$")
_HEAD_FORMS: Final = {"委员会": ("委员会", "委"), "办公室": ("办公室", "办"), "管理局": ("管理局", "局")}
_TRADE: Final = re.compile("|".join(TRADES) + "|.")
_LEADERSHIP: Final = re.compile("委|政府|人民政府|纪委|监委|人大|政协")
_NO_SHORT_NAME: Final = re.compile(
    "(?:师大|理工|大学|法院|[高中]院|师范|人医|妇幼|疾控|检察院|编办|[一二三][院医]|[一-鿿]|[投控建发开]{2}|[省市县][控投])"
)


def without_company_end(name: str) -> str:
    """Return a name without what people and reports leave out of a company's: 水务集团 of 水务集团有限公司."""
    return _COMPANY_END.sub("", name)


@lru_cache(maxsize=16384)
def short_names(name: str) -> frozenset[str]:
    """The short names that may stand for the full name ``name``; ``name`` itself is not among them.

    They are candidates: a short name that several organisations share decides nothing by itself.
    """
    parts = name_parts(name, expand=False)
    if not parts.unit:
        return frozenset({parts.region} - {name, ""})
    if (branch := _LEGAL_FORM.sub("", name)) != name:
        return frozenset({branch}) | short_names(branch)  # 华丰银行股份有限公司澄江省分行
    units = _short_units(parts.unit)
    names = {region + unit for region, unit in product(_region_forms(parts), {parts.unit, *units})}
    if parts.region:
        names |= {parts.region[0] + unit for unit in units if len(unit) <= 2}
    return frozenset(short for short in names if not _NO_SHORT_NAME.fullmatch(short)) - {name}


def unit_names(name: str, place: str = "") -> frozenset[str]:
    """What an organisation is called where its place goes without saying: 供销社 of 柏田县供销合作社; none of leadership.

    ``place`` is the one that it begins with where that has no level there (松台农村商业银行).
    """
    unit = name_parts(name, expand=False).unit.removeprefix(place)
    if _LEADERSHIP.match(unit):
        return frozenset()
    return frozenset(one for one in {unit, *_short_units(unit)} if len(one) >= _SHORTEST_UNIT)


def _region_forms(parts: NameParts) -> tuple[str, ...]:
    if not parts.region:
        return ("",)
    if _LEADERSHIP.match(parts.unit):
        return parts.region + parts.level, parts.level
    forms = (parts.region + parts.level, parts.region, parts.level)
    return (*forms, "") if parts.unit.endswith(("集团", "公司", "局", "厅", "委", "委员会")) else forms


def _short_units(unit: str) -> set[str]:
    shorts: set[str] = set()
    for stem, end in _ends(unit):
        shorts.update(stem + form for form in ENDS[end])
        shorts.update({stem} if len(stem) >= 4 and end in _DROPPED else ())
    if department := _DEPARTMENT.search(unit):
        stem = unit[: department.start()]
        heads = _HEAD_FORMS.get(department["head"], (department["head"],))
        works = (department["work"], *DEPARTMENTS[department["work"]])
        shorts.update(stem + work + head for work, head in product(works, heads))
    if company := _COMPANY.search(unit):
        shorts |= _short_companies(company["core"] or company["only"])
    return shorts - {unit}


def _ends(name: str) -> Iterator[tuple[str, str]]:
    """Yield each end of a name that has short forms, with what stands before it."""
    return ((name.removesuffix(end), end) for end in ENDS if name.endswith(end))


def _short_companies(core: str) -> set[str]:
    """水务投资: 水务投资公司, 水务投资集团, 水务投资, 水投集团, 水投公司, 水投; 发展控股 also 控."""
    shorts = {core + "公司", core + "集团"}
    for stem, end in _ends(core):
        shorts.update(stem + form + kind for form in ENDS[end] for kind in ("", "公司", "集团"))
    if (shorter := _SECOND_TRADE.sub("", core)) != core and len(shorter) >= 4:
        shorts |= _short_companies(shorter) - {shorter}  # 水务投资发展: 水投
    if len(core) >= 4:
        shorts.add(core)
    initials = "".join(TRADES.get(piece, piece) for piece in _TRADE.findall(core))
    last = TRADES.get(core[-2:], "")
    if last in ("投", "控", "建", "发", "开") and len(core) >= 4:
        for short in {initials, core[0] + last}:
            shorts |= {short, short + "集团", short + "公司"}
        shorts.add(last)
    return shorts


def is_in_order(short: str, long: str) -> bool:
    """Whether the characters of ``short`` stand in ``long`` in this order: 水投 in 水务投资集团."""
    rest = iter(long)
    return all(character in rest for character in short)
