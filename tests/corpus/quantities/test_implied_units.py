import pytest

from corpus.figure import Kind
from corpus.lexicon.counted_nouns import MONEY, PEOPLE
from corpus.quantities.figures import find_figures


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        pytest.param("追缴税款（万元）：318.6。", "3186000", "元", id="label"),
        pytest.param("债券发行总额（亿元）12.50。", "1250000000", "元", id="label without a colon"),
        pytest.param("追回工资771.30万。", "7713000", "元", id="money noun"),
        pytest.param("惠及4.6万群众。", "46000", "人", id="people"),
        pytest.param("新增2万户籍人口。", "20000", "人", id="measure word in a noun"),
        pytest.param("投入4.6万用于慰问老人。", "46000", "元", id="spent on people"),
        pytest.param("救助金3万群众受益。", "30000", "人", id="people right behind"),
    ],
)
def test_unit_is_implied(text: str, value: str, unit: str) -> None:
    (figure,) = find_figures(text)
    assert (str(figure.value), figure.unit) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("播放量达3260万。", id="no money"),
        pytest.param("工资为3260。", id="no multiplier"),
        pytest.param("新增2万棵树。", id="a unit of its own"),
    ],
)
def test_unit_is_not_guessed(text: str) -> None:
    assert not any(figure.unit == "元" or figure.kind is Kind.MONEY for figure in find_figures(text))


def test_nouns_are_of_one_sort_each() -> None:
    assert not set(MONEY) & set(PEOPLE)
    assert all(len(noun) > 1 for noun in (*MONEY, *PEOPLE))
