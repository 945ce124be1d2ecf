from bot.ranking.term_weights import EVEN, WordWeights
from retrieval.index import Index


def test_word_of_few_passages_says_more_than_one_of_many(samples: Index) -> None:
    weights = WordWeights(samples)
    assert 0 <= weights.of("整改") < weights.of("海南师范大学") <= 1


def test_word_that_no_passage_has_says_most(samples: Index) -> None:
    assert WordWeights(samples).of("龙卷风预警") == 1


def test_every_word_says_as_much_without_an_index() -> None:
    weights = WordWeights()
    assert weights.of("整改") == weights.of("龙卷风") == EVEN


def test_words_are_looked_up_at_once_and_kept(samples: Index) -> None:
    weights = WordWeights(samples)
    weights.learn(["整改", "化解率", "整改"])
    assert weights.of("化解率") == WordWeights(samples).of("化解率")
