import pytest

from bot.question.wanted_words import FAR, LACKS, SORTS, Sort, expected_sort, sort_fit, type_words
from corpus.organisations.lac import WordTagger


@pytest.mark.parametrize("sort", SORTS, ids=lambda sort: sort.name)
def test_each_sort_is_asked_for_and_said_by_its_example(sort: Sort) -> None:
    assert expected_sort(sort.example) == sort
    assert sort_fit(sort, sort.example, sort.answer, (), WordTagger()) == 1


MISSES = [
    ("河湾镇书记是谁", "河湾镇书记主持了会议。"),
    ("这部电影的导演是谁", "这部电影将于明年上映。"),
    ("意见箱设在哪里", "意见箱每周开启一次。"),
    ("哪个部门负责验收", "验收分三步进行。"),
    ("新系统叫什么", "新系统已经启用。"),
    ("在哪个会议上宣布了新规", "新规已经公布。"),
]


@pytest.mark.parametrize(("question", "sentence"), MISSES, ids=[row[0] for row in MISSES])
def test_sentence_without_such_words_of_its_own_does_not_say_them(question: str, sentence: str) -> None:
    sort = expected_sort(question)
    assert sort is not None
    assert sort_fit(sort, question, sentence, (), WordTagger()) == LACKS


@pytest.mark.parametrize("question", ["整改完成率是多少", "怎么解决候诊时间长的问题", "修订了几项制度"])
def test_question_for_something_else_wants_no_sort(question: str) -> None:
    assert expected_sort(question) is None


@pytest.mark.parametrize(
    ("question", "expected"), [("火炬从哪个城市出发", "哪个城市"), ("河湾镇书记是谁", ""), ("改了几项", "")]
)
def test_words_that_only_name_the_sort_are_told(question: str, expected: str) -> None:
    assert type_words(question) == expected


def test_words_far_from_what_is_asked_of_them_say_it_less_surely() -> None:
    question = "水渠是谁验收的"
    sort = expected_sort(question)
    assert sort is not None
    near = "周望川验收了水渠。"
    far = "周望川介绍了全县今年的农业生产、粮食收购和冬季造林情况，水渠已经验收。"
    assert sort_fit(sort, question, near, ("验收",), WordTagger()) == 1
    assert sort_fit(sort, question, far, ("验收",), WordTagger()) == FAR
