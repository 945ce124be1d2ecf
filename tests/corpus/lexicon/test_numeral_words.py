import pytest

from corpus.figure import Kind
from corpus.lexicon.numeral_words import NUMERAL_NAMES, SET_PHRASES
from corpus.numerals import NUMERAL_CHARACTERS
from corpus.quantities.figures import find_figures


def test_words_are_told_once() -> None:
    assert len(set(SET_PHRASES)) == len(SET_PHRASES)


def test_every_set_phrase_has_a_numeral() -> None:
    assert [word for word in SET_PHRASES if not NUMERAL_CHARACTERS.intersection(word)] == []


@pytest.mark.parametrize("name", sorted({one for one in NUMERAL_NAMES if len(one) > 2}))
def test_name_is_read_as_no_quantity(name: str) -> None:
    kinds = {figure.kind for figure in find_figures(f"赴{name}调研")}
    assert not kinds & {Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.DURATION}


@pytest.mark.parametrize("phrase", [one for one in SET_PHRASES if len(one) == 4])
def test_saying_is_read_as_no_quantity(phrase: str) -> None:
    kinds = {figure.kind for figure in find_figures(f"做到{phrase}，")}
    assert not kinds & {Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.DURATION}
