import pytest

from bot.question.question import Question, Shape
from bot.ranking.times.period_fit import period_fit
from corpus.figure import Statement
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

TEXT = """中共秀川县农业农村局党组关于八届县委第三轮巡察整改情况的通报
发布日期：2023年3月2日
一、惠农资金
核对养殖补贴1450笔，退回多领的补贴86笔；2021年退回9.1万元。
表1　收入（单位：万元）
单位      2021年决算      2022年预算
河湾镇    310.00      355.00
云岭镇    280.00      402.00
"""
STATEMENTS = read_statements(parse_report(TEXT, id="farm", source="farm.txt"))


def asked(*, periods: tuple[str, ...] = ()) -> Question:
    return Question("", "zh", Shape.FIGURE, (), periods=periods)


def stated(raw: str) -> Statement:
    return next(one for one in STATEMENTS if one.figure.raw == raw)


@pytest.mark.parametrize(
    ("periods", "raw", "low", "high"),
    [
        pytest.param((), "86笔", 1.0, 1.0, id="no time named"),
        pytest.param(("2021年",), "9.1万元", 1.0, 1.0, id="its own year"),
        pytest.param(("2020年",), "9.1万元", 0.0, 0.0, id="another year"),
        pytest.param(("2020年", "2021年"), "9.1万元", 1.0, 1.0, id="one of two years"),
        pytest.param(("2021年3月",), "9.1万元", 0.5, 0.9, id="within its year"),
    ],
)
def test_statement_is_of_the_time_that_is_named(
    periods: tuple[str, ...], raw: str, low: float, high: float
) -> None:
    assert low <= period_fit(asked(periods=periods), stated(raw)) <= high


@pytest.mark.parametrize(
    ("period", "raw", "fit"),
    [("2021年", "310.00", 1.0), ("2022年", "310.00", 0.0), ("2021年", "355.00", 0.0)],
    ids=["its column", "another column", "column of another year"],
)
def test_column_of_a_table_says_when(period: str, raw: str, fit: float) -> None:
    assert period_fit(asked(periods=(period,)), stated(raw)) == fit


def test_figure_of_several_years_is_hardly_of_one_of_them() -> None:
    report = parse_report("2019年至2021年清理占地8亩。2020年6月清理占地3亩。", id="years", source="years.txt")
    long, short = (one for one in read_statements(report) if one.figure.raw in ("8亩", "3亩"))
    assert period_fit(asked(periods=("2020年",)), long) < period_fit(asked(periods=("2020年",)), short)


def test_time_of_the_title_is_that_of_what_stands_at_a_date() -> None:
    text = "临河市审计局关于2022年度审计查出问题整改情况的公告\n截至2023年10月底，完成整改81个。\n"
    report = parse_report(text, id="year", source="year.txt")
    one = next(each for each in read_statements(report) if each.figure.raw == "81个")
    assert period_fit(asked(periods=("2022年度",)), one) > 0.5
    assert period_fit(asked(periods=("2021年度",)), one) == 0.0
