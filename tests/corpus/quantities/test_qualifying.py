from decimal import Decimal

import pytest

from corpus.figure import Figure, Kind, Qualifier
from corpus.quantities.figures import find_figures
from corpus.quantities.qualifying import qualify_after, qualify_before


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        pytest.param("最近30个", "30个", id="近 in 最近"),
        pytest.param("附近30个", "30个", id="近 in 附近"),
        pytest.param("通过30项", "30项", id="过 in 通过"),
        pytest.param("预约30人", "30人", id="约 in 预约"),
        pytest.param("不超过30人", "不超过30人", id="超过 in 不超过"),
        pytest.param("达到30人", "30人", id="达到 is no bound"),
        pytest.param("30人以上级", "30人以上", id="以上 behind the unit"),
    ],
)
def test_other_words_do_not_qualify(text: str, raw: str) -> None:
    assert [figure.raw for figure in find_figures(text)] == [raw]


def test_a_qualifier_at_the_end_of_the_text_ends_there() -> None:
    (figure,) = find_figures("约九成左右")

    assert (figure.start, figure.end) == (0, 5)


def bare(text: str, raw: str, value: str, kind: Kind = Kind.COUNT, *, unit: str = "") -> Figure:
    """The figure ``raw`` of ``text`` before the words around it are read."""
    start, number = text.index(raw), Decimal(value)
    return Figure(raw, start, start + len(raw), kind, number, number, number, unit=unit, step=Decimal(1))


def bounds(figure: Figure) -> tuple[Qualifier, str, str]:
    low, high = ("" if part is None else f"{part:f}" for part in (figure.low, figure.high))
    return figure.qualifier, low, high


@pytest.mark.parametrize(
    ("text", "raw", "value", "kind", "read", "expected"),
    [
        pytest.param(
            "30人以上", "30人", "30", Kind.COUNT, "30人以上", (Qualifier.AT_LEAST, "30", ""), id="以上"
        ),
        pytest.param(
            "30 以内", "30", "30", Kind.COUNT, "30 以内", (Qualifier.AT_MOST, "", "30"), id="after a space"
        ),
        pytest.param(
            "90%左右", "90%", "90", Kind.PERCENT, "90%左右", (Qualifier.ABOUT, "85.5", "94.5"), id="左右"
        ),
        pytest.param("40%多", "40%", "40", Kind.PERCENT, "40%多", (Qualifier.OVER, "40", "50"), id="多"),
        pytest.param(
            "40%多人", "40%", "40", Kind.PERCENT, "40%", (Qualifier.EXACT, "40", "40"), id="多 of 多人"
        ),
        pytest.param(
            "比上年的40%多，",
            "40%",
            "40",
            Kind.PERCENT,
            "40%",
            (Qualifier.EXACT, "40", "40"),
            id="多 of a comparison",
        ),
        pytest.param(
            "30人多", "30人", "30", Kind.COUNT, "30人", (Qualifier.EXACT, "30", "30"), id="多 behind a count"
        ),
        pytest.param(
            "30人以外", "30人", "30", Kind.COUNT, "30人", (Qualifier.EXACT, "30", "30"), id="no such word"
        ),
        pytest.param(
            "30人", "30人", "30", Kind.COUNT, "30人", (Qualifier.EXACT, "30", "30"), id="end of the text"
        ),
    ],
)
def test_words_behind_a_number_are_taken_along(
    text: str, raw: str, value: str, kind: Kind, read: str, expected: tuple[Qualifier, str, str]
) -> None:
    figure = qualify_after(text, bare(text, raw, value, kind))
    assert (text[figure.start : figure.end], bounds(figure)) == (read, expected)


@pytest.mark.parametrize(
    ("text", "raw", "read", "expected"),
    [
        pytest.param("近600个", "600个", "近600个", (Qualifier.NEARLY, "540", "600"), id="近"),
        pytest.param("最近600个", "600个", "600个", (Qualifier.EXACT, "600", "600"), id="最近"),
        pytest.param(
            "不少于600个", "600个", "不少于600个", (Qualifier.AT_LEAST, "600", ""), id="不少于 is not 少于"
        ),
        pytest.param("少于600个", "600个", "少于600个", (Qualifier.UNDER, "", "600"), id="少于"),
        pytest.param("约 600个", "600个", "约 600个", (Qualifier.ABOUT, "570", "630"), id="after a space"),
        pytest.param("完成600个", "600个", "600个", (Qualifier.EXACT, "600", "600"), id="no such word"),
        pytest.param("600个", "600个", "600个", (Qualifier.EXACT, "600", "600"), id="start of the text"),
    ],
)
def test_words_before_a_number_are_taken_along(
    text: str, raw: str, read: str, expected: tuple[Qualifier, str, str]
) -> None:
    figure = qualify_before(text, bare(text, raw, "600"), 0)
    assert (text[figure.start : figure.end], bounds(figure)) == (read, expected)


def test_word_that_was_read_already_is_left_alone() -> None:
    text = "近600个"
    assert qualify_before(text, bare(text, "600个", "600"), 1).start == 1


@pytest.mark.parametrize(
    ("text", "raw", "kind", "value"),
    [
        pytest.param("净利润-1.2亿元", "1.2亿元", Kind.MONEY, "-120000000", id="between a noun and money"),
        pytest.param("增速为-3.5%", "3.5%", Kind.PERCENT, "-3.5", id="after 为"),
        pytest.param("零下5度", "5度", Kind.MEASURE, "-5", id="零下"),
        pytest.param("负5度", "5度", Kind.MEASURE, "-5", id="负"),
        pytest.param("减负5亿元", "5亿元", Kind.MONEY, "500000000", id="负 of 减负"),
        pytest.param("3-5个", "5个", Kind.COUNT, "5", id="a dash between numbers"),
        pytest.param("A-5件", "5件", Kind.COUNT, "5", id="a dash behind a letter"),
    ],
)
def test_sign_is_told_from_a_dash(text: str, raw: str, kind: Kind, value: str) -> None:
    size = value.removeprefix("-")
    figure = qualify_before(text, bare(text, raw, size, kind), 0)
    assert (figure.value, figure.low, figure.high) == (Decimal(value),) * 3


@pytest.mark.parametrize(
    ("text", "raw", "unit", "read"),
    [
        pytest.param("¥5,000", "5,000", "元", "¥5,000", id="yuan"),
        pytest.param("US$5,000", "5,000", "美元", "US$5,000", id="dollars by country"),
        pytest.param("$5,000", "5,000", "美元", "$5,000", id="dollars"),
        pytest.param("共5,000", "5,000", "", "5,000", id="no mark"),
    ],
)
def test_currency_mark_makes_money(text: str, raw: str, unit: str, read: str) -> None:
    figure = qualify_before(text, bare(text, raw, "5000"), 0)
    assert (text[figure.start : figure.end], figure.unit) == (read, unit)
    assert figure.kind is (Kind.MONEY if unit else Kind.COUNT)


def test_mark_of_another_currency_is_left_alone() -> None:
    text = "$5,000元"
    figure = qualify_before(text, bare(text, "5,000元", "5000", Kind.MONEY, unit="元"), 0)
    assert (figure.start, figure.unit) == (1, "元")
