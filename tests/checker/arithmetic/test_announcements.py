import pytest

from checker.arithmetic.announcements import reckon_announced, tells
from checker.cases import Case
from checker.verdicts import Verdict
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of, finding_on

ROUNDS = (
    "六届云江县委巡察情况\n六届云江县委第二轮巡察发现问题210个，完成整改187个，立案12件，处分19人。"
    "第三轮巡察发现问题246个，完成整改231个，立案24件，处分38人。第四轮巡察发现问题198个，完成整改190个，立案15件，处分21人。\n"
)
OFFICES = (
    "云江县整改情况\n县财政局发现问题71个，整改66个，处分8人。县农业局发现问题52个，整改39个，处分5人。\n"
)
SECTIONS = "云江大桥审计情况\n一标段核减资金31万元，二标段核减资金42万元。\n"


def case_of(claim: str, raw: str, source: str) -> Case:
    evidence = evidence_of(source)
    return Case(next(s for s in read_draft(claim, evidence.directory) if s.figure.raw == raw), evidence)


@pytest.mark.parametrize(
    ("claim", "raw", "source", "formula"),
    [
        pytest.param("第三轮巡察比第二轮多完成整改44个问题。", "44个", ROUNDS, "231−187=44个", id="more"),
        pytest.param("第四轮巡察比第三轮少立案9件。", "9件", ROUNDS, "24−15=9件", id="fewer"),
        pytest.param("第二、第三、第四轮巡察共处分78人。", "78人", ROUNDS, "19+38+21=78人", id="sum"),
        pytest.param(
            "第二轮、第三轮巡察合计发现问题456个。",
            "456个",
            ROUNDS.replace("发现", "共发现"),
            "210+246=456个",
            id="sum of what each tells as its own total",
        ),
        pytest.param("三轮巡察共立案51件。", "51件", ROUNDS, "12+24+15=51件", id="counted sum"),
        pytest.param("三轮巡察平均每轮立案17件。", "17件", ROUNDS, "(12+24+15)÷3=17件", id="mean"),
        pytest.param("第三轮巡察处分人数是第二轮的2倍。", "2倍", ROUNDS, "38÷19=2倍", id="multiple"),
        pytest.param("第三轮巡察立案比第二轮增长100%。", "100%", ROUNDS, "(24−12)÷12=100%", id="change"),
        pytest.param("县财政局比县农业局多整改27个问题。", "27个", OFFICES, "66−39=27个", id="offices"),
        pytest.param("县财政局、县农业局共处分13人。", "13人", OFFICES, "8+5=13人", id="offices added"),
        pytest.param(
            "二标段核减资金比一标段多11万元。", "11万元", SECTIONS, "420000−310000=11万元", id="sections"
        ),
    ],
)
def test_announced_figure_is_derived(claim: str, raw: str, source: str, formula: str) -> None:
    finding = finding_on(raw, claim, source)
    assert (finding.verdict, finding.formula) == (Verdict.DERIVED, formula)


@pytest.mark.parametrize(
    ("claim", "raws", "source"),
    [
        pytest.param(
            "第三轮巡察比第二轮多完成整改{}个问题。",
            ["36个", "231个", "187个", "23个", "15个", "59个"],
            ROUNDS,
            id="more",
        ),
        pytest.param(
            "第二、第三、第四轮巡察共处分{}人。", ["21人", "57人", "59人", "40人"], ROUNDS, id="sum"
        ),
        pytest.param(
            "县财政局比县农业局多整改{}个问题。", ["19个", "66个", "39个", "5个"], OFFICES, id="offices"
        ),
    ],
)
def test_other_number_is_contradicted_by_what_the_terms_come_to(
    claim: str, raws: list[str], source: str
) -> None:
    for raw in raws:
        finding = finding_on(raw, claim.replace("{}个", raw).replace("{}人", raw), source)
        assert finding.verdict is Verdict.CONTRADICTED, raw
        assert finding.rule == "announced_differs"


def test_way_that_is_wrong_is_contradicted() -> None:
    assert (
        finding_on("44个", "第二轮巡察比第三轮多完成整改44个问题。", ROUNDS).verdict is Verdict.CONTRADICTED
    )


def test_stated_sum_goes_before_a_reckoned_one() -> None:
    source = "云江县整改情况\n一标段核减资金31万元，二标段核减资金42万元，两个标段共核减资金75万元。\n"
    assert finding_on("75万元", "两个标段共核减资金75万元。", source).verdict is Verdict.SUPPORTED


def test_nothing_is_reckoned_where_a_term_is_not_found() -> None:
    assert reckon_announced(case_of("第三轮巡察比第九轮多立案4件。", "4件", ROUNDS)) is None


def test_level_does_not_tell_a_difference() -> None:
    case = case_of("第三轮巡察比第二轮多处分19人。", "19人", ROUNDS)
    assert case.announced is not None
    assert not any(tells(case.announced, statement) for statement in case.evidence.quantities)
