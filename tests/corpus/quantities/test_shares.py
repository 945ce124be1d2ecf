from collections.abc import Callable
from decimal import Decimal

import pytest

from corpus.figure import Kind, Qualifier
from corpus.quantities.amounts import Amount
from corpus.quantities.shares import discount, fraction, half, percent, ratio, read_fold, slashed, tenths

Read = Callable[[str, int], Amount | None]


def value_of(read: Read, text: str, at: int = 0) -> tuple[str, str] | None:
    """What ``read`` covers at ``at`` and its value to six places; None where it reads nothing."""
    amount = read(text, at)
    if amount is None:
        return None
    value = "" if amount.value is None else f"{round(amount.value, 6).normalize():f}"
    return text[amount.start : amount.end], value


ROWS: list[tuple[Read, str, str, str]] = [
    (percent, "百分之九十一点三五", "百分之九十一点三五", "91.35"),
    (percent, "百分之负五", "百分之负五", "-5"),
    (percent, "千分之二", "千分之二", "0.2"),
    (percent, "万分之三的", "万分之三", "0.03"),
    (percent, "百万分之一", "百万分之一", "0.0001"),
    (percent, "百 分 之 五", "百 分 之 五", "5"),
    (fraction, "三分之二的", "三分之二", "0.666667"),
    (fraction, "二又三分之一", "二又三分之一", "2.333333"),
    (fraction, "4分之3", "4分之3", "0.75"),
    (slashed, "2/5", "2/5", "0.4"),
    (slashed, "1 2/3", "1 2/3", "1.666667"),
    (tenths, "三成", "三成", "30"),
    (tenths, "七成六", "七成六", "76"),
    (tenths, "三成半", "三成半", "35"),
    (tenths, "半成", "半成", "5"),
    (tenths, "十成", "十成", "100"),
    (discount, "九折", "九折", "90"),
    (discount, "六五折", "六五折", "65"),
    (discount, "9.5折", "9.5折", "95"),
    (discount, "半折", "半折", "50"),
    (read_fold, "翻一番", "翻一番", "2"),
    (read_fold, "翻了两番", "翻了两番", "4"),
    (read_fold, "翻番", "翻番", "2"),
    (read_fold, "翻倍", "翻倍", "2"),
    (ratio, "1:4", "1:4", "0.25"),
    (ratio, "3比1", "3比1", "3"),
    (ratio, "三比一，", "三比一", "3"),
    (half, "半年", "半", "0.5"),
    (half, "半数", "半数", "0.5"),
    (half, "一半的", "一半", "0.5"),
    (half, "半百", "半百", "50"),
]


@pytest.mark.parametrize(
    ("read", "text", "found", "value"), ROWS, ids=[f"{r.__name__} {t}" for r, t, _, _ in ROWS]
)
def test_share_is_read(read: Read, text: str, found: str, value: str) -> None:
    assert value_of(read, text) == (found, value)


NEAR: list[tuple[Read, str]] = [
    (percent, "百分点"),
    (percent, "百分之"),
    (percent, "百人"),
    (fraction, "零分之一"),
    (fraction, "三分之"),
    (slashed, "33/0"),
    (slashed, "1/2/3"),
    (slashed, "5/月"),
    (slashed, "01/2"),
    (tenths, "三成为"),
    (tenths, "十一成"),
    (tenths, "三成立"),
    (discount, "三折叠"),
    (discount, "一百折"),
    (discount, "零折"),
    (read_fold, "翻山"),
    (read_fold, "翻九十番"),
    (ratio, "1:"),
    (ratio, "00:30"),
    (half, "半导体"),
    (half, "半"),
    (half, "一半天"),
]


@pytest.mark.parametrize(("read", "text"), NEAR, ids=[f"{r.__name__} {t}" for r, t in NEAR])
def test_what_only_looks_like_a_share_is_not_read(read: Read, text: str) -> None:
    assert value_of(read, text) is None


@pytest.mark.parametrize(
    ("read", "text", "kind", "unit"),
    [
        (percent, "百分之五", Kind.PERCENT, "%"),
        (tenths, "三成", Kind.PERCENT, "%"),
        (discount, "九折", Kind.PERCENT, "%"),
        (fraction, "三分之一", Kind.RATIO, ""),
        (slashed, "1/3", Kind.RATIO, ""),
        (ratio, "1:3", Kind.RATIO, "比"),
        (read_fold, "翻番", Kind.MULTIPLE, "倍"),
        (half, "半数", Kind.RATIO, ""),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_share_knows_its_kind(read: Read, text: str, kind: Kind, unit: str) -> None:
    amount = read(text, 0)
    assert amount is not None
    assert (amount.kind, amount.unit) == (kind, unit)


def test_half_before_a_unit_leaves_the_kind_to_the_unit() -> None:
    amount = half("半年", 0)
    assert amount is not None
    assert amount.kind is None


@pytest.mark.parametrize("before", ["上", "下", "前", "后", "过"])
def test_half_of_another_word_is_none(before: str) -> None:
    assert half(f"{before}半年", 1) is None


def test_percentage_of_two_neighbouring_digits_is_a_range() -> None:
    amount = percent("百分之二三十", 0)
    assert amount is not None
    assert (amount.value, amount.low, amount.high) == (None, Decimal(20), Decimal(30))
    assert amount.qualifier is Qualifier.RANGE


def test_tenths_and_more_are_bounded_by_the_next_tenth() -> None:
    amount = tenths("六成多", 0)
    assert amount is not None
    assert (amount.low, amount.high, amount.qualifier) == (Decimal(60), Decimal(70), Qualifier.OVER)


def test_more_than_half_is_open_above() -> None:
    amount = half("过半数", 0)
    assert amount is not None
    assert (amount.low, amount.high, amount.qualifier) == (Decimal("0.5"), None, Qualifier.OVER)


@pytest.mark.parametrize("text", ["3:0", "0:3", "1:2:3"], ids=["noughts", "nought first", "three parts"])
def test_ratio_without_a_quotient_has_no_value(text: str) -> None:
    amount = ratio(text, 0)
    assert amount is not None
    assert (text[amount.start : amount.end], amount.value, amount.kind) == (text, None, Kind.RATIO)


def test_half_price_is_said_after_its_verb_only() -> None:
    amount = discount("打对折", 1)
    assert amount is not None
    assert amount.value == 50
    assert discount("对折", 0) is None
