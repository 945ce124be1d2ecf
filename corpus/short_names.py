"""The short names that an organisation's full name gives rise to: 海南师范大学 is 海师大, 临河市住房和城乡建设局 临河住建局."""

import re
from itertools import product
from typing import Final

from corpus.organisation_names import DEPARTMENTS
from corpus.sameness import NameParts, name_parts

WORDS: Final = {
    "师范大学": ("师大", "师范"), "理工大学": ("理工", "理工大"), "科技大学": ("科大", "科技大"), "农业大学": ("农大",),
    "医科大学": ("医大", "医科大"), "财经大学": ("财大", "财经大"), "工业大学": ("工大", "工业大"), "交通大学": ("交大",),
    "政法大学": ("政法",), "外国语大学": ("外大",), "林业大学": ("林大",), "中医药大学": ("中医药",), "民族大学": ("民大", "民族大"),
    "大学": ("大",), "职业技术学院": ("职院", "职业学院", "职技院"), "职业学院": ("职院",), "师范学院": ("师院",), "医学院": ("医学院",),
    "高级人民法院": ("高院",), "第一中级人民法院": ("一中院",), "第二中级人民法院": ("二中院",), "中级人民法院": ("中院", "中级法院"),
    "人民法院": ("法院",), "人民检察院": ("检察院",), "农业科学院": ("农科院",), "社会科学院": ("社科院",), "科学院": ("科院",),
    "第一人民医院": ("一医院", "一院"), "第二人民医院": ("二医院", "二院"), "第三人民医院": ("三医院", "三院"), "人民医院": ("医院", "人医"),
    "妇幼保健院": ("妇幼",), "疾病预防控制中心": ("疾控中心", "疾控"), "广播电视台": ("广电台", "电视台"),
    "巡察工作领导小组办公室": ("巡察办",), "巡视工作领导小组办公室": ("巡视办",), "机构编制委员会办公室": ("编办",),
    "外事工作委员会办公室": ("外办", "外事办"), "管理委员会": ("管委会",), "网络安全和信息化委员会办公室": ("网信办",),
    "国有资产监督管理委员会": ("国资委",), "发展和改革委员会": ("发改委", "发展改革委"), "卫生健康委员会": ("卫健委", "卫生健康委"),
    "工业和信息化委员会": ("工信委",), "供销合作社联合社": ("供销社",), "残疾人联合会": ("残联",), "妇女联合会": ("妇联",),
    "工商业联合会": ("工商联",), "文学艺术界联合会": ("文联",), "科学技术协会": ("科协",), "红十字会": (), "总工会": ("工会",),
    "贸易促进委员会": ("贸促会",), "住房公积金管理中心": ("公积金中心", "公积金管理中心"), "人大常委会": ("人大",),
}  # fmt: skip
"""The end of a full name, and the short ends in use for it."""

_COMPANY: Final = re.compile(
    r"(?P<core>.{2,12}?)(?P<group>集团)?(?:有限责任公司|股份有限公司|有限公司|总公司|公司)$|(?P<only>.{2,12}?)集团$"
)
_TRADE: Final = {"投资": "投", "控股": "控", "建设": "建", "开发": "开", "发展": "发", "旅游": "旅", "交通": "交", "水务": "水"}
_DEPARTMENT_END: Final = re.compile(
    rf"(?P<line>{'|'.join(sorted(DEPARTMENTS, key=len, reverse=True))})(?P<head>管理局|局|厅|委员会|委|办公室|办|部)$"
)
_HEAD_FORMS: Final = {"委员会": ("委员会", "委"), "办公室": ("办公室", "办"), "管理局": ("管理局", "局")}


def short_names(name: str) -> set[str]:
    """The short names that may stand for the full name ``name``; ``name`` itself is not among them.

    They are candidates: a short name that several organisations share decides nothing by itself.
    """
    parts = name_parts(name, expand=False)
    if not parts.unit:
        return {parts.region} - {name, ""}
    units = {parts.unit} | _short_units(parts.unit)
    names = {region + unit for region, unit in product(_region_forms(parts), units)}
    initials = {parts.region[:1] + unit for unit in _short_units(parts.unit) if len(unit) <= 2 and parts.region}
    return {short for short in names | initials if len(short) >= 2 and short not in _TOO_SHORT} - {name}


_TOO_SHORT: Final = frozenset("师大 理工 大学 法院 医院 高院 中院 师范 人医 一院 二院 三院 政法 妇幼 疾控 工会 检察院 编办".split())


def _region_forms(parts: NameParts) -> tuple[str, ...]:
    if not parts.region:
        return ("",)
    forms = (parts.region + parts.level, parts.region, parts.level)
    return (*forms, "") if parts.unit.endswith(("集团", "公司")) else forms


def _short_units(unit: str) -> set[str]:
    shorts: set[str] = set()
    for end, forms in WORDS.items():
        if unit.endswith(end):
            stem = unit.removesuffix(end)
            shorts.update(stem + form for form in forms)
            shorts.update({stem} if len(stem) >= 4 and end.endswith("大学") else ())
    if department := _DEPARTMENT_END.search(unit):
        stem = unit[: department.start()]
        heads = _HEAD_FORMS.get(department["head"], (department["head"],))
        lines = (department["line"], *DEPARTMENTS[department["line"]])
        shorts.update(stem + line + head for line, head in product(lines, heads))
    if company := _COMPANY.search(unit):
        shorts |= _short_companies(unit, company["core"] or company["only"], bool(company["group"]))
    return shorts - {unit}


def _short_companies(unit: str, core: str, group: bool) -> set[str]:
    """水务投资集团有限公司: 水务投资集团, 水务投资公司, 水投集团, 水投."""
    shorts = {core + "公司", core + "集团"} if len(core) >= 2 else set()
    if len(core) >= 4:
        shorts.add(core)
    pieces = re.findall("|".join(_TRADE) + "|.", core)
    last = next((trade for trade in ("投资", "控股", "开发", "建设") if core.endswith(trade)), "")
    if last:
        initial = _TRADE[last]
        shorts.update({core[0] + initial, core[0] + initial + "集团", core[0] + initial + "公司"})
        shorts.add(initial) if len(pieces) >= 2 else None
        middle = "".join(_TRADE.get(piece, piece) for piece in pieces)
        shorts.update({middle, middle + "集团"})
    return shorts
