"""Streaming: an answer that a model writes is shown while it grows; the checked whole takes its place.

In private chats the growing text is a draft, which Telegram drops by itself; in groups it is a message that is
edited, less and less often where Telegram asks to. Only parts that have passed their check are ever shown.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Final

from aiolimiter import AsyncLimiter
from telegram import Bot, Message
from telegram.error import RetryAfter, TelegramError
from telegram.ext import AIORateLimiter

from bot.chat.rich_text import clean_text
from bot.messages import say
from bot.telegram.markup import units

ONCE: Final = -1
"""A rate limit argument: this call is not tried again, a newer one will follow."""

TYPING_A_SECOND: Final = 5
"""Chats that are shown "typing" in a second."""

DRAFT_EVERY, EDIT_EVERY = 0.7, 3.0
"""Seconds between two drafts in a private chat, and between two edits in a group."""

_LONGEST_PREVIEW: Final = 3900
"""UTF-16 units of a growing text; the rest is seen when it is whole."""

logger = logging.getLogger(__name__)


class Pacing(AIORateLimiter):
    """Waits as Telegram asks and tries again, but for typing and calls that are marked ``ONCE``.

    What is edited in a private chat is no new message, and takes nothing of the 30 a second that may be sent.
    When many wait at once, "typing" is shown to some of them a second: each showing costs as much as an answer's edit.
    """

    def __init__(self, **limits: Any) -> None:
        """Keep ``limits``, which are those of ``AIORateLimiter``."""
        super().__init__(**limits)
        self._typing = AsyncLimiter(TYPING_A_SECOND, 1.0)

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        """Make a request in its time."""
        if endpoint == "sendChatAction":
            async with self._typing:
                return await callback(*args, **kwargs)
        if rate_limit_args == ONCE:
            return await callback(*args, **kwargs)
        counted = {} if endpoint == "editMessageText" and not _is_group(data) else data
        return await super().process_request(callback, args, kwargs, endpoint, counted, rate_limit_args)


def _is_group(data: dict[str, Any]) -> bool:
    """Whether a call is for a group or a channel: their ids are below 0, or names."""
    chat = data.get("chat_id", 0)
    return not isinstance(chat, int) or chat < 0


class Stream:
    """Shows a growing text in one chat; ``begin`` it, ``tell`` it from any thread, ``end`` it.

    ``place`` is the message that is edited in a group; 0 stands for a draft in a private chat, ``key`` names it.
    """

    def __init__(self, bot: Bot, chat: int, thread: int, key: int, place: int, language: str) -> None:
        self._bot = bot
        self._chat = chat
        self._thread = thread
        self._key = key
        self._place = place
        self._language = language
        self._text = ""
        self._shown = ""
        self._grown = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._task = asyncio.create_task(self._show())

    def tell(self, part: str) -> None:
        """Add a part that may be shown."""
        self._loop.call_soon_threadsafe(self._grow, part)

    async def end(self) -> None:
        """Show no more."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    def _grow(self, part: str) -> None:
        self._text += part
        self._grown.set()

    async def _show(self) -> None:
        pause = EDIT_EVERY if self._place else DRAFT_EVERY
        while True:
            await self._grown.wait()
            self._grown.clear()
            text = self._fitting()
            if text.strip() and text != self._shown:
                try:
                    await self._put(text)
                except RetryAfter as error:
                    asked = error.retry_after
                    pause = max(pause * 2, asked if isinstance(asked, int) else asked.total_seconds())
                except TelegramError as error:
                    logger.info("streaming to chat %s ended (%s)", self._chat, type(error).__name__)
                    return
                else:
                    self._shown = text
            await asyncio.sleep(pause)

    def _fitting(self) -> str:
        text = clean_text(self._text)
        while units(text) > _LONGEST_PREVIEW:
            text = text[: len(text) - max(1, (units(text) - _LONGEST_PREVIEW) // 2)]
        return text

    async def _put(self, text: str) -> Message | bool:
        if self._place:
            waiting = say("telegram.waiting", self._language)
            return await self._bot.edit_message_text(
                f"{text}\n\n{waiting}",
                chat_id=self._chat,
                message_id=self._place,
                rate_limit_args=ONCE,  # type: ignore[call-arg]
            )
        return await self._bot.send_message_draft(
            self._chat,
            self._key,
            text,
            message_thread_id=self._thread or None,
            rate_limit_args=ONCE,  # type: ignore[call-arg]
        )
