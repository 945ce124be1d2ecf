import pytest

from corpus.organisations.sameness import Sameness, same_organisation
from corpus.times.rounds import (
    are_others,
    listed_round,
    named_rounds,
    round_name,
    round_number,
    rounds_in,
    rows_in,
    terms_in,
)

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


@pytest.mark.parametrize(
    ("named", "text", "others"),
    [
        pytest.param(["五"], "第5轮巡视整改通报", False, id="the same, written otherwise"),
        pytest.param(["四", "五"], "第五轮巡视整改通报", False, id="one of two"),
        pytest.param(["四"], "第五轮巡视整改通报", True, id="another"),
        pytest.param(["四"], "巡视整改通报", True, id="none in the text"),
        pytest.param([], "第五轮巡视整改通报", False, id="none named"),
    ],
)
def test_rounds_that_a_text_does_not_name_are_others(named: list[str], text: str, others: bool) -> None:
    assert are_others(named, text) is others


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("第四轮巡察发现问题", ["4"], id="one"),
        pytest.param("前四轮巡察", ["1-4"], id="all up to one"),
        pytest.param("第一轮至第四轮", ["1-4"], id="from one to another"),
        pytest.param("第一至第九轮，第十轮", ["1-9", "10"], id="two, the nearest last"),
        pytest.param("第1—16批转办件", ["批1-16"], id="batches"),
        pytest.param("巡察六轮，第三批次", [], id="a count, and what is counted otherwise"),
    ],
)
def test_rows_of_rounds_and_batches_are_told_by_their_ends(text: str, rows: list[str]) -> None:
    assert rows_in(text) == rows


@pytest.mark.parametrize(
    ("head", "name"),
    [
        pytest.param("第二", "第二轮", id="first of the list"),
        pytest.param("第三", "第三轮", id="within it"),
        pytest.param("第四", "第四轮", id="the last"),
        pytest.param("测评", "", id="no number"),
    ],
)
def test_member_of_a_list_of_rounds_is_one(head: str, name: str) -> None:
    text = "江州市委第二、第三和第四轮巡察测评得分分别为79.6、85.3和91.8。"
    start = text.index(head)
    assert listed_round(text, start, start + len(head)) == name
