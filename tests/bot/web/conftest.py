"""An office with web pages: the application over a real desk, and browsers of people in every role."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from bot.chat.desk import Desk
from bot.library.opening import catalog_place
from bot.settings import Settings
from bot.web.application import create_app
from bot.web.serving import web_administrators
from retrieval.catalog.catalog import Catalog
from retrieval.chat_catalog.chat_catalog import ChatCatalog
from retrieval.index import Index
from tests.bot.web.browser import Browser
from tests.retrieval.fictional import SCHOOL, WATER, LetterEmbedder, ListStore, report

ADDRESS = "http://127.0.0.1:8600"


@dataclass(slots=True)
class WebOffice:
    """The application, its desk, and browsers that come to it."""

    desk: Desk
    app: FastAPI

    def stranger(self, host: str = "127.0.0.1", **headers: str) -> Browser:
        """A browser of somebody unknown, that comes from an address."""
        transport = httpx.ASGITransport(app=self.app, client=(host, 50_000))
        return Browser(
            httpx.AsyncClient(
                transport=transport, base_url=ADDRESS, headers={"accept": "text/html", **headers}
            )
        )

    async def signed_in(self, role: str, name: str = "张三") -> Browser:
        """A browser of somebody who came by an invitation."""
        browser = self.stranger()
        code = self.desk.store.people.invite(role, by="", hours=1)
        await browser.open(f"/join/{code}")
        assert (await browser.post(f"/join/{code}", name=name)).status_code == 303
        return browser


async def open_office(home: Path, **settings: Any) -> AsyncIterator[WebOffice]:
    """Open an office over two reports, and close it."""
    chosen = Settings(home=home, telegram_rate=1000, **settings)
    vectors: dict[str, Any] = {}
    index = Index(Catalog.open(home / "catalog.db"), LetterEmbedder, lambda _: ListStore(vectors))
    if not index.reports():
        index.add_all([report(WATER, "water"), report(SCHOOL, "school")])
    with ChatCatalog.open(catalog_place(chosen)) as store, index:
        desk = Desk(chosen, index, store, admins=web_administrators(chosen))
        app = create_app(desk)
        async with app.router.lifespan_context(app):
            yield WebOffice(desk, app)
        desk.close()


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[WebOffice]:
    """An office as it is set up without further settings."""
    async for made in open_office(tmp_path):
        yield made
