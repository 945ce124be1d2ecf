import pytest

from bot.generation.examination import Examiner
from bot.generation.passages import numbered
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from corpus.structure.passages import split_passages
from retrieval.hit import Hit

REPORT = parse_report(
    "松岭县水务局关于巡察整改进展情况的通报\n2024-05-20\n"
    "漏损率由年初的14.6%降至11.2%。2023年检修泵站27座。2022年，水费回收率为91.4%。\n应更换水表640只，已更换512只。\n截至2024年4月底，清洗水池38口；截至2022年6月底，清洗水塔19座。\n"
    "去年，全县受理信访事项214件，办结198件。今年1至4月，受理126件，办结119件，较去年同期减少17件。"
    "2024年一季度，接访群众318批，与上年四季度相比减少41批。\n"
    "群众满意率由去年的84.2%提高到91.6%。空置率从年初的23.5%降至17.2%。2023年欠费率由上年的8.4%降至6.9%。\n"
    "截至4月底，抄表周期由2022年的45天压缩到30天。\n",
    id="water",
    source="water.txt",
)
DIRECTORY = Directory.of([REPORT])
HITS = [
    Hit(REPORT.id, REPORT.title, one.section, one.text, one.start, one.end, 1.0, ("dense",), "2024-05-20")
    for one in split_passages(REPORT)
]
EXAMINER = Examiner(numbered(HITS, ()), read_statements(REPORT, DIRECTORY), DIRECTORY)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("漏损率从年初的14.6%降到11.2%。[1]", id="a word that opens a time"),
        pytest.param("2023年检修泵站27座，上一年的水费回收率为91.4%。[1]", id="against the time told before"),
        pytest.param("现在已更换水表512只。[1]", id="the report's own time"),
        pytest.param("目前清洗水池38口。[1]", id="up to shortly before the report"),
        pytest.param("去年办结信访事项198件。[1]", id="the year of its own clause"),
        pytest.param("去年群众满意率为84.2%。[1]", id="the level of before and its time"),
        pytest.param("去年欠费率为6.9%。[1]", id="the last year, which the source calls by its number"),
        pytest.param("群众满意率从去年的84.2%升到91.6%。[1]", id="both levels"),
        pytest.param("截至4月底，抄表周期压缩到30天。[1]", id="up to when the later level is told"),
        pytest.param("今年1至4月办结119件，比去年同期减少17件。[1]", id="with what it is compared with"),
    ],
)
def test_times_are_the_source_s_in_other_words(text: str) -> None:
    assert not EXAMINER.examine(text).faults


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("现在漏损率为14.6%。[1]", id="now for a level before"),
        pytest.param("目前清洗水塔19座。[1]", id="up to long before the report"),
        pytest.param("2021年检修泵站27座。[1]", id="another year"),
        pytest.param("2022年检修泵站27座。[1]", id="another sentence's year"),
        pytest.param("去年办结119件。[1]", id="the year that is only compared with"),
        pytest.param("去年受理126件。[1]", id="another figure of that clause"),
        pytest.param("The county closed 119 cases last year.[1]", id="in English"),
        pytest.param("去年群众满意率为91.6%。[1]", id="the later level with the time of the one before"),
        pytest.param("年初空置率为17.2%。[1]", id="the same of the start of the year"),
        pytest.param("群众满意率去年提高到91.6%。[1]", id="the same with the way it moved"),
        pytest.param("2024年，上一年的水费回收率为91.4%。[1]", id="against another year"),
    ],
)
def test_other_times_are_left(text: str) -> None:
    assert EXAMINER.examine(text).faults
