"""The commands that people use: one table, from which menus, help and what each does come."""

from collections.abc import Iterable
from typing import Final

from bot.chat.handlers.administration import offer_broadcast, show_audit, show_stats, users
from bot.chat.handlers.charts import chart
from bot.chat.handlers.checks import check_command
from bot.chat.handlers.exports import export
from bot.chat.handlers.lookups import list_figures, list_reports, list_sources, show_comparison, show_summary
from bot.chat.handlers.personal import (
    choose_language,
    forget,
    show_help,
    show_history,
    show_privacy,
    start,
    take_feedback,
)
from bot.chat.handlers.questions import answer_question, begin_anew
from bot.chat.handlers.reviewing import decide_command
from bot.chat.handlers.uploads import offer_command, offer_removal
from bot.chat.request import Command
from bot.chat.roles import Role

COMMANDS: Final = (
    Command("start", Role.STRANGER, "telegram.command_start", start),
    Command("help", Role.READER, "telegram.command_help", show_help),
    Command("ask", Role.READER, "telegram.command_ask", answer_question),
    Command("new", Role.READER, "telegram.command_new", begin_anew),
    Command("summary", Role.READER, "telegram.command_summary", show_summary),
    Command("figures", Role.READER, "telegram.command_figures", list_figures),
    Command("compare", Role.READER, "telegram.command_compare", show_comparison),
    Command("chart", Role.READER, "telegram.command_chart", chart),
    Command("check", Role.REVIEWER, "telegram.command_check", check_command),
    Command("decide", Role.REVIEWER, "telegram.command_decide", decide_command),
    Command("reports", Role.READER, "telegram.command_reports", list_reports),
    Command("sources", Role.READER, "telegram.command_sources", list_sources),
    Command("export", Role.READER, "telegram.command_export", export),
    Command("history", Role.READER, "telegram.command_history", show_history),
    Command("forget", Role.READER, "telegram.command_forget", forget),
    Command("language", Role.READER, "telegram.command_language", choose_language),
    Command("feedback", Role.READER, "telegram.command_feedback", take_feedback),
    Command("privacy", Role.READER, "telegram.command_privacy", show_privacy),
    Command("ingest", Role.ADMINISTRATOR, "telegram.command_ingest", offer_command),
    Command("remove", Role.ADMINISTRATOR, "telegram.command_remove", offer_removal),
    Command("users", Role.ADMINISTRATOR, "telegram.command_users", users),
    Command("stats", Role.ADMINISTRATOR, "telegram.command_stats", show_stats),
    Command("audit", Role.ADMINISTRATOR, "telegram.command_audit", show_audit),
    Command("broadcast", Role.ADMINISTRATOR, "telegram.command_broadcast", offer_broadcast),
)
"""A row each, in the menu's order: name, role, the key of its description, what it does."""


def read_command(text: str, commands: Iterable[Command] = COMMANDS) -> tuple[Command | None, str]:
    """Return the command that a text begins with, None for none of the table, and what stands behind it."""
    if not text.startswith("/"):
        return None, text
    name = (text[1:].split(maxsplit=1) or [""])[0].lower()
    found = next((command for command in commands if command.name == name), None)
    return found, arguments_of(text)


def arguments_of(text: str) -> str:
    """Return what stands behind a command, or the whole text where there is none."""
    if not text.startswith("/"):
        return text.strip()
    return (
        text.partition(" ")[2].strip()
        if " " in text.split("\n", maxsplit=1)[0]
        else text.partition("\n")[2].strip()
    )
