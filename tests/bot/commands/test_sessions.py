from pathlib import Path

import pytest

from bot.commands.sessions import read_session, session_file, write_session
from bot.conversation.state import CitedPlace, LedgerFact, State, Topic

NAMES = ["周会", "a/b", "../x", "", "\ud800", "很长" * 200]
TALK = State(Topic(("平槐县水务局",), asking="化解率多少"), (LedgerFact("a", 1, 5),), 2, "化解率多少")


def test_conversation_that_is_new_remembers_nothing(tmp_path: Path) -> None:
    assert read_session(tmp_path, "周会") == State()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", NAMES, ids=["Chinese", "slash", "folder above", "empty", "surrogate", "long"]
)
def test_what_was_said_is_kept_under_any_name(tmp_path: Path, name: str) -> None:
    write_session(tmp_path, name, TALK)
    assert read_session(tmp_path, name) == TALK
    assert session_file(tmp_path, name).parent == tmp_path / "sessions"


def test_conversations_are_kept_apart(tmp_path: Path) -> None:
    assert len({session_file(tmp_path, name) for name in NAMES}) == len(NAMES)
    write_session(tmp_path, "甲", TALK)
    assert read_session(tmp_path, "乙") == State()


@pytest.mark.parametrize(
    "text",
    ['{"topic', "", '["化解率", 5]', '{"topic": 5}'],
    ids=["cut off", "empty", "of another form", "what is no topic"],
)
def test_file_that_was_cut_off_remembers_nothing(tmp_path: Path, text: str) -> None:
    write_session(tmp_path, "周会", TALK)
    session_file(tmp_path, "周会").write_text(text, "utf-8")
    assert read_session(tmp_path, "周会") == State()


def test_half_a_character_is_kept(tmp_path: Path) -> None:
    state = State(said="比上年呢\ud83d", cited=(CitedPlace("a", 0, 3),))
    write_session(tmp_path, "周会", state)
    assert read_session(tmp_path, "周会") == state


def test_file_is_replaced_whole(tmp_path: Path) -> None:
    write_session(tmp_path, "周会", TALK)
    write_session(tmp_path, "周会", State())
    assert [path.name for path in (tmp_path / "sessions").iterdir()] == [session_file(tmp_path, "周会").name]


def test_place_that_cannot_be_written_is_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sessions").write_text("", "utf-8")
    write_session(tmp_path, "a", State())
    assert str(tmp_path / "sessions") in capsys.readouterr().err
    assert read_session(tmp_path, "a") == State()
