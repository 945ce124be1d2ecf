import pytest

from corpus.lexicon.relations import (
    RELATION_SORTS,
    read_relations,
    related_words,
    relations_in,
    without_relations,
)


@pytest.mark.parametrize("word", read_relations())
def test_each_word_is_told_by_itself(word: str) -> None:
    assert read_relations()[word] in RELATION_SORTS
    assert relations_in(word)
    assert without_relations(word).strip() == ""


@pytest.mark.parametrize(
    ("text", "sorts", "rest"),
    [
        ("两项合计多少", ("sum",), "两项多少"),
        ("原来的目标是多少", ("earlier", "plan"), "的是多少"),
        ("the totals", (), "the totals"),
        ("化解率", (), "化解率"),
        ("候诊时间长了", ("apart",), "候诊时间"),
        ("营收增长了", (), "营收增长了"),
    ],
    ids=["sum", "two", "longer word", "none", "apart", "within a verb"],
)
def test_relating_words_are_told_and_left_out(text: str, sorts: tuple[str, ...], rest: str) -> None:
    assert relations_in(text) == sorts
    assert without_relations(text) == rest


def test_only_the_named_sorts_are_left_out() -> None:
    assert without_relations("原来的目标", "plan") == "原来的"


def test_words_of_one_sort_are_those_of_the_table() -> None:
    assert related_words("later")[:2] == ("现在", "目前")
    assert related_words("none") == ()
