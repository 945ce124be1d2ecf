"""Days of the calendar that an expression stands for: a match of the calendar pattern in, a ``DaySpan`` out."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from corpus.numerals import number_of

_YEARS_FROM_PUBLISHED: Final = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "明年": 1}
_YEARS_FROM_NEAR: Final = {"当年": 0, "同年": 0, "上年": -1, "上一年": -1, "次年": 1, "翌年": 1}
_QUARTER: Final = re.compile("(?:第?([一二三四1-4])个?季度|[Qq]([1-4]))")
_CENTURY: Final = 2000
_FIRST_MONTHS: Final = re.compile("(?:前|[一1][至到—–~-])(.+?)个?(月|季度)")


@dataclass(frozen=True, slots=True)
class DaySpan:
    """A span of days with its wording; ``moment`` marks an end or a beginning, as in 2022年末."""

    label: str
    first: date
    last: date
    moment: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression leans on: the period before it in the text, and the day of publication."""

    first: date | None = None
    last: date | None = None
    label: str = ""
    published: date | None = None

    @property
    def near(self) -> date | None:
        """A day of the period before."""
        return self.last or self.first

    @property
    def home(self) -> date | None:
        """A day of the period before, else the day of publication."""
        return self.near or self.published


def read_span(match: re.Match[str], mark: str, anchor: Anchor, *, later: bool = False) -> DaySpan | None:
    """The span that the groups of ``match`` named by ``mark`` stand for; None when it stays open.

    ``later`` says that it cannot lie before the anchor: it is the end of a range that the anchor begins.
    """
    group = match.groupdict()
    if dotted := group[f"dotted{mark}"]:
        parts = re.split("[-/.]", dotted) if not dotted.isdecimal() else (dotted[:4], dotted[4:6], dotted[6:])
        year, month, day = map(int, parts)
        return _month_span(year, month, day, "")
    if group[f"year{mark}"] or group[f"relative{mark}"]:
        year = _year_of(
            group[f"year{mark}"], group[f"relative{mark}"] or "", group[f"part{mark}"] or "", anchor
        )
        return _in_year(group, mark, year, anchor) if 1 < year < 9999 else None
    if month_text := group[f"lonemonth{mark}"]:
        month = number_of(month_text)
        day_text = group[f"loneday{mark}"]
        day = number_of(day_text) if day_text else 0
        return _month_span(_year_for_month(month, anchor, later), month, day, group[f"lonethird{mark}"] or "")
    if only_day := group[f"onlyday{mark}"]:
        home = anchor.home
        return _month_span(home.year, home.month, int(only_day.rstrip("日")), "") if home else None
    if part := group[f"lonepart{mark}"]:
        return _lone_part(part, anchor)
    return _lone_relative(group[f"lonerelative{mark}"] or "", anchor)


def _year_of(written: str | None, relative: str, part: str, anchor: Anchor) -> int:
    if written:
        return number_of(written) + (_CENTURY if len(written) == 2 else 0)  # 24年3月
    if part == "同期" and anchor.near:
        return anchor.near.year - 1
    if relative in _YEARS_FROM_PUBLISHED:
        return anchor.published.year + _YEARS_FROM_PUBLISHED[relative] if anchor.published else 0
    return anchor.home.year + _YEARS_FROM_NEAR[relative] if anchor.home else 0


def _year_for_month(month: int, anchor: Anchor, later: bool) -> int:
    """The year of a month without one: that of the anchor, else of the last such month when published."""
    if near := anchor.near:
        return near.year + 1 if later and month < near.month else near.year
    if published := anchor.published:
        return published.year if month <= published.month else published.year - 1
    return 0


def _in_year(group: dict[str, str | None], mark: str, year: int, anchor: Anchor) -> DaySpan | None:
    if month := group[f"month{mark}"]:
        day = group[f"day{mark}"]
        return _month_span(year, number_of(month), number_of(day) if day else 0, group[f"third{mark}"] or "")
    part = group[f"part{mark}"] or ""
    if part == "同期":
        return _same_days(year, anchor)
    return year_part(year, part)


def year_part(year: int, part: str) -> DaySpan | None:
    """The span of a part of a year: 上半年, 第一季度, 前11个月, 末, "" for the whole."""
    if not 1 < year < 9999:
        return None
    name = f"{year}年"
    if part in ("", "度", "全年"):
        return DaySpan(name, date(year, 1, 1), date(year, 12, 31))
    if part in ("上半年", "下半年"):
        first, last = ((1, 1), (6, 30)) if part == "上半年" else ((7, 1), (12, 31))
        return DaySpan(name + part, date(year, *first), date(year, *last))
    if quarter := _QUARTER.fullmatch(part):
        number = number_of(quarter[1] or quarter[2])
        return DaySpan(
            f"{name}第{'一二三四'[number - 1]}季度", date(year, number * 3 - 2, 1), _end(year, number * 3)
        )
    if months := _FIRST_MONTHS.fullmatch(part):
        count = number_of(months[1]) * (3 if months[2] == "季度" else 1)
        if not 1 <= count <= 12:
            return None
        return DaySpan(f"{name}前{count}个月", date(year, 1, 1), _end(year, count))
    if part.endswith("初"):
        return DaySpan(name + "初", date(year, 1, 1), date(year, 1, 1), True)
    return DaySpan(name + "末", date(year, 12, 31), date(year, 12, 31), True)


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _month_span(year: int, month: int, day: int, third: str) -> DaySpan | None:
    if not (1 < year < 9999 and 1 <= month <= 12):
        return None
    name, end = f"{year}年{month}月", _end(year, month)
    if day:
        if day > end.day:
            return None
        return DaySpan(f"{name}{day}日", date(year, month, day), date(year, month, day))
    if third in ("上旬", "中旬", "下旬"):
        first = {"上旬": 1, "中旬": 11, "下旬": 21}[third]
        return DaySpan(
            name + third, date(year, month, first), end if first == 21 else date(year, month, first + 9)
        )
    if third in ("底", "末"):
        return DaySpan(name + "底", end, end, True)
    if third == "初":
        return DaySpan(name + "初", date(year, month, 1), date(year, month, 1), True)
    return DaySpan(name, date(year, month, 1), end)


def _same_days(year: int, anchor: Anchor) -> DaySpan | None:
    """The days of the anchor in ``year``: 2022年同期 after 2023年上半年."""
    if anchor.first is None or anchor.last is None:
        return year_part(year, "")
    shift = year - anchor.last.year
    first, last = _moved(anchor.first, shift), _moved(anchor.last, shift)
    if first is None or last is None:
        return None
    name = re.sub(r"\d{4}(?=年)", lambda found: str(int(found[0]) + shift), anchor.label.removeprefix("截至"))
    return DaySpan(name, first, last)


def _moved(day: date, years: int) -> date | None:
    year = day.year + years
    if not 1 < year < 9999:
        return None
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def _lone_part(part: str, anchor: Anchor) -> DaySpan | None:
    home, published = anchor.home, anchor.published
    if home is None:
        return None
    if part == "同期":
        return _same_days(home.year - 1, anchor)
    if part.startswith("月"):
        return _month_span(home.year, home.month, 0, part[1:])
    if anchor.near or published is None:
        return year_part(home.year, part)
    whole = year_part(published.year, part)
    past = whole is not None and (whole.last <= published or (part == "全年" and published.month > 6))
    return whole if past or published.year == 1 else year_part(published.year - 1, part)


def _lone_relative(word: str, anchor: Anchor) -> DaySpan | None:
    home = anchor.published if word in ("本月", "上月", "上个月", "本季度") else anchor.near
    if home is None:
        return None
    if word in ("当天", "当日", "同日"):
        return _month_span(home.year, home.month, home.day, "") if anchor.first == anchor.last else None
    if word in ("本季度", "当季"):
        return year_part(home.year, f"第{(home.month + 2) // 3}季度")
    if word in ("上月", "上个月"):
        month, year = (home.month - 1, home.year) if home.month > 1 else (12, home.year - 1)
        return _month_span(year, month, 0, "")
    return _month_span(home.year, home.month, 0, "")
