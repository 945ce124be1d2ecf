import pytest

from bot.question.understanding import read_question
from bot.ranking.matching import Match, match_statements
from bot.ranking.scope import Place, may_speak_of
from corpus.organisations.directory import Directory, report_region
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

TEXT = """中共秀川县农业农村局党组关于巡察整改情况的通报
发布日期：2023年3月2日
2022年8月至10月，秀川县委第二巡察组对秀川县农业农村局党组开展了巡察。
一、惠农资金
核对养殖补贴1450笔，退回多领的补贴86笔、金额23.4万元；2021年退回9.1万元。
办结率由81.2%提高到94.7%，提高13.5个百分点。
二、项目建设
修建机耕路37公里，计划2023年再修建50公里。
秀川县种子站、秀川县畜牧站分别清查仓库6座和11座。
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
        pytest.param("种子站清查了几座仓库", "6座", id="first of a row of names"),
    ],
)
def test_best_match_is_the_figure_asked_for(
    question: str, raw: str, setting: tuple[Directory, Place]
) -> None:
    match = best(question, setting)
    assert match is not None
    assert match.statement.figure.raw == raw


def test_figure_of_another_year_is_not_sure(setting: tuple[Directory, Place]) -> None:
    match = best("农业农村局2019年退回补贴多少钱", setting)
    assert match is None or match.score < 0.5


def test_figure_that_the_question_gives_does_not_answer(setting: tuple[Directory, Place]) -> None:
    match = best("核对养殖补贴1450笔，退回多少笔", setting)
    assert match is not None
    assert match.statement.figure.raw == "86笔"


def test_signals_explain_a_match(setting: tuple[Directory, Place]) -> None:
    match = best("农业农村局退回补贴多少钱", setting)
    assert match is not None
    assert {"own", "kind", "organisation", "period"} <= set(match.signals)
    assert all(0.0 <= value <= 1.0 for value in match.signals.values())


@pytest.mark.parametrize(
    ("question", "may"),
    [
        ("秀川县农业农村局退回了多少笔补贴", True),
        ("农业农村局退回了多少笔补贴", True),
        ("退回了多少笔补贴", True),
        ("青岚县农业农村局退回了多少笔补贴", False),
        ("青岚县农业农村局和秀川县畜牧站谁清查的仓库多", True),
    ],
)
def test_report_of_another_place_that_does_not_name_it_says_nothing_of_it(
    question: str, may: bool, setting: tuple[Directory, Place]
) -> None:
    directory, place = setting
    assert may_speak_of(read_question(question, directory), place) is may
