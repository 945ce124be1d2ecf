from pathlib import Path

import pytest

from checker.arithmetic.words import (
    ARITHMETIC_USES,
    any_arithmetic_word,
    arithmetic_words,
    read_arithmetic_words,
)
from corpus.errors import UnusableTable
from corpus.lexicon import tables


@pytest.mark.parametrize("use", ARITHMETIC_USES)
def test_use_has_words(use: str) -> None:
    assert arithmetic_words(use)


def test_longest_word_is_tried_first() -> None:
    assert any_arithmetic_word("more").split("|").index("多出") < any_arithmetic_word("more").split(
        "|"
    ).index("多")


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("多\tplenty\t多3个", id="no such use"),
        pytest.param("多\tmore\t多3个\n多\tmore\t多3个", id="twice"),
        pytest.param("多\tmore\t少3个", id="example without the word"),
    ],
)
def test_bad_row_is_refused_with_its_place(row: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "arithmetic_words.tsv").write_text(f"word\tuse\texample\n{row}\n", "utf-8")
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    with pytest.raises(UnusableTable, match=r"arithmetic_words\.tsv:\d"):
        read_arithmetic_words()
