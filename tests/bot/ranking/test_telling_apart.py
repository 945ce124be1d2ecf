import pytest

from bot.ranking.matching import Match
from bot.ranking.telling_apart import told_apart
from corpus.figure import Figure, Kind, Statement

LEAST = 0.5
"""Share of the best that a second choice scores at least."""


def match(raw: str, score: float) -> Match:
    figure = Figure(raw, 0, len(raw), Kind.COUNT)
    return Match(Statement(figure, "r", "t", raw, 0, len(raw)), score, score)


def test_of_two_that_claim_one_statement_the_one_that_loses_less_gives_way() -> None:
    first = (match("97%", 0.8), match("12件", 0.78))
    second = (match("97%", 0.9), match("5件", 0.3))
    one, other = told_apart([first, second])
    assert (one[0].statement.figure.raw, other[0].statement.figure.raw) == ("12件", "97%")


@pytest.mark.parametrize(
    ("second", "raws"),
    [
        pytest.param(0.2, ["97%", "97%"], id="too poor to be a second choice"),
        pytest.param(LEAST * 0.9, ["97%", "5件"], id="just good enough"),
    ],
)
def test_claim_without_a_second_choice_stays(second: float, raws: list[str]) -> None:
    told = told_apart([(match("97%", 0.8),), (match("97%", 0.9), match("5件", second))])
    assert [one[0].statement.figure.raw for one in told] == raws


def test_one_alone_is_left_as_it_is() -> None:
    matches = (match("97%", 0.8), match("12件", 0.1))
    assert told_apart([matches]) == [matches]


def test_thing_without_matches_keeps_none() -> None:
    matches = (match("97%", 0.8),)
    assert told_apart([(), matches, ()]) == [(), matches, ()]
