import asyncio

import pytest

from bot.chat.desk import Desk
from bot.chat.roles import Role
from tests.bot.chat.stages import MemoryStage
from tests.bot.telegram.conftest import ADMIN
from tests.retrieval.fictional import GARDEN, report

QUESTION = "临江市水务局修订了多少项制度？"
PLACE = ("memory:7001", 0, "memory:7001")


@pytest.mark.parametrize(
    ("person", "group", "role"),
    [
        (f"memory:{ADMIN}", "", Role.ADMINISTRATOR),
        ("memory:7002", "", Role.REVIEWER),
        ("memory:8", "", Role.STRANGER),
        ("memory:8", "memory:200", Role.READER),
        ("memory:8", "memory:201", Role.STRANGER),
        ("memory:9", "memory:200", Role.BLOCKED),
        (f"telegram:{ADMIN}", "", Role.STRANGER),
    ],
    ids=["setting", "given", "none", "open group", "closed group", "blocked", "another platform"],
)
async def test_role_comes_from_the_setting_the_catalog_or_the_group(
    memory: MemoryStage, person: str, group: str, role: Role
) -> None:
    memory.desk.store.people.open_room("memory:200", "组", by="")
    memory.desk.store.people.assign("memory:9", "blocked", by="")
    assert await memory.desk.role(person, group) is role


async def test_conversation_is_kept_apart_by_chat_thread_and_person(memory: MemoryStage) -> None:
    await memory.desk.answer(QUESTION, PLACE)
    assert set(memory.desk._turns) == {PLACE}
    await memory.desk.answer(QUESTION, ("memory:7001", 4, "memory:7001"))
    await memory.desk.answer(QUESTION, ("memory:200", 0, "memory:8"))
    memory.desk.forget("memory:7001")
    assert set(memory.desk._turns) == {("memory:200", 0, "memory:8")}


async def test_questions_that_come_together_are_each_answered(memory: MemoryStage) -> None:
    places = [(f"memory:{number}", 0, f"memory:{number}") for number in range(5)]
    answers = await asyncio.gather(*(memory.desk.answer(QUESTION, place) for place in places))
    assert [answer.direct.raw if answer.direct else "" for answer in answers] == ["12项"] * 5
    assert memory.desk.asking == 0


async def test_answerer_is_made_anew_after_the_reports_have_changed(memory: MemoryStage) -> None:
    before = await memory.desk.core(memory.desk.answerer)
    assert await memory.desk.core(memory.desk.answerer) is before
    memory.index.add(report(GARDEN, "garden"))
    assert await memory.desk.core(memory.desk.answerer) is not before


async def test_first_question_finds_the_reports_read(
    memory: MemoryStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asyncio.to_thread(memory.desk.prepare)
    monkeypatch.setattr("bot.chat.desk.Answerer", None)  # another, which would read them again, is not made
    answer = await memory.desk.answer(QUESTION, PLACE)
    assert answer.direct is not None
    assert answer.direct.raw == "12项"


async def test_nobody_is_an_administrator_by_itself(memory: MemoryStage) -> None:
    desk = Desk(memory.settings, memory.index, memory.desk.store)
    assert await desk.role(f"memory:{ADMIN}") is Role.STRANGER
    desk.close()
