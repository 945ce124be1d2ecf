"""The ways in which a text names a time, as a table of patterns over normalised text (half-width digits)."""

import re
from dataclasses import dataclass
from typing import Final

from corpus.times.rounds import ROUND_NUMBER

_HAN: Final = "一-鿿"
_DIGIT: Final = "〇零○0-9一二三四五六七八九"
_NUMBER: Final = r"(?:\d{1,2}|[一二三四五六七八九十两]{1,3})"
YEAR: Final = rf"(?:(?<!\d)(?:1[5-9]|20)\d{{2}}|(?:一[五六七八九]|二[〇零○])[{_DIGIT}]{{2}})"
SHORT_YEAR: Final = r"(?<![\d.])[0-4]\d(?=年(?:度|上半年|下半年|底|末|初|(?:1[0-2]|0?[1-9])月|第?[一二三四1-4]个?季度|[Qq][1-4]))"
RELATIVE_YEAR: Final = "今年|本年|当年|去年|上一年|上年|前年|明年|次年|翌年|同年"
MONTH: Final = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAY: Final = (
    r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])"
)
_THIRD: Final = rf"上旬|中旬|下旬|初(?![步级中次始期])|底|末|中(?![{_HAN}])"
_QUARTER: Final = "(?:[一1][至到—–~-])?第?[一二三四1-4]个?季度"
"""A quarter, or those from the first on: 一至三季度."""
_PART: Final = (
    rf"上半年|下半年|{_QUARTER}|[Qq][1-4]|前{_NUMBER}个?(?:月|季度)|同期"
    rf"|年?(?:初(?![步级中次始期])|末|底)|全年|度"
)
_NOT_PART_OF_NUMBER: Final = r"(?<![\d.一二三四五六七八九十第这每那近前半个几数])"
_MEASURED: Final = "万亿%％个项件条元人户名家次份期号"
_SINCE: Final = "以来|至今|迄今|起"


def _one(mark: str) -> str:
    """Source of one point or span of the calendar, with groups named by ``mark``."""
    return (
        rf"(?:(?:(?P<year{mark}>{YEAR}|{SHORT_YEAR})年|(?P<relative{mark}>{RELATIVE_YEAR}))"
        rf"(?:(?P<month{mark}>{MONTH})月(?:份)?(?:(?P<day{mark}>{DAY})[日号]|(?P<third{mark}>{_THIRD}))?(?P<same{mark}>同期)?"
        rf"|(?P<part{mark}>{_PART}))?"
        rf"|{_NOT_PART_OF_NUMBER}(?P<lonemonth{mark}>{MONTH})月(?:份)?"
        rf"(?:(?P<loneday{mark}>{DAY})[日号]|(?P<lonethird{mark}>{_THIRD}))?"
        rf"|(?P<lonepart{mark}>上半年|下半年|{_QUARTER}|(?<![目此以之年])前{_NUMBER}(?:个月|个?季度)|同期|全年|年[初末底]|月[初末底])"
        rf"|(?P<dotted{mark}>(?<!\d)(?:19|20)\d{{2}}(?P<dot{mark}>[-/.])(?:1[0-2]|0?[1-9])(?P=dot{mark})(?:3[01]|[12]\d|0?[1-9])(?!\d)"
        rf"|(?<!\d)(?:19|20)\d{{2}}(?:0[1-9]|1[0-2])(?:3[01]|[12]\d|0[1-9])(?!\d|[.．,，]\d|[{_MEASURED}]))"
        rf"|(?P<onlyday{mark}>(?<![\d.月])(?:3[01]|[12]\d|[1-9])日(?![元本均常间夜用子]))"
        rf"|(?P<lonerelative{mark}>本月|当月|上月|上个月|同月|当天|当日|同日|本季度|当季))"
    )


@dataclass(frozen=True, slots=True)
class PeriodPattern:
    """A row of the table: ``pattern`` finds what ``name`` calls, ``example`` is a phrase of it."""

    name: str
    pattern: str
    example: str


PERIOD_PATTERNS: Final = (
    PeriodPattern(
        "now", "(?:截至|截止|到|至)?(?:目前|当前|现在)(?:为止)?|现阶段|迄今(?:为止)?|截至发稿", "截至目前"
    ),
    PeriodPattern(
        "years",
        rf"(?P<from>{YEAR})年?(?:至|到|-|—|~|～)(?P<to>{YEAR})(?:学年|年度?)(?:间|期间)?",
        "2018-2020年",
    ),
    PeriodPattern(
        "months",
        rf"(?:(?P<year>{YEAR})年|(?P<relative>{RELATIVE_YEAR}))?{_NOT_PART_OF_NUMBER}(?P<from>{MONTH})"
        rf"(?:至|到|-|—|~|～)(?P<to>{MONTH})月(?:份)?(?!{DAY}[日号])",
        "2022年1-6月",
    ),
    PeriodPattern("cohort", rf"(?P<year>{YEAR})届", "2023届"),
    PeriodPattern(
        "calendar",
        rf"(?P<until>截至|截止到?|截止至|(?<![{_HAN}\d])至)?(?:自|从)?{_one('1')}"
        rf"(?:(?:至|到|-|—{{1,2}}|~|～){_one('2')})?(?P<suffix>{_SINCE}|之?前(?![总任期夕后提往来首部副锋进景沿端面列]|[{_HAN}]?[{_DIGIT}])|为?止)?",
        "2022年9月19日至12月9日",
    ),
    PeriodPattern(
        "event",
        r"(?P<event>开业|开通|开园|开馆|开幕|上线|运营|开盘|首映|上市|开放|开学|开工|通车|投运|启用|发售|开市|营业)?"
        r"(?P<when>当天|当日|首日|第一天|首周|第一周|首月|第一个月|首年|当月)",
        "开业当天",
    ),
    PeriodPattern(
        "round", rf"(?P<round>(?<![{_HAN}]第)第(?:{ROUND_NUMBER})轮|本轮|此轮|上一?轮|首轮)", "第八轮"
    ),
    PeriodPattern(
        "recent",
        rf"(?:近|过去|最近|这){_NUMBER}(?:年|个?季度|周|个月)多?(?:时间)?(?:来|以来|间)?"
        rf"|(?<![几数多\d.一二三四五六七八九十百]){_NUMBER}年多?(?:时间)?来",
        "近一年时间来",
    ),
    PeriodPattern(
        "plan", "[“\"]?十[一二三四五六]五[”\"]?(?:规划)?(?:期间|时期|以来|期末|末|初)", "“十三五”期间"
    ),
    PeriodPattern(
        "since",
        r"(?:巡[视察])?(?:整改|反馈|巡[视察]|专项行动|整治|活动|试点|改革|开业|成立|建[院校局]|入[春夏秋冬汛]|疫情发生)(?:工作)?(?:开展|启动|实施|落实)?以来",
        "整改开展以来",
    ),
    PeriodPattern(
        "during",
        "(?:巡[视察]|整改|春节|国庆|五一|元旦|清明|端午|中秋|假日|节假日|春运|暑[假期运]|寒假|疫情|汛|任职|两会)期间",
        "巡视期间",
    ),
)  # fmt: skip
"""The table of period patterns; at one place the earlier row stands."""

PERIODS_BY_NAME: Final = {row.name: re.compile(row.pattern) for row in PERIOD_PATTERNS}
ANY_PERIOD: Final = re.compile(
    "|".join(
        re.sub(r"\(\?P=dot[12]\)", "[-/.]", re.sub(r"\(\?P<\w+>", "(?:", row.pattern)).join(
            (f"(?P<{row.name}>", ")")
        )
        for row in PERIOD_PATTERNS
    )
)
"""Any of the patterns; the group that matched names its row."""

WHOLE_YEAR: Final = re.compile(r"(?<![安健周])全年(?![龄级会])(?!.*(?:\d月|半年|季度|[今去]年))")
"""A year from its beginning to its end, as the last time that a text names (全年共办理)."""
