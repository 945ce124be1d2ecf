"""The tools for assistants under the web program, asked by the SDK's own client."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import httpx2
import pytest
from mcp import Client
from mcp.client.streamable_http import streamable_http_client

from bot.chat.roles import Role
from tests.bot.programs.started_server import StartedServer
from tests.bot.programs.test_mcp_server import TOOLS, called


@asynccontextmanager
async def client_of(server: StartedServer, role: Role) -> AsyncIterator[Client]:
    """The SDK's client of an assistant with a token of that role."""
    async with (
        httpx2.AsyncClient(headers=server.headers(role), timeout=60) as sent,
        Client(streamable_http_client(f"{server.url}/mcp", http_client=sent)) as client,
    ):
        yield client


async def test_tools_are_served_under_the_web_program(server: StartedServer) -> None:
    async with client_of(server, Role.REVIEWER) as client:
        assert {one.name for one in (await client.list_tools()).tools} == TOOLS
        answer = await called(client, "ask", question="临江市水务局修订制度多少项？")
        assert answer["direct"]["raw"] == "12项"
        made = await called(client, "check", text="临江市水务局修订制度13项。")
        assert [one["verdict"] for one in made["findings"]] == ["contradicted"]
        found = await called(client, "find_figures", org="水务局", metric="制度")
        assert [one["raw"] for one in found["figures"]] == ["12项", "3项"]
        assert (await called(client, "summarise", name="water"))["key_figures"]


async def test_tool_is_refused_by_role_in_words(server: StartedServer) -> None:
    async with client_of(server, Role.READER) as client:
        refused = await client.call_tool("check", {"text": "修订制度13项。"})
    assert refused.is_error
    assert "reviewer" in str(refused.content)


async def test_tool_says_what_it_cannot_use(server: StartedServer) -> None:
    async with client_of(server, Role.READER) as client:
        refused = await client.call_tool("summarise", {"name": "没有这份报告"})
    assert refused.is_error
    assert "没有这份报告" in str(refused.content)


async def test_tool_says_which_argument_is_missing(server: StartedServer) -> None:
    async with client_of(server, Role.READER) as client:
        refused = await client.call_tool("ask", {})
    assert refused.is_error
    told = str(refused.content)
    assert "缺少 question" in told
    assert "pydantic" not in told


@pytest.mark.parametrize("headers", [{}, {"authorization": "Bearer made_up"}], ids=["none", "unknown"])
def test_nothing_is_told_without_a_token(server: StartedServer, headers: dict[str, str]) -> None:
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    assert httpx.post(f"{server.url}/mcp", json=body, headers=headers).status_code == 401
