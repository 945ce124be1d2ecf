import pytest

from bot.drafting.candidates import Found
from bot.drafting.derivation import Derived
from bot.listing.report_lists import ReportLists
from bot.listing.sibling_answers import (
    AskedSet,
    draft_parts,
    draft_siblings,
    find_asked_set,
    is_told_otherwise,
    total_of,
)
from bot.listing.sibling_question import SiblingsAsked, Wanted
from bot.question.question import Question
from bot.question.understanding import read_question
from bot.ranking.matching import Match
from bot.ranking.scope import Place
from corpus.organisations.directory import Directory, report_region
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

REPORT = parse_report(
    """云江集团整改情况
云江集团东公司收回资金41.5万元，西公司收回资金20.3万元，南公司收回资金30.2万元。
恒远第1分公司整改问题21个，清退补贴2万元。恒远第2分公司整改问题24个，清退补贴7万元。恒远第3分公司整改问题19个，清退补贴5万元。
隧道项目部培训工人318人，桥梁项目部培训工人209人，场站项目部培训工人276人。
| 片区 | 化解率 | 追缴罚金（万元） |
|---|---|---|
| 松坪片区 | 91.2% | 12 |
| 东坪片区 | 88.4% | 30 |
""",
    id="r",
    source="r.txt",
)
STATEMENTS = read_statements(REPORT)
PLACES = {"r": Place(REPORT, report_region(REPORT))}


def read(question: str) -> Question:
    return read_question(question, Directory())


def asked_set(question: str) -> AskedSet:
    """What a question asks of several, found in the report."""
    found = find_asked_set(read(question), PLACES, STATEMENTS, ReportLists())
    assert found
    return found


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("哪家分公司清退补贴最多？", "最多（最高）的是恒远第2分公司", id="most"),
        pytest.param("整改问题最少的是哪家分公司？", "最少（最低）的是恒远第3分公司", id="least"),
        pytest.param("清退补贴前两名的分公司是哪两家？", "的是恒远第2分公司、恒远第3分公司", id="first two"),
        pytest.param("化解率最低的是哪个片区？", "的是东坪片区", id="column of a table"),
        pytest.param(
            "哪个项目部培训工人最少？",
            "最少（最低）的是桥梁项目部",
            id="a sort that begins like a measure word",
        ),
        pytest.param("恒远第2分公司清退补贴多少？", "恒远第2分公司清退补贴：7万元", id="one"),
        pytest.param("两个片区分别追缴罚金多少万元？", "东坪片区追缴罚金：30万元", id="each"),
        pytest.param("恒远第12分公司清退补贴多少？", "没有第12分公司", id="none of them"),
    ],
)
def test_what_is_asked_of_several_is_told(question: str, told: str) -> None:
    draft = draft_siblings(read(question), asked_set(question), PLACES, STATEMENTS)
    assert draft
    assert told in draft.text


def test_set_with_another_number_of_members_is_not_told_as_all() -> None:
    question = "五个片区分别追缴罚金多少？"
    assert draft_siblings(read(question), asked_set(question), PLACES, STATEMENTS) is None


@pytest.mark.parametrize(
    ("question", "raw"),
    [
        pytest.param("云江集团三家公司一共收回多少资金？", "92万元", id="all of them"),
        pytest.param("云江集团四家公司一共收回多少资金？", "", id="others than there are"),
        pytest.param("云江集团三家公司收回多少资金？", "", id="no total asked"),
        pytest.param("恒远第1分公司和恒远第3分公司一共整改多少个问题？", "40个", id="those that are named"),
    ],
)
def test_members_are_added_up_all_or_none(question: str, raw: str) -> None:
    found = total_of(asked_set(question), STATEMENTS)
    assert (found.raw if isinstance(found, Derived) else "") == raw


def test_parts_that_add_up_to_the_best_match_are_each_told() -> None:
    report = parse_report("收回土地90亩，其中东岭队40亩、西岭队50亩。", id="p", source="p.txt")
    statements = tuple(read_statements(report))
    found = Found((), (), {"p": Place(report, "")}, (), every=statements)
    several = AskedSet(SiblingsAsked(Wanted.EACH, "", 0, ""), None)
    draft = draft_parts(read("两个队各收回多少土地？"), several, statements[0], found)
    assert draft
    assert "东岭队：40亩" in draft.text
    assert "西岭队：50亩" in draft.text
    assert draft_parts(read("两个队各收回多少土地？"), several, statements[1], found) is None


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        pytest.param("24个", True, id="its own words name the member"),
        pytest.param("30.2万元", False, id="another's"),
    ],
)
def test_best_match_answers_where_it_tells_of_the_member(raw: str, told: bool) -> None:
    question = "恒远第2分公司清退补贴多少？"
    best = next(one for one in STATEMENTS if one.figure.raw == raw)
    assert is_told_otherwise(read(question), asked_set(question), best, ()) is told


@pytest.mark.parametrize("name", ["untimed", "other_time"])
@pytest.mark.parametrize("value", [0.0, 1.0])
def test_set_does_not_tell_of_another_time_than_is_asked(name: str, value: float) -> None:
    question = "恒远第2分公司2019年清退补贴多少？"
    several = asked_set(question)
    assert several.chosen
    own = several.chosen.members[0].statement
    signals = {"untimed": 0.0, "other_time": 0.0, name: value}
    matches = [Match(own, 0.0, 1.0, signals)]
    assert is_told_otherwise(read(question), several, None, matches) is bool(value)
