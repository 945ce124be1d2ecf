import pytest

from corpus.organisations.directory import Directory
from corpus.statements.statements import read_draft, read_statements
from corpus.structure.member_labels import member_labels
from corpus.structure.parsing import parse_report

LINES = [
    ("with a colon", "青石林场：整改9个。\n白沙林场：整改7个。", ("青石林场", "白沙林场")),
    ("in brackets", "【青石水库】\n库容大。\n【白沙水库】\n库容小。", ("青石水库", "白沙水库")),
    ("one alone", "青石林场：整改9个。", ()),
    ("no names", "存在问题：整改9个。\n突出问题：整改7个。", ()),
    ("furniture", "发文公司：甲\n责任公司：乙", ()),
    ("ends unlike", "青石林场：整改9个。\n白沙水库：整改7个。", ()),
    ("places of one sort", "1. 清河区：整改9个。\n2. 白沙县：整改7个。", ("清河区", "白沙县")),
    ("kinds of places", "老旧小区：整改9个。\n新建小区：整改7个。", ()),
    ("rows of a table", "| 县区 | 问题数 |\n| 清河区 | 9 |\n| 桐园区 | 7 |\n", ("清河区", "桐园区")),
    (
        "bodies of several sorts",
        "部门\t约谈（人）\n后勤处\t6\n实训中心\t4\n附属医院\t3\n合计\t13\n",
        ("后勤处", "实训中心", "附属医院"),
    ),
    ("a label that is no body", "部门\t约谈（人）\n实训中心\t4\n临时人员\t3\n", ()),
    ("a gap for a colon", "青石镇\u3000问题9个。\n白沙镇\u3000问题7个。", ("青石镇", "白沙镇")),
    ("a dash for a colon", "◇ 青石农场——整改9个。\n◇ 白沙农场——整改7个。", ("青石农场", "白沙农场")),
    ("alone on the line", "青石镇\n整改9个。\n白沙镇\n整改7个。", ("青石镇", "白沙镇")),
    ("nothing", "", ()),
]


@pytest.mark.parametrize(("text", "names"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_lines_are_opened_by_members(text: str, names: tuple[str, ...]) -> None:
    assert member_labels(text) == names


def test_figures_of_a_line_are_its_members_in_report_and_draft() -> None:
    text = "三家林场整改情况通报\n青石林场：清收承包费62.5万元。\n白沙林场：清收承包费31.4万元。\n"
    report = parse_report(text, id="r", source="r")
    directory = Directory.of([report])
    assert [one.figure.org for one in read_statements(report, directory) if one.figure.unit == "元"] == [
        "青石林场",
        "白沙林场",
    ]
    (claim,) = read_draft("白沙林场清收承包费62.5万元。", directory)
    assert claim.figure.org == "白沙林场"


def test_member_that_a_table_alone_names_owns_what_a_draft_tells_of_it() -> None:
    text = "云滩集团巡察整改情况\n单位 | 反馈问题（个） | 完成整改（个）\n装卸公司 | 26 | 21\n职工医院 | 17 | 12\n合计 | 43 | 33\n"
    directory = Directory.of([parse_report(text, id="r", source="r")])
    told = read_draft("云滩集团职工医院反馈问题17个，完成整改12个。", directory)
    assert [one.figure.org for one in told] == ["职工医院", "职工医院"]
