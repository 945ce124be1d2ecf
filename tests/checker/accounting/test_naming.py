import pytest

from checker.accounting.naming import Naming
from checker.accounting.windows import Window
from tests.checker.accounting.held_reports import DIRECTORY, SOURCE, STATEMENTS


def _left(text: str, raw: str) -> list[str]:
    stated = next(one for one in STATEMENTS if one.figure.raw == raw)
    sentence = SOURCE.of(stated)
    assert sentence is not None
    window = Window(sentence, (sentence.clause_with(stated),), (stated,))
    naming = Naming(text, DIRECTORY)
    return [one.raw for one in naming.left(0, len(text), window)]


@pytest.mark.parametrize(
    ("text", "raw", "left"),
    [
        pytest.param("交通运输局修订制度", "17项", [], id="end of the owner's name"),
        pytest.param("明溪县民政局修订制度", "17项", ["明溪县民政局"], id="another"),
        pytest.param("截至2024年4月底完成", "33个", [], id="its time"),
        pytest.param("2022年完成", "33个", ["2022年"], id="another time"),
        pytest.param("县委第四巡察组反馈", "37个", [], id="carried team"),
        pytest.param("县委第四巡察组修订制度", "17项", ["县委第四巡察组"], id="another acts there"),
    ],
)
def test_names_and_times_that_are_not_there_are_left(text: str, raw: str, left: list[str]) -> None:
    assert _left(text, raw) == left


def test_spans_are_names_and_times_in_order_of_their_sorts() -> None:
    text = "2023年该局修订制度"
    assert {text[start:end] for start, end in Naming(text, DIRECTORY).spans(0, len(text))} == {
        "2023年",
        "该局",
    }
