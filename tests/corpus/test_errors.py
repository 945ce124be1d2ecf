import pytest

from corpus.errors import HeduiError, NotFound
from corpus.reading.refusals import refuse

BOTH = HeduiError("打不开", "does not open", where="a.db")
PLAIN = HeduiError("打不开", "does not open")
ALONE = NotFound("没有这份报告", where="a")


@pytest.mark.parametrize(
    ("error", "line", "chinese", "english"),
    [
        pytest.param(BOTH, "a.db：打不开 / does not open", "a.db：打不开", "a.db: does not open", id="all"),
        pytest.param(PLAIN, "打不开 / does not open", "打不开", "does not open", id="nowhere"),
        pytest.param(ALONE, "a：没有这份报告", "a：没有这份报告", "a：没有这份报告", id="Chinese alone"),
    ],
)
def test_error_is_told_in_each_language(error: HeduiError, line: str, chinese: str, english: str) -> None:
    assert (str(error), error.in_language("zh"), error.in_language("en")) == (line, chinese, english)


def test_sentence_with_a_slash_stays_whole() -> None:
    error = HeduiError("格式只能是 json / html", where="x / y")
    assert error.in_language("zh") == "x / y：格式只能是 json / html"
    assert error.in_language("en") == str(error)


def test_refusal_of_a_file_is_told_in_each_language() -> None:
    error = refuse("input error", "a.txt", detail="坏")
    assert error.in_language("zh") == "a.txt：读取时出错（坏）"
    assert error.in_language("en") == "a.txt: reading failed (坏)"
