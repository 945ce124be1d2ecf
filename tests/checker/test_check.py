import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.check import check, check_sentences, check_sum
from checker.evidence import Evidence
from checker.verdicts import Verdict
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of, finding_on

SOURCE = """关于省委第八轮巡视整改进展情况的通报
发布时间：2021-11-05
省信访局2020年梳理信访矛盾纠纷578件，化解528件，化解率91.35%，与2019年相比提高了7.32个百分点。
省财政厅党组将反馈的24个具体问题细化为199项措施。海南师范大学党委制定了26个相关制度。
"""
DRAFT = "省信访局2020年梳理信访矛盾纠纷578件、化解538件，化解率91.35%，提高7.32%；海南师范大学细化措施199项。"


def test_draft_is_checked_figure_by_figure() -> None:
    verdicts = {f.figure.raw: f.verdict for f in check(DRAFT, evidence_of(SOURCE))}
    assert verdicts == {
        "2020年": Verdict.SUPPORTED,
        "578件": Verdict.SUPPORTED,
        "538件": Verdict.CONTRADICTED,
        "91.35%": Verdict.SUPPORTED,
        "7.32%": Verdict.MISATTRIBUTED,
        "199项": Verdict.MISATTRIBUTED,
    }


def test_contradiction_names_the_stated_figure_and_its_place() -> None:
    finding = finding_on("538件", DRAFT, SOURCE)
    (statement,) = finding.evidence
    assert statement.figure.raw == "528件"
    assert SOURCE[statement.start : statement.end] == statement.quote
    assert "528件" in finding.explanation


def test_a_rounding_of_the_figure_beside_is_no_excuse() -> None:
    source = "关于上半年收费情况的通报\n全省门诊收费同比增长3.25个百分点，住院收费同比增长3.23个百分点。"
    wrong = "全省门诊收费同比增长3.25个百分点，住院收费同比增长3.3个百分点。"
    right = "全省门诊收费同比增长3.3个百分点，住院收费同比增长3.23个百分点。"
    assert finding_on("3.3个百分点", wrong, source).verdict is Verdict.CONTRADICTED
    assert finding_on("3.3个百分点", right, source).verdict is Verdict.ROUNDED


def test_misattribution_names_whose_figure_it_is() -> None:
    assert "省财政厅" in finding_on("199项", DRAFT, SOURCE).explanation


def test_unsupported_says_what_was_searched() -> None:
    explanation = finding_on("3.6亿元", "省信访局实现利润3.6亿元。", SOURCE).explanation
    assert "第八轮巡视整改进展情况的通报" in explanation
    assert "利润" in explanation


def test_without_evidence_every_quantity_is_unsupported() -> None:
    assert {f.verdict for f in check("完成整改588个。", Evidence([]))} == {Verdict.UNSUPPORTED}


@settings(deadline=None, max_examples=60)
@given(
    st.text(
        alphabet=st.one_of(st.characters(), st.sampled_from("0123456789一二三万亿%个件元，。年月省厅近约")),
        max_size=120,
    )
)
def test_no_text_makes_the_check_fail(text: str) -> None:
    evidence = evidence_of(SOURCE)
    for finding in check(text, evidence):
        assert text[finding.figure.start : finding.figure.end] == finding.figure.raw


@pytest.mark.parametrize("split", [0, 40, 80])
def test_offsets_index_the_text_as_handed_in(split: int) -> None:
    text = "　\r\n".join((DRAFT[:split], DRAFT[split:]))
    for finding in check(text, evidence_of(SOURCE)):
        assert text[finding.figure.start : finding.figure.end] == finding.figure.raw


def test_labelled_figure_is_checked_by_its_label() -> None:
    evidence = evidence_of("市财政局26个问题完成整改24个，其余2个正在推进。")
    draft = "市财政局完成整改问题：24个；正在推进：2个。"
    assert [f.verdict for f in check(draft, evidence)] == [Verdict.SUPPORTED, Verdict.SUPPORTED]
    (wrong,) = check("市财政局完成整改问题：26个。", evidence)
    assert wrong.verdict is Verdict.CONTRADICTED


STAGES = "东平区整治情况\n集中攻坚阶段罚款327.8万元。巩固提升阶段罚款141.5万元。"


@pytest.mark.parametrize(
    ("sum_told", "terms", "verdict"),
    [
        pytest.param("469.3万元", (0, 1), Verdict.DERIVED, id="all terms stated"),
        pytest.param("470万元", (0, 1), Verdict.UNSUPPORTED, id="another sum"),
        pytest.param("655.6万元", (0, 0), Verdict.UNSUPPORTED, id="one term twice"),
    ],
)
def test_sum_that_names_its_terms_is_what_they_come_to(
    sum_told: str, terms: tuple[int, ...], verdict: Verdict
) -> None:
    evidence = evidence_of(STAGES)
    stated = [one for one in evidence.statements if one.figure.raw.endswith("万元")]
    (claim,) = read_draft(f"合起来的款项{sum_told}。")
    found = check_sum(claim, [stated[place] for place in terms], evidence)
    assert found.verdict is verdict


@pytest.mark.parametrize(
    ("claim", "raw", "source"),
    [
        pytest.param(
            "沙坪县闲置债券资金4.2亿元。",
            "4.2亿元",
            "沙坪县4.2亿元债券资金闲置超过一年，河口县1.35亿元闲置半年以上。",
            id="whose it is",
        ),
        pytest.param(
            "老旧水管已改造87公里。",
            "87公里",
            "计划改造老旧水管120公里，已完成87公里，占72.5%。",
            id="a plan beside it",
        ),
        pytest.param(
            "县法院到位资金1600多万元。",
            "1600多万元",
            "全院执行到位金额1,625万元。其中工资案件213件，到位492.6万元，惠及158人。",
            id="a part beside it",
        ),
        pytest.param(
            "县粮食局27个问题全部整改到位。",
            "27个",
            "县粮食局：反馈问题27个，已全部完成整改。",
            id="all of them done",
        ),
        pytest.param(
            "白沙县开工率93.1%。",
            "93.1%",
            "| 县区 | 重点项目开工率 | 项目数 |\n| --- | --- | --- |\n| 白沙县 | 93.1% | 16 |\n| 青石县 | 88.4% | 21 |\n",
            id="the owner in the words",
        ),
        pytest.param(
            "全年逾期答复比上年同期少11件。",
            "11件",
            "全年逾期答复23件，较去年同期的34件减少11件。",
            id="compared with a time before",
        ),
        pytest.param(
            "巡察反馈的35个问题正在整改。",
            "35个",
            "巡察反馈的3个方面、12类、35个具体问题，制定举措96项。",
            id="kinds beside what is counted",
        ),
        pytest.param(
            "被列入黑名单的企业禁入五年。",
            "五年",
            "解除合同9份，5家企业列入黑名单，期限5年。",
            id="the unit of another quantity",
        ),
        pytest.param(
            "清河水务投入9600万元改造管网。",
            "9600万元",
            "清河水务集团有限公司关于整改情况的通报\n水务集团投入改造资金0.96亿元，更换老旧管网112.6公里。",
            id="a name without its place",
        ),
        pytest.param(
            "两批拆解旧船73艘。",
            "73艘",
            "5月拆解第一批旧船31艘。\n6月拆解第二批旧船42艘。\n两批合计拆解旧船73艘，剩25艘。",
            id="several batches",
        ),
    ],
)
def test_right_figure_is_not_cried_over(claim: str, raw: str, source: str) -> None:
    assert finding_on(raw, claim, source).verdict in {Verdict.SUPPORTED, Verdict.ROUNDED}


@pytest.mark.parametrize(
    ("claim", "raw", "source", "told"),
    [
        pytest.param(
            "人均费用上升4.7%。", "4.7%", "人均费用9315元，同比下降4.7%。", "同比下降4.7%", id="a fall"
        ),
        pytest.param(
            "周转金增加900万元。",
            "900万元",
            "县周转金由600万元增加到900万元。",
            "县周转金由600万元增加到900万元",
            id="a level",
        ),
    ],
)
def test_explanation_says_what_the_claim_does_not(claim: str, raw: str, source: str, told: str) -> None:
    found = finding_on(raw, claim, source)
    assert found.verdict is Verdict.MISATTRIBUTED
    assert f"“{told}”" in found.explanation


def test_findings_come_a_sentence_at_a_time_and_are_those_of_the_whole() -> None:
    text = f"{DRAFT}省财政厅细化为199项措施。"
    evidence = evidence_of(SOURCE)
    found = list(check_sentences(read_draft(text, evidence.directory), evidence))
    assert len(found) == 2
    assert [one for sentence in found for one in sentence] == check(text, evidence)


_ROWS = """关于违建整治的通报
片区    认定（处）    拆除（处）    拆除率
东港片区    142    128    90.14%
西坪片区    96    81    84.38%
"""


@pytest.mark.parametrize(
    ("text", "raw", "verdict"),
    [
        pytest.param("东港片区拆除128处。", "128处", Verdict.SUPPORTED, id="the cell that is meant"),
        pytest.param("西坪片区拆除96处。", "96处", Verdict.CONTRADICTED, id="another column of the row"),
        pytest.param("西坪片区拆除128处。", "128处", Verdict.CONTRADICTED, id="another row of the column"),
        pytest.param(
            _ROWS.replace("128    90", "142    90"), "142", Verdict.SUPPORTED, id="a table's right cell"
        ),
    ],
)
def test_cells_of_a_table_are_told_apart(text: str, raw: str, verdict: Verdict) -> None:
    assert finding_on(raw, text, _ROWS).verdict is verdict


def test_cell_is_named_with_the_unit_of_its_head() -> None:
    assert "原文是128处，不是128万处" in finding_on("128万处", "东港片区拆除128万处。", _ROWS).explanation


def test_two_columns_of_a_row_that_are_exchanged_in_a_draft_s_table_are_both_contradicted() -> None:
    found = check(_ROWS.replace("96    81", "81    96"), evidence_of(_ROWS))
    wrong = [f.figure.raw for f in found if f.verdict is Verdict.CONTRADICTED]
    assert wrong == ["81", "96"]


@pytest.mark.parametrize(
    ("source", "text", "raw"),
    [
        pytest.param(
            "车险承保21.5万辆，赔付6842万元；船险承保48.3万艘，赔付5127万元。",
            "车险承保21.5万辆，赔付5127万元；船险承保48.3万艘，赔付6842万元。",
            "5127万元",
            id="of two parts of a sentence",
        ),
        pytest.param(
            "投诉分类复核，属实的分别是104条、187条。",
            "投诉分类复核，属实的分别是187条、104条。",
            "187条",
            id="of a list",
        ),
        pytest.param(
            "展厅讲解投诉9起，上年同期26起。", "展厅讲解投诉26起，上年同期9起。", "26起", id="of two years"
        ),
    ],
)
def test_numbers_that_are_exchanged_in_the_source_s_own_sentence_are_wrong(
    source: str, text: str, raw: str
) -> None:
    assert finding_on(raw, text, "关于整治情况的通报\n" + source).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("source", "text", "raw"),
    [
        pytest.param(
            "供应商清退7家，采购价下降9.6%。", "供应商未清退7家，采购价下降9.6%。", "7家", id="behind 应商"
        ),
        pytest.param(
            "向26户农户退还差价款57万元。", "向26户农户未退还差价款57万元。", "57万元", id="退还差价"
        ),
        pytest.param(
            "约谈市城管局2人，罚款86万元。", "未约谈市城管局2人，罚款86万元。", "2人", id="before a name"
        ),
        pytest.param(
            "11月底前完成剩余25艘船舶拆解。", "11月底前未完成剩余25艘船舶拆解。", "25艘", id="a plan"
        ),
        pytest.param(
            "热线受理诉求，其中电话渠道51万件、网络渠道35万件。",
            "热线共未受理诉求86万件。",
            "86万件",
            id="a sum",
        ),
    ],
)
def test_deed_that_is_denied_is_wrong(source: str, text: str, raw: str) -> None:
    assert finding_on(raw, text, "关于整治情况的通报\n" + source).verdict.value in {
        "contradicted",
        "misattributed",
        "unsupported",
    }


def test_member_with_a_number_that_the_source_does_not_tell_is_wrong() -> None:
    source = "关于检查的通报\n一标段（小区12个）：发现问题71条，下发通知书3份。\n三标段（小区10个）：发现问题58条，已整改57条。"
    found = finding_on("58条", "七标段（小区10个）：发现问题58条，已整改57条。", source)
    assert found.verdict is Verdict.MISATTRIBUTED
