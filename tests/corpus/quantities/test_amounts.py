from decimal import Decimal

import pytest

from corpus.figure import Qualifier
from corpus.quantities.amounts import Amount, listed_pair, number, pair, power, several, vague


def told(amount: Amount | None, text: str) -> tuple[str, str, str, str] | None:
    """What an amount covers, its value and its bounds; "" for what it does not have."""
    if amount is None:
        return None
    parts = (amount.value, amount.low, amount.high)
    value, low, high = ("" if part is None else f"{part.normalize():f}" for part in parts)
    return text[amount.start : amount.end], value, low, high


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("588个", ("588", "588", "588", "588"), id="digits"),
        pytest.param("1.5万件", ("1.5万", "15000", "15000", "15000"), id="decimal with a multiplier"),
        pytest.param("三万五", ("三万五", "35000", "35000", "35000"), id="shortened"),
        pytest.param("500余项", ("500余", "500", "500", "600"), id="余 of hundreds"),
        pytest.param("420多个", ("420多", "420", "420", "430"), id="多 of tens"),
        pytest.param("十余万元", ("十余万", "100000", "100000", "200000"), id="余 before a multiplier"),
        pytest.param("十来个", ("十来", "10", "9", "12"), id="来 either way"),
        pytest.param("1.5亿多元", ("1.5亿多", "150000000", "150000000", "160000000"), id="多 behind 亿"),
        pytest.param("500+个", ("500+", "500", "500", "600"), id="plus before a unit"),
    ],
)
def test_number_is_read_with_what_blurs_it(text: str, expected: tuple[str, str, str, str]) -> None:
    assert told(number(text, 0), text) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("5多", "5", id="多 behind one digit"),
        pytest.param("1.5多", "1.5", id="多 behind a decimal"),
        pytest.param("10来自", "10", id="来 of 来自"),
        pytest.param("12来个", "12", id="来 behind a number that is not round"),
        pytest.param("500+", "500", id="plus without a unit"),
    ],
)
def test_word_that_blurs_nothing_is_left(text: str, found: str) -> None:
    amount = number(text, 0)
    assert amount is not None
    assert (text[amount.start : amount.end], amount.qualifier) == (found, Qualifier.EXACT)


@pytest.mark.parametrize(
    ("text", "measure", "multiplier", "arabic"),
    [
        pytest.param("588", "", "0", True, id="none"),
        pytest.param("6.5万", "万", "10000", True, id="万"),
        pytest.param("3千", "千", "1000", True, id="千 behind digits"),
        pytest.param("三千", "", "0", False, id="千 of a Chinese numeral"),
        pytest.param("三亿", "亿", "100000000", False, id="亿 of a Chinese numeral"),
    ],
)
def test_multiplier_is_kept_as_written(text: str, measure: str, multiplier: str, arabic: bool) -> None:
    amount = number(text, 0)
    assert amount is not None
    assert (amount.measure, amount.multiplier, amount.arabic) == (measure, Decimal(multiplier), arabic)


@pytest.mark.parametrize("text", ["个", "", "点五个"], ids=["no numeral", "nothing", "half a decimal"])
def test_no_number_is_read_where_none_begins(text: str) -> None:
    assert number(text, 0) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("十几户", ("十几", "10", "11", "19"), id="ten and some"),
        pytest.param("二十几万元", ("二十几万", "200000", "210000", "290000"), id="with a multiplier"),
        pytest.param("一百零几个", ("一百零几", "100", "101", "109"), id="after 零"),
        pytest.param("三几个", None, id="below ten"),
        pytest.param("十户", None, id="without 几"),
    ],
)
def test_several_is_one_to_nine_more(text: str, expected: tuple[str, str, str, str] | None) -> None:
    assert told(several(text, 0), text) == expected


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        pytest.param("几十户", 1, ("几十", "", "20", "90"), id="几十"),
        pytest.param("数百万元", 1, ("数百万", "", "2000000", "9000000"), id="数百万"),
        pytest.param("上百户", 1, ("上百", "100", "100", ""), id="上百"),
        pytest.param("数以万计", 2, ("数以万计", "10000", "10000", ""), id="数以万计"),
        pytest.param("成百上千", 1, ("成百上千", "100", "100", ""), id="成百上千"),
        pytest.param("总数百人", 2, None, id="数 of 总数"),
        pytest.param("以上百户", 2, None, id="上 of 以上"),
        pytest.param("百户", 0, None, id="nothing before"),
        pytest.param("这十户", 1, None, id="another word before"),
    ],
)
def test_vague_multiplier_has_bounds_alone(
    text: str, at: int, expected: tuple[str, str, str, str] | None
) -> None:
    assert told(vague(text, at), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("三四十户", ("三四十", "", "30", "40"), id="tens"),
        pytest.param("十五六个", ("十五六", "", "15", "16"), id="behind ten"),
        pytest.param("两三百人", ("两三百", "", "200", "300"), id="hundreds"),
        pytest.param("七八个", ("七八", "", "7", "8"), id="digits"),
        pytest.param("三五个", ("三五", "", "3", "5"), id="三五 skips one"),
        pytest.param("三六个", None, id="not neighbours"),
        pytest.param("八七个", None, id="falling"),
        pytest.param("三四五个", None, id="three in a row"),
        pytest.param("三十", None, id="a number"),
    ],
)
def test_two_neighbouring_digits_bound_a_number(
    text: str, expected: tuple[str, str, str, str] | None
) -> None:
    assert told(pair(text, 0), text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("40k，", "40000", id="thousands"),
        pytest.param("2M个", "2000000", id="millions"),
        pytest.param("1e3", "1000", id="exponent"),
        pytest.param("10^6", "1000000", id="power"),
        pytest.param("40km", None, id="a unit of length"),
        pytest.param("4K", None, id="a screen"),
        pytest.param("1e333", None, id="an endless exponent"),
        pytest.param("40", None, id="a plain number"),
    ],
)
def test_latin_multiplier_is_read(text: str, value: str | None) -> None:
    amount = power(text, 0)
    assert (None if amount is None else amount.value) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        pytest.param("一百几十个", "110", "190", id="tens of a hundred"),
        pytest.param("一千几百元", "1100", "1900", id="hundreds of a thousand"),
        pytest.param("十几万元", "110000", "190000", id="so many times ten thousand"),
        pytest.param("一百零几个", "101", "109", id="units"),
    ],
)
def test_several_of_a_lower_place_are_added(text: str, low: str, high: str) -> None:
    amount = several(text, 0)
    assert amount is not None
    assert (str(amount.low), str(amount.high)) == (low, high)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        pytest.param("每天跑5、6趟", ("5", "6"), id="bare"),
        pytest.param("约谈7、8人", ("7", "8"), id="people"),
        pytest.param("用时2、3天", ("2", "3"), id="days"),
        pytest.param("完成3、4批左右", ("3", "4"), id="blurred"),
        pytest.param("分别为3、4次", None, id="told apart"),
        pytest.param("甲、乙两组完成3、4件", None, id="two heads"),
        pytest.param("验收3、4批", None, id="numbers of their own"),
        pytest.param("安装3、5台", None, id="no neighbours"),
        pytest.param("：1、2个问题", None, id="number of a list"),
    ],
)
def test_two_neighbouring_digits_in_a_list_bound_a_number(text: str, bounds: tuple[str, str] | None) -> None:
    at = next(place for place, char in enumerate(text) if char.isdecimal())
    amount = listed_pair(text, at)
    assert (amount and (str(amount.low), str(amount.high))) == bounds
