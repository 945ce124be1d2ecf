import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.commands.terminal_chat import Chat, read_lines, report_names, take_samples_in
from bot.settings import Settings
from retrieval.catalog.catalog import Catalog
from retrieval.index import Index
from tests.bot.conftest import SAMPLES, Program
from tests.retrieval.fictional import GARDEN, WATER, LetterEmbedder, ListStore, report

AROUND = 120
"""Characters shown on either side of a cited passage."""


QUESTION = "临江市水务局修订制度多少项？"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    store = ListStore({})
    place = tmp_path_factory.mktemp("chat") / "catalog.db"
    with Index(Catalog.open(place), LetterEmbedder, lambda _: store) as opened:
        opened.add_all([report(WATER, "water"), report(GARDEN, "garden")])
        yield opened


@pytest.fixture
def chat(index: Index, tmp_path: Path) -> Chat:
    return Chat(index, Settings(home=tmp_path))


def said(chat: Chat, line: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert chat.hear(line)
    return capsys.readouterr().out


def test_question_is_answered_with_mark_and_source(chat: Chat, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(chat, QUESTION, capsys)
    assert "12项" in out
    assert "✓" in out
    assert "[1] " in out


def test_follow_up_leans_on_the_question_before_until_a_new_topic(
    chat: Chat, capsys: pytest.CaptureFixture[str]
) -> None:
    said(chat, QUESTION, capsys)
    assert "3项" in said(chat, "废止了多少项？", capsys).splitlines()[0]
    assert "换一个话题" in said(chat, "/new", capsys)
    assert "【" not in said(chat, "1", capsys)  # the numbers of before open nothing now


def test_number_opens_its_passage_in_its_surroundings(chat: Chat, capsys: pytest.CaptureFixture[str]) -> None:
    said(chat, QUESTION, capsys)
    out = said(chat, "1", capsys)
    head, *_ = out.splitlines()
    assert head.startswith("《临江市水务局关于巡察整改进展情况的通报》2023-06-12")
    before, _, rest = out.partition("【")
    passage, _, after = rest.partition("】")
    assert passage in WATER
    assert "修订制度12项" in passage
    assert before.partition("…")[2] in WATER
    assert len(before.partition("…")[2]) <= AROUND
    assert "water.txt" in after


@pytest.mark.parametrize("number", ["9", "0"])
def test_number_without_a_citation_is_told(
    chat: Chat, number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said(chat, QUESTION, capsys)
    assert f"没有编号为 {number} 的出处" in said(chat, number, capsys)


COMMANDS = [
    pytest.param("/help", "/reports", id="help"),
    pytest.param("/?", "/reports", id="help in short"),
    pytest.param("/reports", "garden", id="reports"),
    pytest.param("/new", "换一个话题", id="new topic"),
    pytest.param("/nothing", "/nothing", id="unknown"),
]


@pytest.mark.parametrize(("line", "told"), COMMANDS)
def test_command_is_obeyed(chat: Chat, line: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert told in said(chat, line, capsys)


@pytest.mark.parametrize("line", ["/quit", "/exit", "/q", "  /quit \n"])
def test_person_may_leave(chat: Chat, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert not chat.hear(line)
    assert capsys.readouterr().out == ""


def test_blank_line_is_passed_over(chat: Chat, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(chat, "  \t", capsys) == ""


def test_lines_of_a_pipe_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("甲\n\n乙"))
    assert list(read_lines(Settings(home=tmp_path))) == ["甲", "", "乙"]
    assert list(tmp_path.iterdir()) == []


def test_names_of_reports_complete_a_line(index: Index) -> None:
    names = report_names(index)
    assert {"临江市水务局", "临江市水务局关于巡察整改进展情况的通报"} <= set(names)
    assert len(names) == len(set(names))


def test_index_that_has_reports_takes_no_samples_in(
    index: Index, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = len(index.reports())
    take_samples_in(index, Settings(home=tmp_path))
    assert (len(index.reports()), capsys.readouterr().out) == (before, "")


def test_first_run_takes_the_samples_in_and_talks_to_the_end_of_a_pipe(
    hedui: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("临河住建局巡察反馈了几个问题\n/quit\n/reports\n"))
    outcome = hedui("chat")
    assert outcome.status == 0
    assert "31个" in outcome.out
    assert f" {len(list(SAMPLES.glob('*.txt')))} " in outcome.out
    assert "linhe-housing" not in outcome.out  # nothing is heard after /quit
    assert outcome.out.rstrip().endswith("再见。")
    assert outcome.err == ""
