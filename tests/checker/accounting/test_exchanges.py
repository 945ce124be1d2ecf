import pytest

from checker.accounting.exchanges import TOTALLING, is_parted, is_told_apart, tells_swapped
from checker.accounting.sources import SourceSentence
from checker.accounting.windows import Window
from corpus.figure import Statement
from tests.checker.accounting.ranked_report import SOURCE, STATEMENTS


def stated(*raws: str) -> list[Statement]:
    return [next(one for one in STATEMENTS if one.figure.raw == raw) for raw in raws]


def sentence_of(raw: str) -> SourceSentence:
    found = SOURCE.of(stated(raw)[0])
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("raws", "swapped"),
    [(("14个", "16个"), False), (("19个", "16个"), False), (("16个", "19个"), False)],
    ids=["in order", "in order, of two clauses", "turned, of two clauses"],
)
def test_figures_of_other_clauses_are_not_swapped(raws: tuple[str, ...], swapped: bool) -> None:
    assert tells_swapped(sentence_of(raws[0]), stated(*raws)) is swapped


def test_figures_of_one_clause_told_the_other_way_round_are_swapped() -> None:
    sentence = sentence_of("82万元")
    first = stated("82万元")[0]
    assert not tells_swapped(sentence, [first])
    clause = [one for one in sentence.statements if sentence.clause_with(one) == sentence.clause_with(first)]
    assert tells_swapped(sentence, clause[::-1]) is (len(clause) > 1)


@pytest.mark.parametrize(
    ("raws", "parted"), [(("14个", "16个"), True), (("82万元", "61万元"), False)], ids=["semicolon", "comma"]
)
def test_semicolon_parts_two_figures(raws: tuple[str, ...], parted: bool) -> None:
    assert is_parted(sentence_of(raws[0]), stated(*raws)) is parted


@pytest.mark.parametrize(("raw", "apart"), [("48间", False), ("21间", True)])
def test_part_is_told_apart_from_the_total_beside_it(raw: str, apart: bool) -> None:
    sentence = sentence_of(raw)
    figure = stated(raw)[0]
    window = Window(sentence, (sentence.clause_with(figure),), (figure,))
    assert TOTALLING == "累计"
    assert is_told_apart(window) is apart
