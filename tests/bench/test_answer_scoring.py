import pytest

from bench.answer_scoring import Wanted, contains_all, is_same
from corpus.quantities.figures import find_figures


@pytest.mark.parametrize(
    ("text", "answers", "contained"),
    [
        ("共完成５８８个。", (("588个",),), True),
        ("卖出1.5万件。", (("15000件",),), True),
        ("卖出1.5万件。", (("15000人",),), False),
        ("始建于1905年。", (("90",),), False),
        ("共设90席。", (("90",), ("12",)), False),
        ("共设90席。", (("91", "90"),), True),
    ],
)
def test_text_contains_answers(text: str, answers: tuple[tuple[str, ...], ...], contained: bool) -> None:
    assert contains_all(text, Wanted(answers)) is contained


@pytest.mark.parametrize(
    ("raw", "wording", "same"),
    [
        ("1.5万件", "15000件", True),
        ("1.5万件", "15000", True),
        ("7.32%", "7.32个百分点", False),
        ("2023年03月08日", "3月8日", True),
        ("3月8日", "2023年3月8日", False),
        ("2023年3月18日", "3月8日", False),
    ],
)
def test_figure_is_the_wording(raw: str, wording: str, same: bool) -> None:
    assert is_same(find_figures(raw)[0], wording) is same
