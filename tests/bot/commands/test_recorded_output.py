"""The JSON of every command is what it was: output that was recorded before the code was rearranged.

``tests/data/recorded/commands.jsonl`` holds a line a call: ``arguments`` and ``status``, and ``output``, what the
call printed. ``{data}`` stands for the folder of recorded input. A key may be added to an object; no recorded key
may go, and no value may change but times, sizes of files and the least digits of a score.
``HEDUI_RECORD=1 pytest tests/bot/commands/test_recorded_output.py`` records anew what is meant to have changed:
read the difference before it is committed.
"""

import json
import math
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from tests.bot.conftest import SAMPLES, Program

RECORDED: Final = Path(__file__).parents[2] / "data" / "recorded"
CALLS: Final = [json.loads(line) for line in (RECORDED / "commands.jsonl").read_text("utf-8").splitlines()]
VARYING: Final = frozenset({"seconds"})


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("recorded")


@pytest.fixture(scope="module", autouse=True)
def recording() -> Iterator[list[dict[str, Any]]]:
    """What is recorded, written at the end of a run that records."""
    made: list[dict[str, Any]] = []
    yield made
    if os.environ.get("HEDUI_RECORD"):
        lines = [json.dumps(call, ensure_ascii=False) for call in made]
        (RECORDED / "commands.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def differences(place: str, was: Any, now: Any) -> Iterator[str]:
    """Yield a line for each place at which recorded output is no longer so."""
    if isinstance(was, dict) and isinstance(now, dict):
        for key, value in was.items():
            if key in VARYING:
                continue
            if key not in now:
                yield f"{place}.{key}: gone"
            else:
                yield from differences(f"{place}.{key}", value, now[key])
    elif isinstance(was, list) and isinstance(now, list) and len(was) == len(now):
        for number, (one, other) in enumerate(zip(was, now, strict=True)):
            yield from differences(f"{place}[{number}]", one, other)
    elif isinstance(was, float) and isinstance(now, float):
        if not math.isclose(was, now, rel_tol=1e-3):
            yield f"{place}: {was} -> {now}"
    elif was != now:
        yield f"{place}: {was!r} -> {now!r}"


@pytest.mark.parametrize("call", CALLS, ids=[" ".join(call["arguments"])[:60] for call in CALLS])
def test_command_prints_what_was_recorded(
    hedui: Program, home: Path, recording: list[dict[str, Any]], call: dict[str, Any]
) -> None:
    places = {"{data}": str(RECORDED), "{samples}": str(SAMPLES)}
    arguments = call["arguments"]
    for name, place in places.items():
        arguments = [argument.replace(name, place) for argument in arguments]
    outcome = hedui(*arguments, home=home)
    text = outcome.out
    for name, place in (*places.items(), ("{home}", str(home))):
        text = text.replace(place, name)
    output = [json.loads(line) for line in text.splitlines()]
    recording.append({"arguments": call["arguments"], "status": outcome.status, "output": output})
    if not os.environ.get("HEDUI_RECORD"):
        assert outcome.status == call["status"]
        assert list(differences("", call["output"], output)) == []


def test_what_is_no_longer_so_is_seen() -> None:
    was = {"a": 1, "b": [{"c": "x"}], "seconds": 1.0, "score": 0.5}
    assert list(differences("", was, {**was, "new": 1, "seconds": 2.0, "score": 0.5001})) == []
    assert list(differences("", was, {"b": [{"c": "y"}], "score": 0.6})) == [
        ".a: gone",
        ".b[0].c: 'x' -> 'y'",
        ".score: 0.5 -> 0.6",
    ]
