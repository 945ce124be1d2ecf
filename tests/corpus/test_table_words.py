"""Tests of the words of tables' heads and labels."""

from pathlib import Path

import pytest

from corpus.errors import UnusableTable
from corpus.lexicon import tables
from corpus.table_words import TABLE_SORTS, read_table_words, table_words


def test_every_sort_has_words_and_no_word_two_sorts() -> None:
    words = [word for sort in TABLE_SORTS for word in table_words(sort)]
    assert all(table_words(sort) for sort in TABLE_SORTS)
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        pytest.param("排名\trank\t排名　单位", "rank", id="no-such-sort"),
        pytest.param("排名\tserial\t名次　单位", "排名", id="an-example-without-the-word"),
        pytest.param("排名\tserial\t排名\n排名\tvalue\t排名", "已有一行", id="twice"),
    ],
)
def test_row_that_cannot_be_used_is_refused(
    row: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "table_words.tsv").write_text(f"word\tsort\texample\n{row}\n", "utf-8")
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    with pytest.raises(UnusableTable, match=reason):
        read_table_words()
