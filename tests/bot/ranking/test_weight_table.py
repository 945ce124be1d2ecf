import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.ranking.signals import SIGNALS
from bot.ranking.weight_table import TABLE, WEIGHT_FILE, Weight, check_signals, held_factors, read_weights
from corpus.errors import UnusableTable

TEXT = WEIGHT_FILE.read_text("utf-8")


def written(folder: Path, text: str) -> Path:
    """The text as a file of weights."""
    path = folder / "weights.toml"
    path.write_text(text, "utf-8")
    return path


def test_weights_are_read_as_the_file_has_them() -> None:
    told = tomllib.loads(TEXT)
    assert {name: one.value for name, one in TABLE.rank.items()} == {
        name: row["value"] for name, row in told["rank"].items()
    }
    assert TABLE.rank["other_kind"].by == "bound"
    assert TABLE.rank["other_kind"].at_most == TABLE.rank["other_kind"].value
    assert TABLE.held["scope"]["named_above"] == told["held"]["scope"]["named_above"]["value"]


def test_weights_that_no_fit_decided_say_why() -> None:
    rows = [*TABLE.rank.items(), *TABLE.sure.items()]
    assert not [name for name, one in rows if one.by != "fit" and not one.why]


def test_weights_say_which_sets_were_scored_by_which_command() -> None:
    told = TABLE.provenance
    assert told.command.startswith("python -m bench.ranking ")
    assert told.note
    assert all(len(one.sha256) == 64 and one.questions for one in (*told.fitted, *told.held))
    assert told.held


CONSTANT = next(line for line in TEXT.splitlines() if line.startswith("unsure = "))
LIKED = next(line for line in TEXT.splitlines() if line.startswith("liked = "))
"""A row that is fitted, whatever the last fit made of it."""
FITTED = f"{TABLE.rank['liked'].value:.2f}"

FAULTS = [
    ("unknown key", LIKED, 'liked = { value = 1.37, by = "fit", x = 1 }', "rank.liked.x"),
    ("missing key", LIKED, "liked = { value = 1.37 }", "rank.liked.by"),
    ("no number", LIKED, 'liked = { value = "1.37", by = "fit" }', "rank.liked.value"),
    ("unknown source", LIKED, 'liked = { value = 1.37, by = "guess" }', "guess"),
    ("no reason", LIKED, 'liked = { value = 1.37, by = "hand" }', "rank.liked"),
    ("bound of a fit", LIKED, 'liked = { value = 1.37, by = "fit", at_most = 2.0 }', "rank.liked"),
    (
        "beyond its bound",
        LIKED,
        f'liked = {{ value = {FITTED}, by = "bound", at_most = 0.5, why = "w" }}',
        FITTED,
    ),
    ("no row", LIKED, "liked = 1.37", "rank.liked"),
    ("unknown table", "\n[constant]\n", "\n[others]\n\n[constant]\n", "others"),
    ("missing table", "\n[constant]\n" + CONSTANT, "\n", "constant"),
    ("no TOML", "\n[constant]\n", "\n[constant\n", "TOML"),
    ("factor without a reason", "named_above = { value = 0.85, why", "named_above = { value = 0.85, how", "held.scope.named_above"),
    ("digest missing", "sha256 = ", "sha = ", "sha256"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "named"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS]
)
def test_faulty_weights_are_refused_in_one_line_that_names_the_row(
    tmp_path: Path, before: str, after: str, named: str
) -> None:
    assert before in TEXT
    with pytest.raises(UnusableTable) as refused:
        read_weights(written(tmp_path, TEXT.replace(before, after)))
    assert named in str(refused.value)
    assert "\n" not in str(refused.value)


def test_missing_weights_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableTable):
        read_weights(tmp_path / "weights.toml")


def test_every_signal_has_a_row() -> None:
    check_signals(TABLE, SIGNALS)


def test_signals_that_the_table_does_not_know_are_refused() -> None:
    with pytest.raises(UnusableTable, match="brandnew"):
        check_signals(TABLE, SIGNALS | {"brandnew"})


def test_signals_that_there_are_not_are_refused() -> None:
    with pytest.raises(UnusableTable, match="liked"):
        check_signals(TABLE, SIGNALS - {"liked"})


@dataclass(frozen=True)
class Sieve:
    """The factors of the sieve, one too few."""

    liked: float
    named: float


@dataclass(frozen=True)
class Anchor:
    """The factors of the anchor, one too many."""

    same_sentence: float
    near_by: float
    same_report: float
    elsewhere: float


@pytest.mark.parametrize(
    ("table", "kind", "named"),
    [("sieve", Sieve, "counted"), ("anchor", Anchor, "elsewhere"), ("nothing", Anchor, "held.nothing")],
    ids=["unknown row", "missing row", "missing table"],
)
def test_held_factors_are_just_those_that_the_code_names(table: str, kind: type, named: str) -> None:
    with pytest.raises(UnusableTable, match=named):
        held_factors(table, kind)


def test_weight_without_a_limit_is_free() -> None:
    assert Weight(1.0, "fit").at_most is None
