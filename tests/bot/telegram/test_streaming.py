import asyncio
import time
from collections.abc import Iterator

import pytest

from bot.telegram.ids import key_of
from bot.telegram.streaming import TYPING_A_SECOND, Pacing
from tests.bot.telegram.conftest import ADMIN, Office
from tests.bot.telegram.fake_api import Sent
from tests.bot.telegram.people import Group, Someone

pytestmark = pytest.mark.server

QUESTION = "临江市水务局巡察整改做了哪些工作？"


class Teller:
    """A small model that tells its sentences one by one, some of them wrong."""

    name = "teller"

    def __init__(self, sentences: list[str], pause: float = 0.4) -> None:
        self.sentences = sentences
        self.pause = pause

    def stream(self, system: str, user: str) -> Iterator[str]:
        for sentence in self.sentences:
            time.sleep(self.pause)
            yield sentence


TOLD = ["市水务局修订制度12项。[1]", "市水务局废止制度9项。[1]", "巡察反馈问题36个，已完成整改33个。[1]"]


async def started(office: Office, model: Teller) -> Someone:
    office.model = model
    await office.start()
    office.desk.store.people.assign(key_of(7001), "reader", by=key_of(ADMIN))
    return Someone(office.api, 7001)


async def in_a_group(office: Office, group: Group, monkeypatch: pytest.MonkeyPatch) -> Someone:
    """Somebody in an open group, where what the model tells is shown nearly at once."""
    monkeypatch.setattr("bot.telegram.streaming.EDIT_EVERY", 0.05)
    reader = await started(office, Teller(TOLD))
    office.desk.store.people.open_room(key_of(group.id), group.title, by=key_of(ADMIN))
    return reader


def check_told(sent: Sent) -> None:
    """The checked whole stands there, with its buttons."""
    assert "36个" in sent.text
    assert "废止制度9项。" not in sent.text
    assert "正在核对" not in sent.text
    assert sent.buttons()


async def test_private_answer_grows_as_a_draft_and_ends_checked(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.streaming.DRAFT_EVERY", 0.05)
    reader = await started(office, Teller(TOLD))
    (sent,) = await office.tell(reader, QUESTION)
    drafts = [text for _, _, text in office.api.drafts]
    assert drafts
    assert len({key for _, key, _ in office.api.drafts}) == 1
    assert "12项" in drafts[0]
    assert not any("废止制度9项。" in text for text in [*drafts, sent.text])
    assert "36个" in sent.text
    assert "正在核对" not in sent.text


async def test_group_answer_survives_a_flood_limit_while_it_grows(
    office: Office, group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = await in_a_group(office, group, monkeypatch)
    office.api.flood("editMessageText", group.id, 5)
    (sent,) = await office.tell(reader, f"/ask {QUESTION}", group=group)
    floods = [refusal for method, refusal in office.api.refusals if method == "editMessageText"]
    assert [refusal.code for refusal in floods] == [429]
    check_told(sent)


async def test_group_that_takes_nothing_for_a_while_gets_the_checked_answer_once(
    office: Office, group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = await in_a_group(office, group, monkeypatch)
    await reader.writes(f"/ask {QUESTION}", group)
    (sent,) = await office.api.wait_for(lambda: office.api.of(group.id))
    office.api.fill(group.id, 5)  # every edit is refused, with what is left of the five seconds
    await office.quiet(30)
    waits = [refusal.parameters["retry_after"] for _, refusal in office.api.refusals]
    assert {refusal.code for _, refusal in office.api.refusals} == {429}
    assert waits[0] == 5
    assert [one.id for one in office.api.of(group.id)] == [sent.id]
    check_told(sent)


async def test_group_answer_is_shown_while_it_grows(
    office: Office, group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = await in_a_group(office, group, monkeypatch)
    (sent,) = await office.tell(reader, f"/ask {QUESTION}", group=group)
    assert sent.edits >= 2
    assert [refusal.description for _, refusal in office.api.refusals] == []


async def test_answer_of_a_model_that_fails_is_the_one_without_it(office: Office) -> None:
    reader = await started(office, Teller([], 0.0))
    (sent,) = await office.tell(reader, "临江市水务局修订了多少项制度？")
    assert "12项" in sent.text


async def called(pacing: Pacing, endpoint: str, chat: int, times: int) -> bool:
    """Whether so many calls for a chat are made without waiting for one another's turn."""

    async def call() -> bool:
        return True

    calls = [pacing.process_request(call, (), {}, endpoint, {"chat_id": chat}, None) for _ in range(times)]
    try:
        await asyncio.wait_for(asyncio.gather(*calls), 0.5)
    except TimeoutError:
        return False
    return True


async def test_edits_in_private_chats_take_nothing_of_what_may_be_sent_a_second() -> None:
    pacing = Pacing(overall_max_rate=2, overall_time_period=60, group_max_rate=2, group_time_period=60)
    assert await called(pacing, "editMessageText", 7001, 5)
    assert await called(pacing, "sendMessage", 7001, 2)
    assert not await called(pacing, "sendMessage", 7001, 1)
    assert not await called(pacing, "editMessageText", -100, 5)


async def test_typing_is_shown_to_some_of_many_who_wait_a_second() -> None:
    pacing = Pacing()
    assert await called(pacing, "sendChatAction", 7001, TYPING_A_SECOND)
    assert not await called(pacing, "sendChatAction", 7001, TYPING_A_SECOND)
    assert await called(pacing, "sendMessage", 7001, 1)
