import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from corpus.errors import CostlyFile, UnreadableFile
from corpus.reading.refusals import refuse
from corpus.room.limits import Limits
from corpus.room.reading_room import ReadingRoom

TIGHT = Limits(processor=1, memory=200_000_000)


@pytest.fixture(scope="module")
def room() -> Iterator[ReadingRoom]:
    with ReadingRoom(TIGHT, readers=1) as opened:
        yield opened


def own_process() -> int:
    return os.getpid()


def turn() -> None:
    while True:
        pass


def sleep() -> None:
    time.sleep(60)


def gather() -> int:
    return len([bytes(1_000_000) for _ in range(10_000)])


def dig(depth: int = 0) -> int:
    return dig(depth + 1)


def leave() -> None:
    os._exit(3)


def refuse_it() -> None:
    raise refuse("encrypted", "台账.xlsx")


def divide() -> float:
    return 1 / int("0")


def call_out() -> None:
    socket.create_connection(("127.0.0.1", 9), 1)


def start_program() -> None:
    subprocess.run(["true"], check=True)


def write_file(place: str) -> None:
    Path(place).write_text("1", "utf-8")


def environment() -> list[str]:
    return sorted(os.environ)


def test_reader_is_another_process_and_stays_warm(room: ReadingRoom) -> None:
    first = room.read("a.txt", own_process)
    assert first != os.getpid()
    assert room.read("b.txt", own_process) == first


@pytest.mark.parametrize(
    ("task", "told"),
    [
        pytest.param(turn, ["处理器时间上限 1 s", "1 s of processor"], id="processor"),
        pytest.param(gather, ["内存上限 0.2 GB", "0.2 GB of memory"], id="memory"),
        pytest.param(dig, ["嵌套过深", "nested too deep"], id="recursion"),
        pytest.param(leave, ["意外终止（exit 3）", "died (exit 3)"], id="exit"),
    ],
)
def test_what_exceeds_a_limit_is_refused_in_one_line_and_the_next_is_read(
    room: ReadingRoom, task: Callable[[], object], told: list[str]
) -> None:
    with pytest.raises(CostlyFile) as refused:
        room.read("账.xlsx", task)
    line = str(refused.value)
    assert line.startswith("账.xlsx：")
    assert "\n" not in line
    assert [one for one in told if one not in line] == []
    assert room.read("next.txt", own_process)


def test_reader_that_only_waits_is_ended_as_well() -> None:
    with ReadingRoom(Limits(seconds=2), readers=1) as room, pytest.raises(CostlyFile, match="时限 2 s"):
        room.read("账.xlsx", sleep)


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGSEGV], ids=["killed", "segmentation fault"])
def test_reader_that_dies_takes_only_its_file_with_it(room: ReadingRoom, by: signal.Signals) -> None:
    warm = room.read("a.txt", own_process)
    with ThreadPoolExecutor(1) as thread:
        reading = thread.submit(room.read, "a.pdf", sleep)
        time.sleep(0.5)
        os.kill(warm, by)
        with pytest.raises(CostlyFile, match=rf"a\.pdf：.*{by.name}"):
            reading.result()
    assert room.read("b.txt", own_process) != warm


def test_reader_that_dies_idle_takes_nothing_with_it(room: ReadingRoom) -> None:
    os.kill(room.read("a.txt", own_process), signal.SIGKILL)
    assert room.read("b.txt", own_process)


def test_what_a_task_refuses_itself_is_handed_on_in_both_languages(room: ReadingRoom) -> None:
    with pytest.raises(UnreadableFile) as refused:
        room.read("台账.xlsx", refuse_it)
    assert not isinstance(refused.value, CostlyFile)
    assert refused.value.in_language("en") == "台账.xlsx: encrypted: remove the password first"


@pytest.mark.parametrize(
    ("task", "detail"),
    [(divide, "ZeroDivisionError"), (call_out, "ForbiddenDeed"), (start_program, "ForbiddenDeed")],
    ids=["error of a library", "network", "program"],
)
def test_error_of_a_reader_is_a_refusal(room: ReadingRoom, task: Callable[[], object], detail: str) -> None:
    with pytest.raises(UnreadableFile, match=rf"^a\.pdf：.*{detail}"):
        room.read("a.pdf", task)


def test_reader_knows_no_settings_and_writes_no_file(
    room: ReadingRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEDUI_TOKEN", "secret")
    with ReadingRoom(readers=1) as own:
        assert own.read("a.txt", environment) == ["OMP_NUM_THREADS"]
    with pytest.raises(UnreadableFile, match="OSError"):
        room.read("a.txt", write_file, str(tmp_path / "a"))


LEFT_BEHIND = """
import time
from corpus.room.reading_room import ReadingRoom
from tests.corpus.room.test_reading_room import own_process
room = ReadingRoom()
print(room.read("a.txt", own_process), flush=True)
{end}
"""


@pytest.mark.parametrize(
    "end", ["room.close()", "pass", "time.sleep(60)"], ids=["closed", "left open", "killed"]
)
def test_no_process_is_left_behind(end: str) -> None:
    command = [sys.executable, "-c", LEFT_BEHIND.format(end=end)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()) as program:
        assert program.stdout is not None
        reader = psutil.Process(int(program.stdout.readline()))
        family = [reader, *psutil.Process(program.pid).children(recursive=True)]
        if "sleep" in end:
            program.kill()
        program.wait(60)
    _, alive = psutil.wait_procs(family, timeout=30)
    assert alive == []
