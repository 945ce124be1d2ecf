"""A bot that is killed between two turns goes on with the talk as if nothing had been: what was said is kept by then."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

TURNS = (
    "你好",
    "请问临江市水务局修订了多少项制度",
    "废止了多少项？",
    "谢谢",
    "差多少",
    "你确定吗",
    "出自哪里",
    "不是12项吗",
    "整改完成率多少",
)
"""What is said: small talk, a question, one that leans, what compares both, a doubt, the source, a claim, another."""

FIGURES = {1: "12项", 2: "3项", 5: "3项", 7: "12项"}
"""Figures that the turns are answered with, by place."""

BOT = """
import asyncio, json, sys
from pathlib import Path
from bot.settings import Settings
from tests.bot.chat.stages import MemoryStage
from tests.bot.chat.test_scenarios import READER, let_in

async def serve(home: Path, said: int) -> None:
    stage = MemoryStage(home, Settings(home=home), updates=said)
    await stage.start()
    let_in(stage)
    for line in sys.stdin:
        told = await stage.tell(READER, line.strip())
        print(json.dumps([one.text for one in told]), flush=True)

asyncio.run(serve(Path(sys.argv[1]), int(sys.argv[2])))
"""


@contextmanager
def bot(home: Path, said: int) -> Iterator["subprocess.Popen[str]"]:
    """A bot in a process of its own that has heard ``said`` turns before; killed at the end, however it stands."""
    command = [sys.executable, "-c", BOT, str(home), str(said)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    ) as process:
        yield process
        process.send_signal(signal.SIGKILL)


def told(process: "subprocess.Popen[str]", turn: str) -> str:
    """Say one turn to a bot and return all that it answers."""
    assert process.stdin
    assert process.stdout
    process.stdin.write(f"{turn}\n")
    process.stdin.flush()
    return "\n".join(json.loads(process.stdout.readline()))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The answers of a bot that nothing interrupts."""
    with bot(tmp_path_factory.mktemp("whole"), 0) as process:
        return [told(process, turn) for turn in TURNS]


def test_talk_without_a_kill_is_answered(whole: list[str]) -> None:
    assert [figure in whole[place] for place, figure in FIGURES.items()] == [True] * len(FIGURES)


def test_talk_goes_on_after_a_kill_between_any_two_turns(whole: list[str], tmp_path: Path) -> None:
    answers = []
    for place, turn in enumerate(TURNS):
        with bot(tmp_path, place) as process:
            answers.append(told(process, turn))
        assert process.returncode == -signal.SIGKILL
    assert answers == whole
