import pytest

from corpus.lexicon.function_words import COMPOUND_NOUNS
from corpus.words import (
    Segmenter,
    begins_with_verb,
    character_pairs,
    dictionary_segmenter,
    is_common_phrase,
    is_common_word,
    is_deed,
    segmenter,
)
from retrieval.lexical import tokenizer_name


@pytest.mark.parametrize("compound", COMPOUND_NOUNS)
def test_segmenter_takes_a_compound_of_reports_for_one_word(compound: str) -> None:
    assert segmenter().cut(compound) == [compound]


def test_dictionary_segmenter_knows_nothing_of_the_compounds() -> None:
    assert segmenter().tag("党纪政务处分") == [("党纪政务处分", "n")]
    assert dictionary_segmenter().cut("党纪政务处分") == ["党纪", "政务", "处分"]


def test_segmenter_gives_the_parts_of_a_compound_for_search() -> None:
    assert {"处分", "党纪政务处分"} <= set(segmenter().cut_for_search("党纪政务处分"))


def test_segmenter_offers_no_way_to_add_a_word() -> None:
    offered = {name for name in dir(Segmenter) if not name.startswith("_")}
    assert offered == {"name", "cut", "cut_for_search", "tag"}


@pytest.mark.parametrize(
    ("text", "common"),
    [("建议", True), ("房屋", True), ("北京", False), ("澜溪", False), ("建议书写", False)],
    ids=str,
)
def test_common_word_is_one_that_names_nothing(text: str, common: bool) -> None:
    assert is_common_word(text) is common


def test_segmenter_is_made_once() -> None:
    assert segmenter() is segmenter()
    assert dictionary_segmenter() is dictionary_segmenter()


def test_segmenter_names_the_library_that_the_index_records() -> None:
    assert segmenter().name == dictionary_segmenter().name
    assert tokenizer_name().startswith(f"{segmenter().name}, ")


@pytest.mark.parametrize(
    ("text", "common"),
    [
        ("职业学院", True),
        ("组建医疗集团", True),
        ("附属医院", True),
        ("附属第二医院", False),
        ("梅桐职业学院", False),
        ("", False),
    ],
)
def test_common_phrase_is_of_words_that_name_nothing(text: str, common: bool) -> None:
    assert is_common_phrase(text) is common


@pytest.mark.parametrize(("text", "deed"), [("组建医疗集团", True), ("统计学院", False), ("职业学院", False)])
def test_deed_is_a_verb_with_its_object(text: str, deed: bool) -> None:
    assert is_deed(text) is deed


@pytest.mark.parametrize(
    ("text", "verb"), [("完成整改", True), ("追发工资", True), ("统计学院", True), ("社会福利院", False)]
)
def test_verb_is_told_by_the_first_word(text: str, verb: bool) -> None:
    assert begins_with_verb(text) is verb


def test_pairs_are_of_neighbours() -> None:
    assert character_pairs("云岭云岭县") == {"云岭", "岭云", "岭县"}
    assert character_pairs("云") == character_pairs("") == frozenset()
