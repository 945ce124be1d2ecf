from datetime import UTC, datetime, timedelta
from typing import Any

from retrieval.chat_catalog.chat_catalog import ChatCatalog

SEVEN, EIGHT = "telegram:7", "telegram:8"


def talk(catalog: ChatCatalog, update: str = "telegram:1", **changed: Any) -> int:
    values: dict[str, Any] = {
        "chat": SEVEN,
        "thread": 0,
        "person": SEVEN,
        "message": 70,
        "kind": "answer",
        "question": "几个",
        "body": {"a": 1},
    }
    return catalog.talks.add(update, **(values | changed))


def test_talk_is_kept_once_for_an_update(chat: ChatCatalog) -> None:
    first = talk(chat)
    assert talk(chat, question="改过") == first
    kept = chat.talks.talk(first)
    assert kept is not None
    assert (kept.question, kept.body, chat.talks.count()) == ("改过", {"a": 1}, 1)


def test_talk_is_found_by_the_message_that_asked(chat: ChatCatalog) -> None:
    talk(chat)
    later = talk(chat, "telegram:2")
    found = chat.talks.asked_by(SEVEN, 70)
    assert found is not None
    assert found.id == later
    assert chat.talks.asked_by(EIGHT, 70) is None
    assert chat.talks.asked_by("feishu:7", 70) is None
    assert chat.talks.asked_by(SEVEN, 71) is None


def test_recent_talks_are_of_one_person_chat_and_thread(chat: ChatCatalog) -> None:
    numbers = [
        talk(chat, "telegram:1"),
        talk(chat, "telegram:2", thread=3),
        talk(chat, "telegram:3", person=EIGHT),
        talk(chat, "telegram:4", chat="telegram:9"),
        talk(chat, "telegram:5", kind="check"),
    ]
    found = chat.talks.recent(SEVEN, chat=SEVEN)
    assert [one.id for one in found] == [numbers[4], numbers[1], numbers[0]]
    assert [one.id for one in chat.talks.recent(SEVEN, chat=SEVEN, thread=3)] == [numbers[1]]
    assert [one.id for one in chat.talks.recent(SEVEN, chat=SEVEN, kinds=("check",))] == [numbers[4]]
    assert len(chat.talks.recent(SEVEN, chat=SEVEN, limit=1)) == 1


def test_forget_leaves_nothing_of_a_person(chat: ChatCatalog) -> None:
    mine, other = talk(chat), talk(chat, "telegram:2", person=EIGHT)
    chat.talks.rate(SEVEN, "up", talk=mine)
    chat.talks.rate(EIGHT, "down", talk=other)
    assert chat.talks.forget(SEVEN) == 1
    assert chat.talks.talk(mine) is None
    assert chat.talks.marks() == {"down": 1}


def test_rate_replaces_the_mark_of_the_same_talk(chat: ChatCatalog) -> None:
    number = talk(chat)
    chat.talks.rate(SEVEN, "up", talk=number)
    chat.talks.rate(SEVEN, "down", talk=number)
    chat.talks.rate(SEVEN, "text", text="好用")
    chat.talks.rate(SEVEN, "text", text="再说一句")
    assert chat.talks.marks() == {"down": 1, "text": 2}


def test_talk_of_another_platforms_update_is_another(chat: ChatCatalog) -> None:
    assert talk(chat, "telegram:1") != talk(chat, "feishu:1", chat="feishu:7", person="feishu:7")
    assert [one.update_id for one in chat.talks.recent("feishu:7", chat="feishu:7")] == ["feishu:1"]


def test_talk_that_was_forgotten_leaves_its_number(chat: ChatCatalog) -> None:
    first = talk(chat)
    chat.talks.forget(SEVEN)
    assert talk(chat, "telegram:2") == first + 1


def test_talk_tells_who_asked_what_where_and_when(chat: ChatCatalog) -> None:
    before = datetime.now(UTC)
    kept = chat.talks.talk(talk(chat, thread=3))
    assert kept is not None
    assert (kept.chat, kept.thread, kept.person, kept.message) == (SEVEN, 3, SEVEN, 70)
    assert (kept.kind, kept.question, kept.update_id) == ("answer", "几个", "telegram:1")
    assert before <= kept.at <= datetime.now(UTC)
    assert kept.at.utcoffset() == timedelta()
    assert chat.talks.talk(kept.id + 1) is None


def test_change_replaces_what_one_talk_holds(chat: ChatCatalog) -> None:
    first, second = talk(chat), talk(chat, "telegram:2")
    chat.talks.change(first, {"答": "十二"})
    assert [one.body for one in chat.talks.recent(SEVEN, chat=SEVEN)] == [{"a": 1}, {"答": "十二"}]
    assert second > first


def test_rating_outlives_the_talk_of_another_person(chat: ChatCatalog) -> None:
    number = talk(chat)
    chat.talks.rate(EIGHT, "up", talk=number)
    chat.talks.forget(SEVEN)
    assert chat.talks.marks() == {"up": 1}


def test_talks_of_a_kind_are_numbered_and_dropped_one_by_one(chat: ChatCatalog) -> None:
    first, other = talk(chat, kind="draft"), talk(chat, "telegram:2")
    later = talk(chat, "telegram:3", kind="draft", person=EIGHT)
    chat.talks.rate(SEVEN, "up", talk=first)
    assert chat.talks.numbers("draft") == {first, later}
    chat.talks.drop(first)
    assert chat.talks.numbers("draft") == {later}
    assert chat.talks.talk(other) is not None
    assert chat.talks.marks() == {"up": 1}
