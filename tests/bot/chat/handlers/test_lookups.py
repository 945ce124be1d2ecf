import pytest

from bot.chat.handlers.lookups import MOST_FIGURES, PAGE, source_rows
from bot.chat.reply import Button
from bot.messages import say
from tests.bot.answering.test_clarification import EAST, WEST
from tests.bot.chat.stages import MemoryStage
from tests.retrieval.fictional import GARDEN, report


def says(key: str, **values: object) -> str:
    return say(f"telegram.{key}", "zh", **values)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("", ["water", "school"]),
        ("云溪", ["school"]),
        ("2023", ["water"]),
        ("水务 WATER", ["water"]),
        ("月球", []),
    ],
    ids=["all", "title", "date", "two words", "none"],
)
async def test_reports_are_found_by_all_the_words(memory: MemoryStage, words: str, ids: list[str]) -> None:
    (seen,) = await memory.tell(7001, f"/reports {words}")
    if not ids:
        assert seen.text == says("no_reports")
        return
    assert seen.text.splitlines()[0] == says("reports", count=len(ids), page=1, pages=1)
    assert sorted(line.split()[-1] for line in seen.text.splitlines() if line.startswith("  ")) == sorted(ids)


async def test_reports_are_turned_page_by_page_in_one_message(memory: MemoryStage) -> None:
    for number in range(2 * PAGE - 1):
        memory.index.add(report(f"{GARDEN}第{number}片。\n", f"garden{number}"))
    (first,) = await memory.tell(7001, "/reports")
    assert first.buttons == ["▶"]
    assert await memory.press(7001, first, "▶") == ([], "")
    (second,) = await memory.again(7001)
    assert says("reports", count=17, page=2, pages=3) in second.text
    assert second.buttons == ["◀", "▶"]
    await memory.press(7001, second, "▶")
    (third,) = await memory.again(7001)
    assert third.buttons == ["◀"]


async def test_page_that_is_no_more_says_so(memory: MemoryStage) -> None:
    for number in range(PAGE):
        memory.index.add(report(f"{GARDEN}第{number}片。\n", f"garden{number}"))
    (first,) = await memory.tell(7001, "/reports")
    for number in range(PAGE):
        memory.index.remove(f"garden{number}")
    assert await memory.press(7001, first, "▶") == ([], says("gone"))


async def test_sources_are_those_of_the_last_answer_in_the_chat(memory: MemoryStage) -> None:
    assert [seen.text for seen in await memory.tell(7001, "/sources")] == [says("no_sources")]
    await memory.tell(7001, "临江市水务局修订了多少项制度？")
    await memory.tell(7001, "/compare 整改问题")
    (seen,) = await memory.tell(7001, "/sources")
    assert seen.buttons == ["📄 1", "📄 2"]
    ((passage,), _) = await memory.press(7001, seen, "📄 1")
    assert "已完成整改40个" in passage.text


def test_sources_stand_eight_in_a_row_and_forty_at_most() -> None:
    rows = source_rows(3, 50)
    assert [len(row) for row in rows] == [8] * 5
    assert rows[0][0] == Button("📄 1", "s:3:1")


async def test_figures_are_listed_up_to_a_number(memory: MemoryStage) -> None:
    (seen,) = await memory.tell(7001, "/figures 云溪大学")
    assert "• 118条 云溪大学" in seen.text
    assert "118条" in seen.bold
    many = "临江市工作通报\n" + "".join(f"临江市修建泵站{number}座。\n" for number in range(30, 60))
    memory.index.add(report(many, "many"))
    (seen,) = await memory.tell(7001, "/figures 修建泵站")
    assert len(seen.bold) == MOST_FIGURES
    assert seen.text.splitlines()[-1] == says("figures_more", count=30 - MOST_FIGURES)


async def test_two_figures_are_compared_with_their_difference(memory: MemoryStage) -> None:
    (seen,) = await memory.tell(7001, "/compare 整改问题")
    assert seen.bold[1:] == ["40个", "33个"]
    assert says("compare_two", apart="7", unit="个", ratio="1.21") in seen.text
    assert seen.buttons == ["📄 1", "📄 2"]


@pytest.mark.parametrize("command", ["compare", "figures"])
async def test_nothing_found_is_said(memory: MemoryStage, command: str) -> None:
    (asked,) = await memory.tell(7001, f"/{command}")
    assert asked.text == says(f"{command}_what")
    (none,) = await memory.tell(7001, f"/{command} 月球基地")
    assert none.text == says(f"{command}_none", words="月球基地")


@pytest.mark.parametrize(("word", "told"), [("", "修订制度12项"), ("long ", "漏损率"), ("详细 ", "漏损率")])
async def test_summary_is_short_or_long(memory: MemoryStage, word: str, told: str) -> None:
    seen = await memory.tell(7001, f"/summary {word}临江市水务局")
    assert told in "".join(one.text for one in seen)
    assert says("button_check") in seen[-1].buttons
    assert "📄 1" in seen[-1].buttons


async def test_summary_of_a_name_of_several_asks_which(memory: MemoryStage) -> None:
    memory.index.add_all([report(EAST, "east"), report(WEST, "west")])
    (asked,) = await memory.tell(7001, "/summary long 财政厅")
    assert asked.text == say("answer.which", name="财政厅")
    told, _ = await memory.press(7001, asked, "西岭省财政厅")
    assert told[0].text == "❓ " + says("sum_up_long", name="西岭省财政厅")
    assert "112条" in told[-1].text
