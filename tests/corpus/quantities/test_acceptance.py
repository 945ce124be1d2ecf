from decimal import Decimal

import pytest

from corpus.figure import Figure, Kind, Qualifier
from corpus.quantities.acceptance import is_quantity
from corpus.quantities.notations import amount_at
from corpus.quantities.units import Unit, unit_at

NO_UNIT = Unit("", "", Decimal(1), Kind.COUNT)


def accepted(text: str, written: str, *, qualifier: Qualifier = Qualifier.EXACT, back: int = 0) -> bool:
    """Whether ``written``, a numeral with its unit, is a quantity in ``text``; ``back`` widens it by a word before."""
    at = text.index(written)
    amount = amount_at(text, at)
    assert amount is not None
    unit = unit_at(text, amount.end) if amount.end < at + len(written) else None
    start, end = at - back, at + len(written)
    kind = amount.kind or (unit or NO_UNIT).kind
    figure = Figure(text[start:end], start, end, kind, amount.value, qualifier=qualifier)
    return is_quantity(text, at, amount, unit or NO_UNIT, figure)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("整改588个问题", "588个", id="with a unit"),
        pytest.param("浏览次数：1286", "1286", id="after a colon"),
        pytest.param("标准为3500", "3500", id="after 为"),
        pytest.param("评分9.5分", "9.5分", id="a decimal"),
        pytest.param("分别为12、15、20个", "12", id="head of a list"),
        pytest.param("立案12件", "12件", id="behind a verb"),
        pytest.param("588", "588", id="alone"),
        pytest.param("涉及3项目", "3", id="before its noun"),
        pytest.param("东岭镇 | 119 | 110", "119", id="a number of service as a cell"),
        pytest.param("东岭镇   42   120\n", "120", id="a number of service as the last cell"),
    ],
)
def test_digits_that_a_text_states_are_a_quantity(text: str, written: str) -> None:
    assert accepted(text, written)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("第3个", "3个", id="an ordinal"),
        pytest.param("骁龙8芯片", "8", id="a product"),
        pytest.param("iOS 17", "17", id="a product in Latin letters"),
        pytest.param("985高校", "985", id="a group of universities"),
        pytest.param("拨打12345", "12345", id="a number of service"),
        pytest.param("编号A-12件", "12件", id="a code"),
        pytest.param("A4纸", "4", id="behind a letter"),
        pytest.param("007号", "007", id="padded with noughts"),
        pytest.param("2023工作要点", "2023", id="a year"),
        pytest.param("搭载8@家", "8", id="before a mark of mail"),
    ],
)
def test_digits_in_a_name_are_none(text: str, written: str) -> None:
    assert not accepted(text, written)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("处分三人", "三人", id="with a unit"),
        pytest.param("三成受访者", "三成", id="a notation of its own"),
        pytest.param("五百八十八", "五百八十八", id="alone and long"),
        pytest.param("共计三百二十，", "三百二十", id="after 计"),
        pytest.param("五级大风", "五级", id="a wind"),
        pytest.param("是三，", "三", id="one character alone"),
        pytest.param("帮扶三家农村企业", "三家", id="before a word that ends like a place"),
        pytest.param("命名三家示范村", "三家", id="before a kind of places"),
    ],
)
def test_chinese_numeral_is_a_quantity(text: str, written: str) -> None:
    assert accepted(text, written)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("清零三个", "零", id="零 of 清零"),
        pytest.param("队伍个", "伍", id="伍 of 队伍"),
        pytest.param("三级医院", "三级", id="a class"),
        pytest.param("一三五", "一", id="a digit in a row"),
        pytest.param("统一部署", "一", id="一 in a word"),
        pytest.param("百人", "百人", id="a bare multiplier"),
        pytest.param("三号线", "三号", id="a line"),
        pytest.param("五里坡乡整改", "五里", id="the name of a township"),
        pytest.param("三家子村整改", "三家", id="the name of a village"),
    ],
)
def test_chinese_numeral_in_a_word_is_none(text: str, written: str) -> None:
    assert not accepted(text, written)


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        pytest.param("一年", "一年", True, id="a measure of time"),
        pytest.param("一吨", "一吨", True, id="a measure"),
        pytest.param("移交线索一条，", "一条", True, id="behind its noun"),
        pytest.param("一名男子", "一名", False, id="before its noun"),
        pytest.param("这一条，", "一条", False, id="behind a pointing word"),
        pytest.param("移交线索一条的", "一条", False, id="not at the end of the clause"),
        pytest.param("一个", "一个", True, id="alone"),
    ],
)
def test_one_is_an_article_more_often_than_a_number(text: str, written: str, expected: bool) -> None:
    assert accepted(text, written) is expected


def test_one_counts_behind_a_word_that_bounds_it() -> None:
    assert accepted("不到一个乡镇", "一个", qualifier=Qualifier.UNDER, back=2)
    assert not accepted("不到一个乡镇", "一个")


def test_bare_multiplier_counts_behind_a_word_that_bounds_it() -> None:
    assert accepted("近百人", "百人", qualifier=Qualifier.NEARLY, back=1)
