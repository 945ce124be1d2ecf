"""Delivery: replies out to Telegram, each answer once, whatever was killed or flooded in between.

A message's id is known only after it was sent, so a process that is killed in between cannot tell whether it
was. An answer is therefore put into a message that says "one moment" and whose id is recorded first: putting
it in again changes nothing, and a kill leaves at worst a "one moment" too many.
"""

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.chat.desk import Desk
from bot.chat.reply import Reply
from bot.messages import say

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


@dataclass(frozen=True, slots=True)
class Destination:
    """Where replies go: ``thread`` is 0 outside topics, ``reply_to`` 0 for no message in particular."""

    update: int
    chat: int
    thread: int = 0
    reply_to: int = 0
    language: str = "zh"


class Undelivered(Exception):
    """A delivery that was given up; the update stays in the inbox."""


@asynccontextmanager
async def typing(bot: Bot, to: Destination) -> AsyncIterator[None]:
    """Show "typing" while the work takes longer than a moment; it takes nothing of what messages may be sent."""

    async def show() -> None:
        await asyncio.sleep(TYPING_AFTER)
        while True:
            with suppress(TelegramError):
                await bot.send_chat_action(to.chat, ChatAction.TYPING, message_thread_id=to.thread or None)
            await asyncio.sleep(TYPING_EVERY)

    task = asyncio.create_task(show())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def deliver(
    desk: Desk, bot: Bot, to: Destination, replies: Sequence[Reply], sent: Sequence[int] = ()
) -> list[int]:
    """Send the replies that were not yet sent and return all their messages' ids.

    ``sent`` are the messages that are known to carry the first replies, or to be about to. Raises
    ``Undelivered`` when the network or a flood limit lasts too long.
    """
    held = list(sent)
    for number, reply in enumerate(replies):
        here = replace(to, chat=reply.chat, thread=0, reply_to=0) if reply.chat else to
        try:
            held = await _deliver_one(desk, bot, here, reply, held, number)
        except ChatMigrated as moved:
            await desk.record(desk.store.people.move_room, here.chat, moved.new_chat_id)
            to = replace(here, chat=moved.new_chat_id, thread=0, reply_to=0)
            held = await _deliver_one(desk, bot, to, reply, held[:number], number)
        except (Forbidden, BadRequest) as error:
            if isinstance(error, BadRequest) and not _SHUT.search(error.message):
                raise
            logger.info("chat %s takes no messages of ours", here.chat)
            held = [*held[:number], 0]
            await desk.record(desk.store.inbox.record, to.update, held)
    return held


async def _deliver_one(
    desk: Desk, bot: Bot, to: Destination, reply: Reply, held: list[int], number: int
) -> list[int]:
    """Send one reply; ``held[number]`` is its message where one is known."""
    if number < len(held) and (reply.plain or reply.file):
        return held
    recorded = held
    if reply.plain or reply.file:
        held = [*held, await _send(desk, bot, to, reply)]
    elif reply.edits or number < len(held):
        place = held[number] if number < len(held) else reply.edits
        held = [*held[:number], await _put_in(desk, bot, to, reply, place)]
    else:
        recorded = held = await hold(desk, bot, to, held)
        held = [*held[:number], await _put_in(desk, bot, to, reply, held[number])]
    if held != recorded:
        await desk.record(desk.store.inbox.record, to.update, held)
    return held


async def hold(desk: Desk, bot: Bot, to: Destination, held: Sequence[int]) -> list[int]:
    """Send a message that an answer will be put into, record it after those in ``held``, and return them all."""
    place = await _send(desk, bot, to, Reply(say("telegram.waiting", to.language)))
    await desk.record(desk.store.inbox.record, to.update, [*held, place])
    return [*held, place]


async def _send(desk: Desk, bot: Bot, to: Destination, reply: Reply) -> int:
    """Send a reply as a message of its own and return its id."""
    more: dict[str, Any] = {
        "parse_mode": ParseMode.HTML,
        "message_thread_id": to.thread or None,
        "reply_parameters": ReplyParameters(to.reply_to, allow_sending_without_reply=True)
        if to.reply_to
        else None,
        "reply_markup": keyboard(reply),
    }

    async def send() -> Message:
        if not reply.file:
            return await bot.send_message(to.chat, reply.html, **more)
        send_file: Callable[..., Awaitable[Message]] = bot.send_photo if reply.is_photo else bot.send_document
        return await send_file(to.chat, reply.file, caption=reply.html, filename=reply.name, **more)

    return (await _patiently(desk, send)).message_id


async def _put_in(desk: Desk, bot: Bot, to: Destination, reply: Reply, place: int) -> int:
    """Put a reply into a message of ours, or into a new one where that has gone; return the message's id."""

    async def edit() -> None:
        await bot.edit_message_text(
            reply.html,
            chat_id=to.chat,
            message_id=place,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(reply),
        )

    try:
        await _patiently(desk, edit)
    except BadRequest as error:
        if "not modified" in error.message:
            return place
        if "not found" in error.message or "can't be edited" in error.message:
            return await _send(desk, bot, to, reply)
        raise
    return place


async def _patiently(desk: Desk, call: Callable[[], Awaitable[_Result]]) -> _Result:
    """Make a call, again after a while when the network or a flood limit stopped it."""
    for pause in (*RETRY_WAITS, 0.0):
        try:
            return await call()
        except (BadRequest, Forbidden, ChatMigrated):
            raise
        except (NetworkError, RetryAfter) as error:
            desk.measures.add("retries")
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
