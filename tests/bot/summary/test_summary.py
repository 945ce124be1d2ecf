"""Summaries of the sample reports: cited, checked, in the reports' own words, and short where asked."""

import re
from pathlib import Path

import pytest

from bot.summary.subjects import Subjects
from bot.summary.summary import LIMIT, Length, summarise
from checker.check import check
from checker.evidence import Evidence
from checker.verdicts import CONFIRMED
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.bot.summary.summed_report import notice, summary_of

REPORTS = sorted(path.stem for path in (Path(__file__).parents[3] / "corpus" / "reports").glob("*.txt"))
LENGTHS: tuple[Length, ...] = ("short", "long")
_NUMBER = re.compile(r"\[\d+\]")


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
