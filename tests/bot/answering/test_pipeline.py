import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answering.pipeline import Answerer, quoted_claim
from bot.answering.unusable import LONGEST_QUESTION
from checker.comparison.features import Features
from checker.verdicts import WRONG
from corpus.errors import HeduiError
from corpus.figure import Statement
from corpus.report import Report
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.bot.grouped_report import grouped_reports
from tests.bot.news_report import NEWS
from tests.retrieval.fictional import LetterEmbedder

DIRECT = [
    ("七届省委第八轮巡视完成整改多少个问题", "588个"),
    ("七届省委第八轮落实了多少条巡视反馈意见", "106条"),
    ("海南省信访局2020年化解率", "91.35%"),
    ("海师大建了几个制度", "26个"),
    ("临河住建局巡察反馈了几个问题", "31个"),
    ("东原省委第四轮巡视完成整改多少个问题", "642个"),
    ("青岚县民政局清退了多少户低保？", "118户"),
    ("水投集团应招未招项目涉及多少钱", "2351万元"),
    ("东原理工大学有多少名专职思政课老师", "79名"),
    ("北屏市中心医院清理调整收费项目多少条？", "2257条"),
    ("东原理工2023届毕业生去向落实率多少？", "91.27%"),
    (
        "How many property-management complaints did the Linhe housing bureau receive in the first half of 2023?",
        "578件",
    ),
]


@pytest.mark.parametrize(("question", "raw"), DIRECT, ids=[question for question, _ in DIRECT])
def test_question_is_answered_with_its_figure(answerer: Answerer, question: str, raw: str) -> None:
    answer = answerer.ask(question)
    assert answer.direct is not None
    assert answer.direct.raw == raw
    assert not answer.refused
    assert raw in answer.text
    assert raw in answer.citations[0].quote
    assert answer.findings
    assert not [finding for finding in answer.findings if finding.verdict in WRONG]


ROUNDS = [
    "第{}轮巡视建立制度多少项？",
    "第{}轮巡视发现问题多少个？",
    "东原省委第{}轮巡视完成整改多少个问题",
]


@pytest.mark.parametrize("digit", ["4", "４"], ids=["plain", "full-width"])
@pytest.mark.parametrize("question", ROUNDS)
def test_round_in_digits_is_answered_as_in_chinese(answerer: Answerer, question: str, digit: str) -> None:
    wanted = answerer.ask(question.format("四"))
    assert answerer.ask(question.format(digit)).text == wanted.text


REFUSED = [
    ("海南省教育厅完成整改多少个问题", "教育厅"),
    ("海南省财政厅2021年的预算是多少", "预算"),
    ("海南省信访局2020年的群众满意率是多少", "满意率"),
    ("东原省委第六轮巡视派出了几个巡视组？", "第六轮"),
    ("临河2021年改造了多少个老旧小区", "2021年"),
    ("水投集团2023年净利润是多少？", "净利润"),
]


@pytest.mark.parametrize(("question", "sought"), REFUSED, ids=[question for question, _ in REFUSED])
def test_question_that_no_report_answers_is_refused(answerer: Answerer, question: str, sought: str) -> None:
    answer = answerer.ask(question)
    assert answer.refused
    assert answer.direct is None
    assert sought in answer.text.splitlines()[0]
    assert not [finding for finding in answer.findings if finding.verdict in WRONG]


FOLLOW_UPS = [
    ("海南省信访局2020年的矛盾纠纷化解率是多少", "那跟2019年比提高了多少？", "7.32个百分点"),
    ("临河住建局巡察反馈了几个问题", "整改完了几个", "29个"),
    ("2022年东原省信访局化解率是多少", "2023年呢", "94.5%"),
]


@pytest.mark.parametrize(("before", "question", "raw"), FOLLOW_UPS, ids=[row[1] for row in FOLLOW_UPS])
def test_follow_up_leans_on_the_question_before(
    answerer: Answerer, before: str, question: str, raw: str
) -> None:
    answer = answerer.ask(question, after=(before,))
    assert answer.direct is not None
    assert answer.direct.raw == raw


def test_new_organisation_leans_on_nothing(answerer: Answerer) -> None:
    answer = answerer.ask("青岚县民政局清退了多少户低保？", after=("2022年东原省信访局化解率是多少",))
    assert answer.direct is not None
    assert answer.direct.raw == "118户"


def test_question_that_stands_by_itself_is_taken_up_without_those_before_it(answerer: Answerer) -> None:
    before = ["2022年东原省信访局化解率是多少", "那2023年呢"]
    assert answerer.turn_before("青岚县民政局清退了多少户低保？", before) is None
    turn = answerer.turn_before("比上年提高了多少", ["青岚县民政局清退了多少户低保？", *before])
    assert turn is not None
    assert turn.question.text == "那2023年呢"
    assert turn.question.orgs == ("东原省信访局",)


def test_several_figures_are_all_stated(answerer: Answerer) -> None:
    text = answerer.ask("七届省委第八轮巡视整改，完成问题、落实意见、出台修订制度分别是多少？").text
    assert all(raw in text for raw in ("588个", "106条", "427个"))


def test_comparison_names_the_one_that_has_more(answerer: Answerer) -> None:
    first, *rest = answerer.ask("东原省信访局2022年和2023年化解率哪年高，分别多少？").text.splitlines()
    assert "2023年" in first
    assert "2022年" not in first
    assert any("93.14%" in line for line in rest)
    assert any("94.5%" in line for line in rest)


def test_figure_that_follows_is_worked_out_and_checked(answerer: Answerer) -> None:
    answer = answerer.ask("海南省信访局2020年还剩多少件矛盾纠纷没化解")
    assert answer.direct is not None
    assert answer.direct.raw == "50件"
    (finding,) = [finding for finding in answer.findings if finding.figure.raw == "50件"]
    assert finding.verdict == "derived"


def test_question_in_words_is_answered_in_the_reports_words(answerer: Answerer) -> None:
    answer = answerer.ask("水投集团修订的采购管理办法文号是什么？")
    assert "东水投〔2023〕12号" in answer.text
    assert "东水投〔2023〕12号" in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    ["", "  \n", "😀😀", "？？！", "多" * (LONGEST_QUESTION + 1), "12345"],
    ids=["empty", "blank", "emoji", "marks", "endless", "digits"],
)
def test_what_is_no_question_gets_a_polite_sentence(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert answer.refused
    assert answer.text
    assert (answer.findings, answer.citations) == ((), ())


def test_citation_is_the_reports_own_text(answerer: Answerer, samples: Index) -> None:
    answer = answerer.ask("临河住建局巡察反馈了几个问题")
    for citation in answer.citations:
        report = samples.report(citation.report)
        assert report.text[citation.start : citation.end] == citation.quote


def test_report_limits_what_is_searched(answerer: Answerer) -> None:
    answer = answerer.ask("完成整改多少个问题", reports=("dongyuan-2022-round4",))
    assert {citation.report for citation in answer.citations} == {"dongyuan-2022-round4"}


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Answers from a report that nobody in particular issued."""
    with Index.open(tmp_path_factory.mktemp("news"), load=LetterEmbedder) as index:
        index.add_all([parse_report(NEWS, id="news", source="news.txt")])
        yield Answerer(index)


def test_date_is_said_once(news: Answerer) -> None:
    assert news.ask("灯会什么时候开幕").text.splitlines()[0] == "4日。[1]"


def test_figure_too_unsure_to_be_stated_is_quoted_from_news(news: Answerer) -> None:
    answer = news.ask("企业在第2次检查后用了多少个工作日完成整改并提交材料")
    assert not answer.refused
    assert answer.direct is not None
    assert answer.direct.raw == "7个工作日"
    assert answer.text.count("7个工作日") == 1  # in its sentence alone
    assert answer.findings


def test_number_that_no_report_has_is_not_answered_from_another(news: Answerer) -> None:
    assert news.ask("公司在第9次检查后多少个工作日内完成了整改并提交材料").refused


@pytest.mark.parametrize(
    ("question", "raw"),
    [
        ("泉湾市卫健委完成整改多少个问题", "24个"),
        ("泉湾卫健委有多少个问题已完成整改", "24个"),
        ("泉湾卫健委完成整改问题多少个", "24个"),
        ("泉湾卫健委整改完成了几个问题", "24个"),
        ("泉湾卫健委反馈了多少个问题", "27个"),
        ("泉湾卫健委办结了多少条线索", "200条"),
        ("泉湾卫健委还有几个项目没收尾", "8个"),
        ("还有几个没改完", "3个"),
        ("还有几条没办结", "13条"),
        ("泉湾卫健委2023年招待费比上一年少花了多少", "96万元"),
        ("泉湾卫健委销号了几个隐患", "46个"),
        ("泉湾卫健委社区一级改好了几个问题", "84个"),
        ("泉湾卫健委受理了多少条线索", "213条"),
        ("泉湾卫健委的门诊次均费用降到了多少元", "251元"),
    ],
)
def test_part_is_told_from_the_whole_it_is_of(tmp_path: Path, question: str, raw: str) -> None:
    text = """中共泉湾市卫生健康委员会党组关于市委第三轮巡察整改进展情况的通报
2024年6月18日
2024年1月12日，巡察组反馈意见，指出4个方面27个问题。
截至2024年5月31日，27个问题已完成整改24个，完成率88.89%，其余3个问题按计划推进。
受理群众反映的213条线索已办结200条。门诊次均费用由286元下调至251元。
125个项目合计完工117个，还有8个没有收尾。2023年招待费147万元，同比少花96万元。
已销号隐患46个，对7个未销号隐患按月盘点。
委本级接到问题36个，改好33个；社区一级接到问题89个，改好84个。
"""
    with Index.open(tmp_path, load=LetterEmbedder) as index:
        index.add_all([parse_report(text, id="one", source="one.txt")])
        answer = Answerer(index).ask(question)
    assert answer.direct is not None
    assert answer.direct.raw == raw


def test_name_that_is_a_member_in_one_report_and_an_organisation_in_another_is_found_in_both(
    tmp_path: Path,
) -> None:
    text = """中共青岩市湖滨镇委员会关于巡察整改情况的通报
2023年9月1日
湖滨镇党委认领问题17个，清运垃圾230吨。
"""
    with Index.open(tmp_path, load=LetterEmbedder) as index:
        index.add_all([*grouped_reports(), parse_report(text, id="town", source="town.txt")])
        answerer = Answerer(index)
        assert "230吨" in answerer.ask("湖滨镇清运垃圾多少吨？").text
        assert "355.00" in answerer.ask("湖滨镇2022年门店收入多少？").text


def test_answer_says_whose_figure_it_is_and_what_it_counts(answerer: Answerer) -> None:
    text = answerer.ask("北屏市财政局完成整改问题多少个？").text
    assert text.startswith("北屏市财政局截至2023年6月30日完成整改问题：24个。[1]")


def test_quotation_counts_where_it_stands_in_the_answer() -> None:
    (statement,) = read_statements(parse_report("省财政厅完成整改24个。", id="a", source="a.txt"))
    text = f"原文：“{statement.quote}”"
    claim = quoted_claim(statement, 4 - statement.start, text)
    assert text[claim.figure.start : claim.figure.end] == "24个"
    with pytest.raises(HeduiError, match="引文与报告原文不一致") as caught:
        quoted_claim(statement, 5 - statement.start, text)
    assert caught.value.in_language("en").startswith("省财政厅完成整改24个: the quotation is not")


GONE = """云岫县委第二轮巡察整改通报
县财政局完成整改问题41个，退还资金3.2万元，修订制度6项。
县教育局、县水务局和县林业局接受巡察，整改会议在云岫礼堂召开。
"""


def test_nothing_read_of_a_report_outlives_its_index(tmp_path: Path) -> None:
    with Index.open(tmp_path, load=LetterEmbedder) as index:
        index.add(parse_report(GONE, id="gone-with-its-index", source="gone.txt"))
        answerer = Answerer(index)
        for question in ("县财政局完成整改多少个问题？", "哪些单位接受巡察？", "整改会议在哪里召开？"):
            assert answerer.ask(question).citations
    del answerer, index
    gc.collect()
    left = [one for one in gc.get_objects() if type(one) in (Statement, Report, Features)]
    assert not [one for one in left if "云岫" in str(one)]
