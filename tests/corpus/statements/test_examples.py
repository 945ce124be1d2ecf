import pytest

from corpus.statements.examples import find_examples
from corpus.statements.statements import read_draft

SENTENCES = [
    ("several", "发现责任压得不实、账目不清等方面问题45个。", "责任压得不实、账目不清等方面"),
    ("with a comma", "共查出招标不严、验收走样,台账缺失等问题45个。", "招标不严、验收走样,台账缺失等"),
    ("the number first", "存在账目不清、公款私存等3个问题。", "账目不清、公款私存等"),
    ("one", "发现账目不清等问题45个。", None),
    ("units", "巡察组发现，县水务局、县林业局等5家单位未整改。", None),
    ("no finding", "查处收礼、吃请等问题12起。", None),
    ("another sentence", "发现不足。会风不实、文山会海等问题45个。", None),
]


@pytest.mark.parametrize(
    ("sentence", "examples"), [row[1:] for row in SENTENCES], ids=[row[0] for row in SENTENCES]
)
def test_examples_are_found_where_all_are_counted(sentence: str, examples: str | None) -> None:
    assert [sentence[start:end] for start, end in find_examples(sentence)] == ([examples] if examples else [])


def test_number_counts_what_was_found_and_not_the_last_example() -> None:
    (found, *_) = read_draft("常规巡察发现党建薄弱、制度执行走样等方面问题45个。")
    assert found.figure.metric.endswith("发现问题")
