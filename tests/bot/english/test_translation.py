import pytest

from bot.english.translation import asks_in_english, chinese_terms, lexicon
from bot.question.answer_types import find_asked
from corpus.figure import Kind
from corpus.organisations.directory import Directory


@pytest.fixture(scope="module")
def directory() -> Directory:
    found = Directory()
    for name in ("西岭省财政厅", "临河市住房和城乡建设局"):
        found.add_name(name)
    return found


def test_every_phrase_has_a_chinese_word_of_a_known_class() -> None:
    rows = lexicon()
    assert rows["problem"] == ("问题", "noun")
    assert rows["dispute"] == ("矛盾纠纷", "noun")
    assert {group for _, group in rows.values()} == {"noun", "amount", "verb", "unit"}
    assert [phrase for phrase, (chinese, _) in rows.items() if not phrase or not chinese] == []


ASKED = [
    pytest.param("how many problems were rectified", "多少个", {Kind.COUNT}, id="how many"),
    pytest.param("How many kilometres of road were built?", "多少公里", {Kind.MEASURE}, id="kilometres"),
    pytest.param("how much money was recovered", "多少钱", {Kind.MONEY}, id="money"),
    pytest.param(
        "how many percentage points did it rise", "多少个百分点", {Kind.PERCENTAGE_POINT}, id="points"
    ),
    pytest.param("when was it published", "什么时候", {Kind.DATE}, id="when"),
]


@pytest.mark.parametrize(("question", "words", "kinds"), ASKED)
def test_what_is_asked_is_asked_in_chinese(
    question: str, words: str, kinds: set[Kind], directory: Directory
) -> None:
    told = chinese_terms(question, directory)
    assert words in told
    assert find_asked(told)[0].kinds == kinds


TERMS = [
    pytest.param("how many problems did Linhe find", ["临河", "问题"], id="place by its pinyin"),
    pytest.param("how much did the Xiling finance department recover", ["西岭省财政厅"], id="organisation"),
    pytest.param("how many rules were issued in 2021", ["2021年", "制度"], id="year"),
    pytest.param("complaints in the first half of 2023", ["2023年上半年", "投诉"], id="half a year"),
    pytest.param("complaints from March to May 2022", ["2022年3月至5月"], id="months"),
    pytest.param("problems of the fifth-round inspection", ["第五轮"], id="round"),
    pytest.param("how many wages were paid by the end of 2020", ["2020年末"], id="end of a year"),
]


@pytest.mark.parametrize(("question", "words"), TERMS)
def test_terms_are_put_in_chinese(question: str, words: list[str], directory: Directory) -> None:
    told = chinese_terms(question, directory)
    assert [word for word in words if word not in told] == []


def test_place_whose_organisation_is_named_is_not_said_twice(directory: Directory) -> None:
    told = chinese_terms("how much did the Xiling finance department recover", directory)
    assert told.count("西岭") == 1


def test_two_questions_of_a_sentence_are_two(directory: Directory) -> None:
    told = chinese_terms("how many problems were found and how many rules were issued", directory)
    first, second = told.split("，")
    assert "问题" in first
    assert "制度" in second


@pytest.mark.parametrize("question", ["", "hello there", "?!"])
def test_what_says_no_term_says_nothing(question: str, directory: Directory) -> None:
    assert chinese_terms(question, directory) == ""


def test_place_that_the_reports_do_not_know_stays_unsaid(directory: Directory) -> None:
    assert "问题" in chinese_terms("how many problems did Atlantis find", directory)


def test_rate_is_asked_for_behind_its_name(directory: Directory) -> None:
    assert chinese_terms("what was the resolution rate in 2020", directory).endswith("率是多少")


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("How many problems did 临河市水务局 finish?", True),
        ("And how many were found at 临河市水务局", True),
        ("临河市水务局 finished how many", False),
        ("what about 临河", False),
        ("who 是局长", False),
        ("整改率是多少", False),
    ],
)
def test_english_question_may_name_somebody_in_chinese(text: str, english: bool) -> None:
    assert asks_in_english(text) is english


def test_name_in_chinese_stands_before_what_is_asked_of_it(directory: Directory) -> None:
    asked = chinese_terms("How many people did 临河市水务局 put in criminal detention?", directory)
    assert asked.startswith("临河市水务局刑事拘留")
