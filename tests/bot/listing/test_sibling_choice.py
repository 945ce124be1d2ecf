import pytest

from bot.listing.report_lists import ReportLists
from bot.listing.sibling_choice import find_siblings, is_named
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
