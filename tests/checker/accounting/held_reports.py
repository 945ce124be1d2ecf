"""A fictional report with its statements, for the tests of accounts."""

from typing import Final

from checker.accounting.sources import SourcePassage, SourceSentences
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

TEXT: Final = """中共明溪县交通运输局党组关于巡察整改进展情况的通报
发布时间：2024-05-20
2023年9月12日，县委第四巡察组向明溪县交通运输局党组反馈了巡察意见。截至2024年4月底，反馈的37个问题已完成整改33个。
明溪县交通运输局党组召开党组会9次，修订制度17项，约谈8人；追缴罚款264.3万元，未追缴5.1万元。
今年明溪县交通运输局引进博士4名、硕士21名。
"""
REPORT: Final = parse_report(TEXT, id="road", source="road.txt")
DIRECTORY: Final = Directory.of([REPORT])
STATEMENTS: Final = read_statements(REPORT, DIRECTORY)
SOURCE: Final = SourceSentences(
    [SourcePassage("road", REPORT.title, "", REPORT.text, 0, REPORT.published)], STATEMENTS, DIRECTORY
)
