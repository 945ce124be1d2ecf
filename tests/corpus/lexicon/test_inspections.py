from pathlib import Path

import pytest

from corpus.errors import UnusableTable
from corpus.lexicon import tables
from corpus.lexicon.inspections import (
    INSPECTION_SORTS,
    INSPECTIONS,
    InspectionWord,
    inspection_words,
    read_inspections,
)
from corpus.organisations.inspected import inspected_organisation


@pytest.mark.parametrize("row", INSPECTIONS, ids=lambda row: row.word)
def test_example_of_every_word_names_the_inspected_one(row: InspectionWord) -> None:
    assert row.word in row.example
    assert inspected_organisation(row.example) == "临河市财政局"


@pytest.mark.parametrize("sort", INSPECTION_SORTS)
def test_every_sort_has_words(sort: str) -> None:
    assert inspection_words(sort)


REFUSED = [
    ("no such sort", "抽查\tsideways\t对临河市财政局开展抽查。", "sideways"),
    ("twice", "巡察\tkind\t对临河市财政局开展巡察。", "已有一行"),
    ("no example", "抽查\tkind\t", "example"),
]


@pytest.mark.parametrize(("row", "why"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_bad_row_is_named_by_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str, why: str
) -> None:
    table = (tables.FOLDER / "inspections.tsv").read_text("utf-8")
    (tmp_path / "inspections.tsv").write_text(f"{table}{row}\n", "utf-8")
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    line = len(table.splitlines()) + 1
    with pytest.raises(UnusableTable, match=rf"inspections\.tsv:{line}：.*{why}"):
        read_inspections()
