import pytest

from bot.answer import Choice
from bot.conversation.choosing import chosen
from bot.conversation.state import State
from corpus.organisations.directory import Directory

CHOICES = (
    Choice("平槐县水务局", "平槐县水务局修订几项制度"),
    Choice("汐港市住房和城乡建设局", "汐港市住房和城乡建设局修订几项制度"),
)


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("2", 1),
        ("第一个", 0),
        ("平槐的", 0),
        ("住建", 1),
        ("那水务局呢", 0),
        ("3", -1),
        ("残联", -1),
        ("局", -1),
    ],
    ids=["number", "first", "region", "short", "led in", "beyond", "another", "both"],
)
def test_choice_is_made_by_number_or_name(said: str, place: int) -> None:
    found = chosen(said, State(choices=CHOICES), Directory())
    assert found == (CHOICES[place].question if place >= 0 else "")


def test_nothing_is_chosen_where_nothing_was_asked_back() -> None:
    assert chosen("2", State(), Directory()) == ""
