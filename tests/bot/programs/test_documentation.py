"""The examples of ``docs/programs.md``, each run against a started server."""

import re
from pathlib import Path
from typing import Any

import pytest
from langchain_core.language_models import FakeListChatModel

from bot.chat.roles import Role
from tests.bot.programs.started_server import StartedServer

PAGE = Path(__file__).parents[3] / "docs" / "programs.md"
EXAMPLES = re.findall(r"^## (.+?)$|^```python\n(.+?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def examples() -> list[Any]:
    """The examples in Python, each under the heading before it."""
    found, heading = [], ""
    for title, code in EXAMPLES:
        heading = title or heading
        if code:
            found.append(pytest.param(code, id=heading))
    return found


@pytest.mark.parametrize("code", examples())
def test_example_does_what_it_says(server: StartedServer, code: str) -> None:
    model = FakeListChatModel(responses=["临江市水务局修订制度13项，废止制度3项。"])
    names = {"url": server.url, "token": server.tokens[Role.REVIEWER], "model": model}
    exec(compile(code, str(PAGE), "exec"), names)


def test_page_has_an_example_for_each_door() -> None:
    assert [one.id for one in examples()] == ["JSON under `/api`", "A generated client", "LangChain"]
