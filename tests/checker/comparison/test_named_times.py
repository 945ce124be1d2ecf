import pytest

from checker.comparison.named_times import NamedTimes, is_written_alike, time_label
from corpus.figure import Figure
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of

SOURCE = (
    "2021年3月上旬，六届县委第五轮巡察启动。2021年上半年县水利局修缮堤坝14处。县林业局2021年上半年造林360亩。"
)


def times() -> tuple[NamedTimes, list[str]]:
    statements = evidence_of(SOURCE).statements
    return NamedTimes(statements), [one.figure.raw for one in statements]


def figure(claim: str, raw: str) -> Figure:
    return next(one.figure for one in read_draft(claim) if one.figure.raw == raw)


@pytest.mark.parametrize(
    ("claim", "raw", "found"),
    [
        pytest.param("2021年修缮堤坝14处。", "2021年", "2021年上半年", id="a time within it"),
        pytest.param("2021年上半年修缮堤坝。", "2021年上半年", "2021年上半年", id="the same time"),
        pytest.param("第5轮巡察启动。", "第5轮", "第五轮", id="a round"),
        pytest.param("第六届县委启动巡察。", "第六届", "第五轮", id="a term in the sentence"),
    ],
)
def test_statement_that_may_name_a_time_is_found(claim: str, raw: str, found: str) -> None:
    named, raws = times()
    assert found in [raws[place] for place in named.candidates(figure(claim, raw))]


@pytest.mark.parametrize(
    ("claim", "raw"),
    [
        pytest.param("2019年修缮堤坝14处。", "2019年", id="another year"),
        pytest.param("第九轮巡察启动。", "第九轮", id="another round"),
    ],
)
def test_no_statement_may_name_another_time(claim: str, raw: str) -> None:
    assert times()[0].candidates(figure(claim, raw)) == []


def test_places_are_in_order() -> None:
    found = times()[0].candidates(figure("2021年启动巡察。", "2021年"))
    assert found == sorted(set(found))


def test_one_statement_stands_for_all_of_one_time_and_organisation() -> None:
    text = "县水利局2021年修缮堤坝14处。" + "".join(f"修缮水闸{n}座。" for n in range(3, 40))
    few = NamedTimes(evidence_of(text).statements).candidates(figure("2021年修缮。", "2021年"))
    assert len(few) <= 3


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        pytest.param("2021 年", "2021年", True, id="spaces"),
        pytest.param("2021年", "2022年", False, id="another"),
    ],
)
def test_spaces_do_not_count_in_what_is_written(one: str, other: str, alike: bool) -> None:
    assert is_written_alike(one, other) is alike


def test_label_of_a_date_is_the_date_itself_where_nothing_else_says_it() -> None:
    date = figure("2021年3月上旬启动。", "2021年3月上旬")
    assert time_label(date) in {"2021年3月上旬", date.period}
    assert time_label(figure("修缮堤坝14处。", "14处")) == ""
