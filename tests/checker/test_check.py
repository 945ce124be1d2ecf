import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.check import check, check_reckoned, check_sentences
from checker.evidence import Evidence
from checker.verdicts import CONFIRMED, Verdict
from corpus.statements.statements import read_draft
from corpus.structure.parsing import parse_report
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


@pytest.mark.parametrize("last", ["12处", "21处"])
def test_what_is_reckoned_stays_so_beside_a_wrong_figure(last: str) -> None:
    source = "一月巡河35次，二月巡河28次，三月巡河40次，清理河道12处。"
    draft = f"一月巡河35次，二月巡河28次，少了7次，三月巡河40次，清理河道{last}。"
    assert finding_on("7次", draft, source).verdict is Verdict.DERIVED


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
    found = check_reckoned(claim, [stated[place] for place in terms], evidence)
    assert found.verdict is verdict


@pytest.mark.parametrize(
    ("told", "terms", "verdict"),
    [
        pytest.param("4个", (0, 1), Verdict.DERIVED, id="the greater less the other"),
        pytest.param("5个", (0, 1), Verdict.CONTRADICTED, id="another difference"),
        pytest.param("4个", (1, 0), Verdict.CONTRADICTED, id="the other way round"),
    ],
)
def test_difference_that_names_its_two_terms_is_what_is_between_them(
    told: str, terms: tuple[int, ...], verdict: Verdict
) -> None:
    evidence = evidence_of("云石县文旅局整改情况\n截至6月底，37个问题已完成整改33个。")
    stated = [one for one in evidence.statements if one.figure.raw.endswith("个")]
    (claim,) = read_draft(f"问题{told}。")
    found = check_reckoned(claim, [stated[place] for place in terms], evidence)
    assert found.verdict is verdict
    assert ("37个－33个" in found.formula) is (verdict is Verdict.DERIVED)


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
            "县水务局38个问题办结34个，115项任务办结109项。",
            "115项",
            "县水务局问题38个，分解任务115项；截至9月20日，办结问题34个、任务109项。",
            id="the number of what the next was done of",
        ),
        pytest.param(
            "住院率16.9%。",
            "16.9%",
            "住院率：2024年19.4%，2025年16.9%，下降2.5个百分点。",
            id="the later of two years",
        ),
        pytest.param(
            "每亩租金从310元涨到465元。",
            "465元",
            "重新发包2015亩，每亩租金由310元提高到465元。",
            id="a unit before a verb",
        ),
        pytest.param(
            "矿山查出重大隐患22项。",
            "22项",
            "矿山：检查单位64家，隐患418项，重大隐患22项。",
            id="that it was found",
        ),
        pytest.param(
            "第一批交办164件，第二批交办121件，累计化解率88.2%。",
            "88.2%",
            "第一批交办164件；第二批交办121件；第三批交办88件。\n三批共交办373件，化解率88.2%。",
            id="all batches together",
        ),
        pytest.param(
            "全县追缴319万元，其中河口镇127万元。",
            "127万元",
            "全县追缴资金319万元，其中河口镇127万元，县供销社98万元。",
            id="a part by its name",
        ),
        pytest.param(
            "全年受理诉求15927件。",
            "15927件",
            "全年受理诉求15927件。受理诉求减少2533件，原因是占道类诉求明显减少，全年为4102件。",
            id="what moved beside the whole",
        ),
        pytest.param(
            "上年同期执法罚款1233万元。",
            "1233万元",
            "开展执法9次，行政处罚292起，罚款1874万元；上年同期分别为6次、218起、1233万元。",
            id="the time that both tell",
        ),
        pytest.param(
            "账外房产453处。",
            "453处",
            "“账外房产”原公布为438处，经复核应为453处。2025年度账外房产为366处。",
            id="what a correction counts",
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


LISTED = "东溪镇硬化道路12公里；各镇抓紧施工，上坪镇采取“以奖代补”，已安装路灯330盏；南坝镇硬化道路9公里。"
MONTHS = "2023年1—8月，青泉水厂抢修漏点214处，更换水表1860只。其中，8月份抢修漏点31处，更换水表205只。"
QUARTERS = "2022年1至9月，云岭林场补植苗木4.2万株，扑救火情7起。第三季度补植苗木1.1万株。"
HEATING = "沙河县供热公司整改公告\n针对沙河县市场监管局检查指出的7项问题，公司更换阀门63个，退还热费18万元。"
TARGET = "红旗商场今年销售额5200万元，占全年目标的78.4%。"
TENTHS = "三届县人大二次会议收到建议64件，已办结52件，办结率81.25%。"
ORDERED = "清源县第八、第九和第十届农民画展展出作品分别为210幅、246幅和301幅。"
MEETINGS = "县一小第三次、第四次和第五次研学活动参加学生分别为88人、104人和131人。"
SCHOOLS = "明达职校毕业学员60人，实训车12辆。远航职校毕业学员180人，实训车30辆。"
NURSERIES = "翠屏区苗圃情况\n东圃栽植月季140丛，成活119丛，更换水管36米。西圃栽植月季90丛，成活63丛。"
BRIGADES = "市环卫集团一队（含夜间班）清运垃圾620吨；二队（含应急班）清运垃圾540吨。"
MONEY = "河西物流园收取停车费38.20万，清退押金16万。"
FAIRS = "永安县前六届茶博会签约项目286个。"


@pytest.mark.parametrize(
    ("source", "claim", "raw", "borne_out"),
    [
        pytest.param(LISTED, "上坪镇安装路灯330盏。", "330盏", True, id="owner between two of a list"),
        pytest.param(LISTED, "东溪镇安装路灯330盏。", "330盏", False, id="list ended by a semicolon"),
        pytest.param(MONTHS, "8月份青泉水厂抢修漏点214处。", "214处", False, id="months told as one"),
        pytest.param(MONTHS, "8月份青泉水厂更换水表205只。", "205只", True, id="one month"),
        pytest.param(MONTHS, "1—8月青泉水厂更换水表1860只。", "1860只", True, id="months together"),
        pytest.param(
            QUARTERS, "第三季度云岭林场补植苗木4.2万株。", "4.2万株", False, id="months told as a quarter"
        ),
        pytest.param(HEATING, "沙河县供热公司更换阀门63个。", "63个", True, id="name for a pointing word"),
        pytest.param(HEATING, "沙河县市场监管局更换阀门63个。", "63个", False, id="object as owner"),
        pytest.param(TARGET, "红旗商场今年销售额占全年目标近八成。", "近八成", True, id="share of a target"),
        pytest.param(
            TARGET, "红旗商场今年销售额占全年目标近六成。", "近六成", False, id="other share of a target"
        ),
        pytest.param(
            TENTHS, "三届县人大二次会议收到建议64件，已办结八成多。", "八成多", True, id="share for a count"
        ),
        pytest.param(
            TENTHS, "三届县人大二次会议收到建议64件，已办结六成多。", "六成多", False, id="wrong share"
        ),
        pytest.param(
            ORDERED, "清源县第十届农民画展展出作品301幅。", "301幅", True, id="own of several in order"
        ),
        pytest.param(
            ORDERED, "清源县第十届农民画展展出作品210幅。", "210幅", False, id="first's told of the last"
        ),
        pytest.param(
            MEETINGS, "县一小第四次研学活动参加学生104人。", "104人", True, id="own time of several"
        ),
        pytest.param(
            MEETINGS, "县一小第四次研学活动参加学生131人。", "131人", False, id="another time of several"
        ),
        pytest.param(
            SCHOOLS, "远航职校毕业学员人数是明达职校的3倍。", "3倍", True, id="multiple of a like name"
        ),
        pytest.param(SCHOOLS, "远航职校毕业学员人数是明达职校的2倍。", "2倍", False, id="wrong multiple"),
        pytest.param(NURSERIES, "翠屏区东圃月季成活率为85%。", "85%", True, id="rate in a rare unit"),
        pytest.param(
            NURSERIES, "翠屏区西圃栽植的月季还有27丛没有成活。", "27丛", True, id="rest in a rare unit"
        ),
        pytest.param(BRIGADES, "夜间班清运垃圾620吨。", "620吨", False, id="part told for the whole"),
        pytest.param(BRIGADES, "一队清运垃圾620吨。", "620吨", True, id="whole with a part"),
        pytest.param(MONEY, "河西物流园收取停车费38.2万元。", "38.2万元", True, id="fee without its unit"),
        pytest.param(MONEY, "河西物流园清退押金16万元。", "16万元", True, id="deposit without its unit"),
        pytest.param(FAIRS, "永安县前六届茶博会共签约项目286个。", "六届", True, id="terms before"),
    ],
)
def test_claim_is_held_to_what_is_told_of_its_very_thing(
    source: str, claim: str, raw: str, borne_out: bool
) -> None:
    assert (finding_on(raw, claim, source).verdict in CONFIRMED) is borne_out


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        pytest.param("松江市医保局被指出问题17个。", Verdict.SUPPORTED, id="of whom it was found"),
        pytest.param("市审计局共指出问题17个。", Verdict.SUPPORTED, id="by whom"),
        pytest.param("松江市医保局指出问题17个。", Verdict.MISATTRIBUTED, id="told as its own deed"),
        pytest.param("松江市教育局被指出问题17个。", Verdict.MISATTRIBUTED, id="of another"),
    ],
)
def test_what_an_inspecting_body_found_is_told_of_whom_it_inspected(draft: str, verdict: Verdict) -> None:
    notice = (
        "松江市医疗保障局关于专项审计整改情况的通报\n\n"
        "市审计局对2023年医保基金筹集、使用和管理情况进行了专项审计，共指出问题17个。至4月底已整改15个。\n"
    )
    evidence = Evidence.of_reports([parse_report(notice, id="a", source="a")])

    assert check(draft, evidence)[-1].verdict is verdict


def test_what_the_group_of_an_office_found_is_told_of_whom_it_inspected() -> None:
    notice = (
        "临湖风景区管理处关于督查整改情况的通报\n\n"
        "市水务局督查组对景区开展督查，指出问题34个。截至4月底，整改完成29个。\n"
    )
    evidence = Evidence.of_reports([parse_report(notice, id="a", source="a")])

    found = check("临湖风景区管理处收到督查问题34个，已整改29个。", evidence)
    assert {one.verdict for one in found} == {Verdict.SUPPORTED}
