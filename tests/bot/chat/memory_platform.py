"""A platform in memory: people, chats and messages as plain values, with the contract of ``Platform`` kept."""

import asyncio
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, field, replace
from typing import Any

from bot.chat.desk import Desk
from bot.chat.platform import ChatShut, Listed, NotFetched, PressedButton, UploadedFile
from bot.chat.reply import Destination, Reply, split_reply
from bot.chat.request import Request
from bot.chat.rich_text import RichText, cut
from bot.chat.service import Service

LONGEST = 4000


@dataclass(slots=True)
class Posted:
    """A message of the bot's as people see it now."""

    id: int
    chat: str
    reply: Reply
    edits: int = 0

    @property
    def text(self) -> str:
        return self.reply.text.plain

    @property
    def file(self) -> bytes:
        return self.reply.file

    @property
    def name(self) -> str:
        return self.reply.name

    def buttons(self) -> dict[str, str]:
        return {button.label: button.data or button.url for row in self.reply.rows for button in row}


@dataclass(slots=True)
class Growing:
    """A text while it grows."""

    text: str = ""
    ended: bool = False

    def tell(self, part: str) -> None:
        self.text += part

    async def end(self) -> None:
        self.ended = True


@dataclass(slots=True)
class MemoryPlatform:
    """What was sent, by chat; ``files`` are what people sent, ``shut`` the chats that take nothing."""

    name: str = "memory"
    posted: list[Posted] = field(default_factory=list)
    notices: dict[str, str] = field(default_factory=dict)
    menus: dict[str, list[str]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    streams: list[Growing] = field(default_factory=list)
    shut: set[str] = field(default_factory=set)

    def split(self, reply: Reply) -> list[Reply]:
        return split_reply(reply, cut(reply.text, LONGEST))

    async def send(self, to: Destination, reply: Reply) -> int:
        if to.chat in self.shut:
            raise ChatShut(to.chat)
        self.posted.append(Posted(len(self.posted) + 1, to.chat, reply))
        return len(self.posted)

    async def edit(self, to: Destination, reply: Reply, message: int) -> int:
        if not 0 < message <= len(self.posted):
            return await self.send(to, reply)
        held = self.posted[message - 1]
        held.reply, held.edits = reply, held.edits + 1
        return message

    def typing(self, to: Destination) -> AbstractAsyncContextManager[None]:
        return nullcontext()

    def needs_message(self, to: Destination) -> bool:
        return to.group

    def stream(self, to: Destination, message: int) -> Growing:
        self.streams.append(Growing())
        return self.streams[-1]

    async def answer_press(self, press: PressedButton, text: str) -> None:
        self.notices[press.key] = text

    async def fetch(self, file: UploadedFile, limit: int) -> bytes | None:
        if file.key not in self.files:
            raise NotFetched(file.key)
        data = self.files[file.key]
        return data if len(data) <= limit else None

    async def publish_commands(self, person: str, commands: Sequence[Listed]) -> None:
        self.menus[person] = [command.name for command in commands]

    def invitation(self, code: str) -> str:
        return f"/start {code}"

    def find_person(self, word: str) -> str:
        return f"{self.name}:{word}" if word.isascii() and word.isdecimal() else ""

    def find_group(self, word: str) -> str:
        return self.find_person(word.removeprefix("-"))

    def of(self, chat: str) -> list[Posted]:
        return [one for one in self.posted if one.chat == chat]


class MemoryChat:
    """The service over a platform in memory: what arrives is kept first, then served, then closed."""

    def __init__(self, desk: Desk, platform: MemoryPlatform) -> None:
        self.desk = desk
        self.platform = platform
        self.service = Service(desk, platform)
        self._memories: dict[str, dict[str, Any]] = {}

    async def arrives(self, request: Request) -> None:
        """Keep a request, serve it and close it; one that was kept before is not served again."""
        inbox = self.desk.store.inbox
        if await self.desk.record(inbox.receive, request.update, request.person):
            await self.serves(request)

    async def serves(self, request: Request) -> None:
        memory = self._memories.setdefault(request.person, {})
        language = memory.get("language", request.language)
        await self.service.hear(replace(request, memory=memory, language=language))
        if request.update in self.desk.unfinished:
            self.desk.unfinished.discard(request.update)
            return
        await self.desk.record(self.desk.store.inbox.finish, request.update)

    async def quiet(self) -> None:
        await asyncio.sleep(0)


def bold_parts(text: RichText) -> list[str]:
    """The parts of a text that are in bold."""
    return [run.text for run in text.runs if "bold" in run.styles]
