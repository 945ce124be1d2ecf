"""Responses: pages, parts of pages, and what stopped a request said in a page."""

from typing import Any, Final

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from bot.messages import say
from bot.programs.arguments import argument_fault
from bot.web.api.access import AskedTooOften
from bot.web.site import Site, site_of
from bot.web.visitors import ForgedRequest, RoleNeeded, SignInNeeded, Visitor, visitor_of
from corpus.errors import HeduiError, NotFound


def page(request: Request, visitor: Visitor, name: str, status: int = 200, **values: Any) -> HTMLResponse:
    """Return a page, or a part of one, from its template."""
    told = {"path": request.url.path, **values}
    return HTMLResponse(site_of(request).templates.render(name, visitor, told), status)


def part(site: Site, visitor: Visitor, name: str, **values: Any) -> str:
    """Return a part of a page that a script puts in."""
    return site.templates.render(name, visitor, values)


EVENT_STREAM: Final = "text/event-stream"
"""The media type of a stream of events."""


def event(name: str, data: str) -> str:
    """Return an event of a stream; ``data`` has no line breaks."""
    return f"event: {name}\ndata: {data}\n\n"


def streamed(request: Request) -> bool:
    """Whether a script of ours asks, which puts what comes into the page that is open."""
    return request.headers.get("x-hedui") == "script"


def see(path: str) -> RedirectResponse:
    """Send the browser to another page after a change, which a reload does not repeat."""
    return RedirectResponse(path, 303)


def wants_page(request: Request) -> bool:
    """Whether a browser asks for a page: a script of ours, or a program, says what it takes instead."""
    return "text/html" in request.headers.get("accept", "") and not request.url.path.startswith("/api/")


STATUSES: dict[type[HeduiError], int] = {
    SignInNeeded: 401,
    RoleNeeded: 403,
    ForgedRequest: 403,
    NotFound: 404,
    AskedTooOften: 429,
}
"""The status of an error's response; of any other it is 400."""


async def tell_error(request: Request, error: Exception) -> Response:
    """Say in one sentence what stopped a request; who is not signed in is shown the door."""
    assert isinstance(error, HeduiError)
    visitor = await visitor_of(request)
    if isinstance(error, SignInNeeded) and wants_page(request) and request.method == "GET":
        return see("/sign-in")
    status = next((status for kind, status in STATUSES.items() if isinstance(error, kind)), 400)
    return _told(request, visitor, status, error.in_language(visitor.language))


async def tell_status(request: Request, error: Exception) -> Response:
    """Say that there is no such page, or whatever else the server refused."""
    assert isinstance(error, HTTPException)
    visitor = await visitor_of(request)
    key = "no_page" if error.status_code == 404 else "refused"
    return _told(request, visitor, error.status_code, say(f"web.{key}", visitor.language))


async def tell_fields(request: Request, error: Exception) -> Response:
    """Say which field of a request is missing or cannot be used."""
    assert isinstance(error, RequestValidationError)
    visitor = await visitor_of(request)
    return _told(request, visitor, 422, argument_fault(error.errors()).in_language(visitor.language))


def _told(request: Request, visitor: Visitor, status: int, text: str) -> Response:
    if wants_page(request):
        return page(request, visitor, "error.html", status, text=text)
    return JSONResponse({"error": text}, status)
