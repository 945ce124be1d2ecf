"""Delivery to Telegram: one message, edit or file, again after a while where the network or a flood limit stops it."""

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any, Final, TypeVar

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.chat.measures import Measures
from bot.chat.platform import ChatMoved, ChatShut, Undelivered
from bot.chat.reply import Destination, Reply
from bot.chat.rich_text import compose
from bot.messages import say
from bot.telegram.calling import UnknownMethod
from bot.telegram.ids import key_of, telegram_number
from bot.telegram.markup import html_of

logger = logging.getLogger(__name__)

_Result = TypeVar("_Result")

RETRY_WAITS: Final = (1.0, 2.0, 5.0, 10.0, 30.0)
"""Seconds before each new try of a delivery that the network or a flood limit stopped."""

TYPING_AFTER, TYPING_EVERY = 0.8, 4.5
"""Seconds until "typing" is shown, and between two times; Telegram shows it for five."""


_SHUT: Final = re.compile(
    r"chat not found|(?:not enough|have no) rights|topic[ _]closed|thread not found|chat_\w+_forbidden"
    r"|chat_restricted|peer_id_invalid|user is deactivated|group chat was deactivated",
    re.IGNORECASE,
)
"""What Telegram says of a chat that takes no messages of ours."""


@asynccontextmanager
async def typing(bot: Bot, to: Destination) -> AsyncIterator[None]:
    """Show "typing" while the work takes longer than a moment; it takes nothing of what messages may be sent."""

    async def show() -> None:
        await asyncio.sleep(TYPING_AFTER)
        chat, thread = telegram_number(to.chat), to.thread or None
        while True:
            with suppress(TelegramError):
                await bot.send_chat_action(chat, ChatAction.TYPING, message_thread_id=thread)
            await asyncio.sleep(TYPING_EVERY)

    task = asyncio.create_task(show())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def send(bot: Bot, measures: Measures, to: Destination, reply: Reply) -> int:
    """Send a reply as a message of its own and return its id; raises as ``Platform.send`` does."""
    with _core_errors():
        try:
            return await _send(bot, measures, to, reply)
        except UnknownMethod:
            if not reply.file:
                raise
            without = say("telegram.no_files", to.language, name=reply.name)
            told = Reply(compose(reply.text, "\n", without), reply.rows)
            return await _send(bot, measures, to, told)


async def _send(bot: Bot, measures: Measures, to: Destination, reply: Reply) -> int:
    chat, text = telegram_number(to.chat), html_of(reply.text)
    more: dict[str, Any] = {
        "parse_mode": ParseMode.HTML,
        "message_thread_id": to.thread or None,
        "reply_parameters": ReplyParameters(to.reply_to, allow_sending_without_reply=True)
        if to.reply_to
        else None,
        "reply_markup": keyboard(reply),
    }

    async def call() -> Message:
        if not reply.file:
            return await bot.send_message(chat, text, **more)
        send_file: Callable[..., Awaitable[Message]] = bot.send_photo if reply.is_photo else bot.send_document
        return await send_file(chat, reply.file, caption=text, filename=reply.name, **more)

    return (await _patiently(measures, call)).message_id


async def put_in(bot: Bot, measures: Measures, to: Destination, reply: Reply, place: int) -> int:
    """Put a reply into a message of ours, or into a new one where that has gone; return the message's id."""

    async def edit() -> None:
        await bot.edit_message_text(
            html_of(reply.text),
            chat_id=telegram_number(to.chat),
            message_id=place,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(reply),
        )

    with _core_errors():
        try:
            await _patiently(measures, edit)
        except UnknownMethod:
            return await _send(bot, measures, to, reply)
        except BadRequest as error:
            if "not modified" in error.message:
                return place
            if "not found" in error.message or "can't be edited" in error.message:
                return await _send(bot, measures, to, reply)
            raise
    return place


@contextmanager
def _core_errors() -> Iterator[None]:
    """Raise what Telegram says of a chat as the core knows it."""
    try:
        yield
    except ChatMigrated as moved:
        raise ChatMoved(key_of(moved.new_chat_id)) from moved
    except (Forbidden, BadRequest) as error:
        if isinstance(error, BadRequest) and not _SHUT.search(error.message):
            raise
        raise ChatShut(error.message) from error


async def _patiently(measures: Measures, call: Callable[[], Awaitable[_Result]]) -> _Result:
    """Make a call, again after a while when the network or a flood limit stopped it."""
    for pause in (*RETRY_WAITS, 0.0):
        try:
            return await call()
        except (BadRequest, Forbidden, ChatMigrated):
            raise
        except (NetworkError, RetryAfter) as error:
            measures.add("retries")
            if not pause:
                raise Undelivered(type(error).__name__) from error
            await asyncio.sleep(max(pause, _asked_pause(error)))
    raise AssertionError("the last try returns or raises")


def _asked_pause(error: TelegramError) -> float:
    """Return how many seconds a flood limit asks to wait."""
    if not isinstance(error, RetryAfter):
        return 0.0
    asked = error.retry_after
    return float(asked) if isinstance(asked, int) else asked.total_seconds()


def keyboard(reply: Reply) -> InlineKeyboardMarkup | None:
    """Return a reply's buttons as Telegram takes them."""
    rows = [
        [
            InlineKeyboardButton(button.label, url=button.url)
            if button.url
            else InlineKeyboardButton(button.label, callback_data=button.data)
            for button in row
        ]
        for row in reply.rows
        if row
    ]
    return InlineKeyboardMarkup(rows) if rows else None
