"""The Telegram bot: the application put together: which handler serves what, and what happens when one fails."""

import logging
import os
import secrets
import traceback
from typing import Any, Final

from telegram import LinkPreviewOptions, Update
from telegram.error import TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    Defaults,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.chat.command_table import COMMANDS
from bot.chat.desk import Desk
from bot.chat.handlers.administration import (
    follow_group,
    joined,
    offer_broadcast,
    show_audit,
    show_stats,
    users,
)
from bot.chat.handlers.buttons import press
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
from bot.chat.handlers.questions import answer_edited, answer_question
from bot.chat.handlers.uploads import offer_command, offer_removal, take_file
from bot.chat.reply import Reply, notice
from bot.chat.roles import Role
from bot.messages import say
from bot.settings import Settings
from bot.telegram.addressing import CaptionCommand, SpokenTo, asked_text
from bot.telegram.asking import Ask, answer_press, language_of_user, message_of, thread_of
from bot.telegram.inbox import InboxQueue, InOrder
from bot.telegram.inline import answer_inline
from bot.telegram.persistence import CatalogPersistence
from bot.telegram.receiving import Receiving
from bot.telegram.serving import Context, Handler, Server
from bot.telegram.streaming import Pacing
from corpus.errors import UnusableSetting

Bot = Application[Any, Any, Any, Any, Any, Any]

_CONNECTIONS: Final = 12
"""Calls that are made at the same time; each looks at all connections, so that more make all of them slower."""

UPDATES: Final = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
]
"""The kinds of update that the bot asks Telegram for."""

HANDLERS: Final[dict[str, Handler]] = {
    "start": start,
    "help": show_help,
    "ask": answer_question,
    "summary": show_summary,
    "figures": list_figures,
    "compare": show_comparison,
    "chart": chart,
    "check": check_command,
    "reports": list_reports,
    "sources": list_sources,
    "export": export,
    "history": show_history,
    "forget": forget,
    "language": choose_language,
    "feedback": take_feedback,
    "privacy": show_privacy,
    "ingest": offer_command,
    "remove": offer_removal,
    "users": users,
    "stats": show_stats,
    "audit": show_audit,
    "broadcast": offer_broadcast,
}
"""What each command of ``COMMANDS`` does."""

logger = logging.getLogger(__name__)

# Without it the library warns of its own use of seconds each time a flood limit is hit.
os.environ.setdefault("PTB_TIMEDELTA", "true")


async def refuse_other(ask: Ask) -> list[Reply]:
    """Say that this is nothing that can be answered; of an album once."""
    album = ask.message.media_group_id if ask.message else None
    if album and ask.memory.get("album") == album:
        return []
    ask.memory["album"] = album or ""
    return notice(ask.say("not_text"))


async def refuse_command(ask: Ask) -> list[Reply]:
    """Say that there is no such command."""
    return notice(ask.say("unknown_command"))


def build_application(settings: Settings, desk: Desk) -> Bot:
    """Return the bot's application; raises ``UnusableSetting`` without a token.

    Its queue keeps what arrives in the catalog, its processor keeps the order: see ``bot.telegram.inbox``.
    """
    token = settings.telegram_token.get_secret_value()
    if not token:
        raise UnusableSetting(say("error.no_token", settings.language))
    address = settings.telegram_api.rstrip("/")
    application = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{address}/bot")
        .base_file_url(f"{address}/file/bot")
        .defaults(Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .rate_limiter(Pacing(max_retries=5))
        .update_queue(InboxQueue(desk))
        .concurrent_updates(InOrder(desk))
        .persistence(CatalogPersistence(desk))
        .get_updates_request(Receiving(connection_pool_size=1))
        .connection_pool_size(_CONNECTIONS)
        .pool_timeout(30.0)
        .build()
    )
    add_handlers(application, Server(desk))
    application.add_error_handler(report_failure(desk))
    return application


def add_handlers(application: Bot, server: Server) -> None:
    """Say which handler serves which updates; the first that fits does."""
    # First, since a command's handler warns of a button under a message that Telegram gives out no more.
    application.add_handler(CallbackQueryHandler(server.callback(press)))
    new, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
    for command in COMMANDS:
        served = server.callback(HANDLERS[command.name], command.role)
        application.add_handler(CommandHandler(command.name, served, filters=new))
        application.add_handler(MessageHandler(new & CaptionCommand(command.name), served))
    application.add_handler(CommandHandler("ask", server.callback(answer_edited), filters=edited))
    text, file, private = filters.TEXT, filters.Document.ALL, filters.ChatType.PRIVATE
    spoken = SpokenTo()
    rest: list[tuple[filters.BaseFilter, Handler, Role]] = [
        (new & private & filters.COMMAND, refuse_command, Role.READER),
        (new & text & ~filters.COMMAND & spoken, answer_question, Role.READER),
        (new & file & spoken, take_file, Role.REVIEWER),
        (new & filters.CAPTION & spoken, answer_question, Role.READER),
        (new & private & ~text & ~filters.StatusUpdate.ALL, refuse_other, Role.READER),
        (edited & text & ~filters.COMMAND & spoken, answer_edited, Role.READER),
    ]
    for wanted, handler, role in rest:
        application.add_handler(MessageHandler(wanted, server.callback(handler, role, question=asked_text)))
    application.add_handler(ChatMemberHandler(server.callback(joined, Role.STRANGER, free=True)))

    async def inline(update: Update, context: Context) -> None:
        await answer_inline(server.desk, update, context)

    async def moved(update: Update, _: Context) -> None:
        await follow_group(server.desk, update)

    application.add_handler(InlineQueryHandler(inline))
    application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, moved))


def report_failure(desk: Desk) -> Any:
    """Return the error handler: a failure is logged under an id, and whoever asked is told that id alone."""

    async def report(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        incident = secrets.token_hex(4)
        desk.measures.add("incidents")
        error = context.error
        # The message of an exception may quote a question: the log has the id, the kind and the place alone.
        frames = "".join(traceback.format_tb(error.__traceback__)) if error else ""
        logger.error("incident %s: %s\n%s", incident, type(error).__name__, frames)
        if isinstance(update, Update) and update.effective_chat is not None:
            await _tell_failure(desk, update, context, incident)

    return report


async def _tell_failure(desk: Desk, update: Update, context: Context, incident: str) -> None:
    """Tell whoever asked an incident's id, in the message that was to hold the answer where there is one."""
    chat, (message, _) = update.effective_chat, message_of(update)
    assert chat is not None
    language = language_of_user(update.effective_user, context.user_data)
    text = say("telegram.failed", language, incident=incident)
    held = [number for number in await desk.record(desk.store.inbox.sent, update.update_id) if number]
    await answer_press(context.bot, update)
    try:
        if held and update.edited_message is None:
            await context.bot.edit_message_text(text, chat_id=chat.id, message_id=held[-1])
        else:
            thread = thread_of(message) or None
            await context.bot.send_message(chat.id, text, message_thread_id=thread)
    except TelegramError as failure:
        logger.warning("incident %s could not be told: %s", incident, type(failure).__name__)
