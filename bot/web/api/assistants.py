"""The tools for assistants under ``/mcp``: the same tokens and roles as ``/api``."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import APIRouter, FastAPI
from mcp.server.mcpserver import Context
from mcp.server.transport_security import TransportSecuritySettings
from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.chat.desk import Desk
from bot.chat.roles import Role
from bot.messages import say_both
from bot.programs.mcp_server import mcp_server
from bot.programs.tools import Tools
from bot.web.api.access import program_of


def assistants_router(desk: Desk) -> APIRouter:
    """Return the router of ``/mcp`` over a desk."""

    async def person(context: Context[Any, Any], needed: Role) -> str:
        return await program_of(desk, _token(Headers(dict(context.headers or {}))), needed)

    server = mcp_server(Tools(desk), person)
    # The application knows its own hosts and refuses others before this is reached.
    security = TransportSecuritySettings(enable_dns_rebinding_protection=False)
    server.streamable_http_app(stateless_http=True, json_response=True, transport_security=security)
    manager = server.session_manager

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with manager.run():
            yield

    async def handle(scope: Scope, receive: Receive, send: Send) -> None:
        await manager.handle_request(scope, receive, send)

    router = APIRouter(lifespan=lifespan)
    router.routes.append(Route("/mcp", AssistantsDoor(desk, handle), include_in_schema=False))
    return router


class AssistantsDoor:
    """Lets a request through that brings a token which holds."""

    def __init__(self, desk: Desk, app: Any) -> None:
        self._desk = desk
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request."""
        token = _token(Headers(scope=scope))
        if await self._desk.record(self._desk.store.tokens.of, token) is None:
            told = JSONResponse({"error": " / ".join(say_both("error.no_token_of_program"))}, 401)
            await told(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _token(headers: Headers) -> str:
    """Return the token that a request brings, "" for none."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
