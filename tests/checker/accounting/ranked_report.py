"""A fictional report whose figures stand side by side in a list, in rows and in clauses, for the tests of accounts."""

from typing import Final

from checker.accounting.sources import SourcePassage, SourceSentences
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

TEXT: Final = """中共槐荫县供销合作社党组关于巡察整改进展情况的通报
发布时间：2024-05-20
北关社清欠货款82万元，南桥社清欠货款61万元，西坡社清欠货款37万元。
棉花站反馈问题14个，整改14个；茶叶站反馈问题19个，整改16个。
两轮合计：累计盘活仓库48间；其中本轮盘活仓库21间。
清理租户85户，其中退租52户、续租33户。
"""
REPORT: Final = parse_report(TEXT, id="coop", source="coop.txt")
DIRECTORY: Final = Directory.of([REPORT])
STATEMENTS: Final = read_statements(REPORT, DIRECTORY)
SOURCE: Final = SourceSentences(
    [SourcePassage("coop", REPORT.title, "", REPORT.text, 0, REPORT.published)], STATEMENTS, DIRECTORY
)
