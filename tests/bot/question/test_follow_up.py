from dataclasses import replace

import pytest

from bot.question.answer_types import Asked
from bot.question.follow_up import lean_on, may_lean
from bot.question.question import Question, Shape, Sought
from bot.question.understanding import read_question
from corpus.figure import Kind
from corpus.organisations.directory import Directory

BUREAU, OFFICE = "青岩市水务局", "青岩市林业局"
DIRECTORY = Directory()
for _name in (BUREAU, OFFICE):
    DIRECTORY.add_name(_name)


def read(text: str) -> Question:
    return read_question(text, DIRECTORY)


@pytest.mark.parametrize(
    ("text", "may"),
    [
        pytest.param("完成了几个", True, id="names nobody"),
        pytest.param("那去年呢", True, id="says nothing of what it asks"),
        pytest.param("那青岩市林业局呢", True, id="names another, and that alone"),
        pytest.param("青岩市林业局造林多少亩", False, id="stands by itself"),
    ],
)
def test_question_may_lean_where_it_leaves_something_out(text: str, may: bool) -> None:
    assert may_lean(read(text)) is may


def test_question_that_stands_by_itself_stays() -> None:
    question = read("青岩市林业局造林多少亩")
    assert lean_on(question, read("青岩市水务局2021年修了几座水库")) is question


def test_organisation_and_time_are_filled_in() -> None:
    before = read("青岩市水务局2021年修了几座水库")
    after = lean_on(read("投入了多少钱"), before)
    assert after.leans
    assert (after.orgs, after.periods) == ((BUREAU,), ("2021年",))
    assert after.search == f"{before.search} {read('投入了多少钱').search}"
    assert after.sought[0].asked is not None
    assert after.sought[0].asked.kinds == {Kind.MONEY}


def test_own_time_and_organisation_stand_before_those_of_the_question_before() -> None:
    after = lean_on(read("那青岩市林业局2022年呢"), read("青岩市水务局2021年修了几座水库"))
    assert (after.orgs, after.periods) == ((OFFICE,), ("2022年",))


def test_bare_question_asks_the_same_again() -> None:
    before = read("青岩市水务局2021年修了几座水库")
    after = lean_on(read("2022年呢"), before)
    assert (after.sought, after.shape) == (before.sought, Shape.FIGURE)
    assert after.periods == ("2022年",)


def test_bare_question_keeps_its_own_way_of_asking() -> None:
    after = lean_on(read("提高了多少"), read("青岩市水务局2021年供水率是多少"))
    assert after.sought[0].change == "up"
    assert "供水率" in "".join(after.sought[0].words)


def test_and_that_asks_how_many_of_another() -> None:
    after = lean_on(read("那诫勉呢"), read("青岩市水务局处分了几个人"))
    assert after.shape is Shape.FIGURE
    (sought,) = after.sought
    assert sought.words == ("诫勉",)
    assert sought.asked is not None
    assert sought.asked.kinds == {Kind.COUNT}
    assert not sought.asked.firm


def test_deed_and_counted_noun_of_before_do_not_go_on() -> None:
    before = read("青岩市水务局食堂违规列支的钱追回多少")
    after = lean_on(read("一共查了几个食堂"), before)
    assert "追回" not in after.sought[0].context


def test_members_of_before_go_on_where_no_organisation_is_named() -> None:
    one = Sought(Asked(0, 2, frozenset({Kind.COUNT})), "站点", ("站点",))
    before = Question("", "zh", Shape.FIGURE, (one,), orgs=(BUREAU,), members=("酒店公司",))
    silent = Question("几个", "zh", Shape.FIGURE, (one,))
    assert lean_on(silent, before).members == ("酒店公司",)
    bare = replace(silent, orgs=(OFFICE,), sought=(replace(one, words=()),))
    assert lean_on(bare, before).members == ()
