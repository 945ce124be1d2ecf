"""What administrators do, on the platform in memory; the ways over Telegram are in its own tests."""

import pytest

from bot.chat.handlers.administration import LONGEST_INVITATION, MOST_ROWS
from bot.messages import say
from tests.bot.chat.stages import MemoryStage
from tests.bot.telegram.conftest import ADMIN


def says(key: str, **values: object) -> str:
    return say(f"telegram.{key}", "zh", **values)


WORDS = [
    ("", "登记的人和群（2 人）"),
    ("role 7001 reviewer", "已将 7001 设为审核员"),
    ("角色 7001 审核员", "已将 7001 设为审核员"),
    ("ROLE 7001 reviewer", "已将 7001 设为审核员"),
    ("block 7001", "已将 7001 设为已停用"),
    (f"block {ADMIN}", "设置里指定的管理员"),
    ("role x reviewer", "用法"),
    ("role 7001 king", "用法"),
    ("role", "用法"),
    ("invite king", "用法"),
    (f"invite reader {LONGEST_INVITATION + 1:g}", "用法"),
    (f"invite reader {LONGEST_INVITATION:g}", "只能用一次"),
    ("邀请", "只能用一次"),
    ("dance", "用法"),
    ("allow", "请在要开放或关闭的群里"),
    ("close", "请在要开放或关闭的群里"),
    ("close 999", "请在要开放或关闭的群里"),
]


@pytest.mark.parametrize(("words", "reply"), WORDS, ids=[words or "nothing" for words, _ in WORDS])
async def test_users_does_what_its_words_say(memory: MemoryStage, words: str, reply: str) -> None:
    (seen,) = await memory.tell(ADMIN, f"/users {words}")
    assert reply in seen.text


async def test_person_whose_role_is_given_gets_its_menu(memory: MemoryStage) -> None:
    await memory.tell(ADMIN, "/users role 8 reviewer")
    assert memory.desk.store.people.role("memory:8") == "reviewer"
    assert "check" in memory.platform.menus["memory:8"]
    await memory.tell(ADMIN, "/users block 7001")
    assert "memory:7001" not in memory.platform.menus


async def test_users_are_listed_with_administrators_and_groups(memory: MemoryStage) -> None:
    memory.desk.store.people.open_room("memory:200", "整改群", by="")
    memory.desk.store.people.assign("telegram:5", "reader", by="", name="别处")
    (seen,) = await memory.tell(ADMIN, "/users")
    lines = seen.text.splitlines()
    assert lines[1] == f"• {ADMIN} 管理员"
    assert "• 200 群 整改群" in lines
    assert "• telegram:5 读者 别处" in lines


async def test_group_may_be_closed_from_elsewhere_by_its_number(memory: MemoryStage) -> None:
    memory.desk.store.people.open_room("memory:200", "整改群", by="")
    (seen,) = await memory.tell(ADMIN, "/users close 200")
    assert seen.text == says("group_out")
    assert memory.desk.store.people.rooms() == []


async def test_stats_count_what_there_is_and_what_was_asked(memory: MemoryStage) -> None:
    await memory.tell(7001, "临江市水务局修订了多少项制度？")
    (seen,) = await memory.tell(ADMIN, "/stats")
    assert "报告 2 份" in seen.text
    assert "问答 1 次" in seen.text
    assert "ask 1" in seen.text


@pytest.mark.parametrize(
    ("words", "rows"), [("", 3), ("1", 1), ("0", 1), ("x", 3), (str(MOST_ROWS * 20), 3)],
    ids=["all", "one", "none is one", "no number", "more than are shown"],
)  # fmt: skip
async def test_audit_shows_its_newest_rows(memory: MemoryStage, words: str, rows: int) -> None:
    for _ in range(3):
        await memory.tell(ADMIN, "/users invite")
    (seen,) = await memory.tell(ADMIN, f"/audit {words}")
    assert seen.text.splitlines()[0] == says("audit")
    assert len(seen.text.splitlines()) == 1 + rows
    assert f" {ADMIN} invite reader, 72 h" in seen.text


async def test_broadcast_that_is_cancelled_reaches_nobody(memory: MemoryStage) -> None:
    (asked,) = await memory.tell(ADMIN, "/broadcast 维护")
    assert says("broadcast_sure", count=2) in asked.text
    assert await memory.press(ADMIN, asked, "取消") == ([], "")
    assert [one.text for one in memory.platform.posted] == [says("cancelled")]
    assert (await memory.tell(ADMIN, "/broadcast"))[0].text == says("broadcast_what")


async def test_broadcast_is_sent_by_whoever_wrote_it_alone(memory: MemoryStage) -> None:
    memory.desk.store.people.assign("memory:9", "administrator", by="")
    (asked,) = await memory.tell(ADMIN, "/broadcast 维护")
    assert await memory.press(9, asked, "📣") == ([], says("not_allowed"))
