import sys
import tomllib
from pathlib import Path

import pytest

from bench import kernel
from bench.kernel import FLOORS, HOWS, LOWER_IS_BETTER, SETS, main, measure_cases

CLAIM_MEASURES = {"verdicts", "wrong caught", "cried over"}
ANSWER_MEASURES = {"direct", "wrongly refused", "wrong stated", "unanswerable refused"}


def test_every_measure_has_a_floor_that_is_a_share() -> None:
    floors = tomllib.loads(FLOORS.read_text("utf-8"))
    assert set(floors) == {*SETS, "cases"}
    assert all(set(floors[name]) == CLAIM_MEASURES | ANSWER_MEASURES for name in SETS)
    assert set(floors["cases"]) == set(HOWS)
    assert all(0 <= value <= 1 for one in floors.values() for value in one.values())


@pytest.mark.parametrize(("value", "status"), [(1.0, 0), (0.0, 1)], ids=["better", "worse"])
def test_measure_below_its_floor_fails(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    value: float,
    status: int,
) -> None:
    monkeypatch.setattr(sys, "argv", ["kernel", str(tmp_path)])
    monkeypatch.setattr(kernel, "measures", lambda *_: [("cases", "check", value)])
    assert main() == status
    assert ("worse" in capsys.readouterr().out) == bool(status)


def test_sets_that_are_not_there_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["kernel", str(tmp_path / "none")])
    assert main() == 0
    assert "not there" in capsys.readouterr().out


def test_share_of_cases_is_read_from_what_is_printed(tmp_path: Path) -> None:
    (tmp_path / "run.py").write_text("print('  12/16  = 0.750  all')", "utf-8")
    assert measure_cases(tmp_path, "hedui", "check") == 0.75
    assert "wrong stated" in LOWER_IS_BETTER
