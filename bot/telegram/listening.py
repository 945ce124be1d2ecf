"""What the bot listens on: Telegram's webhook, and a port of its own for health and metrics."""

import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

import tornado.web
from tornado.httpserver import HTTPServer

from bot.chat.desk import Desk
from bot.messages import say_both
from corpus.errors import UnusableSetting


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server listens; port 0 takes any that is free."""

    host: str
    port: int


def read_address(text: str, name: str) -> Address:
    """Return the address that ``host:port`` names; raises ``UnusableSetting`` that names the setting."""
    host, _, port = text.rpartition(":")
    if not (host and port.isascii() and port.isdecimal() and int(port) < 65536):
        raise UnusableSetting(*say_both("error.listen_address"), where=f"{name}={text!r}")
    return Address(host.strip("[]"), int(port))


def webhook_path(url: str, *, local: bool = False) -> str:
    """Return the path of a webhook's public address; raises ``UnusableSetting`` for one that Telegram refuses.

    A ``local`` Bot API server takes http:// as well.
    """
    parts = urlsplit(url)
    if (
        parts.scheme not in ({"http", "https"} if local else {"https"})
        or not parts.hostname
        or parts.query
        or parts.fragment
    ):
        raise UnusableSetting(*say_both("error.webhook_address"), where=f"--webhook {url}")
    return parts.path.lstrip("/")


class _Health(tornado.web.RequestHandler):
    """Says whether the bot works: its catalog answers."""

    def initialize(self, desk: Desk) -> None:
        self.desk = desk

    async def get(self) -> None:
        waiting = len(await self.desk.record(self.desk.store.inbox.pending))
        self.finish({"status": "ok", "bot": self.desk.name, "waiting": waiting})


class _Metrics(tornado.web.RequestHandler):
    """Gives the counters as Prometheus reads them."""

    def initialize(self, desk: Desk) -> None:
        self.desk = desk

    async def get(self) -> None:
        waiting = len(await self.desk.record(self.desk.store.inbox.pending))
        self.set_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        self.finish(self.desk.measures.exposition(waiting))


class HealthServer:
    """Serves ``/healthz`` and ``/metrics``; neither says anything of what was asked."""

    def __init__(self, desk: Desk, address: Address) -> None:
        """Listen on ``address``; raises ``UnusableSetting`` where that cannot be had."""
        routes = [(r"/healthz", _Health, {"desk": desk}), (r"/metrics", _Metrics, {"desk": desk})]
        self._server = HTTPServer(tornado.web.Application(routes, log_function=lambda _: None))
        try:
            family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
            held = socket.create_server((address.host, address.port), family=family)
        except OSError as error:
            told = say_both("error.cannot_listen", reason=error.strerror)
            raise UnusableSetting(*told, where=f"{address.host}:{address.port}") from error
        held.setblocking(False)
        self._server.add_sockets([held])
        self.port = int(held.getsockname()[1])

    async def stop(self) -> None:
        """Listen no more."""
        self._server.stop()
        await self._server.close_all_connections()
