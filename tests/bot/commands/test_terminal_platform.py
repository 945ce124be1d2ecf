"""The commands that the terminal shares with every chat."""

import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.chat.platform import UploadedFile
from bot.chat.reply import Destination, Reply
from bot.chat.rich_text import rich
from bot.commands.terminal_chat import Chat
from bot.commands.terminal_platform import FILES_FOLDER, TERMINAL_COMMANDS, TerminalPlatform
from bot.messages import say
from bot.settings import Settings
from corpus.errors import UnreadableFile
from retrieval.catalog.catalog import Catalog
from retrieval.index import Index
from tests.bot.answering.test_clarification import EAST, WEST
from tests.bot.conftest import Program
from tests.retrieval.fictional import WATER, LetterEmbedder, ListStore, report

QUESTION = "临江市水务局修订制度多少项？"
DRAFT = "临江市水务局修订制度13项，废止制度3项。"
TO = Destination("terminal:1", "terminal:self")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    store = ListStore({})
    place = tmp_path_factory.mktemp("chat") / "catalog.db"
    with Index(Catalog.open(place), LetterEmbedder, lambda _: store) as opened:
        opened.add_all([report(WATER, "water"), report(EAST, "east"), report(WEST, "west")])
        yield opened


@pytest.fixture
def chat(index: Index, tmp_path: Path) -> Iterator[Chat]:
    with closing(Chat(index, Settings(home=tmp_path))) as made:
        yield made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, "utf-8")
    return path


def said(chat: Chat, line: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert chat.hear(line)
    return capsys.readouterr().out


def test_help_lists_the_rows_of_the_table(chat: Chat, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(chat, "/help", capsys)
    assert out.startswith(say("chat.help"))
    assert [f"/{one.name} {say(one.help)}" in out for one in TERMINAL_COMMANDS] == [True] * 5


def test_sources_are_those_of_the_last_answer_and_open_by_number(
    chat: Chat, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "还没有可以列出处的答案" in said(chat, "/sources", capsys)
    said(chat, QUESTION, capsys)
    assert "临江市水务局关于巡察整改进展情况的通报" in said(chat, "/sources", capsys)
    assert "修订制度12项，废止制度3项" in said(chat, "1", capsys)


def test_figures_and_comparisons_are_those_of_every_chat(
    chat: Chat, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "12项 临江市水务局" in said(chat, "/figures 修订制度", capsys)
    assert "请写明指标或单位" in said(chat, "/figures", capsys)
    assert "没有可以并列比较" in said(chat, "/compare 月球基地", capsys)


def test_summary_cites_and_opens_by_number(chat: Chat, capsys: pytest.CaptureFixture[str]) -> None:
    assert "修订制度12项" in said(chat, "/summary 临江市水务局", capsys)
    assert "water.txt" in said(chat, "1", capsys)
    assert "月球基地" in said(chat, "/summary 月球基地", capsys)


def test_summary_of_a_name_of_several_is_chosen_by_number(
    chat: Chat, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = said(chat, "/summary 财政厅", capsys)
    number = 1 if "1. 西岭省财政厅" in asked else 2
    assert f"{number}. 西岭省财政厅" in asked
    assert "112条" in said(chat, str(number), capsys)


def test_file_is_checked_and_comes_back_annotated(
    chat: Chat, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = said(chat, f"/check {file}", capsys)
    assert "有 1 个数字需要人看" in out
    annotated = tmp_path / FILES_FOLDER / "draft.checked.md"
    assert str(annotated) in out
    assert "13项" in annotated.read_text("utf-8")


def test_text_is_checked_and_a_missing_file_is_named(chat: Chat, capsys: pytest.CaptureFixture[str]) -> None:
    assert "13项❌" in said(chat, f"/check {DRAFT}", capsys)
    assert "nowhere.docx：文件不存在" in said(chat, "/check nowhere.docx", capsys)


def test_question_after_a_command_takes_the_numbers_back(
    chat: Chat, capsys: pytest.CaptureFixture[str]
) -> None:
    said(chat, "/summary 财政厅", capsys)
    said(chat, QUESTION, capsys)
    assert "【" in said(chat, "1", capsys)


async def test_platform_keeps_what_is_said_and_files_on_the_disk(tmp_path: Path) -> None:
    platform = TerminalPlatform(tmp_path)
    place = await platform.send(TO, Reply(rich("一刻")))
    assert await platform.edit(TO, Reply(rich("答案")), place) == place
    assert await platform.edit(TO, Reply(rich("新"), file=b"x", name="a.md"), 9) == 2
    assert [reply.text.plain for reply in platform.said] == ["答案", "新"]
    assert (tmp_path / FILES_FOLDER / "a.md").read_bytes() == b"x"


async def test_platform_reads_files_up_to_the_limit(tmp_path: Path, file: Path) -> None:
    platform = TerminalPlatform(tmp_path)
    assert await platform.fetch(UploadedFile(str(file)), 1000) == DRAFT.encode()
    assert await platform.fetch(UploadedFile(str(file)), 5) is None
    with pytest.raises(UnreadableFile, match="nowhere"):
        await platform.fetch(UploadedFile("nowhere"), 5)


def test_commands_work_from_a_pipe(hedui: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("临河住建局巡察反馈了几个问题\n/sources\n1\n/quit\n"))
    outcome = hedui("chat")
    assert (outcome.status, outcome.err) == (0, "")
    assert say("telegram.sources") in outcome.out
    assert "31个" in outcome.out.partition(say("telegram.sources"))[2]
