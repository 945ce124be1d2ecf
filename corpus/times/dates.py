"""Dates and spans of dates: ``2020年9月下旬``, ``2022年9月19日至12月9日``, ``今年2月``, ``前11个月``.

In comes a normalised text and a place in it; out comes where the date ends and its first and last day as
``yyyymmdd`` numbers where the expression itself says them.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from corpus.numerals import read_numeral

_HAN_DIGITS = "零一二三四五六七八九"
_YEAR_NUMBER = rf"(?:(?:1[0-9]|20)\d\d|[一二][{_HAN_DIGITS}]{{3}})"
_MONTH_NUMBER = r"(?:1[0-2]|0?[1-9](?!\d)|十[一二]?|[一二三四五六七八九])"
_DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9](?!\d)|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_THIRDS = "上中旬|中下旬|上旬|中旬|下旬|上半月|下半月|月?初|月?底|月?末|月?中(?=[，。、；,;旬前\\s]|$)"
_NOT_DAY = "(?![线楼院文令店员厅馆机用夜常])"
_PART = (
    r"(?:年)?(?:底|初|末)|上半年|下半年|第?[一二三四1-4]季度|[Qq][1-4]|前(?:\d{1,2}|[一二三四五六七八九十两]{1,2})(?:个月|个?季度|月)|"
    r"度(?![过假日])|春节|[春夏秋冬]季|中期|间"
)
_TO = r" {0,2}(?:至|到|-{1,2}|—{1,2}|–|~|～|―) {0,2}"
_RELATIVE = ("今年", "去年", "明年", "前年", "后年", "当年", "本年", "次年", "翌年", "同年", "上年", "每年", "往年", "历年",
             "本月", "当月", "上月", "下月", "次月", "同月", "上个月", "下个月", "每月")  # fmt: skip


def _one(mark: str) -> str:
    """Write the expression for one date, its groups named with ``mark``."""
    day = rf"(?P<day{mark}>{_DAY_NUMBER}) ?[日号]{_NOT_DAY}"
    month = rf"(?P<month{mark}>{_MONTH_NUMBER}) ?月份?(?!球|饼|薪|亮|嫂)(?: ?(?:{day}|(?P<third{mark}>{_THIRDS})))?"
    year = (
        rf"(?:公元前? ?)?(?P<year{mark}>{_YEAR_NUMBER}) ?年(?!级)(?: ?(?:{month}|(?P<part{mark}>{_PART})))?"
    )
    lone = day.replace(f"P<day{mark}>", f"P<lone{mark}>")
    bare = month.replace(f"{mark}>", f"{mark}b>")
    return rf"(?:{year}|{bare}|{lone})"


_DATE = re.compile(rf"{_one('1')}(?:{_TO}{_one('2')})?")
_YEARS = re.compile(
    rf"({_YEAR_NUMBER}) ?年?(?:{_TO}|/)({_YEAR_NUMBER}|\d\d) ?(?:(?:学年|财年|赛季|年)度?|(?=[）)]))"
)
_LISTED = re.compile(r"(?:19|20)\d\d(?=(?:[、,和与及](?:19|20)\d\d)*[、,和与及](?:19|20)\d\d ?年)")
_MONTHS = re.compile(
    rf"(?:({_YEAR_NUMBER}) ?年 ?)?({_MONTH_NUMBER}) ?月?{_TO}({_MONTH_NUMBER}) ?月份?(?! ?[\d一二三四五六七八九十]+[日号])"
)
_DAYS = re.compile(
    rf"(?:(?:({_YEAR_NUMBER}) ?年 ?)?({_MONTH_NUMBER}) ?月 ?)?({_DAY_NUMBER}) ?[日号]?{_TO}({_DAY_NUMBER}) ?[日号]{_NOT_DAY}"
)
_NUMERIC = re.compile(r"((?:19|20)\d\d)([-/.])(0?[1-9]|1[0-2])\2(3[01]|[12]\d|0?[1-9])(?![\d.])")
_COMPACT = re.compile(
    r"((?:19|20)\d\d)(0[1-9]|1[0-2])(3[01]|[12]\d|0[1-9])(?![\d.万亿%]|,\d)(?![个项件条元人户名家次份])"
)
_SHORT = re.compile(
    rf"([0-4]\d) ?年 ?(?:({_MONTH_NUMBER}) ?月(?: ?({_DAY_NUMBER}) ?[日号]{_NOT_DAY})?"
    r"|(底|末|初|上半年|下半年|第?[一二三四1-4]季度|[Qq][1-4]|度(?![过假日])))"
)
_CENTURY = re.compile(
    r"(?:\d{1,2}|[一二十]?[一二三四五六七八九十])世纪(?:(?:[1-9]0|[二三四五六七八九]十)年代)?(?:[初末中]期?|后期|前期|[上下]半叶)?"
)
_DECADE = re.compile(
    r"(?:(?:1[89]|20)?[1-9]0|(?:1[89]|20)00|[二三四五六七八九]十)年代(?:[初末中]期?|后期|前期)?"
)
_QUARTER = re.compile(r"[一二三四1-4] ?季度")


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date in a text, from ``start`` to ``end``; its first and last day are ``yyyymmdd`` or None."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None


def date_at(plain: str, start: int, floor: int = 0) -> DateSpan | None:
    """Read the longest date or span of dates whose numeral begins at ``start``; None when none does.

    A word that makes it relative (今年, 本月, 前) is taken along when it stands before it after ``floor``.
    """
    best: DateSpan | None = None
    for pattern, read in _READERS:
        match = pattern.match(plain, start)
        if match and (best is None or match.end() > best.end):
            best = read(match) or best
    head = plain[max(floor, start - 4) : start].rstrip()
    if best is None or _LONE_MONTH.fullmatch(plain, start, best.end):
        best = _first_months(plain, start, head) or best
    if best is None or (_LONE_DAY.fullmatch(plain, start, best.end) and _lasts(plain, best.end, head)):
        return None
    for word in _RELATIVE:
        if head.endswith(word):
            return DateSpan(start - len(plain[:start]) + plain.rindex(word, 0, start), best.end, None, None)
    return best


_FIRST = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十两]{1,2}) ?(?:个月|月份?|个?季度)")


_FIRST_OF_YEAR = tuple(f"{word}前" for word in _RELATIVE if word in ("今年", "本年", "去年", "上年"))
"""What makes the first months of a number those of a year: 今年前10个月, and not 一年前3个月."""
_LONE_MONTH = re.compile(rf"{_MONTH_NUMBER} ?月份?")
_LONE_DAY = re.compile(rf"{_DAY_NUMBER} ?日")
_LASTING = (
    "近",
    "拘",
    "留",
    "为期",
    "连续",
    "历时",
    "长达",
    "不超过",
    "逾期",
    "超过",
    "提前",
    "延长",
    "不少于",
    "满",
    "期限",
    "罚",
    "最近",
)


def _lasts(plain: str, end: int, head: str) -> bool:
    """Say whether a number of 日 is a length of time (拘留5日, 30日内) rather than a day of the month."""
    return (
        head.endswith(_LASTING)
        or plain[end : end + 2] in ("以内", "之内", "以上", "以下")
        or (plain[end : end + 1] == "内" and plain[end + 1 : end + 2] not in "蒙地外")
    )


def _first_months(plain: str, start: int, head: str) -> DateSpan | None:
    match = _FIRST.match(plain, start)
    of_year = next((word for word in _FIRST_OF_YEAR if head.endswith(word)), None)
    if match and of_year:
        return DateSpan(plain.rindex(of_year, 0, start), match.end(), None, None)
    if match and head.endswith("前") and not head.endswith(("之前", "以前", "目前", "此前", "年前")):
        return DateSpan(plain.rindex("前", 0, start), match.end(), None, None)
    return None


def _number(written: str) -> int:
    numeral = read_numeral(written)
    return int(numeral.value) if numeral else 0


def _day(year: int, month: int, day: int) -> Decimal | None:
    if month and not 1 <= day <= monthrange(max(year, 1), month)[1]:
        return None
    return Decimal(year * 10000 + month * 100 + day)


def _span(
    year: int, month: int, day: int, third: str = "", part: str = ""
) -> tuple[Decimal | None, Decimal | None]:
    """Give the first and the last day of one date."""
    if not month:
        first, last = _months_of_part(part)
        return _day(year, first, 1), _day(year, last, monthrange(year, last)[1])
    end = monthrange(year, month)[1]
    if day:
        return _day(year, month, day), _day(year, month, day)
    low, high = {
        "上旬": (1, 10),
        "中旬": (11, 20),
        "下旬": (21, end),
        "上半月": (1, 15),
        "下半月": (16, end),
    }.get(third, (1, end))
    return _day(year, month, low), _day(year, month, high)


def _months_of_part(part: str) -> tuple[int, int]:
    if part in ("上半年", "下半年"):
        return (1, 6) if part == "上半年" else (7, 12)
    if part[:1] in ("Q", "q") or (part.endswith("季度") and not part.startswith("前")):
        quarter = _number(part.strip("Qq第季度"))
        return quarter * 3 - 2, quarter * 3
    if part.startswith("前"):
        count = _number(part.strip("前个月季度")) * (3 if part.endswith("季度") else 1)
        return 1, min(max(count, 1), 12)
    return 1, 12


def _read_date(match: re.Match[str]) -> DateSpan | None:
    """Read one date, or two with what the second leaves out taken from the first."""
    given = match.groupdict()
    year = _number(given["year1"] or "0")
    month = _number(given["month1"] or given["month1b"] or "0")
    day = _number(given["day1"] or given["day1b"] or given["lone1"] or "0")
    if not year:
        return DateSpan(match.start(), match.end(), None, None)
    low, high = _span(year, month, day, given["third1"] or "", given["part1"] or "")
    if given["year2"] or given["month2b"] or given["lone2"]:
        last_month = _number(given["month2"] or given["month2b"] or "0") or (month if given["lone2"] else 0)
        last_day = _number(given["day2"] or given["day2b"] or given["lone2"] or "0")
        last_year = _number(given["year2"] or "0") or year
        high = _span(
            last_year, last_month, last_day, given["third2"] or given["third2b"] or "", given["part2"] or ""
        )[1]
    return DateSpan(match.start(), match.end(), low, high)


def _read_years(match: re.Match[str]) -> DateSpan | None:
    first, last = _number(match[1]), _number(match[2])
    if last < 100:
        last += first - first % 100
    if last <= first:
        return None
    return DateSpan(match.start(), match.end(), _day(first, 1, 1), _day(last, 12, 31))


def _read_months(match: re.Match[str]) -> DateSpan | None:
    year, first, last = _number(match[1] or "0"), _number(match[2]), _number(match[3])
    if not year:
        return DateSpan(match.start(), match.end(), None, None)
    return DateSpan(match.start(), match.end(), _span(year, first, 0)[0], _span(year, last, 0)[1])


def _read_days(match: re.Match[str]) -> DateSpan | None:
    year, month = _number(match[1] or "0"), _number(match[2] or "0")
    if not year:
        return DateSpan(match.start(), match.end(), None, None)
    return DateSpan(
        match.start(), match.end(), _day(year, month, _number(match[3])), _day(year, month, _number(match[4]))
    )


def _read_numeric(match: re.Match[str]) -> DateSpan | None:
    day = _day(int(match[1]), int(match[3]), int(match[4]))
    return None if day is None else DateSpan(match.start(), match.end(), day, day)


def _read_compact(match: re.Match[str]) -> DateSpan | None:
    day = _day(int(match[1]), int(match[2]), int(match[3]))
    return None if day is None else DateSpan(match.start(), match.end(), day, day)


def _read_short(match: re.Match[str]) -> DateSpan | None:
    part = match[4] or ""
    low, high = _span(2000 + int(match[1]), _number(match[2] or "0"), _number(match[3] or "0"), part=part)
    return DateSpan(match.start(), match.end(), low, high)


def _read_year(match: re.Match[str]) -> DateSpan | None:
    low, high = _span(_number(match[0]), 0, 0)
    return DateSpan(match.start(), match.end(), low, high)


def _read_loose(match: re.Match[str]) -> DateSpan | None:
    return DateSpan(match.start(), match.end(), None, None)


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], DateSpan | None]], ...] = (
    (_DATE, _read_date),
    (_YEARS, _read_years),
    (_MONTHS, _read_months),
    (_DAYS, _read_days),
    (_NUMERIC, _read_numeric),
    (_COMPACT, _read_compact),
    (_SHORT, _read_short),
    (_CENTURY, _read_loose),
    (_DECADE, _read_loose),
    (_QUARTER, _read_loose),
    (_LISTED, _read_year),
)
