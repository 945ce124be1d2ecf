"""Units and measure words: one table with base unit, factor and kind, and which of them are the same.

In comes a normalised text and a place in it; out comes the longest unit that stands there. ``convert`` and
``interchangeable`` say how two units relate.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.figure import Figure, Kind
from corpus.numerals import tidy


@dataclass(frozen=True, slots=True)
class Unit:
    """One way to write a unit: ``1 name == factor base``.

    ``not_before`` are characters that make another word of it when they follow (``人`` in 人民, ``件`` never).
    """

    name: str
    base: str
    factor: Decimal
    kind: Kind
    not_before: str = ""


def _rows(kind: Kind, base: str, written: str) -> list[Unit]:
    """Build rows from ``name`` or ``name=factor`` words, separated by spaces."""
    rows = []
    for word in written.split():
        name, _, factor = word.partition("=")
        rows.append(Unit(name, base, Decimal(factor or 1), kind, _NOT_BEFORE.get(name, "")))
    return rows


def _own(kind: Kind, written: str) -> list[Unit]:
    """Build rows for units that are their own base."""
    return [row for word in written.split() for row in _rows(kind, word, word)]


_NOT_BEFORE = {
    "人": "民类", "个人": "民类", "位": "于居列", "部": "分门队署委", "起": "步", "期": "间末", "家": "庭属", "只": "有是能",
    "间": "接", "发": "展行生放现动明达挥布送票电言起改", "支": "付持", "口": "径岸", "本": "科", "门": "诊", "道": "路", "面": "积", "头": "条", "把": "握手",
    "手": "机段", "天": "津然", "年": "轻级龄薪份", "点": "评赞球", "分": "别公支局期", "元": "旦宵", "车": "道厢站辆间",
    "组": "织", "队": "伍员", "台": "湾北", "处": "理置罚方于", "条": "件例约", "行": "动业政为", "股": "票东权",
    "种": "植", "节": "日约目能省", "场": "所地馆", "对": "于比手", "套": "餐路", "米": "其兰", "克": "服里拉",
    "课": "题程", "科": "学技研", "市": "场民值委政长", "省": "委政长级", "县": "委政长级", "村": "民委", "镇": "长政痛",
    "国": "家际务内外企有庆产道", "州": "市", "乡": "村镇长愁", "区": "间别域块", "周": "围边刊期", "日": "本常前后益子报",
    "升": "级至到", "包": "括含裹", "步": "行入骤", "代": "表理码", "月": "球饼薪亮", "死": "亡者", "伤": "者害员情",
    "岁": "月", "档": "案次", "瓦": "斯解", "磅": "礴", "集": "团中合体会市", "方面": "军", "金": "额融币属矿色山沙钱华庸",
    "银": "行", "铜": "矿", "大": "会学使厦队型于约街道桥连院棚豆卡气校专概小多家量", "校": "长园", "企": "业", "句": "号",
}  # fmt: skip
"""Characters before which a name is part of another word: 人 in 人民, 部 in 部分. After a number a measure word is
far likelier than such a word (3名单身男子, 20人参加), so these are only the words that do follow numbers."""

_GENERIC = "个 项 条 件 份 处"
_PEOPLE = "人 名 位 个人 名人 口人 人口"
_COUNTED = (
    "人份 人天 户 户次 家 家次 批 台次 台 套 部 辆 辆次 艘 架 架次 列 节 艘次 卷 册 本 本次 起 例 对 对子 双 "
    "所 间 座 幢 栋 片 期 门 只 头 株 棵 匹 羽 尾 场 场次 次 回 轮 轮次 遍 趟 班 班次 种 类 款 支 枚 颗 粒 根 "
    "把 张 幅 首 篇 页 字 句 段 章 集 封 顶 口 眼 面 块 层 道 处次 档 组 队 伙 帮 群 笔 宗 桩 单 票 桶 箱 袋 "
    "瓶 盒 包 盘 杯 碗 桌 床 张床 张床位 床位 孔 尊 例次 工日 台时 届 车次 车 航次 课 堂 节课 门课 盏 扇 堵 "
    "排 串 副 具 剂 针 枪 发 声 步 步骤 股 手 成员 分 环 球 局 胜 负 席 岗 站 村 镇 乡 县 区 市 省 州 街道 "
    "社区 乡镇 国 校 企 省份 城市 国家 部门 死 伤 亡 代 样 点 级 品规 批件 样本 像素 字节 标段 标 宗地 图斑 "
    "点位 环节 领域 市县 县市 区县 县区 市州 盟市 村镇 师 团 旅 营 股份 桩次 宗次 条次 项次 份次 笔次 个次 "
    "阶段 部分 大类 大项 大 金 银 铜 枚次 只次 头次 株次 路 线 号 挡 波 顿 餐 滴 抹 拨 茬 幕 出 番号 记 拳 刀"
)

UNITS: tuple[Unit, ...] = (
    *_rows(Kind.MONEY, "元", "元 块钱 元人民币 人民币 元钱 角=0.1 毛=0.1 毛钱=0.1 分钱=0.01"),
    *_rows(Kind.MONEY, "美元", "美元 美金 美刀 美分=0.01 USD"),
    *_rows(Kind.MONEY, "港元", "港元 港币 HKD"),
    *_own(
        Kind.MONEY,
        "欧元 澳大利亚元 日元 英镑 韩元 卢布 卢比 泰铢 澳元 加元 瑞士法郎 法郎 马克 比索 雷亚尔 新台币 "
        "台币 澳门元 新加坡元 越南盾 林吉特 令吉 里拉 新元 兰特 第纳尔 克朗 里亚尔 迪拉姆 新西兰元 印尼盾 "
        "加拿大元 纽元 谢克尔",
    ),
    *_rows(Kind.PERCENT, "%", "% 个百分比 ‰=0.1 ‱=0.01"),
    *_rows(Kind.PERCENTAGE_POINT, "个百分点", "个百分点 百分点 个基点=0.01 基点=0.01 个BP=0.01 BP=0.01"),
    *_rows(Kind.MULTIPLE, "倍", "倍"),
    *_own(Kind.COUNT, _GENERIC),
    *_rows(Kind.COUNT, "方面", "方面 个方面"),
    *_rows(Kind.COUNT, "人", _PEOPLE),
    *_rows(Kind.COUNT, "台（套）", "台(套) 台/套 台套"),
    *_rows(Kind.COUNT, "人次", "人次 人(次) 人/次"),
    *_rows(Kind.COUNT, "件次", "件次 件(次)"),
    *_rows(Kind.COUNT, "册次", "册次 册(次)"),
    *_rows(Kind.COUNT, "批次", "批次 批(次)"),
    *_own(Kind.COUNT, _COUNTED),
    *_rows(Kind.COUNT, "个", "打=12"),
    *_rows(
        Kind.MEASURE,
        "米",
        "米 公里=1000 千米=1000 里=500 华里=500 公尺 厘米=0.01 公分=0.01 毫米=0.001 微米=0.000001 "
        "纳米=0.000000001 丈=3.333 尺=0.3333 海里=1852 英里=1609.344 英尺=0.3048 英寸=0.0254 码=0.9144 "
        "光年=9460730472580800 m km=1000 cm=0.01 mm=0.001 延米 延长米 线公里=1000 皮长公里=1000 "
        "单程公里=1000",
    ),
    *_rows(
        Kind.MEASURE,
        "平方米",
        "平方米 个平方米 平米 ㎡ m2 m² 平方公里=1000000 平方千米=1000000 公顷=10000 平方厘米=0.0001 "
        "平方英里=2589988.11 平方英尺=0.09290304 平",
    ),
    *_rows(Kind.MEASURE, "亩", "亩 市亩 顷=100 亩次"),
    *_rows(
        Kind.MEASURE,
        "立方米",
        "立方米 立方 方 m3 m³ 立方公里=1000000000 升=0.001 公升=0.001 毫升=0.000001 ml=0.000001 "
        "mL=0.000001 L=0.001 加仑=0.003785411784",
    ),
    *_rows(
        Kind.MEASURE,
        "公斤",
        "公斤 千克 斤=0.5 市斤=0.5 两=0.05 克=0.001 毫克=0.000001 微克=0.000000001 吨=1000 公担=100 担=50 "
        "磅=0.45359237 盎司=0.028349523125 克拉=0.0002 kg g=0.001 mg=0.000001 标准吨=1000 吨标准煤=1000 "
        "吨标煤=1000",
    ),
    *_rows(Kind.MEASURE, "千瓦时", "千瓦时 度电 kWh 兆瓦时=1000"),
    *_rows(
        Kind.MEASURE,
        "千瓦",
        "千瓦 瓦=0.001 兆瓦=1000 吉瓦=1000000 kW MW=1000 GW=1000000 W=0.001 马力=0.73549875 "
        "匹马力=0.73549875",
    ),
    *_rows(Kind.MEASURE, "千伏", "千伏 kV 伏=0.001 伏特=0.001 V=0.001"),
    *_rows(Kind.MEASURE, "字节", "B KB=1024 MB=1048576 GB=1073741824 TB=1099511627776 G字节=1073741824"),
    *_rows(Kind.MEASURE, "毫安时", "毫安时 mAh"),
    *_rows(Kind.MEASURE, "标准箱", "标准箱 标箱 TEU 个标准箱 个标箱"),
    *_rows(Kind.MEASURE, "赫兹", "赫兹 Hz 千赫=1000 兆赫=1000000 kHz=1000 MHz=1000000 GHz=1000000000"),
    *_rows(Kind.MEASURE, "摄氏度", "摄氏度 ℃ °C"),
    *_own(
        Kind.MEASURE,
        "度 岁 周岁 载重吨 总吨 大卡 千卡 帕 百帕 千帕 兆帕 兆 分贝 欧姆 流明 勒克斯 转 迈 "
        "节航速 dB Mbps Gbps bps 毫克当量 标准立方米 立方米每秒 毫秒 升每秒 华氏度 西弗 毫西弗 微西弗 "
        "贝克勒尔 贝可 牛米 牛·米 N·m dpi fps",
    ),
    *_rows(Kind.DURATION, "年", "年 周年 载 个年头 年头 世纪=100 个世纪=100"),
    *_rows(Kind.DURATION, "个月", "个月 个季度=3 月 个月份"),
    *_rows(Kind.DURATION, "天", "天 日 昼夜 周=7 个星期=7 星期=7 个礼拜=7 礼拜=7 整天 夜 晚"),
    *_own(Kind.DURATION, "学时 课时 学分 学年 学期 财年"),
    *_rows(Kind.DURATION, "个工作日", "个工作日 工作日"),
    *_rows(Kind.DURATION, "个交易日", "个交易日 交易日"),
    *_rows(Kind.DURATION, "分钟", "分钟 小时=60 个小时=60 个钟头=60 钟头=60 钟=60 刻钟=15 h=60 min"),
    *_rows(Kind.DURATION, "秒", "秒 秒钟 ms=0.001"),
)

UNITS_BY_NAME: dict[str, Unit] = {unit.name: unit for unit in UNITS}
LONGEST_UNIT = max(map(len, UNITS_BY_NAME))

GENERIC = frozenset((*_GENERIC.split(), "方面"))
"""Classifiers that are interchangeable when they count the same thing."""

_RATIOS = {
    ("亩", "平方米"): (Decimal(2000), Decimal(3)),
    ("年", "个月"): (Decimal(12), Decimal(1)),
    ("分钟", "秒"): (Decimal(60), Decimal(1)),
    ("天", "分钟"): (Decimal(1440), Decimal(1)),
}
"""Base units that measure the same thing: ``one × numerator == other × denominator``."""


def unit_at(plain: str, start: int) -> Unit | None:
    """Find the longest unit that stands at ``start`` of a normalised text."""
    for length in range(min(LONGEST_UNIT, len(plain) - start), 0, -1):
        unit = UNITS_BY_NAME.get(plain[start : start + length])
        if unit is not None and plain[start + length : start + length + 1] not in (unit.not_before or "\0"):
            return unit
        if unit is not None and start + length == len(plain):
            return unit
    return None


def interchangeable(one: str, other: str) -> bool:
    """Say whether two base units count the same thing when the metric is the same (个, 项, 条 …)."""
    return one == other or (one in GENERIC and other in GENERIC)


def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """Turn a value in one base unit into another base unit of the same quantity; None when they differ."""
    if interchangeable(unit, to):
        return value
    if (unit, to) in _RATIOS:
        numerator, denominator = _RATIOS[unit, to]
        return value * numerator / denominator
    if (to, unit) in _RATIOS:
        numerator, denominator = _RATIOS[to, unit]
        return value * denominator / numerator
    return None


_MEASURE = re.compile(r"([十百千万亿兆]*)(.*)")
_MULTIPLIERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}


def with_measure(figure: Figure, measure: str, base: str, kind: Kind) -> Figure:
    """Give a bare number the measure (``万元``) that its list or its table's heading states."""
    match = _MEASURE.fullmatch(measure)
    multiplier, name = (match[1], match[2]) if match else ("", measure)
    unit = UNITS_BY_NAME.get(name)
    size = unit.factor if unit is not None else Decimal(1)
    if not figure.measure:
        for char in multiplier:
            size *= _MULTIPLIERS[char]

    def scaled(value: Decimal | None) -> Decimal | None:
        return None if value is None else tidy(value * size)

    return replace(
        figure, value=scaled(figure.value), low=scaled(figure.low), high=scaled(figure.high),
        step=scaled(figure.step), unit=base, kind=kind, measure=measure,
    )  # fmt: skip
