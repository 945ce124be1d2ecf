import pytest

from bench.guarantee import sample_reports
from bot.generation.examination import Examiner
from bot.generation.passages import numbered
from checker.verdicts import CONFIRMED, Verdict
from corpus.numerals import normalise
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from retrieval.hit import Hit
from tests.bot.generation.spoken_sentences import FALSE, TRUE
from tests.bot.generation.written_reports import DIRECTORY, HITS, REPORTS, STATEMENTS, examiner_of

PASSAGES = numbered(HITS, ())


@pytest.fixture(scope="module")
def examiner() -> Examiner:
    return Examiner(PASSAGES, STATEMENTS, DIRECTORY)


LET_BE = [
    pytest.param("松原市水务局19个问题已完成整改17个。[1]", id="as the source has it"),
    pytest.param("松原市水务局追回拖欠水费835000元。[1]", id="other notation"),
    pytest.param("松原市水务局力争2023年底前管网漏损率降到10%以下。[1]", id="plan of the source"),
    pytest.param("1. 松原市水务局制定整改措施66条。[1]", id="number of an item"),
    pytest.param("松原市水务局追回了拖欠的水费83.5万元。[1]", id="other words"),
    pytest.param("19个问题中，17个已整改到位。[1]", id="paraphrase"),
    pytest.param("松原市水务局接受了三届市委第二轮巡察整改。[1]", id="no number"),
    pytest.param("The bureau rectified 17 problems. [1]", id="English"),
]


@pytest.mark.parametrize("sentence", LET_BE)
def test_what_the_passages_bear_out_has_no_fault(sentence: str, examiner: Examiner) -> None:
    examined = examiner.examine(sentence)
    assert examined.faults == ()
    assert examined.text == sentence
    for finding in examined.findings:
        assert sentence[finding.figure.start : finding.figure.end] == finding.figure.raw


FAULTS = [
    pytest.param("松原市水务局追回拖欠水费83.6万元。[1]", "83.6万元", "why_contradicted", id="digit"),
    pytest.param("松原市水务局计划新建水厂5座。[1]", "5座", "why_not_checked", id="plan that is nowhere"),
    pytest.param("松原市水务局整改编号77-A。[1]", "77", "why_number", id="number that is no figure"),
    pytest.param("The bureau rectified 18 problems. [1]", "18", "why_number", id="English"),
    pytest.param("松原市水务局党组增强“四个意识”。[1]", "增强“四个意识", "why_unaccounted", id="idiom"),
    pytest.param("松原市水务局整改有力。[1]", "有力", "why_unaccounted", id="praise"),
    pytest.param("松原市水务局谎报追回拖欠水费83.5万元。[1]", "谎报", "why_unaccounted", id="deed"),
    pytest.param("松原市水务局每月召开党组会8次。[1]", "每月", "why_unaccounted", id="rate"),
    pytest.param("松原市水务局管网漏损率腰斩。[1]", "腰斩", "why_unaccounted", id="word of quantity"),
    pytest.param("Half of the problems were rectified. [1]", "Half", "why_unaccounted", id="English word"),
    pytest.param(
        "Seventeen problems were concealed. [1]",
        "Seventeen problems were concealed",
        "why_unaccounted",
        id="English deed",
    ),
    pytest.param("细化整改措施142条。[1]", "142条", "why_contradicted", id="not in what it cites"),
    pytest.param("细化整改措施142条。", "142条", "why_uncited", id="nobody's, nothing cited"),
]


@pytest.mark.parametrize(("sentence", "raw", "why"), FAULTS)
def test_what_they_do_not_is_a_fault_at_its_place(
    sentence: str, raw: str, why: str, examiner: Examiner
) -> None:
    (fault,) = examiner.examine(sentence).faults
    assert (sentence[fault.start : fault.end], fault.why) == (raw, why)


@pytest.mark.parametrize(
    ("sentence", "whys"),
    [
        pytest.param("松原师范学院追回拖欠水费83.5万元。[1]", 1, id="another's mouth"),
        pytest.param("松原师范学院追回拖欠水费83.5万元，整改有力。", 1, id="nothing cited"),
        pytest.param("管网漏损率由11.9%降至11.9%。[1]", 1, id="one level twice"),
    ],
)
def test_figure_of_another_is_a_fault(sentence: str, whys: int, examiner: Examiner) -> None:
    assert len(examiner.examine(sentence).faults) == whys


def test_faults_stand_in_order(examiner: Examiner) -> None:
    sentence = "松原市水务局整改编号77-A，追回拖欠水费83.6万元，召开党组会9次。[1]"
    places = [fault.start for fault in examiner.examine(sentence).faults]
    assert places == sorted(places)
    assert len(places) == 3


def test_context_tells_whose_the_figures_are(examiner: Examiner) -> None:
    sentence = "细化整改措施142条。[2]"
    alone = examiner.examine(sentence)
    after = examiner.examine(sentence, "松原师范学院党委立行立改。[2]")
    assert after.faults == alone.faults == ()
    assert [one.figure.start for one in after.findings] == [one.figure.start for one in alone.findings]
    borrowed = examiner.examine("截至2023年4月30日，19个问题已完成整改18个。[1]", "松原师范学院整改有力。[2]")
    assert [fault.raw for fault in borrowed.faults if fault.raw == "18个"] == ["18个"]


def test_quotation_passes_whole_with_a_finding_for_each_figure(examiner: Examiner) -> None:
    quotation = "截至2023年4月30日，19个问题已完成整改17个，制定整改措施66条。[1]"
    examined = examiner.examine(quotation)
    assert examined.faults == ()
    assert {one.rule for one in examined.findings} == {"quotation"}
    assert [one.figure.raw for one in examined.findings] == ["2023年4月30日", "19个", "17个", "66条"]
    for finding in examined.findings:
        assert quotation[finding.figure.start : finding.figure.end] == finding.figure.raw


def test_quotation_under_another_passages_number_is_no_quotation(examiner: Examiner) -> None:
    examined = examiner.examine("截至2023年4月30日，19个问题已完成整改17个，制定整改措施66条。[2]")
    assert {one.rule for one in examined.findings} != {"quotation"}


def test_plan_in_a_quotation_is_not_vouched_for(examiner: Examiner) -> None:
    plan = next(one for one in STATEMENTS if one.figure.raw == "10%以下")
    verdicts = {one.figure.raw: one.verdict for one in examiner.findings_of("water", plan.start)}
    assert verdicts["10%以下"] is Verdict.NOT_CHECKED
    done = next(one for one in STATEMENTS if one.figure.raw == "17个")
    assert {one.verdict for one in examiner.findings_of("water", done.start)} <= CONFIRMED
    assert examiner.findings_of("water", 1) == []


@pytest.mark.parametrize(
    ("sentence", "passes"),
    [
        pytest.param("松原市水务局还剩2个问题未完成整改。[1]", True, id="said to be what is left"),
        pytest.param("松原市水务局还剩3个问题未完成整改。[1]", False, id="another remainder"),
        pytest.param("松原市水务局未完成整改的水厂还剩2个。[1]", False, id="of something else"),
        pytest.param("松原市水务局有2个问题。[1]", False, id="not said to be worked out"),
    ],
)
def test_what_is_worked_out_passes_where_the_sentence_says_so(
    sentence: str, passes: bool, examiner: Examiner
) -> None:
    assert (examiner.examine(sentence).faults == ()) is passes


def test_what_was_asked_need_not_be_said_again() -> None:
    sentence = "17个，共66条。[1]"
    asked = Examiner(PASSAGES, STATEMENTS, DIRECTORY, asked="松原市水务局完成整改多少个，制定多少条措施？")
    assert asked.examine(sentence).faults == ()
    assert Examiner(PASSAGES, STATEMENTS, DIRECTORY).examine(sentence).faults


def test_number_of_a_passage_is_where_the_statement_stands(examiner: Examiner) -> None:
    numbers = {one.figure.raw: examiner.number_of(one) for one in STATEMENTS}
    assert (numbers["17个"], numbers["142条"]) == (1, 2)
    assert Examiner(PASSAGES[:1], STATEMENTS, DIRECTORY).number_of(STATEMENTS[-1]) is None


SOURCES = [
    pytest.param(
        "截至2023年4月30日，19个问题已完成整改18个，制定整改措施66条。[1]", "17个", id="worded like it"
    ),
    pytest.param("松原市水务局已追回的拖欠水费为83.6万元。[1]", "83.5万元", id="like metric"),
]


@pytest.mark.parametrize(("sentence", "raw"), SOURCES)
def test_source_of_a_wrong_sentence_is_what_it_was_meant_to_tell(
    sentence: str, raw: str, examiner: Examiner
) -> None:
    (source,) = examiner.sources_for(examiner.examine(sentence))
    assert raw in normalise(source.quote)
    assert source.quote in REPORTS[0].text


def test_invention_has_no_source(examiner: Examiner) -> None:
    assert examiner.sources_for(examiner.examine("松原市水务局组织观摩活动37场。[1]")) == []


FOUNDRY = """沙坪镇人民政府关于镇办企业专项巡察整改情况的通报
发布时间：2024-04-12
沙坪镇党委制定整改措施58条，分解为76项任务，到2024年3月底完成71项，持续推进5项。
铸造厂欠缴水费由46.2万元压减到9.7万元。安全生产投诉2022年83件，2023年29件。食堂原为职工自办，10月起改为公司承包。
镇辖第一、第二、第三车间，其中第二车间因台账缺失被责令停工。抽查钢瓶214只，剩余18只因检验到期，定于2024年5月更换。
上半年查处偷排26起，关停作坊9家；下半年查处偷排17起，关停作坊4家。2024年投诉办结率目标96%。
"""
FOUNDRY_REPORT = parse_report(FOUNDRY, id="foundry", source="foundry.txt")
FOUNDRY_DIRECTORY = Directory.of([FOUNDRY_REPORT])


@pytest.fixture(scope="module")
def foundry() -> Examiner:
    hit = Hit("foundry", FOUNDRY_REPORT.title, "", FOUNDRY, 0, len(FOUNDRY), 1.0, ("dense",), "2024-04-12")
    statements = read_statements(FOUNDRY_REPORT, FOUNDRY_DIRECTORY)
    return Examiner(numbered([hit], ()), statements, FOUNDRY_DIRECTORY)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("58条整改措施分成76项任务。[1]", id="the deed in other words"),
        pytest.param("铸造厂欠缴水费从46.2万元降到9.7万元。[1]", id="another word of direction"),
        pytest.param(
            "安全生产投诉由2022年的83件降至2023年的29件。[1]", id="a direction that the figures have"
        ),
        pytest.param("剩余18只定于2024年5月更换。[1]", id="without the ground"),
        pytest.param("下半年查处偷排17起，关停作坊4家。[1]", id="the nearest time"),
        pytest.param("第二车间因台账缺失被责令停工。[1]", id="the very member"),
        pytest.param("食堂10月起改为公司承包。[1]", id="what became of it"),
    ],
)
def test_truth_in_other_words_has_no_fault(sentence: str, foundry: Examiner) -> None:
    assert [(one.why, one.raw) for one in foundry.examine(sentence).faults] == []


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("铸造厂欠缴水费已降到46.2万元。[1]", id="the earlier level as the later"),
        pytest.param("铸造厂欠缴水费由9.7万元升到46.2万元。[1]", id="turned round"),
        pytest.param("安全生产投诉由2022年的83件升至2023年的29件。[1]", id="the wrong direction"),
        pytest.param("安全生产投诉2023年29件，高于2022年的83件。[1]", id="the wrong comparison"),
        pytest.param("上半年查处偷排17起。[1]", id="the time of another clause"),
        pytest.param("第三车间因台账缺失被责令停工。[1]", id="another member"),
        pytest.param("食堂10月起由公司承包改为职工自办。[1]", id="became what it was"),
        pytest.param("投诉办结率已达96%。[1]", id="a goal as reached"),
        pytest.param("整改措施76条。[1]", id="another's number"),
        pytest.param("没有持续推进的5项。[1]", id="denied"),
        pytest.param("抽查钢瓶18只。[1]", id="the rest as the whole"),
    ],
)
def test_lie_with_a_stated_number_has_a_fault(sentence: str, foundry: Examiner) -> None:
    assert foundry.examine(sentence).faults


RANCH = """临坡县草原站关于第三轮巡察整改情况的通报
发布时间：2024-06-20
针对“围栏失修”问题，排查围栏隐患73处，将18人纳入护草员名册。向416户牧民退还押金31.7万元。
修复围栏由9天压减为4天，牧道检修时限由12天压减为5天。石桥乡清退超载牲畜2640只，柳坪乡清退超载牲畜1870只。
牧场用水费用由7.2万元降至4.6万元，力争2025年底降到3.9万元以下。尚有8处围栏正在推进修复，占比10.96%。移送公安机关线索6条。
"""
RANCH_REPORT = parse_report(RANCH, id="ranch", source="ranch.txt")
RANCH_DIRECTORY = Directory.of([RANCH_REPORT])


@pytest.fixture(scope="module")
def ranch() -> Examiner:
    hit = Hit("ranch", RANCH_REPORT.title, "", RANCH, 0, len(RANCH), 1.0, ("dense",), "2024-06-20")
    statements = read_statements(RANCH_REPORT, RANCH_DIRECTORY)
    return Examiner(numbered([hit], ()), statements, RANCH_DIRECTORY)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("18人被纳入护草员名册。[1]", id="acted on instead of acting"),
        pytest.param("草原站将18人纳入护草员名册。[1]", id="disposal that is no plan"),
        pytest.param("排查出围栏隐患73处。[1]", id="what only rounds off a verb"),
        pytest.param("牧道检修时限由12天缩短到5天。[1]", id="the verb and where it leads in other words"),
        pytest.param("全县排查围栏隐患73处。[1]", id="all of the report's own region"),
        pytest.param("退还押金31.7万元给416户牧民。[1]", id="one deed for both"),
        pytest.param("还剩8处围栏，占比10.96%。[1]", id="left means not done yet"),
        pytest.param("目标是2025年底牧场用水费用降到3.9万元以下。[1]", id="another word for a plan"),
        pytest.param("向公安机关移送线索6条。[1]", id="to whom, before the verb"),
        pytest.param("石桥乡清退超载牲畜2640只。[1]", id="whose it is in its own sentence"),
    ],
)
def test_truth_told_otherwise_has_no_fault(sentence: str, ranch: Examiner) -> None:
    assert not ranch.examine(sentence).faults


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("将排查围栏隐患73处。[1]", id="plan"),
        pytest.param("草原站将纳入护草员名册18人。[1]", id="plan before the deed"),
        pytest.param("全省排查围栏隐患73处。[1]", id="a level above"),
        pytest.param("石桥乡清退超载牲畜1870只。[1]", id="the other's figure"),
        pytest.param("416户牧民向草原站退还押金31.7万元。[1]", id="who refunded whom"),
        pytest.param("牧场用水费用已降到3.9万元以下。[1]", id="plan told as done"),
        pytest.param("修复围栏8处。[1]", id="what is left told as done"),
        pytest.param("公安机关移送线索6条。[1]", id="who is handed hands over"),
    ],
)
def test_lie_told_close_to_the_truth_has_a_fault(sentence: str, ranch: Examiner) -> None:
    assert ranch.examine(sentence).faults


@pytest.fixture(scope="module")
def samples() -> dict[str, Examiner]:
    return {report.id: examiner_of(report) for report in sample_reports()}


@pytest.mark.parametrize(("report", "sentence"), TRUE, ids=[sentence[:12] for _, sentence in TRUE])
def test_true_sentence_in_free_words_is_let_be(
    report: str, sentence: str, samples: dict[str, Examiner]
) -> None:
    assert [one.raw for one in samples[report].examine(f"{sentence}[1]").faults] == []


@pytest.mark.parametrize(("report", "sentence"), FALSE, ids=[sentence[:24] for _, sentence in FALSE])
def test_the_same_turned_false_is_not(report: str, sentence: str, samples: dict[str, Examiner]) -> None:
    assert samples[report].examine(f"{sentence}[1]").faults
