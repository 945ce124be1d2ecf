"""Conversations on pages: a turn in, kept before it is worked on, and what was said to it out."""

import asyncio
import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat.desk import Desk
from bot.chat.platform import PressedButton
from bot.chat.reply import Reply
from bot.chat.request import Request
from bot.chat.service import Service
from bot.web.ids import WEB, new_update
from bot.web.platform import WEB_COMMANDS, PageStream, WebPlatform
from retrieval.chat_catalog.talks import Talk

if TYPE_CHECKING:
    from bot.web.visitors import Visitor


@dataclass(frozen=True, slots=True)
class Said:
    """What was said to a turn: the exchange that was kept of it, None for none, and the replies as a chat has them."""

    talk: Talk | None
    replies: tuple[Reply, ...]


class Conversations:
    """The conversations of all visitors; a person has one, which goes on wherever they sign in."""

    def __init__(self, desk: Desk, platform: WebPlatform) -> None:
        self._desk = desk
        self._platform = platform
        self._service = Service(desk, platform, WEB_COMMANDS)
        self._under_way: set[asyncio.Task[Said]] = set()
        self._turns: dict[str, asyncio.Lock] = {}

    async def begin(
        self, visitor: "Visitor", text: str, press: str = ""
    ) -> tuple[asyncio.Task[Said], PageStream]:
        """Keep a turn, or a button's ``press``, and begin to answer it; it is answered even if nobody waits."""
        update = new_update()
        request = Request(
            update,
            visitor.person,
            visitor.person,
            text=text,
            name=visitor.name,
            language=visitor.language,
            at=int(update.removeprefix(WEB)) // 1000,
            press=PressedButton(update, press) if press else None,
        )
        await self._desk.record(self._desk.store.inbox.receive, update, _kept(request))
        self._desk.measures.add("updates")
        return self._serve(request), self._platform.listen(update)

    async def take_up(self) -> int:
        """Answer what was kept and not answered before the last stop; return how many turns."""
        waiting = await self._desk.record(self._desk.store.inbox.pending, WEB)
        for one in waiting:
            self._serve(Request(**json.loads(one.body)))
        return len(waiting)

    async def close(self) -> None:
        """Leave what is under way for the next start."""
        for task in list(self._under_way):
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def earlier(self, person: str, limit: int) -> list[Talk]:
        """Return somebody's latest exchanges of the present topic and those before, the oldest first."""
        kinds = ("answer", "summary", "compare", "new")
        found = await self._desk.record(
            self._desk.store.talks.recent, person, chat=person, kinds=kinds, limit=limit
        )
        return found[::-1]

    def _serve(self, request: Request) -> asyncio.Task[Said]:
        task = asyncio.create_task(self._served(request))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return task

    async def _served(self, request: Request) -> Said:
        """Serve a turn after those of the same person before it, and close it in the inbox."""
        began = time.monotonic()
        stream = self._platform.listen(request.update)
        try:
            async with self._turns.setdefault(request.person, asyncio.Lock()):
                await self._service.hear(request)
            talk = await self._desk.record(self._desk.store.talks.asked_by, request.chat, request.at)
            await self._desk.record(self._desk.store.inbox.finish, request.update)
        finally:
            stream.parts.put_nowait(None)
        self._desk.measures.took(time.monotonic() - began)
        return Said(talk, tuple(self._platform.take(request.update)))


def _kept(request: Request) -> str:
    """Return a request as the inbox keeps it; a press is not taken up again."""
    fields = ("update", "person", "chat", "text", "name", "language", "at")
    return json.dumps({name: getattr(request, name) for name in fields}, ensure_ascii=False)
