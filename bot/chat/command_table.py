"""The commands that people see: one table, from which menus, help and handlers come."""

from dataclasses import dataclass
from typing import Final

from telegram import Bot, BotCommand, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import TelegramError

from bot.chat.roles import Role, may
from bot.messages import LANGUAGES, say


@dataclass(frozen=True, slots=True)
class Listed:
    """A command's name and the role that it needs; the catalogue has its description."""

    name: str
    role: Role = Role.READER


COMMANDS: Final = (
    Listed("start", Role.STRANGER),
    Listed("help"),
    Listed("ask"),
    Listed("summary"),
    Listed("figures"),
    Listed("compare"),
    Listed("chart"),
    Listed("check", Role.REVIEWER),
    Listed("reports"),
    Listed("sources"),
    Listed("export"),
    Listed("history"),
    Listed("forget"),
    Listed("language"),
    Listed("feedback"),
    Listed("privacy"),
    Listed("ingest", Role.ADMINISTRATOR),
    Listed("remove", Role.ADMINISTRATOR),
    Listed("users", Role.ADMINISTRATOR),
    Listed("stats", Role.ADMINISTRATOR),
    Listed("audit", Role.ADMINISTRATOR),
    Listed("broadcast", Role.ADMINISTRATOR),
)


def commands_for(role: Role) -> tuple[Listed, ...]:
    """Return the commands that a role may use, in the menu's order."""
    return tuple(command for command in COMMANDS if may(role, command.role))


async def publish_commands(bot: Bot, person: int = 0, role: Role = Role.READER) -> None:
    """Tell Telegram the menu in each language: everybody's, or one person's by their role.

    A person who never wrote to the bot has no chat to put a menu in: theirs comes when they do.
    """
    for language in LANGUAGES:
        menu = [
            BotCommand(command.name, say(f"telegram.command_{command.name}", language))
            for command in commands_for(role)
        ]
        scope = BotCommandScopeChat(person) if person else BotCommandScopeDefault()
        # Chinese is also what people of every other language get.
        codes = (language,) if language == "en" else ("", language)
        for code in codes:
            try:
                await bot.set_my_commands(menu, scope, code or None)
            except TelegramError:
                if not person:
                    raise
                return
