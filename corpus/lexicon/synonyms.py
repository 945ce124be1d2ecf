"""Words of rectification reports that the checker treats alike, and words that exclude each other."""

import re
from itertools import combinations, product

_SYNONYM_ROWS = (
    "出台 制定 制订 新建 建立 新立 印发 新制定 订立 新订 设立 健全 建立健全 新出台 制发",
    "修订 修改 修编 完善",
    "化解 调处",
    "追回 收回 清收 追缴 收缴 挽回 追还",
    "退还 退回 清退 返还 退费",
    "销售 售出 卖出 出售",
    "派出 派驻 组派",
    "细化 分解 细分 拆分 分为 分成 细化为 分解为 分解成",
    "当天 当日 首日 第一天",
    "启动 开展 开始",
    "处理 处置",
    "查处 查办 查实",
    "惠及 受益 覆盖",
    "问责 追责 追责问责",
    "引进 引入",
    "排查 摸排 清查",
    "措施 举措",
    "党组织 党委 党组",
    "措施数 措施",
    "居民 群众 百姓",
    "整改 纠正 改正",
    "完成 办结 完结 办理完毕",
    "提高 提升 上升 增长 增加",
    "下降 降低 减少 压减 压降 缩减",
    "开业 营业",
    "培训 轮训",
    "查看 检查 走遍 核查 巡查",
    "抽查 抽取 抽检 抽样",
    "剩余 尚余 余下 还剩 剩",
    "线索 问题线索",
    "建设 修建 新修 铺设 修筑",
    "改造 更新改造 改建",
    "拆除 拆违",
    "发文 发文件 下发文件 印发文件 文件",
    "问题 具体问题",
    "补办 补证 补齐",
)
WORDINGS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"(?:整改|(?<![修更])改)(?:完成|到位|完毕|到底|好|完(?![善成毕]))|全部整改|完成了?整改|已整改|(?<!要求)立行立改(?!类)|当场(?:纠正|整改)"
        ),
        "完成整改",
    ),
    (re.compile(r"信访举报|来信来电|来信来访|信访件"), "信访"),
    (re.compile(r"给予|受到|作出"), ""),
)
"""Set phrases and the one wording that stands for all of them."""

SYNONYMS: dict[str, str] = {word: row.split()[0] for row in _SYNONYM_ROWS for word in row.split()}
"""Each word with the first of its row, which stands for all of the row."""

STAGES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("found", re.compile(r"发现|查出|查找|查摆|反馈|指出|梳理|排查|认领|受理|收到|应收|应盘活|应完成|存在")),
    (
        "done",
        re.compile(
            r"完成|整改了|完毕|到位|关停|取缔|化解|办结|落实|销号|解决|已[收清追盘复交改]|完工|建成|交付|清收|盘活(?!资金)"
        ),
    ),
)
"""Stages of the same matter, which never count the same thing: what was found and what was done about it."""

GENERIC_WORDS = frozenset(
    "人数 问题 工作 情况 整改 巡视 巡察 项目 单位 涉及 具体 相关 本轮 全市 全省 全县 人员 资金 金额 党组织 全年 组织 部门 系统".split()
)
"""Words that stand in so many metrics that they tell little."""

STAGE_WORDS = frozenset("反馈 认领 制定 措施 完成 整改 改正 改好 改完 落实 解决 销号 推进".split())
"""What every report tells of each organisation: a turn of no other words means the one that is spoken of."""

MEASURES = (
    ("处分", "记过", "记大过", "警告"),
    ("组织处理",),
    ("诫勉",),
    ("批评教育",),
    ("谈话提醒", "提醒谈话"),
    ("约谈",),
    ("立案",),
    ("留置",),
    ("移送司法", "移送检察"),
)
"""What is done about people who broke rules: whoever is told to have met with one is not told of another."""

PENALTIES: frozenset[str] = frozenset(word for group in MEASURES for word in group).union(
    "开除 撤职 降级 降职 免职 停职 逮捕 拘留 判刑 起诉 移送 留党察看 严重警告".split()
)
"""What is done about people who broke rules, and about cases: terms for which a report has no other words."""

OPPOSITES: tuple[tuple[str, str], ...] = (
    *(pair for one, other in combinations(MEASURES, 2) for pair in product(one, other)),
    ("新制定", "修订"),
    ("出台", "修订"),
    ("收入", "支出"),
    ("党纪", "政务处分"),
    ("出口", "进口"),
    ("核增", "核减"),
    ("盈利", "亏损"),
    ("每人每年", "每人每月"),
    ("男", "女"),
    ("应收", "已收"),
    ("应收", "实收"),
    ("应缴", "已缴"),
    ("应缴", "实缴"),
    ("应退", "已退"),
    ("应退", "实退"),
    ("应发", "实发"),
    ("城镇", "农村"),
    ("死亡", "受伤"),
    ("公安", "检察"),
    ("公安", "纪检"),
    ("公安", "纪委"),
    ("检察", "纪检"),
    ("检察", "纪委"),
    ("补发", "停发"),
    ("补发", "追回"),
    ("补发", "补缴"),
    ("补发", "补收"),
    ("退还", "补收"),
    ("退还", "补征"),
    ("清退", "清收"),
    ("收取", "免除"),
    ("入库", "出库"),
    ("装载", "卸载"),
    ("招聘", "辞退"),
    ("招聘", "解聘"),
    ("新设", "取消"),
    ("新设", "撤销"),
    ("延长", "缩短"),
    ("停招", "增开"),
    ("增亏", "减亏"),
    ("任职", "免职"),
    ("提出", "撤回"),
    ("匿名", "实名"),
    ("校内", "校外"),
    ("术前", "术后"),
    ("因公", "因私"),
    ("甲级", "乙级"),
    ("在岗", "离岗"),
    ("工伤保险", "失业保险"),
    ("养老保险", "医疗保险"),
    ("食品", "药品"),
    ("主管", "分管"),
)
"""Pairs of words of which a metric has one or the other."""
