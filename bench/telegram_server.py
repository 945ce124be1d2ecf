"""A Bot API server for measuring: updates out by long polling, messages in, each with the time it came.

The strict one, which refuses what Telegram refuses, is in the tests; this one only counts and waits.
"""

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import Any

import tornado.web
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

TOKEN = "1:bench"
BOT = {"id": 1, "is_bot": True, "first_name": "核对", "username": "hedui_bench_bot"}
LATENCY = 0.05
"""Seconds that each call takes, about what Telegram's own servers take."""


@dataclass(slots=True)
class Held:
    """A message of the bot's: its text now, which message it answers, and when it got that text."""

    chat: int
    reply_to: int
    text: str
    at: float


@dataclass(slots=True)
class BotApi:
    """What has happened and what the bot said of it."""

    updates: dict[int, dict[str, Any]] = field(default_factory=dict)
    messages: dict[int, Held] = field(default_factory=dict)
    asked: dict[int, tuple[int, float]] = field(default_factory=dict)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    last: int = 0

    def ask(self, person: int, text: str) -> int:
        """Let somebody ask; return their message's id."""
        self.last += 1
        number = self.last
        chat = {"id": person, "type": "private", "first_name": str(person)}
        message = {
            "message_id": number,
            "date": 1_790_000_000,
            "chat": chat,
            "from": {"id": person, "is_bot": False, "first_name": str(person), "language_code": "zh"},
            "text": text,
        }
        self.updates[number] = {"update_id": number, "message": message}
        self.asked[number] = (person, time.monotonic())
        self.arrived.set()
        return number

    async def call(self, method: str, data: dict[str, Any]) -> Any:
        """Do what a method does."""
        if method == "getMe":
            return BOT
        if method == "getUpdates":
            return await self._updates(int(data.get("offset", 0)), float(data.get("timeout", 0)))
        await asyncio.sleep(LATENCY)
        if method == "sendMessage":
            self.last += 1
            reply = json.loads(data.get("reply_parameters", "{}")).get("message_id", 0)
            self.messages[self.last] = Held(int(data["chat_id"]), reply, data["text"], time.monotonic())
            return self._shape(self.last)
        if method == "editMessageText":
            held = self.messages[int(data["message_id"])]
            held.text, held.at = data["text"], time.monotonic()
            return self._shape(int(data["message_id"]))
        return True

    async def _updates(self, offset: int, timeout: float) -> list[dict[str, Any]]:
        for number in [number for number in self.updates if number < offset]:
            del self.updates[number]
        until = time.monotonic() + min(timeout, 2)
        while not self.updates and time.monotonic() < until:
            self.arrived.clear()
            try:
                await asyncio.wait_for(self.arrived.wait(), max(0.01, until - time.monotonic()))
            except TimeoutError:
                break
        return [self.updates[number] for number in sorted(self.updates)[:100]]

    def _shape(self, number: int) -> dict[str, Any]:
        held = self.messages[number]
        chat = {"id": held.chat, "type": "private", "first_name": str(held.chat)}
        return {"message_id": number, "date": 1_790_000_000, "chat": chat, "from": BOT, "text": "…"}

    def answers(self, waiting: str) -> dict[int, list[Held]]:
        """Return the answers to each question; a message that still says ``waiting`` is none."""
        found: dict[int, list[Held]] = {number: [] for number in self.asked}
        for held in self.messages.values():
            if held.text != waiting and held.reply_to in found:
                found[held.reply_to].append(held)
        return found


class _Method(tornado.web.RequestHandler):
    def initialize(self, api: BotApi) -> None:
        self.api = api

    async def post(self, _: str, method: str) -> None:
        data = {name: values[-1].decode() for name, values in self.request.body_arguments.items()}
        self.finish({"ok": True, "result": await self.api.call(method, data)})


def serve(api: BotApi) -> str:
    """Serve on a free port of this machine; return the address."""
    sockets = bind_sockets(0, "127.0.0.1")
    routes = [(r"/bot([^/]+)/(\w+)", _Method, {"api": api})]
    HTTPServer(tornado.web.Application(routes, log_function=lambda _: None)).add_sockets(sockets)
    return f"http://127.0.0.1:{sockets[0].getsockname()[1]}"
