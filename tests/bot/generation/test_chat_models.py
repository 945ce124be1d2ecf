"""Chat models over loopback: what a server does, as a person is told it."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from pydantic import SecretStr

from bot.generation.chat_models import LangChainModel, open_chat_model
from bot.settings import Settings
from corpus.errors import ModelFailure, UnusableSetting

pytestmark = pytest.mark.server

Send = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def serving(send: Send, seen: list[dict[str, Any]] | None = None) -> Iterator[str]:
    """A server on loopback that answers every request with ``send``; yields its base URL."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if seen is not None:
                seen.append({**body, "key": self.headers.get("Authorization"), "path": self.path})
            send(self)
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def event(content: str, reason: str | None = None) -> bytes:
    choice = {"index": 0, "delta": {"role": "assistant", "content": content}, "finish_reason": reason}
    shape = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
    return f"data: {json.dumps(shape)}\n\n".encode()


def streaming(*lines: bytes, status: int = 200) -> Send:
    def send(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Type", "text/event-stream")
        request.end_headers()
        for line in lines:
            request.wfile.write(line)

    return send


def model_at(url: str, timeout: float = 10) -> LangChainModel:
    return LangChainModel(
        Settings(llm="openai:m", llm_base_url=url, llm_api_key=SecretStr("k"), llm_timeout=timeout)
    )


WHOLE = (event("完成整改"), event("588个。[1]"), event("", "stop"), b"data: [DONE]\n\n")


def test_text_comes_in_pieces_and_the_request_is_what_an_endpoint_expects() -> None:
    seen: list[dict[str, Any]] = []
    with serving(streaming(*WHOLE), seen) as url:
        assert list(model_at(url).stream("rules", "question")) == ["完成整改", "588个。[1]"]
    (request,) = seen
    assert request["path"] == "/v1/chat/completions"
    assert request["model"] == "m"
    assert request["stream"] is True
    assert request["key"] == "Bearer k"
    assert [message["content"] for message in request["messages"]] == ["rules", "question"]


FAILURES = [
    ("rate-limited", streaming(b"{}", status=429), "请求过多"),
    ("key-refused", streaming(b"{}", status=401), "密钥"),
    ("server-error", streaming(b"{}", status=500), "中断"),
    ("empty", streaming(event("", "stop"), b"data: [DONE]\n\n"), "没有写出"),
    ("nothing", streaming(), "没有写出|中断"),
    ("cut-off", streaming(event("完成整改58"), event("", "length")), "没有写完"),
    ("broken-off", streaming(event("完成整改58")), "没有写完|中断"),
    ("malformed", streaming(event("完成"), b'data: {"choices": [{"del\n\n'), "中断"),
    ("not-the-protocol", streaming(b"data: [1, 2]\n\n"), "中断|没有写出"),
    ("html", streaming(b"<html>hello</html>"), "中断|没有写出"),
]


@pytest.mark.parametrize(("send", "told"), [row[1:] for row in FAILURES], ids=[row[0] for row in FAILURES])
def test_failure_is_one_error_with_its_reason(send: Send, told: str) -> None:
    with serving(send) as url, pytest.raises(ModelFailure, match=told):
        list(model_at(url).stream("rules", "question"))


def test_refused_connection_is_a_failure() -> None:
    with serving(streaming()) as url:
        pass
    with pytest.raises(ModelFailure, match="连不上"):
        list(model_at(url).stream("rules", "question"))


def test_silence_is_a_failure_after_the_time_that_was_set() -> None:
    release = threading.Event()

    def hold(request: BaseHTTPRequestHandler) -> None:
        streaming(event("完成"))(request)
        release.wait(10)

    with serving(hold) as url:
        try:
            with pytest.raises(ModelFailure, match=r"限定时间|中断"):
                list(model_at(url, timeout=0.3).stream("rules", "question"))
        finally:
            release.set()


def test_trickle_is_a_failure_after_the_time_that_was_set() -> None:
    release = threading.Event()

    def trickle(request: BaseHTTPRequestHandler) -> None:
        streaming()(request)
        while not release.wait(0.1):
            try:
                request.wfile.write(event("一"))
            except OSError:
                return

    with serving(trickle) as url:
        try:
            with pytest.raises(ModelFailure, match="限定时间"):
                list(model_at(url, timeout=0.5).stream("rules", "question"))
        finally:
            release.set()


ENDLESS = [
    ("long", [event("".join(map(str, range(1000 * k, 1000 * k + 250)))) for k in range(12)]),
    ("in a circle", [event("区委办反馈问题12个，已整改8个，未完成4个，正在整改的限期三个月内办结。")] * 12),
]


@pytest.mark.parametrize("pieces", [row[1] for row in ENDLESS], ids=[row[0] for row in ENDLESS])
def test_endless_answer_is_stopped(pieces: list[bytes]) -> None:
    told: list[str] = []
    with serving(streaming(*pieces, event("", "stop"))) as url, pytest.raises(ModelFailure, match="不停"):
        told.extend(model_at(url).stream("rules", "question"))
    assert len(told) < len(pieces)


def test_what_is_said_of_several_may_be_alike() -> None:
    rows = [
        f"{name}反馈问题12个，已完成整改12个，整改完成率100%，群众满意率为100%。"
        for name in "甲乙丙丁戊己庚辛"
    ]
    with serving(streaming(*map(event, rows), event("", "stop"))) as url:
        assert "".join(model_at(url).stream("rules", "question")) == "".join(rows)


def test_no_model_without_a_setting() -> None:
    assert open_chat_model(Settings()) is None


UNUSABLE = [
    ("no-such-provider", "nobody:model"),
    ("not-installed", "anthropic:claude"),
    ("no-provider", "model"),
]


@pytest.mark.parametrize("name", [row[1] for row in UNUSABLE], ids=[row[0] for row in UNUSABLE])
def test_unusable_name_is_told_with_what_would_do(name: str) -> None:
    with pytest.raises(UnusableSetting, match="HEDUI_LLM=" + name):
        open_chat_model(Settings(llm=name))


def test_address_alone_stands_for_an_openai_compatible_endpoint() -> None:
    with serving(streaming(*WHOLE)) as url:
        model = open_chat_model(Settings(llm="qwen-plus", llm_base_url=url))
        assert model is not None
        assert "".join(model.stream("rules", "question")) == "完成整改588个。[1]"


def test_ollama_is_made_from_its_extra() -> None:
    pytest.importorskip("langchain_ollama")
    model = open_chat_model(Settings(llm="ollama:qwen3", llm_base_url="http://127.0.0.1:9"))
    assert model is not None
    with pytest.raises(ModelFailure, match=r"连不上|中断"):
        list(model.stream("rules", "question"))
