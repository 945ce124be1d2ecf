import pytest

from bot.listing.segments import opening_name, segments
from corpus.structure.parsing import parse_report


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        pytest.param("三标段核减资金46万元", "三标段", id="numbered"),
        pytest.param("恒远第12分公司收回资金8万元", "恒远第12分公司", id="numbered of somebody"),
        pytest.param("松坪片区检查企业31家", "松坪片区", id="named"),
        pytest.param("4—6月立案75件", "4—6月", id="months"),
        pytest.param("全市立案75件", "", id="the whole"),
        pytest.param("立案75件", "", id="a deed"),
    ],
)
def test_clause_opens_with_the_name_of_a_member(clause: str, name: str) -> None:
    assert opening_name(clause) == name


def rows(text: str) -> list[list[str]]:
    report = parse_report(text, id="r", source="r.txt")
    return [[one.name for one in row] for row in segments(report)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "整改情况\n一大队查处案件27件；二大队查处案件38件。", ["一大队", "二大队"], id="clauses"
        ),
        pytest.param(
            "整改情况\n县林业局：整改9个。\n县水务局：整改7个。", ["县林业局", "县水务局"], id="lines set off"
        ),
        pytest.param(
            "整改情况\n【第一批】\n查处9件。\n【第二批】\n查处7件。",
            ["第一批", "第二批"],
            id="boxes over lines",
        ),
        pytest.param(
            "整改情况\nA. 一标段（K1—K9）\n   整改9个。\nB. 二标段（K9—K20）\n   整改7个。",
            ["一标段", "二标段"],
            id="titles with a note",
        ),
        pytest.param(
            "整改情况\n县乙局：整改7个。\n其余6个局　整改8个。",
            ["县乙局", "其余6个局"],
            id="the rest of them",
        ),
    ],
)
def test_what_is_set_off_alike_is_a_row(text: str, names: list[str]) -> None:
    assert names in rows(text)


def test_segment_reaches_to_the_next_of_its_row() -> None:
    report = parse_report(
        "整改情况\n甲镇整改问题9个，收回资金3万元。乙镇整改问题7个，收回资金5万元。", id="r", source="r.txt"
    )
    found = {report.text[one.start : one.end] for row in segments(report) for one in row}
    assert "甲镇整改问题9个，收回资金3万元" in found
