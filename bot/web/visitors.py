"""Visitors: who opens a page, by a signed session or by the word of a proxy, and whether they may.

A person of the pages has an id as on every platform: ``web:`` and letters made when an invitation was used, or
``web:user/`` and the name that the proxy gives.
"""

import secrets
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import Depends, Request

from bot.chat.rich_text import clean_text
from bot.chat.roles import Role, may
from bot.messages import LANGUAGES, say
from bot.settings import Settings
from bot.web.ids import WEB
from bot.web.site import site_of
from corpus.errors import HeduiError

THEMES: Final = ("auto", "light", "dark")

TOKEN_HEADER: Final = "x-csrf-token"
TOKEN_FIELD: Final = "csrf"

_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_LONGEST_NAME: Final = 60


class SignInNeeded(HeduiError):
    """A page that is opened by nobody known."""


class RoleNeeded(HeduiError):
    """A page or a deed that somebody's role does not allow; ``role`` is the one that does.

    A program is told the word by which its token is made (``by_word``), a person the role's name.
    """

    def __init__(self, role: Role, *, by_word: bool = False) -> None:
        named = {one: str(role) if by_word else say(f"web.role_{role}", one) for one in LANGUAGES}
        super().__init__(f"需要更高的角色：{named['zh']}", f"this needs the role {named['en']}")
        self.role = role


class ForgedRequest(HeduiError):
    """A form without the token of its visitor's session."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who opens a page: ``person`` is "" for nobody known; ``token`` is what their forms carry."""

    person: str
    name: str
    role: Role
    language: str
    theme: str
    token: str

    def may(self, needed: Role) -> bool:
        """Whether their role is enough for ``needed``."""
        return self.role is not Role.BLOCKED and may(self.role, needed)


async def visitor_of(request: Request) -> Visitor:
    """Return who sent a request."""
    site = site_of(request)
    session = request.session
    name = proxied_name(request, site.settings)
    person = f"{WEB}user/{name}" if name else str(session.get("person", ""))
    role = await site.desk.role(person) if person else Role.STRANGER
    return Visitor(
        person,
        name or str(session.get("name", "")),
        role,
        _language(request, site.settings),
        session.get("theme", THEMES[0]),
        session.setdefault("token", secrets.token_urlsafe(16)),
    )


def proxied_name(request: Request, settings: Settings) -> str:
    """Return the name that the proxy of the settings gives, "" where none is set, or another than it sent this."""
    if not settings.web_user_header or request.client is None or request.client.host != settings.web_proxy:
        return ""
    return person_name(request.headers.get(settings.web_user_header, ""))


def person_name(words: str) -> str:
    """Return a name as it is kept: on one line, of at most some sixty characters."""
    return " ".join(clean_text(words).split())[:_LONGEST_NAME]


def _language(request: Request, settings: Settings) -> str:
    """Return the language that a visitor chose, else the first of ours that their browser asks for."""
    asked = (part.split(";")[0].strip()[:2].lower() for part in _languages(request))
    chosen = request.session.get("language")
    return str(chosen or next((word for word in asked if word in LANGUAGES), settings.language))


def _languages(request: Request) -> list[str]:
    return request.headers.get("accept-language", "").split(",")


async def anybody(request: Request) -> AsyncIterator[Visitor]:
    """Let everybody through, and close the files that a form brought once the response is there."""
    try:
        yield await visitor_of(request)
    finally:
        await request.close()


def needs(role: Role) -> Callable[[Request], AsyncIterator[Visitor]]:
    """Return what lets only those with ``role`` through, and changes only for who sent the form they were given."""

    async def let_through(request: Request) -> AsyncIterator[Visitor]:
        try:
            visitor = await visitor_of(request)
            if request.method not in _SAFE:
                await prove(request, visitor)
            if visitor.role is Role.STRANGER:
                raise SignInNeeded("请先登录", "sign in first")
            if not visitor.may(role):
                raise RoleNeeded(role)
            yield visitor
        finally:
            await request.close()

    return let_through


async def prove(request: Request, visitor: Visitor) -> None:
    """Raise ``ForgedRequest`` for a change that does not carry the token of its visitor's session."""
    told = request.headers.get(TOKEN_HEADER) or (await request.form()).get(TOKEN_FIELD) or ""
    if not secrets.compare_digest(str(told).encode(), visitor.token.encode()):
        raise ForgedRequest("页面已过期，请刷新后再试", "this page is out of date: reload it and try again")


AnyVisitor = Annotated[Visitor, Depends(anybody)]
ReadingVisitor = Annotated[Visitor, Depends(needs(Role.READER))]
ReviewingVisitor = Annotated[Visitor, Depends(needs(Role.REVIEWER))]
AdministratingVisitor = Annotated[Visitor, Depends(needs(Role.ADMINISTRATOR))]
