"""Who may ask the interface of a started server, and what is kept of it."""

from typing import Any

import httpx
import pytest

from bot.chat.limits import RateLimits
from bot.chat.roles import Role
from tests.bot.programs.started_server import StartedServer

DRAFT = "临江市水务局修订制度13项，废止制度3项。"


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
    refused = server.call(method, path, role, **more)
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


def test_what_programs_do_is_in_the_audit(server: StartedServer) -> None:
    server.call("POST", "/ask", json={"question": "临江市水务局修订制度多少项？"})
    newest = server.desk.store.audit.newest(1)[0]
    assert (newest.person, newest.action, newest.text) == ("api:reader的程序", "ask", None)


def test_program_that_asks_too_often_must_wait(
    server: StartedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server.desk, "limits", RateLimits(1, 100))
    answers = [server.call("GET", "/reports") for _ in range(3)]
    assert [one.status_code for one in answers] == [200, 429, 429]
    assert "秒" in answers[1].json()["error"] or "seconds" in answers[1].json()["error"]
