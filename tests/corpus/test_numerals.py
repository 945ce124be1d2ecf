import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.numerals import (
    LONGEST_NUMERAL,
    in_chinese,
    match_number,
    normalise,
    number_of,
    read_numeral,
    small_numeral,
    tidy,
)

DIGITS = "零一二三四五六七八九"
FINANCIAL = str.maketrans("零一二三四五六七八九十百千万亿", "零壹贰叁肆伍陆柒捌玖拾佰仟萬億")


def write_section(number: int) -> str:
    """Write a number under 10000 in Chinese, 零 for the places left out between others."""
    written, gap = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, place)
        if digit:
            written += ("零" if gap and written else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return written


def write_chinese(number: int) -> str:
    written, gap = "", False
    for size, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, number = divmod(number, size)
        if part:
            short = part < 1000 or gap
            written += ("零" if written and short else "") + write_section(part) + name
            gap = False
        elif written:
            gap = True
    return written or "零"


@pytest.mark.parametrize(
    ("written", "value", "step"),
    [
        pytest.param("588", "588", "1", id="digits"),
        pytest.param("5,260", "5260", "1", id="separated thousands"),
        pytest.param("1,234,567.5", "1234567.5", "0.1", id="separated thousands with decimals"),
        pytest.param("91.350", "91.350", "0.001", id="decimals as written"),
        pytest.param(".5", "0.5", "0.1", id="no whole part"),
        pytest.param("五百八十八", "588", "1", id="Chinese"),
        pytest.param("两千零五", "2005", "1", id="a place left out"),
        pytest.param("三万五", "35000", "1000", id="last place unsaid"),
        pytest.param("一百八", "180", "10", id="last place unsaid under a hundred"),
        pytest.param("一百零八", "108", "1", id="last place said by 零"),
        pytest.param("十五", "15", "1", id="ten without one"),
        pytest.param("一百一十", "110", "10", id="ten with one"),
        pytest.param("廿三", "23", "1", id="twenty in one character"),
        pytest.param("卅", "30", "10", id="thirty in one character"),
        pytest.param("二零二一", "2021", "1", id="place by place"),
        pytest.param("九十一点三五", "91.35", "0.01", id="Chinese decimals"),
        pytest.param("三点五万", "35000", "1000", id="Chinese decimals of a myriad"),
        pytest.param("1亿2000万", "120000000", "10000", id="mixed"),
        pytest.param("3万5千", "35000", "1000", id="mixed with thousand"),
        pytest.param("12.6万", "126000", "1000", id="decimals of a myriad"),
        pytest.param("4.78万亿", "4780000000000", "10000000000", id="myriad of 亿"),
        pytest.param("一万五千亿", "1500000000000", "100000000000", id="section over 亿"),
        pytest.param("四十九兆九千五百九十二亿", "49959200000000", "100000000", id="兆"),
        pytest.param("2351万", "23510000", "10000", id="step is the last digit's place"),
    ],
)
def test_read_numeral_gives_value_and_step(written: str, value: str, step: str) -> None:
    numeral = read_numeral(written)

    assert numeral is not None
    assert (numeral.value, numeral.step) == (Decimal(value), Decimal(step))


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("", id="nothing"),
        pytest.param("十四五", id="a plan's name"),
        pytest.param("万万", id="multipliers alone"),
        pytest.param("三八", id="two digits side by side"),
        pytest.param("一" * (LONGEST_NUMERAL + 1), id="too long for a numeral"),
        pytest.param("一x", id="not a numeral character"),
    ],
)
def test_read_numeral_refuses_what_is_none(written: str) -> None:
    assert read_numeral(written) is None


def test_read_numeral_takes_the_longest_allowed() -> None:
    numeral = read_numeral("1" * LONGEST_NUMERAL)

    assert numeral is not None
    assert str(numeral.value) == "1" * LONGEST_NUMERAL


@pytest.mark.parametrize(
    ("text", "end", "value"),
    [
        pytest.param("一百 五十个", 5, "150", id="spaces inside one number"),
        pytest.param("一 二 三", 1, "1", id="spaces between numbers"),
        pytest.param("二两酒", 1, "2", id="a weight behind a digit"),
        pytest.param("七十百分位", 2, "70", id="a word behind a number"),
        pytest.param("3万4000人", 6, "34000", id="digits behind a multiplier"),
    ],
)
def test_match_number_ends_where_the_number_ends(text: str, end: int, value: str) -> None:
    found = match_number(text, 0)

    assert found is not None
    assert (found[0], found[1].value) == (end, Decimal(value))


@given(st.text())
def test_normalise_keeps_every_place(text: str) -> None:
    assert len(normalise(text)) == len(text)


def test_normalise_maps_every_character_to_one() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))

    assert len(normalise(everything)) == len(everything)


@given(st.integers(0, 10**12 - 1))
def test_chinese_numerals_read_back(number: int) -> None:
    numeral = read_numeral(write_chinese(number))

    assert numeral is not None
    assert numeral.value == number


@given(st.integers(0, 10**12 - 1))
def test_financial_numerals_read_back(number: int) -> None:
    numeral = read_numeral(normalise(write_chinese(number).translate(FINANCIAL)))

    assert numeral is not None
    assert numeral.value == number


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(["", "万", "亿", "万亿"]))
def test_decimals_read_back(value: Decimal, multiplier: str) -> None:
    numeral = read_numeral(f"{value:,}{multiplier}")

    assert numeral is not None
    assert numeral.value == value * {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[multiplier]


@pytest.mark.parametrize(
    ("value", "expected"),
    [("15000.0", "15000"), ("94.50", "94.5"), ("1E+4", "10000"), ("0.00", "0"), ("-6.20", "-6.2")],
)
def test_tidy_drops_trailing_zeros_only(value: str, expected: str) -> None:
    assert str(tidy(Decimal(value))) == expected


SMALL = [
    ("12", 12),
    ("１２", 12),
    ("十", 10),
    ("十二", 12),
    ("二十", 20),
    ("廿一", 21),
    ("九", 9),
    ("元", 1),
]


@pytest.mark.parametrize(("written", "value"), SMALL, ids=[row[0] for row in SMALL])
def test_small_numeral_reads(written: str, value: int) -> None:
    assert small_numeral(written) == value


@pytest.mark.parametrize("written", ["", "一百", "县", "二三", "1234", "十十"])
def test_small_numeral_refuses(written: str) -> None:
    assert small_numeral(written) is None


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("2022", 2022),
        ("二〇二二", 2022),
        ("二零二二", 2022),
        ("十", 10),
        ("两", 2),
        ("二十一", 21),
        ("上", 0),
    ],
)
def test_number_of_reads_years_and_ordinals(digits: str, value: int) -> None:
    assert number_of(digits) == value


@pytest.mark.parametrize("number", range(1, 100))
def test_in_chinese_is_read_back(number: int) -> None:
    assert small_numeral(in_chinese(number)) == number_of(in_chinese(number)) == number


@pytest.mark.parametrize("number", [-1, 0, 100])
def test_in_chinese_leaves_other_numbers_in_digits(number: int) -> None:
    assert in_chinese(number) == str(number)


def test_run_of_numerals_that_is_no_number_is_looked_at_by_pieces() -> None:
    run = "零" * (LONGEST_NUMERAL * 3)
    assert match_number(f"{run}个", 0) is None
    at = len(run) - LONGEST_NUMERAL
    assert match_number(f"{run}个", at) == (len(run), read_numeral(run[at:]))
