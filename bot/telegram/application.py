"""The Telegram bot: the application put together: which handler serves what, and what happens when one fails."""

import logging
import os
import secrets
import traceback
from collections.abc import Callable, Coroutine
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

from bot.chat.desk import Desk
from bot.chat.handlers.buttons import press
from bot.chat.handlers.questions import answer_edited, answer_question
from bot.chat.handlers.uploads import take_file
from bot.chat.reply import Reply
from bot.chat.request import Ask, Handler
from bot.chat.roles import Role
from bot.chat.service import Service, refuse_command
from bot.messages import say
from bot.settings import Settings
from bot.telegram.addressing import CaptionCommand, SpokenTo, asked_text
from bot.telegram.calling import Calling, OddAnswer, Receiving, UnknownMethod
from bot.telegram.groups import follow_group, joined, refuse_other
from bot.telegram.ids import key_of
from bot.telegram.inbox import InboxQueue, InOrder
from bot.telegram.inline import answer_inline
from bot.telegram.persistence import CatalogPersistence
from bot.telegram.platform import TelegramPlatform
from bot.telegram.streaming import Pacing
from bot.telegram.updates import (
    Context,
    arguments,
    language_of_user,
    message_of,
    person_of,
    press_of,
    request_of,
    thread_of,
)
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

logger = logging.getLogger(__name__)

# Without it the library warns of its own use of seconds each time a flood limit is hit.
os.environ.setdefault("PTB_TIMEDELTA", "true")


Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]
Event = Callable[[Ask, Update], Coroutine[Any, Any, list[Reply]]]


class Server:
    """Makes Telegram's callbacks of handlers."""

    def __init__(self, service: Service) -> None:
        self.service = service

    def callback(
        self,
        handler: Handler,
        needed: Role = Role.READER,
        *,
        question: Callable[[Update], str] = arguments,
    ) -> Callback:
        """Return a callback that serves an update by ``handler`` if whoever asks has the role ``needed``.

        ``question`` takes the text out of the update.
        """

        async def served(update: Update, context: Context) -> None:
            await self._serve(update, context, handler, needed, question(update))

        return served

    def event(self, handler: Event, needed: Role = Role.READER, *, free: bool = False) -> Callback:
        """Return a callback for what only Telegram has; ``free`` ones count towards no rate limit."""

        async def served(update: Update, context: Context) -> None:
            async def handled(ask: Ask) -> list[Reply]:
                return await handler(ask, update)

            await self._serve(update, context, handled, needed, "", free=free)

        return served

    async def _serve(
        self,
        update: Update,
        context: Context,
        handler: Handler,
        needed: Role,
        text: str,
        *,
        free: bool = False,
    ) -> None:
        user, chat, desk = person_of(update), update.effective_chat, self.service.desk
        if user is None:
            return
        if chat is not None:
            request = request_of(update, context, user, chat, text)
            await self.service.serve(request, handler, needed, free=free)
            return
        pressed = press_of(update)  # a button under a message that is not ours any more, or never was
        if pressed and await desk.record(desk.store.inbox.begin, key_of(update.update_id)) is not None:
            language = language_of_user(user, context.user_data)
            await self.service.platform.answer_press(pressed, say("telegram.gone", language))


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
        .request(Calling(connection_pool_size=_CONNECTIONS, pool_timeout=30.0))
        .build()
    )
    service = Service(desk, TelegramPlatform(application.bot, desk.measures))
    add_handlers(application, service)
    application.add_error_handler(report_failure(service))
    return application


def add_handlers(application: Bot, service: Service) -> None:
    """Say which handler serves which updates; the first that fits does."""
    server, desk = Server(service), service.desk
    # First, since a command's handler warns of a button under a message that Telegram gives out no more.
    application.add_handler(CallbackQueryHandler(server.callback(press)))
    new, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
    for command in service.commands:
        served = server.callback(command.handler, command.role)
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
        (edited & text & ~filters.COMMAND & spoken, answer_edited, Role.READER),
    ]
    for wanted, handler, role in rest:
        application.add_handler(MessageHandler(wanted, server.callback(handler, role, question=asked_text)))
    other = new & private & ~text & ~filters.StatusUpdate.ALL
    application.add_handler(MessageHandler(other, server.event(refuse_other)))
    application.add_handler(ChatMemberHandler(server.event(joined, Role.STRANGER, free=True)))

    async def inline(update: Update, context: Context) -> None:
        await answer_inline(desk, update, context)

    async def moved(update: Update, _: Context) -> None:
        await follow_group(desk, update)

    application.add_handler(InlineQueryHandler(inline))
    application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, moved))


def report_failure(service: Service) -> Any:
    """Return the error handler: a failure is logged under an id, and whoever asked is told that id alone."""

    async def report(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        incident = secrets.token_hex(4)
        service.desk.measures.add("incidents")
        error = context.error
        if isinstance(error, OddAnswer | UnknownMethod):
            logger.error("incident %s: %s", incident, error.message)
        else:
            # The message of an exception may quote a question: the log has the id, the kind and the place alone.
            frames = "".join(traceback.format_tb(error.__traceback__)) if error else ""
            logger.error("incident %s: %s\n%s", incident, type(error).__name__, frames)
        if isinstance(update, Update) and update.effective_chat is not None:
            await _tell_failure(service, update, context, incident)

    return report


async def _tell_failure(service: Service, update: Update, context: Context, incident: str) -> None:
    """Tell whoever asked an incident's id, in the message that was to hold the answer where there is one."""
    desk, chat, (message, _) = service.desk, update.effective_chat, message_of(update)
    assert chat is not None
    language = language_of_user(update.effective_user, context.user_data)
    text = say("telegram.failed", language, incident=incident)
    sent = await desk.record(desk.store.inbox.sent, key_of(update.update_id))
    held = [number for number in sent if number]
    if pressed := press_of(update):
        await service.platform.answer_press(pressed, "")
    try:
        if held and update.edited_message is None:
            await context.bot.edit_message_text(text, chat_id=chat.id, message_id=held[-1])
        else:
            thread = thread_of(message) or None
            await context.bot.send_message(chat.id, text, message_thread_id=thread)
    except TelegramError as failure:
        logger.warning("incident %s could not be told: %s", incident, type(failure).__name__)
