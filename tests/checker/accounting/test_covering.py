import pytest

from checker.accounting.covering import Layers, SaidAs, cover
from checker.accounting.spans import WordedText

LAYERS = Layers(WordedText("追回拖欠水费83.5万元"), WordedText("松原市水务局整改情况的通报"))

COVERED = [
    pytest.param("追回拖欠水费", [], id="as it is"),
    pytest.param("收回了拖欠的水费", [], id="other words and links"),
    pytest.param("谎报追回水费", ["谎报"], id="another deed"),
    pytest.param("未追回水费", ["未"], id="denied"),
    pytest.param("扣除增加", ["扣除增加"], id="words whose last character joins"),
    pytest.param("追回水费⑤", ["⑤"], id="a notation"),
    pytest.param("每月追回水费", ["每月"], id="a rate"),
    pytest.param("追回水费XLV", ["XLV"], id="letters"),
    pytest.param("追回水费三次", ["三次"], id="a number that is not there"),
    pytest.param("次月追回水费", ["次月"], id="a time of measure words"),
]


@pytest.mark.parametrize(("said", "left"), COVERED)
def test_what_nothing_accounts_for_is_left(said: str, left: list[str]) -> None:
    found = cover(WordedText(said), 0, len(said), LAYERS)
    assert [said[start:end] for start, end in found.left] == left


def test_number_below_ten_is_found_in_digits() -> None:
    layers = Layers(WordedText("局长专题会议1次,党组会12次,4次学习会"), WordedText(""))
    said = ("专题会议一次", "党组会二次", "四次学习会", "党组会四次")
    left = [cover(WordedText(one), 0, len(one), layers).left for one in said]
    assert [bool(one) for one in left] == [False, True, False, True]


def test_what_stands_further_off_is_told_as_such() -> None:
    said = "整改追回水费"
    found = cover(WordedText(said), 0, len(said), LAYERS)
    assert [said[start:end] for start, end in found.far] == ["整改"]


def test_known_spans_are_passed_over() -> None:
    said = "松原学院追回水费9万元"
    found = cover(WordedText(said), 0, len(said), LAYERS, [(0, 4), (8, 11)])
    assert found.left == ()


@pytest.mark.parametrize(
    ("forms", "left"),
    [
        pytest.param(("收到", "收回"), 0, id="one of them in other words"),
        pytest.param(("拖欠的水费",), 0, id="in parts"),
        pytest.param(("隐瞒",), 1, id="none"),
    ],
)
def test_phrase_may_be_said_in_any_of_its_forms(forms: tuple[str, ...], left: int) -> None:
    said = "■■"
    found = cover(WordedText(said), 0, 2, LAYERS, phrases={0: SaidAs(2, forms)})
    assert len(found.left) == left
