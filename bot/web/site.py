"""The site: what every page works with - the desk, the templates, the chat's service - and how a page reaches it."""

import logging
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from fastapi import Request

from bot.chat.desk import Desk
from bot.settings import Settings
from bot.web.checks.bench import Bench
from bot.web.conversations import Conversations
from bot.web.ids import new_update
from bot.web.platform import WebPlatform
from bot.web.templates import Templates

if TYPE_CHECKING:
    from bot.web.visitors import Visitor

logger = logging.getLogger(__name__)


class Site:
    """One process's pages over one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.templates = Templates()
        self.conversations = Conversations(desk, WebPlatform(self.address))
        self.bench = Bench(desk)

    @property
    def settings(self) -> Settings:
        """The settings of the desk."""
        return self.desk.settings

    async def open(self) -> None:
        """Take up what was not done at the last stop."""
        turns, drafts = await self.conversations.take_up(), await self.bench.take_up()
        if turns or drafts:
            logger.info("%s turns and %s drafts taken up", turns, drafts)

    async def close(self) -> None:
        """Leave what is under way for the next start."""
        await self.conversations.close()
        await self.bench.close()

    async def audit(self, visitor: "Visitor", action: str, subject: str) -> None:
        """Keep a row of the audit."""
        write = self.desk.store.audit.write
        person = visitor.person
        await self.desk.record(
            lambda: write(new_update(), person=person, chat=person, action=action, subject=subject)
        )

    def address(self, path: str) -> str:
        """Return the address of a page as somebody elsewhere opens it."""
        return f"{public_url(self.settings)}{path}"


def public_url(settings: Settings) -> str:
    """Return the address under which people reach the pages, without a slash at its end."""
    host = f"[{settings.web_host}]" if ":" in settings.web_host else settings.web_host
    return settings.web_url.rstrip("/") or f"http://{host}:{settings.web_port}"


def is_encrypted(settings: Settings) -> bool:
    """Whether people reach the pages by https."""
    return urlsplit(settings.web_url).scheme == "https"


def site_of(request: Request) -> Site:
    """Return the site that a request is for."""
    site = request.app.state.site
    assert isinstance(site, Site)
    return site
