import pytest
from pydantic import SecretStr
from telegram import Update
from telegram.ext import CommandHandler

from bot.chat.command_table import COMMANDS
from bot.chat.reply import Reply, notice
from bot.chat.request import Ask, Command
from bot.chat.roles import Role
from bot.chat.service import Service
from bot.telegram.application import UPDATES, add_handlers, build_application
from bot.telegram.platform import TelegramPlatform
from corpus.errors import UnusableSetting
from tests.bot.telegram.conftest import Office
from tests.bot.telegram.people import Someone

pytestmark = pytest.mark.server


async def salute(ask: Ask) -> list[Reply]:
    return notice(f"salute {ask.text}")


async def test_every_row_of_the_table_is_served(bot: Office) -> None:
    assert bot.running
    served = {
        name
        for handlers in bot.running.application.handlers.values()
        for handler in handlers
        if isinstance(handler, CommandHandler)
        for name in handler.commands
    }
    assert served == {command.name for command in COMMANDS}


async def test_row_that_is_added_is_served(bot: Office, reader: Someone) -> None:
    assert bot.running
    application = bot.running.application
    application.handlers.clear()
    table = (*COMMANDS, Command("salute", Role.READER, "telegram.thanks", salute))
    platform = TelegramPlatform(application.bot, bot.desk.measures)
    add_handlers(application, Service(bot.desk, platform, table))
    assert [one.text for one in await bot.tell(reader, "/salute you")] == ["salute you"]


async def test_application_without_a_token_is_refused(bot: Office) -> None:
    settings = bot.settings.model_copy(update={"telegram_token": SecretStr("")})
    with pytest.raises(UnusableSetting, match="@BotFather"):
        build_application(settings, bot.desk)


def test_updates_that_are_asked_for_are_telegrams() -> None:
    assert set(UPDATES) <= set(Update.ALL_TYPES)
    assert "inline_query" in UPDATES
