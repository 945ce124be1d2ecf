from dataclasses import dataclass, field, replace

import pytest

from bot.chat.delivery import deliver, hold
from bot.chat.platform import ChatMoved, ChatShut, Undelivered
from bot.chat.reply import Destination, Reply, notice
from bot.chat.rich_text import rich
from tests.bot.chat.memory_platform import MemoryPlatform
from tests.bot.chat.stages import MemoryStage

ANSWER = Reply(rich("12项"))
NOTE = notice("谢谢")[0]
FILE = Reply(rich("图"), file=b"\x89PNG", name="chart.png")


@dataclass(slots=True)
class Failing(MemoryPlatform):
    """A platform in memory that fails with what is listed, a call each; None lets a call be."""

    failures: list[Exception | None] = field(default_factory=list)

    async def send(self, to: Destination, reply: Reply) -> int:
        self._fail()
        return await MemoryPlatform.send(self, to, reply)

    async def edit(self, to: Destination, reply: Reply, message: int) -> int:
        self._fail()
        return await MemoryPlatform.edit(self, to, reply, message)

    def _fail(self) -> None:
        failure = self.failures.pop(0) if self.failures else None
        if failure is not None:
            raise failure


@pytest.fixture
def to(memory: MemoryStage) -> Destination:
    memory.desk.store.inbox.receive("memory:1", "")
    return Destination("memory:1", "memory:7001")


def texts(platform: MemoryPlatform) -> list[str]:
    return [one.text for one in platform.posted]


async def test_answer_is_put_into_a_message_that_was_recorded_first(
    memory: MemoryStage, to: Destination
) -> None:
    platform = Failing(failures=[None, Undelivered("killed")])
    with pytest.raises(Undelivered):
        await deliver(memory.desk, platform, to, [ANSWER])
    assert memory.desk.store.inbox.sent("memory:1") == (1,)
    assert await deliver(memory.desk, platform, to, [ANSWER], [1]) == [1]
    assert texts(platform) == ["12项"]


@pytest.mark.parametrize("reply", [NOTE, FILE], ids=["notice", "file"])
async def test_notice_and_file_take_one_call_and_are_not_sent_again(
    memory: MemoryStage, to: Destination, reply: Reply
) -> None:
    platform = MemoryPlatform()
    assert await deliver(memory.desk, platform, to, [reply]) == [1]
    assert platform.posted[0].edits == 0
    assert memory.desk.store.inbox.sent("memory:1") == (1,)
    assert await deliver(memory.desk, platform, to, [reply], [1]) == [1]
    assert len(platform.posted) == 1


async def test_reply_takes_the_place_of_a_message(memory: MemoryStage, to: Destination) -> None:
    platform = MemoryPlatform()
    place = await platform.send(to, NOTE)
    assert await deliver(memory.desk, platform, to, [replace(ANSWER, edits=place)]) == [place]
    assert texts(platform) == ["12项"]


async def test_replies_go_on_after_those_that_were_sent(memory: MemoryStage, to: Destination) -> None:
    platform = MemoryPlatform()
    sent = await deliver(memory.desk, platform, to, [ANSWER, NOTE])
    assert await deliver(memory.desk, platform, to, [ANSWER, NOTE, FILE], sent) == [1, 2, 3]
    assert texts(platform) == ["12项", "谢谢", "图"]


async def test_reply_for_another_chat_goes_there(memory: MemoryStage, to: Destination) -> None:
    platform = MemoryPlatform()
    await deliver(memory.desk, platform, to, [replace(NOTE, chat="memory:9"), NOTE])
    assert [one.chat for one in platform.posted] == ["memory:9", "memory:7001"]


async def test_chat_that_is_shut_lets_the_next_reply_through(memory: MemoryStage, to: Destination) -> None:
    platform = Failing(failures=[ChatShut("x")])
    assert await deliver(memory.desk, platform, to, [NOTE, NOTE]) == [0, 1]
    assert memory.desk.store.inbox.sent("memory:1") == (0, 1)


async def test_chat_that_moved_is_followed_with_all_that_comes(memory: MemoryStage, to: Destination) -> None:
    memory.desk.store.people.open_room(to.chat, "组", by="")
    platform = Failing(failures=[ChatMoved("memory:new")])
    await deliver(memory.desk, platform, replace(to, reply_to=5), [ANSWER, NOTE])
    assert [one.chat for one in platform.posted] == ["memory:new", "memory:new"]
    assert memory.desk.store.people.rooms() == [("memory:new", "组")]


async def test_message_is_held_in_the_language_of_whoever_asks(memory: MemoryStage, to: Destination) -> None:
    platform = MemoryPlatform()
    assert await hold(memory.desk, platform, replace(to, language="en"), [7]) == [7, 1]
    assert texts(platform) == ["🔎 Checking…"]
    assert memory.desk.store.inbox.sent("memory:1") == (7, 1)
