import pytest

from checker.arithmetic.terms import bind
from checker.cases import Case
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of, finding_on

OFFICES = (
    "云江县整改情况\n县财政局发现问题71个，整改66个，处分8人。县农业局发现问题52个，整改39个，处分5人。\n"
)


@pytest.mark.parametrize(
    ("claim", "raw", "terms"),
    [
        pytest.param("县财政局比县农业局多整改1个问题。", "1个", ["66个", "39个"], id="deed"),
        pytest.param("县财政局比县农业局多发现问题1个。", "1个", ["71个", "52个"], id="another deed"),
        pytest.param("县农业局比县财政局多处分1人。", "1人", ["5人", "8人"], id="order of the claim"),
        pytest.param("县财政局比县水利局多处分1人。", "1人", [], id="an office that is not there"),
        pytest.param("县财政局比县农业局多投入1万元。", "1万元", [], id="a thing that is not there"),
    ],
)
def test_terms_are_bound_by_words_and_not_by_number(claim: str, raw: str, terms: list[str]) -> None:
    evidence = evidence_of(OFFICES)
    case = Case(next(s for s in read_draft(claim, evidence.directory) if s.figure.raw == raw), evidence)
    assert case.announced is not None
    assert [s.figure.raw for s in bind(case, case.announced)] == terms


LOTS = "关于管网改造情况的通报\n审计核减工程款第一标段36.5万元、第二标段58.2万元、第三标段17.6万元。\n"


@pytest.mark.parametrize(
    ("raw", "verdict"),
    [
        pytest.param("112.3万元", "derived", id="what they come to"),
        pytest.param("112.8万元", "contradicted", id="another number"),
    ],
)
def test_members_of_a_numbered_series_are_added(raw: str, verdict: str) -> None:
    assert str(finding_on(raw, f"三个标段合计核减{raw}。", LOTS).verdict) == verdict


def test_level_stated_twice_is_not_compared_with_itself() -> None:
    source = "关于治水的通报\n东河站整改问题38个。西河站整改问题25个。\n东河站合计整改问题38个。\n"
    assert str(finding_on("13个", "东河站比西河站多整改问题13个。", source).verdict) == "derived"
