"""A strict Bot API server on loopback: real HTTP, polling and webhook, and a record of all that was sent."""

import asyncio
import json
import math
import time
from dataclasses import dataclass, field
from typing import Any

import tornado.web
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from tests.bot.telegram.fake_rules import (
    ACTIONS,
    Parsed,
    Refusal,
    bad,
    check_commands,
    check_markup,
    check_results,
    check_webhook,
    parse_text,
    read_value,
)

TOKEN = "123456:FAKE-token-of-a-test"
BOT = {
    "id": 123456,
    "is_bot": True,
    "first_name": "核对",
    "username": "hedui_test_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": True,
}
LARGEST_FILE = 20 * 1024 * 1024


@dataclass(slots=True)
class Sent:
    """A message of the bot's as people see it now, and how it came about."""

    id: int
    chat: int
    parsed: Parsed
    markup: dict[str, Any] | None
    thread: int | None = None
    reply_to: int | None = None
    kind: str = "text"
    file: bytes = b""
    name: str = ""
    edits: int = 0
    deleted: bool = False
    at: float = field(default_factory=time.monotonic)
    changed: float = 0.0

    @property
    def text(self) -> str:
        return self.parsed.text

    def covered(self, tag: str) -> list[str]:
        """The texts that carry a tag."""
        return [text for name, text, _ in self.parsed.entities if name == tag]

    def buttons(self) -> dict[str, str]:
        """The buttons under it: label to callback data or address."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        return {
            button["text"]: button.get("callback_data") or button.get("url", "")
            for row in rows
            for button in row
        }


class FakeApi:
    """The server; ``start`` it, drive it with ``tests.bot.telegram.people``, read ``sent``."""

    def __init__(self) -> None:
        self.sent: list[Sent] = []
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.refusals: list[tuple[str, Refusal]] = []
        self.commands: dict[tuple[str, str], list[str]] = {}
        self.callback_answers: dict[str, dict[str, Any]] = {}
        self.inline_answers: dict[str, list[dict[str, Any]]] = {}
        self.drafts: list[tuple[int, int, str]] = []
        self.files: dict[str, bytes] = {}
        self.chats: dict[int, dict[str, Any]] = {}
        self.blocked_by: set[int] = set()
        self.muted_in: set[int] = set()
        self.moved: dict[int, int] = {}
        self.topics: set[tuple[int, int | None]] = set()
        self.floods: list[tuple[str, int, int]] = []
        self.full: dict[int, float] = {}
        self.delay = 0.0
        self.fail: set[str] = set()
        self.unknown: set[str] = set()  # methods that this server does not have
        self.odd: dict[str, tuple[int, bytes]] = {}  # what a method answers instead: status and body
        self.confirmed = 0
        self.webhook: dict[str, Any] = {}
        self.webhook_target = ""
        self.pending: dict[int, dict[str, Any]] = {}
        self.allowed: list[str] = []
        self.insists = False  # on updates that the bot did not ask for
        self._updates = 1000
        self._messages = 100
        self._arrived = asyncio.Event()
        self._changed = asyncio.Condition()
        self._poll = 0
        self._server: HTTPServer | None = None
        self.address = ""

    async def start(self) -> None:
        sockets = bind_sockets(0, "127.0.0.1")
        self._server = HTTPServer(
            tornado.web.Application(
                [
                    (r"/bot([^/]+)/(\w+)", _Method, {"api": self}),
                    (r"/file/bot([^/]+)/(.+)", _File, {"api": self}),
                ],
                log_function=lambda _: None,
            )
        )
        self._server.add_sockets(sockets)
        self.address = f"http://127.0.0.1:{sockets[0].getsockname()[1]}"

    async def stop(self) -> None:
        if self._server:
            self._server.stop()
            self._poll += 1
            self._arrived.set()
            await self._server.close_all_connections()

    # What tests do

    def next_message(self) -> int:
        self._messages += 1
        return self._messages

    async def push(self, **content: Any) -> int:
        """Let an update happen and return its id: by webhook where one is set, else for the next poll."""
        self._updates += 1
        update = {"update_id": self._updates, **content}
        for one in content.values():
            if isinstance(one, dict) and one.get("is_topic_message"):
                self.topics.add((one["chat"]["id"], one["message_thread_id"]))
        self.pending[self._updates] = update
        self._arrived.set()
        if self.webhook.get("url"):
            await self._deliver(update)
        return int(update["update_id"])

    def flood(self, method: str, chat: int, retry_after: int) -> None:
        """Refuse the next call of a method for a chat with a flood limit."""
        self.floods.append((method, chat, retry_after))

    def fill(self, chat: int, seconds: float) -> None:
        """Refuse all messages and edits in a chat for so long, as Telegram does once too many were sent."""
        self.full[chat] = time.monotonic() + seconds

    @property
    def last_update(self) -> int:
        """The id of the update that happened last."""
        return self._updates

    def of(self, chat: int) -> list[Sent]:
        """The messages of a chat that were not deleted."""
        return [one for one in self.sent if one.chat == chat and not one.deleted]

    def unseen(self) -> bool:
        """Whether something happened that the bot has not confirmed to have received."""
        return any(number >= self.confirmed for number in self.pending)

    async def wait_for(self, what: Any, seconds: float = 15.0) -> Any:
        """Wait until ``what()`` is true and return it."""
        async with asyncio.timeout(seconds):
            while not (found := what()):
                async with self._changed:
                    try:
                        await asyncio.wait_for(self._changed.wait(), 0.2)
                    except TimeoutError:
                        continue
        return found

    # What the bot does

    async def call(self, method: str, data: dict[str, Any], files: dict[str, tuple[str, bytes]]) -> Any:
        self.calls.append((method, data))
        handler = getattr(self, f"on_{method}", None)
        if handler is None or method in self.unknown:
            raise Refusal(404, "Not Found: method not found")
        if method in self.fail:
            raise Refusal(502, "Bad Gateway")
        self._check_flood(method, data)
        if method != "getUpdates" and self.delay:
            await asyncio.sleep(self.delay)
        result = handler(data, files)
        if asyncio.iscoroutine(result):
            result = await result
        async with self._changed:
            self._changed.notify_all()
        return result

    def _check_flood(self, method: str, data: dict[str, Any]) -> None:
        for flood in self.floods:
            if flood[:2] == (method, data.get("chat_id")):
                self.floods.remove(flood)
                raise Refusal(429, f"Too Many Requests: retry after {flood[2]}", retry_after=flood[2])

    def on_getMe(self, data: dict[str, Any], files: Any) -> Any:  # noqa: N802
        return BOT

    async def on_getUpdates(self, data: dict[str, Any], files: Any) -> Any:  # noqa: N802
        if self.webhook.get("url"):
            raise Refusal(409, "Conflict: can't use getUpdates method while webhook is active")
        if "allowed_updates" in data:
            self.allowed = data["allowed_updates"]
        offset = data.get("offset", 0)
        self.confirmed = max(self.confirmed, offset)
        for number in [number for number in self.pending if number < offset]:
            del self.pending[number]
        self._poll += 1
        mine, until = self._poll, time.monotonic() + min(data.get("timeout", 0), 5)
        while time.monotonic() < until and not self._ready() and mine == self._poll:
            self._arrived.clear()
            try:
                await asyncio.wait_for(self._arrived.wait(), max(0.01, until - time.monotonic()))
            except TimeoutError:
                break
        if mine != self._poll:
            raise Refusal(409, "Conflict: terminated by other getUpdates request")
        return self._ready()[: data.get("limit", 100)]

    def _ready(self) -> list[dict[str, Any]]:
        return [
            update
            for _, update in sorted(self.pending.items())
            if self.insists or not self.allowed or any(name in self.allowed for name in update)
        ]

    def on_setWebhook(self, data: dict[str, Any], files: Any) -> Any:  # noqa: N802
        check_webhook(data)
        self.webhook = data
        return True

    def on_deleteWebhook(self, data: dict[str, Any], files: Any) -> Any:  # noqa: N802
        self.webhook = {}
        return True

    async def _deliver(self, update: dict[str, Any]) -> None:
        """Post an update to the webhook until it is taken, as Telegram does, through the test's proxy."""
        headers = {"Content-Type": "application/json"}
        if secret := self.webhook.get("secret_token"):
            headers["X-Telegram-Bot-Api-Secret-Token"] = secret
        request = HTTPRequest(self.webhook_target, "POST", headers=headers, body=json.dumps(update))
        for _ in range(20):
            try:
                await AsyncHTTPClient().fetch(request)
            except (HTTPClientError, OSError):
                await asyncio.sleep(0.1)
                continue
            self.pending.pop(update["update_id"], None)
            return
        raise AssertionError("the webhook takes no updates")

    def on_setMyCommands(self, data: dict[str, Any], files: Any) -> Any:  # noqa: N802
        check_commands(data["commands"])
        names = [command["command"] for command in data["commands"]]
        scope = data.get("scope") or {"type": "default"}
        if scope.get("chat_id", next(iter(self.chats), 0)) not in {0, *self.chats}:
            raise bad("chat not found")
        key = f"{scope['type']}:{scope['chat_id']}" if "chat_id" in scope else scope["type"]
        self.commands[key, data.get("language_code", "")] = names
        return True

    def on_sendMessage(self, data: dict[str, Any], files: Any) -> Any:  # noqa: N802
        parsed = parse_text(data["text"], data.get("parse_mode"))
        return self._send(data, parsed)

    def on_sendDocument(self, data: dict[str, Any], files: dict[str, tuple[str, bytes]]) -> Any:  # noqa: N802
        return self._send_file("document", data, files)

    def on_sendPhoto(self, data: dict[str, Any], files: dict[str, tuple[str, bytes]]) -> Any:  # noqa: N802
        return self._send_file("photo", data, files)

    def _send_file(self, kind: str, data: dict[str, Any], files: dict[str, tuple[str, bytes]]) -> Any:
        if not files:
            raise bad("wrong file identifier/HTTP URL specified")
        parsed = parse_text(data.get("caption", ""), data.get("parse_mode"), 1024, caption=True)
        name, body = next(iter(files.values()))
        if kind == "photo" and not body.startswith(b"\x89PNG"):
            raise bad("IMAGE_PROCESS_FAILED")
        return self._send(data, parsed, kind=kind, file=body, name=name)

    def _send(self, data: dict[str, Any], parsed: Parsed, **more: Any) -> Any:
        chat = data["chat_id"]
        if chat not in self.chats:
            raise bad("chat not found")
        self._check_open(chat)
        check_markup(data.get("reply_markup"))
        reply = (data.get("reply_parameters") or {}).get("message_id")
        if reply is not None and reply > self._messages:
            raise bad("message to be replied not found")
        if (chat, data.get("message_thread_id")) not in self.topics | {(chat, None)}:
            raise bad("message thread not found")
        sent = Sent(
            self.next_message(),
            chat,
            parsed,
            data.get("reply_markup"),
            data.get("message_thread_id"),
            reply,
            **more,
        )
        self.sent.append(sent)
        return self._shape(sent)

    def _check_open(self, chat: int) -> None:
        """Refuse what is for a chat that does not take the bot's messages, or not so many."""
        if chat in self.moved:
            to = self.moved[chat]
            raise Refusal(
                400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=to
            )
        if chat in self.blocked_by:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        if chat in self.muted_in:
            raise bad("not enough rights to send text messages to the chat")
        wait = self.full.get(chat, 0.0) - time.monotonic()
        if wait > 0:
            seconds = math.ceil(wait)
            raise Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)

    def _shape(self, sent: Sent) -> dict[str, Any]:
        shape: dict[str, Any] = {
            "message_id": sent.id,
            "date": 1_790_000_000,
            "chat": self.chats[sent.chat],
            "from": BOT,
        }
        if sent.thread:
            shape |= {"message_thread_id": sent.thread, "is_topic_message": True}
        if sent.kind == "text":
            return shape | {"text": sent.text}
        file = {"file_id": f"sent{sent.id}", "file_unique_id": f"u{sent.id}"}
        if sent.kind == "photo":
            return shape | {"photo": [file | {"width": 1, "height": 1}]}
        return shape | {"document": file | {"file_name": sent.name}}

    def on_editMessageText(self, data: dict[str, Any], files: Any) -> Any:  # noqa: N802
        sent = self._mine(data)
        if sent.kind != "text":
            raise bad("there is no text in the message to edit")
        parsed = parse_text(data["text"], data.get("parse_mode"))
        check_markup(data.get("reply_markup"))
        if parsed == sent.parsed and (data.get("reply_markup") or None) == (sent.markup or None):
            raise bad(
                "message is not modified: specified new message content and reply markup are exactly the same"
            )
        sent.parsed, sent.markup, sent.edits = parsed, data.get("reply_markup"), sent.edits + 1
        sent.changed = time.monotonic()
        return self._shape(sent)

    def on_editMessageReplyMarkup(self, data: dict[str, Any], files: Any) -> Any:  # noqa: N802
        sent = self._mine(data)
        check_markup(data.get("reply_markup"))
        if (data.get("reply_markup") or None) == (sent.markup or None):
            raise bad(
                "message is not modified: specified new message content and reply markup are exactly the same"
            )
        sent.markup = data.get("reply_markup")
        return self._shape(sent)

    def _mine(self, data: dict[str, Any]) -> Sent:
        self._check_open(data["chat_id"])
        for sent in self.of(data["chat_id"]):
            if sent.id == data["message_id"]:
                return sent
        if any(one.id == data["message_id"] for one in self.sent) or data["message_id"] > self._messages:
            raise bad("message to edit not found")
        raise bad("message can't be edited")

    def on_deleteMessage(self, data: dict[str, Any], files: Any) -> Any:  # noqa: N802
        self._mine(data).deleted = True
        return True

    def on_sendMessageDraft(self, data: dict[str, Any], files: Any) -> Any:  # noqa: N802
        if data["chat_id"] < 0 or data["chat_id"] not in self.chats:
            raise bad("drafts are for private chats")
        if not isinstance(data["draft_id"], int) or not data["draft_id"]:
            raise bad("DRAFT_ID_INVALID")
        text = parse_text(data["text"], data.get("parse_mode")).text if data.get("text") else ""
        self.drafts.append((data["chat_id"], data["draft_id"], text))
        return True

    def on_sendChatAction(self, data: dict[str, Any], files: Any) -> Any:  # noqa: N802
        if data["chat_id"] not in self.chats:
            raise bad("chat not found")
        if data["action"] not in ACTIONS:
            raise bad("wrong parameter action in request")
        self._check_open(data["chat_id"])
        return True

    def on_answerCallbackQuery(self, data: dict[str, Any], files: Any) -> Any:  # noqa: N802
        if data["callback_query_id"] in self.callback_answers or not data["callback_query_id"].startswith(
            "cb"
        ):
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if len(data.get("text", "")) > 200:
            raise bad("MESSAGE_TOO_LONG")
        self.callback_answers[data["callback_query_id"]] = data
        return True

    def on_answerInlineQuery(self, data: dict[str, Any], files: Any) -> Any:  # noqa: N802
        key = data["inline_query_id"]
        if key in self.inline_answers or not key.startswith("iq"):
            raise bad("query is too old and response timeout expired or query ID is invalid")
        check_results(results := data["results"])
        self.inline_answers[data["inline_query_id"]] = results
        return True

    def on_getFile(self, data: dict[str, Any], files: Any) -> Any:  # noqa: N802
        body = self.files.get(data["file_id"])
        if body is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        if len(body) > LARGEST_FILE:
            raise bad("file is too big")
        return {
            "file_id": data["file_id"],
            "file_unique_id": "u",
            "file_path": f"documents/{data['file_id']}",
        }

    def on_leaveChat(self, data: dict[str, Any], files: Any) -> Any:  # noqa: N802
        return True


class _Method(tornado.web.RequestHandler):
    """One call of a method, as a form or in parts."""

    def initialize(self, api: FakeApi) -> None:
        self.api = api

    async def post(self, token: str, method: str) -> None:
        if method in self.api.odd:
            status, body = self.api.odd[method]
            self.set_status(status)
            self.finish(body)
            return
        data = {name: read_value(values[-1].decode()) for name, values in self.request.body_arguments.items()}
        for name in ("text", "caption"):  # a text that happens to be JSON is a text
            if name in self.request.body_arguments:
                data[name] = self.request.body_arguments[name][-1].decode()
        files = {name: (held[0]["filename"], held[0]["body"]) for name, held in self.request.files.items()}
        try:
            if token != TOKEN:
                raise Refusal(401, "Unauthorized")
            result = await self.api.call(method, data, files)
        except Refusal as refusal:
            self.api.refusals.append((method, refusal))
            self.set_status(refusal.code)
            answer: dict[str, Any] = {
                "ok": False,
                "error_code": refusal.code,
                "description": refusal.description,
            }
            if refusal.parameters:
                answer["parameters"] = refusal.parameters
            self.finish(answer)
        else:
            self.finish({"ok": True, "result": result})


class _File(tornado.web.RequestHandler):
    """A file that somebody sent."""

    def initialize(self, api: FakeApi) -> None:
        self.api = api

    def get(self, token: str, path: str) -> None:
        body = self.api.files.get(path.rpartition("/")[2])
        if token != TOKEN or body is None:
            raise tornado.web.HTTPError(404)
        self.finish(body)
