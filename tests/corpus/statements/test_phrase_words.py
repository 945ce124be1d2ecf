"""Tests of what the words of a counted phrase are: verbs or nouns."""

import pytest

from corpus.statements.phrase_words import has_verb, last_nouns, leading_verbs, names_something, told_in_full


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(("清退", "押金"), ("押金",), id="behind-a-verb"),
        pytest.param(("追缴", "土地", "出让金"), ("土地", "出让金"), id="a-run"),
        pytest.param(("办结", "率"), ("率", "办结")[::-1], id="a-rate-with-what-it-is-of"),
        pytest.param((), (), id="none"),
    ],
)
def test_last_nouns_are_the_run_at_the_end(words: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert last_nouns(words) == expected


@pytest.mark.parametrize(
    ("words", "verbs"),
    [
        pytest.param(("清退", "押金"), ("清退",), id="before-a-noun"),
        pytest.param(("清退",), (), id="all-verbs"),
        pytest.param(("押金",), (), id="no-verb"),
        pytest.param(("发现", "漏登", "漏报", "押金"), ("发现",), id="what-was-found-is-no-verb-of-it"),
    ],
)
def test_leading_verbs_stand_before_a_noun(words: tuple[str, ...], verbs: tuple[str, ...]) -> None:
    assert leading_verbs(words) == verbs


def test_phrase_of_a_verb_alone_names_nothing() -> None:
    assert not names_something(("清退",))
    assert names_something(("清退", "押金"))
    assert has_verb(("清退", "押金"))
    assert not has_verb(("押金",))


@pytest.mark.parametrize(
    ("words", "earlier", "full"),
    [
        pytest.param(("本级", "退还"), ("退还", "押金"), ("本级", "退还", "押金"), id="a-part"),
        pytest.param(
            ("子公司", "退还"), ("本级", "退还", "押金"), ("子公司", "退还", "押金"), id="another-part"
        ),
        pytest.param(("全县",), ("退还", "押金"), ("全县", "退还", "押金"), id="the-whole"),
        pytest.param(("退还", "押金"), ("退还", "押金"), (), id="nothing-left-out"),
        pytest.param(("追缴",), ("退还", "押金"), (), id="another-deed"),
    ],
)
def test_phrase_that_begins_as_an_earlier_one_is_told_in_full(
    words: tuple[str, ...], earlier: tuple[str, ...], full: tuple[str, ...]
) -> None:
    assert told_in_full(words, earlier) == full
