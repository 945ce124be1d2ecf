"""A client generated from the OpenAPI description, used on the started server as its makers would."""

from typing import Any

import pytest
from aiopenapi3 import OpenAPI

from bot.chat.roles import Role
from tests.bot.programs.started_server import StartedServer

DRAFT = "临江市水务局修订制度13项，废止制度3项。"


@pytest.fixture(scope="module")
def client(server: StartedServer) -> OpenAPI:
    made = OpenAPI.load_sync(f"{server.url}/api/openapi.json")
    made.authenticate(HTTPBearer=server.tokens[Role.ADMINISTRATOR])
    return made


def sent(client: OpenAPI, operation: str, body: dict[str, Any], **more: Any) -> Any:
    """What an operation answers to a body of its own type."""
    called = getattr(client._, operation)
    return called(data=called.data.get_type().model_validate(body), **more)


def test_client_asks(client: OpenAPI) -> None:
    answer = sent(client, "ask", {"question": "临江市水务局修订制度多少项？"})
    assert answer.direct.root.raw == "12项"
    assert answer.citations[0].report == "water"


def test_client_checks_and_decides(client: OpenAPI) -> None:
    check = sent(client, "check", {"text": DRAFT})
    assert [one.verdict for one in check.findings] == ["contradicted", "supported"]
    number = {"check": check.check}
    decision = sent(client, "decide", {"number": 1, "choice": "accept"}, parameters=number)
    assert decision.raw == "13项"
    again = client._.checked(parameters=number)
    assert again.findings[0].decision.root.choice == "accept"


def test_client_looks_up(client: OpenAPI) -> None:
    assert {one.report for one in client._.list_reports().reports} == {"water", "school"}
    assert client._.read_report(parameters={"report": "water"}).title.startswith("临江市水务局")
    found = client._.find_figures(parameters={"org": "水务局", "metric": "制度"})
    assert [one.raw for one in found.figures] == ["12项", "3项"]
    assert client._.search(parameters={"query": "供水管网", "top": 1}).hits[0].report == "water"
    assert client._.summarise(parameters={"name": "water"}).key_figures
    assert client._.conflicts().conflicts == []
