import json
import logging
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr

from bot.settings import Settings
from bot.telegram.running import administrators, quiet_logs, run_telegram
from corpus.errors import UnusableSetting
from tests.bot.telegram.conftest import ADMIN, Office
from tests.bot.telegram.fake_api import TOKEN
from tests.bot.telegram.people import Someone

server = pytest.mark.server
QUESTION = "临江市水务局修订了多少项制度？"


@pytest.mark.parametrize(
    ("text", "ids"),
    [("", []), ("7", ["7"]), ("7,8", ["7", "8"]), ("7， 8 ", ["7", "8"]), ("7 8", ["7", "8"])],
)
def test_administrators_are_read_from_the_setting(text: str, ids: list[str]) -> None:
    assert administrators(Settings(telegram_admins=text)) == {f"telegram:{number}" for number in ids}


@pytest.mark.parametrize("text", ["@name", "7;8", "-7", "七", "７"])
def test_administrator_that_is_no_id_is_refused(text: str) -> None:
    with pytest.raises(UnusableSetting, match="HEDUI_TELEGRAM_ADMINS"):
        administrators(Settings(telegram_admins=text))


@pytest.mark.parametrize("url", ["http://a.b/c", "a.b/c", "https://", "https://a.b/?x=1", "https://a.b/#x"])
def test_webhook_that_telegram_refuses_is_refused(url: str, tmp_path: Path) -> None:
    with pytest.raises(UnusableSetting, match="--webhook"):
        run_telegram(Settings(home=tmp_path, telegram_token=SecretStr(TOKEN)), url)


def test_bot_without_a_token_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableSetting, match="@BotFather"):
        run_telegram(Settings(home=tmp_path))


def test_logs_of_libraries_that_would_show_the_token_are_quiet() -> None:
    quiet_logs()
    assert not logging.getLogger("httpx").isEnabledFor(logging.INFO)
    assert not logging.getLogger("telegram.ext.Application").isEnabledFor(logging.ERROR)


@server
async def test_webhook_takes_updates_with_the_secret_alone(office: Office, unused_tcp_port: int) -> None:
    office.change(telegram_listen=f"127.0.0.1:{unused_tcp_port}")
    office.webhook = "https://bot.example.org/hook/x"
    office.api.webhook_target = f"http://127.0.0.1:{unused_tcp_port}/hook/x"
    await office.start()
    admin = Someone(office.api, ADMIN)
    await admin.writes(QUESTION)
    await office.quiet()
    assert ["12项" in one.text for one in office.api.of(ADMIN)] == [True]
    forged = {"update_id": 5, "message": admin.message(QUESTION)}
    async with httpx.AsyncClient() as client:
        for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "guess"}):
            answer = await client.post(
                office.api.webhook_target,
                content=json.dumps(forged),
                headers={"Content-Type": "application/json", **headers},
            )
            assert answer.status_code == 403
    assert len(office.api.of(ADMIN)) == 1
    assert len(office.api.webhook["secret_token"]) >= 32
