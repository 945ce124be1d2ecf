import pytest

from bot.answering.unusable import LONGEST_QUESTION, unusable


@pytest.mark.parametrize("text", ["", "  ", "？？", "123", "字" * (LONGEST_QUESTION + 1)])
def test_what_is_no_question_gets_a_sentence(text: str) -> None:
    assert unusable(text)


def test_question_gets_none() -> None:
    assert unusable("字" * LONGEST_QUESTION) == ""
