"""Nothing that was asked is lost, and nothing is answered twice, whatever stops the bot."""

import asyncio
import json
import sys
from pathlib import Path

import pytest

from bot.chat.service import MOST_ATTEMPTS
from bot.telegram.ids import key_of
from retrieval.chat_catalog.chat_catalog import ChatCatalog
from tests.bot.telegram.conftest import ADMIN, Office
from tests.bot.telegram.fake_api import Sent
from tests.bot.telegram.people import Group, Someone

pytestmark = pytest.mark.server

ASKED = [
    ("临江市水务局修订了多少项制度？", "12项"),
    ("临江市水务局废止了多少项制度？", "3项"),
    ("云溪大学党委制定了多少条措施？", "118条"),
    ("临江市水务局追缴水费多少元？", "1，268万元"),
]


def answers(sent: list[Sent]) -> list[str]:
    """The answers among messages: what says nothing yet is none."""
    return [one.text for one in sent if "正在核对" not in one.text]


def check_each_answered_once(office: Office, people: list[Someone], count: int) -> None:
    for person in people:
        told = answers(office.api.of(person.id))
        expected = [figure for _, figure in ASKED][:count]
        assert len(told) == count, told
        assert [figure in text for figure, text in zip(expected, told, strict=True)] == [True] * count, told


def readers(office: Office, count: int) -> list[Someone]:
    found = [Someone(office.api, 7100 + number) for number in range(count)]
    for person in found:
        office.desk.store.people.assign(key_of(person.id), "reader", by=key_of(ADMIN))
    return found


async def test_update_that_telegram_repeats_is_answered_once(bot: Office, reader: Someone) -> None:
    await bot.tell(reader, ASKED[0][0])
    update = json.loads(
        json.dumps({"update_id": bot.api.last_update, "message": reader.message(ASKED[0][0])})
    )
    bot.api.confirmed = 0
    bot.api.pending[bot.api.last_update] = update
    await bot.stop()
    await bot.start()
    await bot.api.push(message=reader.message("/help"))
    await bot.quiet()
    assert len(bot.api.of(reader.id)) == 2


async def test_stop_leaves_what_has_not_begun_for_the_next_start(bot: Office) -> None:
    people = readers(bot, 4)
    for text, _ in ASKED:
        for person in people:
            await person.writes(text)
    await bot.api.wait_for(lambda: bot.api.sent)
    await bot.stop()
    before = len(answers(bot.api.sent))
    assert before < len(people) * len(ASKED)
    assert len(bot.api.sent) == before
    await bot.start()
    await bot.quiet(30)
    check_each_answered_once(bot, people, len(ASKED))


async def test_answers_of_a_chat_keep_their_order(bot: Office, reader: Someone) -> None:
    for text, _ in ASKED * 3:
        await reader.writes(text)
    await bot.quiet(30)
    told = [one.text for one in bot.api.of(reader.id)]
    assert [figure in text for (_, figure), text in zip(ASKED * 3, told, strict=True)] == [True] * 12


async def test_update_that_stops_the_process_each_time_is_given_up(bot: Office, reader: Someone) -> None:
    inbox = bot.desk.store.inbox
    update = {"update_id": 77, "message": reader.message(ASKED[0][0])}
    inbox.receive("telegram:77", json.dumps(update))
    for _ in range(MOST_ATTEMPTS):
        inbox.begin("telegram:77")
    await bot.stop()
    await bot.start()
    await bot.quiet()
    assert "编号 u77" in bot.api.of(reader.id)[0].text


async def test_answer_that_was_worked_out_is_sent_as_it_was(bot: Office, reader: Someone) -> None:
    update = {"update_id": 77, "message": reader.message(ASKED[0][0])}
    bot.desk.store.inbox.receive("telegram:77", json.dumps(update))
    shape = {"html": "早已算好", "rows": [], "file": "", "name": "", "chat": "", "edits": 0, "plain": False}
    bot.desk.store.inbox.settle("telegram:77", [shape])
    await bot.stop()
    await bot.start()
    await bot.quiet()
    assert [one.text for one in bot.api.of(reader.id)] == ["早已算好"]


async def test_flood_limit_is_waited_out(bot: Office, reader: Someone, group: Group) -> None:
    bot.desk.store.people.open_room(key_of(group.id), group.title, by=key_of(ADMIN))
    bot.api.flood("editMessageText", group.id, 1)
    bot.api.flood("sendMessage", group.id, 1)
    await bot.tell(reader, f"/ask {ASKED[0][0]}", group=group)
    assert [("12项" in text) for text in answers(bot.api.of(group.id))] == [True]


async def test_message_that_was_deleted_meanwhile_is_sent_anew(bot: Office, reader: Someone) -> None:
    bot.api.flood("editMessageText", reader.id, 1)
    await reader.writes(ASKED[0][0])
    (sent,) = await bot.api.wait_for(lambda: bot.api.of(reader.id))
    sent.deleted = True
    await bot.quiet()
    assert ["12项" in one.text for one in bot.api.of(reader.id)] == [True]


async def test_person_who_blocked_the_bot_holds_nobody_up(
    bot: Office, reader: Someone, reviewer: Someone
) -> None:
    bot.api.blocked_by.add(reader.id)
    await reader.writes(ASKED[0][0])
    (sent,) = await bot.tell(reviewer, ASKED[1][0])
    assert "3项" in sent.text


async def test_delivery_that_is_given_up_is_tried_at_the_next_start(
    bot: Office, reader: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.delivery.RETRY_WAITS", (0.1,))
    bot.api.fail = {"sendMessage"}
    await reader.writes(ASKED[0][0])
    await bot.api.wait_for(lambda: bot.desk.measures.counts["retries"])
    await bot.stop()
    bot.api.fail = set()
    await bot.start()
    await bot.quiet()
    assert ["12项" in one.text for one in bot.api.of(reader.id)] == [True]


SCRIPT = """
import sys
from pathlib import Path
from pydantic import SecretStr
from bot.settings import Settings
from bot.telegram.running import run_with
from tests.bot.telegram.fake_api import TOKEN
from tests.retrieval.fictional import SCHOOL, WATER, LetterEmbedder, ListStore, report
from retrieval.catalog.catalog import Catalog
from retrieval.index import Index

home, address = Path(sys.argv[1]), sys.argv[2]
settings = Settings(home=home, telegram_token=SecretStr(TOKEN), telegram_api=address, telegram_rate=1000)
index = Index(Catalog.open(home / "catalog.db"), LetterEmbedder, lambda _: ListStore({}))
index.add_all([report(WATER, "water"), report(SCHOOL, "school")])
sys.exit(run_with(settings, index))
"""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "serve.py"
    path.write_text(SCRIPT, "utf-8")
    return path


async def _process(script: Path, office: Office) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        str(script),
        str(office.home),
        office.api.address,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={"PYTHONPATH": str(Path(__file__).parents[3]), "PATH": "/usr/bin:/bin"},
    )


async def test_process_that_is_killed_or_stopped_answers_everything_once(
    office: Office, script: Path
) -> None:
    await office.start()
    people = readers(office, 8)
    await office.stop()
    office.api.delay = 0.02
    for text, _ in ASKED:
        for person in people:
            await person.writes(text)
    wanted = len(people) * len(ASKED)
    for share, stop in ((0.1, "kill"), (0.4, "kill"), (0.6, "terminate"), (0.8, "kill"), (1.0, "terminate")):
        process = await _process(script, office)
        await office.api.wait_for(lambda share=share: len(answers(office.api.sent)) >= share * wanted, 30)
        getattr(process, stop)()
        await process.communicate()
        assert process.returncode == (0 if stop == "terminate" else -9)
    check_each_answered_once(office, people, len(ASKED))
    with ChatCatalog.open(office.home / "catalog.db") as store:
        assert store.inbox.pending() == []
        assert store.talks.count() == wanted
