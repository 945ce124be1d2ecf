"""The interface for programs as one router, to be served beside the pages."""

from typing import Any, Final

from fastapi import APIRouter
from fastapi.routing import APIRoute

from bot.web.api.asking import questions_router
from bot.web.api.checking import checks_router
from bot.web.api.library import library_router
from bot.web.api.shapes import ToldError

_REFUSALS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": ToldError} for status in (400, 401, 403, 404, 422, 429)
}


def api_router() -> APIRouter:
    """Return the router of all under ``/api``; an operation's id is the name of its function."""
    router = APIRouter(prefix="/api", responses=_REFUSALS, generate_unique_id_function=_operation)
    for part, tag in (
        (questions_router, "questions"),
        (checks_router, "checks"),
        (library_router, "library"),
    ):
        router.include_router(part, tags=[tag])
    return router


def _operation(route: APIRoute) -> str:
    return route.name
