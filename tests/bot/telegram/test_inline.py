import pytest

from tests.bot.answering.test_clarification import EAST, WEST
from tests.bot.telegram.conftest import Office
from tests.bot.telegram.people import Someone
from tests.retrieval.fictional import report

pytestmark = pytest.mark.server

QUESTION = "临江市水务局修订了多少项制度？"


async def test_inline_query_gives_answers_with_figure_source_and_verdict(
    bot: Office, reader: Someone
) -> None:
    key = await reader.inquires(QUESTION)
    await bot.api.wait_for(lambda: key in bot.api.inline_answers)
    results = bot.api.inline_answers[key]
    assert 1 < len(results) <= 5
    assert results[0]["title"] == "12项"
    assert "一致" in results[0]["description"]
    assert "临江市水务局" in results[0]["description"]


async def test_inline_query_of_a_stranger_gives_one_sentence(bot: Office) -> None:
    stranger = Someone(bot.api, 8001, "路人")
    key = await stranger.inquires(QUESTION)
    await bot.api.wait_for(lambda: key in bot.api.inline_answers)
    (note,) = bot.api.inline_answers[key]
    assert "还没有使用权限" in note["input_message_content"]["message_text"]
    assert "水务" not in str(note)


async def test_nothing_is_looked_for_while_they_have_typed_little(bot: Office, reader: Someone) -> None:
    key = await reader.inquires("水")
    await bot.api.wait_for(lambda: key in bot.api.inline_answers)
    assert bot.api.inline_answers[key] == []


async def test_inline_each_of_several_is_answered_for(bot: Office, reader: Someone) -> None:
    assert bot.running
    bot.running.index.add_all([report(EAST, "east"), report(WEST, "west")])
    key = await reader.inquires("财政厅制定了多少条措施？")
    await bot.api.wait_for(lambda: key in bot.api.inline_answers)
    results = bot.api.inline_answers[key]
    assert {results[0]["title"], results[1]["title"]} == {"86条", "112条"}
    assert len(results) <= 5


async def test_only_the_last_words_that_are_typed_are_answered(bot: Office, reader: Someone) -> None:
    keys = [await reader.inquires(QUESTION[:length]) for length in (3, 6, len(QUESTION))]
    await bot.quiet()
    assert keys[-1] in bot.api.inline_answers
    assert bot.api.inline_answers[keys[-1]][0]["title"] == "12项"


async def test_inline_query_over_the_rate_limit_gives_a_note(office: Office) -> None:
    office.change(telegram_rate=1)
    await office.start()
    admin = Someone(office.api, 9001)
    for _ in range(2):
        key = await admin.inquires(QUESTION)
        await office.quiet()
    (note,) = office.api.inline_answers[key]
    assert "问得太快了" in note["input_message_content"]["message_text"]
