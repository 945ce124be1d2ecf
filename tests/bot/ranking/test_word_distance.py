from bot.ranking.word_distance import nearness_of
from corpus.statements.statements import read_draft


def test_word_beside_a_figure_is_nearer_than_one_beyond_a_break() -> None:
    first, second = read_draft("补栽树苗310株，修剪行道树95株。")
    assert nearness_of((("树苗", 1.0),), first) > nearness_of((("树苗", 1.0),), second) > 0


def test_word_that_stands_nowhere_is_not_near() -> None:
    (one,) = read_draft("补栽树苗310株。")
    assert nearness_of((("桥梁", 1.0),), one) == 0


def test_question_without_words_says_nothing_of_nearness() -> None:
    (one,) = read_draft("补栽树苗310株。")
    assert nearness_of((), one) == 0.5
