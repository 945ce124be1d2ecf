"""Summaries of the sample reports: cited, checked, in the reports' own words, and short where asked."""

import json
import re
from pathlib import Path

import pytest

from bot.answering.pipeline import Answerer
from bot.summary.aspects import ASPECTS, INSPECTION, RESULTS, Aspect
from bot.summary.facts import read_facts, read_problems
from bot.summary.key_figures import key_figures, read_snippets
from bot.summary.requests import answer_request, read_request
from bot.summary.subjects import Subjects
from bot.summary.summary import LIMIT, Length, Subject, Summary, summarise
from checker.check import check
from checker.evidence import Evidence
from checker.verdicts import CONFIRMED
from corpus.errors import NotFound, UnusableInput
from corpus.report import Report
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.bot.conftest import Program

REPORTS = sorted(path.stem for path in (Path(__file__).parents[3] / "corpus" / "reports").glob("*.txt"))
LENGTHS: tuple[Length, ...] = ("short", "long")
_NUMBER = re.compile(r"\[\d+\]")

NOTICE = """中共松原市水务局党组关于三届市委第二轮巡察整改进展情况的通报
发布时间：2023-05-06
根据市委统一部署，2022年7月4日至9月2日，市委第一巡察组对市水务局党组开展了常规巡察。现将整改进展情况通报如下。
一、巡察整改组织落实情况
局党组召开党组会8次，针对反馈的19个问题，制定整改措施66条。截至2023年4月30日，19个问题已完成整改17个，其余2个正在推进；制定修订制度21项。
给予党纪处分4人，诫勉5人。
二、巡察反馈问题整改落实情况
1.关于“水费收缴不规范”问题。追回拖欠水费83.5万元，退还多收费用12.4万元，涉及用户960户。
2.关于“管网漏损偏高”问题。改造管网31.6公里，漏损率由16.2%降至11.9%。
三、下一步工作打算
局党组将紧盯未完成的2个问题，力争2023年9月底前漏损率降到10%以下。
联系电话：0431-2233445。
"""


@pytest.fixture(scope="module")
def subjects(samples: Index) -> Subjects:
    return Subjects(samples)


def notice() -> Report:
    return parse_report(NOTICE, id="water", source="water.txt")


def summary_of(report: Report, length: Length = "short") -> Summary:
    evidence = Evidence.of_reports([report])
    facts = tuple(read_facts(report, evidence.statements, evidence.directory))
    subject = Subject(
        report.title, f"《{report.title}》", "", facts, tuple(read_problems(report)), several=False
    )
    return summarise(subject, evidence, length)


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("report", REPORTS)
def test_every_figure_of_a_summary_is_confirmed(
    subjects: Subjects, samples: Index, report: str, length: Length
) -> None:
    subject, evidence = subjects.find(report)
    summary = summarise(subject, evidence, length)
    alone = check(summary.text, Evidence.of_reports([samples.report(report)]))
    assert summary.findings
    assert {finding.verdict for finding in (*summary.findings, *alone)} <= CONFIRMED


@pytest.mark.parametrize("report", REPORTS)
def test_short_summary_is_a_screen_with_cited_points(subjects: Subjects, report: str) -> None:
    summary = summarise(*subjects.find(report))
    assert len(summary.text) <= LIMIT
    assert len(summary.key_figures) == 5
    assert 3 <= len(summary.points) <= 5
    for point in summary.points:
        numbers = {int(found[1:-1]) for found in _NUMBER.findall(point.text)}
        assert numbers == {citation.n for citation in point.citations}
        assert numbers


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("report", REPORTS)
def test_summary_is_in_the_reports_own_words(
    subjects: Subjects, samples: Index, report: str, length: Length
) -> None:
    text = samples.report(report).text
    summary = summarise(*subjects.find(report), length)
    for point in summary.points:
        told = point.text.partition("：")[2].replace("反馈的问题有", "")
        for clause in re.split(r"；|\[\d+\]|。|\n· |(?<=[”])(?=“)", told.removesuffix("等。")):
            own = clause.strip("“”") if clause.startswith("“") and clause.endswith("”") else clause
            assert own in text or all(part.strip("“”") in text for part in own.split("：")), own
    for key in summary.key_figures:
        assert key.text in text
    for point in (*summary.points, *summary.plans):
        for citation in point.citations:
            assert samples.report(citation.report).text[citation.start : citation.end] == citation.quote


def test_same_input_gives_the_same_summary(subjects: Subjects, samples: Index) -> None:
    again = Subjects(samples)
    assert summarise(*subjects.find(REPORTS[0])) == summarise(*again.find(REPORTS[0]))


SAID = [
    ("who-when", "2022年7月4日至9月2日，市委第一巡察组对市水务局党组开展了常规巡察"),
    ("found", "“水费收缴不规范”"),
    ("done", "19个问题已完成整改17个，其余2个正在推进"),
    ("money", "追回拖欠水费83.5万元"),
    ("people", "给予党纪处分4人，诫勉5人"),
    ("left", "局党组将紧盯未完成的2个问题"),
]


@pytest.mark.parametrize("said", [said for _, said in SAID], ids=[name for name, _ in SAID])
def test_summary_says_what_a_meeting_asks(said: str) -> None:
    assert said in summary_of(notice()).text


LEFT_OUT = [
    ("plan", "10%以下"),
    ("deadline", "2023年9月底前"),
    ("telephone", "0431"),
    ("boilerplate", "通报如下"),
    ("meetings", "召开党组会8次"),
]


@pytest.mark.parametrize("said", [said for _, said in LEFT_OUT], ids=[name for name, _ in LEFT_OUT])
def test_short_summary_leaves_out_what_nobody_can_use(said: str) -> None:
    assert said not in summary_of(notice()).text


def test_plans_are_told_apart_from_the_text() -> None:
    summary = summary_of(notice())
    (plan,) = summary.plans
    assert "10%以下" in plan.text
    assert f"[{plan.citations[0].n}]" in summary.text


def test_long_summary_tells_each_result_under_its_problem_and_has_a_table() -> None:
    text = summary_of(notice(), "long").text
    assert "· “管网漏损偏高”：改造管网31.6公里" in text
    assert "数字表" in text
    assert "召开党组会8次" in text


@pytest.mark.parametrize(
    "text",
    ["一句话也没有数字的短文，说的只是一件小事。", "标题\n", "今天全市销售额达到3.2亿元，同比增长5.1%。" * 3],
    ids=["no-figures", "nothing", "news"],
)
def test_a_report_of_another_kind_is_summed_up_all_the_same(text: str) -> None:
    summary = summary_of(parse_report(text, id="other", source="other.txt"))
    assert len(summary.text) <= LIMIT
    assert {finding.verdict for finding in summary.findings} <= CONFIRMED


@pytest.mark.parametrize("aspect", ASPECTS, ids=lambda aspect: aspect.name)
def test_aspect_knows_its_example(aspect: Aspect) -> None:
    assert aspect.clue.search(aspect.example)
    assert not aspect.against.search(aspect.example)


NEAR_MISSES = [
    (INSPECTION, "将巡视反馈意见细化为12条措施", "measures-are-progress"),
    (RESULTS, "召开专题会14次", "meetings-are-no-result"),
]


@pytest.mark.parametrize(
    ("aspect", "text"), [row[:2] for row in NEAR_MISSES], ids=[row[2] for row in NEAR_MISSES]
)
def test_aspect_lets_a_near_miss_be(aspect: Aspect, text: str) -> None:
    assert aspect.against.search(text) or not aspect.clue.search(text)


def test_key_figures_tell_each_number_once() -> None:
    report = notice()
    evidence = Evidence.of_reports([report])
    snippets = read_snippets(read_facts(report, evidence.statements, evidence.directory))
    keys = [one.text for one in key_figures(snippets, 5, (), totals_first=False)]
    assert keys[0] == "19个问题已完成整改17个"
    assert "给予党纪处分4人" in keys
    assert "追回拖欠水费83.5万元" in keys
    assert not [one for one in keys if "反馈的19个问题" in one]


FOUND = [
    ("report", "dongyuan-univ-2023", "东原理工大学"),
    ("file-name", "dongyuan-univ-2023.txt", "东原理工大学"),
    ("organisation", "东原省信访局", "化解率"),
    ("short-name", "水投集团", "东原省水务投资集团有限公司"),
    ("round", "八届省委第四轮", "642个"),
    ("round-in-digits", "第5轮", "715个"),
    ("period", "2022年", "2022年"),
    ("all", "", "全部报告"),
]


@pytest.mark.parametrize(("name", "said"), [row[1:] for row in FOUND], ids=[row[0] for row in FOUND])
def test_subject_is_found(subjects: Subjects, name: str, said: str) -> None:
    summary = summarise(*subjects.find(name))
    assert said in summary.text
    assert len(summary.text) <= LIMIT
    assert {finding.verdict for finding in summary.findings} <= CONFIRMED


@pytest.mark.parametrize(
    "name", ["第十九轮", "1998年", "西山省体育局"], ids=["round", "period", "organisation"]
)
def test_unknown_subject_is_told_what_there_is(subjects: Subjects, name: str) -> None:
    with pytest.raises(NotFound, match="例如"):
        subjects.find(name)


@pytest.mark.parametrize(
    ("name", "choices"),
    [("教育局", ("北屏市教育局", "青岚县教育局")), ("第四轮", ("八届省委第四轮", "六届市委第四轮"))],
    ids=["organisation", "round"],
)
def test_ambiguous_subject_is_asked_back(subjects: Subjects, name: str, choices: tuple[str, ...]) -> None:
    with pytest.raises(UnusableInput) as raised:
        subjects.find(name)
    assert all(choice in str(raised.value) for choice in choices)


def test_command_prints_the_contract(hedui: Program, samples_home: Path) -> None:
    outcome = hedui("summary", "linhe-agri-2022", "--json", home=samples_home)
    assert outcome.status == 0
    shape = json.loads(outcome.out)
    assert {"title", "key_figures", "points", "findings", "text"} <= set(shape)
    assert {"raw", "value", "metric", "citation"} <= set(shape["key_figures"][0])
    assert {"text", "citations"} <= set(shape["points"][0])


def test_command_shows_a_person_figures_points_and_sources(hedui: Program, samples_home: Path) -> None:
    outcome = hedui("summary", "beiping-hospital-2022", home=samples_home)
    for said in ("完成整改25个", "主要成效", "计划和目标", "出处"):
        assert said in outcome.out


def test_command_refuses_another_length(hedui: Program, samples_home: Path) -> None:
    outcome = hedui("summary", "beiping-hospital-2022", "--length", "medium", home=samples_home)
    assert outcome.status == 2
    assert "medium" in outcome.err


REQUESTS = [
    ("sum-up", "总结一下水投集团的整改情况", ("水投集团", "short")),
    ("abstract", "请给我一份八届省委第五轮的摘要", ("八届省委第五轮", "short")),
    ("long", "详细总结东原理工大学的巡视整改情况。", ("东原理工大学", "long")),
    ("all", "总结一下", ("", "short")),
    ("english", "Summarize 东原省信访局", ("东原省信访局", "short")),
    ("a-figure", "水投集团完成整改多少个问题？", None),
    ("a-verb", "省信访局总结了几条经验？", None),
]


@pytest.mark.parametrize(
    ("question", "wanted"), [row[1:] for row in REQUESTS], ids=[row[0] for row in REQUESTS]
)
def test_request_for_a_summary_is_read(question: str, wanted: tuple[str, Length] | None) -> None:
    assert read_request(question) == wanted


def test_request_is_answered_with_a_cited_summary(answerer: Answerer) -> None:
    answer = answerer.ask("总结一下水投集团的整改情况")
    assert "37个问题已完成整改34个" in answer.text
    assert [one.n for one in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert {finding.verdict for finding in answer.findings} <= CONFIRMED


def test_request_for_an_unclear_name_is_asked_back(subjects: Subjects) -> None:
    answer = answer_request("总结一下教育局的整改情况", subjects)
    assert answer is not None
    assert answer.refused
    assert "北屏市教育局" in answer.text


def test_request_for_the_unknown_is_left_to_the_question(subjects: Subjects) -> None:
    assert answer_request("总结一下西山省体育局的整改情况", subjects) is None
