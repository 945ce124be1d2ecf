import pytest

from checker.check import check
from checker.evidence import Evidence
from checker.verdicts import CONFIRMED
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from tests.checker.reports import evidence_of

TEXT = """青岭县林业局关于巡察整改进展情况的通报
2024-05-20
青岭县林业局修订制度14项，约谈9人。追缴套取的补贴62.7万元，问责5人。每季度召开例会3次。问题细化为31条整改措施。
"""
REPORT = parse_report(TEXT, id="wood", source="wood.txt")
DIRECTORY = Directory.of([REPORT])
EVIDENCE = Evidence(read_statements(REPORT, DIRECTORY), DIRECTORY)


def _rule(text: str) -> str:
    return check(text, EVIDENCE)[-1].rule


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("青岭县林业局谎报修订制度14项。", id="false claim"),
        pytest.param("青岭县林业局废止制度14项。", id="another deed"),
        pytest.param("青岭县林业局拒绝约谈9人。", id="refusal"),
        pytest.param("青岭县林业局每月修订制度14项。", id="rate"),
        pytest.param("青岭县林业局次月修订制度14项。", id="time"),
        pytest.param("全省修订制度14项。", id="scope"),
        pytest.param("青岭县林业局驳回制度14项。", id="deed of no table"),
        pytest.param("青岭县林业局豁免套取的补贴62.7万元。", id="deed of no table before money"),
        pytest.param("青岭县林业局修订制度14项的说法不属实。", id="taken back"),
        pytest.param("青岭县林业局修订制度14项，但全部不合格。", id="taken back in the next clause"),
    ],
)
def test_one_word_that_no_statement_has_makes_another_of_it(text: str) -> None:
    finding = check(text, EVIDENCE)[-1]
    assert finding.rule == "turned"
    assert any(
        word in finding.explanation
        for word in ("谎报", "废止", "拒绝", "每月", "次月", "全省", "驳回", "豁免", "不")
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("青岭县林业局修订制度14项。", id="as it stands"),
        pytest.param("追缴套取的补贴62.7万元。", id="word of the source"),
        pytest.param("青岭县林业局追缴挪用的补贴62.7万元。", id="only says which"),
        pytest.param("全县林业部门修订制度14项。", id="scope of the owner's level"),
        pytest.param("青岭县林业局修改制度14项。", id="another word for the deed"),
        pytest.param("追回套取的补贴62.7万元。", id="begins as the source's deed"),
        pytest.param("另外总共修订制度14项。", id="says nothing of its own"),
        pytest.param("青岭县林业局另修订制度14项。", id="besides"),
        pytest.param("每季度召开例会3次。", id="rate of the source"),
        pytest.param("青岭县林业局制定整改措施31条。", id="measures that problems were split into"),
    ],
)
def test_other_words_are_no_mistake(text: str) -> None:
    assert _rule(text) != "turned"


def test_everyday_word_for_a_deed_is_that_deed() -> None:
    evidence = evidence_of("青岭县水务局整改通报\n县水务局对照清单制定措施27条。")
    assert check("青岭县水务局对照清单拿出措施27条。", evidence)[-1].rule == "same"


def test_word_of_another_figure_behind_takes_nothing_back() -> None:
    assert check("青岭县林业局约谈9人，查处造假5人。", EVIDENCE)[0].rule != "turned"


def test_deed_is_not_asked_of_a_row_of_a_table() -> None:
    report = parse_report(
        "松岭县粮站关于整改情况的通报\n2024-05-20\n| 站点 | 资金（万元） |\n| --- | --- |\n| 东门站 | 41.7 |\n",
        id="grain",
        source="grain.txt",
    )
    directory = Directory.of([report])
    evidence = Evidence(read_statements(report, directory), directory)
    assert check("东门站挽回资金41.7万元。", evidence)[-1].rule != "turned"


MEMBERS = Evidence.of_reports(
    [
        parse_report(
            "宏川能源集团校车整治情况\n全集团罚款53.8万元，约谈31人。\n东河片区清退车辆14台、北湾片区清退车辆9台。",
            id="bus",
            source="bus.txt",
        )
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("北湾片区罚款53.8万元。", "turned", id="a member"),
        pytest.param("全集团罚款53.8万元。", "same", id="the whole"),
        pytest.param("北湾片区清退车辆9台。", "same", id="its own figure"),
    ],
)
def test_whole_figure_told_of_a_member_is_no_member_s(text: str, expected: str) -> None:
    assert check(text, MEMBERS)[-1].rule == expected


POINTS = Evidence.of_reports(
    [
        parse_report(
            "枣川市交通局整改通报\n"
            "一、公交准点率由72%提高到88%。\n"
            "二、货运企业持证上岗率从65.3%上升到91.8%。\n"
            "三、PM2.5平均浓度为31微克/立方米。\n"
            "四、滞留乡镇的水利资金3,260万元，已拨付2,940万元，剩余320万元待验收后支付。\n"
            "五、召开专题会31次、推进会12次、警示教育会5次。\n",
            id="zaochuan",
            source="zaochuan.txt",
        )
    ]
)


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("枣川市公交准点率提高了16%。", "16%"),
        ("货运企业持证上岗率上升26.5%。", "26.5%"),
        ("枣川市PM10平均浓度为31微克/立方米。", "31微克/立方米"),
        ("滞留乡镇的防汛资金还剩320万元。", "320万元"),
    ],
)
def test_number_of_another_measure_or_thing_is_misattributed(text: str, raw: str) -> None:
    (found,) = (one for one in check(text, POINTS) if one.figure.raw == raw)
    assert found.verdict == "misattributed"


@pytest.mark.parametrize(
    "text",
    [
        "枣川市公交准点率提高了16个百分点。",
        "PM2.5浓度降到31微克/立方米。",
        "滞留乡镇的水利资金还剩320万元。",
        "枣川市交通局召开推进会12次。",
    ],
)
def test_number_of_its_own_measure_and_thing_is_right(text: str) -> None:
    assert all(one.verdict in CONFIRMED for one in check(text, POINTS))
