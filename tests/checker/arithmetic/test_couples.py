import pytest

from checker.arithmetic.couples import exact, levels_with_changes, moves, names_earlier, wholes
from checker.cases import Case
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of


def case_of(source: str) -> Case:
    evidence = evidence_of(source)
    return Case(next(iter(read_draft("核对问题1个。", evidence.directory))), evidence)


def raws(couples: object) -> list[tuple[str, str]]:
    return [(one.figure.raw, other.figure.raw) for one, other in couples]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        pytest.param("县财政局发现问题71个，整改66个。", [("71个", "66个")], id="found and done"),
        pytest.param("专任教师由62名增至79名。", [], id="two times are no parts"),
        pytest.param(
            "全县处分90人，其中党纪处分50人、政务处分40人。", [("90人", "50人"), ("90人", "40人")], id="parts"
        ),
        pytest.param("培训9场，参加310人。", [], id="other units"),
    ],
)
def test_whole_and_part_are_coupled(source: str, wanted: list[tuple[str, str]]) -> None:
    case = case_of(source)
    assert raws(wholes(case, case.evidence.quantities)) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        pytest.param("专任教师由62名增至79名。", [("62名", "79名")], id="told as a move"),
        pytest.param("2022年窗口投诉112件，2021年窗口投诉205件。", [("205件", "112件")], id="two years"),
        pytest.param("县财政局发现问题71个，整改66个。", [], id="two things"),
        pytest.param(
            "绿地面积比例为41.3%，比2021年底的38.6%有所提升。", [("38.6%", "41.3%")], id="比 of 比例"
        ),
        pytest.param("三期整改率92.4%，高于前期的88.9%。", [("88.9%", "92.4%")], id="above a level"),
        pytest.param(
            "到9月末化解率92.4%；2021年调处纠纷60件、化解率88.9%。",
            [("88.9%", "92.4%")],
            id="only one has a year",
        ),
        pytest.param("办结率92.4%；上季度末这一比率为88.9%。", [("88.9%", "92.4%")], id="pointed back to"),
    ],
)
def test_one_quantity_at_two_times_is_coupled(source: str, wanted: list[tuple[str, str]]) -> None:
    case = case_of(source)
    assert raws(moves(case, case.evidence.quantities)) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        pytest.param("利润总额5.3亿元，同比增加0.9亿元。", [("5.3亿元", "0.9亿元")], id="level and change"),
        pytest.param(
            "通关时间29.4小时，比7月的41.7小时压缩12.3小时。", [("29.4小时", "12.3小时")], id="base left out"
        ),
        pytest.param("同比增加0.9亿元。", [], id="no level"),
    ],
)
def test_change_belongs_to_the_level_before_it(source: str, wanted: list[tuple[str, str]]) -> None:
    assert raws(levels_with_changes(case_of(source).evidence.quantities)) == wanted


def test_figures_without_a_value_are_left_out() -> None:
    quantities = case_of("县财政局整改66个。").evidence.quantities
    assert [s.figure.raw for s in exact(quantities)] == ["66个"]


@pytest.mark.parametrize(("source", "names"), [("上年投诉90件。", True), ("投诉90件。", False)])
def test_earlier_time_that_is_not_named_is_seen(source: str, names: bool) -> None:
    assert names_earlier(case_of(source).evidence.quantities[0]) is names
