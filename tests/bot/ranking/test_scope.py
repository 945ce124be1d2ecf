from dataclasses import replace

import pytest

from bot.question.question import Question, Shape
from bot.question.understanding import read_question
from bot.ranking.scope import (
    Place,
    could_be,
    is_collective_name,
    issued_by,
    may_speak_of,
    organisation_fit,
    region_fits,
    shortens,
    speaks_for_all,
)
from corpus.figure import Statement
from corpus.organisations.directory import Directory, report_region
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

TEXT = """中共秀川县农业农村局党组关于八届县委第三轮巡察整改情况的通报
发布日期：2023年3月2日
2022年8月至10月，秀川县委第二巡察组对秀川县农业农村局党组开展了巡察。
一、惠农资金
核对养殖补贴1450笔，退回多领的补贴86笔；2021年退回9.1万元。
秀川县种子站、秀川县畜牧站分别清查仓库6座和11座。
秀川县水务局清退占地7亩。
"""
REPORT = parse_report(TEXT, id="farm", source="farm.txt")
DIRECTORY = Directory.of([REPORT])
PLACE = Place(REPORT, report_region(REPORT))
STATEMENTS = read_statements(REPORT)


def asked(
    text: str = "", *, orgs: tuple[str, ...] = (), periods: tuple[str, ...] = (), rounds: tuple[str, ...] = ()
) -> Question:
    return Question(text, "zh", Shape.FIGURE, (), orgs=orgs, periods=periods, rounds=rounds)


def stated(raw: str) -> Statement:
    return next(one for one in STATEMENTS if one.figure.raw == raw)


@pytest.mark.parametrize(
    ("question", "may"),
    [
        ("秀川县农业农村局退回了多少笔补贴", True),
        ("农业农村局退回了多少笔补贴", True),
        ("退回了多少笔补贴", True),
        ("青岚县农业农村局退回了多少笔补贴", False),
        ("青岚县农业农村局和秀川县畜牧站谁清查的仓库多", True),
    ],
)
def test_report_of_another_place_that_does_not_name_it_says_nothing_of_it(question: str, may: bool) -> None:
    assert may_speak_of(read_question(question, DIRECTORY), PLACE) is may


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("八届县委第三轮巡察", True, id="round"),
        pytest.param("秀川县", True, id="region"),
        pytest.param("秀川县农业农村局", False, id="one organisation"),
        pytest.param("县委巡察办", False, id="office of the inspections"),
        pytest.param("", True, id="nobody"),
    ],
)
def test_collective_name_stands_for_all(name: str, expected: bool) -> None:
    assert is_collective_name(name) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("省委巡视办", True, id="office"),
        pytest.param("秀川县委巡察工作领导小组办公室", True, id="office of the leading group"),
        pytest.param("秀川县委", True, id="committee"),
        pytest.param("秀川县委第二巡察组", False, id="one inspection team"),
        pytest.param("秀川县水务局", False, id="one of its members"),
    ],
)
def test_body_that_reports_for_a_round_speaks_for_all(name: str, expected: bool) -> None:
    assert speaks_for_all(name) is expected


@pytest.mark.parametrize(
    ("orgs", "raw", "low", "high"),
    [
        pytest.param((), "86笔", 1.0, 1.0, id="none named"),
        pytest.param(("秀川县农业农村局",), "86笔", 1.0, 1.0, id="its own"),
        pytest.param(("秀川县水务局",), "7亩", 1.0, 1.0, id="one that the report names"),
        pytest.param(("秀川县畜牧站",), "86笔", 0.0, 0.0, id="another's"),
        pytest.param(("青岚县农业农村局",), "86笔", 0.0, 0.0, id="of another place"),
        pytest.param(("青岚县农业农村局", "秀川县农业农村局"), "86笔", 1.0, 1.0, id="one of two"),
        pytest.param(("秀川县",), "86笔", 1.0, 1.0, id="region of the report"),
        pytest.param(("青岚县",), "86笔", 0.0, 0.0, id="region of another report"),
    ],
)
def test_statement_is_of_the_organisation_that_is_named(
    orgs: tuple[str, ...], raw: str, low: float, high: float
) -> None:
    assert low <= organisation_fit(asked(orgs=orgs), stated(raw), PLACE) <= high


@pytest.mark.parametrize(
    ("title", "fits"),
    [
        pytest.param("秀川县清退占地情况", False, id="of the region that the question names first"),
        pytest.param("清退占地情况", True, id="of which region nobody can tell"),
    ],
)
def test_report_of_a_region_is_not_of_each_of_its_towns(title: str, fits: bool) -> None:
    report = replace(
        parse_report(f"{title}\n清退占地17亩。\n河湾镇修路3条。", id="one", source="one.txt"), organisation=""
    )
    one = next(each for each in read_statements(report) if each.figure.raw == "17亩")
    question = asked("秀川县河湾镇清退占地多少亩", orgs=("秀川县", "河湾镇"))
    assert bool(organisation_fit(question, one, Place(report, ""))) is fits


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("秀川县农业农村局", True, id="issuer"),
        pytest.param("秀川县畜牧站", False, id="one that it names"),
        pytest.param("青岚县农业农村局", False, id="of another place"),
    ],
)
def test_report_is_of_its_issuer(name: str, expected: bool) -> None:
    assert issued_by(asked(orgs=(name,)), PLACE) is expected


@pytest.mark.parametrize(
    ("orgs", "region", "expected"),
    [
        pytest.param(("秀川县",), "秀川县", True, id="its region"),
        pytest.param(("青岚县",), "秀川县", False, id="another region"),
        pytest.param(("青岚县",), "", True, id="region not known"),
        pytest.param(("青岚县水务局",), "秀川县", True, id="an organisation, not a region"),
    ],
)
def test_report_fits_a_region(orgs: tuple[str, ...], region: str, expected: bool) -> None:
    assert region_fits(asked(orgs=orgs), Place(REPORT, region)) is expected


ROUND = """八届东原省委第五轮巡视整改情况综述
2023年5月9日
东原省信访局牵头攻坚。全省梳理纠纷578件。
全省化解纠纷528件。
"""
OF_ROUND = parse_report(ROUND, id="round", source="round.txt")


def of_round(raw: str) -> Statement:
    return next(one for one in read_statements(OF_ROUND) if one.figure.raw == raw)


@pytest.mark.parametrize(
    ("name", "raw", "low", "high"),
    [
        pytest.param("东原省信访局", "578件", 0.8, 0.95, id="acts before it in its paragraph"),
        pytest.param("东原省信访局", "528件", 0.0, 0.0, id="another paragraph"),
        pytest.param("东原省财政厅", "578件", 0.0, 0.0, id="another organisation"),
    ],
)
def test_figure_of_all_may_be_of_who_acts_in_its_paragraph(
    name: str, raw: str, low: float, high: float
) -> None:
    place = Place(OF_ROUND, report_region(OF_ROUND))
    assert low <= organisation_fit(asked(orgs=(name,)), of_round(raw), place) <= high


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("云溪医科大附属医院", "云溪医科大学附属医院", True),
        ("云溪医科大附属医院", "云溪工科大学附属医院", False),
        ("云溪医院", "云溪县人民医院", False),
    ],
)
def test_name_with_characters_left_out_is_known(short: str, long: str, expected: bool) -> None:
    assert shortens(short, long) is expected


@pytest.mark.parametrize(
    ("short", "long"),
    [
        pytest.param("云溪医院", "云溪医院", id="the same"),
        pytest.param("云溪县人民医院", "云溪县医院", id="longer"),
        pytest.param("溪县人民医院", "云溪县人民医院", id="other start"),
        pytest.param("云溪县人民医", "云溪县人民医院", id="other end"),
        pytest.param("", "", id="empty"),
    ],
)
def test_name_that_leaves_an_end_out_is_another(short: str, long: str) -> None:
    assert not shortens(short, long)


@pytest.mark.parametrize(
    ("name", "own", "may"),
    [
        pytest.param("畜牧局", "秀川县畜牧局", True, id="without its place"),
        pytest.param("秀川畜牧集团有限公司", "畜牧集团", True, id="without its form of company"),
        pytest.param("秀川畜牧集团", "秀川县委", False, id="a committee is no company"),
        pytest.param("机电学院", "云溪市委", False, id="a committee is no school"),
        pytest.param("秀川县畜牧局", "秀川县", False, id="a region is no bureau"),
    ],
)
def test_names_that_nothing_contradicts_may_be_one_where_they_name_one_unit(
    name: str, own: str, may: bool
) -> None:
    assert could_be(name, own) is may


UNSIGNED = """加强整改推进会召开
本报讯 7月9日，青石集团党委召开会议。截至目前，建立制度7项。
云溪市委巡察组反馈问题30个。
"""


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        pytest.param("青石集团", True, id="named in the text"),
        pytest.param("白石集团", False, id="named nowhere"),
    ],
)
def test_report_that_nobody_issued_is_of_whom_it_names(name: str, fits: bool) -> None:
    report = parse_report(UNSIGNED, id="unsigned", source="unsigned.txt")
    one = next(each for each in read_statements(report) if each.figure.raw == "7项")
    assert bool(organisation_fit(asked(orgs=(name,)), one, Place(report, ""))) is fits


def test_figure_of_a_committee_is_of_no_company_that_is_asked_for() -> None:
    report = parse_report(UNSIGNED.replace("青石集团党委", "市委"), id="unsigned", source="unsigned.txt")
    one = next(each for each in read_statements(report) if each.figure.raw == "30个")
    assert organisation_fit(asked(orgs=("青石集团",)), one, Place(report, "")) == 0.0


OF_TOWN = """中共临河县河湾镇委员会关于巡察整改情况的通报
镇网格中心受理纠纷96件。
"""
OF_ALL = """临河市委巡察办关于第一轮巡察整改情况的通报
第一轮巡察反馈的210个问题，完成整改190个。
"""
OF_MEMBERS = """临河市财政局关于存量资产盘活情况的通报
全市盘活资产36亿元。市林投集团收取租金2亿元。
"""


@pytest.mark.parametrize(
    ("text", "raw", "region", "name", "fits"),
    [
        pytest.param(OF_TOWN, "96件", "临河县", "河湾镇", True, id="office of the town"),
        pytest.param(OF_TOWN, "96件", "临河县", "石桥镇", False, id="office of another town"),
        pytest.param(OF_ALL, "210个", "临河市", "临河市委", True, id="committee whose round it was"),
        pytest.param(OF_ALL, "210个", "临河市", "青岚市委", False, id="another committee"),
        pytest.param(OF_MEMBERS, "36亿元", "临河市", "临河市林投集团", False, id="company for the city"),
    ],
)
def test_owner_that_is_told_in_short_is_known_by_its_report(
    text: str, raw: str, region: str, name: str, fits: bool
) -> None:
    report = parse_report(text, id="short", source="short.txt")
    one = next(each for each in read_statements(report) if each.figure.raw == raw)
    assert bool(organisation_fit(asked(orgs=(name,)), one, Place(report, region))) is fits
