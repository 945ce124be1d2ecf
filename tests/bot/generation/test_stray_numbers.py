import pytest

from bot.generation.stray_numbers import stray_numbers

PASSAGE = "公示编号：XH-SL-2023-07，索引号SH0417。湖口街道12345热线办结。"


@pytest.mark.parametrize(
    ("sentence", "context", "raw"),
    [
        pytest.param("公示编号是XH-SL-2023-07。", "", [], id="identifier as it is"),
        pytest.param("公示编号是XH-SL-2023-08。", "", ["2023", "08"], id="identifier one digit off"),
        pytest.param("办结77，另有88。", "", ["77", "88"], id="two numbers at a mark"),
        pytest.param("街道12345热线办结。", "", [], id="number of a line"),
        pytest.param("1. 湖口街道办结。", "", [], id="item of a list"),
        pytest.param("3. 湖口街道办结。", "", ["3"], id="item that follows upon none"),
    ],
)
def test_number_that_is_no_figure_has_to_stand_as_it_is(sentence: str, context: str, raw: list[str]) -> None:
    found = stray_numbers(sentence, (), context, lambda text: text in PASSAGE)
    assert [one.raw for one in found] == raw
