from bot.ranking.matching import Match
from bot.ranking.telling_apart import told_apart
from corpus.figure import Figure, Kind, Statement


def _match(raw: str, score: float) -> Match:
    figure = Figure(raw, 0, len(raw), Kind.COUNT)
    return Match(Statement(figure, "r", "t", raw, 0, len(raw)), score, score)


def test_of_two_that_claim_one_statement_the_one_that_loses_less_gives_way() -> None:
    first = (_match("97%", 0.8), _match("12件", 0.78))
    second = (_match("97%", 0.9), _match("5件", 0.3))
    one, other = told_apart([first, second])
    assert (one[0].statement.figure.raw, other[0].statement.figure.raw) == ("12件", "97%")


def test_claim_without_a_second_choice_stays() -> None:
    first, second = (_match("97%", 0.8),), (_match("97%", 0.9), _match("5件", 0.2))
    assert [one[0].statement.figure.raw for one in told_apart([first, second])] == ["97%", "97%"]


def test_one_alone_is_left_as_it_is() -> None:
    matches = (_match("97%", 0.8), _match("12件", 0.1))
    assert told_apart([matches]) == [matches]
