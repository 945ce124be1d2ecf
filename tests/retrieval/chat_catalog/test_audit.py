from datetime import UTC, datetime, timedelta

from retrieval.chat_catalog.chat_catalog import ChatCatalog

SEVEN = "telegram:7"


def test_audit_keeps_one_row_for_an_action_of_an_update(chat: ChatCatalog) -> None:
    for _ in range(2):
        chat.audit.write("telegram:1", person=SEVEN, chat=SEVEN, action="ask", subject="12")
    chat.audit.write("telegram:1", person=SEVEN, chat=SEVEN, action="check")
    chat.audit.write("telegram:2", person=SEVEN, chat=SEVEN, action="ask", text="几个")
    assert [(one.action, one.text) for one in chat.audit.newest()] == [
        ("ask", "几个"),
        ("check", None),
        ("ask", None),
    ]
    assert chat.audit.counts(datetime.now(UTC) - timedelta(hours=1)) == {"ask": 2, "check": 1}
    assert chat.audit.counts(datetime.now(UTC) + timedelta(hours=1)) == {}


def test_audit_keeps_a_row_for_each_platforms_update(chat: ChatCatalog) -> None:
    for update in ("telegram:1", "feishu:1"):
        chat.audit.write(update, person=update, chat="", action="inline")
    assert [(one.person, one.chat) for one in chat.audit.newest()] == [("feishu:1", ""), ("telegram:1", "")]


def test_newest_gives_no_more_than_it_is_asked_for(chat: ChatCatalog) -> None:
    for number in range(3):
        chat.audit.write(f"telegram:{number}", person=SEVEN, chat=SEVEN, action="ask", subject=str(number))
    assert [one.subject for one in chat.audit.newest(2)] == ["2", "1"]
    assert len(chat.audit.newest(3)) == len(chat.audit.newest(4)) == 3


def test_entry_tells_when_in_utc(chat: ChatCatalog) -> None:
    before = datetime.now(UTC)
    chat.audit.write("telegram:1", person=SEVEN, chat=SEVEN, action="ask")
    (entry,) = chat.audit.newest()
    assert before <= entry.at <= datetime.now(UTC)
    assert entry.at.utcoffset() == timedelta()
