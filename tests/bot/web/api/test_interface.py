"""The description of the interface for programs, as a started server gives it."""

from typing import Any

import httpx
import pytest

from tests.bot.programs.started_server import StartedServer


@pytest.fixture(scope="module")
def description(server: StartedServer) -> dict[str, Any]:
    shape: dict[str, Any] = httpx.get(f"{server.url}/api/openapi.json").json()
    return shape


def test_description_names_every_operation_and_no_page(description: dict[str, Any]) -> None:
    assert description["openapi"].startswith("3.1")
    assert all(path.startswith("/api/") for path in description["paths"])
    operations = [one for path in description["paths"].values() for one in path.values()]
    names = [one["operationId"] for one in operations]
    assert len(set(names)) == len(names)
    assert {"ask", "check", "decide", "find_figures", "add_report"} <= set(names)
    assert all(one["security"] and one["description"] for one in operations)
