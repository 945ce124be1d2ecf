"""A decision is one by whatever door it is taken: command line, program, chat, Word; and the next version carries it."""

from pathlib import Path

import pytest

from bot.chat.handlers.checks import decided_before
from bot.chat.request import Ask, Request
from bot.chat.roles import Role
from checker.check import check
from checker.evidence import Evidence
from tests.bot.chat.memory_platform import MemoryPlatform
from tests.bot.conftest import Program
from tests.bot.programs.started_server import StartedServer
from tests.checker.annotation.test_word_replies import checked, replied
from tests.retrieval.fictional import WATER, report

DRAFT = "一、情况。临江市水务局修订制度13项，废止制度5项。改造老旧供水管网126.5公里。"
NEXT = "一、情况。改造老旧供水管网126.5公里。临江市水务局修订制度13项，废止制度3项。以上是修改稿。"


@pytest.fixture
def source(tmp_path: Path) -> str:
    path = tmp_path / "water.txt"
    path.write_text(WATER, "utf-8")
    return str(path)


def by_program(server: StartedServer, text: str) -> dict[str, str]:
    """What programs see decided, by figures."""
    made = server.call("POST", "/checks", Role.REVIEWER, json={"text": text}).json()
    return {one["raw"]: one["decision"]["choice"] for one in made["findings"] if "decision" in one}


async def test_decision_of_one_door_is_that_of_every_other(
    server: StartedServer, hedui: Program, source: str, tmp_path: Path
) -> None:
    home = server.desk.settings.home
    file = tmp_path / "draft.txt"
    file.write_text(DRAFT, "utf-8")
    line = ("check", str(file), "--report", source)
    assert by_program(server, DRAFT) == {}
    hedui(*line, "--decide", "1", "reject", home=home)
    assert by_program(server, DRAFT) == {"13项": "reject"}
    made = server.call("POST", "/checks", Role.REVIEWER, json={"text": DRAFT}).json()
    for wish in ({"number": 2, "choice": "accept"}, {"number": 3, "choice": "reject"}):
        server.call("POST", f"/checks/{made['check']}/decisions", Role.REVIEWER, json=wish)
    listed = hedui(*line, "--decisions", "--json", home=home).json["decisions"]
    assert {one["raw"]: one["choice"] for one in listed} == {
        "13项": "reject",
        "5项": "accept",
        "126.5公里": "reject",
    }
    request = Request("memory:1", "memory:7", "memory:7")
    ask = Ask(request, Role.REVIEWER, server.desk, MemoryPlatform())
    findings = check(NEXT, Evidence.of_reports([report()]))
    seen = decided_before(ask, NEXT, "", b"", findings)
    assert {one.place.raw: one.choice for one in seen.values()} == {"13项": "reject", "126.5公里": "reject"}


def test_decision_in_word_is_that_of_every_other_door(
    server: StartedServer, hedui: Program, source: str, tmp_path: Path
) -> None:
    file = tmp_path / "checked.docx"
    file.write_bytes(replied(checked(), [(1, "不同意")]))
    hedui("check", str(file), "--report", source, home=server.desk.settings.home)
    made = server.call(
        "POST",
        "/checks",
        Role.REVIEWER,
        json={"text": "一、总体情况\n青岭县全年受理来信52件，办结45件。\n另有投诉63件。"},
    )
    decided = {one["raw"]: one["decision"]["by"] for one in made.json()["findings"] if "decision" in one}
    assert decided == {"63件": "word:李明"}
