"""Messages and edits as they go to Telegram; what the core makes of it is tested with the core."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.error import BadRequest

from bot.chat.measures import Measures
from bot.chat.platform import ChatMoved, ChatShut, Undelivered
from bot.chat.reply import Button, Destination, Reply
from bot.chat.rich_text import RichText, bold, compose, folded, rich
from bot.telegram.calling import Calling
from bot.telegram.delivery import keyboard, put_in, send
from tests.bot.telegram.fake_api import TOKEN, FakeApi
from tests.bot.telegram.people import Group, Someone

pytestmark = pytest.mark.server

TO = Destination("telegram:1", "telegram:7001")
ROWS = ((Button("📄 1", "s:1:1"), Button("网", url="https://a.b")), ())
TEXT = compose("共", bold("12项"), folded("原<文>"))


@pytest.fixture
async def api() -> AsyncIterator[FakeApi]:
    made = FakeApi()
    await made.start()
    Someone(made, 7001)
    yield made
    await made.stop()


@pytest.fixture
async def caller(api: FakeApi) -> AsyncIterator[Bot]:
    bot = Bot(TOKEN, f"{api.address}/bot", request=Calling(), get_updates_request=Calling())
    async with bot:
        yield bot


async def test_text_is_sent_with_its_looks_and_buttons(api: FakeApi, caller: Bot) -> None:
    number = await send(caller, Measures(), TO, Reply(TEXT, ROWS))
    (sent,) = api.of(7001)
    assert (sent.id, sent.text) == (number, "共12项原<文>")
    assert sent.covered("b") == ["12项"]
    assert sent.buttons() == {"📄 1": "s:1:1", "网": "https://a.b"}


@pytest.mark.parametrize(("name", "kind"), [("chart.png", "photo"), ("a.docx", "document")])
async def test_file_is_sent_as_what_it_is(api: FakeApi, caller: Bot, name: str, kind: str) -> None:
    await send(caller, Measures(), TO, Reply(rich("图"), file=b"\x89PNG", name=name))
    (sent,) = api.of(7001)
    assert (sent.kind, sent.name, sent.file, sent.text) == (kind, name, b"\x89PNG", "图")


async def test_edit_that_changes_nothing_or_finds_nothing_still_delivers(api: FakeApi, caller: Bot) -> None:
    number = await send(caller, Measures(), TO, Reply(TEXT))
    assert await put_in(caller, Measures(), TO, Reply(TEXT), number) == number
    api.of(7001)[0].deleted = True
    again = await put_in(caller, Measures(), TO, Reply(TEXT), number)
    assert again != number
    assert [one.id for one in api.of(7001)] == [again]


async def test_chats_that_are_shut_or_moved_are_told_as_the_core_knows_them(
    api: FakeApi, caller: Bot
) -> None:
    group = Group(api)
    there = Destination("telegram:1", f"telegram:{group.id}")
    api.blocked_by.add(7001)
    api.muted_in.add(group.id)
    for to in (TO, there, Destination("telegram:1", "telegram:404")):
        with pytest.raises(ChatShut):
            await send(caller, Measures(), to, Reply(TEXT))
    api.moved[group.id] = -100300
    with pytest.raises(ChatMoved) as moved:
        await send(caller, Measures(), there, Reply(TEXT))
    assert moved.value.to == "telegram:-100300"


async def test_mistake_of_ours_is_none_of_the_chats(caller: Bot) -> None:
    with pytest.raises(BadRequest, match="empty"):
        await send(caller, Measures(), TO, Reply(RichText()))


async def test_network_and_floods_are_waited_out_for_a_while(
    api: FakeApi, caller: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.delivery.RETRY_WAITS", (0.01, 0.01))
    measures = Measures()
    api.flood("sendMessage", 7001, 1)
    assert await send(caller, measures, TO, Reply(TEXT))
    assert measures.counts["retries"] == 1
    api.fail = {"sendMessage"}
    with pytest.raises(Undelivered):
        await send(caller, measures, TO, Reply(TEXT))
    assert measures.counts["retries"] == 4


def test_reply_without_buttons_has_no_keyboard() -> None:
    assert keyboard(Reply(TEXT)) is None
    assert keyboard(Reply(TEXT, ((),))) is None
