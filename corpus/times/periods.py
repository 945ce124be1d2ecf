"""The times that a text speaks of: text in, ``PeriodMention`` and ``Period`` values out."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from corpus.numerals import number_of
from corpus.times.calendar_spans import Anchor, DaySpan, read_span
from corpus.times.period_patterns import ANY_PERIOD, MONTH, PERIODS_BY_NAME
from corpus.times.rounds import round_name, rounds_in

_PLAN_START: Final = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026, "六": 2031}
_FIRST_DAY: Final = frozenset(("当天", "当日", "首日", "第一天"))
_FIRST_MONTH: Final = frozenset(("首月", "第一个月", "当月"))
_EXCLUSIVE: Final = re.compile("(?:当天|首周|首月|首年|届)$")
_STARTS: Final = ("year", "relative", "lonemonth", "lonepart", "dotted", "onlyday", "lonerelative")
_YEARLESS: Final = re.compile(
    rf"(?:截至|截止至?|至|到|自|从)?(?:{MONTH}月|[第前]?[一二三四1-4]个?季度|[上下]半年)"
)
_MONTHS: Final = re.compile(r"\d月至\d{1,2}月$")
_CUMULATED: Final = re.compile(r"(?:\d年1月至\d{1,2}月|前\d{1,2}个月|上半年|第一季度)$")
_ONE_OF_THEM: Final = re.compile(r"(?:月份?|季度|半年)$")
_RELATIVE: Final = re.compile("(?:截至|截止至?)?(?:[今本去前明]年|上一?年)")
_ANY_YEAR: Final = date(2000, 1, 1)
_SHORTEST_MONTH: Final = 27
_ALL_BUT_A_YEAR: Final = 360
"""Days from the first to the last of a month at the least, and of what is not a year yet."""
_HALF_WIDTH: Final = str.maketrans("０１２３４５６７８９．／－", "0123456789./-")


_BARE_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_ROW_OF_YEARS: Final = re.compile(r"(?:(?<!\d)(?:19|20)\d\d[、，,和及与])+(?=(?:19|20)\d\d年)")


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A time named in a text: ``text[start:end]`` of the text that was searched is ``text``.

    In a row of years that says 年 once (2020、2021、2022年), ``text`` says it of each.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Period:
    """A time that a figure is for.

    ``label`` is its canonical wording (2021年2月, 截至2023年6月30日, 2022年末); ``first`` and ``last`` are
    its days, None where unknown. ``as_of`` marks a state at the end of ``last`` rather than what happened in
    a span. ``round`` is an inspection's round (第八轮), ``event`` what else places it (开业当天, 整改以来,
    2023届).
    """

    label: str = ""
    first: date | None = None
    last: date | None = None
    as_of: bool = False
    round: str = ""
    event: str = ""


class PeriodRelation(StrEnum):
    """How two periods relate; ``WITHIN``: one lies in the other; ``UNKNOWN``: one of them does not say."""

    SAME = "same"
    WITHIN = "within"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


def find_periods(text: str, start: int = 0, end: int | None = None) -> list[PeriodMention]:
    """Find the times named in ``text[start:end]``, in order; offsets index ``text``."""
    low = max(start, 0)
    piece = text[low:end]
    plain = piece.translate(_HALF_WIDTH)
    found = [
        PeriodMention(low + match.start(), low + match.end(), piece[match.start() : match.end()])
        for match in ANY_PERIOD.finditer(plain)
    ]
    rows = (year for row in _ROW_OF_YEARS.finditer(plain) for year in _BARE_YEAR.finditer(plain, *row.span()))
    listed = [PeriodMention(low + year.start(), low + year.end(), f"{year[0]}年") for year in rows]
    return sorted((*found, *listed), key=lambda mention: mention.start) if listed else found


def resolve_period(mention: str, published: date | None = None, anchor: Period | None = None) -> Period:
    """Resolve what ``mention`` (a ``PeriodMention.text``) says, in a text published on ``published``.

    ``anchor`` is the period before it in the text, which what it leaves out is taken from: the year of
    5月27日, the span of 去年同期, the round before 上一轮. What stays open leaves ``first`` and ``last``
    None; text that names no time gives ``Period("")``.
    """
    plain = mention.translate(_HALF_WIDTH).strip()
    found = ANY_PERIOD.fullmatch(plain)
    if found is None:
        return Period()
    name = found.lastgroup or ""
    match = PERIODS_BY_NAME[name].fullmatch(plain)
    if match is None:
        return Period(mention)
    return _RESOLVERS[name](match, published, anchor or Period())


def parse_period(label: str) -> Period:
    """Read a ``Period.label`` back; what the label does not say (days of 整改以来) stays open."""
    if mixed := re.fullmatch(r"(?P<day>.+日)(?P<event>\D{2,}[天日])", label):
        day = resolve_period(mixed["day"])
        if day.label:
            return Period(label, day.first, day.last, event=mixed["event"])
    return resolve_period(label)


def same_period(a: Period | None, b: Period | None) -> PeriodRelation:
    """Say how the periods ``a`` and ``b`` relate."""
    if a is None or b is None or not a.label or not b.label:
        return PeriodRelation.UNKNOWN
    if a.round and b.round and a.round != b.round:
        return PeriodRelation.DIFFERENT
    if (relative := _in_relative_years(a, b)) is not PeriodRelation.UNKNOWN:
        return relative
    a, b = _in_the_year_of(a, b), _in_the_year_of(b, a)
    if a.event != b.event and _EXCLUSIVE.search(a.event) and _EXCLUSIVE.search(b.event):
        return PeriodRelation.DIFFERENT
    dates = _compare_days(a, b)
    if dates is not PeriodRelation.UNKNOWN:
        return dates
    if (a.round and a.round == b.round) or (a.event and a.event == b.event) or a.label == b.label:
        return PeriodRelation.SAME
    return PeriodRelation.UNKNOWN


def is_part_of_year(label: str) -> bool:
    """Whether a label is of a month or more of a year and not of all of it (下半年, 2023年前10个月)."""
    period = parse_period(label)
    if period.last is None:
        period = resolve_period(label, _ANY_YEAR)
    if period.first is None or period.last is None or period.as_of:
        return False
    return _SHORTEST_MONTH <= (period.last - period.first).days < _ALL_BUT_A_YEAR


def _in_relative_years(a: Period, b: Period) -> PeriodRelation:
    """Say how two periods relate of which one or both name their year from an unknown day (今年上半年).

    One of them alone may be of any year: they differ where they do in the very same one.
    """
    years = [_RELATIVE.match(one.label) if one.last is None else None for one in (a, b)]
    if a.label == b.label or not any(years):
        return PeriodRelation.UNKNOWN
    if all(years):
        a, b = (resolve_period(one.label, _ANY_YEAR) for one in (a, b))
        return _compare_days(a, b)
    relative, other = (a, b) if years[0] else (b, a)
    if other.last is None:
        return PeriodRelation.UNKNOWN
    read = resolve_period(relative.label, _ANY_YEAR)
    if read.last is None:
        return PeriodRelation.UNKNOWN
    published = date(_ANY_YEAR.year + other.last.year - read.last.year, 12, 31)
    same_year = _compare_days(resolve_period(relative.label, published), other)
    return same_year if same_year is PeriodRelation.DIFFERENT else PeriodRelation.UNKNOWN


def _in_the_year_of(period: Period, other: Period) -> Period:
    """Return a period that says no year (9月5日) as one of the year of ``other``, where that says it."""
    if period.last is not None or not _YEARLESS.match(period.label):
        return period
    near = other.last or (_ANY_YEAR if _YEARLESS.match(other.label) else None)
    return resolve_period(period.label, None, Period(first=near, last=near)) if near else period


def _compare_days(a: Period, b: Period) -> PeriodRelation:
    if a.last is None or b.last is None:
        since, other = (a, b) if a.last is None else (b, a)
        before = since.first is not None and other.last is not None and other.last < since.first
        return PeriodRelation.DIFFERENT if before else PeriodRelation.UNKNOWN
    if a.as_of and b.as_of:
        return PeriodRelation.SAME if _moment(a.last) == _moment(b.last) else PeriodRelation.DIFFERENT
    if a.as_of != b.as_of and _is_reckoned_to_the_end(*((a, b) if a.as_of else (b, a))):
        return PeriodRelation.DIFFERENT
    first_a = a.last if a.as_of else a.first
    first_b = b.last if b.as_of else b.first
    if first_a is None or first_b is None:
        return PeriodRelation.UNKNOWN
    if (first_a, a.last) == (first_b, b.last):
        return PeriodRelation.SAME
    if (first_a >= first_b and a.last <= b.last) or (first_b >= first_a and b.last <= a.last):
        parts = _is_part_of_months(a, b) or _is_part_of_months(b, a)
        parts = parts or all(_CUMULATED.search(one.label) for one in (a, b))  # 上半年, 前三季度
        return PeriodRelation.DIFFERENT if parts else PeriodRelation.WITHIN
    return PeriodRelation.DIFFERENT if a.last < first_b or b.last < first_a else PeriodRelation.UNKNOWN


def _is_reckoned_to_the_end(moment: Period, span: Period) -> bool:
    """Whether what has come together up to a moment (截至7月31日) is told beside what a part of its year brought."""
    if not moment.label.startswith("截至") or span.first is None or span.last is None:
        return False
    began = (span.first.month, span.first.day) != (1, 1)
    return began and span.first != span.last and span.last == moment.last


def _is_part_of_months(part: Period, months: Period) -> bool:
    """Whether a month, a quarter or fewer months are told beside what several brought together (10月, 1月至6月 beside 1月至10月)."""
    return bool(_MONTHS.search(months.label) and _ONE_OF_THEM.search(part.label))


def _moment(day: date) -> date:
    """The day at whose end a state stands: the beginning of a year is the end of the year before."""
    new_year = day.month == day.day == 1 and day.year > 1
    return date(day.year - 1, 12, 31) if new_year else day


def _resolve_calendar(match: re.Match[str], published: date | None, anchor: Period) -> Period:
    first = read_span(match, "1", Anchor(anchor.first, anchor.last, anchor.label, published))
    if first is None:
        return Period(match[0])
    if any(match[group + "2"] for group in _STARTS):
        second = read_span(match, "2", Anchor(first.first, first.last, first.label, published), later=True)
        return _range(match[0], first, second)
    suffix = match["suffix"] or ""
    if suffix in ("以来", "至今", "迄今", "起"):
        return Period(f"{first.label}以来", first.first, published, event=f"{first.label}以来")
    if suffix in ("前", "之前"):
        return Period(f"{first.label}前", None, first.last, True)
    prefix = "截至" if match["until"] else ""
    return Period(f"{prefix}{first.label}", first.first, first.last, bool(prefix) or first.moment)


def _range(written: str, first: DaySpan, second: DaySpan | None) -> Period:
    if second is None or second.last < first.first:
        return Period(written)
    label = second.label
    if second.last.year == first.first.year:
        label = label.removeprefix(f"{first.first.year}年")
    return Period(f"{first.label}至{label}", first.first, second.last)


def _resolve_months(match: re.Match[str], published: date | None, anchor: Period) -> Period:
    year = match["year"] or match["relative"] or ""
    year += "年" if match["year"] else ""
    return resolve_period(f"{year}{match['from']}月至{match['to']}月", published, anchor)


def _resolve_years(match: re.Match[str], published: date | None, anchor: Period) -> Period:
    low, high = number_of(match["from"]), number_of(match["to"])
    if not low <= high:
        return Period(match[0])
    return Period(f"{low}年至{high}年", date(low, 1, 1), date(high, 12, 31))


def _resolve_cohort(match: re.Match[str], published: date | None, anchor: Period) -> Period:
    year = number_of(match["year"])
    return Period(f"{year}届", date(year, 1, 1), date(year, 12, 31), event=f"{year}届")


def _resolve_now(match: re.Match[str], published: date | None, anchor: Period) -> Period:
    if published is None:
        return Period("截至目前", as_of=True)
    label = f"截至{published.year}年{published.month}月{published.day}日"
    return Period(label, published, published, True)


def _resolve_event(match: re.Match[str], published: date | None, anchor: Period) -> Period:
    when = (
        "当天" if match["when"] in _FIRST_DAY else "首月" if match["when"] in _FIRST_MONTH else match["when"]
    )
    event = (match["event"] or "") + when
    if when == "当天" and anchor.first and anchor.first == anchor.last and not anchor.as_of:
        day = anchor.first
        return Period(f"{day.year}年{day.month}月{day.day}日{event}", day, day, event=event)
    return Period(event, event=event)


def _resolve_round(match: re.Match[str], published: date | None, anchor: Period) -> Period:
    written = match["round"]
    previous = next(iter(rounds_in(anchor.round)), 0)
    if written in ("本轮", "此轮"):
        number = previous
    elif written in ("上轮", "上一轮"):
        number = previous - 1
    else:
        number = 1 if written == "首轮" else next(iter(rounds_in(written)), 0)
    if number <= 0:
        return Period("本轮" if written in ("本轮", "此轮") else written)
    label = round_name(number)
    return Period(label, round=label)


def _resolve_plan(match: re.Match[str], published: date | None, anchor: Period) -> Period:
    which = re.search("十([一二三四五六])五", match[0])
    start = _PLAN_START[which[1]] if which else 0
    return Period(f"十{which[1] if which else ''}五期间", date(start, 1, 1), date(start + 4, 12, 31))


def _resolve_named(match: re.Match[str], published: date | None, anchor: Period) -> Period:
    label = re.sub("(?:开展|启动|实施|落实)?以来$", "以来", match[0])
    return Period(label, None, None, event=label)


_RESOLVERS: Final = {
    "now": _resolve_now,
    "years": _resolve_years,
    "months": _resolve_months,
    "cohort": _resolve_cohort,
    "calendar": _resolve_calendar,
    "event": _resolve_event,
    "round": _resolve_round,
    "recent": _resolve_named,
    "plan": _resolve_plan,
    "since": _resolve_named,
    "during": _resolve_named,
}
