"""What names of organisations are made of: heads, tails and lines of work, as tables."""

from dataclasses import dataclass
from typing import Final

_DEPARTMENTS: Final = """
    住房和城乡建设 住房城乡建设 住建 建设
    人力资源和社会保障 人力资源社会保障 人社 人力社保
    发展和改革 发展改革 发改
    卫生健康 卫健 卫生和计划生育 卫计 卫生计生
    市场监督管理 市场监管 市监
    文化和旅游 文化旅游 文旅
    文化广电和旅游 文化广电旅游 文广旅
    自然资源和规划 自然资源规划 资规
    自然资源 自资
    生态环境 环保 环境保护
    应急管理 应急
    退役军人事务 退役军人
    医疗保障 医保
    国有资产监督管理 国资 国资监管
    金融工作 金融 金融监管 地方金融监督管理
    工业和信息化 工信 经信 经济和信息化
    交通运输 交通
    农业农村 农业
    城市管理 城管 城市管理综合行政执法 综合执法 综合行政执法
    行政审批服务 行政审批 审批服务
    政务服务数据管理 政务服务 政数
    政务服务和大数据管理 政务服务大数据管理
    大数据管理 大数据 大数据发展管理
    乡村振兴 扶贫开发 扶贫
    林业和草原 林业草原 林草 林业
    粮食和物资储备 粮食物资储备 粮储 粮食
    药品监督管理 药监 药品监管
    食品药品监督管理 食药监 食药监管
    安全生产监督管理 安监 安全监管
    质量技术监督 质监
    新闻出版广电 新广
    广播电视 广电
    机关事务管理 机关事务 机关事务服务
    外事工作 外事
    民族宗教事务 民族宗教 民宗
    统一战线工作 统战
    机构编制委员会 编
    园林绿化 园林
    科技 科学技术
    住房公积金 公积金
    疾病预防控制 疾控
    国土资源 国土
    房产管理 房管 房产
    招商 投资促进
    工商行政管理 工商
    中医药管理 中医药
    公路 公路管理
    网络安全和信息化 网信
"""
_PLAIN_DEPARTMENTS: Final = """
    地震 气象 税务 统计 审计 信访 教育 财政 公安 司法 民政 水利 水务 商务 体育 档案 海洋 监狱 邮政管理
    知识产权 国家安全 供销 土地储备 规划 营商环境 海事 海关 铁路 民航 能源 专利 渔业 畜牧 物价 旅游 文化
    卫生 港口 口岸 社会工作 数据 巡视 巡察
"""

DEPARTMENTS: Final[dict[str, tuple[str, ...]]] = {
    **{row.split()[0]: tuple(row.split()[1:]) for row in _DEPARTMENTS.strip().splitlines()},
    **dict.fromkeys(_PLAIN_DEPARTMENTS.split(), ()),
}
"""Full name of a line of work as departments carry it, and its abbreviations; 局, 厅, 委 follow it."""

EQUAL_HEADS: Final = (
    ("人民政府", "政府"),
    ("领导小组办公室", "办"),
    ("委员会", "委"),
    ("办公室", "办"),
    ("管理局", "局"),
)
"""Heads of names that abbreviate each other: 卫生健康委员会 is 卫生健康委."""

TAILS: Final = (
    *("党组领导班子", "党委领导班子", "党组班子", "党委班子", "领导班子", "党组织", "党组", "党总支"),
    *("党支部", "党工委", "机关党委", "党委", "纪委", "机关"),
)
"""What may follow an organisation's name and still speaks of the organisation."""


@dataclass(frozen=True, slots=True)
class Head:
    """A row of the table of heads: ``suffixes`` end a name when what ``needs`` says stands to their left.

    ``needs`` is "level" (省委: a region's level immediately before), "work" (教育部: a line of work),
    "region" (省财政厅: a region, a place or a line of work) or "name" (东原理工大学: these, or two characters
    that no boundary cuts). ``example`` is a phrase that the row finds.
    """

    suffixes: tuple[str, ...]
    needs: str
    example: str


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
        ("大学", "学院", "学校", "中学", "小学", "幼儿园", "党校", "技校", "职校", "中专"),
        "name",
        "东原理工大学",
    ),
    Head(("医院", "卫生院", "卫生服务中心", "保健院", "卫生室"), "name", "省肿瘤医院"),
    Head(
        (
            *("有限责任公司", "股份有限公司", "有限公司", "公司", "集团"),
            *("银行", "农商行", "信用社", "合作社", "联合社", "兵团"),
        ),
        "name",
        "水务投资集团",
    ),
    Head(
        (
            *("研究院", "科学院", "研究所", "设计院", "仲裁院"),
            *("博物馆", "图书馆", "文化馆", "档案馆", "科技馆"),
        ),
        "name",
        "省农业科学院",
    ),
    Head(
        (
            *("协会", "学会", "商会", "联合会", "基金会", "红十字会"),
            *("总工会", "妇联", "残联", "文联", "工商联", "科协"),
        ),
        "name",
        "省红十字会",
    ),
    Head(
        (
            *("中心", "派出所", "供电所", "敬老院", "福利院", "养老院"),
            *("出版社", "报社", "电视台", "村委会", "居委会"),
        ),
        "name",
        "市政务服务中心",
    ),
)
"""The table of heads."""

PARTY_BODIES: Final = ("党组", "党委", "党工委", "党总支")
"""Bodies that only an organisation has: its name goes from a region to them (省建工集团党委)."""

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
