import string

import pytest

from corpus.errors import UnreadableFile
from corpus.reading.refusals import REFUSALS, refuse


@pytest.mark.parametrize("reason", REFUSALS)
def test_each_refusal_is_one_line_in_two_languages(reason: str) -> None:
    told = {"processor": "1 秒", "seconds": "2 秒", "memory": "3 MB"}
    message = str(refuse(reason, "某\n报告.txt", detail="甲", limit="乙", **told))
    assert message.startswith("某 报告.txt：")
    assert "\n" not in message
    assert "{" not in message
    assert " / " in message


def fields(sentence: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(sentence) if field}


@pytest.mark.parametrize("reason", REFUSALS)
def test_english_tells_no_detail_that_chinese_does_not(reason: str) -> None:
    chinese, english = REFUSALS[reason]
    assert fields(english) <= fields(chinese)


@pytest.mark.parametrize("reason", REFUSALS)
def test_first_language_is_chinese_and_second_english(reason: str) -> None:
    chinese, english = REFUSALS[reason]
    assert any("一" <= character <= "鿿" for character in chinese)
    assert english.isascii()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("报告.txt", "报告.txt：", id="as it is"),
        pytest.param("a\t\nb.txt", "a b.txt：", id="white space"),
        pytest.param("  ", "?：", id="blank"),
        pytest.param("", "?：", id="none"),
        pytest.param("{detail}.txt", "{detail}.txt：", id="braces of its own"),
    ],
)
def test_refusal_begins_with_the_name_on_one_line(name: str, shown: str) -> None:
    assert str(refuse("empty", name)).startswith(shown)


def test_refusal_tells_size_and_limit() -> None:
    error = refuse("too large", "a.pdf", detail="60 MB", limit="50 MB")
    assert isinstance(error, UnreadableFile)
    assert str(error) == (
        "a.pdf：文件有 60 MB，超过上限 50 MB，请拆分后再试 / 60 MB is over the limit of 50 MB: split the file"
    )


def test_unknown_reason_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError, match="bored"):
        refuse("bored", "a.txt")
