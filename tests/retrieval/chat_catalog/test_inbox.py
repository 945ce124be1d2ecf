from retrieval.chat_catalog.chat_catalog import ChatCatalog


def test_inbox_takes_an_update_once(chat: ChatCatalog) -> None:
    assert chat.inbox.receive("telegram:11", "{}")
    assert not chat.inbox.receive("telegram:11", "{}")
    chat.inbox.finish("telegram:11")
    assert not chat.inbox.receive("telegram:11", "{}")


def test_inbox_takes_the_same_number_of_two_platforms(chat: ChatCatalog) -> None:
    assert chat.inbox.receive("telegram:11", "一")
    assert chat.inbox.receive("feishu:11", "二")
    chat.inbox.finish("telegram:11")
    assert [one.body for one in chat.inbox.pending()] == ["二"]


def test_inbox_goes_through_its_states(chat: ChatCatalog) -> None:
    chat.inbox.receive("telegram:12", "二")
    chat.inbox.receive("telegram:11", "一")
    assert [one.body for one in chat.inbox.pending()] == ["一", "二"]
    begun = chat.inbox.begin("telegram:11")
    assert begun is not None
    assert (begun.replies, begun.sent, begun.attempts) == (None, (), 1)
    chat.inbox.settle("telegram:11", [{"html": "答"}])
    chat.inbox.record("telegram:11", [501])
    again = chat.inbox.begin("telegram:11")
    assert again is not None
    assert (again.replies, again.sent, again.attempts) == ([{"html": "答"}], (501,), 2)
    chat.inbox.finish("telegram:11")
    assert chat.inbox.begin("telegram:11") is None
    assert [one.id for one in chat.inbox.pending()] == ["telegram:12"]


def test_inbox_gives_what_waits_in_the_order_of_the_numbers(chat: ChatCatalog) -> None:
    for number in (1000, 99, 101, 100, 9):
        chat.inbox.receive(f"telegram:{number}", "")
    assert [one.id for one in chat.inbox.pending()] == [f"telegram:{n}" for n in (9, 99, 100, 101, 1000)]


def test_inbox_knows_no_update_that_was_not_received(chat: ChatCatalog) -> None:
    assert chat.inbox.begin("telegram:404") is None
    assert chat.inbox.sent("telegram:404") == ()


def test_inbox_remembers_what_was_sent_when_it_has_forgotten_what_was_said(chat: ChatCatalog) -> None:
    chat.inbox.receive("telegram:1", "问")
    chat.inbox.settle("telegram:1", [{"html": "答"}])
    chat.inbox.record("telegram:1", [501, 0])
    chat.inbox.finish("telegram:1")
    assert chat.inbox.sent("telegram:1") == (501, 0)


def test_inbox_tells_no_replies_from_replies_that_are_not_known(chat: ChatCatalog) -> None:
    chat.inbox.receive("telegram:1", "")
    chat.inbox.receive("telegram:2", "")
    chat.inbox.settle("telegram:1", [])
    assert [one.replies for one in chat.inbox.pending()] == [[], None]


def test_inbox_sweeps_only_what_is_done_and_old(chat: ChatCatalog) -> None:
    chat.inbox.receive("telegram:1", "")
    chat.inbox.receive("telegram:2", "")
    chat.inbox.finish("telegram:1")
    assert chat.inbox.sweep(days=1) == 0
    assert chat.inbox.sweep(days=-1) == 1
    assert [one.id for one in chat.inbox.pending()] == ["telegram:2"]


def test_inbox_tells_what_waits_of_one_platform(chat: ChatCatalog) -> None:
    for update in ("telegram:2", "web:1", "web%:3"):
        chat.inbox.receive(update, "{}")
    assert [one.id for one in chat.inbox.pending("web:")] == ["web:1"]
    assert [one.id for one in chat.inbox.pending("telegram:")] == ["telegram:2"]
