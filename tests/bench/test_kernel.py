import sys
import tomllib
from pathlib import Path

import pytest

from bench import kernel
from bench.kernel import FLOORS, HOWS, LOWER_IS_BETTER, SETS, is_worse, main, measure_cases, measures_of

CLAIM_MEASURES = {"verdicts", "wrong caught", "cried over"}
ANSWER_MEASURES = {"direct", "wrongly refused", "wrong stated", "unanswerable refused"}
TALK_MEASURES = {"turns right", "wrong figures"}


def test_every_measure_has_a_floor_that_is_a_share() -> None:
    floors = tomllib.loads(FLOORS.read_text("utf-8"))
    assert set(floors) == {*SETS, "cases", "talks", "recognizers"}
    assert all(set(floors[name]) == CLAIM_MEASURES | ANSWER_MEASURES for name in SETS)
    assert set(floors["cases"]) == set(HOWS)
    assert set(floors["talks"]) == TALK_MEASURES
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


@pytest.mark.parametrize(
    ("measure", "value", "worse"),
    [
        ("direct", 0.4, True),
        ("direct", 0.6, False),
        ("wrong figures", 0.6, True),
        ("wrong figures", 0.4, False),
    ],
)
def test_floor_is_under_what_should_be_high_and_over_what_should_be_low(
    measure: str, value: float, worse: bool
) -> None:
    assert is_worse(measure, value, 0.5) == worse


def test_measures_of_another_checkout_are_read_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "bench").mkdir()
    (tmp_path / "bench" / "__init__.py").write_text("", "utf-8")
    (tmp_path / "bench" / "kernel.py").write_text("""print('["talks", "turns right", 0.5]')""", "utf-8")
    assert measures_of(tmp_path, tmp_path) == {("talks", "turns right"): 0.5}


def test_checkout_without_the_bench_is_named(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=tmp_path.name):
        measures_of(tmp_path, tmp_path)
