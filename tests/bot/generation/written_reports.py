"""Two fictional reports with all that is read of them, for the tests of what a language model writes."""

from typing import Final

from bot.generation.examination import Examiner
from bot.generation.passages import numbered
from corpus.organisations.directory import Directory
from corpus.report import Report
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from corpus.structure.passages import split_passages
from retrieval.hit import Hit

BUREAU: Final = """中共松原市水务局党组关于三届市委第二轮巡察整改进展情况的通报
发布时间：2023-05-06
松原市水务局党组召开党组会8次。截至2023年4月30日，19个问题已完成整改17个，制定整改措施66条。
2022年松原市水务局追回拖欠水费83.5万元，管网漏损率由16.2%降至11.9%。
下一步，市水务局力争2023年底前管网漏损率降到10%以下。
"""
SCHOOL: Final = """中共松原师范学院委员会关于三届市委第二轮巡察整改进展情况的通报
发布时间：2023-06-01
松原师范学院党委细化整改措施142条，退还多收费用21.4万元，涉及学生1890名。
"""
REPORTS: Final = tuple(
    parse_report(text, id=name, source=f"{name}.txt")
    for name, text in (("water", BUREAU), ("school", SCHOOL))
)
DIRECTORY: Final = Directory.of(REPORTS)
STATEMENTS: Final = tuple(one for report in REPORTS for one in read_statements(report, DIRECTORY))
HITS: Final = tuple(
    Hit(one.id, one.title, "", one.text, 0, len(one.text), 1.0, ("dense",)) for one in REPORTS
)


def examiner_of(report: Report) -> Examiner:
    """Return what examines a model's sentences by one report, all passages of which were found."""
    directory = Directory.of([report])
    date = report.published.isoformat() if report.published else ""
    hits = [
        Hit(report.id, report.title, one.section, one.text, one.start, one.end, 1.0, ("dense",), date)
        for one in split_passages(report)
    ]
    return Examiner(numbered(hits, ()), read_statements(report, directory), directory)
