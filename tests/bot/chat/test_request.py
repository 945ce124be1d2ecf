import pytest

from bot.chat.platform import Listed, PressedButton
from bot.chat.reply import Destination, Reply, notice
from bot.chat.request import Ask, Command, Request, listed, menu_of
from bot.chat.roles import Role
from tests.bot.chat.stages import MemoryStage


async def nothing(_: Ask) -> list[Reply]:
    return notice("")


ROWS = (
    Command("start", Role.STRANGER, "telegram.command_start", nothing),
    Command("ask", Role.READER, "telegram.command_ask", nothing),
    Command("audit", Role.ADMINISTRATOR, "telegram.command_audit", nothing),
)


def ask(memory: MemoryStage, request: Request) -> Ask:
    return Ask(request, Role.READER, memory.desk, memory.platform, ROWS)


def test_replies_go_where_the_request_came_from() -> None:
    request = Request("memory:1", "memory:7", "memory:8", group="memory:8", thread=5, at=9, language="en")
    assert request.to == Destination("memory:1", "memory:8", 5, 9, "en", group=True)


def test_conversation_is_of_a_chat_a_thread_and_a_person(memory: MemoryStage) -> None:
    assert ask(memory, Request("memory:1", "memory:7", "memory:8", thread=5)).place == (
        "memory:8",
        5,
        "memory:7",
    )


@pytest.mark.parametrize(("language", "sentence"), [("zh", "谢谢，已记下。"), ("en", "Thank you, noted.")])
def test_sentences_are_in_the_language_of_whoever_asks(
    memory: MemoryStage, language: str, sentence: str
) -> None:
    assert (
        ask(memory, Request("memory:1", "memory:7", "memory:7", language=language)).say("thanks") == sentence
    )


@pytest.mark.parametrize(
    ("key", "shown"), [("memory:7", "7"), ("telegram:7", "telegram:7"), ("", "")],
    ids=["its own", "another platform's", "nobody"],
)  # fmt: skip
def test_id_is_shown_as_people_of_the_platform_know_it(memory: MemoryStage, key: str, shown: str) -> None:
    assert ask(memory, Request("memory:1", "memory:7", "memory:7")).shown(key) == shown


async def test_notice_answers_the_button_that_was_pressed(memory: MemoryStage) -> None:
    await ask(memory, Request("memory:1", "memory:7", "memory:7")).show_notice("无")
    assert memory.platform.notices == {}
    pressed = Request("memory:2", "memory:7", "memory:7", press=PressedButton("k", "s:1:1"))
    await ask(memory, pressed).show_notice("好")
    assert memory.platform.notices == {"k": "好"}


async def test_menu_of_a_role_is_published(memory: MemoryStage) -> None:
    await ask(memory, Request("memory:1", "memory:7", "memory:7")).publish_commands("memory:9", Role.READER)
    assert memory.platform.menus == {"memory:9": ["start", "ask"]}


@pytest.mark.parametrize("kept", [False, True], ids=["without text", "with text"])
async def test_audit_keeps_text_only_where_that_is_switched_on(memory: MemoryStage, kept: bool) -> None:
    memory.desk.settings = memory.desk.settings.model_copy(update={"telegram_audit_text": kept})
    await ask(memory, Request("memory:1", "memory:7", "memory:8")).audit("ask", "talk 1", "原文")
    (row,) = memory.desk.store.audit.newest()
    assert (row.person, row.chat, row.action, row.subject) == ("memory:7", "memory:8", "ask", "talk 1")
    assert row.text == ("原文" if kept else None)


def test_menu_holds_what_a_role_may_use_in_the_tables_order() -> None:
    assert [one.name for one in menu_of(ROWS, Role.STRANGER)] == ["start"]
    assert [one.name for one in menu_of(ROWS, Role.ADMINISTRATOR)] == ["start", "ask", "audit"]
    assert listed(ROWS[:1]) == (Listed("start", "telegram.command_start"),)
