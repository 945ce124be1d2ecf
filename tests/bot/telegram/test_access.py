import pytest

from bot.chat.command_table import COMMANDS
from bot.chat.handlers.buttons import PRESSES
from bot.chat.roles import Role
from bot.telegram.ids import key_of
from tests.bot.telegram.conftest import ADMIN, Office
from tests.bot.telegram.people import Group, Someone

server = pytest.mark.server
QUESTION = "临江市水务局修订了多少项制度？"
SECRET = ("水务", "云溪", "12项")


@server
@pytest.mark.parametrize(
    "text", [QUESTION, *(f"/{one.name} 水务" for one in COMMANDS if one.name != "start")]
)
async def test_stranger_gets_one_sentence(bot: Office, text: str) -> None:
    stranger = Someone(bot.api, 8001, "路人")
    (sent,) = await bot.tell(stranger, text)
    assert sent.text == "您还没有使用权限，请向管理员索取邀请链接（您的编号：8001）。"


@server
async def test_blocked_person_gets_another_sentence(bot: Office, reader: Someone) -> None:
    bot.desk.store.people.assign(key_of(reader.id), "blocked", by=key_of(ADMIN))
    for text in (QUESTION, "/start", "/help"):
        (sent,) = await bot.tell(reader, text)
        assert "已被停用" in sent.text


@server
async def test_blocked_person_stays_out_in_an_open_group(bot: Office, reader: Someone, group: Group) -> None:
    bot.desk.store.people.open_room(key_of(group.id), group.title, by=key_of(ADMIN))
    bot.desk.store.people.assign(key_of(reader.id), "blocked", by=key_of(ADMIN))
    (sent,) = await bot.tell(reader, f"/ask {QUESTION}", group=group)
    assert "已被停用" in sent.text


@server
@pytest.mark.parametrize("command", [one.name for one in COMMANDS if one.role is Role.ADMINISTRATOR])
async def test_reader_and_reviewer_may_not_administer(
    bot: Office, reader: Someone, reviewer: Someone, command: str
) -> None:
    for person in (reader, reviewer):
        (sent,) = await bot.tell(person, f"/{command} water")
        assert "您的角色不能使用这个命令" in sent.text
    assert {report.id for report in bot.desk.index.reports()} == {"school", "water"}


@server
async def test_reader_may_not_check(bot: Office, reader: Someone) -> None:
    (sent,) = await bot.tell(reader, "/check 修订制度13项")
    assert "您的角色不能使用这个命令" in sent.text
    await reader.sends("draft.txt", "修订制度13项。".encode())
    await bot.quiet()
    assert "您的角色不能使用这个命令" in bot.api.of(reader.id)[-1].text


@server
async def test_invitation_lets_one_person_in_once(bot: Office, admin: Someone) -> None:
    (sent,) = await bot.tell(admin, "/users invite reviewer 5")
    assert "审核员，5 小时" in sent.text
    code = sent.text.rpartition("start=")[2].strip()
    new, late = Someone(bot.api, 8101, "新人"), Someone(bot.api, 8102, "迟到")
    assert "您好" in (await bot.tell(new, f"/start {code}"))[0].text
    assert "已失效或已被使用" in (await bot.tell(late, f"/start {code}"))[0].text
    assert bot.desk.store.people.role(key_of(8101)) == "reviewer"
    assert "check" in bot.api.commands["chat:8101", ""]
    assert "12项" in (await bot.tell(new, QUESTION))[0].text


@server
@pytest.mark.parametrize(
    ("words", "reply"),
    [
        ("role 7001 reviewer", "已将 7001 设为审核员"),
        ("block 7001", "已将 7001 设为已停用"),
        ("屏蔽 7001", "已将 7001 设为已停用"),
        (f"block {ADMIN}", "设置里指定的管理员"),
        ("role 7001 king", "用法"),
        ("role 7001", "用法"),
        ("block", "用法"),
        ("block 7001x", "用法"),
        ("invite king", "用法"),
        ("invite reader 0", "用法"),
        ("invite reader 999999", "用法"),
        ("dance", "用法"),
        ("allow", "请在要开放或关闭的群里"),
    ],
)
async def test_users_does_what_its_words_say(
    bot: Office, admin: Someone, reader: Someone, words: str, reply: str
) -> None:
    (sent,) = await bot.tell(admin, f"/users {words}")
    assert reply in sent.text


@server
async def test_users_lists_people_and_groups(
    bot: Office, admin: Someone, reader: Someone, group: Group
) -> None:
    bot.desk.store.people.open_room(key_of(group.id), "<b>群</b>", by=key_of(ADMIN))
    (sent,) = await bot.tell(admin, "/users")
    assert "7001 读者 张三" in sent.text
    assert f"{group.id} 群 <b>群</b>" in sent.text


@server
async def test_administrator_opens_and_closes_a_group(bot: Office, admin: Someone, group: Group) -> None:
    member = Someone(bot.api, 7777, "组员")
    assert "还没有使用权限" in (await bot.tell(member, f"/ask {QUESTION}", group=group))[0].text
    await bot.tell(admin, "/users allow", group=group)
    assert "12项" in (await bot.tell(member, f"/ask {QUESTION}", group=group))[0].text
    await bot.tell(admin, "/users close", group=group)
    assert "还没有使用权限" in (await bot.tell(member, f"/ask {QUESTION}", group=group))[0].text


FORGED = [
    "", "x", "s", "s:1", "s:1:99", "s:1:x", "s:999999:1", "c:0", "q:1:99", "q:1", "z:1", "p:1:1", "u:1:i", "d:1:y",
    "b:1:y", "s:1:1\n", "s:١:1", "s:1;drop table talks:1", "s:" + "9" * 60,
]  # fmt: skip


@server
async def test_forged_data_opens_nothing(bot: Office, reader: Someone) -> None:
    (sent,) = await bot.tell(reader, QUESTION)
    before = len(bot.api.sent)
    for data in FORGED:
        if data:
            await reader.forges(sent, data)
    await bot.quiet()
    assert [one.text for one in bot.api.sent[before:] if one.chat == reader.id] == []
    assert len(bot.desk.index.reports()) == 2


@server
async def test_button_of_another_chat_opens_nothing(bot: Office, reader: Someone, reviewer: Someone) -> None:
    (theirs,) = await bot.tell(reader, QUESTION)
    (mine,) = await bot.tell(reviewer, "云溪大学完成整改多少个问题？")
    for data in theirs.buttons().values():
        query = await reviewer.forges(mine, data)
        await bot.quiet()
        assert "已经失效" in bot.api.callback_answers[query]["text"]
    assert len(bot.api.of(reviewer.id)) == 1


@server
async def test_button_of_a_stranger_opens_nothing(bot: Office, group: Group, reader: Someone) -> None:
    bot.desk.store.people.open_room(key_of(group.id), group.title, by=key_of(ADMIN))
    (sent,) = await bot.tell(reader, f"/ask {QUESTION}", group=group)
    bot.desk.store.people.close_room(key_of(group.id))
    query = await Someone(bot.api, 8001, "路人").presses(sent, "📄 1")
    await bot.quiet()
    assert "还没有使用权限" in bot.api.callback_answers[query]["text"]
    assert len(bot.api.of(group.id)) == 1


@server
async def test_administrators_button_pressed_by_a_reader_does_nothing(
    bot: Office, admin: Someone, reader: Someone, group: Group
) -> None:
    bot.desk.store.people.open_room(key_of(group.id), group.title, by=key_of(ADMIN))
    (sent,) = await bot.tell(admin, "/remove water", group=group)
    query = await reader.presses(sent, "🗑")
    await bot.quiet()
    assert "您的角色不能" in bot.api.callback_answers[query]["text"]
    assert len(bot.desk.index.reports()) == 2


@server
async def test_rate_limit_is_told_once(office: Office) -> None:
    office.change(telegram_rate=2)
    await office.start()
    office.desk.store.people.assign(key_of(7001), "reader", by=key_of(ADMIN))
    reader = Someone(office.api, 7001)
    replies = [await office.tell(reader, "/help") for _ in range(4)]
    assert [len(sent) for sent in replies] == [1, 1, 1, 0]
    assert "问得太快了" in replies[2][0].text


@server
async def test_audit_keeps_no_text_by_itself(bot: Office, reader: Someone, admin: Someone) -> None:
    await bot.tell(reader, QUESTION)
    await bot.tell(Someone(bot.api, 8001), QUESTION)
    rows = bot.desk.store.audit.newest()
    assert {(row.action, row.person) for row in rows} == {("ask", key_of(7001)), ("denied", key_of(8001))}
    assert {row.text for row in rows} == {None}
    assert not any(word in row.subject for row in rows for word in SECRET)


@server
async def test_audit_keeps_text_where_that_is_switched_on(office: Office) -> None:
    office.change(telegram_audit_text=True)
    await office.start()
    await office.tell(Someone(office.api, ADMIN), QUESTION)
    assert office.desk.store.audit.newest()[0].text == QUESTION


def test_every_letter_of_button_data_has_a_deed() -> None:
    assert set(PRESSES) == set("scmqapudb+-yrx")


@server
async def test_stranger_is_told_nothing_by_any_way(bot: Office, reader: Someone, group: Group) -> None:
    stranger = Someone(bot.api, 8001, "路人")
    (theirs,) = await bot.tell(reader, QUESTION)
    before = len(bot.api.sent)
    await stranger.writes(QUESTION)
    await stranger.edits(await stranger.writes("/ask x"), f"/ask {QUESTION}")
    await stranger.sends("draft.docx", b"PK", "/check")
    await stranger.sends("report.txt", "临江市水务局修订制度13项。".encode(), "/ingest")
    await bot.api.push(
        message=stranger.message(photo=[{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}])
    )
    await stranger.writes(f"@hedui_test_bot {QUESTION}", group)
    for data in theirs.buttons().values():
        await stranger.forges(theirs, data)
    await bot.quiet()
    told = [one.text for one in bot.api.sent[before:]]
    assert set(told) == {"您还没有使用权限，请向管理员索取邀请链接（您的编号：8001）。"}
    assert len(told) == 7
    notices = [answer["text"] for answer in bot.api.callback_answers.values()]
    assert set(notices) == {"您还没有使用权限，请向管理员索取邀请链接（您的编号：8001）。"}
    assert not any(method == "getFile" for method, _ in bot.api.calls)
