import pytest

from checker.comparison.plan_marks import EXAMPLE, PLAN, find_mark, is_planned, unmarked
from corpus.figure import Statement
from corpus.statements.statements import read_draft


def last(text: str) -> Statement:
    return read_draft(text)[-1]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("毕业去向落实率力争达到93%。", id="力争"),
        pytest.param("拟于年内收回资金50万元。", id="拟于"),
        pytest.param("预计投资3.6亿元。", id="预计"),
        pytest.param("目标是化解率95%。", id="目标是"),
        pytest.param("确保在年内化解95%。", id="确保在"),
        pytest.param("有望突破50万元。", id="有望"),
        pytest.param("计划收回50万元。", id="计划"),
        pytest.param("争取办结率提高到95%。", id="争取 before a verb"),
    ],
)
def test_plan_is_marked(text: str) -> None:
    assert is_planned(last(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("毕业去向落实率达到93%。", id="no mark"),
        pytest.param("列入计划50项。", id="the plan itself"),
        pytest.param("下达资金占2021年预计规模的64%。", id="a share of what is expected"),
        pytest.param("年度计划完成率95%。", id="a rate of the plan"),
        pytest.param("计划生育奖励50人。", id="计划 of another word"),
        pytest.param("准备金50万元。", id="准备 of another word"),
        pytest.param("拟定制度12项。", id="拟 of 拟定"),
        pytest.param("计划收回60万元，目前已收回50万元。", id="fulfilled"),
        pytest.param("预计投资。已投资50万元。", id="another sentence"),
        pytest.param("收回50万元，力争", id="behind the figure"),
    ],
)
def test_what_is_done_is_no_plan(text: str) -> None:
    assert not is_planned(last(text))


def test_mark_governs_the_figure_before_what_is_fulfilled() -> None:
    planned, done = read_draft("计划收回60万元，目前已收回50万元。")
    assert (is_planned(planned), is_planned(done)) == (True, False)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        pytest.param("假设某单位收回资金50万元。", "假设", id="supposed"),
        pytest.param("如果收回资金50万元。", "如果", id="if"),
        pytest.param("例如“收回资金50万元”的写法。", "例如", id="a wording"),
        pytest.param("例如县财政局收回资金50万元。", "", id="a case that happened"),
        pytest.param("收回资金50万元。", "", id="no mark"),
        pytest.param("假设成立。收回资金50万元。", "", id="another sentence"),
    ],
)
def test_example_is_marked(text: str, mark: str) -> None:
    found = find_mark(last(text), EXAMPLE)
    assert (found.group() if found else "") == mark


def test_last_mark_before_the_figure_counts() -> None:
    statement = last("预计投产，力争达到93%。")
    found = find_mark(statement, PLAN)
    assert found is not None
    assert statement.quote[found.start() : found.end()] == "力争"


def test_statement_without_its_marks_keeps_its_length_and_is_neither_plan_nor_example() -> None:
    planned = last("例如“力争达到93%”的写法。")
    bare = unmarked(planned)
    assert len(bare.quote) == len(planned.quote)
    assert is_planned(planned)
    assert not is_planned(bare)
    assert find_mark(bare, EXAMPLE) is None
