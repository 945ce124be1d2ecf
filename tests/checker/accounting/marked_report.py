"""A fictional report whose clauses mark their figures (仍, 各, 未, what became of them), for the tests of accounts."""

from typing import Final

from checker.accounting.sources import SourcePassage, SourceSentences
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

TEXT: Final = """中共栗山县农机中心党组关于巡察整改情况的通报
发布时间：2024-04-18
未检验农机86台，到3月底检验农机61台。
培训点9个中6个停办，整改后仍停办2个。
对3家经销商各罚款1.8万元，对5名经办人员批评教育。
投诉23件已办结，4件移交县司法局。
中心拖欠作业补贴936万元，涉及农户514户。已补发作业补贴702万元，惠及农户388户。
站长停职检查，副站长作出书面检讨。
购机资金640万元，由县财政承担六成，其余向省级争取。
整改资金3.2亿元，其中上缴国库1.1亿元，盘活存量资金8200万元。
农机监理站在柳沟单独蹲守，查获一台套牌收割机。农机监理站与交警联合行动6次。
"""
REPORT: Final = parse_report(TEXT, id="machines", source="machines.txt")
DIRECTORY: Final = Directory.of([REPORT])
STATEMENTS: Final = read_statements(REPORT, DIRECTORY)
SOURCE: Final = SourceSentences(
    [SourcePassage("machines", REPORT.title, "", REPORT.text, 0, REPORT.published)], STATEMENTS, DIRECTORY
)
