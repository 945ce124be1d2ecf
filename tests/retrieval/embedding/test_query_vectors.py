from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from retrieval.embedding.query_vectors import QueryVectors


class Lengths:
    """Embeds a text as its length, and notes what it was given."""

    def __init__(self) -> None:
        self.given: list[list[str]] = []

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.given.append(list(texts))
        return np.array([[len(text)] for text in texts], np.float32)


def test_new_queries_are_embedded_together_and_once() -> None:
    embed = Lengths()
    vectors = QueryVectors(embed)
    assert [int(one[0]) for one in vectors.of(["整改", "化解率", "整改"])] == [2, 3, 2]
    assert [int(one[0]) for one in vectors.of(["化解率", "办结率多少"])] == [3, 5]
    assert embed.given == [["整改", "化解率"], ["办结率多少"]]


def test_the_query_used_longest_ago_is_forgotten() -> None:
    embed = Lengths()
    vectors = QueryVectors(embed, 2)
    vectors.of(["一", "二"])
    vectors.of(["一", "三"])
    vectors.of(["一"])
    vectors.of(["二"])
    assert embed.given == [["一", "二"], ["三"], ["二"]]


def test_more_queries_than_are_remembered_all_get_their_vector() -> None:
    assert len(QueryVectors(Lengths(), 1).of(["一", "二", "三"])) == 3
