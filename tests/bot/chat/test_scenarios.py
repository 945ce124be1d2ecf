"""What people do with the bot, from end to end, alike on every platform."""

from collections.abc import AsyncIterator, Callable

import pytest

from bot.messages import say
from corpus.reading.documents import read_bytes
from corpus.reading.formats import listed_suffixes
from tests.bot.answering.test_clarification import EAST, WEST
from tests.bot.chat.stages import GROUP, MemoryStage, Stage, TelegramStage
from tests.bot.telegram.conftest import ADMIN, Office
from tests.retrieval.fictional import GARDEN, report

pytestmark = pytest.mark.server

READER, REVIEWER, STRANGER = 7001, 7002, 8001
QUESTION = "临江市水务局修订了多少项制度？"
OTHER = "临江市水务局废止了多少项制度？"
FOLLOW_UP = "废止了多少项？"
BARE = "财政厅制定了多少条措施？"
DRAFT = "临江市水务局修订制度13项，废止制度3项，整改完成率81.67%。"


def in_memory(office: Office) -> Stage:
    return MemoryStage(office.home, office.settings)


STAGES: dict[str, Callable[[Office], Stage]] = {"memory": in_memory, "telegram": TelegramStage}


@pytest.fixture(params=STAGES)
async def idle(request: pytest.FixtureRequest, office: Office) -> AsyncIterator[Stage]:
    """A stage whose bot does not run yet."""
    made = STAGES[request.param](office)
    yield made
    await made.stop()


@pytest.fixture
async def stage(idle: Stage) -> Stage:
    """A stage whose bot runs, with a reader and a reviewer."""
    await idle.start()
    let_in(idle)
    return idle


def let_in(stage: Stage) -> None:
    for person, role in ((READER, "reader"), (REVIEWER, "reviewer")):
        stage.desk.store.people.assign(stage.key(person), role, by=stage.key(ADMIN), name="张三")


def says(key: str, **values: object) -> str:
    return say(f"telegram.{key}", "zh", **values)


async def test_question_is_answered_with_its_figure_and_source(stage: Stage) -> None:
    (answer,) = await stage.tell(READER, QUESTION)
    assert answer.bold == ["12项"]
    assert "临江市水务局关于巡察整改进展情况的通报" in answer.text
    assert answer.buttons[:3] == ["📄 1", says("button_check"), says("button_more")]
    assert answer.buttons[-2:] == ["👍", "👎"]
    assert stage.desk.measures.counts["answers"] == 1


async def test_question_that_nothing_answers_is_refused(stage: Stage) -> None:
    (answer,) = await stage.tell(READER, "临江市教育局有多少名教师？")
    assert "没有写明" in answer.text


async def test_follow_up_leans_on_the_question_before(stage: Stage) -> None:
    await stage.tell(READER, QUESTION)
    (answer,) = await stage.tell(READER, FOLLOW_UP)
    assert answer.bold == ["3项"]


async def test_bare_name_is_asked_back_and_a_button_chooses(stage: Stage) -> None:
    stage.index.add_all([report(EAST, "east"), report(WEST, "west")])
    (asked,) = await stage.tell(READER, BARE)
    assert set(asked.buttons) == {"东原省财政厅", "西岭省财政厅"}
    told, _ = await stage.press(READER, asked, "西岭省财政厅")
    question, answer = told
    assert question.text == f"❓ {BARE.replace('财政厅', '西岭省财政厅')}"
    assert answer.bold == ["112条"]


async def test_buttons_open_sources_findings_and_more(stage: Stage) -> None:
    (answer,) = await stage.tell(READER, QUESTION)
    ((passage,), notice) = await stage.press(READER, answer, "📄 1")
    assert "修订制度12项，废止制度3项" in passage.text
    assert "12项" in passage.bold
    assert notice == ""
    ((findings,), _) = await stage.press(READER, answer, says("button_check"))
    assert "一致" in findings.text
    ((more,), _) = await stage.press(READER, answer, says("button_more"))
    assert says("more") in more.text
    told, notice = await stage.press(READER, answer, "👍")
    assert (told, notice) == ([], says("thanks"))
    assert stage.desk.store.talks.marks() == {"up": 1}


async def test_button_of_another_chat_opens_nothing(stage: Stage) -> None:
    (theirs,) = await stage.tell(READER, QUESTION)
    stage.desk.store.talks.forget(stage.key(READER))
    assert await stage.press(READER, theirs, "📄 1") == ([], says("gone"))


async def test_file_is_checked_and_comes_back_annotated(stage: Stage) -> None:
    told, annotated = await stage.send(REVIEWER, "draft.md", DRAFT.encode())
    assert says("check_wrong", count=2) in told.text
    assert {"13项", "81.67%"} <= set(told.bold)
    assert annotated.name == "draft.checked.md"
    assert "13项" in read_bytes(annotated.file, annotated.name).text
    ((findings,), _) = await stage.press(REVIEWER, told, says("button_findings"))
    assert "81.67%" in findings.text
    (exported,) = await stage.tell(REVIEWER, "/export md")
    assert "13项" in read_bytes(exported.file, exported.name).text


async def test_text_is_checked_by_command(stage: Stage) -> None:
    (told,) = await stage.tell(REVIEWER, f"/check {DRAFT}")
    assert "13项❌" in told.text
    assert says("check_what", suffixes=listed_suffixes()) in (await stage.tell(REVIEWER, "/check"))[0].text


async def test_report_is_put_in_after_it_was_confirmed(stage: Stage) -> None:
    (offer,) = await stage.send(ADMIN, "garden.txt", GARDEN.encode())
    assert "青禾县园林中心工作总结" in offer.text
    assert len(stage.index.reports()) == 2
    await stage.press(ADMIN, offer, says("button_ingest"))
    seen = (await stage.again(ADMIN))[-1]
    assert seen.text == says("ingest_done", name="garden.txt", passages=1, figures=2)
    assert seen.buttons == []
    (answer,) = await stage.tell(READER, "青禾县园林中心新增绿地面积多少公顷？")
    assert answer.bold == ["35公顷"]


async def test_report_that_is_not_confirmed_stays_out(stage: Stage) -> None:
    (offer,) = await stage.send(ADMIN, "garden.txt", GARDEN.encode())
    await stage.press(ADMIN, offer, says("button_cancel"))
    assert (await stage.again(ADMIN))[-1].text == says("cancelled")
    assert len(stage.index.reports()) == 2


async def test_stranger_is_refused_by_every_way(stage: Stage) -> None:
    (answer,) = await stage.tell(READER, QUESTION)
    sentence = says("stranger", id=STRANGER)
    for text in (QUESTION, "/help", "/reports", "/users"):
        assert [seen.text for seen in await stage.tell(STRANGER, text)] == [sentence]
    assert [seen.text for seen in await stage.send(STRANGER, "x.txt", DRAFT.encode())] == [sentence]
    assert await stage.press(STRANGER, answer, "📄 1") == ([], sentence)
    assert stage.desk.measures.counts["denied"] == 6


async def test_reader_may_not_check_or_administer(stage: Stage) -> None:
    for text in ("/check 13项", "/remove water", "/users", "/audit"):
        assert [seen.text for seen in await stage.tell(READER, text)] == [says("not_allowed")]
    assert [seen.text for seen in await stage.send(READER, "x.md", DRAFT.encode())] == [says("not_allowed")]


async def test_administrator_gives_and_takes_roles(stage: Stage) -> None:
    (told,) = await stage.tell(ADMIN, f"/users role {STRANGER} reader")
    assert told.text == says("users_set", id=STRANGER, role=says("role_reader"))
    assert (await stage.tell(STRANGER, QUESTION))[0].bold == ["12项"]
    await stage.tell(ADMIN, f"/users block {STRANGER}")
    assert [seen.text for seen in await stage.tell(STRANGER, QUESTION)] == [says("blocked")]
    (listed,) = await stage.tell(ADMIN, "/users")
    assert f"{READER} {says('role_reader')} 张三" in listed.text


async def test_invitation_lets_one_person_in_once(stage: Stage) -> None:
    (told,) = await stage.tell(ADMIN, "/users invite reader 5")
    code = told.text.replace("=", " ").rpartition(" ")[2].strip()
    assert [seen.text for seen in await stage.tell(STRANGER, f"/start {code}")] == [says("start")]
    assert [seen.text for seen in await stage.tell(8002, f"/start {code}")] == [says("bad_invite", id=8002)]
    assert (await stage.tell(STRANGER, QUESTION))[0].bold == ["12项"]


async def test_group_is_let_in_by_an_administrator(stage: Stage) -> None:
    refused = await stage.tell(STRANGER, f"/ask {QUESTION}", group=True)
    assert [seen.text for seen in refused] == [says("stranger", id=STRANGER)]
    await stage.tell(ADMIN, "/users allow", group=True)
    assert stage.desk.store.people.rooms() == [(stage.key(GROUP), "整改工作群")]
    assert (await stage.tell(STRANGER, f"/ask {QUESTION}", group=True))[0].bold == ["12项"]
    assert (await stage.tell(STRANGER, QUESTION))[0].text == says("stranger", id=STRANGER)
    await stage.tell(ADMIN, "/users close", group=True)
    assert stage.desk.store.people.rooms() == []


async def test_broadcast_reaches_everybody_after_it_was_confirmed(stage: Stage) -> None:
    await stage.tell(READER, "/start")
    await stage.tell(REVIEWER, "/start")
    stage.desk.store.people.assign("elsewhere:5", "reader", by=stage.key(ADMIN))  # on another platform
    (asked,) = await stage.tell(ADMIN, "/broadcast 今晚 <b>维护</b>")
    await stage.press(ADMIN, asked, says("button_send"))
    assert (await stage.again(READER))[-1].text == "今晚 <b>维护</b>"
    assert (await stage.again(ADMIN))[-1].text == says("broadcast_done", count=2)


async def test_who_asks_too_much_is_told_once(idle: Stage) -> None:
    idle.change(telegram_rate=2)
    await idle.start()
    let_in(idle)
    told = [await idle.tell(READER, "/help") for _ in range(4)]
    assert [len(seen) for seen in told] == [1, 1, 1, 0]
    assert told[2][0].text.startswith(says("too_many", seconds="|").split("|")[0])
    assert (await idle.tell(REVIEWER, QUESTION))[0].bold == ["12项"]


async def test_what_was_begun_is_answered_after_a_restart_and_nothing_twice(stage: Stage) -> None:
    (first,) = await stage.tell(READER, QUESTION)
    await stage.leave(READER, OTHER)
    await stage.stop()
    await stage.start()
    texts = [seen.text for seen in await stage.again(READER)]
    assert ["12项" in texts[0], "3项" in texts[1]] == [True, True]
    assert len(texts) == 2
    assert stage.desk.store.inbox.pending() == []
    await stage.stop()
    await stage.start()
    assert len(await stage.again(READER)) == 2
    ((passage,), _) = await stage.press(READER, first, "📄 1")
    assert "修订制度12项" in passage.text


async def test_reports_figures_summary_and_sources_are_looked_up(stage: Stage) -> None:
    assert says("reports", count=2, page=1, pages=1) in (await stage.tell(READER, "/reports"))[0].text
    assert "12项" in (await stage.tell(READER, "/figures 修订制度"))[0].bold
    assert says("no_sources") in (await stage.tell(READER, "/sources"))[0].text
    assert "修订制度12项" in (await stage.tell(READER, "/summary 临江市水务局"))[0].text
    assert "📄 1" in (await stage.tell(READER, "/sources"))[0].buttons
    (picture,) = await stage.tell(READER, "/chart 整改问题")
    assert picture.file.startswith(b"\x89PNG")
    assert says("unknown_command") in (await stage.tell(READER, "/dance"))[0].text


async def test_help_and_menu_show_what_the_role_may_do(stage: Stage) -> None:
    (reader,) = await stage.tell(READER, "/help")
    (admin,) = await stage.tell(ADMIN, "/help")
    assert f"/summary {says('command_summary')}" in reader.text
    assert "/audit" not in reader.text
    assert f"/audit {says('command_audit')}" in admin.text


async def test_language_that_is_chosen_stays(stage: Stage) -> None:
    assert [seen.text for seen in await stage.tell(READER, "/language en")] == ["English from now on."]
    assert say("telegram.ask_what", "en") in (await stage.tell(READER, "/ask"))[0].text


async def test_history_asks_again_and_forget_empties_it(stage: Stage) -> None:
    await stage.tell(READER, QUESTION)
    (history,) = await stage.tell(READER, "/history")
    assert QUESTION in history.text
    told, _ = await stage.press(READER, history, "↻")
    assert told[-1].bold == ["12项"]
    assert [seen.text for seen in await stage.tell(READER, "/forget")] == [says("forgotten", count=2)]
    assert [seen.text for seen in await stage.tell(READER, "/history")] == [says("no_history")]
