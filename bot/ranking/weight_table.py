"""The table of weights, ``weights.toml``: what it says of each weight in, checked ``Weight`` values out.

A row says where its value comes from: ``fit`` (fitted on labelled questions), ``bound`` (fitted, but kept within a
limit that its meaning sets) or ``hand`` (set by hand, which a fit leaves alone).
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeVar

from corpus.errors import UnusableTable

WEIGHT_FILE: Final = Path(__file__).with_name("weights.toml")

_TABLES: Final = ("provenance", "rank", "sure", "constant", "bars", "unweighed", "held")
_SOURCES: Final = ("fit", "bound", "hand")
_SET_COLUMNS: Final = {
    "name": str,
    "sha256": str,
    "questions": int,
    "first": float,
    "of_three": float,
    "answered": float,
    "refused": float,
}

Factors = TypeVar("Factors")


@dataclass(frozen=True, slots=True)
class Weight:
    """A weight, where it comes from and why; ``at_most`` and ``at_least`` bound what a fit may make of it."""

    value: float
    by: str
    why: str = ""
    at_most: float | None = None
    at_least: float | None = None


@dataclass(frozen=True, slots=True)
class SignalList:
    """Signals that no weight is fitted for, and why."""

    signals: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class ScoredSet:
    """A set of labelled questions, told by a digest of its files, and what the weights reach on it, 0 to 1.

    ``first`` and ``of_three`` are how often the first statement, or one of three, is the answer; ``answered`` how
    often it is sure enough to be stated, ``refused`` how often an unanswerable question is refused; nan where a set has
    no such question.
    """

    name: str
    sha256: str
    questions: int
    first: float
    of_three: float
    answered: float
    refused: float


@dataclass(frozen=True, slots=True)
class Provenance:
    """When and by which command the weights were fitted, on which sets, and what they reach on those held back."""

    date: str
    command: str
    note: str
    fitted: tuple[ScoredSet, ...]
    held: tuple[ScoredSet, ...]


@dataclass(frozen=True, slots=True)
class WeightTable:
    """All of the file: the weights of rank and sureness by signal, the constant, the bars, and the held factors."""

    provenance: Provenance
    rank: Mapping[str, Weight]
    sure: Mapping[str, Weight]
    unsure: Weight
    bars: SignalList
    unweighed: SignalList
    held: Mapping[str, Mapping[str, float]]


def read_weights(path: Path = WEIGHT_FILE) -> WeightTable:
    """Read the file; raises ``UnusableTable`` for what is missing, unknown or of another type."""
    try:
        read = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnusableTable(
            f"{path.name}：读不出来，需要 UTF-8 的 TOML / cannot be read, must be TOML: {error}"
        ) from error
    _check_keys(path.name, read, _TABLES)
    _check_keys("constant", read["constant"], ("unsure",))
    return WeightTable(
        _provenance(read["provenance"]),
        _weights("rank", read["rank"]),
        _weights("sure", read["sure"]),
        _weight("constant.unsure", read["constant"]["unsure"]),
        _signals("bars", read["bars"]),
        _signals("unweighed", read["unweighed"]),
        MappingProxyType({name: _held(f"held.{name}", rows) for name, rows in read["held"].items()}),
    )


def check_signals(table: WeightTable, signals: frozenset[str]) -> None:
    """Raise ``UnusableTable`` where the table names a signal that there is not, or leaves one out."""
    named = {*table.rank, *table.sure, *table.bars.signals, *table.unweighed.signals}
    for name in sorted(named - signals):
        raise _unusable(name, "没有这个信号", f"no such signal; there are {', '.join(sorted(signals))}")
    for name in sorted(signals - named):
        raise _unusable(
            name, "缺这个信号", "a signal without a row: put it into rank, sure, bars or unweighed"
        )


def held_factors(name: str, kind: type[Factors]) -> Factors:
    """Return the factors ``[held.name]`` as a dataclass ``kind`` of numbers, whose fields must be its rows."""
    if name not in TABLE.held:
        raise _unusable(f"held.{name}", "缺这张表", "the table is missing")
    rows = TABLE.held[name]
    _check_keys(f"held.{name}", rows, [one.name for one in fields(kind)])  # type: ignore[arg-type]
    return kind(**rows)


def _provenance(read: Mapping[str, Any]) -> Provenance:
    _check_keys("provenance", read, ("date", "command", "note"), may=("fitted", "held"))
    told = [_text(f"provenance.{key}", read[key]) for key in ("date", "command", "note")]
    fitted, held = (tuple(map(_scored, read.get(key, ()))) for key in ("fitted", "held"))
    return Provenance(told[0], told[1], told[2], fitted, held)


def _scored(read: Mapping[str, Any]) -> ScoredSet:
    place = f"provenance: {read.get('name', '?')}"
    _check_keys(place, read, tuple(_SET_COLUMNS))
    for key, kind in _SET_COLUMNS.items():
        if not isinstance(read[key], kind):
            raise _unusable(f"{place}.{key} = {read[key]!r}", "类型不对", f"must be of type {kind.__name__}")
    return ScoredSet(**read)


def _weights(table: str, read: Mapping[str, Any]) -> Mapping[str, Weight]:
    return MappingProxyType({name: _weight(f"{table}.{name}", row) for name, row in read.items()})


def _weight(place: str, row: Mapping[str, Any]) -> Weight:
    """Return one row; a bound value must lie within its limits, and say why, as one set by hand must."""
    _check_keys(place, row, ("value", "by"), may=("why", "at_most", "at_least"))
    by = _text(f"{place}.by", row["by"])
    limits = [_number(f"{place}.{key}", row[key]) for key in ("at_most", "at_least") if key in row]
    if by not in _SOURCES:
        raise _unusable(f"{place}.by = {by!r}", "应为 fit、bound 或 hand", "must be fit, bound or hand")
    if bool(limits) != (by == "bound"):
        raise _unusable(place, "at_most、at_least 只随 bound", "limits go with bound, and bound with a limit")
    if by != "fit" and not row.get("why"):
        raise _unusable(place, "缺 why", "says not why: one phrase is due where no fit decided")
    weight = Weight(
        _number(f"{place}.value", row["value"]),
        by,
        row.get("why", ""),
        row.get("at_most"),
        row.get("at_least"),
    )
    low = weight.value if weight.at_least is None else weight.at_least
    high = weight.value if weight.at_most is None else weight.at_most
    if not low <= weight.value <= high:
        raise _unusable(f"{place}.value = {weight.value}", "超出界限", "lies beyond its own limit")
    return weight


def _held(place: str, read: Mapping[str, Any]) -> Mapping[str, float]:
    for name, row in read.items():
        _check_keys(f"{place}.{name}", row, ("value", "why"))
    return MappingProxyType({name: _number(f"{place}.{name}", row["value"]) for name, row in read.items()})


def _signals(table: str, read: Mapping[str, Any]) -> SignalList:
    _check_keys(table, read, ("signals", "why"))
    return SignalList(tuple(_text(table, name) for name in read["signals"]), _text(table, read["why"]))


def _check_keys(place: str, read: object, due: Sequence[str], may: Sequence[str] = ()) -> None:
    if not isinstance(read, Mapping):
        raise _unusable(f"{place} = {read!r}", "应为一张表", "must be a table of keys")
    for key in due:
        if key not in read:
            raise _unusable(f"{place}.{key}", "缺这一项", "is missing")
    for key in read:
        if key not in (*due, *may):
            raise _unusable(
                f"{place}.{key}", "多出这一项", f"is unknown; known are {', '.join((*due, *may))}"
            )


def _number(place: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _unusable(f"{place} = {value!r}", "应为数", "must be a number")
    return float(value)


def _text(place: str, value: object) -> str:
    if not isinstance(value, str):
        raise _unusable(f"{place} = {value!r}", "应为文字", "must be a text")
    return value


def _unusable(place: str, chinese: str, english: str) -> UnusableTable:
    return UnusableTable(f"{WEIGHT_FILE.name}：{place}：{chinese} / {english}")


TABLE: Final = read_weights()
"""The file as it is."""
