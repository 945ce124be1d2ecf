import pytest

from bot.question.question import Question, Shape
from bot.question.understanding import read_question
from bot.ranking.series import (
    is_other_of_series,
    marks_agree,
    marks_fit,
    series_in,
    with_bygone_levels,
    with_other_parts,
    with_other_times,
)
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

REPORT = parse_report(
    """中共秀川县农业农村局党组关于八届县委第三轮巡察整改情况的通报
发布日期：2023年3月2日
一、惠农资金
核对养殖补贴1450笔，退回多领的补贴86笔。
""",
    id="farm",
    source="farm.txt",
)
ISSUED = "中共秀川县水务局党组关于八届县委第三轮巡察整改情况的通报\n2023年5月9日\n"
STATED = next(one for one in read_statements(REPORT) if one.figure.raw == "86笔")


def asked(text: str, rounds: tuple[str, ...]) -> Question:
    return Question(text, "zh", Shape.FIGURE, (), rounds=rounds, search=text, wording=text)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param("第十二批信访件", [("批", 12, 12)], id="one"),
        pytest.param("第1—9批信访件", [("批", 1, 9)], id="range"),
        pytest.param("1-9批信访件", [("批", 1, 9)], id="range without 第"),
        pytest.param("前四轮巡察", [("轮", 1, 4)], id="the first ones"),
        pytest.param("第二轮巡察移交第三批线索", [("轮", 2, 2), ("批", 3, 3)], id="two rows"),
        pytest.param("四轮巡察", [], id="a count is none"),
        pytest.param("一批干部", [], id="indefinite"),
        pytest.param("第三批次", [], id="another word"),
        pytest.param("道路三标段", [("标段", 3, 3)], id="numbered part"),
        pytest.param("第2党支部", [("党支部", 2, 2)], id="numbered with 第"),
        pytest.param("各标段", [], id="parts without a number"),
    ],
)
def test_series_is_read_with_its_ends(text: str, spans: list[tuple[str, int, int]]) -> None:
    assert list(series_in(text)) == spans


@pytest.mark.parametrize(
    ("asked", "told", "other"),
    [
        pytest.param("第1—9批信访件问责几人", "第十二批信访件40件，问责", True, id="one for a range"),
        pytest.param("第1—9批信访件问责几人", "1-9批信访件400件，问责", False, id="the range"),
        pytest.param("第五轮反馈多少问题", "前四轮反馈的", True, id="the rounds before"),
        pytest.param("第四轮反馈多少问题", "第四轮反馈的", False, id="the very round"),
        pytest.param("第四轮验收平均分", "第三、第四和第五轮验收平均分分别为", False, id="one of a list"),
        pytest.param("反馈多少问题", "前四轮反馈的", False, id="none asked"),
        pytest.param("第四轮反馈多少问题", "全市反馈的", False, id="none told"),
        pytest.param("第二批办结几件", "第一批收到8件，第二批办结", False, id="the last one counts"),
    ],
)
def test_another_of_a_row_is_told(asked: str, told: str, other: bool) -> None:
    assert is_other_of_series(asked, told) is other


MARKS = [
    pytest.param("补贴多少", (), 1.0, 1.0, id="none named"),
    pytest.param("第三轮补贴多少", ("三",), 1.0, 1.0, id="its round"),
    pytest.param("第四轮补贴多少", ("四",), 0.0, 0.0, id="another round"),
    pytest.param("八届县委第三轮补贴多少", ("三",), 1.0, 1.0, id="its term and round"),
    pytest.param("七届县委第三轮补贴多少", ("三",), 0.0, 0.0, id="another term"),
    pytest.param("比上届多多少", (), 1.0, 1.0, id="the term before, unnamed"),
]


@pytest.mark.parametrize(("text", "rounds", "fit", "agree"), MARKS)
def test_round_and_term_that_are_named_decide(
    text: str, rounds: tuple[str, ...], fit: float, agree: float
) -> None:
    question = asked(text, rounds)
    assert marks_fit(question, STATED) == fit
    assert marks_agree(question, REPORT.title) == agree


def test_rounds_counted_together_are_none_of_them() -> None:
    report = parse_report("三轮巡察共发现问题90个。", id="all", source="all.txt")
    (one,) = (each for each in read_statements(report) if each.figure.raw == "90个")
    assert marks_fit(asked("第二轮发现多少问题", ("二",)), one) == 0.0
    assert marks_fit(asked("三轮共发现多少问题", ()), one) == 1.0


def test_round_that_a_statement_does_not_say_makes_it_less_sure() -> None:
    question = asked("第三轮补贴多少", ("三",))
    silent = read_statements(parse_report("通报\n退回补贴86笔。\n", id="silent", source="silent.txt"))[0]
    assert 0.0 < marks_fit(question, silent) < 1.0
    assert marks_agree(question, "退回补贴86笔。") == 1.0


def test_round_named_before_a_figure_is_its_own_whatever_its_report_is_about() -> None:
    text = "关于第三轮巡察的通报\n第二轮巡察退回补贴31笔，第三轮巡察退回补贴86笔。\n"
    told = read_statements(parse_report(text, id="two", source="two.txt"))
    fits = {one.figure.raw: marks_fit(asked("第二轮补贴多少", ("二",)), one) for one in told}
    assert (fits["31笔"], fits["86笔"]) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("told", "question", "others"),
    [
        pytest.param(
            "追回多发补贴38.6万元，其中车队21.4万元、食堂17.2万元。",
            "秀川县农业农村局车队追回多发补贴多少钱",
            {"38.6万元", "17.2万元"},
            id="one of several",
        ),
        pytest.param(
            "追回多发补贴38.6万元，其中车队21.4万元、食堂17.2万元。",
            "秀川县农业农村局追回多发补贴多少钱",
            set(),
            id="the whole",
        ),
        pytest.param(
            "追回多发补贴38.6万元，其中车队21.4万元、食堂17.2万元。",
            "秀川县农业农村局车队和食堂追回多发补贴多少钱",
            set(),
            id="all of them",
        ),
        pytest.param(
            "冷库、晒场两个工程核减造价260万元；其中冷库工程核减145万元。",
            "秀川县农业农村局冷库工程核减造价多少",
            {"260万元"},
            id="one alone, by what the whole does not say of itself",
        ),
        pytest.param(
            "新增床位480张.其中:病房310张、急诊170张.加床由47张减少到13张.",
            "秀川县农业农村局加床还有几张",
            set(),
            id="the list ends with its sentence, however that is ended",
        ),
        pytest.param(
            "改造户厕420户，其中沙柳镇任务86户、已改54户，青禾镇任务73户、已改58户。",
            "秀川县农业农村局青禾镇改了几户",
            {"420户", "86户", "54户"},
            id="a part with figures of several",
        ),
        pytest.param(
            "制定修订制度19项，其中新制定7项、修订12项。",
            "秀川县农业农村局制定修订制度多少项",
            set(),
            id="the whole, whose words the part shares",
        ),
        pytest.param(
            "制定修订制度19项，其中新制定7项、修订12项。",
            "秀川县农业农村局修订制度多少项",
            {"19项", "7项"},
            id="the part alone",
        ),
        pytest.param(
            "反馈问题31个，其中已整改28个。",
            "秀川县农业农村局巡察整改反馈问题多少个",
            set(),
            id="a deed marks no part",
        ),
    ],
)
def test_figure_of_another_part_or_of_the_whole_is_not_that_of_the_part(
    told: str, question: str, others: set[str]
) -> None:
    report = parse_report(
        f"中共秀川县农业农村局党组关于巡察整改情况的通报\n2023年3月2日\n{told}", id="farm", source="farm.txt"
    )
    read = read_question(question, Directory.of([report]))
    statements = [(one, {"other_part": 0.0}) for one in read_statements(report)]
    found = with_other_parts(statements, read, read.sought[0])
    assert {one.figure.raw for one, signals in found if signals["other_part"]} == others


def test_figure_of_a_part_of_the_time_gives_way_to_that_of_all_of_it() -> None:
    report = parse_report(
        ISSUED + "2023年三季度死亡7人。2023年前三季度死亡19人。", id="one", source="one.txt"
    )
    told = [
        (one, {"period": float(one.figure.raw == "19人") or 0.85, "other_time": 0.0})
        for one in read_statements(report)
        if one.figure.unit == "人"
    ]
    found = {one.figure.raw: signals["other_time"] for one, signals in with_other_times(told)}
    assert found == {"7人": 1.0, "19人": 0.0}


def test_figure_without_a_time_gives_way_to_that_of_the_time() -> None:
    report = parse_report(ISSUED + "漏水率由2021年末的21.4%降至17.9%。", id="one", source="one.txt")
    told = [
        (one, {"period": float(one.figure.raw == "21.4%") or 0.5, "other_time": 0.0})
        for one in read_statements(report)
        if one.figure.unit == "%"
    ]
    found = {one.figure.raw: signals["other_time"] for one, signals in with_other_times(told)}
    assert found == {"21.4%": 0.0, "17.9%": 1.0}


def test_sentence_of_the_time_says_what_the_one_before_counts() -> None:
    report = parse_report(
        ISSUED + "立案查处欠薪案件36起，处理41人。去年同期查处的是19起。", id="one", source="one.txt"
    )
    told = [
        (
            one,
            {"period": float(one.figure.raw == "19起") or 0.8, "other_time": 0.0, "own": 0.9, "outdone": 0.0},
        )
        for one in read_statements(report)
        if one.figure.unit == "起"
    ]
    told[-1][1].update(own=0.1, outdone=1.0)
    found = {one.figure.raw: signals for one, signals in with_other_times(told)}
    assert found["36起"]["other_time"] == 1.0
    assert (found["19起"]["other_time"], found["19起"]["own"], found["19起"]["outdone"]) == (0.0, 0.9, 0.0)


@pytest.mark.parametrize(
    ("text", "question", "bygone"),
    [
        pytest.param("负债2021年末为91亿元，2022年末为84亿元。", "水务局负债多少", {"91亿元"}, id="the last"),
        pytest.param(
            "负债2021年末为91亿元，2022年末为84亿元。", "2021年末负债多少", set(), id="a year asked"
        ),
        pytest.param(
            "负债2021年末为91亿元，2022年末为84亿元。", "水务局负债原来多少", set(), id="the one before"
        ),
        pytest.param("罚没款27万元。2021年罚没款18万元。", "罚没款多少", {"18万元"}, id="now is not said"),
        pytest.param(
            "负债2022年末为84亿元，2026年末计划降至60亿元。", "负债多少", set(), id="a plan is no later level"
        ),
    ],
)
def test_what_is_told_of_a_later_time_is_meant_where_no_time_is_asked(
    text: str, question: str, bygone: set[str]
) -> None:
    statements = read_statements(parse_report(ISSUED + text, id="one", source="one.txt"))
    told = [(one, {"planned": float("计划" in one.clause)}) for one in statements if one.figure.unit == "元"]
    found = with_bygone_levels(told, read_question(question, Directory.of([])))
    assert {one.figure.raw for one, signals in found if signals["bygone"]} == bygone
