"""Questions, passages and summaries by the interface of a started server."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.bot.chat.handlers.test_questions import Teller
from tests.bot.programs.started_server import StartedServer, started


def test_question_is_answered_and_a_session_goes_on(server: StartedServer) -> None:
    first = server.call("POST", "/ask", json={"question": "临江市水务局修订制度多少项？", "session": "一"})
    assert first.status_code == 200
    assert first.json()["direct"]["raw"] == "12项"
    assert first.json()["citations"][0]["report"] == "water"
    second = server.call("POST", "/ask", json={"question": "废止了多少项？", "session": "一"})
    assert second.json()["direct"]["raw"] == "3项"


def test_answer_is_streamed_as_events(server: StartedServer) -> None:
    body = {"question": "临江市水务局修订制度多少项？"}
    answer = server.call("POST", "/ask/stream", json=body)
    assert answer.headers["content-type"].startswith("text/event-stream")
    (told,) = events(answer.text)
    assert told[0] == "answer"
    assert told[1]["direct"]["raw"] == "12项"


def test_what_a_model_writes_is_told_as_it_was_checked(tmp_path: Path) -> None:
    body = {"question": "临江市水务局修订了多少项制度？"}
    with started(tmp_path, Teller()) as server:
        *parts, answer = events(server.call("POST", "/ask/stream", json=body).text)
    assert {name for name, _ in parts} == {"part"}
    told = "".join(shape["text"] for _, shape in parts)
    assert "修订制度12项" in told
    assert "废止制度9项。" not in told
    assert answer[0] == "answer"
    assert answer[1]["answer"].startswith(told[:10])


def test_what_stops_an_answer_is_an_event(server: StartedServer) -> None:
    ((name, shape),) = events(server.call("POST", "/ask/stream", json={"question": " "}).text)
    assert name == "error"
    assert shape["error"]


def events(text: str) -> list[tuple[str, dict[str, Any]]]:
    """The server-sent events of a response: their names and what they say."""
    rows = (event.split("\n") for event in text.strip().split("\n\n"))
    return [(name.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for name, data in rows]


@pytest.mark.parametrize(
    "body",
    [{}, {"question": ""}, {"question": "水" * 2001}, {"question": ["水"]}],
    ids=["nothing", "empty", "too long", "a list"],
)
def test_unusable_body_is_refused(server: StartedServer, body: dict[str, Any]) -> None:
    answer = server.call("POST", "/ask", json=body)
    assert answer.status_code == 422
    assert list(answer.json()) == ["error"]
    assert "question" in answer.json()["error"]
