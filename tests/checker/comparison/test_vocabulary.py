import pytest

from checker.comparison.vocabulary import (
    KeptMetrics,
    in_common_words,
    in_one_wording,
    without_owner,
    words_of_metric,
    words_of_sentence,
)


@pytest.mark.parametrize(
    ("metric", "org", "rest"),
    [
        ("河阳市开工率", "河阳市", "开工率"),
        ("青泊市沙湾区开工率", "沙湾区", "开工率"),
        ("我市开工率", "", "开工率"),
        ("开工率", "河阳市", "开工率"),
        ("河阳市", "河阳市", "河阳市"),
        ("投用的供水管网河阳市段", "河阳市", "投用的供水管网河阳市段"),
    ],
    ids=["its owner", "a place before it", "a pointing word", "none", "nothing else", "far behind"],
)
def test_metric_is_compared_without_its_owner(metric: str, org: str, rest: str) -> None:
    assert without_owner(metric, org) == rest


def test_rate_is_two_words() -> None:
    assert list(in_common_words(["满意率", "线索"])) == ["满意", "率", "线索"]


def test_words_of_a_sentence_are_those_of_its_headings_too() -> None:
    words, joined = words_of_sentence("修缮水闸31座。", "财务管理")
    assert {"修缮", "水闸", "财务管理"} <= words
    assert joined.index("水闸") < joined.index("财务")


def test_set_phrase_is_said_in_one_wording() -> None:
    assert in_one_wording("问题改到位") == in_one_wording("问题完成整改")


def test_words_of_a_metric_are_read_once_and_as_they_are() -> None:
    kept = KeptMetrics()
    counted, words, parts = kept["党纪政务处分人数"]
    assert (counted, words, parts) == words_of_metric("党纪政务处分人数")
    assert {*words, "处分"} <= parts
    assert kept["党纪政务处分人数"][1] is words
