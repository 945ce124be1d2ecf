"""The application: a desk in, the pages of one department as an ASGI application out."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Final
from urllib.parse import urlsplit

from fastapi import APIRouter, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.sessions import SessionMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from bot.chat.desk import Desk
from bot.settings import Settings
from bot.web.pages import asking, checking, figures, people, reports, signing
from bot.web.responses import tell_error, tell_fields, tell_status
from bot.web.secret import session_secret
from bot.web.security import LimitedBody, SecureHeaders
from bot.web.site import Site, is_encrypted, public_url
from bot.web.templates import STATIC
from corpus.errors import HeduiError

SESSION_SECONDS: Final = 30 * 24 * 3600
"""How long somebody stays signed in after they last opened a page."""

_FORM_BYTES: Final = 1024 * 1024
"""What a body may have beside the file in it."""

PAGES: Final = (
    signing.signing_pages,
    asking.asking_pages,
    checking.checking_pages,
    reports.reports_pages,
    figures.figures_pages,
    people.people_pages,
)
"""The pages, in the order of their routes."""


def create_app(desk: Desk, routers: Sequence[APIRouter] = ()) -> FastAPI:
    """Return the application over a desk; ``routers`` are served besides, behind the same door."""
    settings = desk.settings
    site = Site(desk)
    app = FastAPI(
        title="Hedui",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        servers=[{"url": "/"}],
        lifespan=_lifespan,
    )
    app.state.site = site
    for router in PAGES:
        app.include_router(router, include_in_schema=False)
    for router in routers:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), "static")
    app.add_exception_handler(HeduiError, tell_error)
    app.add_exception_handler(HTTPException, tell_status)
    app.add_exception_handler(RequestValidationError, tell_fields)
    app.add_middleware(
        SessionMiddleware,
        secret_key=session_secret(settings.home),
        session_cookie="hedui",
        max_age=SESSION_SECONDS,
        same_site="lax",
        https_only=is_encrypted(settings),
    )
    app.add_middleware(LimitedBody, limit=settings.telegram_file_mb * 1024 * 1024 + _FORM_BYTES)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=known_hosts(settings))
    app.add_middleware(SecureHeaders)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    await app.state.site.open()
    try:
        yield
    finally:
        await app.state.site.close()


def known_hosts(settings: Settings) -> list[str]:
    """Return the names under which this server may be addressed; a page elsewhere cannot borrow another."""
    named = urlsplit(public_url(settings)).hostname or ""
    return sorted({named, settings.web_host, "localhost", "127.0.0.1"} - {""})
