import pytest

from corpus.lexicon.tables import TableRow, read_lexicon
from corpus.lexicon.wording.sorts_apart import SORTS_APART_COLUMNS, is_sort_apart

ROWS = read_lexicon("wording/sorts_apart.tsv", SORTS_APART_COLUMNS)


@pytest.mark.parametrize("row", ROWS, ids=[row["sort"] for row in ROWS])
def test_row_tells_its_example_apart(row: TableRow) -> None:
    assert is_sort_apart(row["question"], row["counted"])
    assert not is_sort_apart(row["question"], row["question"])


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("农村改水多少户", "乡村改水"),
        ("改水多少户", "农村改水"),
        ("农村改水多少户", "改水"),
        ("省级示范社有几家", "省级、市级示范社"),
    ],
    ids=["the same in another word", "nothing asked", "nothing told", "both told"],
)
def test_sorts_are_not_apart(asked: str, told: str) -> None:
    assert not is_sort_apart(asked, told)
