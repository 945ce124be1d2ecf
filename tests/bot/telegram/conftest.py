"""A bot over fictional reports, the real application, against the fake server."""

import asyncio
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.chat.desk import Desk
from bot.generation.chat_models import ChatModel
from bot.library.opening import catalog_place
from bot.settings import Settings
from bot.telegram.application import Bot, build_application
from bot.telegram.ids import key_of
from bot.telegram.running import administrators, begin, end
from retrieval.catalog.catalog import Catalog
from retrieval.chat_catalog.chat_catalog import ChatCatalog
from retrieval.index import Index
from tests.bot.telegram.fake_api import TOKEN, FakeApi, Sent
from tests.bot.telegram.people import Group, Someone
from tests.retrieval.fictional import SCHOOL, WATER, LetterEmbedder, ListStore, report

ADMIN = 9001


@dataclass(slots=True)
class Running:
    """One start of the bot."""

    application: Bot
    desk: Desk
    index: Index


@dataclass(slots=True)
class Office:
    """The server, the settings, and the bot, to start and stop as often as a test likes."""

    api: FakeApi
    home: Path
    settings: Settings
    embedder: LetterEmbedder = field(default_factory=LetterEmbedder)
    vectors: dict[str, Any] = field(default_factory=dict)
    running: Running | None = None
    webhook: str = ""
    model: ChatModel | None = None

    @property
    def desk(self) -> Desk:
        assert self.running
        return self.running.desk

    def change(self, **settings: Any) -> None:
        self.settings = self.settings.model_copy(update=settings)

    def open_index(self) -> Index:
        store = ListStore(self.vectors)
        return Index(Catalog.open(self.home / "catalog.db"), lambda: self.embedder, lambda _: store)

    async def start(self) -> Running:
        index = self.open_index()
        if not index.reports():
            index.add_all([report(WATER, "water"), report(SCHOOL, "school")])
        store = ChatCatalog.open(catalog_place(self.settings))
        desk = Desk(self.settings, index, store, self.model, administrators(self.settings))
        application = build_application(self.settings, desk)
        await application.initialize()
        await begin(application, desk, self.webhook)
        self.running = Running(application, desk, index)
        return self.running

    async def stop(self) -> None:
        if self.running is None:
            return
        await end(self.running.application)
        await self.running.application.shutdown()
        self.close()

    def close(self) -> None:
        assert self.running
        self.running.desk.close()
        self.running.desk.store.close()
        self.running.index.close()
        self.running = None

    async def answers(self, chat: int, count: int = 1, seconds: float = 15.0) -> list[Sent]:
        """Wait until a chat has ``count`` messages of the bot's and every update is done; return them all."""
        await self.api.wait_for(lambda: len(self.api.of(chat)) >= count, seconds)
        await self.quiet(seconds)
        return self.api.of(chat)

    async def quiet(self, seconds: float = 15.0) -> None:
        """Wait until the bot has received and done all that happened."""
        inbox = self.desk.store.inbox
        async with asyncio.timeout(seconds):
            while True:
                waiting = self.api.unseen() or bool(await self.desk.record(inbox.pending))
                if not waiting:
                    return
                await asyncio.sleep(0.02)

    async def tell(self, person: Someone, text: str, **more: Any) -> list[Sent]:
        """Write as somebody; return the messages that came in reply."""
        chat = more["group"].id if more.get("group") else person.id
        before = len(self.api.sent)
        await person.writes(text, **more)
        await self.quiet()
        return [one for one in self.api.sent[before:] if one.chat == chat and not one.deleted]


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    api = FakeApi()
    await api.start()
    settings = Settings(
        home=tmp_path,
        telegram_token=SecretStr(TOKEN),
        telegram_api=api.address,
        telegram_admins=str(ADMIN),
        telegram_rate=1000,
    )
    Someone(api, ADMIN)  # has pressed Start before
    made = Office(api, tmp_path, settings)
    try:
        yield made
    finally:
        await made.stop()
        await api.stop()


@pytest.fixture
async def bot(office: Office) -> Office:
    """The office with the bot running."""
    await office.start()
    return office


@pytest.fixture
def unused_tcp_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


@pytest.fixture
def admin(office: Office) -> Someone:
    return Someone(office.api, ADMIN, "管理员")


@pytest.fixture
async def reader(bot: Office) -> Someone:
    bot.desk.store.people.assign(key_of(7001), "reader", by=key_of(ADMIN), name="张三")
    return Someone(bot.api, 7001, "张三")


@pytest.fixture
async def reviewer(bot: Office) -> Someone:
    bot.desk.store.people.assign(key_of(7002), "reviewer", by=key_of(ADMIN), name="李四")
    return Someone(bot.api, 7002, "李四")


@pytest.fixture
def group(office: Office) -> Group:
    return Group(office.api)
