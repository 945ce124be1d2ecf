import pytest

from checker.arithmetic.own_arithmetic import review
from tests.checker.reports import evidence_of


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        pytest.param(
            "全省共追责问责286人次，其中党纪处分57人次、政务处分34人次、诫勉83人次、批评教育114人次。",
            ["57+34+83+114=288"],
            id="parts exceed the total",
        ),
        pytest.param(
            "共处理17人次，其中党纪处分5人次、诫勉4人次、批评教育8人次。", [], id="parts make the total"
        ),
        pytest.param("共处理17人次，其中党纪处分5人次、诫勉4人次。", [], id="parts of the total"),
        pytest.param("病险桥梁14座，其中大型3座、小型11座，已加固9座。", [], id="a deed behind the parts"),
        pytest.param("病险桥梁14座，其中大型3座、中型11座、小型9座。", ["3+11+9=23"], id="one part too many"),
        pytest.param("梳理矛盾纠纷578件，化解528件，化解率93.15%。", ["528÷578=91.35%"], id="wrong rate"),
        pytest.param("梳理矛盾纠纷578件，化解528件，化解率91.35%。", [], id="right rate"),
        pytest.param(
            "交办信访件640件，办结612件，阶段性办结并继续跟踪9件，未办结19件，总体办结率95.63%。",
            [],
            id="rate of the first two of several counts",
        ),
        pytest.param(
            "交办信访件640件，办结612件，阶段性办结9件，总体办结率91.2%。",
            ["9÷612=1.5%"],
            id="rate of no two",
        ),
        pytest.param("梳理矛盾纠纷578件，化解528件，满意率98.2%。", [], id="rate of something else"),
    ],
)
def test_report_is_reviewed(text: str, formulas: list[str]) -> None:
    assert [remark.formula for remark in review(evidence_of(text).statements)] == formulas
