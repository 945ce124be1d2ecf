"""What a person wants to know before a meeting: the aspects of a summary, and how well a clause serves one.

Each aspect is a row: its words, where in a report it is usually told, and how much room it gets.
"""

import re
from dataclasses import dataclass
from typing import Final

from bot.summary.facts import Fact, Segment
from corpus.figure import Figure, Kind
from corpus.lexicon.rates import any_rate_word

_RESULTS_SECTION: Final = r"问题整改落实|部分单位|(?<!组织)落实情况$|成效"
_NEXT_SECTION: Final = r"下一步|今后|后续|打算|工作安排|存在(?:的)?(?:问题|不足)|不足"


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing that a summary tells.

    ``clue`` marks the segments that tell it, ``against`` those that only sound like it; ``section`` is where
    it usually stands, ``apart`` where it does not. ``longest`` is the most characters of one piece, ``short``
    and ``long`` the most pieces of a summary of that length; ``example`` is a phrase that the row is for.
    """

    name: str
    clue: re.Pattern[str]
    against: re.Pattern[str]
    section: re.Pattern[str]
    apart: re.Pattern[str]
    longest: int
    short: int
    long: int
    example: str


_NEVER: Final = "(?!)"
_ORGANISED: Final = r"召开|学习|印发|工作方案|领导小组|承诺书|高度重视|专题会"


def _aspect(
    name: str,
    clue: str,
    against: str = _NEVER,
    *,
    section: str = _NEVER,
    apart: str = _NEVER,
    longest: int,
    short: int,
    long: int,
    example: str,
) -> Aspect:
    return Aspect(
        name,
        re.compile(clue),
        re.compile(against),
        re.compile(section),
        re.compile(apart),
        longest,
        short,
        long,
        example,
    )


INSPECTION: Final = _aspect(
    "inspection",
    r"(?:巡视|巡察|审计|督察|督查|检查)组.{0,40}(?:开展|进行|进驻)|派出.{0,8}(?:巡视|巡察|督察|检查)组"
    r"|开展(?:了)?(?:常规|专项|机动|提级)?(?:巡视|巡察)|(?:巡视|巡察)(?:正式)?(?:启动|从.{2,16}开始)|(?:巡视|巡察)\d+个"
    r"|(?:反馈|通报)(?:了)?.{0,6}(?:巡视|巡察|督察|审计)?(?:意见|情况|问题)|反馈工作|意见反馈完毕|反馈意见.{0,6}送达",
    r"逐项|整改情况通报|细化|责任|落实.{0,10}意见|回头看",
    apart=rf"{_RESULTS_SECTION}|{_NEXT_SECTION}",
    longest=120,
    short=2,
    long=4,
    example="2022年3月1日至4月29日，市委第五巡察组对市中心医院党委进行了巡察",
)
PROGRESS: Final = _aspect(
    "progress",
    r"完成(?:了)?整改|整改(?:完成|到位)|已整改|(?:整改|制定|细化|分解|完成|落实).{0,12}(?:措施|任务)|措施[^，；]{0,8}(?:完成|落实)"
    r"|(?:问题|意见)[^，；]{0,14}(?:完成|整改|细化|分解|销号)|发现问题|反馈(?:的)?.{0,12}问题|(?:制定|修订|出台|建立|健全|新建)[^，；]{0,8}制度"
    r"|建章立制|落实.{0,8}反馈意见|(?:长期坚持|正在推进|其余|基本完成|阶段性完成).{0,8}[\d一二两三四五六七八九十]+[个项条]|其余.{0,10}(?:推进|办理)",
    r"回头看|力争|工作方案",
    apart=rf"{_RESULTS_SECTION}|{_NEXT_SECTION}",
    longest=90,
    short=3,
    long=8,
    example="28个问题已完成整改25个，其余3个正在推进",
)
ACCOUNTABILITY: Final = _aspect(
    "accountability",
    r"(?:党纪|政务|纪律)(?:政务)?处分|诫勉|问责|追责|组织处理|批评教育|谈话提醒|提醒谈话|立案|移送|留置|撤职|免职|解除劳动合同"
    r"|(?:处理|处分)(?:了)?[\d一二两三四五六七八九十百]+(?:余|多)?(?:人|名)|问题线索|通报曝光|行政处罚|约谈.{0,8}人",
    r"检查力度|机制|扣减",
    apart=_NEXT_SECTION,
    longest=80,
    short=2,
    long=6,
    example="党纪政务处分5人次、诫勉谈话4人次",
)
RESULTS: Final = _aspect(
    "results",
    r"追回|追缴|退还|清退|收回|清收|挽回|罚没|罚款|节约|减亏|盘活|化解|办结|交付|改造|惠及|受益|为群众|患者|农民工|学生|居民|压缩|缩短|压减"
    rf"|率.{{0,14}}(?:提高|上升|下降|降|达)|满意|{any_rate_word('share')}|提升|提高|下降|增长|新增|建成|复耕|完工|引进|转化|清理",
    rf"{_ORGANISED}|^(?:加强|推进|强化)",
    section=_RESULTS_SECTION,
    apart=_NEXT_SECTION,
    longest=64,
    short=4,
    long=40,
    example="退还多收费用37.42万元，涉及患者1268人次",
)
REMAINING: Final = _aspect(
    "remaining",
    r"未完成|未整改|尚未|剩余|未销号|仍有|正在推进|后续整改|未完成事项|存在.{0,10}(?:不足|差距|思想)|(?:将|今后|下一步|持续|继续|进一步|紧盯)"
    r".{0,24}(?:整改|问题|推进|督查|督办|落实|短板|成果|评估|约谈)|约谈|防止.{0,8}反弹|长效机制|长期坚持.{0,6}(?:问题|[个项])|紧盯.{0,8}问题|问题.{0,8}紧盯",
    r"整改期间|已(?:完成|办结)|细化|措施|反馈的",
    section=_NEXT_SECTION,
    longest=70,
    short=2,
    long=6,
    example="仍有16个问题未完成整改",
)
ASPECTS: Final = (INSPECTION, PROGRESS, RESULTS, ACCOUNTABILITY, REMAINING)
"""In the order in which a summary tells them."""

_TELLING: Final = {
    Kind.MONEY: 1.0,
    Kind.PERCENT: 0.8,
    Kind.PERCENTAGE_POINT: 0.9,
    Kind.RATIO: 0.6,
    Kind.MULTIPLE: 0.6,
    Kind.MEASURE: 0.6,
    Kind.DURATION: 0.5,
    Kind.COUNT: 0.5,
}
_UNDONE: Final = re.compile("未(?:完成|销号|整改)|剩余|其余|尚未|长期坚持")
_WHO: Final = re.compile("(?:巡视|巡察|审计|督察|督查|检查)组.{0,40}(?:开展|进行|进驻)|派出.{0,12}组")
_POINTS_BACK: Final = re.compile("(?:该|其(?!中)|上述|此|这|两者)")
_PEOPLE: Final = frozenset({"人", "人次", "户", "名"})


def weight_of(figure: Figure) -> float:
    """Return how much a figure tells a person who hears few of them: money and rates before counts."""
    if figure.kind is Kind.COUNT and figure.unit in _PEOPLE:
        return 0.8
    return _TELLING.get(figure.kind, 0.0)


def is_told_by(aspect: Aspect, fact: Fact, segment: Segment) -> bool:
    """Whether a segment of a fact tells an aspect; results need a figure to show for themselves."""
    text = fact.report.text[segment.start : segment.end]
    if segment.barred or aspect.against.search(text):
        return False
    if aspect is RESULTS:
        spans = all(one.figure.kind is Kind.DURATION for one in segment.quantities)
        return bool(segment.quantities) and (not spans or bool(aspect.clue.search(text)))
    return bool(aspect.clue.search(text))


def aspect_fitness(aspect: Aspect, fact: Fact, segments: tuple[Segment, ...]) -> float:
    """Return how well a run of a fact's segments serves an aspect, 0 where it does not."""
    text = fact.report.text[segments[0].start : segments[-1].end]
    if aspect.apart.search(fact.section):
        return 0.0
    clues = sum(1 for one in segments if aspect.clue.search(fact.report.text[one.start : one.end]))
    at_home = bool(aspect.section.search(fact.section))
    if not clues and not (aspect is RESULTS and segments[0].quantities):
        return 0.0
    figures = sum(weight_of(one.figure) for segment in segments for one in segment.quantities)
    score = min(clues, 3) + min(figures, 2.5) + (1.0 if at_home else 0.0)
    if aspect in (INSPECTION, PROGRESS):
        score += 1.5 * (1 - fact.place)
    if aspect is INSPECTION and _WHO.search(text):
        score += 2.0
    if aspect is REMAINING:
        score += 2.0 * fact.place + (1.5 if _UNDONE.search(text) else 0.0)
    return score - len(text) / 120 - (2.0 if _POINTS_BACK.match(text) else 0.0)
