from dataclasses import replace

import pytest

from bot.question.answer_types import Asked
from bot.question.question import Question, Shape, Sought
from bot.question.targets import CHANGE, find_sought, of_each
from corpus.figure import Kind

RATES = {Kind.PERCENT, Kind.RATIO, Kind.MULTIPLE}


def sought_in(text: str, shape: Shape = Shape.FIGURE) -> tuple[Sought, ...]:
    return find_sought(text, text, shape)


ONE = [
    pytest.param("化解了多少件矛盾纠纷", ("矛盾纠纷",), {Kind.COUNT}, id="what is counted"),
    pytest.param("追回资金多少钱", ("资金",), {Kind.MONEY}, id="money"),
    pytest.param("化解率是多少", ("化解率",), RATES, id="rate"),
    pytest.param("什么时候启动了巡察", ("启动", "巡察"), {Kind.DATE}, id="when"),
]


@pytest.mark.parametrize(("text", "words", "kinds"), ONE)
def test_one_figure_is_sought(text: str, words: tuple[str, ...], kinds: set[Kind]) -> None:
    (sought,) = sought_in(text)
    assert set(words) <= {*sought.words, *sought.context}
    assert sought.asked is not None
    assert sought.asked.kinds == kinds


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        pytest.param("怎样解决候诊时间长的问题", Shape.TEXT, id="words"),
        pytest.param("有哪些问题", Shape.LIST, id="list"),
        pytest.param("", Shape.TEXT, id="empty"),
    ],
)
def test_words_and_lists_seek_no_figure(text: str, shape: Shape) -> None:
    (sought,) = sought_in(text, shape)
    assert sought.asked is None
    assert sought.metric == "".join(sought.words)


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        pytest.param("完成问题、落实意见、修订制度分别是多少", ["完成", "落实", "制度"], id="row of names"),
        pytest.param("采购预算、成交金额、节约率", ["预算", "成交", "节约率"], id="row of bare amounts"),
        pytest.param("排查了多少亩、复耕了多少亩", ["排查", "复耕"], id="each with its own words"),
        pytest.param("应收账款总额、已清收多少", ["应收账款", "追回"], id="amount named before"),
    ],
)
def test_each_of_several_figures_is_sought_by_itself(text: str, metrics: list[str]) -> None:
    sought = sought_in(text)
    assert len(sought) == len(metrics)
    for one, metric in zip(sought, metrics, strict=True):
        assert metric in "".join((*one.words, *one.context))


def test_verb_alone_takes_up_what_the_figure_before_counts() -> None:
    first, second = sought_in("受理了多少件线索，办结了多少")
    assert "线索" in first.words
    assert "线索" in second.context


@pytest.mark.parametrize(
    ("text", "change"),
    [
        pytest.param("满意度提高了多少", "up", id="up"),
        pytest.param("漏损率下降多少", "down", id="down"),
        pytest.param("满意度提高到多少", "", id="to a level"),
        pytest.param("新增了多少学位", "", id="new ones, no level that moved"),
        pytest.param("核减了多少造价", "", id="deed, no level that moved"),
        pytest.param("投诉少了多少件", "down", id="fewer"),
        pytest.param("摊位月租最高多少钱", "", id="the most"),
        pytest.param("墓碑最便宜多少钱", "", id="the cheapest"),
    ],
)
def test_change_is_read_where_a_level_moved(text: str, change: str) -> None:
    assert sought_in(text)[0].change == change


def test_words_of_change_are_no_words_of_what_is_counted() -> None:
    (sought,) = sought_in("满意度提高了多少")
    assert "提高" not in (*sought.words, *sought.context)


@pytest.mark.parametrize(
    ("text", "way"),
    [("提高了", "up"), ("提高到", ""), ("多了", "up"), ("下降", "down"), ("下降至", ""), ("核减了", "")],
)
def test_row_of_change_matches_its_words(text: str, way: str) -> None:
    assert next((name for name, pattern in CHANGE if pattern.search(text)), "") == way


def test_question_that_compares_seeks_what_the_two_are_compared_in() -> None:
    (sought,) = sought_in("谁的化解率更高", Shape.COMPARE)
    assert sought.words == ("化解率",)
    assert sought.asked is not None
    assert sought.asked.kinds == RATES
    assert not sought.asked.firm


def test_what_follows_is_is_what_is_counted() -> None:
    (sought,) = sought_in("学员中有多少是女生")
    assert sought.words == ("女生",)
    assert "学员" in sought.context


COUNT = Asked(0, 2, frozenset({Kind.COUNT}))
SAME = Question(
    "两年各处分多少人",
    "zh",
    Shape.FIGURE,
    (Sought(COUNT, "处分", ("处分",)),),
    periods=("2020年", "2021年"),
    wording="2020年、2021年分别处分多少人",
)


def test_the_same_of_two_years_is_sought_of_each() -> None:
    assert [one.periods for one in of_each(SAME).sought] == [("2020年",), ("2021年",)]


@pytest.mark.parametrize(
    "wording",
    [
        pytest.param("2020年、2021年一共处分多少人", id="together"),
        pytest.param("2020年的和别的2021年的处分", id="neither severally nor joined"),
    ],
)
def test_total_of_two_years_is_one(wording: str) -> None:
    question = replace(SAME, wording=wording)
    assert of_each(question) is question


def test_each_of_two_organisations_is_sought_but_no_region() -> None:
    units = replace(
        SAME, periods=(), orgs=("青岩市", "青岩市教育局", "青岩市林业局"), wording="分别处分多少人"
    )
    assert [one.orgs for one in of_each(units).sought] == [("青岩市教育局",), ("青岩市林业局",)]


def test_each_of_two_rounds_is_sought() -> None:
    rounds = replace(SAME, periods=(), rounds=("二", "三"), wording="第二轮和第三轮处分多少人")
    assert [one.rounds for one in of_each(rounds).sought] == [("二",), ("三",)]


@pytest.mark.parametrize("shape", [Shape.COMPARE, Shape.TEXT, Shape.LIST])
def test_question_of_another_shape_is_not_taken_apart(shape: Shape) -> None:
    question = replace(SAME, shape=shape)
    assert of_each(question) is question


def test_two_organisations_side_by_side_are_sought_each() -> None:
    (one,) = SAME.sought
    joined = replace(
        SAME,
        periods=(),
        orgs=("青岩市教育局", "梨川县"),
        wording="青岩市教育局和梨川县处分多少人",
        sought=(replace(one, clause="　　　　　　和　　　处分　人"),),
    )
    assert [each.orgs for each in of_each(joined).sought] == [("青岩市教育局",), ("梨川县",)]
    together = replace(joined, wording="青岩市教育局和梨川县联合处分多少人")
    assert of_each(together) is together
