import pytest

from bot.chat.reply import Reply, notice, reply_shape
from bot.chat.request import Ask, Request
from bot.chat.rich_text import rich
from bot.chat.roles import Role
from bot.chat.service import MOST_ATTEMPTS
from bot.messages import say
from corpus.errors import NotFound
from tests.bot.chat.stages import MemoryStage

READER = "memory:7001"


def request(memory: MemoryStage, update: str = "memory:50", person: str = READER, text: str = "x") -> Request:
    memory.desk.store.inbox.receive(update, "")
    return Request(update, person, person, text=text)


def told(memory: MemoryStage, chat: str = READER) -> list[str]:
    return [one.text for one in memory.platform.of(chat)]


async def greet(ask: Ask) -> list[Reply]:
    return notice(f"好 {ask.text}")


async def test_handler_is_asked_and_its_replies_are_recorded(memory: MemoryStage) -> None:
    assert memory.chat
    await memory.chat.service.serve(request(memory), greet)
    assert told(memory) == ["好 x"]
    (waiting,) = memory.desk.store.inbox.pending()
    assert waiting.replies == [reply_shape(notice("好 x")[0])]


async def test_request_that_was_never_received_or_is_done_is_left_alone(memory: MemoryStage) -> None:
    assert memory.chat
    await memory.chat.service.serve(Request("memory:51", READER, READER), greet)
    asked = request(memory)
    memory.desk.store.inbox.finish(asked.update)
    await memory.chat.service.serve(asked, greet)
    assert told(memory) == []


async def test_replies_that_were_worked_out_are_sent_as_they_were(memory: MemoryStage) -> None:
    assert memory.chat
    asked = request(memory)
    memory.desk.store.inbox.settle(asked.update, [reply_shape(Reply(rich("早已算好")))])
    await memory.chat.service.serve(asked, greet)
    assert told(memory) == ["早已算好"]


async def test_request_that_stops_the_process_each_time_is_given_up(memory: MemoryStage) -> None:
    assert memory.chat
    asked = request(memory)
    for _ in range(MOST_ATTEMPTS):
        memory.desk.store.inbox.begin(asked.update)
    await memory.chat.service.serve(asked, greet)
    assert told(memory) == [say("telegram.failed", incident="u50")]


async def test_long_reply_is_split_before_it_is_recorded(memory: MemoryStage) -> None:
    async def long(_: Ask) -> list[Reply]:
        return notice("一" * 9000)

    assert memory.chat
    await memory.chat.service.serve(request(memory), long)
    assert [len(text) for text in told(memory)] == [4000, 4000, 1000]
    (waiting,) = memory.desk.store.inbox.pending()
    assert waiting.replies is not None
    assert len(waiting.replies) == 3


async def test_error_is_one_sentence_in_the_readers_language(memory: MemoryStage) -> None:
    async def fail(_: Ask) -> list[Reply]:
        raise NotFound("没有这份报告", "there is no such report", where="moon")

    assert memory.chat
    await memory.chat.service.serve(request(memory), fail)
    assert told(memory) == ["moon：没有这份报告"]


ROLES = [
    ("", Role.READER, "stranger"),
    ("blocked", Role.READER, "blocked"),
    ("blocked", Role.BLOCKED, "blocked"),
    ("reader", Role.REVIEWER, "not_allowed"),
    ("reader", Role.READER, None),
    ("", Role.STRANGER, None),
    ("blocked", Role.STRANGER, None),
    ("administrator", Role.ADMINISTRATOR, None),
]


@pytest.mark.parametrize(
    ("role", "needed", "key"), ROLES, ids=[f"{r or 'none'} {n or 'none'}" for r, n, _ in ROLES]
)
async def test_role_is_asked_for(memory: MemoryStage, role: str, needed: Role, key: str | None) -> None:
    assert memory.chat
    memory.desk.store.people.assign("memory:5", role, by="")
    await memory.chat.service.serve(request(memory, person="memory:5"), greet, needed)
    assert told(memory, "memory:5") == ["好 x" if key is None else say(f"telegram.{key}", id="5")]


async def test_free_request_counts_towards_no_limit(memory: MemoryStage) -> None:
    assert memory.chat
    memory.desk.limits._each = 1
    for number in range(3):
        await memory.chat.service.serve(request(memory, f"memory:{60 + number}"), greet, free=True)
    assert told(memory) == ["好 x"] * 3


QUESTION = "临江市水务局修订了多少项制度？"
OTHER = "临江市水务局废止了多少项制度？"


@pytest.mark.parametrize("command", ["", "/ask "], ids=["text", "command"])
async def test_question_that_is_edited_is_answered_in_the_same_message(
    memory: MemoryStage, command: str
) -> None:
    await memory.tell(7001, f"{command}{QUESTION}", at=5)
    assert await memory.tell(7001, f"{command}{OTHER}", at=5, edited=True) == []
    (seen,) = await memory.again(7001)
    assert seen.bold == ["3项"]
    await memory.tell(7001, f"{command}{OTHER}", at=5, edited=True)
    assert len(await memory.again(7001)) == 1


async def test_command_that_is_edited_is_not_done_again(memory: MemoryStage) -> None:
    await memory.tell(7001, "/feedback 好", at=5)
    assert await memory.tell(7001, "/feedback 很好", at=5, edited=True) == []
    assert memory.desk.store.talks.marks() == {"text": 1}
