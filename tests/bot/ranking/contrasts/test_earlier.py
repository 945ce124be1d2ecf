import pytest

from bot.ranking.contrasts.earlier import asks_earlier, is_left_behind
from bot.ranking.figure_context import words_around
from bot.ranking.term_presence import StatementSetting
from checker.comparison.features import features
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report


@pytest.mark.parametrize(
    ("asked", "earlier"),
    [
        ("原来有多少个车间", True),
        ("以前停产的车间现在开了几个", False),
        ("现在的车间以前有几个", True),
        ("车间有几个", False),
    ],
)
def test_level_before_is_asked_for_by_the_last_word_of_time(asked: str, earlier: bool) -> None:
    assert asks_earlier(asked) == earlier


@pytest.mark.parametrize(("raw", "left"), [("12家", True), ("9家", False), ("40个", True), ("31个", False)])
def test_level_that_was_left_is_told_by_what_stands_before_it(raw: str, left: bool) -> None:
    text = "秀川县水务局通报\n网点由12家压减到9家。原有支部40个，现有31个。"
    statements = read_statements(parse_report(text, id="one", source="one.txt"))
    index = next(index for index, one in enumerate(statements) if one.figure.raw == raw)
    one = statements[index]
    setting = StatementSetting(one, features(one), words_around(statements)[index], None)
    assert is_left_behind(setting) == left
