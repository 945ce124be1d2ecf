"""What cannot be used on the command line is told in one line, in Chinese, with what would do."""

from pathlib import Path

import pytest
from typer.exceptions import TyperException

from bot.commands.usage import usage_message
from tests.bot.conftest import Program


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("frob",), "没有“frob”这个命令；有：ingest ask"),
        (("report", "d.txt"), "没有“report”这个命令；有：ingest ask"),
        (("it's",), "没有“it's”这个命令；有：ingest ask"),
        (("reports", "--frob"), "hedui reports 没有 --frob 这个选项"),
        (("reports", "--home", "x"), "写在命令之前，例如 hedui --home 目录 reports"),
        (("ingest",), "hedui ingest 后面缺少 paths"),
        (("check", "a.txt", "--decide", "4"), "--decide 后面的值不够"),
        (("search", "制度", "-k", "0"), "的值不能用"),
        (("token", "--revoke"), "请写明要撤销哪个令牌"),
    ],
    ids=lambda one: " ".join(one)[:30] if isinstance(one, tuple) else "",
)
def test_unusable_line_says_what_would_do(hedui: Program, arguments: tuple[str, ...], told: str) -> None:
    outcome = hedui(*arguments)
    assert outcome.status == 2
    assert told in outcome.err
    assert outcome.err.count("\n") == 1


def test_error_that_is_not_known_keeps_its_words() -> None:
    assert usage_message(TyperException("odd"), "zh") == "odd"


@pytest.mark.parametrize(
    ("output", "told"),
    [("folder", "folder 是文件夹"), ("nowhere/a.html", "没有 nowhere 这个文件夹")],
)
def test_output_that_cannot_be_written_says_why(
    hedui: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("draft.txt").write_text("排查绿地45处。", "utf-8")
    outcome = hedui("check", "draft.txt", "--report", "draft.txt", "-o", output)
    assert outcome.status == 2
    assert told in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("HEDUI_WEB_PORT", "abc", "应为数字"),
        ("HEDUI_WEB_PORT", "70000", "超出了允许的范围"),
        ("HEDUI_TELEGRAM_AUDIT_TEXT", "maybe", "应为 true 或 false"),
    ],
)
def test_unusable_setting_says_what_would_do(
    hedui: Program, monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    monkeypatch.setenv(name, value)
    assert told in hedui("reports").err
