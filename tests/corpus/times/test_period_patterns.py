import re

import pytest

from corpus.times.period_patterns import ANY_PERIOD, PERIOD_PATTERNS, PERIODS_BY_NAME, PeriodPattern
from corpus.times.periods import find_periods


def named(text: str) -> list[tuple[str, str]]:
    """The row and the wording of each time in ``text``."""
    return [(match.lastgroup or "", match.group()) for match in ANY_PERIOD.finditer(text)]


@pytest.mark.parametrize("row", PERIOD_PATTERNS, ids=lambda row: row.name)
def test_each_row_of_periods_finds_its_example(row: PeriodPattern) -> None:
    assert [mention.text for mention in find_periods(f"，{row.example}，")] == [row.example]
    assert named(f"，{row.example}，") == [(row.name, row.example)]
    assert PERIODS_BY_NAME[row.name].fullmatch(row.example)


def test_rows_have_names_of_their_own() -> None:
    assert list(PERIODS_BY_NAME) == [row.name for row in PERIOD_PATTERNS]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        pytest.param("截至发稿", "now", "截至发稿", id="now"),
        pytest.param("2019—2021学年", "years", "2019—2021学年", id="school years"),
        pytest.param("今年1至6月", "months", "今年1至6月", id="months of a relative year"),
        pytest.param("1-6月份", "months", "1-6月份", id="months alone"),
        pytest.param("今年1至10月2,287件", "months", "今年1至10月", id="months right before a number"),
        pytest.param("2024届", "cohort", "2024届", id="cohort"),
        pytest.param("截止到2023年6月底", "calendar", "截止到2023年6月底", id="until"),
        pytest.param("2023.7.18", "calendar", "2023.7.18", id="dotted"),
        pytest.param("二〇二二年十二月九日", "calendar", "二〇二二年十二月九日", id="written out"),
        pytest.param("2022年同期", "calendar", "2022年同期", id="the same days"),
        pytest.param("前11个月", "calendar", "前11个月", id="first months"),
        pytest.param("运营首月", "event", "运营首月", id="first month of an event"),
        pytest.param("上一轮", "round", "上一轮", id="round before"),
        pytest.param("近三年来", "recent", "近三年来", id="recent years"),
        pytest.param("“十四五”规划期间", "plan", "“十四五”规划期间", id="plan"),
        pytest.param("巡察整改工作开展以来", "since", "巡察整改工作开展以来", id="since"),
        pytest.param("春节期间", "during", "春节期间", id="during"),
    ],
)
def test_time_is_found_by_its_row(text: str, name: str, found: str) -> None:
    assert (name, found) in named(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("任职满10年", id="a length of time"),
        pytest.param("12个工作日", id="working days"),
        pytest.param("第八条", id="an article"),
        pytest.param("2023.13.45", id="no such day"),
        pytest.param("3.5日", id="a decimal"),
        pytest.param("12023年报", id="five digits"),
        pytest.param("几十年来", id="decades"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_time_is_found(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("2022年初步统计", "2022年", id="初 of 初步"),
        pytest.param("3月中国", "3月", id="中 of 中国"),
        pytest.param("2023年31日", "2023年", id="no month before the day"),
        pytest.param("去年4月前总理", "去年4月", id="前 of a former person"),
        pytest.param("2月29日", "2月29日", id="a day that only some years have"),
        pytest.param("12月32日", "12月", id="no such day"),
    ],
)
def test_time_ends_where_the_next_word_begins(text: str, found: str) -> None:
    assert named(text)[0][1] == found


def test_any_period_has_a_group_for_each_row_and_no_other() -> None:
    assert set(re.compile(ANY_PERIOD).groupindex) == set(PERIODS_BY_NAME)
