import pytest

from bot.question.understanding import read_question
from bot.ranking.figure_context import words_around
from bot.ranking.scope import Place
from bot.ranking.term_presence import StatementSetting
from bot.ranking.times.time_signals import is_ahead, time_signals
from checker.comparison.features import features
from corpus.organisations.directory import Directory, report_region
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

ISSUED = "中共秀川县水务局党组关于八届县委第三轮巡察整改情况的通报\n2023年5月9日\n"


def signals(question: str, text: str, raw: str) -> dict[str, float]:
    """The signals of time of the figure ``raw``."""
    report = parse_report(text, id="one", source="one.txt")
    statements = read_statements(report)
    index = next(index for index, one in enumerate(statements) if one.figure.raw == raw)
    one = statements[index]
    place = Place(report, report_region(report))
    setting = StatementSetting(one, features(one), words_around(statements)[index], place)
    return time_signals(read_question(question, Directory.of([report])), setting)


YEARS = ISSUED + "处分171人，立案216件，去年同期132件。"
ROWS = [
    pytest.param("period", "2021年修了几座桥", ISSUED + "2021年修桥4座。", 1.0, id="its year"),
    pytest.param("period", "2020年修了几座桥", ISSUED + "2021年修桥4座。", 0.0, id="another year"),
    pytest.param("other_time", "2020年修了几座桥", ISSUED + "2021年修桥4座。", 1.0, id="other time"),
    pytest.param("other_time", "2021年修了几座桥", ISSUED + "2021 年修桥4座。", 0.0, id="time set in spaces"),
    pytest.param(
        "other_time",
        "2020年修了几座桥",
        ISSUED + "修桥4座，较2020年的9座下降。",
        1.0,
        id="the level beside the asked",
    ),
    pytest.param("untimed", "2020年修了几座桥", "村里修桥4座。", 1.0, id="no time about it"),
    pytest.param(
        "other_time",
        "2021年修了几座桥",
        "2021年开工。上半年拨款2035万元。修桥4座。",
        0.0,
        id="an amount is no year",
    ),
    pytest.param(
        "untimed",
        "2020年修了几座桥",
        "路灯较2020年的9盏增加。村里修桥4座。",
        1.0,
        id="a time only compared with before it",
    ),
    pytest.param("untimed", "2020年修了几座桥", "2020年村里修桥4座。", 0.0, id="time about it"),
    pytest.param(
        "untimed",
        "三季度修了几座桥",
        ISSUED + "四季度走访47户，比三季度多9户。修桥4座。",
        1.0,
        id="a quarter only compared with before it",
    ),
    pytest.param(
        "untimed", "三季度修了几座桥", ISSUED + "三季度走访47户。修桥4座。", 0.0, id="its quarter before it"
    ),
    pytest.param("untimed", "修了几座桥", "村里修桥4座。", 0.0, id="no time asked for"),
    pytest.param("compared_with", "2021年比2020年多修几座桥", ISSUED + "2020年修桥4座。", 1.0, id="compared"),
    pytest.param("compared_with", "2021年修了几座桥", ISSUED + "2020年修桥4座。", 0.0, id="not compared"),
    pytest.param("untimed", "去年修了几座桥", "村里修桥4座。", 1.0, id="now, where the year before is asked"),
    pytest.param(
        "untimed", "去年修了几座桥", ISSUED + "2022年修桥4座。", 0.0, id="the year before by its name"
    ),
    pytest.param(
        "untimed",
        "上一年修了几座桥",
        ISSUED + "修桥4座，去年5座。",
        0.0,
        id="the year before in the sentence",
    ),
    pytest.param(
        "untimed",
        "2020年修了几座桥",
        "与2020年度相比，路灯增加9盏。村里修桥4座。",
        1.0,
        id="a year compared with before it",
    ),
    pytest.param(
        "untimed",
        "2019年修了几座桥",
        "2019年3月至2022年8月任期内，村里修桥4座。",
        1.0,
        id="the first of years on end",
    ),
    pytest.param(
        "untimed",
        "2019年至2022年修了几座桥",
        "2019年3月至2022年8月任期内，村里修桥4座。",
        0.0,
        id="all the years on end",
    ),
    pytest.param(
        "other_time",
        "2021年全年修了几座桥",
        ISSUED + "2021年1-9月修桥4座。",
        1.0,
        id="a part of the whole year",
    ),
    pytest.param(
        "other_time", "2021年修了几座桥", ISSUED + "2021年1-9月修桥4座。", 0.0, id="within the year"
    ),
]


@pytest.mark.parametrize(("name", "question", "text", "expected"), ROWS)
def test_signal_says_when(name: str, question: str, text: str, expected: float) -> None:
    assert signals(question, text, "4座")[name] == expected


EARLIER = ISSUED + "2022年新建水窖6口；2021年为4口。"


@pytest.mark.parametrize(
    ("question", "text", "raw", "other"),
    [
        pytest.param("去年同期处分了多少人", YEARS, "171人", 1.0, id="of now"),
        pytest.param("去年同期立案多少件", YEARS, "132件", 0.0, id="of the same time before"),
        pytest.param("处分了多少人", YEARS, "171人", 0.0, id="now is asked"),
        pytest.param("2021年新建几口水窖", EARLIER, "6口", 1.0, id="the year beside the asked"),
        pytest.param("2021年新建几口水窖", EARLIER, "4口", 0.0, id="the asked year"),
        pytest.param(
            "2021年度查出的问题整改几个",
            ISSUED + "2021年度查出问题38个，截至2022年6月30日整改36个。",
            "36个",
            0.0,
            id="stands at a date, told of the asked year",
        ),
        pytest.param(
            "2021年度审计查出的问题整改几个",
            ISSUED + "2020年度审计查出问题27个，截至2021年11月底整改25个。",
            "25个",
            1.0,
            id="found by the audit of another year",
        ),
        pytest.param(
            "2020年供水收入多少",
            ISSUED + "2020年漏损较多。2021年漏水点由31处减至12处。供水收入640万元。",
            "640万元",
            1.0,
            id="told after another year",
        ),
        pytest.param(
            "2021年供水收入多少",
            ISSUED + "2021年漏水点由31处减至12处。供水收入640万元。",
            "640万元",
            0.0,
            id="told after the asked year",
        ),
        pytest.param(
            "2020年水电占比多少",
            ISSUED + "2021年风电占比8%，水电占比2020年为12%。",
            "12%",
            0.0,
            id="a share compares with no year",
        ),
    ],
)
def test_figure_of_another_year_in_the_sentence_is_of_another_time(
    question: str, text: str, raw: str, other: float
) -> None:
    assert signals(question, text, raw)["other_time"] == other


@pytest.mark.parametrize(
    ("question", "ahead"),
    [
        pytest.param("县水务局管网多长", True, id="a year to come, not asked for"),
        pytest.param("县水务局2026年管网多长", False, id="the year that is asked for"),
    ],
)
def test_figure_of_a_year_to_come_is_a_plan(question: str, ahead: bool) -> None:
    report = parse_report(ISSUED + "到2026年，管网达到420公里。", id="one", source="one.txt")
    (length,) = [one for one in read_statements(report) if one.figure.raw == "420公里"]
    assert is_ahead(read_question(question, Directory.of([report])), length) is ahead
