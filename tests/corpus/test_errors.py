import inspect

import pytest

from corpus import errors
from corpus.errors import HeduiError, NotFound, UnclearName, UnreadableFile, UnusableInput
from corpus.reading.refusals import refuse

DEFINED = [
    member
    for _, member in inspect.getmembers(errors, inspect.isclass)
    if member.__module__ == errors.__name__
]


@pytest.mark.parametrize("error", DEFINED, ids=lambda error: error.__name__)
def test_error_grows_on_the_one_tree(error: type[Exception]) -> None:
    assert issubclass(error, HeduiError)
    assert error.__doc__


@pytest.mark.parametrize("error", DEFINED, ids=lambda error: error.__name__)
def test_error_stands_in_the_drawing_under_its_parent(error: type[Exception]) -> None:
    lines = (errors.__doc__ or "").splitlines()
    depths = {line.split("── ")[-1].split()[0]: line.find("── ") for line in lines if line.strip()}
    assert error.__name__ in depths
    parent = error.__mro__[1].__name__
    assert error is HeduiError or depths[parent] < depths[error.__name__]


@pytest.mark.parametrize(
    ("error", "caught"),
    [
        pytest.param(UnreadableFile("a.txt：空文件"), UnusableInput, id="a file is an input"),
        pytest.param(UnclearName("财政局指哪一个", "财政局", ()), UnusableInput, id="a name is an input"),
        pytest.param(errors.NotFound("没有报告 a"), HeduiError, id="what is missing"),
    ],
)
def test_error_is_caught_as(error: Exception, caught: type[Exception]) -> None:
    with pytest.raises(caught):
        raise error


def test_missing_report_is_no_unusable_input() -> None:
    assert not issubclass(errors.NotFound, UnusableInput)


def test_unclear_name_keeps_its_choices_and_reads_as_its_message() -> None:
    error = UnclearName("“财政局”指哪一个？", "财政局", ["东原省财政厅", "临河市财政局"])
    assert (error.name, error.choices) == ("财政局", ("东原省财政厅", "临河市财政局"))
    assert str(error) == "“财政局”指哪一个？"


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
