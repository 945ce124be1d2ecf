"""The site: what every page works with - the desk, the templates, the chat's service - and how a page reaches it."""

from urllib.parse import urlsplit

from fastapi import Request

from bot.chat.desk import Desk
from bot.settings import Settings
from bot.web.templates import Templates


class Site:
    """One process's pages over one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.templates = Templates()

    @property
    def settings(self) -> Settings:
        """The settings of the desk."""
        return self.desk.settings

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
