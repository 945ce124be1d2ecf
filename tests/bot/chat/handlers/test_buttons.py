import pytest

from bot.chat.handlers.buttons import DATA, PRESSES
from bot.chat.platform import PressedButton
from bot.chat.request import Request
from bot.messages import say
from tests.bot.chat.stages import MemoryStage, Seen

QUESTION = "临江市水务局修订了多少项制度？"
GONE = say("telegram.gone")


async def forged(memory: MemoryStage, data: str, person: int = 7001) -> tuple[list[str], str]:
    """Press a button with data of one's own; return what was posted and the notice."""
    assert memory.chat
    before = len(memory.platform.posted)
    memory.updates += 1
    update, key = f"memory:{memory.updates}", memory.key(person)
    await memory.chat.arrives(Request(update, key, key, at=1, press=PressedButton(update, data)))
    return [one.text for one in memory.platform.posted[before:]], memory.platform.notices.get(update, "")


@pytest.fixture
async def answer(memory: MemoryStage) -> Seen:
    (seen,) = await memory.tell(7001, QUESTION)
    return seen


FORGED = [
    "",
    "x",
    "s",
    "s:1",
    "s:1:99",
    "s:999999:1",
    "c:0",
    "q:1:99",
    "q:1",
    "z:1",
    "p:1:1",
    "s:1:1\n",
    "s:١:1",
]


@pytest.mark.parametrize("data", FORGED, ids=[repr(data) for data in FORGED])
async def test_data_that_somebody_made_up_opens_nothing(memory: MemoryStage, answer: Seen, data: str) -> None:
    assert await forged(memory, data) == ([], GONE)


async def test_button_of_another_chat_opens_nothing(memory: MemoryStage, answer: Seen) -> None:
    assert await forged(memory, "s:1:1", 7002) == ([], GONE)


@pytest.mark.parametrize("data", ["u:1:i", "d:1:y", "b:1:y"])
async def test_deed_of_another_kind_of_exchange_is_none(memory: MemoryStage, answer: Seen, data: str) -> None:
    told, notice = await forged(memory, data)
    assert told == []
    assert notice in {"", say("telegram.not_allowed")}
    assert len(memory.index.reports()) == 2


@pytest.mark.parametrize(
    ("data", "match"),
    [("s:12:3", ("s", "12", "3")), ("+:7", ("+", "7", None)), ("b:7:y", ("b", "7", "y")), ("s:1:yy", None)],
)
def test_data_names_a_deed_an_exchange_and_a_part(
    data: str, match: tuple[str, str, str | None] | None
) -> None:
    found = DATA.fullmatch(data)
    assert (found.groups() if found else None) == match


def test_every_letter_has_a_deed() -> None:
    assert set(PRESSES) == set("scmqapudbryx+-")


async def test_source_of_a_report_that_has_gone_is_the_quotation_alone(
    memory: MemoryStage, answer: Seen
) -> None:
    memory.index.remove("water")
    ((passage,), _) = await memory.press(7001, answer, "📄 1")
    assert "修订制度12项" in passage.text
    assert "漏损率" not in passage.text


async def test_more_leaves_out_what_was_cited(memory: MemoryStage, answer: Seen) -> None:
    ((more,), _) = await memory.press(7001, answer, "更多")
    assert more.text.startswith(say("telegram.more"))
    assert "云溪大学" in more.text


async def test_offered_question_is_asked(memory: MemoryStage, answer: Seen) -> None:
    offered = next(label for label in answer.buttons if label.startswith("❓"))
    ((asked, told), _) = await memory.press(7001, answer, offered)
    assert asked.text == offered
    assert told.bold


async def test_opinion_is_kept_in_place_of_the_one_before(memory: MemoryStage, answer: Seen) -> None:
    for label in ("👍", "👎"):
        assert await memory.press(7001, answer, label) == ([], say("telegram.thanks"))
    assert memory.desk.store.talks.marks() == {"down": 1}


async def test_findings_of_an_answer_without_figures_are_said_to_be_none(memory: MemoryStage) -> None:
    (seen,) = await memory.tell(7001, "月球基地在哪里？")
    talk = memory.desk.store.talks.recent(memory.key(7001), chat=memory.key(7001))[0]
    assert seen.text
    assert await forged(memory, f"c:{talk.id}") == ([say("telegram.no_figures")], "")
