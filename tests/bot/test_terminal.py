import io
import json
from typing import Any

import pytest

from bot.terminal import (
    print_error,
    print_json,
    print_lines,
    print_part,
    print_table,
    print_text,
    progress_bar,
    refuse_line,
    write_json,
)
from corpus.errors import UnusableInput

SURROGATE = "半\ud83d个"


@pytest.mark.parametrize(
    ("shape", "text"),
    [
        pytest.param({"数": "36个"}, '{"数": "36个"}', id="Chinese as it is"),
        pytest.param({"a": "一\n二"}, '{"a": "一\\n二"}', id="line break escaped"),
        pytest.param({"a": "\u200b"}, '{"a": "\u200b"}', id="unprintable but encodable"),
        pytest.param({}, "{}", id="empty"),
    ],
)
def test_json_is_one_line(shape: dict[str, Any], text: str) -> None:
    assert write_json(shape) == text


def test_lone_surrogate_is_escaped_in_json() -> None:
    text = write_json({"a": SURROGATE})
    assert text.isascii()
    assert json.loads(text) == {"a": SURROGATE}


def test_json_goes_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"a": 1})
    assert capsys.readouterr() == ('{"a": 1}\n', "")


@pytest.mark.parametrize(
    ("message", "line"),
    [
        pytest.param("读不出来", "读不出来\n", id="one line"),
        pytest.param("读不\r\n  出来\n", "读不 出来\n", id="line breaks"),
        pytest.param("", "\n", id="empty"),
        pytest.param(SURROGATE, "半?个\n", id="lone surrogate"),
    ],
)
def test_error_is_one_line_on_stderr(message: str, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    print_error(message)
    assert capsys.readouterr() == ("", line)


def test_refused_line_of_a_batch_stands_in_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert refuse_line("q9", UnusableInput("第 3 行不是 JSON")) == 2
    out, err = capsys.readouterr()
    assert json.loads(out) == {"id": "q9", "error": "第 3 行不是 JSON"}
    assert err == "第 3 行不是 JSON\n"


@pytest.mark.parametrize(
    ("text", "out"), [("甲\n乙", "甲\n乙\n"), (SURROGATE, "半?个\n")], ids=["text", "lone"]
)
def test_text_is_printed_with_its_lines(text: str, out: str, capsys: pytest.CaptureFixture[str]) -> None:
    print_text(text)
    assert capsys.readouterr() == (out, "")


def test_part_stays_on_the_line(capsys: pytest.CaptureFixture[str]) -> None:
    print_part("甲")
    print_part(SURROGATE)
    assert capsys.readouterr() == ("甲半?个", "")


def test_table_has_its_headings_and_every_row(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    print_table(["figure", "verdict"], [["36个", "一致"], ["[bold]9[/bold]", "不一致"]])
    head, *rows = capsys.readouterr().out.strip().splitlines()
    assert head.split() == ["figure", "verdict"]
    told = "\n".join(rows)
    assert "36个" in told
    assert "[bold]9[/bold]" in told  # a report's brackets are no markup


def test_table_folds_to_the_width_and_loses_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    print_table(["quote"], [["abcdefghijklmnopqrstuvwxyz" * 2]])
    lines = capsys.readouterr().out.splitlines()
    assert all(len(line) <= 20 for line in lines)
    assert "abcdefghijklmnopqrstuvwxyz" * 2 in "".join(line.strip() for line in lines)


class Screen(io.StringIO):
    """A terminal that keeps what is written."""

    def isatty(self) -> bool:
        return True


def test_progress_is_drawn_on_a_terminal_from_the_first_call_on(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("TERM", "xterm-256color")
    with progress_bar() as tell:
        assert screen.getvalue() == ""
        tell("read", 1, 3)
        tell("read", 3, 3)
        tell("embed", 0, 0)
    assert "read" in screen.getvalue()
    assert "3/3" in screen.getvalue()


def test_progress_is_not_drawn_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_bar() as tell:
        tell("read", 1, 3)
    assert capsys.readouterr() == ("", "")


HOSTILE = "完成整改9个\x1b[2J\x9b31m\u202e个9\u202c\x07"


def test_no_control_character_reaches_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    print_text(HOSTILE)
    print_part(HOSTILE)
    print_error(HOSTILE)
    print_table(["标题"], [[HOSTILE]])
    print_json({"quote": HOSTILE})
    shown = "".join(capsys.readouterr())
    assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(shown)
    assert "完成整改9个" in shown


def test_lines_are_told_in_full_where_nobody_looks_at_colours(capsys: pytest.CaptureFixture[str]) -> None:
    print_lines(
        [("#cf222e", "✗ 45座", "不一致", "原文是43座\n，" + "长" * 200), ("#1a7f37", "✓ 3%", "一致", "")]
    )
    first, second = capsys.readouterr().out.splitlines()
    assert first == "✗ 45座  不一致  原文是43座 ，" + "长" * 200
    assert second.rstrip() == "✓ 3%  一致"


def test_lines_are_coloured_and_cut_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    for name, value in (("COLUMNS", "40"), ("TERM", "xterm-256color"), ("COLORTERM", "truecolor")):
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("sys.stdout", screen)
    print_lines([("#cf222e", "✗ 45座", "不一致", "长" * 200)])
    (line,) = screen.getvalue().splitlines()
    assert "\x1b[1;38;2;207;34;46m✗ 45座" in line
    assert line.count("长") < 20
