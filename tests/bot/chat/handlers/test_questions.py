import asyncio
from collections.abc import Iterator

import pytest

from bot.chat.reply import Destination, Reply
from bot.chat.rich_text import rich
from bot.telegram.ids import key_of
from tests.bot.chat.stages import MemoryStage
from tests.bot.telegram.conftest import Office
from tests.bot.telegram.people import Group, Someone

pytestmark = pytest.mark.server

QUESTION = "临江市水务局修订了多少项制度？"
OTHER = "临江市水务局废止了多少项制度？"
FOLLOW_UP = "废止了多少项？"


async def test_question_is_answered_with_figure_and_source(bot: Office, reader: Someone) -> None:
    (sent,) = await bot.tell(reader, QUESTION)
    assert "12项" in sent.text
    assert sent.covered("b") == ["12项"]
    assert "临江市水务局" in sent.text
    assert bot.api.refusals == []


async def test_answer_comes_in_a_message_that_was_recorded_first(bot: Office, reader: Someone) -> None:
    (sent,) = await bot.tell(reader, QUESTION)
    assert sent.edits == 1
    assert bot.desk.store.inbox.sent(key_of(bot.api.last_update)) == (sent.id,)


async def test_follow_up_leans_on_the_question_before(bot: Office, reader: Someone) -> None:
    await bot.tell(reader, QUESTION)
    (sent,) = await bot.tell(reader, FOLLOW_UP)
    assert "3项" in sent.covered("b")


async def test_follow_up_leans_on_the_question_before_a_restart(bot: Office, reader: Someone) -> None:
    await bot.tell(reader, QUESTION)
    await bot.stop()
    await bot.start()
    (sent,) = await bot.tell(reader, FOLLOW_UP)
    assert "3项" in sent.covered("b")


async def test_source_opens_the_passage_with_the_figure_marked(bot: Office, reader: Someone) -> None:
    (sent,) = await bot.tell(reader, QUESTION)
    await reader.presses(sent, "📄 1")
    await bot.quiet()
    passage = bot.api.of(reader.id)[-1]
    quoted = [
        text for tag, text, extra in passage.parsed.entities if (tag, extra) == ("blockquote", "expandable")
    ]
    assert "修订制度12项，废止制度3项" in quoted[0]
    assert "12项" in passage.covered("u")
    assert "2023-06-12" in passage.text
    assert "water.txt" in passage.text
    assert "reports/" not in passage.text


async def test_check_button_tells_each_verdict_and_why(bot: Office, reader: Someone) -> None:
    (sent,) = await bot.tell(reader, QUESTION)
    await reader.presses(sent, "🔎")
    await bot.quiet()
    told = bot.api.of(reader.id)[-1]
    assert "12项" in told.text
    assert "一致" in told.text
    assert "原文" in told.text


async def test_more_shows_passages_that_were_not_cited(bot: Office, reader: Someone) -> None:
    (sent,) = await bot.tell(reader, QUESTION)
    await reader.presses(sent, "更多")
    await bot.quiet()
    assert "其他相关段落" in bot.api.of(reader.id)[-1].text


async def test_offered_question_is_answered(bot: Office, reader: Someone) -> None:
    (sent,) = await bot.tell(reader, QUESTION)
    offered = [label for label in sent.buttons() if label.startswith("❓")]
    assert len(offered) == 2
    await reader.presses(sent, offered[0])
    await bot.quiet()
    asked, answer = bot.api.of(reader.id)[-2:]
    assert asked.text == offered[0]
    assert answer.covered("b")
    assert "没有写明" not in answer.text


@pytest.mark.parametrize(("label", "mark"), [("👍", "up"), ("👎", "down")])
async def test_opinion_is_kept(bot: Office, reader: Someone, label: str, mark: str) -> None:
    (sent,) = await bot.tell(reader, QUESTION)
    query = await reader.presses(sent, label)
    await bot.quiet()
    assert bot.desk.store.talks.marks() == {mark: 1}
    assert bot.api.callback_answers[query]["text"] == "谢谢，已记下。"


async def test_buttons_work_after_a_restart(bot: Office, reader: Someone) -> None:
    (sent,) = await bot.tell(reader, QUESTION)
    await bot.stop()
    await bot.start()
    await reader.presses(sent, "📄 1")
    await bot.quiet()
    assert "修订制度12项" in bot.api.of(reader.id)[-1].text


async def test_callback_data_is_short(bot: Office, reader: Someone) -> None:
    (sent,) = await bot.tell(reader, QUESTION)
    assert all(len(data.encode()) <= 64 for data in sent.buttons().values())


async def test_edited_question_is_answered_in_the_same_message(bot: Office, reader: Someone) -> None:
    number = await reader.writes(QUESTION)
    await bot.quiet()
    (sent,) = bot.api.of(reader.id)
    assert "12项" in sent.covered("b")
    await reader.edits(number, OTHER)
    await bot.quiet()
    (sent,) = bot.api.of(reader.id)
    assert "3项" in sent.covered("b")


async def test_edit_that_changes_nothing_is_left_alone(bot: Office, reader: Someone) -> None:
    number = await reader.writes(QUESTION)
    await bot.quiet()
    before = bot.api.of(reader.id)[0].edits
    await reader.edits(number, QUESTION)
    await bot.quiet()
    assert [one.edits for one in bot.api.of(reader.id)] == [before]


async def test_question_without_an_answer_is_refused_with_what_was_searched(
    bot: Office, reader: Someone
) -> None:
    (sent,) = await bot.tell(reader, "临江市教育局有多少名教师？")
    assert "没有写明" in sent.text


@pytest.mark.parametrize(
    "text",
    ["😀", "？？？", "a" * 2500, "<b>多少</b>&amp;<script>", "*多少*_[x](y)`"],
    ids=lambda text: text[:8],
)
async def test_odd_question_gets_a_sentence(bot: Office, reader: Someone, text: str) -> None:
    assert len(await bot.tell(reader, text)) == 1
    assert bot.api.refusals == []


async def test_picture_is_politely_refused(bot: Office, reader: Someone) -> None:
    await bot.api.push(
        message=reader.message(photo=[{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}])
    )
    await bot.quiet()
    assert "文字问题" in bot.api.of(reader.id)[0].text


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        (f"@hedui_test_bot {QUESTION}", True),
        (f"{QUESTION} @Hedui_Test_Bot", False),
        (f"/ask {QUESTION}", True),
        (f"/ask@hedui_test_bot {QUESTION}", True),
        (f"/ask@other_bot {QUESTION}", False),
        (QUESTION, False),
    ],
    ids=["mention", "no entity", "command", "command with name", "another bot's", "unaddressed"],
)
async def test_group_is_answered_only_when_the_bot_is_spoken_to(
    bot: Office, reader: Someone, group: Group, text: str, answered: bool
) -> None:
    bot.desk.store.people.open_room(key_of(group.id), group.title, by=key_of(1))
    sent = await bot.tell(reader, text, group=group)
    assert [("12项" in one.text) for one in sent] == [True] * answered


async def test_reply_in_a_group_is_answered_in_its_topic(bot: Office, reader: Someone, group: Group) -> None:
    bot.desk.store.people.open_room(key_of(group.id), group.title, by=key_of(1))
    topic = {"message_thread_id": 55, "is_topic_message": True}
    (first,) = await bot.tell(reader, f"@hedui_test_bot {QUESTION}", group=group, **topic)
    assert first.thread == 55
    (second,) = await bot.tell(reader, FOLLOW_UP, group=group, **topic, **reader.reply_to(first))
    assert second.thread == 55
    assert "3项" in second.covered("b")


async def test_member_of_an_open_group_may_ask_there_alone(bot: Office, group: Group) -> None:
    bot.desk.store.people.open_room(key_of(group.id), group.title, by=key_of(1))
    member = Someone(bot.api, 7777, "组员")
    assert "12项" in (await bot.tell(member, f"/ask {QUESTION}", group=group))[0].text
    assert "还没有使用权限" in (await bot.tell(member, QUESTION))[0].text


async def test_english_question_is_answered_in_english(bot: Office) -> None:
    bot.desk.store.people.assign(key_of(7003), "reader", by=key_of(1))
    reader = Someone(bot.api, 7003, "Ann", "en")
    (sent,) = await bot.tell(reader, "How many rules were revised?")
    assert "12项" in sent.text
    assert "🔎 Check" in sent.buttons()


TOLD = ["市水务局修订制度12项。[1]", "市水务局废止制度9项。[1]", "巡察反馈问题36个，已完成整改33个。[1]"]


class Teller:
    """A small model that tells its sentences one by one."""

    name = "teller"

    def stream(self, system: str, user: str) -> Iterator[str]:
        yield from TOLD


@pytest.mark.parametrize("in_group", [False, True], ids=["private", "group"])
async def test_answer_that_a_model_writes_grows_and_ends_checked(memory: MemoryStage, in_group: bool) -> None:
    memory.desk.model = Teller()
    memory.desk.store.people.open_room(memory.key(200), "组", by="")
    await memory.tell(7001, "/ask 临江市水务局修订了多少项制度？", group=in_group)
    (stream,) = memory.platform.streams
    await asyncio.sleep(0)
    assert stream.ended
    assert "12项" in stream.text
    assert "废止制度9项。" not in stream.text
    (seen,) = await memory.again(200 if in_group else 7001)
    assert "36个" in seen.text
    assert seen.buttons


async def test_question_that_is_empty_says_how_to_ask(memory: MemoryStage) -> None:
    (seen,) = await memory.tell(7001, "/ask")
    assert "请在命令后面写上问题" in seen.text


async def test_edit_with_fewer_messages_merges_the_rest(memory: MemoryStage) -> None:
    await memory.tell(7001, QUESTION, at=5)
    before = memory.desk.store.talks.asked_by(memory.key(7001), 5)
    assert before
    held = await memory.platform.send(Destination("memory:1", memory.key(7001)), Reply(rich("二")))
    memory.desk.store.inbox.record(before.update_id, [1, held])
    await memory.tell(7001, OTHER, at=5, edited=True)
    assert [seen.text for seen in await memory.again(7001)][1] == "（已并入上面的答案）"
