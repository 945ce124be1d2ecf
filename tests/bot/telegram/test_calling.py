"""A server that is not Telegram's own: what it does not know or answers oddly costs a line."""

import asyncio
import json
import logging
import sys
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError

from bot.messages import say
from bot.telegram.calling import Calling, OddAnswer, UnknownMethod, readable
from tests.bot.telegram.conftest import Office
from tests.bot.telegram.fake_api import BOT, TOKEN, FakeApi
from tests.bot.telegram.people import Someone

pytestmark = pytest.mark.server

QUESTION = "临江市水务局修订了多少项制度？"
DRAFT = "临江市水务局修订制度13项。".encode()


def answered(result: Any) -> bytes:
    return json.dumps({"ok": True, "result": result}).encode()


def refused(**fields: Any) -> bytes:
    return json.dumps({"ok": False, **fields}).encode()


ODD = [
    (200, refused(), "getMe: ok: false"),
    (200, refused(description="maintenance"), "getMe: maintenance"),
    (200, b"<html>It works!</html>", "getMe: the answer is no JSON object"),
    (200, b"[]", "getMe: the answer is no JSON object"),
    (200, b"", "getMe: the answer is no JSON object"),
    (200, answered(True), "getMe: the result is a bool"),
    (200, answered([BOT]), "getMe: the result is a list"),
    (200, answered({"id": 1}), "getMe: the result has no is_bot that is a bool"),
    (200, answered(BOT | {"id": "x"}), "getMe: the result has no id that is a int"),
    (200, b'{"ok": true}', "getMe: the result is a NoneType"),
]
IDS = [
    "no",
    "no with a reason",
    "page",
    "list",
    "nothing",
    "truth",
    "list of one",
    "half",
    "wrong id",
    "empty",
]


async def called(api: FakeApi, method: str = "getMe") -> BaseException | None:
    """Call a method of a server; return what it raised."""
    bot = Bot(TOKEN, f"{api.address}/bot", request=Calling(), get_updates_request=Calling())
    async with Calling() as request:
        bot._request = (request, request)
        try:
            await (bot.get_me() if method == "getMe" else bot.send_message(1, "x"))
        except TelegramError as error:
            return error
    return None


@pytest.mark.parametrize(("status", "body", "reason"), ODD, ids=IDS)
async def test_odd_answer_is_an_error_with_its_reason(
    office: Office, status: int, body: bytes, reason: str
) -> None:
    office.api.odd["getMe"] = (status, body)
    error = await called(office.api)
    assert isinstance(error, OddAnswer)
    assert error.message == reason


REFUSALS = [
    ("getMe", 401, refused(error_code=401, description="Unauthorized"), InvalidToken),
    ("getMe", 404, refused(error_code=404, description="Not Found"), InvalidToken),
    ("getMe", 200, refused(error_code=401, description="Unauthorized"), InvalidToken),
    ("getMe", 502, b"<html>Bad Gateway</html>", NetworkError),
    ("sendMessage", 404, refused(error_code=404, description="Not Found"), UnknownMethod),
    ("sendMessage", 404, b"no such page", UnknownMethod),
    ("sendMessage", 200, refused(error_code=404, description="Not Found"), UnknownMethod),
    ("sendMessage", 401, refused(error_code=401, description="Unauthorized"), OddAnswer),
    ("sendMessage", 200, refused(error_code=400, description="Bad Request: chat not found"), BadRequest),
    ("sendMessage", 200, answered({"message_id": "x", "date": 1, "chat": {}}), OddAnswer),
    ("sendMessage", 200, answered({"message_id": 1, "date": 1, "chat": 5}), OddAnswer),
    ("sendMessage", 200, answered({"message_id": 1, "date": 1, "chat": {"id": 1}}), OddAnswer),
    ("sendMessage", 200, answered({"message_id": 1, "date": 1, "chat": {}}), OddAnswer),
]


@pytest.mark.parametrize(
    ("method", "status", "body", "kind"), REFUSALS, ids=[f"{row[0]} {n}" for n, row in enumerate(REFUSALS)]
)
async def test_token_is_blamed_only_where_getme_refuses_it(
    office: Office, method: str, status: int, body: bytes, kind: type[TelegramError]
) -> None:
    office.api.odd[method] = (status, body)
    assert type(await called(office.api, method)) is kind


async def test_menu_that_the_server_does_not_know_costs_a_line(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    office.api.unknown = {"setMyCommands", "deleteWebhook", "sendChatAction", "answerCallbackQuery"}
    with caplog.at_level(logging.WARNING):
        await office.start()
        (sent,) = await office.tell(Someone(office.api, 9001), QUESTION)
        await Someone(office.api, 9001).presses(sent, "📄 1")
        await office.quiet()
    assert "12项" in sent.text
    assert "修订制度12项" in office.api.of(9001)[-1].text
    lines = [record.message for record in caplog.records if "setMyCommands" in record.message]
    assert lines == ["the server does not know setMyCommands; going on without"]
    assert "incident" not in caplog.text


async def test_file_that_the_server_does_not_take_is_said_in_a_line(bot: Office, reviewer: Someone) -> None:
    bot.api.unknown = {"sendDocument"}
    await reviewer.sends("draft.txt", DRAFT)
    await bot.quiet()
    report, instead = bot.api.of(reviewer.id)
    assert "有 1 个数字需要人看" in report.text
    assert say("telegram.no_files", "zh", name="draft.checked.md") in instead.text
    assert instead.kind == "text"


async def test_answer_is_sent_anew_where_the_server_edits_nothing(bot: Office, reader: Someone) -> None:
    bot.api.unknown = {"editMessageText"}
    sent = await bot.tell(reader, QUESTION)
    assert "12项" in sent[-1].text


@pytest.mark.parametrize(
    "body", [refused(), b"<html></html>", answered([1]), answered({"message_id": 1})],
    ids=["no", "page", "list", "half"],
)  # fmt: skip
async def test_odd_answer_later_is_an_incident_with_its_reason(
    bot: Office, reader: Someone, caplog: pytest.LogCaptureFixture, body: bytes
) -> None:
    bot.api.odd["sendMessage"] = (200, body)
    await reader.writes(QUESTION)
    await bot.quiet()
    (line,) = [
        record.message
        for record in caplog.records
        if "incident" in record.message and "sendMessage" in record.message
    ]
    assert "\n" not in line
    bot.api.odd.clear()
    assert "3项" in (await bot.tell(reader, "临江市水务局废止了多少项制度？"))[0].text


async def test_odd_updates_are_asked_for_again(
    bot: Office, reader: Someone, caplog: pytest.LogCaptureFixture
) -> None:
    bot.api.odd["getUpdates"] = (200, refused())
    number = await reader.writes(QUESTION)
    await bot.api.wait_for(lambda: "could not be fetched" in caplog.text)
    del bot.api.odd["getUpdates"]
    await bot.quiet()
    assert number
    assert "getUpdates: ok: false" in caplog.text
    assert "Traceback" not in caplog.text
    assert "12项" in bot.api.of(reader.id)[0].text


@pytest.mark.parametrize(
    "update",
    [{"update_id": 5, "message": {"message_id": 1, "text": "x"}}, {"update_id": 5, "message": 7}],
    ids=["half", "no message"],
)
def test_update_that_cannot_be_read_keeps_its_number(update: dict[str, Any]) -> None:
    assert readable(update) == {"update_id": 5}


SCRIPT = """
import sys
from pathlib import Path
from bot.commands.command_line import run
from bot.telegram import running
from tests.retrieval.fictional import LetterEmbedder, ListStore
from retrieval.catalog.catalog import Catalog
from retrieval.index import Index

def opened(settings):
    catalog = Catalog.open(settings.home / "catalog.db")
    return Index(catalog, LetterEmbedder, lambda _: ListStore({}))

running.open_index = opened
sys.exit(run(["telegram"]))
"""


async def started(office: Office, script: Path) -> tuple[int | None, list[str]]:
    """Start the bot by its command; return its status, or None once it runs, and what it said of errors."""
    script.write_text(SCRIPT, "utf-8")
    environment = {
        "PYTHONPATH": str(Path(__file__).parents[3]),
        "PATH": "/usr/bin:/bin",
        "HEDUI_HOME": str(office.home),
        "HEDUI_TELEGRAM_TOKEN": TOKEN,
        "HEDUI_TELEGRAM_API": office.api.address,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(script), env=environment,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    if await process.stdout.readline():
        process.terminate()
        _, told = await process.communicate()
        return None, told.decode().splitlines()
    _, told = await process.communicate()
    return process.returncode, told.decode().splitlines()


STARTS = [
    ("getMe", 401, refused(error_code=401, description="Unauthorized"), "bad_token"),
    ("getMe", 200, refused(), "telegram_odd"),
    ("setMyCommands", 401, refused(error_code=401, description="Unauthorized"), "telegram_odd"),
    ("deleteWebhook", 200, refused(), "telegram_odd"),
    ("getMe", 502, b"<html></html>", "telegram_unreachable"),
]


@pytest.mark.parametrize(
    ("method", "status", "body", "key"), STARTS, ids=[f"{row[0]} {n}" for n, row in enumerate(STARTS)]
)
async def test_start_at_an_odd_server_ends_with_one_line(
    office: Office, tmp_path: Path, method: str, status: int, body: bytes, key: str
) -> None:
    office.api.odd[method] = (status, body)
    code, told = await started(office, tmp_path / "start.py")
    assert code == 2
    said = say(f"error.{key}", "zh", address=office.api.address, reason="")
    (line,) = [one for one in told if not one.startswith("20")]  # the rest are lines of the log
    assert said[:12] in line
    assert "Traceback" not in "\n".join(told)


async def test_start_at_a_server_without_menus_is_a_start(office: Office, tmp_path: Path) -> None:
    office.api.unknown = {"setMyCommands", "deleteWebhook"}
    code, told = await started(office, tmp_path / "start.py")
    assert code is None
    assert len([line for line in told if "setMyCommands" in line]) == 1
