import pytest

from bot.conversation.turns.opening import opened
from corpus.lexicon.lead_ins import LEAD_INS

NAMES = ("平槐县水务局", "县残联", "河湾集团", "第三轮", "石桥镇", "省农科院")


@pytest.mark.parametrize("name", NAMES)
def test_polite_words_before_a_name_are_taken_off(name: str) -> None:
    question = f"{name}修订了多少项制度"
    polite = [words for words, sort in LEAD_INS.items() if sort == "polite" and not words.isascii()]
    left = {words: opened(f"{words}{mark}{question}").text for words in polite for mark in ("", "，", " ")}
    assert {words: text for words, text in left.items() if text != question} == {}


@pytest.mark.parametrize(
    ("text", "rest", "corrects", "part"),
    [
        ("不对，我问的是残联的", "残联的", True, False),
        ("错了 要2022年的", "2022年的", True, False),
        ("其中诫勉多少", "诫勉多少", False, True),
        ("办结率多少？我说的是整个集团", "整个集团办结率多少", True, False),
        ("不是，我要的是残联的几个", "残联的几个", True, False),
        ("麻烦再帮我看下残联的", "残联的", False, False),
        ("不合格率多少", "不合格率多少", False, False),
        ("请示了几次", "请示了几次", False, False),
        ("查处了多少人", "查处了多少人", False, False),
        ("不是600个吗", "不是600个吗", False, False),
        ("Could you please tell me the rate", "the rate", False, False),
        ("水务局多少，谢谢", "水务局多少", False, False),
        ("我不是问措施，我问制度修订了几项", "制度修订了几项", True, False),
        ("搞错了，应该问残联的", "残联的", True, False),
        ("用中文吧 漏损率多少", "漏损率多少", False, False),
        ("请用中文回答：漏损率多少", "漏损率多少", False, False),
        ("中文图书买了多少册", "中文图书买了多少册", False, False),
        ("监督电话给我一个", "监督电话", False, False),
    ],
    ids=[
        "corrects",
        "corrects a time",
        "part",
        "whose behind it",
        "what it is not",
        "several",
        "begins a word",
        "no 请",
        "no 查",
        "no 不是",
        "English",
        "thanks behind",
        "not_that_i_ask",
        "should_ask",
        "in_chinese",
        "answer_in_chinese",
        "chinese_books",
        "give_me_one",
    ],
)
def test_turn_is_left_without_what_leads_it_in(text: str, rest: str, corrects: bool, part: bool) -> None:
    opening = opened(text)
    assert (opening.text, opening.corrects, opening.part) == (rest, corrects, part)


@pytest.mark.parametrize("text", ["请问", "好", "", "？"])
def test_turn_of_nothing_else_is_left_as_it_is(text: str) -> None:
    assert opened(text).text in (text, text.strip("？"))
