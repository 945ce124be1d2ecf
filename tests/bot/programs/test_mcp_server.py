"""The tools for assistants, of a started process, asked by the SDK's own client."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters

from tests.retrieval.fictional import WATER

TOOLS = {"ask", "check", "summarise", "find_figures"}
PROGRAM = "from bot.commands.command_line import main; main()"


async def called(client: Client, tool: str, /, **arguments: Any) -> dict[str, Any]:
    """What a tool gives."""
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    shape = result.structured_content
    assert isinstance(shape, dict)
    return shape


@pytest.mark.model
async def test_tools_are_served_by_a_started_process(tmp_path: Path) -> None:
    report = tmp_path / "water.txt"
    report.write_text(WATER, "utf-8")
    root = str(Path(__file__).parents[3])
    environment = {**os.environ, "HEDUI_HOME": str(tmp_path / "home"), "PYTHONPATH": root}
    arguments = ["-c", PROGRAM]
    parameters = StdioServerParameters(
        command=sys.executable, args=[*arguments, "mcp"], env=environment, cwd=root
    )
    subprocess.run([sys.executable, *arguments, "ingest", str(report)], env=environment, cwd=root, check=True)
    async with Client(parameters) as client:
        assert {one.name for one in (await client.list_tools()).tools} == TOOLS
        made = await called(client, "check", text="临江市水务局修订制度13项，废止制度3项。")
        assert [one["verdict"] for one in made["findings"]] == ["contradicted", "supported"]
        assert (await called(client, "ask", question="临江市水务局废止制度多少项？"))["direct"][
            "raw"
        ] == "3项"
