from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.numerals import number_of
from corpus.times.calendar_spans import Anchor, DaySpan, read_span, year_part
from corpus.times.period_patterns import PERIODS_BY_NAME

PUBLISHED = date(2023, 7, 18)


def span(text: str, anchor: Anchor | None = None, *, later: bool = False) -> DaySpan | None:
    """The span that the calendar pattern reads in ``text``, leaning on ``anchor``."""
    match = PERIODS_BY_NAME["calendar"].fullmatch(text)
    assert match is not None
    return read_span(match, "1", anchor or Anchor(), later=later)


@pytest.mark.parametrize(
    ("digits", "number"),
    [
        ("12", 12),
        ("0", 0),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("九十九", 99),
        ("两", 2),
        ("二〇二二", 2022),
        ("二零二三", 2023),
        ("二○二一", 2021),
        ("", 0),
    ],
)
def test_number_of_reads_digits_and_chinese(digits: str, number: int) -> None:
    assert number_of(digits) == number


@given(st.integers(0, 9999))
def test_number_of_reads_arabic_back(number: int) -> None:
    assert number_of(str(number)) == number


@pytest.mark.parametrize(
    ("part", "label", "first", "last", "moment"),
    [
        ("", "2022年", date(2022, 1, 1), date(2022, 12, 31), False),
        ("全年", "2022年", date(2022, 1, 1), date(2022, 12, 31), False),
        ("上半年", "2022年上半年", date(2022, 1, 1), date(2022, 6, 30), False),
        ("下半年", "2022年下半年", date(2022, 7, 1), date(2022, 12, 31), False),
        ("一季度", "2022年第一季度", date(2022, 1, 1), date(2022, 3, 31), False),
        ("第4季度", "2022年第四季度", date(2022, 10, 1), date(2022, 12, 31), False),
        ("前11个月", "2022年前11个月", date(2022, 1, 1), date(2022, 11, 30), False),
        ("前三季度", "2022年前9个月", date(2022, 1, 1), date(2022, 9, 30), False),
        ("一至三季度", "2022年前9个月", date(2022, 1, 1), date(2022, 9, 30), False),
        ("1—2季度", "2022年前6个月", date(2022, 1, 1), date(2022, 6, 30), False),
        ("前12个月", "2022年前12个月", date(2022, 1, 1), date(2022, 12, 31), False),
        ("年初", "2022年初", date(2022, 1, 1), date(2022, 1, 1), True),
        ("末", "2022年末", date(2022, 12, 31), date(2022, 12, 31), True),
        ("底", "2022年末", date(2022, 12, 31), date(2022, 12, 31), True),
    ],
    ids=lambda value: str(value) if isinstance(value, str) else "",
)
def test_part_of_a_year_has_its_days(part: str, label: str, first: date, last: date, moment: bool) -> None:
    assert year_part(2022, part) == DaySpan(label, first, last, moment)


@pytest.mark.parametrize(
    ("year", "part"),
    [(2022, "前13个月"), (2022, "前0个月"), (2022, "前五季度"), (0, ""), (1, ""), (9999, "上半年")],
    ids=["thirteen months", "no month", "five quarters", "no year", "the first year", "the last year"],
)
def test_part_that_no_year_has_stays_open(year: int, part: str) -> None:
    assert year_part(year, part) is None


@pytest.mark.parametrize(
    ("text", "label", "first", "last"),
    [
        ("2024年2月", "2024年2月", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023年2月28日", "2023年2月28日", date(2023, 2, 28), date(2023, 2, 28)),
        ("2022年8月上旬", "2022年8月上旬", date(2022, 8, 1), date(2022, 8, 10)),
        ("2022年8月中旬", "2022年8月中旬", date(2022, 8, 11), date(2022, 8, 20)),
        ("2022年8月下旬", "2022年8月下旬", date(2022, 8, 21), date(2022, 8, 31)),
        ("2022年2月底", "2022年2月底", date(2022, 2, 28), date(2022, 2, 28)),
        ("2022年2月初", "2022年2月初", date(2022, 2, 1), date(2022, 2, 1)),
        ("2023-07-18", "2023年7月18日", PUBLISHED, PUBLISHED),
        ("2023.7.18", "2023年7月18日", PUBLISHED, PUBLISHED),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_written_day_needs_no_anchor(text: str, label: str, first: date, last: date) -> None:
    found = span(text)
    assert found is not None
    assert (found.label, found.first, found.last) == (label, first, last)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("今年", "2023年"),
        ("去年", "2022年"),
        ("前年", "2021年"),
        ("明年", "2024年"),
        ("今年前三季度", "2023年前9个月"),
        ("5月", "2023年5月"),
        ("7月", "2023年7月"),
        ("8月", "2022年8月"),
        ("上半年", "2023年上半年"),
        ("下半年", "2022年下半年"),
        ("本月", "2023年7月"),
        ("上月", "2023年6月"),
        ("本季度", "2023年第三季度"),
    ],
)
def test_time_without_a_year_is_of_the_last_such_time_before_publication(text: str, label: str) -> None:
    found = span(text, Anchor(published=PUBLISHED))
    assert found is not None
    assert found.label == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("上年", "2020年"),
        ("当年", "2021年"),
        ("次年", "2022年"),
        ("5月27日", "2021年5月27日"),
        ("年末", "2021年末"),
        ("同期", "2020年上半年"),
        ("2019年同期", "2019年上半年"),
        ("同月", "2021年6月"),
    ],
)
def test_time_leans_on_the_period_before(text: str, label: str) -> None:
    before = Anchor(date(2021, 1, 1), date(2021, 6, 30), "2021年上半年", PUBLISHED)
    found = span(text, before)
    assert found is not None
    assert found.label == label


@pytest.mark.parametrize(
    "text", ["今年", "上年", "5月", "9日", "上半年", "当天", "本月", "同期"], ids=lambda text: text
)
def test_time_without_an_anchor_stays_open(text: str) -> None:
    assert span(text) is None


def test_same_day_needs_a_day_before() -> None:
    day = Anchor(date(2021, 1, 31), date(2021, 1, 31), "2021年1月31日")
    month = Anchor(date(2021, 1, 1), date(2021, 1, 31), "2021年1月")
    assert span("当日", day) == DaySpan("2021年1月31日", date(2021, 1, 31), date(2021, 1, 31))
    assert span("当日", month) is None


def test_end_of_a_range_does_not_lie_before_its_beginning() -> None:
    begun = Anchor(date(2022, 11, 3), date(2022, 11, 3), "2022年11月3日")
    ends = [span("1月9日", begun, later=later) for later in (True, False)]
    assert [found.label for found in ends if found] == ["2023年1月9日", "2022年1月9日"]


def test_month_before_january_is_december_of_the_year_before() -> None:
    found = span("上月", Anchor(published=date(2023, 1, 5)))
    assert found is not None
    assert (found.label, found.last) == ("2022年12月", date(2022, 12, 31))


@pytest.mark.parametrize("text", ["2023年2月29日", "2023-02-30", "2023年4月31日"], ids=lambda text: text)
def test_day_that_no_calendar_has_stays_open(text: str) -> None:
    assert span(text) is None


def test_leap_day_of_the_year_before_is_its_last_of_february() -> None:
    leap = Anchor(date(2024, 2, 29), date(2024, 2, 29), "2024年2月29日")
    found = span("2023年同期", leap)
    assert found is not None
    assert (found.first, found.last) == (date(2023, 2, 28), date(2023, 2, 28))


def test_anchor_is_near_the_period_before_and_at_home_on_the_day_of_publication() -> None:
    assert Anchor(date(2021, 1, 1), date(2021, 6, 30)).near == date(2021, 6, 30)
    assert Anchor(date(2021, 1, 1), published=PUBLISHED).home == date(2021, 1, 1)
    assert (Anchor(published=PUBLISHED).near, Anchor(published=PUBLISHED).home) == (None, PUBLISHED)
