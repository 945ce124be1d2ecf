"""What every response and request is held to: headers that keep a page to this server, and the size of a body."""

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Nothing from another host, and no script or style that stands in a page."""

HEADERS: Final = {
    "content-security-policy": CONTENT_SECURITY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


class SecureHeaders:
    """Adds the headers to every response; what a page says of somebody's reports stands in no cache."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request."""

        async def send_secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", _caching(scope))
            await send(message)

        await self._app(scope, receive, send_secured if scope["type"] == "http" else send)


def _caching(scope: Scope) -> str:
    """Return how long a response may be kept: a script or style sheet until it is asked for again, a page never."""
    return "no-cache" if scope.get("path", "").startswith("/static/") else "no-store"


class BodyTooLarge(Exception):
    """A body that grew over the limit while it was received."""


class LimitedBody:
    """Refuses bodies of more than ``limit`` bytes, by what they say of themselves or once they are."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        received, begun = 0, False

        async def receive_limited() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._limit:
                raise BodyTooLarge
            return message

        async def send_noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            if _declared(scope) > self._limit:
                raise BodyTooLarge
            await self._app(scope, receive_limited, send_noted)
        except BodyTooLarge:
            if not begun:
                await _refuse_body(send)


def _declared(scope: Scope) -> int:
    """Return the length that a request says its body has, 0 where it says none."""
    told = dict(scope["headers"]).get(b"content-length", b"")
    return int(told) if told.isdigit() else 0


async def _refuse_body(send: Send) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": "文件太大 / the file is too large\n".encode()})
