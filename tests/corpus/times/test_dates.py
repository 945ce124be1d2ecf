from decimal import Decimal

import pytest

from corpus.figure import Figure, Kind
from corpus.quantities.figures import find_figures


def the_date(text: str) -> Figure:
    (figure,) = find_figures(text)
    assert figure.kind is Kind.DATE
    assert figure.value is None
    return figure


@pytest.mark.parametrize(
    ("text", "raw", "low", "high"),
    [
        pytest.param("截至2021年1月31日，", "2021年1月31日", 20210131, 20210131, id="day"),
        pytest.param("2020年9月下旬启动", "2020年9月下旬", 20200921, 20200930, id="third of a month"),
        pytest.param("2022年2月", "2022年2月", 20220201, 20220228, id="month"),
        pytest.param("2020年2月", "2020年2月", 20200201, 20200229, id="month of a leap year"),
        pytest.param("2018年以来", "2018年", 20180101, 20181231, id="year"),
        pytest.param(
            "2022年9月19日至12月9日", "2022年9月19日至12月9日", 20220919, 20221209, id="span in a year"
        ),
        pytest.param(
            "2022年12月至2023年3月", "2022年12月至2023年3月", 20221201, 20230331, id="span over years"
        ),
        pytest.param(
            "二〇二二年三月七日至五月十三日",
            "二〇二二年三月七日至五月十三日",
            20220307,
            20220513,
            id="Chinese span",
        ),
        pytest.param("2021—2023年", "2021—2023年", 20210101, 20231231, id="years"),
        pytest.param("2023年1—6月", "2023年1—6月", 20230101, 20230630, id="months"),
        pytest.param("2023年3月5日-7日", "2023年3月5日-7日", 20230305, 20230307, id="days"),
        pytest.param("2023年上半年", "2023年上半年", 20230101, 20230630, id="half"),
        pytest.param("2023年第三季度", "2023年第三季度", 20230701, 20230930, id="quarter"),
        pytest.param("2022年前11个月", "2022年前11个月", 20220101, 20221130, id="first months"),
        pytest.param("2023-07-05", "2023-07-05", 20230705, 20230705, id="with dashes"),
        pytest.param("截至23年底", "23年底", 20230101, 20231231, id="end of a short year"),
        pytest.param("22年上半年", "22年上半年", 20220101, 20220630, id="half of a short year"),
        pytest.param("21年度", "21年度", 20210101, 20211231, id="short year"),
        pytest.param("2024/1/22", "2024/1/22", 20240122, 20240122, id="with slashes"),
    ],
)
def test_date_has_its_first_and_last_day(text: str, raw: str, low: int, high: int) -> None:
    figure = the_date(text)

    assert figure.raw == raw
    assert (figure.low, figure.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        pytest.param("今年2月，各单位", "今年2月", id="relative year"),
        pytest.param("于5月27日反馈", "5月27日", id="no year"),
        pytest.param("6月上旬", "6月上旬", id="third without a year"),
        pytest.param("前11个月", "前11个月", id="first months without a year"),
        pytest.param("今年前10个月", "今年前10个月", id="first months of this year"),
        pytest.param("前7月出口", "前7月", id="first months without a classifier"),
        pytest.param("20世纪90年代", "20世纪90年代", id="decade"),
        pytest.param("一季度投资", "一季度", id="quarter"),
        pytest.param("21日下午", "21日", id="day of the month"),
    ],
)
def test_date_without_a_year_has_no_days(text: str, raw: str) -> None:
    figure = the_date(text)

    assert figure.raw == raw
    assert (figure.low, figure.high) == (None, None)


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        pytest.param("任职满10年", "10年", id="years"),
        pytest.param("用时3个月", "3个月", id="months"),
        pytest.param("拘留15日", "15日", id="days of a sentence"),
        pytest.param("30日内整改", "30日", id="within days"),
        pytest.param("目前11个月", "11个月", id="前 in 目前"),
    ],
)
def test_a_length_of_time_is_no_date(text: str, raw: str) -> None:
    (figure,) = find_figures(text)

    assert (figure.raw, figure.kind) == (raw, Kind.DURATION)


def test_days_that_do_not_exist_have_no_number() -> None:
    figure = the_date("2023年2月30日")

    assert (figure.low, figure.high) == (None, None)


def test_listed_years_are_dates() -> None:
    assert [(f.raw, f.kind) for f in find_figures("2020、2021年")] == [
        ("2020", Kind.DATE),
        ("2021年", Kind.DATE),
    ]
