import pytest

from checker.comparison.asides import is_only_mentioned
from corpus.statements.statements import read_draft, read_statements
from corpus.structure.parsing import parse_report

OPENING = "针对云岗市委第四巡察组反馈的21个问题，局党组逐条梳理，制定整改措施76条。"
BRACKET = "城建部门（含园林局、河道所）查出问题7项。"


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        pytest.param(OPENING, "云岗市委第四巡察组制定整改措施76条。", True, id="those who inspected"),
        pytest.param(OPENING, "云岗市委制定整改措施76条。", True, id="the committee above"),
        pytest.param(OPENING, "云岗市水务局制定整改措施76条。", False, id="the inspected one itself"),
        pytest.param(OPENING, "云岗市委第四巡察组移交问题76条。", False, id="what inspectors do"),
        pytest.param(
            "县委第三巡察组约谈干部9人。", "县委第三巡察组约谈干部9人。", False, id="their own deed"
        ),
        pytest.param(BRACKET, "园林局查出问题7项。", True, id="one in a bracket"),
        pytest.param(BRACKET, "河道所查出问题7项。", True, id="the next in the bracket"),
        pytest.param(BRACKET, "城建部门查出问题7项。", False, id="the owner of the bracket"),
        pytest.param(BRACKET, "城建部门含园林局查出问题7项。", False, id="both"),
        pytest.param("云岗集团（不含华通公司）清收312万元。", "华通公司清收312万元。", True, id="left out"),
    ],
)
def test_who_is_only_mentioned_owns_no_figure(source: str, text: str, *, expected: bool) -> None:
    stated = read_statements(parse_report(source, id="a", source="a"))[-1]
    assert is_only_mentioned(read_draft(text)[-1], stated) is expected
