"""What Telegram sends besides questions: each is answered sensibly, once, or not at all."""

from typing import Any

import pytest

from bot.telegram.ids import key_of
from tests.bot.telegram.conftest import ADMIN, Office
from tests.bot.telegram.fake_api import BOT
from tests.bot.telegram.people import NOW, Group, Someone, entities_of

pytestmark = pytest.mark.server

QUESTION = "临江市水务局修订了多少项制度？"
MENTION = f"@hedui_test_bot {QUESTION}"
ANONYMOUS: dict[str, Any] = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
CHANNEL = {"id": -100500, "type": "channel", "title": "通报频道"}
PHOTO = [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]


async def happens(bot: Office, **update: Any) -> list[str]:
    """Let an update happen; return what the bot sent in reply, anywhere."""
    before = len(bot.api.sent)
    await bot.api.push(**update)
    await bot.quiet()
    return [one.text for one in bot.api.sent[before:]]


def opened(bot: Office, group: Group) -> None:
    bot.desk.store.people.open_room(key_of(group.id), group.title, by=key_of(ADMIN))


def silent_updates(reader: Someone, group: Group) -> dict[str, dict[str, Any]]:
    """Updates that nobody is answered for."""
    other = {"id": 42, "is_bot": True, "first_name": "另一个", "username": "other_bot"}
    robot: dict[str, Any] = {"from": other}
    forwarded = {"sender_chat": CHANNEL, "is_automatic_forward": True}
    post = {"message_id": 1, "date": NOW, "chat": CHANNEL, "sender_chat": CHANNEL, "text": MENTION}
    return {
        "unknown kind": {"moon_phase": {"phase": "full"}},
        "reaction": {"message_reaction": {"chat": group.shape(), "message_id": 1, "date": NOW,
                     "user": reader.shape(), "old_reaction": [], "new_reaction": []}},
        "channel post": {"channel_post": post},
        "edited channel post": {"edited_channel_post": post | {"edit_date": NOW}},
        "another bot": {"message": reader.message(MENTION, group, **robot)},
        "another bot in private": {"message": reader.message(QUESTION, **robot)},
        "post copied from its channel": {"message": reader.message(MENTION, group, **forwarded)},
        "answer of ours sent inline": {"message": reader.message(QUESTION, via_bot=BOT)},
        "pinned": {"message": reader.message(pinned_message=reader.message(QUESTION))},
        "joined": {"message": reader.message(group=group, new_chat_members=[reader.shape()])},
        "topic made": {"message": reader.message(group=group, forum_topic_created={"name": "x", "icon_color": 1})},
        "unaddressed file": {"message": reader.message(group=group, document={"file_id": "f", "file_unique_id": "f"})},
        "unaddressed album": {"message": reader.message(group=group, photo=PHOTO, media_group_id="7")},
        "another bot's caption": {"message": reader.message(group=group, caption="/check@other_bot",
                                  document={"file_id": "f", "file_unique_id": "f"})},
        "another bot's edited command": {"edited_message": reader.message(f"/ask@other_bot {QUESTION}", group)},
        "bot blocked": {"my_chat_member": member(reader, {"id": reader.id, "type": "private"}, "member", "kicked")},
        "message without a chat": {"message": {"message_id": 1, "text": QUESTION}},
        "button without a person": {"callback_query": {"id": "cb0", "data": "s:1:1"}},
        "bot in a channel": {"my_chat_member": member(reader, CHANNEL, "left", "administrator")},
        "bot promoted": {"my_chat_member": member(reader, group.shape(), "member", "administrator")},
    }  # fmt: skip


def member(person: Someone, chat: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    states = [{"user": BOT, "status": status} for status in (old, new)]
    change = {"old_chat_member": states[0], "new_chat_member": states[1]}
    return {"chat": chat, "from": person.shape(), "date": NOW, **change}


async def test_what_is_no_question_is_left_alone(
    bot: Office, reader: Someone, group: Group, caplog: pytest.LogCaptureFixture
) -> None:
    opened(bot, group)
    bot.api.insists = True
    for name, update in silent_updates(reader, group).items():
        assert await happens(bot, **update) == [], name
    assert "incident" not in caplog.text
    assert "12项" in (await bot.tell(reader, QUESTION))[0].text


CONTENTS: list[dict[str, Any]] = [
    {"photo": PHOTO},
    {"sticker": {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1,
                 "is_animated": False, "is_video": False}},
    {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}},
    {"location": {"latitude": 1.0, "longitude": 2.0}},
    {"contact": {"phone_number": "1", "first_name": "x"}},
    {"dice": {"emoji": "🎲", "value": 1}},
    {"moon_stone": {"weight": 1}},
]  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_message_without_text_is_politely_refused(bot: Office, language: str) -> None:
    bot.desk.store.people.assign(key_of(7001), "reader", by=key_of(ADMIN))
    reader = Someone(bot.api, 7001, language=language)
    wanted = {"zh": "我能回答文字问题", "en": "I can answer questions in text"}[language]
    for content in CONTENTS:
        (text,) = await happens(bot, message=reader.message(**content))
        assert wanted in text, content


async def test_caption_may_ask(bot: Office, reader: Someone, group: Group) -> None:
    opened(bot, group)
    (text,) = await happens(bot, message=reader.message(photo=PHOTO, caption=QUESTION))
    assert "12项" in text
    asked: dict[str, Any] = {"photo": PHOTO, "caption": MENTION, "caption_entities": entities_of(MENTION)}
    (text,) = await happens(bot, message=reader.message(group=group, **asked))
    assert "12项" in text


async def test_file_in_a_group_is_checked_where_the_bot_is_mentioned(
    bot: Office, reviewer: Someone, group: Group
) -> None:
    await reviewer.sends("draft.txt", "临江市水务局修订制度13项。".encode(), "@hedui_test_bot", group)
    await reviewer.sends("draft.txt", "临江市水务局修订制度13项。".encode(), "/check@hedui_test_bot", group)
    await bot.quiet()
    told = [one.text for one in bot.api.of(group.id) if one.kind == "text"]
    assert ["有 1 个数字需要人看" in text for text in told] == [True, True]


async def test_files_of_an_album_are_each_checked(bot: Office, reviewer: Someone) -> None:
    for name in ("a.txt", "b.txt"):
        bot.api.files[name] = "临江市水务局修订制度13项。".encode()
        document = {"file_id": name, "file_unique_id": name, "file_name": name}
        await bot.api.push(message=reviewer.message(document=document, media_group_id="3"))
    await bot.quiet()
    assert [one.name for one in bot.api.of(reviewer.id) if one.kind == "document"] == [
        "a.checked.md",
        "b.checked.md",
    ]


async def test_anonymous_administrator_is_a_reader_where_the_group_is_open(bot: Office, group: Group) -> None:
    someone = Someone(bot.api, 9)
    speaks = {"from": ANONYMOUS, "sender_chat": group.shape()}
    (text,) = await happens(bot, message=someone.message(f"/ask {QUESTION}", group, **speaks))
    assert "我认不出您的角色" in text
    opened(bot, group)
    (text,) = await happens(bot, message=someone.message(f"/ask {QUESTION}", group, **speaks))
    assert "12项" in text
    (text,) = await happens(bot, message=someone.message("/users allow", group, **speaks))
    assert "我认不出您的角色" in text


async def test_role_given_to_the_account_of_all_anonymous_people_opens_nothing(
    bot: Office, group: Group
) -> None:
    bot.desk.store.people.assign(key_of(ANONYMOUS["id"]), "administrator", by=key_of(ADMIN))
    speaks = {"from": ANONYMOUS, "sender_chat": group.shape()}
    (text,) = await happens(bot, message=Someone(bot.api, 9).message("/users", group, **speaks))
    assert "我认不出您的角色" in text


async def test_answer_follows_a_group_that_moved_meanwhile(bot: Office, reader: Someone) -> None:
    old, new = Group(bot.api, -200, kind="group"), Group(bot.api, -100200200)
    opened(bot, old)
    bot.api.moved[old.id] = new.id
    await reader.writes(f"/ask {QUESTION}", old)
    await bot.quiet()
    assert ["12项" in one.text for one in bot.api.of(new.id)] == [True]
    assert bot.desk.store.people.room(key_of(new.id))


async def test_group_that_takes_no_messages_holds_nobody_up(
    bot: Office, reader: Someone, group: Group, caplog: pytest.LogCaptureFixture
) -> None:
    opened(bot, group)
    bot.api.muted_in.add(group.id)
    await reader.writes(f"/ask {QUESTION}", group)
    await bot.quiet()
    assert bot.api.of(group.id) == []
    assert "incident" not in caplog.text


@pytest.mark.parametrize("carrier", ["inline", "nothing"])
async def test_button_without_a_message_gets_its_notice(bot: Office, reader: Someone, carrier: str) -> None:
    query = {"id": "cb1", "from": reader.shape(), "chat_instance": "1", "data": "s:1:1"}
    if carrier == "inline":
        query["inline_message_id"] = "abc"
    assert await happens(bot, callback_query=query) == []
    assert "已经失效" in bot.api.callback_answers["cb1"]["text"]


async def test_buttons_of_a_message_that_is_given_out_no_more_still_work(bot: Office, admin: Someone) -> None:
    (sent,) = await bot.tell(admin, QUESTION)
    old = {"message_id": sent.id, "date": 0, "chat": bot.api.chats[admin.id]}
    query = {"from": admin.shape(), "chat_instance": "1", "message": old}
    opens, removes = sent.buttons()["📄 1"], (await bot.tell(admin, "/remove water"))[0]
    (text,) = await happens(bot, callback_query=query | {"id": "cb1", "data": opens})
    assert "修订制度12项" in text
    old["message_id"] = removes.id
    data = next(data for data in removes.buttons().values() if data.endswith(":y"))
    await happens(bot, callback_query=query | {"id": "cb2", "data": data})
    assert removes.text == "已删除 water。"


async def test_game_button_gets_its_notice(bot: Office, reader: Someone) -> None:
    (sent,) = await bot.tell(reader, QUESTION)
    carrier = {"message_id": sent.id, "date": NOW, "chat": bot.api.chats[reader.id], "from": BOT, "text": "x"}
    query = {"id": "cb9", "from": reader.shape(), "chat_instance": "1", "message": carrier}
    assert await happens(bot, callback_query=query | {"game_short_name": "chess"}) == []
    assert "已经失效" in bot.api.callback_answers["cb9"]["text"]


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("水务局" * 1365, "问题太长"),
        ("😀" * 2048, "问题太长"),
        ("/ask " + "<b>&多" * 800, "问题太长"),
        ("/ask\n" + QUESTION, "12项"),
        ("/ask   ", "请在命令后面写上问题"),
        ("/ASK " + QUESTION, "12项"),
    ],
    ids=["4,095 characters", "4,096 units", "mark-up", "on the next line", "blanks", "capitals"],
)
async def test_long_and_odd_texts_get_a_sentence(bot: Office, reader: Someone, text: str, reply: str) -> None:
    (sent,) = await bot.tell(reader, text)
    assert reply in sent.text
    assert bot.api.refusals == []


async def test_mention_alone_says_how_to_ask(bot: Office, reader: Someone, group: Group) -> None:
    opened(bot, group)
    (sent,) = await bot.tell(reader, "@hedui_test_bot", group=group)
    assert "请在命令后面写上问题" in sent.text


async def test_reply_outside_topics_carries_no_topic(bot: Office, reader: Someone, group: Group) -> None:
    opened(bot, group)
    (sent,) = await bot.tell(reader, MENTION, group=group, message_thread_id=31)
    assert sent.thread is None


async def test_file_that_telegram_does_not_hand_over_gets_its_sentence(
    bot: Office, reviewer: Someone
) -> None:
    document = {"file_id": "gone", "file_unique_id": "gone", "file_name": "稿 <b>.docx"}
    (text,) = await happens(bot, message=reviewer.message(document=document))
    assert text == "稿 <b>.docx：没有从 Telegram 取到，请重新发送。"


async def test_invitation_to_what_one_may_already_do_is_left_for_others(
    bot: Office, admin: Someone, reviewer: Someone
) -> None:
    code = bot.desk.store.people.invite("reader", by=key_of(ADMIN), hours=1)
    for person in (admin, reviewer):
        assert "您好" in (await bot.tell(person, f"/start {code}"))[0].text
    assert bot.desk.store.people.role(key_of(reviewer.id)) == "reviewer"
    await bot.tell(Someone(bot.api, 8101), f"/start {code}")
    assert bot.desk.store.people.role(key_of(8101)) == "reader"


async def test_failure_of_an_answer_under_way_is_told_in_its_message(
    bot: Office, reader: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object, **__: object) -> None:
        raise RuntimeError("x")

    monkeypatch.setattr("bot.telegram.platform.put_in", fail)
    (sent,) = await bot.tell(reader, QUESTION)
    assert "这次没有处理成功" in sent.text
