"""The examples of ``docs/programs.md``, each run against a started server."""

import re
from pathlib import Path
from typing import Any

import pytest

from bot.chat.roles import Role
from tests.bot.programs.started_server import StartedServer
from tests.retrieval.fictional import report

PAGE = Path(__file__).parents[3] / "docs" / "programs.md"
SAMPLE = Path(__file__).parents[3] / "corpus" / "reports" / "beiping-finance-2023.txt"
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
def test_example_does_what_it_says(server: StartedServer, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    server.desk.index.add_all([report(SAMPLE.read_text("utf-8"), SAMPLE.stem)])
    monkeypatch.setenv("HEDUI_ADDRESS", server.url)
    monkeypatch.setenv("HEDUI_TOKEN", server.tokens[Role.REVIEWER])
    exec(compile(code, str(PAGE), "exec"), {})


def test_page_has_an_example_for_each_door() -> None:
    assert [one.id for one in examples()] == ["JSON under `/api`", "A generated client", "LangChain"]
