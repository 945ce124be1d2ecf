from dataclasses import replace

import pytest

from bot.question.understanding import read_question
from bot.ranking.figure_context import words_around
from bot.ranking.scope import Place
from bot.ranking.scope_signals import (
    belonging_signals,
    is_of_other_part,
    owners_named,
    with_other_owners,
)
from bot.ranking.term_presence import StatementSetting
from checker.comparison.features import features
from corpus.organisations.directory import Directory, report_region
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

ISSUED = "中共秀川县水务局党组关于八届县委第三轮巡察整改情况的通报\n2023年5月9日\n"
ROUND = "中共秀川县委关于八届县委第三轮巡察整改情况的通报\n2023年5月9日\n"
TABLED = "各单位修桥情况表\n单位\t修桥（座）\t修路（条）\n青岚县水务局\t\t3条\n秀川县水务局\t4座\t5条\n"


def signals(question: str, text: str, raw: str) -> dict[str, float]:
    """The signals of the figure ``raw``; a text that does not begin as a report does is of nobody in particular."""
    report = parse_report(text, id="one", source="one.txt")
    if not text.startswith("中共"):
        report = replace(report, organisation="")
    statements = read_statements(report)
    index = next(index for index, one in enumerate(statements) if one.figure.raw == raw)
    one = statements[index]
    place = Place(report, report_region(report))
    setting = StatementSetting(one, features(one), words_around(statements)[index], place)
    return belonging_signals(read_question(question, Directory.of([report])), setting)


ROWS = [
    pytest.param("organisation", "秀川县水务局修了几座桥", ISSUED + "县水务局修桥4座。", 1.0, id="its own"),
    pytest.param("organisation", "青岚县水务局修了几座桥", ISSUED + "县水务局修桥4座。", 0.0, id="another's"),
    pytest.param("organisation", "修了几座桥", ISSUED + "县水务局修桥4座。", 1.0, id="none named"),
    pytest.param("stranger", "青岚县水务局修了几座桥", ISSUED + "县水务局修桥4座。", 1.0, id="named nowhere"),
    pytest.param("stranger", "秀川县水务局修了几座桥", ISSUED + "县水务局修桥4座。", 0.0, id="named"),
    pytest.param(
        "stranger",
        "秀川县第三轮巡察中县教育局修了几座桥",
        ROUND + "被巡察单位修桥4座。",
        1.0,
        id="of all of a round",
    ),
    pytest.param("stranger", "青岚县水务局修了几座桥", TABLED, 1.0, id="named in the row above"),
    pytest.param(
        "stranger",
        "秀川县教育局修了几座桥",
        ISSUED + "修桥4座；所属单位中，修得最好的是秀川县教育局，修路5条。",
        1.0,
        id="named further on",
    ),
    pytest.param(
        "stranger",
        "秀川县教育局修了几座桥",
        ROUND + "县文化广电旅游局修桥4座；县教育局修路5条。",
        1.0,
        id="named behind another owner",
    ),
    pytest.param("issuer", "秀川县水务局修了几座桥", ISSUED + "修桥4座。", 1.0, id="of the issuer"),
    pytest.param("issuer", "秀川县教育局修了几座桥", ISSUED + "修桥4座。", 0.0, id="of another"),
    pytest.param("issuer", "修了几座桥", ISSUED + "修桥4座。", 0.0, id="issuer not asked for"),
    pytest.param("unissued", "修了几座桥", "村里修桥4座。", 1.0, id="of nobody in particular"),
    pytest.param("unissued", "修了几座桥", ISSUED + "修桥4座。", 0.0, id="issued"),
    pytest.param("unowned", "修了几座桥", "村里修桥4座。", 1.0, id="nor asked of anybody"),
    pytest.param("unowned", "修了几座桥", ISSUED + "修桥4座。", 0.0, id="not asked of anybody, but issued"),
    pytest.param("unowned", "秀川县教育局修了几座桥", "村里修桥4座。", 0.0, id="asked of somebody"),
    pytest.param(
        "stranger",
        "秀川县河湾镇修了几座桥",
        "秀川县各地修桥情况\n\n河湾镇修路5条。\n全部工地验收，修桥4座。",
        1.0,
        id="a town named in another paragraph",
    ),
    pytest.param(
        "stranger",
        "秀川县河湾镇修了几座桥",
        "秀川县各地修桥情况\n\n河湾镇修路5条。全部工地验收，修桥4座。",
        0.0,
        id="a town named in its paragraph",
    ),
    pytest.param("round", "第三轮修了几座桥", ISSUED + "修桥4座。", 1.0, id="its round"),
    pytest.param("other_round", "第四轮修了几座桥", ISSUED + "修桥4座。", 1.0, id="other round"),
    pytest.param("other_round", "修了几座桥", ISSUED + "修桥4座。", 0.0, id="no round asked for"),
    pytest.param("other_number", "2号线修了几座桥", "3号线修桥4座。", 1.0, id="another of a row"),
    pytest.param("other_number", "2号线修了几座桥", "2号线和3号线修桥4座。", 0.0, id="both of a row"),
    pytest.param("other_number", "一标段修了几座桥", "二标段修桥4座。", 1.0, id="another part"),
    pytest.param("other_number", "二标段修了几座桥", "二标段修桥4座。", 0.0, id="the very part"),
    pytest.param("unnumbered", "2号线修了几座桥", "3号线修桥4座。", 1.0, id="number that it has nowhere"),
    pytest.param("unnumbered", "2021年修了几座桥", "3号线修桥4座。", 0.0, id="a year is no such number"),
    pytest.param(
        "member_for_all", "第三轮修了几座桥", ISSUED + "县教育局修桥4座。", 1.0, id="one of its members"
    ),
    pytest.param("member_for_all", "第三轮修了几座桥", ROUND + "全县修桥4座。", 0.0, id="all of it"),
    pytest.param(
        "member_for_all", "县教育局修了几座桥", ISSUED + "县教育局修桥4座。", 0.0, id="no round asked"
    ),
]


@pytest.mark.parametrize(("name", "question", "text", "expected"), ROWS)
def test_signal_says_whose_and_when(name: str, question: str, text: str, expected: float) -> None:
    assert signals(question, text, "4座")[name] == expected


def test_signals_are_shares() -> None:
    found = signals("青岚县水务局第四轮2020年比2019年多修几座桥", ISSUED + "县水务局2021年修桥4座。", "4座")
    assert all(0.0 <= value <= 1.0 for value in found.values())


@pytest.mark.parametrize(
    ("text", "other"),
    [
        pytest.param(
            "各村集体经济增收，其中桃林村收入86万元。改造户厕31座。", True, id="with another number"
        ),
        pytest.param("桃林村抓整改。改造户厕31座。", False, id="acts in the sentence before"),
        pytest.param("桃林村\n改造户厕31座。", False, id="stands over it"),
        pytest.param(
            "桃林村抓自来水管网改造，挨家挨户走访。\n改造户厕31座。", True, id="acts in the paragraph before"
        ),
        pytest.param("桃林村改造户厕31座。", False, id="in the sentence"),
    ],
)
def test_member_that_stands_with_another_number_is_not_the_one_that_acts(text: str, other: bool) -> None:
    lead = "县水务局党组认真学习，逐条研究，建立台账，明确责任，按时推进。" * 4  # farther than a lead is read
    report = parse_report(ISSUED + lead + "\n" + text, id="one", source="one.txt")
    statements = read_statements(report)
    index = next(index for index, one in enumerate(statements) if one.figure.raw == "31座")
    place = Place(report, report_region(report))
    setting = StatementSetting(
        statements[index], features(statements[index]), words_around(statements)[index], place
    )
    assert is_of_other_part("桃林村", setting) is other


def test_whole_gives_way_to_the_figure_of_the_unit_that_is_named() -> None:
    report = parse_report(
        "秀川县办理诉求情况\n共收到诉求91件，办结88件。\n秀川县水务局办结27件。青岩水厂办结9件。",
        id="one",
        source="one.txt",
    )
    told = [
        (one, {"organisation": {"27件": 1.0, "88件": 0.85, "9件": 0.0}[one.figure.raw], "deed": 1.0})
        for one in read_statements(report)
        if one.figure.raw in ("88件", "27件", "9件")
    ]
    for asked, strangers in (("秀川县水务局办结多少件", ["88件", "9件"]), ("秀川县办结多少件", [])):
        question = read_question(asked, Directory.of([report]))
        found = with_other_owners(told, question, {})
        assert [one.figure.raw for one, signals in found if signals.get("stranger")] == strangers


GROUP = """中共云津市城建集团有限公司委员会关于巡察整改情况的通报
2024年5月9日
燃气公司、公交公司、供热公司分别反馈问题12个、9个、7个。
追回资金方面，燃气公司追回欠款41.2万元，供热公司盘活房产3处。
集团诫勉谈话6人。
"""


@pytest.mark.parametrize(
    ("question", "strangers"),
    [
        pytest.param(
            "城建集团供热公司追回欠款多少", ["41.2万元"], id="of whom the sentence tells something else"
        ),
        pytest.param("城建集团燃气公司追回欠款多少", ["3处"], id="of whom it is told"),
        pytest.param("城建集团追回欠款多少", [], id="the whole"),
    ],
)
def test_figure_of_one_beside_is_a_strangers(question: str, strangers: list[str]) -> None:
    report = parse_report(GROUP, id="one", source="one.txt")
    statements = read_statements(report)
    told = [(one, {"deed": 0.5, "organisation": 1.0}) for one in statements if "追回" in one.quote]
    read = read_question(question, Directory.of([report]))
    place = Place(report, report_region(report))
    found = with_other_owners(told, read, {"one": place})
    assert [one.figure.raw for one, signals in found if signals.get("stranger")] == strangers
    assert owners_named(read, statements) <= {"供热公司", "燃气公司"}


VILLAGES = """中共秀川县河湾镇委员会关于巡察整改情况的通报
2024年5月9日
大坪村：问题21个。追回集体资金13.8万元。
石桥村：问题12个。公开村务47条。
"""


@pytest.mark.parametrize(
    ("question", "strangers"),
    [
        pytest.param("河湾镇石桥村追回集体资金多少", ["21个", "13.8万元"], id="of another village"),
        pytest.param("河湾镇大坪村追回集体资金多少", ["12个", "47条"], id="of that village"),
        pytest.param("河湾镇追回集体资金多少", [], id="the whole"),
    ],
)
def test_figure_of_another_of_its_sort_is_a_strangers(question: str, strangers: list[str]) -> None:
    report = parse_report(VILLAGES, id="one", source="one.txt")
    told = [(one, {"deed": 0.5, "organisation": 1.0}) for one in read_statements(report) if one.figure.unit]
    read = read_question(question, Directory.of([report]))
    found = with_other_owners(told, read, {"one": Place(report, report_region(report))})
    assert [one.figure.raw for one, signals in found if signals.get("stranger")] == strangers
