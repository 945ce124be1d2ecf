"""Which organisation a bare name means is asked by buttons."""

import pytest

from bot.messages import say
from bot.telegram.ids import key_of
from tests.bot.answering.test_clarification import EAST, WEST
from tests.bot.telegram.conftest import ADMIN, Office
from tests.bot.telegram.people import Group, Someone
from tests.retrieval.fictional import report

pytestmark = pytest.mark.server

QUESTION = "财政厅制定了多少条措施？"
NAMES = {"东原省财政厅": "86条", "西岭省财政厅": "112条"}


@pytest.fixture
async def asked(bot: Office) -> Office:
    """The office with the reports of two provinces."""
    assert bot.running
    bot.running.index.add_all([report(EAST, "east"), report(WEST, "west")])
    return bot


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_name_of_several_is_asked_back_with_buttons(asked: Office, language: str) -> None:
    asked.desk.store.people.assign(key_of(7001), "reader", by=key_of(ADMIN))
    reader = Someone(asked.api, 7001, language=language)
    (sent,) = await asked.tell(reader, QUESTION)
    assert set(sent.buttons()) == set(NAMES)
    assert all(len(data.encode()) <= 64 for data in sent.buttons().values())
    assert all(name in sent.text for name in NAMES)
    for name, raw in NAMES.items():
        await reader.presses(sent, name)
        await asked.quiet()
        question, answer = asked.api.of(reader.id)[-2:]
        assert question.text == f"❓ {QUESTION.replace('财政厅', name)}"
        assert answer.covered("b") == [raw]
    assert asked.api.refusals == []


async def test_choice_works_after_a_restart(asked: Office, reader: Someone) -> None:
    (sent,) = await asked.tell(reader, QUESTION)
    await asked.stop()
    await asked.start()
    await reader.presses(sent, "西岭省财政厅")
    await asked.quiet()
    assert asked.api.of(reader.id)[-1].covered("b") == ["112条"]


async def test_name_alone_answers_after_a_restart(asked: Office, reader: Someone) -> None:
    await asked.tell(reader, QUESTION)
    await asked.stop()
    await asked.start()
    (sent,) = await asked.tell(reader, "西岭省财政厅")
    assert sent.covered("b") == ["112条"]


async def test_choice_in_a_group_is_made_there(asked: Office, reader: Someone, group: Group) -> None:
    asked.desk.store.people.open_room(key_of(group.id), group.title, by=key_of(ADMIN))
    topic = {"message_thread_id": 5, "is_topic_message": True}
    (sent,) = await asked.tell(reader, f"/ask {QUESTION}", group=group, **topic)
    await reader.presses(sent, "东原省财政厅")
    await asked.quiet()
    assert asked.api.of(group.id)[-1].covered("b") == ["86条"]
    assert asked.api.of(group.id)[-1].thread == 5


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_summary_of_a_name_of_several_is_asked_back(asked: Office, language: str) -> None:
    asked.desk.store.people.assign(key_of(7001), "reader", by=key_of(ADMIN))
    reader = Someone(asked.api, 7001, language=language)
    for command in ("/summary 财政厅", "/summary long 财政厅"):
        (sent,) = await asked.tell(reader, command)
        assert sent.text == say("answer.which", language, name="财政厅")
        await reader.presses(sent, "西岭省财政厅")
        await asked.quiet()
        assert "112条" in asked.api.of(reader.id)[-1].text
