"""One talk through every door: the same answers, and it goes on where the program was ended between two turns."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.commands.terminal_chat import Chat
from bot.library.opening import open_index
from bot.settings import Settings
from tests.bot.chat.stages import Stage
from tests.bot.chat.test_scenarios import READER, STAGES, let_in
from tests.bot.conftest import Program
from tests.bot.telegram.conftest import Office
from tests.retrieval.fictional import SCHOOL, WATER, LetterEmbedder

pytestmark = pytest.mark.server

TURNS = (
    "你好",
    "请问临江市水务局修订了多少项制度",
    "废止了多少项？",
    "谢谢",
    "你确定吗",
    "出自哪里",
    "整改完成率多少",
    "food please",
)
"""What is said: small talk, a question, one that leans, a doubt, the source, another."""

FIGURES = {1: "12项", 2: "3项", 4: "3项"}
"""Figures that the turns are answered with, by place."""


def first_line(text: str) -> str:
    return text.strip().splitlines()[0]


@pytest.fixture
def home(hedui: Program, tmp_path: Path) -> Path:
    """A home whose index holds the reports that the platforms' stages hold."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, text in (("water", WATER), ("school", SCHOOL)):
        (texts / f"{name}.txt").write_text(text, "utf-8")
    assert hedui("ingest", str(texts), home=tmp_path / "index").status == 0
    return tmp_path / "index"


@pytest.fixture
def answers(hedui: Program, home: Path) -> list[str]:
    """The first line of each answer of a session, one call of the program a turn."""
    told = [hedui("ask", turn, "--session", "甲", "--json", home=home).json["answer"] for turn in TURNS]
    for place, figure in FIGURES.items():
        assert figure in told[place]
    return [first_line(text) for text in told]


def test_batch_answers_as_a_session(hedui: Program, home: Path, answers: list[str], tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    rows: list[dict[str, object]] = [{"question": turn, "session": "乙"} for turn in TURNS]
    rows += [{"question": TURNS[2], "after": [TURNS[0], TURNS[1]]}]
    batch.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    told = [first_line(line["answer"]) for line in hedui("ask", "--batch", str(batch), home=home).lines]
    assert told == [*answers, answers[2]]


def test_terminal_answers_as_a_session_and_goes_on_after_it_was_cut_off(
    home: Path, answers: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    told = []
    settings = Settings(home=home)
    for turn in TURNS:
        with open_index(settings) as index:
            Chat(index, settings).hear(turn)
        told.append(first_line(capsys.readouterr().out))
    assert told == answers


def test_conversation_that_was_left_is_over(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings(home=home)
    with open_index(settings) as index:
        chat = Chat(index, settings)
        chat.hear(TURNS[1])
        chat.forget()
        capsys.readouterr()
        Chat(index, settings).hear("你确定吗")
    assert "3项" not in capsys.readouterr().out


@pytest.mark.parametrize("made", STAGES.values(), ids=STAGES)
async def test_platform_answers_as_a_session_and_goes_on_after_it_was_ended(
    made: Callable[[Office], Stage], office: Office, answers: list[str]
) -> None:
    stage = made(office)
    told = []
    try:
        for turn in TURNS:
            await stage.start()
            let_in(stage)
            told.append(first_line((await stage.tell(READER, turn))[0].text))
            await stage.stop()
    finally:
        await stage.stop()
    assert told == answers
    assert isinstance(office.embedder, LetterEmbedder)


def test_session_begins_anew_by_command(hedui: Program, home: Path) -> None:
    hedui("ask", TURNS[1], "--session", "丙", "--json", home=home)
    assert not hedui("ask", "/new", "--session", "丙", "--json", home=home).json["refused"]
    assert "12项" not in hedui("ask", "你确定吗", "--session", "丙", "--json", home=home).json["answer"]


@pytest.mark.parametrize("made", STAGES.values(), ids=STAGES)
async def test_platform_begins_anew_by_command(made: Callable[[Office], Stage], office: Office) -> None:
    stage = made(office)
    await stage.start()
    let_in(stage)
    told = [(await stage.tell(READER, turn))[0].text for turn in (TURNS[1], "/new", "你确定吗")]
    await stage.stop()
    assert ["12项" in text for text in told] == [True, False, False]
