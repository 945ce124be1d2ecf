import os
from pathlib import Path

import pytest

from bench.compare import HERE, processor_time, program_of, ratio
from corpus.errors import NotFound


@pytest.mark.parametrize(
    ("place", "module"),
    [
        ("bot/commands/command_line.py", "bot.commands.command_line"),
        ("bot/command_line.py", "bot.command_line"),
    ],
    ids=["now", "before"],
)
def test_program_of_a_checkout_is_where_its_command_line_stands(
    tmp_path: Path, place: str, module: str
) -> None:
    path = tmp_path / place
    path.parent.mkdir(parents=True)
    path.write_text("", "utf-8")
    assert program_of(tmp_path) == module


def test_program_of_this_checkout_is_found() -> None:
    assert program_of(HERE) == "bot.commands.command_line"


def test_program_of_another_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="command_line"):
        program_of(tmp_path)


def test_ratio_is_the_middle_of_the_pairs() -> None:
    assert ratio([10.0, 20.0, 30.0], [10.0, 22.0, 60.0]) == pytest.approx(1.1)


def test_processor_time_grows_with_work() -> None:
    before = processor_time(os.getpid())
    sum(range(300_000))
    assert processor_time(os.getpid()) > before
