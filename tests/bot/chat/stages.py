"""Stages for scenarios: the same bot on different platforms, driven and read in the same words."""

import asyncio
import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from bot.chat.desk import Desk
from bot.chat.platform import PressedButton, UploadedFile
from bot.chat.request import Request
from bot.generation.chat_models import ChatModel
from bot.library.opening import catalog_place
from bot.settings import Settings
from bot.telegram.ids import key_of
from retrieval.catalog.catalog import Catalog
from retrieval.chat_catalog.chat_catalog import ChatCatalog
from retrieval.index import Index
from tests.bot.chat.memory_platform import MemoryChat, MemoryPlatform, Posted, bold_parts
from tests.bot.telegram.conftest import ADMIN, Office
from tests.bot.telegram.fake_api import Sent
from tests.bot.telegram.people import Group, Someone
from tests.retrieval.fictional import SCHOOL, WATER, LetterEmbedder, ListStore, report

GROUP = 200


@dataclass(frozen=True, slots=True)
class Seen:
    """A message of the bot's as a person sees it."""

    text: str
    bold: list[str]
    buttons: list[str]
    file: bytes
    name: str
    handle: Any = None


class Stage(Protocol):
    """The bot on one platform; people go by numbers, each with a chat of their own."""

    @property
    def desk(self) -> Desk: ...

    @property
    def index(self) -> Index: ...

    def change(self, **settings: Any) -> None: ...

    async def start(self) -> None: ...

    async def stop(self) -> None: ...

    def key(self, person: int) -> str: ...

    async def tell(self, person: int, text: str, *, group: bool = False) -> list[Seen]: ...

    async def send(self, person: int, name: str, data: bytes) -> list[Seen]: ...

    async def press(self, person: int, seen: Seen, label: str) -> tuple[list[Seen], str]: ...

    async def leave(self, person: int, text: str) -> None: ...

    async def again(self, person: int) -> list[Seen]: ...


class TelegramStage:
    """The bot of Telegram against the fake server."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._group = Group(office.api)
        self._left = 0

    @property
    def desk(self) -> Desk:
        return self._office.desk

    @property
    def index(self) -> Index:
        assert self._office.running
        return self._office.running.index

    def change(self, **settings: Any) -> None:
        self._office.change(**settings)

    async def start(self) -> None:
        await self._office.start()

    async def stop(self) -> None:
        await self._office.stop()

    def key(self, person: int) -> str:
        return key_of(self._group.id if person == GROUP else person)

    async def tell(self, person: int, text: str, *, group: bool = False) -> list[Seen]:
        more = {"group": self._group} if group else {}
        if group and not text.startswith("/"):
            text = f"@hedui_test_bot {text}"
        return list(map(_seen_sent, await self._office.tell(Someone(self._office.api, person), text, **more)))

    async def send(self, person: int, name: str, data: bytes) -> list[Seen]:
        before = len(self._office.api.sent)
        await Someone(self._office.api, person).sends(name, data)
        return await self._since(before)

    async def press(self, person: int, seen: Seen, label: str) -> tuple[list[Seen], str]:
        before = len(self._office.api.sent)
        query = await Someone(self._office.api, person).presses(seen.handle, label)
        told = await self._since(before)
        notice = self._office.api.callback_answers[query].get("text", "")
        return told, notice

    async def _since(self, before: int) -> list[Seen]:
        await self._office.quiet()
        return list(map(_seen_sent, self._office.api.sent[before:]))

    async def leave(self, person: int, text: str) -> None:
        """Let somebody write what is kept and begun, and no more before the bot stops."""
        someone, self._left = Someone(self._office.api, person), 77
        update = {"update_id": self._left, "message": someone.message(text)}
        inbox = self.desk.store.inbox
        inbox.receive(key_of(self._left), json.dumps(update))
        inbox.begin(key_of(self._left))

    async def again(self, person: int) -> list[Seen]:
        """What somebody's chat holds once what was left is done."""
        await self._office.quiet()
        return list(map(_seen_sent, self._office.api.of(person)))


def _seen_sent(sent: Sent) -> Seen:
    return Seen(sent.text, sent.covered("b"), list(sent.buttons()), sent.file, sent.name, sent)


@dataclass(slots=True)
class MemoryStage:
    """The bot on the platform in memory."""

    home: Path
    settings: Settings
    platform: MemoryPlatform = field(default_factory=MemoryPlatform)
    chat: MemoryChat | None = None
    opened: Index | None = None
    vectors: dict[str, Any] = field(default_factory=dict)
    updates: int = 0
    left: list[Request] = field(default_factory=list)
    model: ChatModel | None = None

    @property
    def desk(self) -> Desk:
        assert self.chat
        return self.chat.desk

    @property
    def index(self) -> Index:
        assert self.opened
        return self.opened

    def change(self, **settings: Any) -> None:
        self.settings = self.settings.model_copy(update=settings)

    async def start(self) -> None:
        self.opened = Index(
            Catalog.open(self.home / "catalog.db"), LetterEmbedder, lambda _: ListStore(self.vectors)
        )
        if not self.opened.reports():
            self.opened.add_all([report(WATER, "water"), report(SCHOOL, "school")])
        store = ChatCatalog.open(catalog_place(self.settings))
        desk = Desk(self.settings, self.opened, store, self.model, admins=frozenset({self.key(ADMIN)}))
        self.chat = MemoryChat(desk, self.platform)
        waiting = {one.id for one in store.inbox.pending()}
        for request in self.left:
            if request.update in waiting:
                await self.chat.serves(request)

    async def stop(self) -> None:
        if self.chat is None:
            return
        self.desk.close()
        self.desk.store.close()
        self.index.close()
        self.chat = None

    def key(self, person: int) -> str:
        return f"memory:{person}"

    async def tell(self, person: int, text: str, *, group: bool = False, **more: Any) -> list[Seen]:
        return await self._arrives(self._request(person, text=text, group=group, **more))

    async def send(self, person: int, name: str, data: bytes) -> list[Seen]:
        self.platform.files[name] = data
        return await self._arrives(self._request(person, file=UploadedFile(name, name, len(data))))

    async def press(self, person: int, seen: Seen, label: str) -> tuple[list[Seen], str]:
        posted: Posted = seen.handle
        data = next(data for text, data in posted.buttons().items() if text.startswith(label))
        request = self._request(person, at=posted.id, chat=posted.chat)
        press = PressedButton(request.update, data)
        told = await self._arrives(replace(request, press=press))
        return told, self.platform.notices[press.key]

    async def leave(self, person: int, text: str) -> None:
        request = self._request(person, text=text)
        self.desk.store.inbox.receive(request.update, request.person)
        self.desk.store.inbox.begin(request.update)
        self.left.append(request)

    async def again(self, person: int) -> list[Seen]:
        return list(map(_seen_posted, self.platform.of(self.key(person))))

    def _request(self, person: int, *, group: bool = False, chat: str = "", **more: Any) -> Request:
        self.updates += 1
        where = self.key(GROUP if group else person)
        return Request(
            update=f"memory:{self.updates}",
            person=self.key(person),
            chat=chat or where,
            group=where if group else "",
            title="整改工作群" if group else "",
            at=more.pop("at", 100_000 + self.updates),
            name="张三",
            **more,
        )

    async def _arrives(self, request: Request) -> list[Seen]:
        assert self.chat
        before = len(self.platform.posted)
        await asyncio.wait_for(self.chat.arrives(request), 20)
        return list(map(_seen_posted, self.platform.posted[before:]))


def _seen_posted(posted: Posted) -> Seen:
    reply = posted.reply
    return Seen(
        reply.text.plain, bold_parts(reply.text), list(posted.buttons()), reply.file, reply.name, posted
    )
