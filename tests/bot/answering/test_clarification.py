"""A bare name that stands for several organisations is asked back, with choices; nothing is guessed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answer import CheckedAnswer
from bot.answering.clarification import is_bare
from bot.answering.pipeline import Answerer
from bot.commands.terminal_chat import Chat
from bot.programs.json_shapes import answer_shape
from bot.settings import Settings
from retrieval.catalog.catalog import Catalog
from retrieval.index import Index
from tests.retrieval.fictional import LetterEmbedder, ListStore, report

EAST = """中共东原省财政厅党组关于巡视整改进展情况的通报
（2023年6月12日）
根据省委统一部署，省委第二巡视组对省财政厅党组进行了巡视。
一、整改总体情况
省财政厅党组制定措施86条，修订制度21项，追缴资金350万元。
二、主要问题
省财政厅党组聚焦预算管理不严、资产闲置两个问题开展整改。
"""
WEST = """中共西岭省财政厅党组关于巡视整改进展情况的通报
（2022年8月2日）
根据省委统一部署，省委第五巡视组对省财政厅党组进行了巡视。
一、整改总体情况
省财政厅党组制定措施112条，废止制度9项，开展督查14次。
二、主要问题
省财政厅党组聚焦债务底数不清、资金沉淀两个问题开展整改。
"""
PETITIONS = """东原省信访局关于巡视整改进展情况的通报
（2023年5月2日）
一、整改总体情况
省信访局化解信访积案588件，化解率91.35%。
"""
CITY = """临河市人民医院党委关于巡察整改进展情况的通报
（2023年5月2日）
一、整改总体情况
市人民医院药占比由38.2%降至27.6%，修订制度31项。
"""
COUNTY = """青岚县人民医院党总支关于巡察整改进展情况的通报
（2023年5月2日）
一、整改总体情况
县人民医院药占比由41.5%降至30.1%，退还费用12.3万元。
"""
ROUNDS = """八届东原省委第五轮巡视整改情况综述
（2024年2月1日）
截至2024年1月，被巡视党组织共完成整改问题715个，落实巡视反馈意见124条。
"""
TEXTS = {"east": EAST, "west": WEST, "petitions": PETITIONS, "city": CITY, "county": COUNTY, "rounds": ROUNDS}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    store = ListStore({})
    place = tmp_path_factory.mktemp("names") / "catalog.db"
    with Index(Catalog.open(place), LetterEmbedder, lambda _: store) as opened:
        opened.add_all([report(text, name) for name, text in TEXTS.items()])
        yield opened


@pytest.fixture
def answerer(index: Index) -> Answerer:
    return Answerer(index)


def names(answer: CheckedAnswer) -> set[str]:
    return {choice.name for choice in answer.choices}


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("财政厅", True),
        ("省信访局", True),
        ("人民医院", True),
        ("东原省财政厅", False),
        ("省委", False),
        ("县政府", False),
        ("全省", False),
        ("东原省", False),
        ("被巡视党组织", False),
        ("省委巡视办", False),
    ],
)
def test_bare_name_has_a_unit_and_no_place(name: str, bare: bool) -> None:
    assert is_bare(name) is bare


@pytest.mark.parametrize(
    ("question", "choices"),
    [
        ("财政厅制定了多少条措施？", {"东原省财政厅", "西岭省财政厅"}),
        ("省财政厅制定多少条措施", {"东原省财政厅", "西岭省财政厅"}),
        ("人民医院的药占比降到多少？", {"临河市人民医院", "青岚县人民医院"}),
        ("财政厅聚焦哪些问题整改？", {"东原省财政厅", "西岭省财政厅"}),
        ("总结财政厅的整改情况", {"东原省财政厅", "西岭省财政厅"}),
    ],
)
def test_name_of_several_is_asked_back(answerer: Answerer, question: str, choices: set[str]) -> None:
    answer = answerer.ask(question)
    assert answer.refused
    assert answer.direct is None
    assert (answer.findings, answer.citations) == ((), ())
    assert names(answer) == choices
    assert all(f". {name}" in answer.text for name in choices)
    assert {choice.question for choice in answer.choices} == {
        question.replace("省财政厅", "财政厅").replace(
            "财政厅" if "财政厅" in question else "人民医院", name, 1
        )
        for name in choices
    }
    for choice in answer.choices:
        told = answerer.ask(choice.question)
        assert not told.refused
        assert told.choices == ()


@pytest.mark.parametrize(
    ("question", "raw"),
    [
        ("东原省财政厅制定了多少条措施？", "86条"),
        ("西岭财政厅制定了多少条措施？", "112条"),
        ("东原省的财政厅制定了多少条措施？", "86条"),
        ("市人民医院的药占比降到多少？", "27.6%"),
        ("县人民医院的药占比降到多少？", "30.1%"),
    ],
    ids=["full", "short place", "place apart", "level", "other level"],
)
def test_name_that_the_question_decides_is_answered(answerer: Answerer, question: str, raw: str) -> None:
    answer = answerer.ask(question)
    assert answer.direct is not None
    assert answer.direct.raw == raw
    assert answer.choices == ()


@pytest.mark.parametrize(
    ("question", "raw", "full"),
    [
        ("财政厅追缴资金多少元？", "350万元", "东原省财政厅"),
        ("财政厅开展督查多少次？", "14次", "西岭省财政厅"),
        ("省信访局的化解率是多少？", "91.35%", "东原省信访局"),
        ("人民医院退还费用多少元？", "12.3万元", "青岚县人民医院"),
    ],
)
def test_name_of_which_one_alone_states_what_is_asked_is_answered_in_full(
    answerer: Answerer, question: str, raw: str, full: str
) -> None:
    answer = answerer.ask(question)
    assert answer.direct is not None
    assert answer.direct.raw == raw
    assert full in answer.text
    assert answer.choices == ()


@pytest.mark.parametrize(("before", "raw"), [("东原省信访局的化解率是多少？", "86条")])
def test_question_before_decides(answerer: Answerer, before: str, raw: str) -> None:
    answer = answerer.ask("那财政厅制定了多少条措施？", after=[before])
    assert answer.direct is not None
    assert answer.direct.raw == raw
    assert answer.choices == ()


def test_answer_to_the_question_back_may_be_a_name_alone(answerer: Answerer) -> None:
    answer = answerer.ask("西岭省财政厅", after=["财政厅制定了多少条措施？"])
    assert answer.direct is not None
    assert answer.direct.raw == "112条"


@pytest.mark.parametrize(("name", "raw"), [("east", "86条"), ("west", "112条")])
def test_chosen_report_decides(answerer: Answerer, name: str, raw: str) -> None:
    answer = answerer.ask("财政厅制定了多少条措施？", reports=[name])
    assert answer.direct is not None
    assert answer.direct.raw == raw


@pytest.mark.parametrize(
    "question",
    [
        "第五轮巡视完成整改多少个问题？",
        "被巡视党组织完成整改多少个问题？",
        "八届省委第五轮落实多少条巡视反馈意见？",
    ],
)
def test_collective_question_is_answered(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert not answer.refused
    assert answer.choices == ()


def test_name_that_nobody_states_is_refused_without_choices(answerer: Answerer) -> None:
    answer = answerer.ask("财政厅植树多少棵？")
    assert answer.refused
    assert answer.choices == ()


def test_choices_are_in_the_json_where_there_are_some(answerer: Answerer) -> None:
    assert set(answer_shape(answerer.ask("财政厅制定了多少条措施？"))["choices"]) == {
        "东原省财政厅",
        "西岭省财政厅",
    }
    assert "choices" not in answer_shape(answerer.ask("东原省财政厅制定了多少条措施？"))


def test_number_chooses_in_the_terminal(
    index: Index, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chat = Chat(index, Settings(home=tmp_path))
    chat.hear("财政厅制定了多少条措施？")
    asked = capsys.readouterr().out
    assert "输入编号即可" in asked
    chat.hear("3")
    assert "没有编号为 3 的选项" in capsys.readouterr().out
    number = 1 if asked.index("东原") < asked.index("西岭") else 2
    chat.hear(str(number))
    assert "86条" in capsys.readouterr().out
    chat.hear("1")
    assert "【" in capsys.readouterr().out  # now a number opens a citation again
