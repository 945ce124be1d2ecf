"""An OpenAI-compatible server on loopback that writes fluent answers with lies in them, and breaks off."""

import json
import random
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Final

from bench.lying_sentences import Liar, Lie

MANNERS: Final = ("break", "malformed", "empty", "rate_limited", "cut_off", "error")
"""How a stream may go wrong: it breaks, is no JSON, says nothing, is refused with 429 or 500, or is cut off."""

_PASSAGE: Final = re.compile(r"<<<资料 \[(\d+)\]\n[^\n]*\n(.*?)\n资料>>>", re.DOTALL)
_MOST: Final = 6


class LyingServer:
    """Answers ``POST …/chat/completions``; keeps what it lied about until it is told to forget."""

    def __init__(self, liar: Liar, seed: int, breaking: float) -> None:
        self._liar = liar
        self._chance = random.Random(seed)
        self._breaking = breaking
        self.lies: list[Lie] = []
        self.truths: list[str] = []
        self.manner = ""
        self._last: Lie | None = None
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers.get("Content-Length", 0))
                server.answer(self, json.loads(self.rfile.read(length)))

            def log_message(self, *_: object) -> None:
                """Keep quiet."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._http.serve_forever, daemon=True)

    @property
    def url(self) -> str:
        """The address to give as the base URL."""
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    def __enter__(self) -> "LyingServer":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def forget(self) -> None:
        """Forget what the last answer lied about."""
        self.lies, self.truths, self.manner = [], [], ""

    def answer(self, request: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        """Answer one request: an answer with lies, or a repair that is as often as not a lie again."""
        prompt = str(body["messages"][-1]["content"])
        repairing = "没有通过核对" in prompt
        text = self._repair(prompt) if repairing else self._compose(prompt)
        manner = "whole"
        if self._chance.random() < self._breaking:
            manner = self._chance.choice(MANNERS)
        if not repairing:
            self.manner = manner
        _send(request, text, manner, self._chance)

    def _compose(self, prompt: str) -> str:
        """Write an answer from the passages of a prompt; every second sentence is a lie."""
        told = [
            (number, sentence)
            for number, passage in _PASSAGE.findall(prompt)
            for sentence in self._liar.sentences(passage)
        ]
        self._chance.shuffle(told)
        parts = []
        for place, (number, sentence) in enumerate(told[:_MOST]):
            if place % 2 and (lie := self._liar.lie(sentence, self._chance)):
                self.lies.append(lie)
                parts.append(f"{lie.sentence}[{number}]")
            else:
                self.truths.append(sentence)
                parts.append(f"{sentence}[{number}]")
        return "".join(parts) or "资料没有写明。"

    def _repair(self, prompt: str) -> str:
        """Write a sentence once more: the truth, the same lie, or another one."""
        wrong = next((lie for lie in self.lies if lie.sentence in prompt), None)
        number = (re.search(r"\[(\d+)\]", prompt) or ["", "1"])[1]
        if wrong is None:
            return "资料没有写明。"
        choice = self._chance.random()
        if choice < 0.3:
            return f"{wrong.original}[{number}]"
        other = self._liar.lie(wrong.original, self._chance) if choice > 0.6 else None
        if other is None:
            return f"{wrong.sentence}[{number}]"
        self.lies.append(other)
        return f"{other.sentence}[{number}]"


def _send(request: BaseHTTPRequestHandler, text: str, manner: str, chance: random.Random) -> None:
    """Send a text as a stream of small pieces, in one of the manners."""
    if manner in ("rate_limited", "error"):
        request.send_response(429 if manner == "rate_limited" else 500)
        request.send_header("Content-Type", "application/json")
        request.end_headers()
        request.wfile.write(b'{"error": {"message": "no", "type": "x"}}')
        return
    request.send_response(200)
    request.send_header("Content-Type", "text/event-stream")
    request.send_header("Connection", "close")
    request.end_headers()
    pieces = _cut(text, chance) if manner != "empty" else []
    stop = chance.randint(0, len(pieces)) if manner in ("break", "malformed") else len(pieces)
    for piece in pieces[:stop]:
        request.wfile.write(_event({"content": piece}, None))
    if manner == "malformed":
        request.wfile.write(b'data: {"choices": [{"delta": {"content": "58\n\n')
    if manner in ("break", "malformed"):
        request.close_connection = True
        return
    request.wfile.write(_event({}, "length" if manner == "cut_off" else "stop"))
    request.wfile.write(b"data: [DONE]\n\n")
    request.close_connection = True


def _cut(text: str, chance: random.Random) -> list[str]:
    pieces = []
    while text:
        size = chance.randint(1, 12)
        pieces.append(text[:size])
        text = text[size:]
    return pieces


def _event(delta: dict[str, str], reason: str | None) -> bytes:
    shape = {
        "id": "1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "liar",
        "choices": [{"index": 0, "delta": {"role": "assistant", **delta}, "finish_reason": reason}],
    }
    return f"data: {json.dumps(shape, ensure_ascii=False)}\n\n".encode()
