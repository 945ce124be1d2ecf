import pytest

from bot.question.content_words import (
    content_of,
    how_telling,
    is_action,
    is_proper,
    is_weak,
    last_noun,
    names_thing,
    normal,
    raw_words,
    variants,
)


@pytest.mark.parametrize(
    ("word", "stands_for"),
    [
        pytest.param("拆成", "细化", id="how people say it"),
        pytest.param("节约", "节省", id="another word for the same"),
        pytest.param("拿到了", "获得", id="with 了 behind it"),
        pytest.param("细化", "细化", id="as reports write it"),
        pytest.param("水库", "水库", id="word without another"),
        pytest.param("了", "了", id="nothing but 了"),
    ],
)
def test_word_stands_in_normal_form(word: str, stands_for: str) -> None:
    assert normal(word) == stands_for


@pytest.mark.parametrize(
    ("word", "also"),
    [
        pytest.param("节省", "节约", id="row of synonyms"),
        pytest.param("细化", "拆成", id="how people say it"),
        pytest.param("制度", "建章立制", id="last of a row"),
    ],
)
def test_variants_hold_the_words_for_the_same(word: str, also: str) -> None:
    found = variants(word)
    assert found[0] == word
    assert also in found
    assert normal(also) == word


def test_word_without_another_is_its_only_variant() -> None:
    assert variants("测绘") == ("测绘",)


WORDS = [
    pytest.param("化解了多少件矛盾纠纷", ["化解", "矛盾纠纷"], id="what is asked aside"),
    pytest.param("请问一共有几个", [], id="nothing but fillers"),
    pytest.param("", [], id="empty"),
    pytest.param("　　　　", [], id="blanked"),
    pytest.param("12号线开通了吗", ["12号线", "开通"], id="what its number tells apart"),
    pytest.param("总投资", ["总投资"], id="a total"),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_content_words_stand_as_in_the_question(text: str, words: list[str]) -> None:
    assert raw_words(text) == words


def test_ending_belongs_to_the_word_before() -> None:
    assert "化解率" in "".join(raw_words("矛盾纠纷化解率"))
    assert "率" not in raw_words("矛盾纠纷化解率")


def test_each_word_is_told_once_in_normal_form() -> None:
    assert content_of("节省资金，节约资金") == ("节省", "资金")


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        pytest.param(["修建", "水库", "完成"], ("水库",), id="before a verb"),
        pytest.param(["水库", "学校"], ("学校",), id="last of two"),
        pytest.param(["完成", "派出"], (), id="verbs alone"),
        pytest.param([], (), id="none"),
    ],
)
def test_last_noun_names_a_thing(words: list[str], noun: tuple[str, ...]) -> None:
    assert last_noun(words) == noun


@pytest.mark.parametrize(
    ("word", "thing", "action"),
    [
        pytest.param("床位", True, False, id="thing"),
        pytest.param("培训费", True, False, id="amount"),
        pytest.param("PMI", True, False, id="Latin letters"),
        pytest.param("压实度", True, False, id="what is measured of a deed"),
        pytest.param("派出", False, True, id="deed"),
        pytest.param("追回", False, True, id="another deed"),
        pytest.param("做", False, False, id="weak verb"),
        pytest.param("涉及", False, False, id="verb that says nothing"),
    ],
)
def test_things_are_told_from_deeds(word: str, thing: bool, action: bool) -> None:
    assert names_thing(word) is thing
    assert is_action(word) is action


@pytest.mark.parametrize(
    ("word", "weak"),
    [("有", True), ("涉及", True), ("水", True), ("水库", False), ("追回", False)],
)
def test_weak_word_says_next_to_nothing(word: str, weak: bool) -> None:
    assert is_weak(word) is weak


@pytest.mark.parametrize(
    ("word", "weight"),
    [
        pytest.param("涉及", 0.3, id="weak"),
        pytest.param("问题", 0.3, id="generic"),
        pytest.param("水库", 1.0, id="telling"),
    ],
)
def test_weak_and_generic_words_weigh_little(word: str, weight: float) -> None:
    assert how_telling(word) == weight


@pytest.mark.parametrize(
    ("word", "proper"), [("锦园", True), ("内二科", True), ("水费", False), ("房产", False), ("科", False)]
)
def test_proper_names_are_told_from_words(word: str, proper: bool) -> None:
    assert is_proper(word) is proper
