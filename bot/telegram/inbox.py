"""The way of an update: kept in the catalog before it is confirmed, handled in the order of its chat, closed.

``Updater`` confirms an update to Telegram (the next poll's offset, the webhook's 200) only after ``put`` has
returned, so what Telegram believes to be received stands in the catalog.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable
from time import monotonic
from typing import Any

from telegram import Bot, Update
from telegram.ext import BaseUpdateProcessor

from bot.chat.desk import Desk
from bot.telegram.ids import PLATFORM, key_of

logger = logging.getLogger(__name__)

AT_ONCE = 512
"""Updates that may be under way together, nearly all of them waiting for their chat or the core."""


class InboxQueue(asyncio.Queue[object]):
    """The application's queue of updates; each is kept in the catalog before it is in the queue."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    async def put(self, item: object) -> None:
        """Keep an update and queue it; one that was kept before is not queued again."""
        if isinstance(item, Update):
            self._desk.measures.add("updates")
            inbox = self._desk.store.inbox
            if not await self._desk.record(inbox.receive, key_of(item.update_id), item.to_json()):
                return
        await super().put(item)

    async def take_up(self, bot: Bot) -> int:
        """Queue what was received and not answered before the last stop; return how many updates."""
        waiting = await self._desk.record(self._desk.store.inbox.pending, PLATFORM)
        for one in waiting:
            update = Update.de_json(json.loads(one.body), bot)
            await super().put(update)
        return len(waiting)

    def leave(self) -> None:
        """Empty the queue; what was in it is in the catalog."""
        while not self.empty():
            self.get_nowait()
            self.task_done()


def lane_of(update: Update) -> int:
    """Return what an update must keep its order in: its chat; for an inline query its person."""
    if update.effective_chat is not None:
        return update.effective_chat.id
    return -update.effective_user.id if update.effective_user else 0


class InOrder(BaseUpdateProcessor):
    """Handles the updates of a chat one after the other, those of different chats side by side."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(AT_ONCE)
        self._desk = desk
        self._locks: dict[int, tuple[asyncio.Lock, int]] = {}
        self._newest_inline: dict[int, int] = {}
        self.stopping = False

    async def initialize(self) -> None:
        """Begin."""
        self.stopping = False

    async def shutdown(self) -> None:
        """End; nothing is held."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handle an update when its turn has come, and close it in the inbox.

        Once the bot is stopping, what has not begun is left in the inbox for the next start.
        """
        if not isinstance(update, Update):
            await coroutine
            return
        began = monotonic()
        lane = lane_of(update)
        if update.inline_query:
            self._newest_inline[lane] = update.update_id
        lock, users = self._locks.get(lane, (asyncio.Lock(), 0))
        self._locks[lane] = (lock, users + 1)
        try:
            async with lock:
                if self.stopping:
                    return
                # Of what somebody types inline only the last words count.
                if not update.inline_query or self._newest_inline.get(lane) == update.update_id:
                    await coroutine
                    self._desk.measures.took(monotonic() - began)
                await self._close(key_of(update.update_id))
        finally:
            _drop(coroutine)
            lock, users = self._locks[lane]
            if users == 1:
                del self._locks[lane]
                self._newest_inline.pop(lane, None)
            else:
                self._locks[lane] = (lock, users - 1)

    async def _close(self, key: str) -> None:
        if key in self._desk.unfinished:
            self._desk.unfinished.discard(key)
            logger.warning("update %s could not be delivered; the next start tries again", key)
            return
        await self._desk.record(self._desk.store.inbox.finish, key)


def _drop(coroutine: Awaitable[Any]) -> None:
    """Close a coroutine, which does nothing to one that has run: nobody warns of one that has not."""
    if asyncio.iscoroutine(coroutine):
        coroutine.close()
