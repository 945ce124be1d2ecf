import pytest

from corpus.organisations.sameness import Sameness, same_organisation
from corpus.times.rounds import named_rounds, round_name, round_number, rounds_in, terms_in

ROUNDS = [
    ("chinese", "七届省委第八轮巡视", [8]),
    ("digits", "七届省委第8轮巡视", [8]),
    ("full-width digits", "第８轮巡视", [8]),
    ("beyond ten", "第十二轮", [12]),
    ("beyond twenty", "第二十一轮", [21]),
    ("two", "第4轮和第五轮", [4, 5]),
    ("none but a count", "前六轮巡视，本轮，八轮会谈", []),
    ("no number of one", "第〇轮", []),
]


@pytest.mark.parametrize(("text", "numbers"), [row[1:] for row in ROUNDS], ids=[row[0] for row in ROUNDS])
def test_rounds_are_found_by_number(text: str, numbers: list[int]) -> None:
    assert rounds_in(text) == numbers


@pytest.mark.parametrize("number", [1, 9, 10, 12, 20, 21, 99, 100, 101])
def test_round_name_is_read_back(number: int) -> None:
    assert rounds_in(round_name(number)) == [number]


@pytest.mark.parametrize("written", ["", "零", "三四", "百百"])
def test_round_number_refuses(written: str) -> None:
    assert round_number(written) is None


def test_named_rounds_have_one_name_each() -> None:
    assert named_rounds("第4轮、第４轮与第四轮，第12轮") == "第四轮、第四轮与第四轮，第十二轮"
    assert named_rounds("第三四轮") == "第三四轮"


@pytest.mark.parametrize(
    ("other", "sameness"),
    [
        ("七届省委第8轮被巡视党组织", Sameness.SAME),
        ("七届省委第9轮被巡视党组织", Sameness.DIFFERENT),
    ],
)
def test_collectives_of_a_round_are_compared_by_number(other: str, sameness: Sameness) -> None:
    assert same_organisation("七届省委第八轮被巡视党组织", other) is sameness


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        pytest.param("八届区委第二轮巡察", [8], id="without-第"),
        pytest.param("第八届区委第二轮巡察", [8], id="with-第"),
        pytest.param("第12届州委、十一届县委", [12, 11], id="digits-and-two"),
        pytest.param("历届区委、2023届毕业生、第八届广交会", [], id="no-committee"),
    ],
)
def test_terms_of_committees_are_found_with_and_without_their_mark(text: str, terms: list[int]) -> None:
    assert terms_in(text) == terms
