import pytest

from bot.question.exact_words import EXACT_KINDS, Exact, exact_kind, exact_words


@pytest.mark.parametrize("kind", EXACT_KINDS, ids=lambda kind: kind.name)
def test_each_kind_is_asked_for_and_found_by_its_example(kind: Exact) -> None:
    assert exact_kind(kind.example) == kind
    lead = "地址：" if kind.name == "address" else "："
    assert exact_words(kind, f"{lead}{kind.answer}。", ()) == kind.answer


MISSES = [
    ("电话多少", "受理诉求20230115件"),
    ("文号是什么", "依据该办法第十五条"),
    ("邮编是多少", "投资1234567元"),
    ("是哪个巡察组巡察的", "巡察组反馈了意见"),
]


@pytest.mark.parametrize(("question", "sentence"), MISSES, ids=[row[1] for row in MISSES])
def test_what_only_looks_alike_is_not_taken(question: str, sentence: str) -> None:
    kind = exact_kind(question)
    assert kind is not None
    assert exact_words(kind, sentence, ()) == ""


def test_document_number_is_the_one_beside_the_asked_name() -> None:
    kind = exact_kind("采购办法的文号是什么")
    assert kind is not None
    sentence = "修订《考勤办法》（云办〔2023〕3号）和《采购办法》（云办〔2023〕8号）。"
    assert exact_words(kind, sentence, ("采购",)) == "云办〔2023〕8号"


@pytest.mark.parametrize("question", ["整改了几个问题", "电子屏有几块", "巡察了几轮", ""])
def test_question_for_something_else_asks_for_no_exact_words(question: str) -> None:
    assert exact_kind(question) is None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        pytest.param((), "0955-6613204", id="first where nothing tells them apart"),
        pytest.param(("咨询",), "0955-6613299", id="the one behind the asked word"),
        pytest.param(("传真",), "0955-6613204", id="word that stands at none"),
    ],
)
def test_of_several_the_one_that_follows_the_asked_words_answers(words: tuple[str, ...], number: str) -> None:
    kind = exact_kind("电话多少")
    assert kind is not None
    assert exact_words(kind, "监督电话：0955-6613204；咨询电话：0955-6613299。", words) == number
