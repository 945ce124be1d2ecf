"""The tools of a desk for assistants, by the Model Context Protocol: on standard input and output, or as an ASGI endpoint."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import contextmanager
from typing import Annotated, Any, Final

from mcp.server import MCPServer
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field, ValidationError

from bot.chat.desk import Desk
from bot.chat.roles import Role
from bot.commands.decisions import terminal_person
from bot.generation.chat_models import open_chat_model
from bot.library.opening import catalog_place, open_index
from bot.programs.arguments import argument_fault
from bot.programs.tools import Tools
from bot.settings import Settings
from bot.summary.summary import Length
from corpus.errors import HeduiError
from retrieval.chat_catalog.chat_catalog import ChatCatalog

CallingPerson = Callable[[Context[Any, Any], Role], Awaitable[str]]
"""Who calls a tool that needs a role: their id; raises ``HeduiError`` for whoever may not."""

_INSTRUCTIONS: Final = (
    "Answers questions about Chinese rectification reports (巡视巡察整改通报) with cited figures, and checks every figure "
    "of a draft against them. Ask in Chinese or English. Quote answers with their citations; where an answer is refused, "
    "say so and add no figure of your own."
)
_MOST: Final = 50
"""Figures that are given at once: an assistant reads them all."""


class _Server(MCPServer):
    """A server that says in one sentence which argument of a tool cannot be used."""

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> Any:
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            if isinstance(error.__cause__, ValidationError):
                raise ToolError(str(argument_fault(error.__cause__.errors()))) from error
            raise


def mcp_server(tools: Tools, person: CallingPerson) -> MCPServer:
    """Return a server of the four tools over a desk."""
    server = _Server("hedui", title="Hedui 核对", instructions=_INSTRUCTIONS, log_level="WARNING")

    @server.tool()
    async def ask(
        question: Annotated[str, Field(description="one question, in Chinese or English")],
        context: Context[Any, Any],
        session: Annotated[
            str, Field(description="a name; questions of one name may lean on each other")
        ] = "",
    ) -> dict[str, Any]:
        """Answer a question from the reports, with the check of its figures and citations, or a refusal."""
        with _told():
            return await tools.ask(question, person=await person(context, Role.READER), session=session)

    @server.tool()
    async def check(
        text: Annotated[str, Field(description="the draft; every figure in it is checked")],
        context: Context[Any, Any],
        reports: Annotated[
            list[str], Field(description="ids of reports to check against; none for all")
        ] = [],  # noqa: B006 - never changed
    ) -> dict[str, Any]:
        """Check every figure of a text: a verdict each, why, and the sentences that it rests on."""
        with _told():
            return await tools.check(text, person=await person(context, Role.REVIEWER), reports=reports)

    @server.tool()
    async def summarise(
        context: Context[Any, Any],
        name: Annotated[str, Field(description="a report, organisation, round or period; none for all")] = "",
        length: Length = "short",
    ) -> dict[str, Any]:
        """Sum up what the reports say, with key figures, plans and citations."""
        with _told():
            await person(context, Role.READER)
            return await tools.summarise(name, length=length)

    @server.tool()
    async def find_figures(
        context: Context[Any, Any],
        org: Annotated[str, Field(description="an organisation; abbreviations count")] = "",
        metric: Annotated[str, Field(description="words of what is counted, 整改问题")] = "",
        most: Annotated[int, Field(ge=1, le=1000)] = _MOST,
    ) -> dict[str, Any]:
        """Find stated figures of an organisation and a metric, with the sentence that states each."""
        with _told():
            await person(context, Role.READER)
            return await tools.find_figures(org=org, metric=metric, most=most)

    return server


@contextmanager
def _told() -> Any:
    """Tell an assistant in one sentence what stopped a tool."""
    try:
        yield
    except HeduiError as error:
        raise ToolError(str(error)) from error


def run_mcp(settings: Settings) -> int:
    """Serve the tools on standard input and output until that is closed; return the exit status."""
    with open_index(settings) as index, ChatCatalog.open(catalog_place(settings)) as store:
        index.warm_up()
        desk = Desk(settings, index, store, open_chat_model(settings))
        try:
            desk.prepare()
            asyncio.run(mcp_server(Tools(desk), _myself).run_stdio_async())
        finally:
            desk.close()
    return 0


async def _myself(_: Context[Any, Any], __: Role) -> str:
    """Return who works in this terminal, who may do everything there."""
    return terminal_person()
