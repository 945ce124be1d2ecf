import pytest

from checker.verdicts import Verdict
from tests.checker.reports import finding_on

PETITIONS = "省信访局2020年梳理信访矛盾纠纷578件，化解528件，化解率91.35%，与2019年相比提高了7.32个百分点。"
REFUND = "学校向1890名学生退还多收费用47.25万元。"
TEACHERS = "专职思政课教师由62名增至79名，药占比由36.2%降至32.7%。"
INCOME = "2022年集团实现营业收入28.4亿元，上年为26亿元。"
FUND = "县医保局追回医保基金93.6万元，行政处罚27.8万元。"


@pytest.mark.parametrize(
    ("claim", "raw", "source", "formula"),
    [
        pytest.param("仍有50件矛盾纠纷尚未化解。", "50件", PETITIONS, "578−528=50件", id="difference"),
        pytest.param("未化解的占8.65%。", "8.65%", PETITIONS, "(578−528)÷578=8.65%", id="share of the rest"),
        pytest.param(
            "省信访局2019年的化解率是84.03%。", "84.03%", PETITIONS, "91.35−7.32=84.03%", id="level before"
        ),
        pytest.param(
            "向学生退还多收费用，平均每人250元。", "250元", REFUND, "472500÷1890=250元", id="average"
        ),
        pytest.param("专职思政课教师净增17名。", "17名", TEACHERS, "79−62=17名", id="net growth"),
        pytest.param(
            "药占比下降3.5个百分点。", "3.5个百分点", TEACHERS, "36.2−32.7=3.5个百分点", id="points"
        ),
        pytest.param(
            "集团营业收入同比增长9.23%。",
            "9.23%",
            INCOME,
            "(2840000000−2600000000)÷2600000000=9.23%",
            id="growth",
        ),
        pytest.param(
            "追回医保基金和行政处罚合计121.4万元。", "121.4万元", FUND, "936000+278000=121.4万元", id="total"
        ),
    ],
)
def test_figure_is_derived(claim: str, raw: str, source: str, formula: str) -> None:
    finding = finding_on(raw, claim, source)
    assert (finding.verdict, finding.formula) == (Verdict.DERIVED, formula)
    assert len(finding.evidence) >= 1


@pytest.mark.parametrize(
    ("claim", "raw", "source", "verdict"),
    [
        pytest.param(
            "仍有60件矛盾纠纷尚未化解。", "60件", PETITIONS, Verdict.UNSUPPORTED, id="wrong difference"
        ),
        pytest.param(
            "追回医保基金和行政处罚合计124.1万元。", "124.1万元", FUND, Verdict.CONTRADICTED, id="wrong total"
        ),
        pytest.param(
            "群众满意率达到91.35%。",
            "91.35%",
            PETITIONS,
            Verdict.MISATTRIBUTED,
            id="share under another name",
        ),
        pytest.param(
            "化解率提升7.32%。", "7.32%", PETITIONS, Verdict.MISATTRIBUTED, id="points are not per cent"
        ),
    ],
)
def test_figure_is_not_derived(claim: str, raw: str, source: str, verdict: Verdict) -> None:
    assert finding_on(raw, claim, source).verdict is verdict


def test_stated_total_stands_before_its_parts() -> None:
    source = "全省共追责问责286人次，其中党纪处分57人次、政务处分34人次、诫勉83人次、批评教育114人次。"
    assert finding_on("288人次", "全省共追责问责288人次。", source).verdict is Verdict.CONTRADICTED


def test_quarter_before_follows_from_how_many_more_there_were_since() -> None:
    source = "关于第四季度检查情况的通报\n本次共检查企业412家，比三季度多67家。\n建材：检查企业96家；冶金：检查企业71家。"
    assert finding_on("345家", "三季度检查企业345家。", source).formula == "412−67=345家"


def test_rate_of_what_was_mended_is_a_member_s_own() -> None:
    source = "桥南镇户厕改造通报\n年任务420户，已改361户，完成率86%，其中柳湾村任务84户、已改51户，杏村任务70户、已改58户。"
    assert finding_on("60.71%", "柳湾村户厕完成51户，完成率60.71%。", source).verdict is Verdict.DERIVED
