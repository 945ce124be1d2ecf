from pathlib import Path

import pytest

from bot.commands.sessions import add_to_session, read_session, session_file

KEPT = 5
"""Questions that a conversation remembers."""

NAMES = ["周会", "a/b", "../x", "", "\ud800", "很长" * 200]


def test_conversation_that_is_new_has_no_questions(tmp_path: Path) -> None:
    assert read_session(tmp_path, "周会") == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", NAMES, ids=["Chinese", "slash", "folder above", "empty", "surrogate", "long"]
)
def test_questions_are_kept_under_any_name(tmp_path: Path, name: str) -> None:
    add_to_session(tmp_path, name, "化解率是多少")
    add_to_session(tmp_path, name, "比上年呢\ud83d")
    assert read_session(tmp_path, name) == ("化解率是多少", "比上年呢\ud83d")
    assert session_file(tmp_path, name).parent == tmp_path / "sessions"


def test_conversations_are_kept_apart(tmp_path: Path) -> None:
    assert len({session_file(tmp_path, name) for name in NAMES}) == len(NAMES)
    add_to_session(tmp_path, "甲", "一")
    assert read_session(tmp_path, "乙") == ()


@pytest.mark.parametrize("asked", [KEPT - 1, KEPT, KEPT + 1])
def test_last_questions_are_remembered_oldest_first(tmp_path: Path, asked: int) -> None:
    questions = tuple(f"问题{number}" for number in range(asked))
    for question in questions:
        add_to_session(tmp_path, "周会", question)
    assert read_session(tmp_path, "周会") == questions[-KEPT:]


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        pytest.param('["化解', (), id="cut off"),
        pytest.param("", (), id="empty"),
        pytest.param('["化解率", 5]', ("化解率",), id="what is no question"),
    ],
)
def test_file_that_was_cut_off_has_no_questions(
    tmp_path: Path, text: str, questions: tuple[str, ...]
) -> None:
    add_to_session(tmp_path, "周会", "化解率")
    session_file(tmp_path, "周会").write_text(text, "utf-8")
    assert read_session(tmp_path, "周会") == questions


def test_file_is_replaced_whole(tmp_path: Path) -> None:
    add_to_session(tmp_path, "周会", "一")
    add_to_session(tmp_path, "周会", "二")
    assert [path.name for path in (tmp_path / "sessions").iterdir()] == [session_file(tmp_path, "周会").name]
