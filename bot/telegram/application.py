"""The Telegram bot: text questions in, checked answers with citations out, by long polling."""

import asyncio
import logging
import secrets
import traceback
from typing import Any, Final

from telegram import LinkPreviewOptions, Message, Update
from telegram.constants import ChatAction, ParseMode
from telegram.error import InvalidToken, NetworkError
from telegram.ext import (
    AIORateLimiter,
    Application,
    ApplicationBuilder,
    CommandHandler,
    ContextTypes,
    Defaults,
    MessageHandler,
    filters,
)

from bot.answering import Answerer
from bot.library import open_index
from bot.messages import say
from bot.settings import Settings
from bot.telegram.rendering import messages_of
from bot.terminal import print_text
from corpus.errors import UnusableSetting

Context = ContextTypes.DEFAULT_TYPE
ANSWERER: Final = "answerer"
"""Where the application keeps what answers questions; ``chat_data`` keeps each chat's last turn."""

logger = logging.getLogger(__name__)


def language_of_user(update: Update) -> str:
    """Return the language of whoever wrote: Chinese unless their Telegram is set to English."""
    user = update.effective_user
    return "en" if user and (user.language_code or "").startswith("en") else "zh"


async def start(update: Update, context: Context) -> None:
    """Greet."""
    if update.effective_message:
        await update.effective_message.reply_text(say("telegram.start", language_of_user(update)))


async def show_help(update: Update, context: Context) -> None:
    """Say how to use the bot."""
    if update.effective_message:
        await update.effective_message.reply_text(say("telegram.help", language_of_user(update)))


async def answer_question(update: Update, context: Context) -> None:
    """Answer a question in text, which may lean on the chat's last one."""
    message = update.effective_message
    if message is None or message.text is None or context.chat_data is None:
        return
    await message.reply_chat_action(ChatAction.TYPING)
    answerer: Answerer = context.application.bot_data[ANSWERER]
    before = context.chat_data.get("turn")
    answer, turn = await asyncio.to_thread(answerer.answer, message.text, before)
    context.chat_data["turn"] = turn
    logger.info("answered message %s in %.0f ms", message.message_id, answer.seconds * 1000)
    await _reply(message, messages_of(answer))


async def _reply(message: Message, parts: list[str]) -> None:
    for part in parts:
        await message.reply_text(part, parse_mode=ParseMode.HTML)


async def refuse_other(update: Update, context: Context) -> None:
    """Say that only text can be answered."""
    if update.effective_message:
        await update.effective_message.reply_text(say("telegram.not_text", language_of_user(update)))


async def report_failure(update: object, context: Context) -> None:
    """Log a failure under an id and tell whoever asked that id, never the failure itself."""
    incident = secrets.token_hex(4)
    error = context.error
    # The message of an exception may quote a question: the log has the id, the kind and the place alone.
    frames = "".join(traceback.format_tb(error.__traceback__)) if error else ""
    logger.error("incident %s: %s\n%s", incident, type(error).__name__, frames)
    if isinstance(update, Update) and update.effective_message:
        text = say("telegram.failed", language_of_user(update), incident=incident)
        await update.effective_message.reply_text(text)


async def announce(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """Say on the terminal which bot is running."""
    print_text(say("telegram.running", name=application.bot.username))


def build_application(settings: Settings, answerer: Answerer) -> Application[Any, Any, Any, Any, Any, Any]:
    """Return the bot's application; raises ``UnusableSetting`` without a token."""
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
        .rate_limiter(AIORateLimiter(max_retries=3))
        .post_init(announce)
        .build()
    )
    application.bot_data[ANSWERER] = answerer
    private = filters.ChatType.PRIVATE
    application.add_handler(CommandHandler("start", start, filters=private))
    application.add_handler(CommandHandler("help", show_help, filters=private))
    application.add_handler(
        MessageHandler(
            private & filters.TEXT & ~filters.COMMAND & filters.UpdateType.MESSAGE, answer_question
        )
    )
    application.add_handler(
        MessageHandler(
            private & ~filters.TEXT & ~filters.StatusUpdate.ALL & filters.UpdateType.MESSAGE, refuse_other
        )
    )
    application.add_error_handler(report_failure)
    return application


def run_telegram(settings: Settings) -> int:
    """Run the bot until it is stopped by a signal; return the exit status.

    Raises ``UnusableSetting`` for a token that is missing or not accepted, or an address that is not reached.
    """
    if not settings.telegram_token.get_secret_value():
        raise UnusableSetting(say("error.no_token", settings.language))
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)  # its lines carry the token
    with open_index(settings) as index:
        index.warm_up()
        application = build_application(settings, Answerer(index))
        try:
            application.run_polling(allowed_updates=[Update.MESSAGE], bootstrap_retries=0)
        except InvalidToken as error:
            raise UnusableSetting(say("error.bad_token", settings.language)) from error
        except NetworkError as error:
            text = say("error.telegram_unreachable", settings.language, address=settings.telegram_api)
            raise UnusableSetting(text) from error
    return 0
