"""Words that shape what is counted: function words, words of change, and what makes a noun."""

import re

from corpus.lexicon.change_verbs import change_verbs
from corpus.lexicon.rates import rate_words

COMPOUND_NOUNS = tuple(
    (
        "组织处理 党纪处分 政务处分 党纪政务处分 诫勉谈话 诫勉 批评教育 谈话提醒 问题线索 矛盾纠纷 整改措施 药占比 师生比 立行立改 "
        "反馈意见 巡视反馈 个别谈话 党组织 化解率 办结率 完成率 落实率 满意率 合格率 漏损率 处置率 交付率 完工率 清收率 收回率 "
        "审减率 节约率 就业率 受理率 查处率 覆盖率 及格率 增长率 巡视组 巡察组 信访件 信访事项 应收账款 追责问责 "
        "资产负债率 诊疗率 满意度 平均住院日 候诊时间 办理时限 均价 降幅 增幅 较好 较差 较大 较重 较轻 较强 较弱"
    ).split()
) + rate_words("share")
"""Compounds of rectification reports that are one word each."""

EMPTY_WORDS = frozenset(
    "的 了 共 已 已经 累计 共计 合计 总计 总共 一共 分别 各为 各 均 都 也 又 还 再 先后 陆续 其中 其余 另有 另 有 为 "
    "是 达 达到 至 到 由 从 自 等 约 近 超 超过 和 与 及 以及 或 并 且 而 在 对 向 将 把 被 以 按 按照 就 所 "
    "较 相比 同比 环比 目前 截至 截止 期间 以来 当前 其 该 本 此 这 那 我 们 上 下 中 内 后 前 时 之 于 给 让 "
    "使 用 个 条 项 件 次 多 余 左右 以上 以下 仅 只 全部 实现 高达 多达 据 据悉 日前 近日 今年 去年 上年 年 仍 尚 "
    "月 日 末 底 初 同期 同时 此外 其它 其他 情况 方面 进行 通过 针对 围绕 根据 对照 聚焦 做到 者 仍有 还有 "
    "最 能 会 可 要 需 应当 一 二 三 现 现已 年度 全年 来 以 上述 组织开展 开展 先 已有 即".split()
)
"""Words that say nothing of what is counted: adverbs, links, and verbs that only announce a number."""

PARTS_OF_BODIES = frozenset(
    "本级 公司总部 总部 机关 局机关 子公司 分公司 下属单位 下属企业 下级单位 基层单位 二级企业 二级单位 直属单位 所属单位 权属企业".split()
)
"""Words for the parts of an organisation that it tells apart without naming them (集团本级完成25个，子公司完成15个)."""

SETTING_WORDS = ("根据", "按照", "依据", "遵照", "受", "我受", "近年", "日前", "近日", "为", "随着", "自")
"""What opens a clause that only says on what ground or when its sentence tells something."""

FINDING_WORDS = ("发现", "查出", "查摆", "查找", "反馈", "反映", "指出", "揭示", "梳理", "存在")
"""What stands before a list of examples of what was found: 发现制度不全、执行不严等问题."""

FIELD_WORDS = ("领域", "方面", "环节", "板块")
"""How the name of a field of work ends that opens a part of a paragraph (工程建设领域，…)."""

FOUND_NOUNS = ("问题", "隐患", "情形", "现象")
"""What such examples are of."""

ENDS_OF_NOUNS = frozenset({"会"})
"""Words that say nothing before a verb (会受理), and end a noun before a number or a mark (民主生活会31次)."""

STARTS_OF_VERBS = frozenset({"约"})
"""Words that blur a number before one (约31次), and begin a verb before anything else (约谈7人)."""

CHANGE_WORDS = frozenset(
    (
        *change_verbs(use="metric"),
        *(verb + to for verb in change_verbs(use="metric") for to in "至到"),
        *"增幅 增至 升至 降幅 降至 减至 增 降 升 减 降到 升到 增到 涨到 减到 增长率 涨幅 跌幅 调整".split(),
    )
)
"""Words that say that a quantity moved; the metric is what moved."""

ADJECTIVES = frozenset(
    "相关 有关 具体 重点 主要 不同 各类 全部 新 老 旧 大 小 大型 小型 重大 一般 突出 典型 违规 违法 违纪 闲置 在建 "
    "不合规 不规范 新增 存量 历史 遗留 专项 专职 兼职 高标准 定点 在职".split()
)
"""Words before a noun that belong to it, whatever the tagger takes them for."""

NOUN_ENDINGS = tuple("价率比额量数度费金款人员户家者物品案书线车房库局院校厂组会")
NOUN_TAGS = ("n", "vn", "an", "j", "l", "nz", "b", "a", "i", "s", "eng", "t")
VERB_LINKS = frozenset("为 成 至 到 出 了".split())

TRAILING = re.compile(
    r"(?:(?:提高|提升|上升|增长|增加|下降|降低|减少|压减|压缩|缩短|上调|下调|精简|调整|扩大|[增降升减压缩涨跌])?[至到为]"
    r"|经[^，,。；;\d]{0,6}(?:应|实)为|[为是达共计超由从]|(?<![节预签大条合违公制])约|达到|共计|合计|总计|累计)+$"
)
"""What stands between the metric and its number and belongs to neither: 率为, 降至, 由."""

COMPARED_WITH = re.compile(
    r"(?:相?较|比|与|同|和)[^，,。；;：:、]{1,14}?(?:相比|前|时|同期|以来|年|末|初|期|上轮|上月)"
    r"(?=[ 的]*(?:了|又|再|净|大幅|同比)?(?:提高|提升|上升|增|降|下降|减|升|压|缩|涨|跌|回落|下滑|多|少))"
    r"|(?:与|同|和)[^，,。；;：:、]{0,14}?相比"
    r"|(?:相?较|比)(?: +的?| *同期| *上[年月期])(?=[ 的]*(?:了|又|再|净|大幅)?(?:提高|提升|上升|增|下降|降|减|升|压|缩|涨|跌|多|少))"
)
"""A phrase that only says what a change is measured against: 较巡察反馈前, 与2019年相比, 比2021年 (a time is blank)."""

STAGE_MARKS = re.compile(r"已(?![知故婚])|应(?![急用对邀届聘变当收付]|该)|未(?![来必成婚知遂央])|拟(?!稿)")
"""Words that say how far a thing has come (应检76户，已检68户), where the verb is one and the same."""
