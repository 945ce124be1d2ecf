from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.question.understanding import read_question
from bot.ranking.matching import (
    AnchorFactors,
    Match,
    match_statements,
    may_answer,
)
from bot.ranking.scope import Place
from bot.ranking.weight_table import held_factors
from corpus.organisations.directory import Directory, report_region
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

NEARNESS = held_factors("anchor", AnchorFactors)

TEXT = """中共秀川县农业农村局党组关于巡察整改情况的通报
发布日期：2023年3月2日
2022年8月至10月，秀川县委第二巡察组对秀川县农业农村局党组开展了巡察。
一、惠农资金
核对养殖补贴1450笔，退回多领的补贴86笔、金额23.4万元；2021年退回9.1万元。
办结率由81.2%提高到94.7%，提高13.5个百分点。
二、项目建设
修建机耕路37公里，计划2023年再修建50公里。
秀川县种子站、秀川县畜牧站分别清查仓库6座和11座。
破损大棚由62座减少到17座。
"""


@pytest.fixture(scope="module")
def setting() -> tuple[Directory, Place]:
    report = parse_report(TEXT, id="farm", source="farm.txt")
    return Directory.of([report]), Place(report, report_region(report))


def best(question: str, setting: tuple[Directory, Place]) -> Match | None:
    directory, place = setting
    read = read_question(question, directory)
    statements = read_statements(place.report)
    matches = match_statements(read, read.sought[0], statements, {"farm": place}, {})
    return matches[0] if matches else None


@pytest.mark.parametrize(
    ("question", "raw"),
    [
        pytest.param("农业农村局退回补贴多少钱", "23.4万元", id="amount of what was done"),
        pytest.param("农业农村局退回了多少笔补贴", "86笔", id="unit that is asked for"),
        pytest.param("核对了多少笔养殖补贴", "1450笔", id="verb tells two counts apart"),
        pytest.param("农业农村局办结率是多少", "94.7%", id="the later of two levels"),
        pytest.param("办结率提高了几个百分点", "13.5个百分点", id="change"),
        pytest.param("修建了多少公里机耕路", "37公里", id="done rather than planned"),
        pytest.param("计划2023年再修建多少公里机耕路", "50公里", id="planned where that is asked"),
        pytest.param("畜牧站清查了几座仓库", "11座", id="second of a row of names"),
        pytest.param("农业农村局破损大棚还剩几座", "17座", id="what a level fell to is what remains"),
        pytest.param("种子站清查了几座仓库", "6座", id="first of a row of names"),
    ],
)
def test_best_match_is_the_figure_asked_for(
    question: str, raw: str, setting: tuple[Directory, Place]
) -> None:
    match = best(question, setting)
    assert match is not None
    assert match.statement.figure.raw == raw


def test_likeness_is_asked_of_what_may_answer_alone(setting: tuple[Directory, Place]) -> None:
    directory, place = setting
    read = read_question("农业农村局退回了多少笔补贴", directory)
    told: list[int] = []

    def likeness(query: str, texts: Sequence[str]) -> list[float]:
        told.append(len(texts))
        return [0.9] * len(texts)

    stated = read_statements(place.report)
    for among in (stated[:0], stated):
        match_statements(read, read.sought[0], among, {"farm": place}, {}, likeness=likeness)
    assert len(told) == 1
    assert told[0] > 0


def test_figure_of_another_year_is_not_sure(setting: tuple[Directory, Place]) -> None:
    match = best("农业农村局2019年退回补贴多少钱", setting)
    assert match is None or match.score < 0.5


def test_figure_that_the_question_gives_does_not_answer(setting: tuple[Directory, Place]) -> None:
    match = best("核对养殖补贴1450笔，退回多少笔", setting)
    assert match is not None
    assert match.statement.figure.raw == "86笔"


def test_year_that_the_question_names_in_short_does_not_answer_when(setting: tuple[Directory, Place]) -> None:
    directory, place = setting
    read = read_question("2021退补贴什么时候退回", directory)
    stated = [one for one in read_statements(place.report) if one.figure.raw == "2021年"]
    assert stated
    assert not any(may_answer(read, read.sought[0], one) for one in stated)


TOLD_TWICE = """今年茶园新开34亩。
茶园修路9公里。
镇里说，今年茶园新开34亩。
"""
TOLD_OTHERWISE = TOLD_TWICE.replace("镇里说，今年茶园新开34亩", "镇里说，今年茶园新开43亩")


def test_first_is_as_sure_where_another_states_the_same() -> None:
    leads = []
    for text in (TOLD_TWICE, TOLD_OTHERWISE):
        report = parse_report(text, id="farm", source="farm.txt")
        read = read_question("今年茶园新开多少亩", Directory())
        statements, places = read_statements(report), {"farm": Place(report, "")}
        leads.append(match_statements(read, read.sought[0], statements, places, {})[0].signals["lead"])
    assert leads[0] > leads[1]


@pytest.mark.parametrize(
    ("question", "cosine", "unlike"),
    [
        pytest.param("茶园修路多少公里", 0.79, True, id="asked of nobody"),
        pytest.param("茶园修路多少公里", 0.5, False, id="vectors that tell little"),
        pytest.param("秀川县农业农村局茶园修路多少公里", 0.79, False, id="asked of somebody"),
    ],
)
def test_of_nobodys_what_means_something_else_is_told(question: str, cosine: float, unlike: bool) -> None:
    report = replace(parse_report(TOLD_TWICE, id="farm", source="farm.txt"), organisation="")
    read, places = read_question(question, Directory()), {"farm": Place(report, "")}
    matches = match_statements(
        read,
        read.sought[0],
        read_statements(report),
        places,
        {},
        likeness=lambda _, texts: [cosine for _ in texts],
    )
    assert any(one.signals["unlike"] for one in matches) is unlike


def test_signals_explain_a_match(setting: tuple[Directory, Place]) -> None:
    match = best("农业农村局退回补贴多少钱", setting)
    assert match is not None
    assert {"own", "kind", "organisation", "period"} <= set(match.signals)
    assert all(0.0 <= value <= 1.0 for value in match.signals.values())


@pytest.mark.parametrize(
    ("question", "raw", "may"),
    [
        pytest.param("退回了多少笔补贴", "86笔", True, id="kind that is asked for"),
        pytest.param("办结率是多少", "86笔", False, id="count where a rate is asked"),
        pytest.param("核对养殖补贴1450笔，退回多少笔", "1450笔", False, id="figure of the question itself"),
        pytest.param("退回了多少笔补贴", "2021年", False, id="time where a count is asked"),
        pytest.param("什么时候开展了巡察", "2022年8月至10月", True, id="time where it is asked"),
        pytest.param("怎样退回补贴", "86笔", False, id="no figure asked"),
    ],
)
def test_figure_may_answer_where_its_kind_can(
    question: str, raw: str, may: bool, setting: tuple[Directory, Place]
) -> None:
    directory, place = setting
    read = read_question(question, directory)
    stated = next(one for one in read_statements(place.report) if one.figure.raw == raw)
    assert may_answer(read, read.sought[0], stated) is may


@pytest.mark.parametrize(
    ("anchor", "nearness"),
    [
        pytest.param("86笔", NEARNESS.same_sentence, id="same sentence"),
        pytest.param("94.7%", NEARNESS.near_by, id="close by"),
        pytest.param("", 0.0, id="no question before"),
    ],
)
def test_match_is_drawn_to_the_statement_that_answered_before(
    anchor: str, nearness: float, setting: tuple[Directory, Place]
) -> None:
    directory, place = setting
    read = read_question("退回补贴多少钱", directory)
    statements = read_statements(place.report)
    before = next((one for one in statements if one.figure.raw == anchor), None)
    matches = match_statements(read, read.sought[0], statements, {"farm": place}, {}, before)
    (money,) = [one for one in matches if one.statement.figure.raw == "23.4万元"]
    assert money.signals["anchor"] == nearness


def test_place_in_a_row_answers_nothing() -> None:
    table = "名次  村名      清理合同  问题合同\n 1    柳湾村       164       28\n 2    东岭村       203       37\n"
    report = parse_report(f"秀川县清理合同情况\n\n{table}", id="one", source="one.txt")
    read = read_question("东岭村有多少户", Directory())
    told = [one for one in read_statements(report) if may_answer(read, read.sought[0], one)]
    assert [one.figure.raw for one in told] == ["164", "28", "203", "37"]


def test_cell_is_weighed_by_what_stands_over_it() -> None:
    others = "".join(f"第三批走访反馈意见的农户{number}户。" for number in range(100, 150))
    table = "| 批次 | 组数 | 反馈意见 |\n|---|---|---|\n| 第二批 | 4个 | 52条 |\n| 第三批 | 6个 | 61条 |\n"
    report = parse_report(f"秀川县走访综述\n{others}\n\n{table}", id="one", source="one.txt")
    read = read_question("第三批走访反馈了多少条意见", Directory())
    statements = read_statements(report)
    matches = match_statements(read, read.sought[0], statements, {"one": Place(report, "")}, {})
    assert matches[0].statement.figure.raw == "61条"
