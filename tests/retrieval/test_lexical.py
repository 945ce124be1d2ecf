import pytest

from retrieval.lexical import (
    LONGEST_TERM,
    MOST_TERMS,
    STOP_WORDS,
    SentenceMatch,
    fold,
    index_terms,
    query_terms,
)

FOLDED = [
    ("full-width", "１，２６８件", "1268件"),
    ("thousands", "1,268,000元", "1268000元"),
    ("not thousands", "第1,26期", "第1,26期"),
    ("four digits after the comma", "1,2680", "1,2680"),
    ("case", "PM2.5与Wi-Fi", "pm2.5与wi-fi"),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in FOLDED], ids=[row[0] for row in FOLDED])
def test_fold_makes_notations_equal(text: str, expected: str) -> None:
    assert fold(text) == expected


HELD = [
    ("word", "全市改造老旧的管网", "管网"),
    ("pair that the dictionary cuts otherwise", "全市改造供水管网", "_管网"),
    ("percent", "完成率91.67%。", "91.67%"),
    ("bare number of a percent", "完成率91.67%。", "_91.67"),
    ("full-width number", "追缴１，２６８万元", "1268"),
    ("single character between digits", "共3个", "_个"),
    ("English", "the Water Bureau", "water"),
]


@pytest.mark.parametrize(("text", "term"), [row[1:] for row in HELD], ids=[row[0] for row in HELD])
def test_index_terms_hold(text: str, term: str) -> None:
    assert term in index_terms(text)


def test_index_terms_count_each_occurrence() -> None:
    assert index_terms("整改，整改，再整改").count("整改") == 3


@pytest.mark.parametrize("text", ["", "，。！", "🎉🎉", "\x00 \ud800", "___", "%%.."])
def test_index_terms_of_no_word_are_none(text: str) -> None:
    assert index_terms(text) == []


def test_terms_hold_no_character_that_an_index_would_cut_at() -> None:
    text = "a\"b'c AND (\\) 第三方-平台/接口：x_y*z 'quoted' “引” NEAR 3.5% 1/3"
    assert all(
        set(term) <= set("_.%") or term.replace("_", "").replace(".", "").replace("%", "").isalnum()
        for term in index_terms(text)
    )
    assert not {'"', "'", "(", "*", " ", "-", "\\"} & set("".join(index_terms(text)))


def test_terms_are_cut_where_they_grow_too_long() -> None:
    assert max(map(len, index_terms("9" * 5000))) <= LONGEST_TERM + 1


def test_query_terms_leave_out_what_asks() -> None:
    terms = query_terms("市水务局的管网改造了多少公里？")
    assert not STOP_WORDS & set(terms)
    assert {"水务局", "管网", "公里"} <= set(terms)


def test_query_terms_make_no_pair_across_a_stop_word() -> None:
    assert "_局多" not in query_terms("水务局多少公里")


@pytest.mark.parametrize("question", ["", "？", "多少", "是什么的", "🎉🎉🎉", "how many"])
def test_query_terms_of_nothing_are_none(question: str) -> None:
    assert query_terms(question) == []


def test_query_terms_are_distinct_and_few() -> None:
    terms = query_terms("".join(map(chr, range(0x4E00, 0x4E00 + 20_000))) * 5)
    assert len(terms) == len(set(terms)) == MOST_TERMS


def test_query_terms_meet_those_of_the_passage() -> None:
    assert set(query_terms("追缴水费1268万元")) <= set(index_terms("追缴水费１，２６８万元，"))


BEST = [
    ("all in one sentence", "管网改造128.5公里。", {"管网": 2.0, "公里": 1.0}, 3.0),
    ("apart", "改造管网。共128.5公里。", {"管网": 2.0, "公里": 1.0}, 2.0),
    ("a pair", "供水管网", {"_水管": 1.5}, 1.5),
    ("a number", "追缴１，２６８万元", {"1268": 1.0}, 1.0),
    ("within another number", "追缴31268万元", {"1268": 1.0}, 0.0),
    ("a percent", "完成率91.67%", {"91.67%": 1.0}, 1.0),
    ("none", "供水管网", {"绿地": 1.0}, 0.0),
    ("no terms", "供水管网", {}, 0.0),
    ("no text", "", {"绿地": 1.0}, 0.0),
]


@pytest.mark.parametrize(
    ("text", "weights", "expected"), [row[1:] for row in BEST], ids=[row[0] for row in BEST]
)
def test_sentence_match_weighs_the_terms_that_meet(
    text: str, weights: dict[str, float], expected: float
) -> None:
    assert SentenceMatch(weights).best(text) == expected
