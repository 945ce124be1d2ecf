import re
from dataclasses import replace
from datetime import date

import pytest

from bot.summary.facts import Fact, Problem, read_problems
from bot.summary.key_figures import Snippet, read_snippets
from bot.summary.plan import Plan
from bot.summary.selection import Piece
from bot.summary.writing import Written, citation_of, write
from tests.bot.summary.summed_report import facts_of, notice

REPORT = notice()
FACTS = facts_of(REPORT)
SNIPPETS = read_snippets(FACTS)
PROBLEMS = tuple(read_problems(REPORT))


def piece(words: str) -> Piece:
    one = next(one for one in FACTS if words in one.text)
    return Piece(one, one.segments)


def snippet(raw: str) -> Snippet:
    return next(one for one in SNIPPETS if one.statement.figure.raw == raw)


def test_citation_is_the_reports_text() -> None:
    one = FACTS[1]
    citation = citation_of(REPORT, one.sentence, one.section, 4)
    assert (citation.n, citation.report, citation.date) == (4, "water", "2023-05-06")
    assert citation.quote == REPORT.text[citation.start : citation.end]
    assert citation_of(replace(REPORT, published=None), (0, 3), "", 1).date == ""
    assert REPORT.published == date(2023, 5, 6)


@pytest.mark.parametrize(
    ("day", "text"),
    [("", "《通报》"), ("2023-05-06", "《通报》\n发布日期：2023-05-06")],
    ids=["no date", "date"],
)
def test_title_alone_is_written_with_its_date(day: str, text: str) -> None:
    assert write(Plan("《通报》", day)) == Written(text, (), (), ())


WHOLE = Plan(
    "《通报》",
    keys=(snippet("17个"), snippet("83.5万元")),
    pieces={
        "inspection": (piece("市委第一巡察组"),),
        "results": (piece("83.5万元"), piece("31.6公里")),
        "accountability": (piece("处分4人"),),
    },
    problems=PROBLEMS[:1],
    all_problems=2,
    planned=(FACTS[-1],),
    table=(snippet("21项"),),
)


@pytest.mark.parametrize(
    "plan",
    [
        pytest.param(WHOLE, id="one organisation"),
        pytest.param(replace(WHOLE, by_problem=True), id="by problem"),
        pytest.param(replace(WHOLE, several=True), id="several organisations"),
    ],
)
def test_each_place_tells_what_stands_there(plan: Plan) -> None:
    written = write(plan)
    assert written.places
    for start, end, told in written.places:
        wanted = told.name if isinstance(told, Problem) else told.text
        assert wanted in written.text[start:end]


def test_points_are_numbered_and_cite_in_order() -> None:
    written = write(WHOLE)
    assert [name for name, _, _ in written.points] == ["inspection", "results", "accountability"]
    for number, (_, text, citations) in enumerate(written.points, 1):
        assert f"\n{number}. {text}" in written.text
        assert text.endswith("。")
        assert all(f"[{one.n}]" in text for one in citations)


def test_one_sentence_has_one_number_and_none_is_left_out() -> None:
    written = write(WHOLE)
    keys = {key.text: citation for key, citation in written.keys}
    assert keys["追回拖欠水费83.5万元"] == written.points[1][2][0]
    numbers = [int(found) for found in re.findall(r"\[(\d+)\]", written.text)]
    firsts = list(dict.fromkeys(numbers))
    assert firsts == list(range(1, len(firsts) + 1))


def test_problems_are_named_behind_the_inspection() -> None:
    _, text, citations = write(WHOLE).points[0]
    assert "反馈的问题有“水费收缴不规范”" in text
    assert text.endswith("等。")  # one of two is named
    assert "水费收缴不规范" in citations[-1].quote
    assert not write(replace(WHOLE, all_problems=1)).points[0][1].endswith("等。")


def test_problems_without_an_inspection_are_a_point_of_their_own() -> None:
    written = write(replace(WHOLE, pieces={"results": WHOLE.pieces["results"]}))
    assert [name for name, _, _ in written.points] == ["problems", "results"]


def test_result_stands_under_its_problem_where_that_is_wanted() -> None:
    assert "· “管网漏损偏高”" not in write(replace(WHOLE, problems=PROBLEMS)).text
    text = write(replace(WHOLE, problems=PROBLEMS, by_problem=True)).text
    assert "· “管网漏损偏高”：改造管网31.6公里" in text


def test_label_names_the_organisation_before_its_clause() -> None:
    labelled = replace(piece("处分4人"), label="城南水厂")
    text = write(replace(WHOLE, pieces={"accountability": (labelled,)}, problems=())).text
    assert "城南水厂：给予党纪处分4人" in text


@pytest.mark.parametrize(
    ("several", "line"),
    [(True, "· 城南水厂：19个问题已完成整改17个"), (False, "· 19个问题已完成整改17个")],
    ids=["several", "one"],
)
def test_key_figure_names_its_organisation_among_several(several: bool, line: str) -> None:
    key = snippet("17个")
    owned = replace(key, fact=replace(key.fact, owner="城南水厂"))
    assert line in write(Plan("《通报》", keys=(owned,), several=several)).text


def test_plans_are_cited_but_not_told() -> None:
    written = write(WHOLE)
    (plan,) = written.plans
    assert "10%以下" in plan.quote
    assert "10%以下" not in written.text
    assert f"计划和目标见原文[{plan.n}]" in written.text


def test_table_has_a_line_for_each_figure() -> None:
    table = write(WHOLE).text.partition("数字表：")[2]
    assert table.startswith("\n· 制定修订制度21项[")
    assert write(replace(WHOLE, table=())).text.partition("数字表：")[2] == ""


def test_rest_is_a_point_for_each_clause() -> None:
    rest = (piece("83.5万元"), piece("31.6公里"))
    assert [name for name, _, _ in write(Plan("《通报》", pieces={"rest": rest})).points] == ["rest", "rest"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [pytest.param("巡察通报", "巡察情况", id="title"), pytest.param("通报", "巡察情况", id="report of it")],
)
def test_inspection_is_called_what_it_is(title: str, kind: str) -> None:
    fact: Fact = WHOLE.pieces["inspection"][0].fact
    text = write(Plan(title, pieces={"inspection": (Piece(fact, fact.segments),)})).text
    assert f"1. {kind}：" in text
