"""What names of organisations are made of, as tables: heads and tails; full and short forms from their file."""

from dataclasses import dataclass
from typing import Final

from corpus.lexicon.tables import read_lexicon
from corpus.numerals import in_chinese

_COLUMNS: Final = ("full", "shorts", "sort")
FORM_SORTS: Final = frozenset("work end trade head court member name".split())
"""Sorts of forms, as the table ``organisation_names.tsv`` explains them."""


_MAY_LACK: Final = ("work", "member")
_NUMBER: Final = "#"
"""What stands in a row for any number."""
_MOST_NUMBERED: Final = 12
"""The highest number that schools and hospitals of a place are told apart by."""


def read_forms() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the short forms of each full form by its sort, in the table's order; raises ``UnusableTable``."""
    forms: dict[str, dict[str, tuple[str, ...]]] = {sort: {} for sort in sorted(FORM_SORTS)}
    for row in read_lexicon("organisation_names.tsv", _COLUMNS, may_lack=("shorts",)):
        full, shorts, sort = row["full"], row["shorts"].split(), row["sort"]
        if sort not in FORM_SORTS:
            raise row.refuse(f"没有 {sort!r} 这一类", f"no such sort: one of {', '.join(sorted(FORM_SORTS))}")
        if full in forms[sort]:
            raise row.refuse(f"{full!r} 已有一行", "this form has a row already: add to its short forms")
        if sort not in _MAY_LACK and not shorts:
            raise row.refuse(f"{full!r} 没有简称", "no short form: write one")
        for number in map(in_chinese, range(1, _MOST_NUMBERED + 1) if _NUMBER in full else (1,)):
            forms[sort][full.replace(_NUMBER, number)] = tuple(one.replace(_NUMBER, number) for one in shorts)
    return forms


_FORMS: Final = read_forms()

DEPARTMENTS: Final = _FORMS["work"]
"""Full name of a line of work as departments carry it, and its abbreviations; 局, 厅, 委 follow it."""

ENDS: Final = _FORMS["end"]
"""The end of a full name, and the short ends in use for it."""

TRADES: Final = {full: shorts[0] for full, shorts in _FORMS["trade"].items()}
"""Words of companies' names, and the character that stands for each in a short name: 水务投资 is 水投."""

EQUAL_HEADS: Final = tuple((full, shorts[0]) for full, shorts in _FORMS["head"].items())
"""Heads of names that abbreviate each other: 卫生健康委员会 is 卫生健康委."""

COURTS: Final = tuple((full, shorts[0]) for full, shorts in _FORMS["court"].items())
"""Courts and procuratorates, and the form that their names are compared by."""

MEMBER_ENDS: Final = tuple(_FORMS["member"])
"""Ends of what a line may open with as the one that it tells of."""

NAMED_ORGANISATIONS: Final = {short: full for full, shorts in _FORMS["name"].items() for short in shorts}
"""What single organisations are called, and their names in full."""

TAILS: Final = (
    *("党组领导班子", "党委领导班子", "党组班子", "党委班子", "领导班子", "党组织", "党组", "党总支"),
    *("党支部", "党工委", "机关党委", "党委", "纪委", "机关"),
)
"""What may follow an organisation's name and still speaks of the organisation."""


@dataclass(frozen=True, slots=True)
class Head:
    """A row of the table of heads: ``suffixes`` end a name when what ``needs`` says stands to their left.

    ``needs`` is "level" (省委: a region's level immediately before), "work" (教育部: a line of work),
    "region" (省财政厅: a region, a place or a line of work), "name" (东原理工大学: these, or two characters
    that no boundary cuts) or "own" (黑松岭林场: as "name", but no region alone: 云溪县灌区 is any of the county's). ``example`` is a phrase that the row finds.
    """

    suffixes: tuple[str, ...]
    needs: str
    example: str


HOUSES: Final = ("博物馆", "图书馆", "文化馆", "档案馆", "科技馆", "殡仪馆")
"""What is an organisation by a place's name, and a thing by that of another organisation (北岭学院图书馆)."""

HEADS: Final = (
    Head(
        ("委", "政府", "人民政府", "人大", "政协", "纪委监委", "纪委", "监委", "人大常委会", "委员会"),
        "level",
        "县委",
    ),
    Head(("部", "署", "处"), "work", "教育部"),
    Head(
        ("厅", "局", "委员会", "委", "办公室", "办", "工委", "办事处", "总队", "支队", "大队"),
        "region",
        "省财政厅",
    ),
    Head(("法院", "检察院", "中院", "高院", "管委会"), "region", "省一中院"),
    Head(tuple(f"{number}中" for number in "一二三四五六七八九十"), "region", "县一中"),
    Head(
        (
            *("大学", "学院", "学校", "中学", "小学", "幼儿园", "党校", "技校", "职校", "中专"),
            *("师专", "高专"),
        ),
        "name",
        "东原理工大学",
    ),
    Head(("医院", "卫生院", "卫生服务中心", "保健院", "卫生室"), "name", "省肿瘤医院"),
    Head(
        (
            *("有限责任公司", "股份有限公司", "有限公司", "公司", "集团"),
            *("银行", "分行", "支行", "农商行", "信用社", "合作社", "联合社", "供销社", "兵团"),
        ),
        "name",
        "水务投资集团",
    ),
    Head(
        (
            *("研究院", "科学院", "研究所", "设计院", "仲裁院"),
            *("规划院", "调查院", "考试院", "农科院", "社科院", "林科院"),
            *HOUSES,
        ),
        "name",
        "省农业科学院",
    ),
    Head(
        (
            *("协会", "学会", "商会", "联合会", "基金会", "红十字会"),
            *("总会", "总工会", "工会", "妇联", "残联", "文联", "工商联", "科协"),
        ),
        "name",
        "省红十字会",
    ),
    Head(
        (
            *("中心", "派出所", "供电所", "敬老院", "福利院", "养老院"),
            *("出版社", "报社", "电视台", "村委会", "居委会", "村民委员会", "居民委员会"),
            *("监狱", "戒毒所", "看守所", "血站", "救助站", "救助管理站", "管理所", "管理处"),
        ),
        "name",
        "市政务服务中心",
    ),
    Head(
        ("农场", "林场", "牧场", "茶场", "渔场", "盐场", "灌区", "煤矿", "电厂", "水厂"),
        "own",
        "龙塘县黑松岭林场",
    ),
)
"""The table of heads."""

PARTY_BODIES: Final = ("党组", "党委", "党工委", "党总支")
"""Bodies that only an organisation has: its name goes from a region to them (省建工集团党委)."""

LEADERS: Final = {
    "街道": frozenset(("办", "办事处", "工委", "工作委")),
    **dict.fromkeys(("发区", "新区", "开区", "园区"), frozenset(("管委会", "管理委"))),
}
"""What leads a street or a zone, by the end of its level."""

COMMITTEE_BODIES: Final = ("党校", "老干部", "编办", "办")
"""Bodies of a party committee besides its departments, which people name without it (桑溪县党校)."""

ONE_COURT: Final = {
    "中院": frozenset(("市", "州", "盟", "地区")),
    "高院": frozenset(("省", "自治区")),
}
"""Levels of which the intermediate or the high court is the only one of its own name."""

BRANCHES: Final = (
    "总队",
    "支队",
    "大队",
    "分行",
    "支行",
    "分局",
    "分院",
    "分公司",
    "分校",
    "分中心",
    "派出所",
)
"""Ends of names of branches, which a name of the branch may stand before: 公安局西湖分局, 公安局交警支队."""

MINISTRIES: Final = ("组织", "宣传", "统战", "外交", "国防", "武装", "农村工作", "政法")
"""Lines of work that only 部 and 委 follow."""

_NOT_NAMES: Final = """
    布局 格局 大局 结局 全局 开局 破局 政局 战局 僵局 当局 时局 饭局 残局 骗局 败局 棋局 举办 承办 主办 协办
    交办 督办 查办 开办 包办 筹办 申办 经办 代办 停办 兴办 创办 催办 快办 待办 速办 帮办 领办 阅办 转办 受办
    客厅 餐厅 大厅 舞厅 歌厅 展厅 常委 编委 评委 政委 党中心 重中心 核心中心 处处 好处 用处 益处 坏处 害处
    住处 长处 到处 四处 深处 此处 何处 多处 两处 三处 一处 部署 全部 内部 外部 干部 总部 大部 局部 都委
"""

NOT_NAMES: Final = frozenset(_NOT_NAMES.split())
"""Words of two characters and a little more that end in a head and are no organisation."""
