from datetime import date

import pytest

from corpus.quantities.figures import find_figures
from corpus.times.timeline import Timeline


def labels(sentence: str, published: date | None = date(2021, 11, 5)) -> dict[str, str]:
    figures = find_figures(sentence)
    found = Timeline(sentence, published).labels(0, len(sentence), figures)
    return {f.raw: label for f, label in zip(figures, found, strict=True)}


@pytest.mark.parametrize(
    ("sentence", "raw", "expected"),
    [
        pytest.param("2020年梳理578件，化解528件。", "528件", "2020年", id="earlier in the sentence"),
        pytest.param("今年2月梳理578件。", "578件", "2021年2月", id="relative"),
        pytest.param(
            "办结率98%（2020年97%），满意率90%。", "97%", "2020年", id="in brackets with its figure"
        ),
        pytest.param("办结率98%（2020年97%），满意率90%。", "90%", "", id="behind such brackets"),
        pytest.param("第五轮（2020年）梳理578件。", "578件", "2020年", id="brackets that only say when"),
        pytest.param(
            "2020年化解528件，比2019年多30件。", "30件", "2020年", id="a base of comparison is no period"
        ),
        pytest.param(
            "2020年受理167件，较2019年的214件减少47件。", "214件", "2019年", id="a base's own level"
        ),
        pytest.param("2020年受理167件，较2019年的214件减少47件。", "47件", "2020年", id="a change from it"),
        pytest.param("本科生占比2020年达到31.5%。", "31.5%", "2020年", id="a share's year is no base"),
        pytest.param("2022年收入28.4亿元，上年为26亿元。", "26亿元", "2021年", id="the year before"),
        pytest.param(
            "全年救助148人，2020年为126人；追回工资34万元。",
            "34万元",
            "2021年",
            id="behind what was set beside",
        ),
        pytest.param(
            "2020年为126人，追回工资34万元。", "34万元", "2020年", id="a year that opens its sentence"
        ),
        pytest.param(
            "2022年收入28.4亿元，上年为26亿元；利润1亿元。",
            "1亿元",
            "2022年",
            id="a base binds its clause only",
        ),
        pytest.param(
            "2021年度预算执行审计反映问题63个，已整改53个。", "63个", "2021年", id="the year that was audited"
        ),
        pytest.param("2021年度预算执行审计反映问题63个，已整改53个。", "53个", "", id="after the audit"),
        pytest.param("2021年度梳理63个，已化解53个。", "53个", "2021年", id="a year of deeds"),
        pytest.param("由2021年的13.8%降至11.5%。", "13.8%", "2021年", id="from a time"),
        pytest.param("由2021年的13.8%降至11.5%。", "11.5%", "", id="from a time binds one figure"),
        pytest.param("截至2023年6月30日，已完成29个。", "29个", "截至2023年6月30日", id="as of"),
        pytest.param("梳理578件，2020年化解528件。", "578件", "", id="a time that comes later"),
    ],
)
def test_period_is_attributed(sentence: str, raw: str, expected: str) -> None:
    assert labels(sentence)[raw] == expected


def test_a_date_is_its_own_period() -> None:
    assert labels("2020年9月下旬启动。")["2020年9月下旬"] == "2020年9月下旬"


@pytest.mark.parametrize(
    ("sentence", "raw", "expected"),
    [
        pytest.param("截至2022年3月底，收回欠款8万元；坏账率由9%降到7%。", "7%", "", id="one-of-two-levels"),
        pytest.param(
            "截至2022年3月底，收回欠款8万元；整改31个。", "31个", "截至2022年3月底", id="what-is-reckoned"
        ),
    ],
)
def test_day_before_a_semicolon_dates_no_move_between_levels(sentence: str, raw: str, expected: str) -> None:
    assert labels(sentence)[raw] == expected
