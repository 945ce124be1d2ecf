from dataclasses import replace

import pytest

from bot.drafting.derivation import Derived
from bot.drafting.totals import add_up, asked_parts, is_of_some
from bot.question.question import Question, Shape
from bot.question.understanding import read_question
from bot.ranking.matching import Match
from corpus.figure import Statement
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report


def read(text: str) -> Question:
    return read_question(text, Directory())


NAMED = [
    pytest.param(
        "新建和修订的制度一共多少项", [{"出台", "制度"}, {"修订", "制度"}], id="two deeds of one thing"
    ),
    pytest.param("党纪处分和政务处分总共几个人", [{"党纪", "处分"}, {"政务", "处分"}], id="two things"),
    pytest.param("新建的制度一共多少项", [], id="one part"),
    pytest.param("第二批涉及金额总共多少", [], id="a word that only holds a word of joining"),
    pytest.param("新建和修订了多少项制度", [], id="no total asked"),
    pytest.param("水费、电费、气费、房租和罚款一共多少元", [], id="too many to reckon with"),
]


@pytest.mark.parametrize(("question", "parts"), NAMED)
def test_parts_that_a_question_adds_up_are_told(question: str, parts: list[set[str]]) -> None:
    found = asked_parts(read(question))
    assert len(found) == len(parts)
    for one, words in zip(found, parts, strict=True):
        assert words <= {*one.words} or all(word in one.metric for word in words)
        assert one.context == ()


@pytest.mark.parametrize(
    ("names", "of"),
    [
        pytest.param({"periods": ("2021年", "2022年")}, "periods", id="times"),
        pytest.param({"rounds": ("二", "三")}, "rounds", id="rounds"),
        pytest.param({"orgs": ("青岩市教育局", "青岩市林业局")}, "orgs", id="organisations"),
    ],
)
def test_times_rounds_and_organisations_are_parts(names: dict[str, tuple[str, ...]], of: str) -> None:
    question = replace(read("一共处分多少人"), **names)  # type: ignore[arg-type]
    assert [getattr(one, of) for one in asked_parts(question)] == [(name,) for name in names[of]]


def test_regions_and_other_shapes_are_not_added_up() -> None:
    question = read("一共处分多少人")
    assert asked_parts(replace(question, orgs=("青岩市", "北屏市"))) == ()
    years = replace(question, periods=("2021年", "2022年"))
    assert len(asked_parts(years)) == 2
    assert asked_parts(replace(years, shape=Shape.COMPARE)) == ()


TEXT = """中共松原市水务局党组关于巡察整改情况的通报
新建制度7项、修订制度12项，共制定修订制度19项。
党纪处分5人、政务处分3人，追回资金8万元，满意度90%。
"""
STATEMENTS = list(read_statements(parse_report(TEXT, id="one", source="one.txt")))


def stated(raw: str) -> Statement:
    return next(one for one in STATEMENTS if one.figure.raw == raw)


def best(*raws: str, score: float = 0.8) -> list[list[Match]]:
    return [[Match(stated(raw), score, score)] for raw in raws]


def test_sum_is_worked_out_with_its_formula() -> None:
    found = add_up(best("5人", "3人"), STATEMENTS, 0.5)
    assert isinstance(found, Derived)
    assert (found.raw, found.formula) == ("8人", "5人＋3人")
    assert found.terms == (stated("5人"), stated("3人"))
    assert found.metric.startswith("共")


def test_sum_that_the_sentence_states_is_stated() -> None:
    assert add_up(best("7项", "12项"), STATEMENTS, 0.5) == stated("19项")


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(best("5人", "8万元"), id="other units"),
        pytest.param(best("90%", "90%"), id="rates do not add up"),
        pytest.param(best("5人", "3人", score=0.4), id="too unsure"),
        pytest.param(best("5人", "5人"), id="one statement twice"),
        pytest.param(best("5人"), id="one part"),
        pytest.param([*best("5人"), []], id="part that nothing states"),
        pytest.param([], id="no parts"),
    ],
)
def test_what_does_not_add_up_has_no_sum(parts: list[list[Match]]) -> None:
    assert add_up(parts, STATEMENTS, 0.5) is None


def test_part_just_sure_enough_counts() -> None:
    assert add_up(best("5人", "3人", score=0.5), STATEMENTS, 0.5) is not None


@pytest.mark.parametrize(
    ("question", "text", "some"),
    [
        pytest.param("新建和修订的制度一共多少项", "修订制度13项。", True, id="one of two"),
        pytest.param("新建和修订的制度一共多少项", "新建、修订制度24项。", False, id="both"),
        pytest.param("新建和修订的制度一共多少项", "制度24项。", False, id="neither is told"),
        pytest.param("修订的制度多少项", "修订制度13项。", False, id="no total asked"),
    ],
)
def test_figure_of_some_of_what_is_added_up_is_no_total(question: str, text: str, some: bool) -> None:
    (stated,) = read_statements(parse_report(text, id="one", source="one.txt"))
    assert is_of_some(read(question), stated) is some
