"""Whether two quantities are the same, or one rounds or bounds the other: figures in, ``Agreement`` out.

Nothing here looks at what is counted: metric, organisation and period are compared in
:mod:`checker.comparison.likeness`. All arithmetic is on ``Decimal``, in base units.
"""

import unicodedata
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import StrEnum

from corpus.figure import Figure, Kind, Qualifier
from corpus.quantities.units import interchangeable

_BOUNDS_BELOW = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})
_BOUNDS_ABOVE = frozenset({Qualifier.UNDER, Qualifier.AT_MOST})
_BLUR = Decimal("0.1")
"""So far, as a share, may a tight bound lie from what it bounds."""

_FRACTION_STEP = Decimal(10)
"""So far, in hundredths, may a fraction's bound lie from what it bounds: the next plain fraction is farther."""

_COMMON = 2
"""Digits of a number that many share by chance."""

SHARES = frozenset({Kind.PERCENT, Kind.RATIO})
"""Kinds that say which part of a whole something is."""
PER_CENT = SHARES | {Kind.PERCENTAGE_POINT}
"""Kinds that are told in hundredths: shares, and by how much they moved."""


class Agreement(StrEnum):
    """How a claimed quantity relates to a stated one, units aside."""

    EQUAL = "equal"
    ROUNDED = "rounded"
    BOUND_AS_POINT = "bound_as_point"
    DIFFERENT = "different"


class UnitRelation(StrEnum):
    """How the units of two figures relate."""

    SAME = "same"
    OTHER_UNIT = "other_unit"
    OTHER_KIND = "other_kind"


def relate_units(claimed: Figure, stated: Figure) -> UnitRelation:
    """Say whether two figures measure in units that are one, convert into each other, or are unlike.

    Generic classifiers (个 项 条 件 份 处) are one; 名, 位 and 人 are one; 人, 人次, 户 and 家 are not. A count without a
    unit, as in most cells of a table, says nothing against any.
    """
    if {claimed.kind, stated.kind} <= SHARES:
        return UnitRelation.SAME
    if claimed.kind is not stated.kind:
        return UnitRelation.OTHER_KIND
    if claimed.kind is Kind.COUNT and "" in (claimed.unit, stated.unit):
        return UnitRelation.SAME
    return UnitRelation.SAME if interchangeable(claimed.unit, stated.unit) else UnitRelation.OTHER_UNIT


def _plain_raw(figure: Figure) -> str:
    return unicodedata.normalize("NFKC", figure.raw).replace(" ", "")


def _scale(figure: Figure) -> Decimal:
    """Return what brings the figure's value to the scale of its class: ratios to per cent."""
    return Decimal(100) if figure.kind is Kind.RATIO else Decimal(1)


def size(figure: Figure) -> Decimal | None:
    """Return the value of ``figure`` without its sign, a ratio's in per cent.

    A fall is told with a sign in a table (-2.70) and with a word in a sentence (减少2.7万元): the size is one.
    """
    return _sized(figure, figure.value)


def _bounds(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    """Return low and high of ``figure`` as ``size`` does its value."""
    return _sized(figure, figure.low), _sized(figure, figure.high)


def _sized(figure: Figure, part: Decimal | None) -> Decimal | None:
    if part is None:
        return None
    return abs(part) if figure.kind is not Kind.RATIO else abs(part) * _scale(figure)


def agree(claimed: Figure, stated: Figure) -> Agreement:
    """Say whether ``claimed`` is the quantity ``stated``, a correct rounding or bound of it, or another.

    Units are taken as comparable; see :func:`relate_units`. The rules are those of the specification:
    an exact claim must round half up to its own digits and show two significant ones; a bound must be
    true, and as tight as its digits allow; an approximation must hold the stated quantity.
    """
    if claimed.qualifier is Qualifier.RANGE or stated.qualifier is Qualifier.RANGE:
        return _agree_range(claimed, stated)
    value, stated_value = size(claimed), size(stated)
    if value is None or stated_value is None:
        bounds = _bounds(claimed)
        same = value is stated_value and bounds == _bounds(stated)
        same = same and (bounds != (None, None) or _plain_raw(claimed) == _plain_raw(stated))
        return Agreement.EQUAL if same else Agreement.DIFFERENT
    if value == stated_value and same_bound(claimed.qualifier, stated.qualifier):
        return Agreement.EQUAL
    if claimed.qualifier is Qualifier.EXACT:
        return _agree_exact(claimed, stated, value, stated_value)
    if stated.qualifier is Qualifier.EXACT:
        return _agree_bound(claimed, value, stated_value)
    return _agree_two_bounds(claimed, stated, value, stated_value)


def is_rounding(blurred: Figure, exact: Figure) -> bool:
    """Whether ``blurred`` is an approximation or a true and tight bound of what ``exact`` states exactly."""
    if blurred.qualifier in (Qualifier.EXACT, Qualifier.RANGE) or exact.qualifier is not Qualifier.EXACT:
        return False
    if blurred.change != exact.change or relate_units(blurred, exact) is not UnitRelation.SAME:
        return False
    value, stated = size(blurred), size(exact)
    if value is None or stated is None or abs(stated - value) > value * _BLUR:
        return False
    return agree(blurred, exact) is Agreement.ROUNDED


def same_quantity(one: Figure, other: Figure) -> bool:
    """Whether two figures state one quantity, one of them perhaps less exactly: 37% and 36.9%, 3月8日 and 2023年3月8日."""
    if one.change != other.change or relate_units(one, other) is not UnitRelation.SAME:
        return False
    if one.kind is Kind.DATE and (one.raw.endswith(other.raw) or other.raw.endswith(one.raw)):
        return True
    return any(agree(*pair) is not Agreement.DIFFERENT for pair in ((one, other), (other, one)))


def same_bound(one: Qualifier, other: Qualifier) -> bool:
    """Whether two qualifiers say the same: both leave the same side open, both approximate, or both are exact."""
    return one == other or any(
        {one, other} <= group for group in (_BOUNDS_BELOW, _BOUNDS_ABOVE, {Qualifier.ABOUT, Qualifier.NEARLY})
    )


def _agree_exact(claimed: Figure, stated: Figure, value: Decimal, stated_value: Decimal) -> Agreement:
    if value == stated_value:
        return Agreement.BOUND_AS_POINT
    if stated.qualifier is not Qualifier.EXACT:
        return Agreement.DIFFERENT
    step = _step(claimed)
    rounds = significant_digits(value, step) >= 2 and _to_step(stated_value, step, ROUND_HALF_UP) == value
    return Agreement.ROUNDED if rounds else Agreement.DIFFERENT


def _agree_bound(claimed: Figure, value: Decimal, stated: Decimal) -> Agreement:
    """Compare a bound or an approximation with a quantity that is stated exactly."""
    if value == 0:
        return Agreement.DIFFERENT
    place = _last_place(value)
    if claimed.qualifier in _BOUNDS_BELOW:
        strict = claimed.qualifier is Qualifier.OVER and not _is_remainder(claimed)
        if claimed.high is not None:
            low, high = _bounds(claimed)
            true = low is not None and high is not None and low <= stated <= high
            return _rounded_if(true)
        true = stated > value if strict else stated >= value
        coarse = (value == _lead(value) and stated < 2 * value) or _is_near_fraction(claimed, value, stated)
        return _rounded_if(true and (_to_step(stated, place, ROUND_FLOOR) == value or coarse))
    if claimed.qualifier in _BOUNDS_ABOVE:
        true = stated < value if claimed.qualifier is Qualifier.UNDER else stated <= value
        coarse = (value == _lead(value) and value < 2 * stated) or _is_near_fraction(claimed, value, stated)
        return _rounded_if(true and (_to_step(stated, place, ROUND_CEILING) == value or coarse))
    low, high = _bounds(claimed)
    inside = low is not None and high is not None and low <= stated <= high
    if (
        is_rare(value) and claimed.kind is not Kind.RATIO
    ):  # 近9140万元 of 8675万元: who shows so many digits blurs the last alone
        inside = inside and abs(stated - value) <= place
    near = claimed.qualifier is Qualifier.ABOUT and abs(stated - value) * 2 <= place
    return _rounded_if(inside or near)


def _is_near_fraction(claimed: Figure, value: Decimal, stated: Decimal) -> bool:
    """Whether a bound is a plain fraction (超过四分之三), whose digits say nothing of how near it is, and is near."""
    return claimed.kind is Kind.RATIO and abs(stated - value) <= _FRACTION_STEP


def _is_remainder(claimed: Figure) -> bool:
    """Whether the bound is of the 余/多 sort (500余项), which has an upper end of its own."""
    return claimed.high is not None


def _agree_two_bounds(claimed: Figure, stated: Figure, value: Decimal, stated_value: Decimal) -> Agreement:
    """Compare a bound or approximation with another: they must point one way, the claim the coarser."""
    place = _last_place(value)
    if value == 0:
        return Agreement.DIFFERENT
    if stated_value == value:
        loose = {claimed.qualifier, stated.qualifier} & {Qualifier.ABOUT}
        return Agreement.ROUNDED if loose else Agreement.DIFFERENT
    if claimed.qualifier in _BOUNDS_BELOW and stated.qualifier in _BOUNDS_BELOW:
        return _rounded_if(stated_value > value and _to_step(stated_value, place, ROUND_FLOOR) == value)
    if claimed.qualifier is stated.qualifier is Qualifier.NEARLY:
        return _rounded_if(stated_value < value and _to_step(stated_value, place, ROUND_HALF_UP) == value)
    if claimed.qualifier in _BOUNDS_ABOVE and stated.qualifier in _BOUNDS_ABOVE:
        return _rounded_if(stated_value < value and _to_step(stated_value, place, ROUND_CEILING) == value)
    if claimed.qualifier is Qualifier.ABOUT:
        return _rounded_if(abs(stated_value - value) * 2 <= place)
    return Agreement.DIFFERENT


def _agree_range(claimed: Figure, stated: Figure) -> Agreement:
    low, high = _bounds(claimed)
    stated_value = size(stated)
    if (low, high) == _bounds(stated):
        return Agreement.EQUAL
    if claimed.qualifier is Qualifier.RANGE and stated_value is not None:
        inside = (low is None or low <= stated_value) and (high is None or stated_value <= high)
        return _rounded_if(inside and stated.qualifier is Qualifier.EXACT)
    return Agreement.DIFFERENT


def _rounded_if(holds: bool) -> Agreement:
    return Agreement.ROUNDED if holds else Agreement.DIFFERENT


def _step(figure: Figure) -> Decimal:
    """Return the place value of the last digit that the figure shows."""
    scale = _scale(figure)
    return (figure.step or Decimal(1)) * scale


def _to_step(value: Decimal, step: Decimal, rounding: str) -> Decimal:
    return (value / step).to_integral_value(rounding=rounding) * step


def _last_place(value: Decimal) -> Decimal:
    """Return the place value of the last digit of ``value`` that is not zero (1230 → 10, 91.4 → 0.1)."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _lead(value: Decimal) -> Decimal:
    """Return ``value`` cut to its first significant digit (2351 → 2000)."""
    place = Decimal(1).scaleb(value.adjusted())
    return (value / place).to_integral_value(rounding=ROUND_FLOOR) * place


def significant_digits(value: Decimal, step: Decimal) -> int:
    """Return how many significant digits ``value`` shows when it is written to ``step``."""
    if value == 0 or step == 0:
        return 1
    exponent = step.normalize().as_tuple().exponent
    return value.adjusted() - (exponent if isinstance(exponent, int) else 0) + 1


def is_rare(value: Decimal | None) -> bool:
    """Whether a number has three digits or more without the zeros at its end, which two rarely share by chance."""
    return value is not None and digits_told(value) > _COMMON


def digits_told(value: Decimal) -> int:
    """Return how many digits a number has without the zeros at its end (15000: 2)."""
    return len(value.normalize().as_tuple().digits)
