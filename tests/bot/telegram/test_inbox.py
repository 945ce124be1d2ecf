import asyncio
from typing import Any

import pytest
from telegram import Bot, Update

from bot.telegram.inbox import InboxQueue, InOrder, lane_of
from tests.bot.telegram.conftest import Office
from tests.bot.telegram.fake_api import TOKEN
from tests.bot.telegram.test_updates import PRIVATE, ZHANG

pytestmark = pytest.mark.server


def written(number: int, chat: int = 7001, kind: str = "message") -> Update:
    content: dict[str, Any] = {
        "message_id": number,
        "date": 1,
        "chat": PRIVATE | {"id": chat},
        "from": ZHANG,
        "text": "x",
    }
    if kind == "inline_query":
        content = {"id": "iq", "from": ZHANG | {"id": chat}, "query": "x", "offset": ""}
    found = Update.de_json({"update_id": number, kind: content}, Bot(TOKEN))
    assert found
    return found


async def test_update_is_kept_before_it_is_queued_and_once(bot: Office) -> None:
    queue = InboxQueue(bot.desk)
    for _ in range(2):
        await queue.put(written(900))
    assert queue.qsize() == 1
    assert [one.id for one in bot.desk.store.inbox.pending()] == ["telegram:900"]
    queue.leave()
    assert queue.empty()
    assert await queue.take_up(Bot(TOKEN)) == 1
    taken = queue.get_nowait()
    assert isinstance(taken, Update)
    assert taken.update_id == 900
    bot.desk.store.inbox.finish("telegram:900")


@pytest.mark.parametrize(
    ("update", "lane"),
    [(written(1, -5), -5), (written(1, 7001, "inline_query"), -7001), (Update(1), 0)],
    ids=["chat", "inline", "nobody"],
)
def test_order_is_kept_in_a_chat_or_for_a_person(update: Update, lane: int) -> None:
    assert lane_of(update) == lane


async def handled(order: InOrder, updates: list[Update], done: list[int], pause: float = 0.02) -> None:
    async def work(update: Update) -> None:
        await asyncio.sleep(pause if update.update_id % 2 else 0)
        done.append(update.update_id)

    await asyncio.gather(*(order.do_process_update(update, work(update)) for update in updates))


async def test_updates_of_a_chat_are_handled_in_their_order_others_beside_them(bot: Office) -> None:
    done: list[int] = []
    await handled(InOrder(bot.desk), [written(1), written(2), written(4, 8)], done)
    assert done == [4, 1, 2]


async def test_of_inline_queries_that_wait_the_newest_alone_is_answered(bot: Office) -> None:
    done: list[int] = []
    await handled(InOrder(bot.desk), [written(n, 7001, "inline_query") for n in (1, 2, 3)], done)
    assert done == [1, 3]  # the first had begun


async def test_what_has_not_begun_when_the_bot_stops_stays(bot: Office) -> None:
    order, done = InOrder(bot.desk), list[int]()
    bot.desk.store.inbox.receive("telegram:901", "{}")
    order.stopping = True
    await handled(order, [written(901)], done)
    assert done == []
    assert [one.id for one in bot.desk.store.inbox.pending()] == ["telegram:901"]
    await order.initialize()
    bot.desk.unfinished.add("telegram:901")
    await handled(order, [written(901)], done)
    assert [one.id for one in bot.desk.store.inbox.pending()] == ["telegram:901"]  # it could not be delivered
    await handled(order, [written(901)], done)
    assert bot.desk.store.inbox.pending() == []
    assert done == [901, 901]
