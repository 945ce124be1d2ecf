from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.times.periods import (
    Period,
    PeriodRelation,
    find_periods,
    is_part_of_year,
    parse_period,
    resolve_period,
    same_period,
)

PUBLISHED = date(2023, 7, 18)


def written(text: str) -> list[str]:
    return [mention.text for mention in find_periods(text)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("2022年9月19日至12月9日，巡察组", ["2022年9月19日至12月9日"]),
        ("二〇二二年三月七日至五月十三日", ["二〇二二年三月七日至五月十三日"]),
        ("２０２２年８月中旬启动", ["２０２２年８月中旬"]),
        ("截至2023年6月30日完成", ["截至2023年6月30日"]),
        ("由2021年末的68.9%降至2022年末的64.7%", ["2021年末", "2022年末"]),
        ("2022年前11个月开展手术", ["2022年前11个月"]),
        ("由2022年同期的62.5%提高", ["2022年同期"]),
        ("2022年初步统计，3月中国", ["2022年", "3月"]),
        ("一期开业当天实现", ["开业当天"]),
        ("整改以来，本轮巡视，上一轮", ["整改以来", "本轮", "上一轮"]),
        ("近一年时间来，三年来", ["近一年时间来", "三年来"]),
        ("计划用3个月时间，12个工作日，任职满10年", []),
        ("这三月，每月，3.5月，3.5日，今日", []),
        ("“十四五”规划，第八条，八届", []),
        ("几十年来，去年4月前总理，2020年前完成", ["去年4月", "2020年前"]),
    ],
)
def test_find_periods(text: str, mentions: list[str]) -> None:
    assert written(text) == mentions


def test_a_range_of_the_text_has_the_texts_own_offsets() -> None:
    text = "2021年完成。2022年完成。2023年完成。"
    mentions = find_periods(text, 8, 16)
    assert [(mention.text, text[mention.start : mention.end]) for mention in mentions] == [
        ("2022年", "2022年")
    ]


@pytest.mark.parametrize(
    ("text", "label", "first", "last"),
    [
        ("2020年", "2020年", date(2020, 1, 1), date(2020, 12, 31)),
        ("今年2月", "2023年2月", date(2023, 2, 1), date(2023, 2, 28)),
        ("去年", "2022年", date(2022, 1, 1), date(2022, 12, 31)),
        ("2024年2月", "2024年2月", date(2024, 2, 1), date(2024, 2, 29)),
        ("上半年", "2023年上半年", date(2023, 1, 1), date(2023, 6, 30)),
        ("下半年", "2022年下半年", date(2022, 7, 1), date(2022, 12, 31)),
        ("二季度", "2023年第二季度", date(2023, 4, 1), date(2023, 6, 30)),
        ("今年前三季度", "2023年前9个月", date(2023, 1, 1), date(2023, 9, 30)),
        ("2022年9月下旬", "2022年9月下旬", date(2022, 9, 21), date(2022, 9, 30)),
        ("2022年9月19日至12月9日", "2022年9月19日至12月9日", date(2022, 9, 19), date(2022, 12, 9)),
        ("2022年11月3日至1月9日", "2022年11月3日至2023年1月9日", date(2022, 11, 3), date(2023, 1, 9)),
        ("2022年1-6月", "2022年1月至6月", date(2022, 1, 1), date(2022, 6, 30)),
        ("2018-2020年", "2018年至2020年", date(2018, 1, 1), date(2020, 12, 31)),
        ("截至目前", "截至2023年7月18日", PUBLISHED, PUBLISHED),
        ("截至2023年6月30日", "截至2023年6月30日", date(2023, 6, 30), date(2023, 6, 30)),
        ("2022年末", "2022年末", date(2022, 12, 31), date(2022, 12, 31)),
        ("2023年5月底", "2023年5月底", date(2023, 5, 31), date(2023, 5, 31)),
        ("2023届", "2023届", date(2023, 1, 1), date(2023, 12, 31)),
        ("“十三五”期间", "十三五期间", date(2016, 1, 1), date(2020, 12, 31)),
        ("12月", "2022年12月", date(2022, 12, 1), date(2022, 12, 31)),
        ("二〇二二年十二月九日", "2022年12月9日", date(2022, 12, 9), date(2022, 12, 9)),
        ("2023-07-18", "2023年7月18日", PUBLISHED, PUBLISHED),
        ("20230718", "2023年7月18日", PUBLISHED, PUBLISHED),
        ("23年7月18日", "2023年7月18日", PUBLISHED, PUBLISHED),
        ("22年上半年", "2022年上半年", date(2022, 1, 1), date(2022, 6, 30)),
        ("22年度", "2022年", date(2022, 1, 1), date(2022, 12, 31)),
        ("2月30日", "2月30日", None, None),
        ("整改以来", "整改以来", None, None),
        ("没有时间", "", None, None),
    ],
)
def test_resolve_period_by_the_day_of_publication(
    text: str, label: str, first: date | None, last: date | None
) -> None:
    period = resolve_period(text, PUBLISHED)
    assert (period.label, period.first, period.last) == (label, first, last)


@pytest.mark.parametrize(
    ("before", "text", "label"),
    [
        ("2022年", "上年", "2021年"),
        ("2022年3月1日至4月29日", "5月27日", "2022年5月27日"),
        ("2023年上半年", "2022年同期", "2022年上半年"),
        ("2023年上半年", "去年同期", "2022年上半年"),
        ("截至2023年6月30日", "同期", "2022年6月30日"),
        ("2021年1月31日", "开业当天", "2021年1月31日开业当天"),
        ("2021年1月", "开业首日", "开业当天"),
        ("第五轮", "上一轮", "第四轮"),
        ("第十一轮", "上一轮", "第十轮"),
        ("第八轮", "本轮", "第八轮"),
        ("2022年", "年末", "2022年末"),
        ("2022年2月29日", "次年", "次年"),
    ],
)
def test_resolve_period_by_the_period_before(before: str, text: str, label: str) -> None:
    assert resolve_period(text, None, parse_period(before)).label == label


def test_resolve_period_without_a_day_stays_open() -> None:
    assert resolve_period("今年") == Period("今年")
    assert resolve_period("截至目前") == Period("截至目前", as_of=True)


def test_first_day_and_first_month_are_events() -> None:
    assert resolve_period("开业第一天").event == "开业当天"
    assert resolve_period("首月").event == "首月"


@pytest.mark.parametrize(
    "label",
    [
        "2020年",
        "2021年2月",
        "2022年上半年",
        "2022年第三季度",
        "2022年前11个月",
        "截至2023年6月30日",
        "截至2023年5月底",
        "2022年末",
        "2022年9月19日至12月9日",
        "2022年11月3日至2023年1月9日",
        "2020年9月下旬",
        "2023年10月底前",
        "第八轮",
        "第二十一轮",
        "开业当天",
        "2021年1月31日开业当天",
        "2023届",
        "十三五期间",
        "整改以来",
    ],
)
def test_parse_period_reads_a_label_back(label: str) -> None:
    period = parse_period(label)
    assert period.label == label
    assert period.last or period.round or period.event


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("2022年", "2022年", PeriodRelation.SAME),
        ("2022年1月至6月", "2022年上半年", PeriodRelation.SAME),
        ("截至2023年6月", "截至2023年6月30日", PeriodRelation.SAME),
        ("2022年末", "截至2022年12月31日", PeriodRelation.SAME),
        ("2023年初", "2022年末", PeriodRelation.SAME),
        ("第八轮", "第八轮", PeriodRelation.SAME),
        ("2022年", "2022年上半年", PeriodRelation.WITHIN),
        ("截至2023年6月30日", "2023年", PeriodRelation.WITHIN),
        ("2022年", "2023年", PeriodRelation.DIFFERENT),
        ("6月8日", "2022年6月8日", PeriodRelation.SAME),
        ("6月8日", "2022年7月8日", PeriodRelation.DIFFERENT),
        ("截至11月底", "截至2021年11月30日", PeriodRelation.SAME),
        ("截至11月底", "2022年2月", PeriodRelation.DIFFERENT),
        ("6月", "6月8日", PeriodRelation.WITHIN),
        ("2021年5月", "截至2021年5月31日", PeriodRelation.DIFFERENT),
        ("2021年第二季度", "截至2021年6月底", PeriodRelation.DIFFERENT),
        ("2021年上半年", "截至2021年6月底", PeriodRelation.WITHIN),
        ("2021年", "截至2021年12月31日", PeriodRelation.WITHIN),
        ("2020年9月下旬", "2020年10月下旬", PeriodRelation.DIFFERENT),
        ("截至2023年5月底", "截至2023年12月底", PeriodRelation.DIFFERENT),
        ("第四轮", "第五轮", PeriodRelation.DIFFERENT),
        ("2022年", "2024年以来", PeriodRelation.DIFFERENT),
        ("2024年", "2023年以来", PeriodRelation.UNKNOWN),
        ("2021年1月31日开业当天", "首月", PeriodRelation.DIFFERENT),
        ("整改以来", "反馈以来", PeriodRelation.UNKNOWN),
        ("第四轮", "2022年", PeriodRelation.UNKNOWN),
        ("2022年", "", PeriodRelation.UNKNOWN),
        ("2022年上半年", "2022年5月至8月", PeriodRelation.UNKNOWN),
    ],
)
def test_periods_compare(a: str, b: str, relation: PeriodRelation) -> None:
    assert same_period(parse_period(a), parse_period(b)) is relation
    assert same_period(parse_period(b), parse_period(a)) is relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("今年上半年", "今年前三季度", PeriodRelation.DIFFERENT),
        ("去年前三季度", "今年前三季度", PeriodRelation.DIFFERENT),
        ("今年全年", "今年", PeriodRelation.SAME),
        ("截至今年6月底", "截至2024年10月底", PeriodRelation.DIFFERENT),
        ("截至今年10月底", "截至2024年10月31日", PeriodRelation.UNKNOWN),
        ("今年前三季度", "2023年前9个月", PeriodRelation.UNKNOWN),
        ("去年", "2023年", PeriodRelation.UNKNOWN),
    ],
)
def test_years_that_only_the_day_of_writing_tells_are_compared_as_far_as_they_can_be(
    a: str, b: str, relation: PeriodRelation
) -> None:
    assert same_period(parse_period(a), parse_period(b)) is relation
    assert same_period(parse_period(b), parse_period(a)) is relation


@pytest.mark.parametrize(
    ("label", "part"),
    [
        ("下半年", True),
        ("2023年前10个月", True),
        ("3月", True),
        ("2024年", False),
        ("3月5日", False),
        ("2023年末", False),
    ],
)
def test_a_month_or_more_is_part_of_a_year(label: str, part: bool) -> None:
    assert is_part_of_year(label) is part


@given(
    st.text(
        alphabet=st.sampled_from("0123456789一二三十〇年月日至-.届轮第末底初上下半同期截去今前个季度 "),
        max_size=40,
    ),
    st.dates(),
)
def test_any_text_is_read_without_raising(text: str, day: date) -> None:
    anchor: Period | None = None
    last = 0
    for mention in find_periods(text):
        assert last <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        last = mention.end
        anchor = resolve_period(mention.text, day, anchor)
        assert anchor.label
        assert anchor.first is None or anchor.last is None or anchor.first <= anchor.last or anchor.event
        parse_period(anchor.label)


@pytest.mark.parametrize(
    ("part", "months", "relation"),
    [
        pytest.param("10月份", "2022年1月至10月", PeriodRelation.DIFFERENT, id="a month of several"),
        pytest.param("第三季度", "2022年1月至9月", PeriodRelation.DIFFERENT, id="a quarter of several"),
        pytest.param("三季度", "2022年7月至9月", PeriodRelation.SAME, id="the very months"),
        pytest.param("1月至5月", "1月至9月", PeriodRelation.DIFFERENT, id="fewer months of several"),
        pytest.param(
            "2022年上半年", "2022年1月至9月", PeriodRelation.DIFFERENT, id="half a year of several months"
        ),
        pytest.param("2022年10月", "2022年", PeriodRelation.WITHIN, id="a month of a year"),
        pytest.param("第三季度", "第四季度", PeriodRelation.DIFFERENT, id="two quarters"),
    ],
)
def test_part_of_months_is_no_month_of_them(part: str, months: str, relation: PeriodRelation) -> None:
    one, other = resolve_period(part), resolve_period(months)
    assert same_period(one, other) is same_period(other, one) is relation


def test_each_year_of_a_row_that_says_it_once_is_a_time() -> None:
    text = "核查2020、2021、2022年三个年度的缴费"
    assert [(one.text, text[one.start : one.end]) for one in find_periods(text)] == [
        ("2020年", "2020"),
        ("2021年", "2021"),
        ("2022年", "2022年"),
    ]
