"""Questions, passages and summaries by the interface of a started server."""

import json
from typing import Any

import pytest

from tests.bot.programs.started_server import StartedServer


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
    name, data = answer.text.strip().split("\n\n")[-1].split("\n")
    assert name == "event: answer"
    assert json.loads(data.removeprefix("data: "))["direct"]["raw"] == "12项"


@pytest.mark.parametrize(
    "body",
    [{}, {"question": ""}, {"question": "水" * 2001}, {"question": ["水"]}],
    ids=["nothing", "empty", "too long", "a list"],
)
def test_unusable_body_is_refused(server: StartedServer, body: dict[str, Any]) -> None:
    assert server.call("POST", "/ask", json=body).status_code == 422
