import pytest

from checker.comparison.plan_marks import EXAMPLE, PLAN, find_mark, is_planned, tells_plan_as_done, unmarked
from corpus.figure import Statement
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of


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
        pytest.param("明年水费收缴率目标96%。", id="a bare target"),
        pytest.param("公厕原定今年建成45座。", id="what was settled on"),
        pytest.param("建议将维护经费由每年48万元提高至72万元。", id="what is advised"),
        pytest.param("计划改造未达标的5个小区。", id="what is to be done with what is not"),
    ],
)
def test_plan_is_marked(text: str) -> None:
    assert is_planned(last(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("毕业去向落实率达到93%。", id="no mark"),
        pytest.param("公厕原定今年建成45座，实际建成41座。", id="what came of it"),
        pytest.param("列入计划50项。", id="the plan itself"),
        pytest.param("采纳审计建议14个，整改率达到64%。", id="advice in the clause before"),
        pytest.param("下达资金占2021年预计规模的64%。", id="a share of what is expected"),
        pytest.param("年度计划完成率95%。", id="a rate of the plan"),
        pytest.param("计划生育奖励50人。", id="计划 of another word"),
        pytest.param("营养改善计划资金滞留50万元。", id="计划 of a programme's name"),
        pytest.param("准备金50万元。", id="准备 of another word"),
        pytest.param("拟定制度12项。", id="拟 of 拟定"),
        pytest.param("计划收回60万元，目前已收回50万元。", id="fulfilled"),
        pytest.param("预计投资。已投资50万元。", id="another sentence"),
        pytest.param("预计全年投资80万元.应收账款清收50万元.", id="another sentence in half-width marks"),
        pytest.param("护栏计划更换65公里，完成38公里。", id="done behind a comma"),
        pytest.param("力争网上办理率达到100%（上半年为76%）。", id="in brackets behind the plan"),
        pytest.param("收回50万元，力争", id="behind the figure"),
        pytest.param("9月底前未完成剩余14项整改。", id="what is said not to be done"),
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


HEADED = "关于渔港整治情况的通报\n\n一、整治情况\n已建成监控点62处。\n\n二、下一步打算\n建成监控点180处，拆除旧棚95间，目前已拆除40间。\n"


@pytest.mark.parametrize(
    ("claim", "raw", "told"),
    [
        pytest.param("已经建成监控点180处。", "180处", True, id="a plan told as done"),
        pytest.param("将建成监控点180处。", "180处", False, id="a plan told as one"),
        pytest.param("已拆除旧棚40间。", "40间", False, id="done under the heading"),
        pytest.param("已建成监控点62处。", "62处", False, id="under another heading"),
    ],
)
def test_plan_of_a_heading_is_told_as_done(claim: str, raw: str, told: bool) -> None:
    (stated,) = (one for one in evidence_of(HEADED).statements if one.figure.raw == raw)
    assert tells_plan_as_done(last(claim), stated) is told


@pytest.mark.parametrize(
    ("text", "planned"),
    [("三季度目标：化解率90%；解决率不低于87%。", True), ("整改情况：化解率90%；解决率87%。", False)],
)
def test_aims_that_a_sentence_lists_are_plans(text: str, *, planned: bool) -> None:
    assert [is_planned(one) for one in read_draft(text) if one.figure.unit == "%"] == [planned, planned]
