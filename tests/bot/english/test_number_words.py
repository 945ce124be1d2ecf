from decimal import Decimal

import pytest

from bot.english.number_words import NumberSort, find_numbers

NUMBERS = [
    ("41 problems", "41", NumberSort.COUNT),
    ("forty-five problems", "45", NumberSort.COUNT),
    ("one hundred and twenty thousand people", "120000", NumberSort.COUNT),
    ("1,268 patients", "1268", NumberSort.COUNT),
    ("3.856 million yuan", "3856000", NumberSort.MONEY),
    ("RMB 12", "12", NumberSort.MONEY),
    ("91.35%", "91.35", NumberSort.PERCENT),
    ("12 per cent", "12", NumberSort.PERCENT),
    ("2.6 percentage points", "2.6", NumberSort.POINTS),
    ("2.6 points up", "2.6", NumberSort.POINTS),
]


@pytest.mark.parametrize(("text", "value", "sort"), NUMBERS, ids=[row[0] for row in NUMBERS])
def test_number_says_what_it_measures(text: str, value: str, sort: NumberSort) -> None:
    (found,) = find_numbers(text)
    assert (found.value, found.sort) == (Decimal(value), sort)
    assert text.startswith(text[found.start : found.end])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("lost 28.6 million yuan, 17.4 million less", [("28600000", "money"), ("17400000", "money")]),
        ("paid 2 million yuan to 3 million people", [("2000000", "money"), ("3000000", "count")]),
        ("finished 132 of its planned 185 kilometres", [("132000", "count"), ("185000", "count")]),
        ("17 of the 19 problems", [("17", "count"), ("19", "count")]),
    ],
)
def test_unit_is_said_once_for_two_numbers(text: str, values: list[tuple[str, str]]) -> None:
    assert [(f"{one.value.normalize():f}", str(one.sort)) for one in find_numbers(text)] == values


@pytest.mark.parametrize("text", ["half of them", "a dozen", "none", "often", "version v2"])
def test_word_of_quantity_is_no_number(text: str) -> None:
    assert list(find_numbers(text)) == []
