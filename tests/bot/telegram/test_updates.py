from types import SimpleNamespace
from typing import Any

import pytest
from telegram import Bot, Update, User

from bot.chat.platform import PressedButton, UploadedFile
from bot.telegram.updates import (
    arguments,
    language_of_user,
    message_of,
    person_of,
    press_of,
    request_of,
    thread_of,
)
from tests.bot.telegram.fake_api import TOKEN

ME = {"id": 123456, "is_bot": True, "first_name": "核对", "username": "hedui_test_bot"}
ZHANG = {"id": 7001, "is_bot": False, "first_name": "张", "last_name": "三", "language_code": "zh-hans"}
PRIVATE = {"id": 7001, "type": "private", "first_name": "张"}
GROUP = {"id": -100200, "type": "supergroup", "title": "整改群"}
DOCUMENT = {"file_id": "f1", "file_unique_id": "u1", "file_name": "稿.docx", "file_size": 9}


def updated(kind: str = "message", **content: Any) -> Update:
    message = {"message_id": 9, "date": 1, "chat": PRIVATE, "from": ZHANG, **content}
    bot = Bot(TOKEN)
    bot._bot_user = User.de_json(ME, bot)
    found = Update.de_json(
        {"update_id": 5, kind: message | ({"edit_date": 2} if "edited" in kind else {})}, bot
    )
    assert found
    return found


def pressed(**content: Any) -> Update:
    query = {"id": "cb", "from": ZHANG, "chat_instance": "1", "data": "s:1:1", **content}
    found = Update.de_json({"update_id": 5, "callback_query": query}, Bot(TOKEN))
    assert found
    return found


def context(**kept: Any) -> Any:
    return SimpleNamespace(user_data=kept.get("user"), chat_data=kept.get("chat"))


def read(update: Update, text: str = "x", **kept: Any) -> Any:
    user, chat = person_of(update), update.effective_chat
    assert user
    assert chat
    return request_of(update, context(**kept), user, chat, text)


def test_private_message_is_a_request() -> None:
    memory = {"language": "en"}
    request = read(updated(text="多少？"), "多少？", user=memory)
    assert (request.update, request.person, request.chat) == ("telegram:5", "telegram:7001", "telegram:7001")
    assert (request.group, request.title, request.thread, request.at) == ("", "", 0, 9)
    assert (request.text, request.name, request.language) == ("多少？", "张 三", "en")
    assert request.memory is memory
    assert (request.edited, request.anonymous, request.press, request.file) == (False, False, None, None)


def test_message_of_a_group_has_its_title_topic_and_what_it_replies_to() -> None:
    answered = {
        "message_id": 3,
        "date": 1,
        "chat": GROUP,
        "from": ZHANG,
        "caption": "说明",
        "document": DOCUMENT,
    }
    request = read(
        updated(
            chat=GROUP, text="/check", message_thread_id=4, is_topic_message=True, reply_to_message=answered
        )
    )
    assert (request.group, request.title, request.thread) == ("telegram:-100200", "整改群", 4)
    assert (request.quoted, request.quoted_file) == ("说明", UploadedFile("f1", "稿.docx", 9))


def test_file_and_edit_are_told() -> None:
    bare = {"file_id": "f2", "file_unique_id": "u2"}
    assert read(updated(document=DOCUMENT)).file == UploadedFile("f1", "稿.docx", 9)
    assert read(updated(document=bare)).file == UploadedFile("f2", "", 0)
    assert read(updated("edited_message", text="x")).edited


def test_whoever_speaks_for_a_chat_is_that_chat_and_shares_its_memory() -> None:
    memory = {"language": "en"}
    request = read(updated(chat=GROUP, text="x", sender_chat=GROUP), chat=memory)
    assert (request.person, request.anonymous) == ("telegram:-100200", True)
    assert request.memory is memory


@pytest.mark.parametrize(
    "content",
    [
        {"from": ZHANG | {"is_bot": True}},
        {"is_automatic_forward": True},
        {"via_bot": ME},
    ],
    ids=["another bot", "copied from a channel", "sent inline"],
)
def test_nobody_is_answered_for(content: dict[str, Any]) -> None:
    assert person_of(updated(text="x", **content)) is None


def test_button_names_its_message_even_an_old_one() -> None:
    carrier = {"message_id": 8, "date": 1, "chat": PRIVATE, "from": ME, "text": "答"}
    update = pressed(message=carrier)
    assert press_of(update) == PressedButton("cb", "s:1:1")
    message, at = message_of(update)
    assert (message is not None, at) == (True, 8)
    old = {"message_id": 8, "date": 0, "chat": PRIVATE}
    assert message_of(pressed(message=old))[1] == 8
    assert message_of(pressed()) == (None, 0)
    assert press_of(updated(text="x")) is None


def test_thread_is_a_topics_alone() -> None:
    assert thread_of(updated(text="x", message_thread_id=4).message) == 0
    assert thread_of(None) == 0


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"text": "/ask 多少？"}, "多少？"),
        ({"text": " 多少？ "}, "多少？"),
        ({"caption": "/check 一", "document": DOCUMENT}, "一"),
        ({"document": DOCUMENT}, ""),
    ],
    ids=["command", "text", "caption", "nothing"],
)
def test_arguments_stand_in_the_text_or_the_caption(content: dict[str, Any], expected: str) -> None:
    assert arguments(updated(**content)) == expected


def test_arguments_of_a_button_are_none() -> None:
    carrier = {"message_id": 8, "date": 1, "chat": PRIVATE, "from": ME, "text": "答"}
    assert arguments(pressed(message=carrier)) == ""


@pytest.mark.parametrize(
    ("code", "memory", "language"),
    [("en-GB", {}, "en"), ("fr", {}, "zh"), (None, {}, "zh"), ("en", {"language": "zh"}, "zh"),
     ("zh", {"language": "xx"}, "zh")],
    ids=["english", "french", "unknown", "chosen", "odd choice"],
)  # fmt: skip
def test_language_is_the_chosen_one_else_telegrams(
    code: str | None, memory: dict[str, Any], language: str
) -> None:
    assert language_of_user(User(1, "x", is_bot=False, language_code=code), memory) == language
