import pytest

from checker.arithmetic.parts import LEFT_OVER, of_that_time, told_of
from checker.cases import Case
from checker.verdicts import Verdict
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of, finding_on

STAGES = "云江县整改情况\n要求立即整改的64个问题已整改到位61个；要求分阶段整改的27个问题已整改到位18个。\n"
CALLS = (
    "云江市信访情况\n云江市受理信访件500件，其中交通类140件、教育类95件、医疗类80件、其他185件；办结455件，约谈21人。\n"
    "云江市设立4个接待点。"
)


@pytest.mark.parametrize(
    ("claim", "raw", "source", "formula"),
    [
        pytest.param(
            "要求分阶段整改的问题还有9个未到位。", "9个", STAGES, "27−18=9个", id="what is left of one"
        ),
        pytest.param("交通类信访件占受理总数的28%。", "28%", CALLS, "140÷500=28%", id="share"),
        pytest.param("云江市信访件办结率为91%。", "91%", CALLS, "455÷500=91%", id="rate"),
        pytest.param("平均每个接待点受理信访件125件。", "125件", CALLS, "500÷4=125件", id="mean"),
    ],
)
def test_part_and_whole_are_those_that_the_claim_names(
    claim: str, raw: str, source: str, formula: str
) -> None:
    finding = finding_on(raw, claim, source)
    assert (finding.verdict, finding.formula) == (Verdict.DERIVED, formula)


@pytest.mark.parametrize(
    ("claim", "unit", "numbers", "source"),
    [
        pytest.param(
            "要求分阶段整改的问题还有{}个未到位。", "个", [3, 37, 46, 34, 43], STAGES, id="left of others"
        ),
        pytest.param(
            "交通类信访件占受理总数的{}%。", "%", [19, 16, 37, 68, 57, 31, 91], CALLS, id="other shares"
        ),
        pytest.param("平均每个接待点受理信访件{}件。", "件", [35, 114, 46, 24, 20], CALLS, id="other means"),
    ],
)
def test_what_other_terms_come_to_is_not_derived(
    claim: str, unit: str, numbers: list[int], source: str
) -> None:
    for number in numbers:
        finding = finding_on(f"{number}{unit}", claim.replace("{}", str(number)), source)
        assert finding.verdict not in {Verdict.DERIVED, Verdict.SUPPORTED, Verdict.ROUNDED}, number


@pytest.mark.parametrize(("clause", "left"), [("还有9个未到位", True), ("整改9个", False)])
def test_what_is_left_is_said(clause: str, left: bool) -> None:
    assert bool(LEFT_OVER.search(clause)) is left


def test_statements_of_another_round_are_of_another_time() -> None:
    evidence = evidence_of("六届云江县委第二轮巡察立案12件。第三轮巡察立案24件。")
    claim = next(s for s in read_draft("第三轮巡察立案9件。", evidence.directory) if s.figure.raw == "9件")
    case = Case(claim, evidence)
    assert [s.figure.raw for s in of_that_time(case, evidence.quantities)] == ["24件"]
    assert "立案" in told_of(case)
