import tomllib
from pathlib import Path

import pytest

from bench.answer_sets import digest_of
from bench.weight_form import with_values, write_provenance, write_weights
from bot.ranking.weight_table import TABLE, WEIGHT_FILE, Provenance, ScoredSet, Weight, read_weights

ROWS = {
    "free": Weight(1.0, "fit"),
    "low": Weight(-2.5, "bound", "why", at_most=-2.5),
    "high": Weight(1.5, "bound", "why", at_least=1.5),
    "held": Weight(0.5, "hand", "why"),
}
FITTED = [
    ("within no limit", "free", 0.333, 0.33),
    ("above its greatest", "low", -1.0, -2.5),
    ("below its greatest", "low", -3.0, -3.0),
    ("below its smallest", "high", 0.2, 1.5),
    ("set by hand", "held", 2.0, 0.5),
    ("not known before", "new", 0.7, 0.7),
]


@pytest.mark.parametrize(
    ("name", "value", "expected"), [row[1:] for row in FITTED], ids=[row[0] for row in FITTED]
)
def test_fitted_values_keep_within_the_limits_of_their_rows(name: str, value: float, expected: float) -> None:
    assert with_values(ROWS, {name: value})[name].value == expected


def test_fitted_values_next_to_nothing_are_left_out() -> None:
    assert with_values(ROWS, {"free": 0.01}) == {}


def test_written_weights_are_read_as_they_were(tmp_path: Path) -> None:
    told = Provenance("2026-01-02", "python -m bench.ranking --fit a --held b", "a “note”", (SET,), (SET,))
    held = WEIGHT_FILE.read_text("utf-8").partition("[held.")
    text = write_provenance(told) + write_weights(TABLE, TABLE.rank, TABLE.sure, TABLE.unsure.value)
    path = tmp_path / "weights.toml"
    path.write_text(text + "".join(held[1:]), "utf-8")
    read = read_weights(path)
    assert (read.provenance, read.rank, read.sure, read.bars) == (told, TABLE.rank, TABLE.sure, TABLE.bars)
    assert (read.unsure, read.unweighed, read.held) == (TABLE.unsure, TABLE.unweighed, TABLE.held)


def test_rows_left_out_of_both_tables_are_listed_as_unweighed() -> None:
    dropped = next(name for name in TABLE.rank if name not in {*TABLE.sure, *TABLE.bars.signals})
    rank = {name: one for name, one in TABLE.rank.items() if name != dropped}
    told = tomllib.loads(write_weights(TABLE, rank, TABLE.sure, -3.0))
    assert dropped in told["unweighed"]["signals"]


SET = ScoredSet("tests/data/second", "0" * 64, 80, 0.9, 0.95, 0.85, 1.0)


def test_digest_of_a_set_changes_with_any_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "questions.jsonl").write_text("{}", "utf-8")
    (tmp_path / "reports" / "a.txt").write_text("甲", "utf-8")
    before = digest_of(tmp_path)
    assert digest_of(tmp_path) == before
    (tmp_path / "reports" / "a.txt").write_text("乙", "utf-8")
    assert digest_of(tmp_path) != before


def test_recorded_sets_are_those_of_the_tests() -> None:
    folders = {path.parent for path in (Path(__file__).parents[1] / "data").glob("*/questions.jsonl")}
    digests = {digest_of(folder) for folder in folders}
    assert {one.sha256 for one in TABLE.provenance.held} <= digests
