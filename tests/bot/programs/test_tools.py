"""The tools over a desk, whatever the door that programs come by."""

import pytest

from bot.programs.tools import Tools
from bot.review.draft_review import Ruling
from corpus.errors import NotFound, UnusableInput
from tests.bot.programs.started_server import StartedServer

DRAFT = "临江市水务局修订制度13项。"
PERSON = "api:试验"


@pytest.fixture
def tools(server: StartedServer) -> Tools:
    return Tools(server.desk)


async def test_question_without_a_session_is_remembered_by_nobody(tools: Tools) -> None:
    await tools.ask("临江市水务局修订制度多少项？", person=PERSON)
    assert not any(place[0] == PERSON for place in tools.desk._turns)
    alone = await tools.ask("那废止了多少项？", person=PERSON, session="新")
    assert alone["direct"] is None or alone["direct"]["raw"] != "12项"


async def test_session_is_of_one_program(tools: Tools) -> None:
    await tools.ask("临江市水务局修订制度多少项？", person=PERSON, session="甲")
    mine = await tools.ask("废止了多少项？", person=PERSON, session="甲")
    assert mine["direct"]["raw"] == "3项"
    state = tools.desk.state(("api:别人", 0, "api:别人/甲"))
    assert state == type(state)()


@pytest.mark.parametrize("words", ["", " ", "\n"])
async def test_empty_question_is_refused(tools: Tools, words: str) -> None:
    with pytest.raises(UnusableInput):
        await tools.ask(words, person=PERSON)
    with pytest.raises(UnusableInput):
        await tools.search(words)


async def test_check_that_nobody_made_is_not_found(tools: Tools) -> None:
    with pytest.raises(NotFound, match="987654"):
        await tools.checked(987654, person=PERSON)
    made = await tools.check(DRAFT, person=PERSON)
    with pytest.raises(NotFound):
        await tools.decide(made["check"], 1, Ruling.ACCEPT, person="api:别人")


async def test_draft_over_the_limit_is_refused(tools: Tools) -> None:
    with pytest.raises(UnusableInput, match="500000"):
        await tools.check("长" * 500_001, person=PERSON)


async def test_figures_are_given_as_many_as_wanted(tools: Tools) -> None:
    found = await tools.find_figures(most=2)
    assert len(found["figures"]) == 2 < found["total"]
    assert (await tools.find_figures(reports=("school",)))["total"] < found["total"]
    with pytest.raises(NotFound):
        await tools.find_figures(reports=("nowhere",))


async def test_report_that_cannot_be_read_is_refused(tools: Tools) -> None:
    with pytest.raises(UnusableInput):
        await tools.add_report("empty.txt", b"", person=PERSON)
