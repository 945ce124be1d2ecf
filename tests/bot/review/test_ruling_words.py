import pytest

from bot.review.ruling_words import RULINGS, read_ruling_words, reply_ruling


@pytest.mark.parametrize(
    ("text", "ruling"),
    [
        ("同意", ("accept", "")),
        ("同意。", ("accept", "")),
        ("已改正，改为37件", ("accept", "改为37件")),
        ("不同意：以县台账为准", ("reject", "以县台账为准")),
        ("误报的", ("reject", "")),
        ("Disagree, see annex 2", ("reject", "see annex 2")),
        ("同意吗？", ("", "同意吗？")),
        ("不完全同意", ("", "不完全同意")),
        ("正确率应为九成", ("", "正确率应为九成")),
        ("请办公室再核", ("", "请办公室再核")),
        ("", ("", "")),
    ],
    ids=["agreed", "full stop", "and more", "refused", "particle", "English", "question", "in part", "longer word", "note", "empty"],
)  # fmt: skip
def test_reply_decides_by_the_word_that_it_begins_with(text: str, ruling: tuple[str, str]) -> None:
    assert reply_ruling(text) == ruling


@pytest.mark.parametrize(("word", "ruling"), read_ruling_words().items())
def test_each_word_decides_alone(word: str, ruling: str) -> None:
    assert reply_ruling(word) == (ruling, "")
    assert ruling in RULINGS
