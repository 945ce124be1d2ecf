"""The interface for programs as one router, to be served beside the pages."""

from typing import Any, Final

from fastapi import APIRouter
from fastapi.routing import APIRoute

from bot.web.api import asking, checking, library
from bot.web.api.shapes import ToldError

_REFUSALS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": ToldError} for status in (400, 401, 403, 404, 429)
}


def api_router() -> APIRouter:
    """Return the router of all under ``/api``; an operation's id is the name of its function."""
    router = APIRouter(prefix="/api", responses=_REFUSALS, generate_unique_id_function=_operation)
    for part in (asking, checking, library):
        router.include_router(part.router, tags=[part.__name__.rpartition(".")[2]])
    return router


def _operation(route: APIRoute) -> str:
    return route.name
