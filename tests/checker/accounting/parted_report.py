"""A fictional report of wholes with their parts, in lists, clauses and a table, for the tests of accounts."""

from typing import Final

from checker.accounting.sources import SourcePassage, SourceSentences
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

TEXT: Final = """关于浅水县巡察整改进展情况的通报
发布时间：2024-07-18
对乡镇企业、中小学开展检查，共查出隐患517处。全部建立台账；其中乡镇企业查出隐患294处，中小学查出隐患223处。
66人以上超大班额全部消除，58人以上大班额还有7个。
松坡镇反馈问题19个，整改17个；柏林镇反馈问题13个，全部整改到位。
把反馈的31个问题细化为64条整改措施。
为民工追回被克扣的实习津贴43.5万元。
向公安机关移送涉嫌拒不执行判决案件16件。
平房危房修缮57处，楼房危房修缮35处。
| 单位 | 反馈问题 | 已完成 | 未完成 |
|---|---|---|---|
| 石桥镇 | 24 | 21 | 3 |
| 竹园镇 | 11 | 8 | 2 |
| 合计 | 35 | 29 | 5 |
"""
REPORT: Final = parse_report(TEXT, id="shallow", source="shallow.txt")
DIRECTORY: Final = Directory.of([REPORT])
STATEMENTS: Final = read_statements(REPORT, DIRECTORY)
SOURCE: Final = SourceSentences(
    [SourcePassage("shallow", REPORT.title, "", REPORT.text, 0, REPORT.published)], STATEMENTS, DIRECTORY
)
