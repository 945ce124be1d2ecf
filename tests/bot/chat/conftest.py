"""The bot of the Telegram tests, for what of the chat is tested through it."""

from tests.bot.telegram.conftest import admin, bot, group, office, reader, reviewer

__all__ = ["admin", "bot", "group", "office", "reader", "reviewer"]
