"""Slogans, names and words with a numeral in them, which are never statistics: where one stands in a text.

``SLOGANS`` and the set phrases are figures of kind idiom (四个意识, 三重一大, 一把手, 四面八方). ``FIXED_WORDS`` are no
figures at all (三亚, 统一, 一些). Besides the tables there are four productive patterns:

- a phrase in quotation marks that begins with a Chinese numeral: “五个聚焦”, “三张清单”;
- four characters with two numerals, of which not both count something: 一核两翼, 一户一策, but not 三人两车;
- a doubled measure word: 一条条, 一个一个;
- 一X…一X, one of each to the other: 一级抓一级, 整改一个销号一个 (no figure).
"""

import re
from dataclasses import dataclass

from corpus.lexicon.numeral_words import NUMERAL_NAMES, SET_PHRASES
from corpus.numerals import NUMERAL_CHARACTERS
from corpus.quantities.units import unit_at


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name or phrase in a text; ``slogan`` tells an idiom from what is no figure at all."""

    start: int
    end: int
    slogan: bool


SLOGANS: tuple[str, ...] = tuple(
    """
    四个意识 四个自信 四个落实 四个全面 四个服务 四个伟大 四个铁一般 四个不摘 四个最严 四个革命一个合作 四个对照 四个方面军
    四个更大 四个善作善成 四个坚持 四个始终 四个带头 四个到位 四个融入 四个能力 四个自我 四个着力
    两个维护 两个确立 两个责任 两个务必 两个一百年 两个毫不动摇 两个结合 两个先锋队 两个大局 两个格局 两个覆盖 两个尊重 两个为主
    两个一以贯之 两个健康 两个不动摇 两个凡是 两个率先 两个中心 两个先行 两个永远在路上 两个基本点 两个屏障
    三个代表 三个聚焦 三个务必 三个区分开来 三个必须 三个规律 三个牢固树立 三个不固定 三个面向 三个有利于 三个倡导 三个事关
    三个作为 三个导向 三个善于 三个以案 三个体系 三个为主 三个提升 三个一工程
    五位一体 五个一 五个必由之路 五级书记 六个统筹 六稳 六保 九个坚持 十个明确 十个坚持 十四个坚持 十三个方面成就 六个必须坚持
    八个明确 五个统筹 五个必须 七个有之 五个到位 五个一批 五个振兴 五个一工程 六个坚持 六个一 四个一 三个一 三个一批 十个一
    三重一大 三会一课 三公 三资 三农 三定 三严三实 三大攻坚战 三大战略 三新一高 三去一降一补 三不腐 三项机制 三湾改编
    三区三线 三区三州 三权分置 三张清单 三查三改 三下乡 三支一扶 三包 三违 三同时 三减三健 三品一标 三医联动 三审三校
    三供一业 三降一升 三减一增 三级联动 三位一体 三农工作 三大改造 三大球 三证合一 三孩政策 三北工程 三方五家 三色预警
    三级三类 三强三优 三亮三比 三级书记 三张牌 三年行动 三包一挂 三书一函 三合一 三改一拆 三改联动
    八项规定 十项规定 六项纪律 六大纪律 四风 四种形态 四不两直 四不放过 四下基层 四大考验 四种危险 四史 四议两公开 四好农村路
    四套班子 四梁八柱 四方责任 四化同步 四位一体 四不两直 四上企业 四责协同 四项监督
    五级书记抓乡村振兴 五险一金 六险二金 五证合一 五大发展理念 五大任务 五大行动 五星级酒店 五保户 五保 六位一体 七通一平 五通一平
    三通一平 七一勋章 八一勋章 八大行动 九五 八五 七五 六五 五水共治 五育并举 五社联动 六边形战士
    两学一做 两不愁三保障 两癌 两免一补 两委 两代表一委员 两会 两面人 两手抓 两票制 两优一先
    两高一剩 两高一资 两品一械 两客一危 两法衔接 两弹一星 两岸四地 两江四岸 两步走 两化融合
    两业融合 两统筹 两后生 两红两优 两不误 两促进
    一把手 一岗双责 一线牵 一核两翼 一卡通 一带一路 一国两制 一站式 一张蓝图 一盘棋 一刀切 一窝蜂 一阵风
    一言堂 一支笔 一票否决 一票否决制 退一万步 三件套 最多跑一次 只进一扇门 只跑一次 跑一次 一次都不用跑 双随机、一公开 八八战略 一门一网一次 一网通办 一网统管 一窗受理 一窗通办 一件事一次办 一枚印章管审批 一企一策 一案一策
    一案双查 一人一策 一人一档 一户一策 一户一档 一村一品 一镇一品 一县一策 一校一策 一事一议 一院一策 一小区一方案 一刻不停歇
    一刻不停 一抓到底 一以贯之 一如既往 一视同仁 一心为民 一体推进 一体两翼 一届接着一届干 一茬接着一茬干 一年接着一年干 一张蓝图绘到底
    一站到底 一对一 一问三不知 一锤子买卖 一拖再拖 一亩三分地 一条龙 一条心 一条鞭 一杆子插到底 一竿子插到底 一老一小 一府两院
    一府一委两院 一村一警 一村一社区 一屏观天下 一网管全城 一次办好 一次办成 一次性告知 一门式 一码通 一码通行 一键通 一家亲
    一类会议 一类卡 一般公共预算 一口价 一口清 一本账 一杯茶 一顿饭 一盆水 一锅煮 一碗水端平 一把尺子量到底 一把尺子 一把抓 一手抓
    一竿子到底 一级抓一级 一套人马 两块牌子 一套班子 一头雾水 一盘散沙 一纸空文 一席之地 一线通 一线工作法 一点通 一线调研
    双一流 双随机一公开 两个三年 三年大变样 三步走 百年大计 千年大计 百年未有之大变局 百年变局 千秋大计 百年老店 百年名校
    百日攻坚 百日行动 百日会战 百日专项行动 百年奋斗 百年奋斗目标 百年党史 百年华诞 百年大党 百年征程 百年风华
    百县千镇万村 百千万人才 百城千业万企 百村示范 十四五 十三五 十二五 十一五 十五五 十年树木 百年树人 第一责任人 第一书记
    第一议题 第一要务 第一资源 第一动力 第一要义 第一方阵 第一梯队 第一道防线 第一生产力 第一把火 第一粒扣子 第一种形态 第二种形态
    第三种形态 第四种形态 第一关 第一战略 第一时间响应 第一责任 第一标准 第一信号 第一保障 第一大省 第一班 第一身份 第一职责
    万人计划 千人计划 百人计划 百千万人才工程 百千万工程 千万工程 千村示范万村整治 万企兴万村 万企帮万村 百城千业 百村千户
    千名干部下基层 万名干部下基层 千企万户大走访 万步有约 双百行动 九三学社 三大纪律八项注意 三顶帽子 三点半 四点半 三餐四季 七日年化
    一点一滴 说一不二 三番五次 一毛钱不花 三三两两 三天两头 三五成群 一五一十 一朝一夕 一时半会 一星半点 一言一行 一草一木 百十来号
    不三不四 七嘴八舌 七拼八凑 四平八稳 五花八门 五湖四海 三心二意 三令五申 丢三落四 低三下四 朝三暮四 颠三倒四 横七竖八 一来二去
    一干二净 一清二楚 一穷二白 一分为二 一石二鸟 一举两得 一刀两断 三言两语 三长两短 千家万户 千山万水 千辛万苦 千变万化 千军万马
    千言万语 千姿百态 千锤百炼 千方百计 百发百中 百战百胜 百依百顺 万无一失 万众一心 十全十美 十拿九稳 十有八九 九死一生 七上八下
    三下五除二 一而再再而三 接二连三 举一反三 事倍功半 事半功倍 独一无二 唯一无二 合二为一 二合一 三合一 四合一
    数一数二 表里如一 始终如一 言行一致 千钧一发 千篇一律 万里长征 三令五申 三顾茅庐 约法三章 一箭双雕 一日千里 一落千丈
    一蹴而就 一哄而上 一概而论 一成不变 一劳永逸 一丝不苟 一目了然 一马当先 一鼓作气 一气呵成 一席话 一席之地 一锤定音 一视同仁
    """.split()
)

FIXED_WORDS: tuple[str, ...] = (
    tuple(
        """
    一些 一切 统一 万一 一直 一起 一样 一定 一方面 唯一 惟一 第一时间 一线 二线 三线 一般 一致 一体 一体化 一旦 一律 一并 一同 一再
    一向 一度 一经 一概 一时 一边 一面 一下 一下子 一点 一点点 一点儿 一会 一会儿 一路 一贯 一流 一味 一心 一举 一番 一带 一代 一系列
    一连串 一部分 一大批 一众 一应 一来 二来 三来 一共 一早 一晚 一夜之间 一夜 一出 一看 一听 一问 一说 一想 一起儿 一块儿 一次性 一直以来
    进一步 下一步 近一步 更进一步 前一步 每一步 第一步 同一 单一 专一 划一 逐一 不一 不一样 一样 之一 其一 其二 其三 其四 其五 任一 每一
    某一 另一 这一 那一 哪一 上一 下一 前一 后一 新一 头一 该一 一旁 一侧 周一 周二 周三 周四 周五 周六 星期一 星期二 星期三 星期四
    星期五 星期六 礼拜一 礼拜二 礼拜三 礼拜四 礼拜五 礼拜六 初一 初二 初三 高一 高二 高三 大一 大二 大三 大四 二者 三者 两者 四者
    另一方面 另一方 一方 双方 三方 四方 多方 任何一方 两两 三三 再三 一医院 二医院 三医院 四医院 五医院 一二三产业 一二三产 一产 二产 三产 一二线 三四线 二三线 一二审
    十分 十足 万分 百分百 百姓 老百姓 百货 百科 百合 百强 五百强 千强 万千 千百 百业 百倍 千古 千金 千克 千米 千瓦 千秋 千禧 千载
    千万 千万别 千万不要 万物 万众 万能 万岁 万象 万里 万达 万事 万国 万般 百般 千万家 一本 二本 三本 四肢 周四 四周 四处 四季 五官 五金 八卦 五谷 四边 四海
    三角 五角 六角 八角 四角 十字 零售 零件 零星 零部件 零距离 零容忍 零排放 零碳 零增长 清零 归零 零工 零钱 零食 零点 零下 零时 零起点
    半岛 半导体 半径 半途 半场 半决赛 半月谈 半年报 半成品 半官方 半空 半程 半夜 半路 半边 半边天 半晌 半截 大半 小半 一半儿 多半 上半 下半
    二手 二手房 二次 二度 三度 四度 正三轮 二手车 二氧化碳 一氧化碳 二氧化硫 二胎 三胎 二孩 三孩 一孩 二维码 二维 三维 一维 四维 二次元 三次元 二审 一审 三审 终审 再审
    两岸 两国 两地 两极 两侧 两旁 两性 两栖 两手 两翼 两端 两难 两头 两边 两面 两融 两市 两院 两队 两军 两党 两用 两轮车 四轮 四轮车
    三国 四国 五国 六国 七国 八国 十国 两会 三轮车 三厢 两厢 两班倒 三班倒 三岔口 三岔路口 三甲 二甲 一甲 三甲医院 三级医院 二级医院
    一级 二级 三级 四级 五级 六级 七级 八级 九级 特一级 一等 二等 三等 一等奖 二等奖 三等奖 四等 一档 二档 三档 一类 二类
    一星 二星 三星 四星 五星 五星级 四星级 三星级 二星级 七星 三连冠 两连冠 四连冠 五连冠 三连胜 两连胜 四连胜 五连胜 三连败 两连败 五连败
    十九大 十八大 二十大 十七大 十六大 十九届 二十届 十八届 五中全会 三中全会 四中全会 六中全会 七中全会 二中全会 一中全会 二战 一战
    一中院 二中院 三中院 一中 二中 三中 四中 五中 六中 七中 八中 九中 十中 一小 二小 三小 一院 二院 三院 四院 五院 一区 二区 三区 一队 二队 三队
    一期 二期 三期 四期 一标段 二标段 三标段 四标段 五标段 六标段 七标段 八标段 九标段 十标段 一号 二号 三号 四号 五号 六号 七号 八号 九号 十号 一楼 二楼 三楼 四楼 五楼 一环 二环 三环 四环 五环 六环
    第三方 第一产业 第二产业 第三产业 第二课堂 第一线 第一家庭 第一夫人 第三者 第一财经
    九一八 八一 七一 六一 五一 五四 三八 七七 二七 一二九 三一五 六一八 双十一 双十二 双十 十一黄金周 十一假期 十一长假 国庆 五卅
    二十国集团 七国集团 八国集团 七十七国集团 二十四节气 十二生肖 十二指肠 二十八宿 七夕 重九 三伏 三伏天 二八年华 三九天 数九 头伏
    一班人 一把 一把火 一声 一阵 一股脑 一番话 一场空 一口气 一个劲 一个样 一点也 一家之言 一回事 两码事 两回事 一码事 一道 一行 一幅
    二话 二传 二传手 一传 三传一反 一垒 二垒 三垒 三分球 两分球 二分球 三分线 四强 八强 十强 十六强 三十二强 三甲 前三甲 六强 百团 百团大战
    """.split()
    )
    + NUMERAL_NAMES
)

_QUOTED = re.compile(r"[一二两三四五六七八九十百千][^“”‘’，。；、！？：,;\s\d]{1,11}(?=[”’])")
_CODE = re.compile(r"[\dA-Za-z.·・+\-—xX×/]{1,12}(?=[”’])")
_FOUR = re.compile(r"[一二两三四五六七八九十百千万]([^\W\d_])[一二两三四五六七八九十百千万双]([^\W\d_])")
_NEVER = re.compile(r"[两三四五六七八九十]个不(?:放过|动摇|得|准|让|减|漏|留|出|摘|缺位|松懈|变)")
_MANY = re.compile(r"一([^\W\d_])多([^\W\d_少的余达])")
_DOUBLED = re.compile(r"一([^\W\d_])(?:\1|一\1)(?![^\W\d_]{0,3}\d)")
_EACH = re.compile(r"一([^\W\d_])[^\W\d_]{1,4}一\1")


def _index() -> dict[str, list[tuple[str, int, bool]]]:
    """Index every phrase by its first numeral and the character after it (before it, where it ends there)."""
    index: dict[str, dict[tuple[str, int], bool]] = {}
    for words, slogan in ((FIXED_WORDS, False), (SLOGANS, True), (SET_PHRASES, True)):
        for word in words:
            offset = next((at for at, char in enumerate(word) if char in NUMERAL_CHARACTERS), -1)
            if offset >= 0:
                key = (
                    word[offset : offset + 2]
                    if offset + 1 < len(word)
                    else word[offset - 1 : offset + 1] + "$"
                )
                index.setdefault(key, {})[word, offset] = slogan
    return {
        key: sorted(
            ((word, offset, slogan) for (word, offset), slogan in words.items()), key=lambda row: -len(row[0])
        )
        for key, words in index.items()
    }


_PHRASES = _index()
_SPLIT = {
    "高": "提增抬拔升走新",
    "大": "扩最放加增",
    "初": "年月期最起",
    "五": "十",
    "统": "系传",
    "其": "尤极",
    "之": "总",
    "同": "共合",
}


def phrase_at(plain: str, at: int, floor: int = 0) -> Phrase | None:
    """Find the longest slogan, name or word whose first numeral stands at ``at`` of a normalised text."""
    quoted = _quoted(plain, at)
    if quoted is not None:
        return quoted
    best: Phrase | None = None
    for key in (plain[at - 1 : at + 1] + "$", plain[at : at + 2]):
        for word, offset, slogan in _PHRASES.get(key, ()):
            start = at - offset
            if start >= floor and plain.startswith(word, start) and not _split(plain, start, word):
                if best is None or len(word) > best.end - best.start:
                    best = Phrase(start, start + len(word), slogan)
                break
    return best or _productive(plain, at)


def _split(plain: str, start: int, word: str) -> bool:
    """Say whether the word's first character belongs to the word before it (提高|二十三点五, not 高二)."""
    if word[0] in "周星礼" and plain[start + len(word) : start + len(word) + 1] in tuple("次天节场小个趟"):
        return True  # 每周|三次, not 周三
    return bool(start) and plain[start - 1] in _SPLIT.get(word[0], "")


def _quoted(plain: str, at: int) -> Phrase | None:
    if plain[at - 1 : at] not in ("“", "‘") or not at:
        return None
    match = _QUOTED.match(plain, at)
    if match and not _is_amount(plain, at, match.end()):
        return Phrase(at, match.end(), True)
    match = _CODE.match(plain, at)
    return Phrase(at, match.end(), False) if match else None


_AMOUNT = re.compile(
    r"[一二两三四五六七八九十百千万亿零半点]+(?:个月|个百分点|年|天|小时|分钟|元|亩|成|倍|人|名|岁|吨|公里|米)"
)


_SLOGANS = frozenset(SLOGANS)


def _is_amount(plain: str, at: int, end: int) -> bool:
    match = _AMOUNT.match(plain, at)
    return bool(match) and plain[at:end] not in _SLOGANS


_NUMERALS = NUMERAL_CHARACTERS | set("伍陆陸肆拾")
_MEASURED = "年月日点分成个比米块斤吨亩元倍度岁秒时里"
_BLURS = frozenset("余多几来")
"""十余万元 and 百多万人 are amounts, not phrases of four characters."""


def _productive(plain: str, at: int) -> Phrase | None:
    """Match the patterns that make phrases: 一核两翼, 一条条, 一级抓一级."""
    four = _FOUR.match(plain, at) if plain[at - 1 : at] not in ("成", "以", "数", "几", "上") else None
    if four is not None:
        one, other = four[1], four[2]
        counts = unit_at(one, 0) is not None and (unit_at(other, 0) is not None or plain[at] != plain[at + 2])
        if not counts and one not in _MEASURED and one not in _BLURS and not {one, other} & _NUMERALS:
            return Phrase(at, four.end(), True)
    never = _NEVER.match(plain, at)
    if never:
        return Phrase(at, never.end(), True)
    if plain[at] != "一":
        return None
    many = _MANY.match(plain, at)
    if (
        many
        and not _NUMERALS & set(many.groups())
        and unit_at(many[1], 0) is None
        and many[1] not in _MEASURED
    ):
        return Phrase(at, many.end(), True)
    doubled = _DOUBLED.match(plain, at)
    if doubled and unit_at(doubled[1], 0) and plain[doubled.end() - 1 : doubled.end() + 1] != "列车":
        return Phrase(at, doubled.end(), True)
    each = _EACH.match(plain, at)
    return Phrase(at, each.end(), False) if each and each[1] not in NUMERAL_CHARACTERS else None
