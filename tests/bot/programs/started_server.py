"""The web program started over two reports on a port of loopback, with a token for each role."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from bot.chat.desk import Desk
from bot.chat.roles import Role
from bot.generation.chat_models import ChatModel
from bot.library.opening import catalog_place
from bot.settings import Settings
from bot.web.application import create_app
from bot.web.serving import listening_socket, program_parts, server_of
from retrieval.catalog.catalog import Catalog
from retrieval.chat_catalog.chat_catalog import ChatCatalog
from retrieval.index import Index
from tests.retrieval.fictional import SCHOOL, WATER, LetterEmbedder, ListStore, report


@dataclass(frozen=True, slots=True)
class StartedServer:
    """A server: its address, its desk, and a token for each role."""

    url: str
    desk: Desk
    tokens: dict[Role, str]

    def headers(self, role: Role) -> dict[str, str]:
        """What a program of that role sends."""
        return {"authorization": f"Bearer {self.tokens[role]}"}

    def call(self, method: str, path: str, role: Role = Role.READER, **more: Any) -> httpx.Response:
        """Ask the interface as a program of that role."""
        address = f"{self.url}/api{path}"
        return httpx.request(method, address, headers=self.headers(role), timeout=60, **more)


@contextmanager
def started(home: Path, model: ChatModel | None = None) -> Iterator[StartedServer]:
    """Start a server in a thread of its own, and stop it."""
    settings = Settings(home=home, telegram_rate=100_000, telegram_rate_all=100_000, web_port=0)
    vectors: dict[str, Any] = {}
    index = Index(Catalog.open(home / "catalog.db"), LetterEmbedder, lambda _: ListStore(vectors))
    index.add_all([report(WATER, "water"), report(SCHOOL, "school")])
    held = listening_socket(settings)
    with index, ChatCatalog.open(catalog_place(settings)) as store:
        desk = Desk(settings, index, store, model)
        roles = (Role.READER, Role.REVIEWER, Role.ADMINISTRATOR)
        tokens = {role: store.tokens.make(f"{role}的程序", role, by="") for role in roles}
        server = server_of(create_app(desk, program_parts(desk)))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [held]})
        thread.start()
        try:
            while not server.started:
                time.sleep(0.01)
            yield StartedServer(f"http://127.0.0.1:{held.getsockname()[1]}", desk, tokens)
        finally:
            server.should_exit = True
            thread.join()
            held.close()
            desk.close()
