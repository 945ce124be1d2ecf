import asyncio
import json
from pathlib import Path

from bot.chat.roles import Role
from bot.web.conversations import Conversations
from bot.web.ids import new_update
from bot.web.visitors import Visitor
from tests.bot.web.conftest import WebOffice, open_office

QUESTION = "临江市水务局修订多少项制度"


def visitor(office: WebOffice, role: str = "reader") -> Visitor:
    office.desk.store.people.assign("web:1", role, by="", name="张三")
    return Visitor("web:1", "张三", Role(role), "zh", "auto", "t")


def talks(office: WebOffice) -> Conversations:
    made = office.app.state.site.conversations
    assert isinstance(made, Conversations)
    return made


async def test_turn_is_answered_and_closed(office: WebOffice) -> None:
    task, stream = await talks(office).begin(visitor(office), QUESTION)
    said = await task
    assert said.talk is not None
    assert "12项" in said.talk.body["text"]
    assert await stream.parts.get() is None
    assert office.desk.store.inbox.pending() == []


async def test_turns_of_one_person_are_answered_in_order(office: WebOffice) -> None:
    asked = [await talks(office).begin(visitor(office), text) for text in (QUESTION, "那废止了多少项")]
    first, second = [(await task).talk for task, _ in asked]
    assert first is not None
    assert second is not None
    assert first.id < second.id
    assert "3项" in second.body["text"]


async def test_turn_of_a_stopped_server_is_answered_at_the_next_start(tmp_path: Path) -> None:
    async for office in open_office(tmp_path):
        one, update = visitor(office), new_update()
        fields = {"update": update, "person": one.person, "chat": one.person, "text": QUESTION}
        body = json.dumps({**fields, "name": "张三", "language": "zh", "at": 77})
        office.desk.store.inbox.receive(update, body)
        office.desk.store.inbox.receive("telegram:5", "{}")
    async for office in open_office(tmp_path):
        while any(one.id == update for one in office.desk.store.inbox.pending()):
            await asyncio.sleep(0.02)
        (talk,) = await talks(office).earlier("web:1", 5)
        assert "12项" in talk.body["text"]
        assert [one.id for one in office.desk.store.inbox.pending()] == ["telegram:5"]


async def test_earlier_turns_are_told_the_oldest_first(office: WebOffice) -> None:
    for text in (QUESTION, "/new", "云溪大学制定多少条措施"):
        await (await talks(office).begin(visitor(office), text))[0]
    assert [one.kind for one in await talks(office).earlier("web:1", 9)] == ["answer", "new", "answer"]


async def test_many_questions_are_limited(tmp_path: Path) -> None:
    async for office in open_office(tmp_path):
        office.desk.limits._each = 1
        one = visitor(office)
        await (await talks(office).begin(one, QUESTION))[0]
        said = await (await talks(office).begin(one, QUESTION))[0]
        assert said.talk is None
        assert "秒" in said.replies[0].text.plain
