import pytest

from corpus.errors import UnusableTable
from corpus.lexicon.tables import TableRow
from corpus.lexicon.wording import turning as module
from corpus.lexicon.wording.paraphrases import PARAPHRASES
from corpus.lexicon.wording.turning import TURNING, TURNING_COLUMNS, TURNING_SORTS, read_turning


def test_every_sort_has_words() -> None:
    assert all(TURNING[sort] for sort in TURNING_SORTS)


def test_word_of_a_false_deed_stands_for_no_true_one() -> None:
    assert not {"修订", "约谈", "收回", "完成"} & set(TURNING["deed"])
    assert not any("收回" in PARAPHRASES.get(word, ()) for word in TURNING["deed"])


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param(("deeds", "谎报", "谎报"), id="no such sort"),
        pytest.param(("deed", "谎报 虚报", "完成整改"), id="example without the word"),
    ],
)
def test_row_that_cannot_be_used_is_refused(
    cells: tuple[str, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    row = TableRow("turning.tsv:9", dict(zip(TURNING_COLUMNS, cells, strict=True)))
    monkeypatch.setattr(module, "read_lexicon", lambda *_: (row,))
    with pytest.raises(UnusableTable, match=r"turning\.tsv:9"):
        read_turning()
