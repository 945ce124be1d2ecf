"""A fictional report with all that a summary tells, and what is read of it, for the tests of summaries."""

from typing import Final

from bot.summary.facts import Fact, read_facts, read_problems
from bot.summary.summary import Length, Subject, Summary, summarise
from checker.evidence import Evidence
from corpus.report import Report
from corpus.structure.parsing import parse_report

NOTICE: Final = """中共松原市水务局党组关于三届市委第二轮巡察整改进展情况的通报
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


def notice() -> Report:
    """Return the report, parsed."""
    return parse_report(NOTICE, id="water", source="water.txt")


def facts_of(report: Report) -> list[Fact]:
    """Return the facts of a report, whose organisations know each other."""
    evidence = Evidence.of_reports([report])
    return read_facts(report, evidence.statements, evidence.directory)


def summary_of(report: Report, length: Length = "short") -> Summary:
    """Return the summary of a report alone."""
    evidence = Evidence.of_reports([report])
    facts = tuple(read_facts(report, evidence.statements, evidence.directory))
    subject = Subject(
        report.title, f"《{report.title}》", "", facts, tuple(read_problems(report)), several=False
    )
    return summarise(subject, evidence, length)
