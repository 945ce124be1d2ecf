import pytest

from bot.messages import say
from tests.bot.chat.stages import MemoryStage
from tests.bot.telegram.conftest import ADMIN

QUESTION = "临江市水务局修订了多少项制度？"


def says(key: str, **values: object) -> str:
    return say(f"telegram.{key}", "zh", **values)


async def said(memory: MemoryStage, person: int, text: str, *, group: bool = False) -> list[str]:
    return [seen.text for seen in await memory.tell(person, text, group=group)]


async def test_start_greets_and_shows_the_commands_of_the_role(memory: MemoryStage) -> None:
    assert await said(memory, 7002, "/start") == [says("start")]
    menu = memory.platform.menus["memory:7002"]
    assert "check" in menu
    assert "audit" not in menu


async def test_start_in_a_group_shows_nobody_a_menu(memory: MemoryStage) -> None:
    assert await said(memory, 7001, "/start", group=True) == [says("start")]
    assert memory.platform.menus == {}


async def test_invitation_is_taken_by_whoever_gains_by_it(memory: MemoryStage) -> None:
    people = memory.desk.store.people
    code = people.invite("reviewer", by=memory.key(ADMIN), hours=1)
    assert await said(memory, ADMIN, f"/start {code}") == [says("start")]
    assert await said(memory, 7002, f"/start {code}") == [says("start")]
    assert people.invited(code) == "reviewer"  # it is left for others
    assert await said(memory, 7001, f"/start {code}") == [says("start")]
    assert people.role("memory:7001") == "reviewer"
    assert await said(memory, 8, f"/start {code}") == [says("bad_invite", id=8)]


async def test_invitation_is_not_taken_in_a_group_or_by_the_blocked(memory: MemoryStage) -> None:
    people = memory.desk.store.people
    code = people.invite("reader", by=memory.key(ADMIN), hours=1)
    assert await said(memory, 8, f"/start {code}", group=True) == [says("stranger", id=8)]
    people.assign("memory:8", "blocked", by="")
    assert await said(memory, 8, f"/start {code}") == [says("blocked")]
    assert people.invited(code) == "reader"


@pytest.mark.parametrize("kept", [False, True])
async def test_privacy_says_what_is_kept(memory: MemoryStage, kept: bool) -> None:
    memory.desk.settings = memory.desk.settings.model_copy(update={"telegram_audit_text": kept})
    (text,) = await said(memory, 7001, "/privacy")
    assert text == f"{says('privacy')}\n{says('privacy_text' if kept else 'privacy_no_text')}"


async def test_history_is_of_questions_and_checks_of_this_chat(memory: MemoryStage) -> None:
    assert await said(memory, 7002, "/history") == [says("no_history")]
    await memory.tell(7002, QUESTION)
    await memory.tell(7002, "/check 修订制度13项")
    await memory.tell(7002, "/reports")
    (seen,) = await memory.tell(7002, "/history")
    assert [line[12] for line in seen.text.splitlines()[1:]] == ["🔎", "❓"]
    assert seen.buttons == [f"↻ {QUESTION}"]
    assert await said(memory, 7002, "/history", group=True) == [says("no_history")]


async def test_forget_deletes_what_was_asked_and_what_is_at_hand(memory: MemoryStage) -> None:
    await memory.tell(7001, QUESTION)
    await memory.tell(7002, QUESTION)
    assert await said(memory, 7001, "/forget") == [says("forgotten", count=1)]
    assert {place[2] for place in memory.desk._turns} == {"memory:7002"}
    assert memory.desk.store.talks.count() == 1


@pytest.mark.parametrize(
    ("word", "chosen"),
    [("en", "en"), ("English", "en"), ("英文", "en"), ("zh", "zh"), ("中文", "zh"), ("Chinese", "zh")],
)
async def test_language_is_chosen_by_its_name_and_kept(memory: MemoryStage, word: str, chosen: str) -> None:
    assert await said(memory, 7001, f"/language {word}") == [say("telegram.language_set", chosen)]
    assert memory.desk.store.state.read("user") == {"memory:7001": {"language": chosen}}
    assert await said(memory, 7001, "/ask") == [say("telegram.ask_what", chosen)]


async def test_language_that_nobody_speaks_is_asked_for_again(memory: MemoryStage) -> None:
    assert await said(memory, 7001, "/language 法语") == [says("language_what")]


async def test_feedback_is_kept(memory: MemoryStage) -> None:
    assert await said(memory, 7001, "/feedback") == [says("feedback_what")]
    assert await said(memory, 7001, "/feedback 很好") == [says("thanks")]
    assert memory.desk.store.talks.marks() == {"text": 1}
