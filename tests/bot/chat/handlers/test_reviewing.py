"""Decisions in a chat: by buttons, by command, and the same ones as elsewhere."""

import re

from bot.commands.decisions import TERMINAL
from bot.messages import say
from bot.review.draft_review import DraftReview, JudgedFigure, Ruling
from tests.bot.chat.stages import MemoryStage
from tests.checker.annotation.test_word_replies import checked, replied

DRAFT = "临江市水务局修订制度13项。废止制度3项。新增制度77项。"
READER, REVIEWER = 7001, 7002


def says(key: str, **values: object) -> str:
    return say(f"telegram.{key}", "zh", **values)


async def test_findings_are_decided_one_after_the_other(memory: MemoryStage) -> None:
    (told,) = await memory.tell(REVIEWER, f"/check {DRAFT}")
    ((listed,), _) = await memory.press(REVIEWER, told, says("button_findings"))
    ((first,), _) = await memory.press(REVIEWER, listed, says("button_review"))
    assert first.text.startswith(says("review_head", number=1, left=2))
    (_, said) = await memory.press(REVIEWER, first, says("button_reject"))
    assert said == says("decided", number=1, raw="13项", choice="数字无误")
    (again,) = await memory.tell(REVIEWER, f"/check {DRAFT}")
    assert "13项 数字无误（" in again.text
    assert "制度13项➖。废止制度3项✅。新增制度77项⚠️。" in again.text


async def test_decision_of_the_chat_is_that_of_every_door(memory: MemoryStage) -> None:
    await memory.tell(REVIEWER, f"/check {DRAFT}")
    (told,) = await memory.tell(REVIEWER, "/decide 3 accept 请改为7项")
    assert told.text == says("decided", number=3, raw="77项", choice="确认有误")
    spans = [match.span() for match in re.finditer(r"\d+项", DRAFT)]
    review = DraftReview(
        memory.desk.store.decisions, DRAFT, [JudgedFigure(*span, "unsupported") for span in spans]
    )
    (made,) = review.decisions().values()
    assert (made.choice, made.note, made.person) == ("accept", "请改为7项", memory.key(REVIEWER))
    review.decide(3, Ruling.REJECT, by=f"{TERMINAL}anna")
    (again,) = await memory.tell(REVIEWER, f"/check {DRAFT}")
    assert "77项 数字无误（anna，" in again.text


async def test_reader_decides_nothing(memory: MemoryStage) -> None:
    (told,) = await memory.tell(REVIEWER, f"/check {DRAFT}")
    ((listed,), _) = await memory.press(REVIEWER, told, says("button_findings"))
    ((first,), _) = await memory.press(REVIEWER, listed, says("button_review"))
    assert await memory.press(READER, first, says("button_accept")) in (
        ([], says("not_allowed")),
        ([], says("gone")),
    )
    (refused,) = await memory.tell(READER, "/decide 1 accept")
    assert refused.text == says("not_allowed", id=str(READER))


async def test_command_that_cannot_be_read_says_how(memory: MemoryStage) -> None:
    how = says("decide_what", rulings="accept / reject / note / reopen")
    for text in ("/decide", "/decide 3", "/decide drei accept", "/decide 3 vielleicht"):
        assert [one.text for one in await memory.tell(REVIEWER, text)] == [how]
    (told,) = await memory.tell(REVIEWER, "/decide 3 accept")
    assert told.text == says("decide_nothing")


async def test_number_of_no_figure_is_refused(memory: MemoryStage) -> None:
    await memory.tell(REVIEWER, f"/check {DRAFT}")
    (told,) = await memory.tell(REVIEWER, "/decide 9 accept")
    assert "没有第 9 个数字" in told.text


async def test_replies_in_a_word_file_are_read_back(memory: MemoryStage) -> None:
    data = replied(checked(), [(1, "不同意，见附表")])
    told, _ = await memory.send(REVIEWER, "稿.docx", data)
    assert re.search(r"63件 数字无误（李明，[-\d: ]+，见附表）", told.text)


async def test_decision_is_told_in_the_readers_language_and_written_in_that_of_the_file(
    memory: MemoryStage,
) -> None:
    await memory.tell(REVIEWER, f"/check {DRAFT}")
    await memory.tell(REVIEWER, "/decide 3 reject")
    await memory.tell(REVIEWER, "/language en")
    told, file = await memory.send(REVIEWER, "稿.txt", DRAFT.encode())
    assert "77项 figure is right（" in told.text
    assert "审定：数字无误（" in file.file.decode()
