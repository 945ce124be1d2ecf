import pytest

from corpus.lexicon.counted_nouns import MONEY, PEOPLE
from corpus.quantities.figures import find_figures


@pytest.mark.parametrize("noun", MONEY)
def test_number_behind_a_noun_of_money_is_money(noun: str) -> None:
    assert [figure.unit for figure in find_figures(f"{noun}3.2万，")] == ["元"]


@pytest.mark.parametrize("noun", PEOPLE)
def test_number_before_people_counts_persons(noun: str) -> None:
    (figure,) = find_figures(f"惠及4.6万{noun}。")
    assert (figure.unit, str(figure.value)) == ("人", "46000")
