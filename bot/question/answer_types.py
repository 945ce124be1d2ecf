"""What kind of figure a question asks for: its text in, ``Asked`` values with their places out.

Each way to ask is a row of ``WAYS`` with a name and a real phrase that it matches.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.figure import Figure, Kind
from corpus.lexicon.rates import any_rate_word
from corpus.quantities.units import interchangeable, measure_words, unit_at
from corpus.words import segmenter


@dataclass(frozen=True, slots=True)
class Way:
    """One way to ask for a figure: the words that ask, and the kinds of figure that answer.

    ``firm`` says that no other kind will do, ``measure`` is the base unit that is asked for, "" for any.
    """

    name: str
    pattern: str
    kinds: frozenset[Kind]
    example: str
    firm: bool = False
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure that a question asks for: ``question[start:end]`` asks (多少个).

    ``kinds`` are the kinds that answer, empty for any quantity; ``measure`` the base unit or measure word
    asked for, "" for any. ``firm`` says that no other kind will do.
    """

    start: int
    end: int
    kinds: frozenset[Kind] = frozenset()
    measure: str = ""
    firm: bool = False


QUANTITIES: Final = frozenset(Kind) - {Kind.DATE, Kind.ORDINAL, Kind.DOCUMENT_NUMBER, Kind.IDIOM}
RATES: Final = frozenset({Kind.PERCENT, Kind.RATIO, Kind.MULTIPLE})
"""Kinds that a rate comes in."""
RATES_AND_POINTS: Final = RATES | {Kind.PERCENTAGE_POINT}
_MANY: Final = r"(?:多少|几|若干)"
_SCALE: Final = r"(?:余|多)?(?:百|千|万|亿)*"

WAYS: Final = (
    Way("points", rf"{_MANY}个?百分点|percentage points?", frozenset({Kind.PERCENTAGE_POINT}), "提高了几个百分点", firm=True),
    Way("fraction", any_rate_word('fraction'), frozenset({Kind.RATIO, Kind.PERCENT}), "党员占几分之几", firm=True),
    Way("percent", rf"{any_rate_word('percent')}|what (?:percentage|share|proportion)|percent\b", frozenset({Kind.PERCENT}), "增长了百分之多少", firm=True),
    Way("loose_points", rf"{_MANY}个?点(?![位名钟])", frozenset({Kind.PERCENTAGE_POINT, Kind.PERCENT}), "办结率几个点"),
    Way("multiple", rf"{_MANY}[倍番]", frozenset({Kind.MULTIPLE}), "是去年的几倍", firm=True),
    Way(
        "time",
        r"什么时候|啥时候|何时|什么时间|哪一?[年天日月]|哪个月|几月(?:份|几[日号])?|(?<!第)几号(?![一-鿿]?[楼线院文令馆桌门井机仓店])|\bwhen\b|what (?:date|day|month|year)",
        frozenset({Kind.DATE}),
        "巡视是什么时候启动的",
        firm=True,
    ),
    Way("duration", r"多久|多长时间|(?<=时间)(?:现在|目前)?(?:有|要)?多长|how long", frozenset({Kind.DURATION}), "整改用了多长时间", firm=True),
    Way("age", r"多大(?:岁数|年纪|年龄)|(?:多少|几)岁", frozenset({Kind.MEASURE}), "最年长的党员多大年纪", firm=True, measure="岁"),
    Way("extent", r"多[长高远宽深重](?!(?![没未])[一-鿿])|多远(?=的)|(?<=面积)有?多大|(?<=占地)有?多大", frozenset({Kind.MEASURE}), "大桥多长"),
    Way("size", r"(?<=敞口|规模|缺口|体量|库容|金额|数额)现?有?多大", QUANTITIES, "风险敞口多大"),
    Way("money", r"多少钱|(?:多少|几)块钱?(?![一-鿿])|how much money", frozenset({Kind.MONEY}), "涉及多少钱", firm=True),
    Way("counted", rf"{_MANY}{_SCALE}", QUANTITIES, "完成整改多少个问题"),
    Way("number", r"how many", frozenset({Kind.COUNT, Kind.MEASURE, Kind.DURATION}), "How many problems were rectified?"),
    Way("amount", r"how much|what (?:was|is|were|are) the", QUANTITIES, "How much was recovered?"),
)  # fmt: skip


def _any_of(ways: Sequence[Way]) -> re.Pattern[str]:
    """Return the expression for any way; the group that matched names it."""
    return re.compile("|".join(f"(?P<{way.name}>{way.pattern})" for way in ways), re.IGNORECASE)


_PATTERN: Final = _any_of(WAYS)
_MONEY_END: Final = re.compile(
    "(?:金额|款|补贴|补助|补偿|费|销售额|经费|投资|预算|决算|工资|薪酬|薪|绩效|营收|收入|支出|利润|产值|债务|余额|(?<![班名员缺])额|"
    "价|价格|价值|[市货总估原净残]值|税|税收|(?<!融资|负债|资金)成本|[^基]金|基金|钱|(?i:GDP)|生产总值)$"
)
_OF_MONEY: Final = re.compile("[一-鿿]{1,6}[款费金钱](?=[？?。，, 　呢]|$)")
"""Right behind the asking word, what is counted, though it begins with a verb: 逾期款."""
_PAID_OUT: Final = re.compile("[拨发付补划派转](?=到位|下去|出去|[给掉完到出了])")
"""What was done with money, and no measure word: 有多少拨到位."""
_COUNTED_END: Final = re.compile(
    "(?:农民工|学生|职工|居民|群众|村民|干部|人员|教师|老师|医生|护士|患者|毕业生|党员|农户|企业|单位|家庭|线索|案件|合同)$"
)
_COPULA: Final = re.compile("(?:是|有|为|从|由|达到?|总共|一共|分别|各|的|了|现在|目前|如今)+$")
_RATE_END: Final = re.compile(
    f"(?:[一-鿿](?:{any_rate_word('rate')})|{any_rate_word('share', 'ratio', 'level')})$"
)
_TIME_END: Final = re.compile("(?:时间|日期)$")
_LASTING_END: Final = re.compile("(?:平均[一-鿿]{0,8}|等[待候]|候[诊车]|排队|响应|所[需用])(?:时间|时长)$")
"""A time that something takes, and not when it was."""
_AMOUNTS: Final = "[均得评总]分|分数|人数|数量|总数|[一-鿿]量|人次|人口|票房|震级|点数|席位|规模|浓度|敞口"
_NUMBER_END: Final = re.compile(f"(?:{_AMOUNTS}|增速|增幅|涨幅)$")
_AMOUNT_END: Final = re.compile(f"(?:{_AMOUNTS})$")
"""What is never told as a share."""
_TALLY_END: Final = re.compile("(?:人数|人次|人口|席位|[一-鿿](?<![交易款贷资])量)$")
"""What is counted or measured, and never paid: 门诊量, but not 交易量."""
_WORDED: Final = re.compile(
    r"什么|怎|如何|哪|谁|为何|是否|有没有|[吗呢]|\b(?:what|how|which|who|why|where)\b", re.IGNORECASE
)
_SHARE_OF: Final = re.compile(r"占(?![用地道])[^，,、。；;占]{1,16}$")
"""Before the asking word: a share is asked for (占全部线索多少)."""
_COMPARED: Final = re.compile(r"(?:里|中|更|最|要|的|的?[一-鿿]{0,6})?[高多大低少早晚快长]")
_DEEDS_TOLD: Final = ("v", "d", "p", "u")
"""First letters of the tags of what tells a deed, and how."""
_NOT_NOUN: Final = ("v", "u", "d", "p", "c", "r", "w", "x", "y", "m")


def find_asked(question: str, ways: Sequence[Way] = WAYS) -> list[Asked]:
    """Return the figures that a question asks for, in order of place; none where it asks for no figure."""
    found: list[Asked] = []
    position = 0
    pattern = _PATTERN if ways is WAYS else _any_of(ways)
    while match := pattern.search(question, position):
        way = next(way for way in ways if way.name == match.lastgroup)
        end = match.end()
        position = end
        if way.name == "time" and _COMPARED.match(question, end):
            continue  # 哪年高: which of two, not when
        if way.name == "counted":
            asked = _counted(question, match)
            end = asked.end
        else:
            asked = Asked(match.start(), end, way.kinds, way.measure, firm=way.firm)
        found.append(asked)
        position = end
    return found or _implied(question)


def _implied(question: str) -> list[Asked]:
    """Read a bare noun phrase (2020年化解率) as asking for its figure; anything else asks for none."""
    phrase = question.rstrip("？?。！! 　的呢")
    noun = re.split(r"[，,、。；;：:　 的]", phrase)[-1]
    if not phrase or _WORDED.search(phrase):
        return []  # 化解率呢 names a figure, 怎么改的呢 none
    if _TIME_END.search(noun) and not _LASTING_END.search(noun):
        return [Asked(len(phrase), len(phrase), frozenset({Kind.DATE}), firm=True)]
    if not any(end.search(noun) for end in (_RATE_END, _MONEY_END, _NUMBER_END, _LASTING_END)):
        return []
    return [Asked(len(phrase), len(phrase), _kinds_of_noun(noun), _measure_of(noun))]


def _counted(question: str, match: re.Match[str]) -> Asked:
    """Read the measure word after 多少 or 几: 多少个, 几家, 多少万元; or what the noun beside it measures in."""
    unit = None if _PAID_OUT.match(question, match.end()) else unit_at(question, match.end())
    words = segmenter().cut(question[match.end() : match.end() + 16], False)
    # 多少重复收费: 重 is no measure word there; 几个子系统: 个 is one, though 个子 is a word
    longer = bool(words) and unit is not None and len(words[0]) > len(unit.name)
    if unit is not None and (not longer or match[0] == "几"):
        firm = unit.kind is not Kind.COUNT
        taken = 1 if not firm and len(unit.name) > 2 else len(unit.name)  # 多少张床位: what is counted, too
        return Asked(match.start(), match.end() + taken, frozenset({unit.kind}), unit.base, firm=firm)
    noun = leading_noun(question[match.end() : match.end() + 16])
    owed = None if _COUNTED_END.search(noun) else _OF_MONEY.match(question, match.end())
    if owed and owed[0].startswith(noun):  # 逾期款, though it begins with a verb; not 企业退了款
        noun = owed[0]
    if not noun and _SHARE_OF.search(question, 0, match.start()):
        return Asked(match.start(), match.end(), RATES)
    if not noun:
        noun = _noun_of(_COPULA.sub("", re.split(r"[，,、。；;：:]", question[: match.start()])[-1]))
    follows = bool(leading_noun(question[match.end() : match.end() + 16]))
    kinds = frozenset({Kind.COUNT}) if follows and _COUNTED_END.search(noun) else _kinds_of_noun(noun)
    return Asked(match.start(), match.end(), kinds, _measure_of(noun))


def _noun_of(told: str) -> str:
    """Return what a clause tells up to its last amount of money, where only what was done to that follows: 补偿款 已经 付."""
    words = segmenter().tag(told)
    while words and words[-1][1].startswith(_DEEDS_TOLD):
        words = words[:-1]
    noun = "".join(word for word, _ in words)
    return noun if _MONEY_END.search(noun) and not _RATE_END.search(told) else told


def _measure_of(noun: str) -> str:
    """Return the measure word that a noun itself names: 死亡人数 is counted in 人; "" for most."""
    if _SCORE_END.search(noun):
        return "分"
    return next((measure for end, measure in _MEASURED if noun.endswith(end)), "")


_MEASURED: Final = (("人数", "人"), ("人次", "人次"), ("的人", "人"))
"""How a noun ends that names its measure itself: 骗取补贴的人 are counted in 人."""
_SCORE_END: Final = re.compile("[均得评总]分$")


def names_amount(word: str) -> bool:
    """Whether a word names an amount or a rate by itself: 招待费, 租金, 化解率."""
    return len(word) > 1 and bool(_MONEY_END.search(word) or _RATE_END.search(word))


def leading_noun(text: str) -> str:
    """Return the noun phrase that ``text`` begins with: 专项借款 of 专项借款用于保交楼; "" where none does."""
    noun = ""
    for word, tag in segmenter().tag(text):
        if tag.startswith(_NOT_NOUN) and tag != "vn" and word != "的":
            break
        noun += word
    return noun.strip("的")


def _kinds_of_noun(noun: str) -> frozenset[Kind]:
    """Return the kinds that a noun comes in: 补贴 is money, 化解率 a rate, anything else any quantity."""
    if _RATE_END.search(noun):
        return RATES
    if _LASTING_END.search(noun):
        return frozenset({Kind.DURATION})
    if _TALLY_END.search(noun):
        return frozenset({Kind.COUNT, Kind.MEASURE})
    if _AMOUNT_END.search(noun):
        return QUANTITIES - RATES_AND_POINTS
    return frozenset({Kind.MONEY}) if _MONEY_END.search(noun) else QUANTITIES


def kind_fitness(asked: Asked, figure: Figure) -> float:
    """Return how well a figure's kind and unit answer what is asked: 1 fits, 0 cannot, between: may.

    A person who asks 多少个 is also served by 家 or 人次, since the answer shows its unit.
    """
    if asked.kinds and figure.kind not in asked.kinds:
        if figure.kind is Kind.COUNT and not figure.unit:
            return 0.6  # a cell of a table, whose unit stands elsewhere
        if asked.firm or figure.kind not in QUANTITIES or asked.kinds <= RATES:
            return 0.0
        return 0.5 if figure.kind in {Kind.COUNT, Kind.MEASURE} and Kind.COUNT in asked.kinds else 0.25
    if not asked.measure or asked.measure == figure.unit or interchangeable(asked.measure, figure.unit):
        return 1.0
    if counts_otherwise(asked.measure, figure.unit):
        return 0.25
    if figure.kind is Kind.MEASURE and asked.firm:
        return 0.0  # 多少公里: no area, no weight
    if figure.kind in {Kind.MONEY, Kind.DURATION, Kind.MEASURE}:
        return 0.8
    return 0.8 if asked.measure in VAGUE else 0.6


def counts_otherwise(measure: str, unit: str) -> bool:
    """Whether one counts people and the other does not: 几家单位 and 17人, 立案几人 and 64个; 几个 may ask for either."""
    return bool(unit) and measure in (_BODIES if unit in _PEOPLE else _PEOPLE)


def is_in_other_unit(asked: Asked | None, figure: Figure) -> bool:
    """Whether a figure counts what the measure word that a count is asked in does not count: 15家 for 几项."""
    measure = asked.measure if asked is not None and Kind.COUNT in asked.kinds else ""
    any_of = "个" in (measure, figure.unit)
    own = any_of or measure in (figure.unit, figure.measure) or interchangeable(measure, figure.unit)
    return bool(measure and figure.unit) and figure.kind is Kind.COUNT and not own


_PEOPLE: Final = frozenset(measure_words("people"))
_BODIES: Final = frozenset(measure_words("listed")) - {"个"}
"""Measure words by which nobody asks for people."""

VAGUE: Final = frozenset(measure_words("vague"))
"""Measure words that people ask with whatever the report counts in."""
