from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, inspect

from retrieval.catalog.catalog import Catalog
from retrieval.chat_catalog.chat_catalog import ChatCatalog
from retrieval.chat_catalog.tables import chat_state


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "catalog.db"


@pytest.fixture
def chat(place: Path) -> Iterator[ChatCatalog]:
    with ChatCatalog.open(place) as opened:
        yield opened


def talk(catalog: ChatCatalog, update: int = 1, **changed: Any) -> int:
    values: dict[str, Any] = {
        "chat": 7,
        "thread": 0,
        "person": 7,
        "message": 70,
        "kind": "answer",
        "question": "几个",
        "body": {"a": 1},
    }
    return catalog.talks.add(update, **(values | changed))


def test_migrations_make_the_tables_that_the_code_names(chat: ChatCatalog, place: Path) -> None:
    engine = create_engine(f"sqlite:///{place}")
    found = inspect(engine)
    for table in chat_state.metadata.sorted_tables:
        assert {column["name"] for column in found.get_columns(table.name)} == set(table.columns.keys())
        assert {index["name"] for index in found.get_indexes(table.name)} == {i.name for i in table.indexes}
    engine.dispose()


def test_chat_catalog_stands_in_the_database_of_the_reports(chat: ChatCatalog, place: Path) -> None:
    chat.people.assign(7, "reader", by=1)
    with Catalog.open(place) as catalog:
        assert catalog.count() == (0, 0, 0)
    assert chat.people.role(7) == "reader"


def test_role_is_empty_for_a_stranger(chat: ChatCatalog) -> None:
    assert chat.people.role(404) == ""


def test_assign_replaces_the_role_and_keeps_the_name(chat: ChatCatalog) -> None:
    chat.people.assign(7, "reader", by=1, name="张三")
    chat.people.assign(7, "blocked", by=1)
    assert [(one.id, one.role, one.name) for one in chat.people.everybody()] == [(7, "blocked", "张三")]


def test_invite_is_used_once(chat: ChatCatalog) -> None:
    code = chat.people.invite("reviewer", by=1, hours=1)
    assert chat.people.redeem(code, 7, "张三") == "reviewer"
    assert chat.people.redeem(code, 8, "李四") == ""
    assert chat.people.role(7) == "reviewer"
    assert chat.people.role(8) == ""


def test_invite_used_again_by_the_same_person_changes_nothing(chat: ChatCatalog) -> None:
    code = chat.people.invite("reader", by=1, hours=1)
    chat.people.redeem(code, 7, "")
    chat.people.assign(7, "blocked", by=1)
    assert chat.people.redeem(code, 7, "") == "reader"
    assert chat.people.role(7) == "blocked"


@pytest.mark.parametrize(("hours", "role"), [(0.01, "reader"), (-0.01, "")], ids=["in time", "expired"])
def test_invite_expires(chat: ChatCatalog, hours: float, role: str) -> None:
    assert chat.people.redeem(chat.people.invite("reader", by=1, hours=hours), 7, "") == role


@pytest.mark.parametrize("code", ["", "x" * 22, "\ud800", "'; drop table invites"])
def test_invite_that_was_never_made_is_refused(chat: ChatCatalog, code: str) -> None:
    assert chat.people.redeem(code, 7, "") == ""


def test_rooms_open_move_and_close(chat: ChatCatalog) -> None:
    chat.people.open_room(-5, "群", by=1)
    assert chat.people.room(-5)
    chat.people.move_room(-5, -1005)
    assert chat.people.rooms() == [(-1005, "群")]
    assert chat.people.close_room(-1005)
    assert not chat.people.close_room(-1005)


def test_inbox_takes_an_update_once(chat: ChatCatalog) -> None:
    assert chat.inbox.receive(11, "{}")
    assert not chat.inbox.receive(11, "{}")
    chat.inbox.finish(11)
    assert not chat.inbox.receive(11, "{}")


def test_inbox_goes_through_its_states(chat: ChatCatalog) -> None:
    chat.inbox.receive(12, "二")
    chat.inbox.receive(11, "一")
    assert [one.body for one in chat.inbox.pending()] == ["一", "二"]
    begun = chat.inbox.begin(11)
    assert begun is not None
    assert (begun.replies, begun.sent, begun.attempts) == (None, (), 1)
    chat.inbox.settle(11, [{"html": "答"}])
    chat.inbox.record(11, [501])
    again = chat.inbox.begin(11)
    assert again is not None
    assert (again.replies, again.sent, again.attempts) == ([{"html": "答"}], (501,), 2)
    chat.inbox.finish(11)
    assert chat.inbox.begin(11) is None
    assert [one.id for one in chat.inbox.pending()] == [12]


def test_inbox_knows_no_update_that_was_not_received(chat: ChatCatalog) -> None:
    assert chat.inbox.begin(404) is None


def test_inbox_sweeps_only_what_is_done_and_old(chat: ChatCatalog) -> None:
    chat.inbox.receive(1, "")
    chat.inbox.receive(2, "")
    chat.inbox.finish(1)
    assert chat.inbox.sweep(days=1) == 0
    assert chat.inbox.sweep(days=-1) == 1
    assert [one.id for one in chat.inbox.pending()] == [2]


def test_talk_is_kept_once_for_an_update(chat: ChatCatalog) -> None:
    first = talk(chat)
    assert talk(chat, question="改过") == first
    kept = chat.talks.talk(first)
    assert kept is not None
    assert (kept.question, kept.body, chat.talks.count()) == ("改过", {"a": 1}, 1)


def test_talk_is_found_by_the_message_that_asked(chat: ChatCatalog) -> None:
    talk(chat)
    later = talk(chat, 2)
    found = chat.talks.asked_by(7, 70)
    assert found is not None
    assert found.id == later
    assert chat.talks.asked_by(8, 70) is None


def test_recent_talks_are_of_one_person_chat_and_thread(chat: ChatCatalog) -> None:
    numbers = [
        talk(chat, 1),
        talk(chat, 2, thread=3),
        talk(chat, 3, person=8),
        talk(chat, 4, chat=9),
        talk(chat, 5, kind="check"),
    ]
    found = chat.talks.recent(7, chat=7)
    assert [one.id for one in found] == [numbers[4], numbers[1], numbers[0]]
    assert [one.id for one in chat.talks.recent(7, chat=7, thread=3)] == [numbers[1]]
    assert [one.id for one in chat.talks.recent(7, chat=7, kinds=("check",))] == [numbers[4]]
    assert len(chat.talks.recent(7, chat=7, limit=1)) == 1


def test_forget_leaves_nothing_of_a_person(chat: ChatCatalog) -> None:
    mine, other = talk(chat), talk(chat, 2, person=8)
    chat.talks.rate(7, "up", talk=mine)
    chat.talks.rate(8, "down", talk=other)
    assert chat.talks.forget(7) == 1
    assert chat.talks.talk(mine) is None
    assert chat.talks.marks() == {"down": 1}


def test_rate_replaces_the_mark_of_the_same_talk(chat: ChatCatalog) -> None:
    number = talk(chat)
    chat.talks.rate(7, "up", talk=number)
    chat.talks.rate(7, "down", talk=number)
    chat.talks.rate(7, "text", text="好用")
    chat.talks.rate(7, "text", text="再说一句")
    assert chat.talks.marks() == {"down": 1, "text": 2}


def test_audit_keeps_one_row_for_an_action_of_an_update(chat: ChatCatalog) -> None:
    for _ in range(2):
        chat.audit.write(1, person=7, chat=7, action="ask", subject="12")
    chat.audit.write(1, person=7, chat=7, action="check")
    chat.audit.write(2, person=7, chat=7, action="ask", text="几个")
    assert [(one.action, one.text) for one in chat.audit.newest()] == [
        ("ask", "几个"),
        ("check", None),
        ("ask", None),
    ]
    assert chat.audit.counts(datetime.now(UTC) - timedelta(hours=1)) == {"ask": 2, "check": 1}
    assert chat.audit.counts(datetime.now(UTC) + timedelta(hours=1)) == {}


def test_state_keeps_values_by_kind_and_key(chat: ChatCatalog) -> None:
    chat.state.write("user", "7", {"language": "en"})
    chat.state.write("user", "7", {"language": "zh"})
    chat.state.write("chat", "7", [])
    assert chat.state.read("user") == {"7": {"language": "zh"}}
    chat.state.drop("user", "7")
    assert chat.state.read("user") == {}
    assert chat.state.read("chat") == {"7": []}


def test_state_refuses_what_json_does_not_take(chat: ChatCatalog) -> None:
    with pytest.raises(TypeError):
        chat.state.write("user", "7", object())
