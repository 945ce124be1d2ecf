"""A fictional report whose figures are compared, ranked and left over, for the tests of accounts."""

from typing import Final

from checker.accounting.sources import SourcePassage, SourceSentences
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

TEXT: Final = """中共鹿鸣县水利局党组关于巡察整改进展情况的通报
发布时间：2024-06-11
全县清淤渠道143公里，其中县水利站清淤58公里、县灌溉站清淤31公里。
青石村集体收入达到97万元，居全县第一。
已加固堤段436处，尚未加固127处；剩余9座泵站转入长期整改。
柳林水库由B级降为C级，检查闸门83座，发现缺陷14处。
常规检查反馈问题完成整改52个，专项检查反馈问题全部完成整改。
第二轮巡察聚焦供水企业，发现问题73个；第三轮巡察聚焦粮食系统，发现问题64个。
"""
REPORT: Final = parse_report(TEXT, id="deer", source="deer.txt")
DIRECTORY: Final = Directory.of([REPORT])
STATEMENTS: Final = read_statements(REPORT, DIRECTORY)
SOURCE: Final = SourceSentences(
    [SourcePassage("deer", REPORT.title, "", REPORT.text, 0, REPORT.published)], STATEMENTS, DIRECTORY
)
