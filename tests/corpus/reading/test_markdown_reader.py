import pytest

from corpus.reading.markdown_reader import read_markdown

TEXTS = [
    ("退还押金~~8.8万元~~9.9万元。", "退还押金9.9万元。", "tildes"),
    ("退还<del>8.8</del>9.9万元。", "退还9.9万元。", "tags"),
    ("办理3~~5件，约4~~6天。", "办理3~~5件，约4~~6天。", "ranges in double tildes"),
    ("```\n~~原样~~\n```\n", "```\n~~原样~~\n```\n", "code"),
    ("办理3~5件。", "办理3~5件。", "one tilde"),
]


@pytest.mark.parametrize(("text", "read"), [row[:2] for row in TEXTS], ids=[row[2] for row in TEXTS])
def test_what_is_struck_out_is_left_out(text: str, read: str) -> None:
    assert read_markdown(text) == read


@pytest.mark.parametrize("piece", ["~~a ", "<del>", "```\n", "~~~a\n", "~~ ~~"])
def test_marks_without_an_end_are_read_in_time_that_grows_with_them(piece: str) -> None:
    assert len(read_markdown(piece * 100_000)) <= len(piece) * 100_000
