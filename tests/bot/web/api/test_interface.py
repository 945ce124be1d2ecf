"""The interface for programs over a started server: its description, its answers, its refusals."""

import json
from typing import Any

import httpx
import pytest

from bot.chat.roles import Role
from tests.bot.programs.started_server import StartedServer
from tests.checker.annotation.test_word_replies import checked, replied

DRAFT = "临江市水务局修订制度13项，废止制度3项。"


@pytest.fixture(scope="module")
def description(server: StartedServer) -> dict[str, Any]:
    shape: dict[str, Any] = httpx.get(f"{server.url}/api/openapi.json").json()
    return shape


def call(
    server: StartedServer, method: str, path: str, role: Role = Role.READER, **more: Any
) -> httpx.Response:
    """Ask the interface as a program of a role."""
    return httpx.request(method, f"{server.url}/api{path}", headers=server.headers(role), timeout=60, **more)


def test_description_names_every_operation_and_no_page(description: dict[str, Any]) -> None:
    assert description["openapi"].startswith("3.1")
    assert all(path.startswith("/api/") for path in description["paths"])
    operations = [one for path in description["paths"].values() for one in path.values()]
    names = [one["operationId"] for one in operations]
    assert len(set(names)) == len(names)
    assert {"ask", "check", "decide", "find_figures", "add_report"} <= set(names)
    assert all(one["security"] and one["description"] for one in operations)


def test_question_is_answered_and_a_session_goes_on(server: StartedServer) -> None:
    first = call(server, "POST", "/ask", json={"question": "临江市水务局修订制度多少项？", "session": "一"})
    assert first.status_code == 200
    assert first.json()["direct"]["raw"] == "12项"
    assert first.json()["citations"][0]["report"] == "water"
    second = call(server, "POST", "/ask", json={"question": "废止了多少项？", "session": "一"})
    assert second.json()["direct"]["raw"] == "3项"


def test_answer_is_streamed_as_events(server: StartedServer) -> None:
    body = {"question": "临江市水务局修订制度多少项？"}
    answer = call(server, "POST", "/ask/stream", json=body)
    assert answer.headers["content-type"].startswith("text/event-stream")
    name, data = answer.text.strip().split("\n\n")[-1].split("\n")
    assert name == "event: answer"
    assert json.loads(data.removeprefix("data: "))["direct"]["raw"] == "12项"


def test_draft_is_checked_and_decided_on(server: StartedServer) -> None:
    made = call(server, "POST", "/checks", Role.REVIEWER, json={"text": DRAFT, "name": "稿.txt"}).json()
    assert [(one["raw"], one["verdict"]) for one in made["findings"]] == [
        ("13项", "contradicted"),
        ("3项", "supported"),
    ]
    assert made["needs_person"]
    place = f"/checks/{made['check']}"
    wish = {"number": 1, "choice": "reject", "note": "以台账为准"}
    decided = call(server, "POST", f"{place}/decisions", Role.REVIEWER, json=wish)
    assert decided.json()["by"] == "api:reviewer的程序"
    again = call(server, "GET", place, Role.REVIEWER).json()
    assert again["findings"][0]["decision"]["choice"] == "reject"
    assert not again["needs_person"]
    next_version = call(server, "POST", "/checks", Role.REVIEWER, json={"text": f"{DRAFT}特此说明。"}).json()
    assert next_version["findings"][0]["decision"]["note"] == "以台账为准"
    assert "decision" not in next_version["findings"][1]


def test_check_is_of_who_asked_for_it(server: StartedServer) -> None:
    made = call(server, "POST", "/checks", Role.REVIEWER, json={"text": DRAFT}).json()
    assert call(server, "GET", f"/checks/{made['check']}", Role.ADMINISTRATOR).status_code == 404


def test_file_is_checked_and_replies_in_word_are_read_back(server: StartedServer) -> None:
    data = replied(checked(), [(1, "不同意")])
    made = call(server, "POST", "/checks/file", Role.REVIEWER, files={"file": ("稿.docx", data)}).json()
    assert made["findings"][2]["decision"]["by"] == "word:李明"


def test_check_is_against_the_reports_that_are_named(server: StartedServer) -> None:
    body = {"text": "云溪大学制定措施118条。", "reports": ["water"]}
    (finding,) = call(server, "POST", "/checks", Role.REVIEWER, json=body).json()["findings"]
    assert finding["verdict"] == "unsupported"


def test_passages_figures_and_summary_are_given(server: StartedServer) -> None:
    hits = call(server, "GET", "/search", params={"query": "供水管网", "top": 2}).json()["hits"]
    assert len(hits) == 2
    figures = call(server, "GET", "/figures", params={"org": "水务局", "metric": "制度"}).json()
    assert [one["raw"] for one in figures["figures"]] == ["12项", "3项"]
    assert figures["total"] == 2
    assert call(server, "GET", "/figures", params={"most": 1}).json()["total"] > 1
    summary = call(server, "GET", "/summary", params={"name": "water"}).json()
    assert summary["key_figures"]
    assert call(server, "GET", "/conflicts").json() == {"conflicts": []}


def test_report_is_put_in_read_and_taken_out(server: StartedServer) -> None:
    text = "青禾县园林中心关于巡察整改情况的通报\n（2023年8月1日）\n新增绿地面积35公顷，栽植树木1.2万株。\n"
    made = call(server, "POST", "/reports", Role.ADMINISTRATOR, files={"file": ("garden.txt", text.encode())})
    assert (made.status_code, made.json()["outcome"]) == (201, "added")
    name = made.json()["report"]
    assert call(server, "GET", f"/reports/{name}").json()["text"].startswith("青禾县")
    listed = call(server, "GET", "/reports", params={"words": "青禾"}).json()["reports"]
    assert [one["report"] for one in listed] == [name]
    assert call(server, "DELETE", f"/reports/{name}", Role.ADMINISTRATOR).status_code == 204
    assert call(server, "GET", f"/reports/{name}").status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "role", "more"),
    [
        pytest.param("POST", "/checks", Role.READER, {"json": {"text": DRAFT}}, id="reader checks"),
        pytest.param("DELETE", "/reports/water", Role.REVIEWER, {}, id="reviewer removes"),
        pytest.param("POST", "/reports", Role.READER, {"files": {"file": ("a.txt", b"a")}}, id="reader adds"),
    ],
)
def test_role_that_may_not_is_refused(
    server: StartedServer, method: str, path: str, role: Role, more: dict[str, Any]
) -> None:
    refused = call(server, method, path, role, **more)
    assert refused.status_code == 403
    assert "error" in refused.json()


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({}, id="none"),
        pytest.param({"authorization": "Bearer hedui_made_up"}, id="unknown"),
        pytest.param({"authorization": "Basic aGVkdWk6aGVkdWk="}, id="another scheme"),
    ],
)
def test_nothing_is_said_without_a_token_that_holds(server: StartedServer, headers: dict[str, str]) -> None:
    for path in ("/reports", "/reports/water", "/figures", "/search?query=水"):
        refused = httpx.get(f"{server.url}/api{path}", headers=headers)
        assert refused.status_code == 401
        assert "水务" not in refused.text


def test_revoked_token_is_refused_at_once(server: StartedServer) -> None:
    token = server.desk.store.tokens.make("短命的程序", Role.READER, by="")
    headers = {"authorization": f"Bearer {token}"}
    assert httpx.get(f"{server.url}/api/reports", headers=headers).status_code == 200
    server.desk.store.tokens.revoke("短命的程序")
    assert httpx.get(f"{server.url}/api/reports", headers=headers).status_code == 401


@pytest.mark.parametrize(
    "body",
    [{}, {"question": ""}, {"question": "水" * 2001}, {"question": ["水"]}],
    ids=["nothing", "empty", "too long", "a list"],
)
def test_unusable_body_is_refused(server: StartedServer, body: dict[str, Any]) -> None:
    assert call(server, "POST", "/ask", json=body).status_code == 422


def test_number_of_no_figure_is_refused_in_words(server: StartedServer) -> None:
    made = call(server, "POST", "/checks", Role.REVIEWER, json={"text": DRAFT}).json()
    wish = {"number": 9, "choice": "accept"}
    refused = call(server, "POST", f"/checks/{made['check']}/decisions", Role.REVIEWER, json=wish)
    assert refused.status_code == 400
    assert "9" in refused.json()["error"]


def test_what_programs_do_is_in_the_audit(server: StartedServer) -> None:
    call(server, "POST", "/ask", json={"question": "临江市水务局修订制度多少项？"})
    newest = server.desk.store.audit.newest(1)[0]
    assert (newest.person, newest.action, newest.text) == ("api:reader的程序", "ask", None)
