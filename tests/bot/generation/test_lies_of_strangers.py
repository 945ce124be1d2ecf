"""Sentences of a model over an own report that change one thing which only the source's layout or wording tells."""

import pytest

from bot.generation.examination import Examiner
from bot.generation.passages import numbered
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from corpus.structure.passages import split_passages
from retrieval.hit import Hit

REPORT = parse_report(
    "白鹿县人民法院关于巡察整改情况的通报\n2026-02-10\n"
    "一、整改情况\n"
    "自查问题412个，上级核查又发现问题96个，两项共508个，目前改完473个。\n"
    "完成案卷评查860卷，其中民事案卷评查540卷，刑事案卷评查320卷。\n"
    "聘用制书记员占书记员的比例由31.5%提高到44.8%。\n"
    "审计认定超占林地1876亩，经联合复测，实为1793亩。\n"
    "发还案款2947万元，其中拖欠一年以上的案款615万元。\n"
    "二、2026年目标\n"
    "新增停车泊位260个。\n",
    id="court",
    source="court.txt",
)
DIRECTORY = Directory.of([REPORT])
STATEMENTS = read_statements(REPORT, DIRECTORY)
HITS = [
    Hit(REPORT.id, REPORT.title, one.section, one.text, one.start, one.end, 1.0, ("dense",), "2026-02-10")
    for one in split_passages(REPORT)
]


@pytest.fixture(scope="module")
def examiner() -> Examiner:
    return Examiner(numbered(HITS, ()), STATEMENTS, DIRECTORY)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("白鹿县人民法院共评查案卷540卷。[1]", id="a part as all"),
        pytest.param("聘用制书记员占书记员的比例提高到了31.5%。[1]", id="from where it rose"),
        pytest.param("白鹿县人民法院超占林地1876亩。[1]", id="put right since"),
        pytest.param("2025年新增停车泊位260个。[1]", id="the aim of a heading as done"),
    ],
)
def test_sentence_turned_by_one_thing_has_a_fault(sentence: str, examiner: Examiner) -> None:
    assert examiner.examine(sentence).faults


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("白鹿县人民法院共评查案卷860卷。[1]", id="all"),
        pytest.param("聘用制书记员占书记员的比例提高到了44.8%。[1]", id="to where it rose"),
        pytest.param("白鹿县人民法院发还案款2947万元。[1]", id="the whole"),
        pytest.param("其中民事案卷评查540卷。[1]", id="a part as a part"),
    ],
)
def test_same_said_rightly_has_none(sentence: str, examiner: Examiner) -> None:
    assert examiner.examine(sentence).faults == ()
