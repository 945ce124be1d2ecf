import pytest

from bot.listing.report_lists import ReportLists
from bot.listing.sibling_choice import find_siblings, is_named, is_of_other_member
from bot.listing.sibling_question import read_siblings_question
from bot.question.understanding import read_question
from bot.ranking.scope import Place
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report


@pytest.mark.parametrize(
    ("name", "text", "named"),
    [
        pytest.param("三标段", "三标段核减多少", True, id="by its name"),
        pytest.param("三标段", "第3标段核减多少", True, id="by its number"),
        pytest.param("三标段", "十三标段核减多少", False, id="another number"),
        pytest.param("北河乡", "北河多报多少", True, id="without its end"),
        pytest.param("农机购置补贴", "农机补贴追回多少", True, id="by its first and last words"),
        pytest.param("东河镇", "北河多报多少", False, id="another"),
    ],
)
def test_member_is_named(name: str, text: str, named: bool) -> None:
    assert is_named(name, text) is named


def test_part_of_another_name_names_no_member() -> None:
    assert not is_named("北河县", "北河灌区管理处滞留多少", ["北河灌区管理处"])


@pytest.mark.parametrize(
    ("question", "raw"),
    [
        pytest.param("东坪片区还有多少处隐患", "7处", id="what is left"),
        pytest.param("东坪片区查出多少处隐患", "42处", id="what there was"),
    ],
)
def test_set_of_what_is_left_answers_what_is_left(question: str, raw: str) -> None:
    report = parse_report(
        "查出的隐患，西坪片区30处、东坪片区42处。余下的隐患，西坪片区5处、东坪片区7处。",
        id="r",
        source="r.txt",
    )
    read, places = read_question(question, Directory()), {"r": Place(report, "")}
    asked = read_siblings_question(read)
    assert asked
    found = find_siblings(read, asked, places, read_statements(report), ReportLists())
    assert found
    assert [one.statement.figure.raw for one in found.members] == [raw]


COUNTED = "清退补贴居前两位的是：柳河乡43.8万元、槐树乡72.5万元。检举件数柳河乡18件、槐树乡24件、柏林乡11件。"


@pytest.mark.parametrize(
    ("question", "members", "raws"),
    [
        pytest.param("柏林乡清退补贴多少钱", ("柏林乡",), [], id="counts in another kind"),
        pytest.param("柏林乡检举件数多少", ("柏林乡",), ["11件"], id="the member's own"),
        pytest.param("柳河乡检举件数多少", ("柳河乡",), ["18件"], id="another's own"),
    ],
)
def test_set_tells_of_a_member_in_the_kind_that_is_asked(
    question: str, members: tuple[str, ...], raws: list[str]
) -> None:
    report = parse_report(COUNTED, id="r", source="r.txt")
    read = read_question(question, Directory(), members=members)
    asked = read_siblings_question(read)
    assert asked
    found = find_siblings(read, asked, {"r": Place(report, "")}, read_statements(report), ReportLists())
    assert [one.statement.figure.raw for one in (found.members if found else ())] == raws


def test_set_of_others_does_not_tell_of_a_member() -> None:
    report = parse_report("柳河乡化解烦心盼望事86件，槐树乡52件。", id="r", source="r.txt")
    read = read_question("柏林乡化解烦心盼望事多少件", Directory(), members=("柏林乡",))
    asked = read_siblings_question(read)
    assert asked
    statements = read_statements(report)
    assert find_siblings(read, asked, {"r": Place(report, "")}, statements, ReportLists()) is None


BUREAUS = (
    "县委第五轮巡察整改通报\n县林业局、县水务局、县交通局完成整改分别为30个、27个、19个。全县完成整改301个。"
)


@pytest.mark.parametrize(
    ("question", "raw", "other"),
    [
        pytest.param("秀川县第五轮巡察整改了多少个", "27个", True, id="one of three, of whom none is named"),
        pytest.param("秀川县水务局整改了多少个", "27个", False, id="the one that is named"),
        pytest.param("秀川县第五轮巡察整改了多少个", "301个", False, id="of all"),
    ],
)
def test_figure_of_one_of_several_is_of_another_where_it_is_not_named(
    question: str, raw: str, other: bool
) -> None:
    report = parse_report(BUREAUS, id="r", source="r.txt")
    stated = read_statements(report)
    one = next(one for one in stated if one.figure.raw == raw)
    read = read_question(question, Directory())
    assert is_of_other_member(read, one, {"r": Place(report, "")}, stated, ReportLists()) is other
