"""Units and measure words, read from their table: base unit, factor, kind, and which of them are the same.

In comes a normalised text and a place in it; out comes the longest unit that stands there. ``convert`` and
``interchangeable`` say how two units relate.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from corpus.figure import Figure, Kind
from corpus.lexicon.tables import TableRow, read_lexicon
from corpus.numerals import tidy


@dataclass(frozen=True, slots=True)
class Unit:
    """One way to write a unit: ``1 name == factor base``.

    ``not_before`` are characters that make another word of it when they follow (``人`` in 人民, ``件`` never);
    ``uses`` are the classes that patterns elsewhere take their measure words from.
    """

    name: str
    base: str
    factor: Decimal
    kind: Kind
    not_before: str = ""

    uses: frozenset[str] = frozenset()


UNIT_COLUMNS = ("form", "base", "factor", "kind", "not_before", "uses", "example")
"""Columns of the table ``units.tsv``, which explains them."""
UNIT_USES = frozenset("same vague member listed told noun ordinal people numbered".split())
"""Classes of measure words, as the table explains them."""


def _unit(row: TableRow) -> Unit:
    try:
        factor = Decimal(row["factor"])
    except InvalidOperation as error:
        raise row.refuse(f"倍数 {row['factor']!r} 不是数字", "the factor is no number") from error
    if factor <= 0 or not factor.is_finite():
        raise row.refuse(f"倍数 {row['factor']!r} 要大于零", "the factor must be above zero")
    if row["kind"] not in set(Kind):
        raise row.refuse(f"没有 {row['kind']!r} 这一类", f"no such kind: one of {', '.join(Kind)}")
    uses = frozenset(row["uses"].split())
    if uses - UNIT_USES:
        raise row.refuse(
            f"没有 {row['uses']!r} 这种用法", f"no such uses: some of {', '.join(sorted(UNIT_USES))}"
        )
    return Unit(row["form"], row["base"], factor, Kind(row["kind"]), row["not_before"], uses)


def read_units() -> tuple[Unit, ...]:
    """Return the units of the table ``units.tsv``, in its order; raises ``UnusableTable``."""
    units: dict[str, Unit] = {}
    for row in read_lexicon("units.tsv", UNIT_COLUMNS, may_lack=("not_before", "uses")):
        unit = _unit(row)
        if unit.name in units:
            raise row.refuse(f"{unit.name!r} 已有一行", "this form has a row already")
        units[unit.name] = unit
    return tuple(units.values())


UNITS: tuple[Unit, ...] = read_units()

UNITS_BY_NAME: dict[str, Unit] = {unit.name: unit for unit in UNITS}
LONGEST_UNIT = max(map(len, UNITS_BY_NAME))

GENERIC = frozenset(unit.name for unit in UNITS if "same" in unit.uses)
"""Classifiers that are interchangeable when they count the same thing."""


def measure_words(*uses: str) -> tuple[str, ...]:
    """Return the measure words of any of the classes ``uses``, the longest first."""
    wanted = frozenset(uses)
    return tuple(sorted((u.name for u in UNITS if u.uses & wanted), key=len, reverse=True))


def any_measure(*uses: str) -> str:
    """Return the source of an expression for one measure word of any of the classes ``uses``."""
    return f"(?:{'|'.join(map(re.escape, measure_words(*uses)))})"


_RATIOS = {
    ("亩", "平方米"): (Decimal(2000), Decimal(3)),
    ("年", "个月"): (Decimal(12), Decimal(1)),
    ("分钟", "秒"): (Decimal(60), Decimal(1)),
    ("天", "分钟"): (Decimal(1440), Decimal(1)),
}
"""Base units that measure the same thing: ``one × numerator == other × denominator``."""


def unit_at(plain: str, start: int) -> Unit | None:
    """Find the longest unit that stands at ``start`` of a normalised text."""
    for length in range(min(LONGEST_UNIT, len(plain) - start), 0, -1):
        unit = UNITS_BY_NAME.get(plain[start : start + length])
        following = plain[start + length : start + length + 1]
        if unit is None or _goes_on(unit.name, following):
            continue
        if not following or following not in unit.not_before:
            return unit
    return None


def _goes_on(name: str, following: str) -> bool:
    """Whether a unit in letters is only the first of a word (36 have, no 36 h)."""
    return name[-1].isascii() and name[-1].isalpha() and following.isascii() and following.isalpha()


def interchangeable(one: str, other: str) -> bool:
    """Say whether two base units count the same thing when the metric is the same (个, 项, 条 …; 台, 台（套）)."""
    return (
        one == other
        or (one in GENERIC and other in GENERIC)
        or _is_one_of(one, other)
        or _is_one_of(other, one)
    )


def _is_one_of(unit: str, pair: str) -> bool:
    """Whether a unit is one of the two that ``pair`` leaves open (台（套）)."""
    return bool(unit) and pair.endswith("）") and unit in pair[:-1].split("（")


def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """Turn a value in one base unit into another base unit of the same quantity; None when they differ."""
    if interchangeable(unit, to):
        return value
    if (unit, to) in _RATIOS:
        numerator, denominator = _RATIOS[unit, to]
        return value * numerator / denominator
    if (to, unit) in _RATIOS:
        numerator, denominator = _RATIOS[to, unit]
        return value * denominator / numerator
    return None


_MEASURE = re.compile(r"([十百千万亿兆]*)(.*)")
_MULTIPLIERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}


def base_units_of(measure: str) -> Decimal:
    """Return how many base units a measure stands for: 10000 of 万元, 1000 (kilograms) of 吨."""
    match = _MEASURE.fullmatch(measure)
    multiplier, name = (match[1], match[2]) if match else ("", measure)
    unit = UNITS_BY_NAME.get(name)
    size = unit.factor if unit is not None else Decimal(1)
    for char in multiplier:
        size *= _MULTIPLIERS[char]
    return size


def with_measure(figure: Figure, measure: str, base: str, kind: Kind) -> Figure:
    """Give a bare number the measure (``万元``) that its list or its table's heading states."""
    size = (
        base_units_of(measure) if not figure.measure else base_units_of(measure.lstrip("".join(_MULTIPLIERS)))
    )

    def scaled(value: Decimal | None) -> Decimal | None:
        return None if value is None else tidy(value * size)

    return replace(
        figure, value=scaled(figure.value), low=scaled(figure.low), high=scaled(figure.high),
        step=scaled(figure.step), unit=base, kind=kind, measure=measure,
    )  # fmt: skip
