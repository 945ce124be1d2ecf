from pathlib import Path

import pytest

from corpus.errors import UnusableTable
from corpus.figure import Kind
from corpus.lexicon import tables
from corpus.lexicon.change_verbs import (
    CHANGE_VERBS,
    VERB_USES,
    VERB_WAYS,
    ChangeVerb,
    change_verbs,
    read_change_verbs,
)
from corpus.quantities.figures import find_figures


@pytest.mark.parametrize("row", CHANGE_VERBS, ids=lambda row: row.verb)
def test_example_of_every_verb_is_a_change(row: ChangeVerb) -> None:
    (figure,) = [one for one in find_figures(row.example) if one.kind is not Kind.DATE]
    assert row.verb in row.example[: figure.end]
    assert figure.change == row.way


@pytest.mark.parametrize("use", sorted(VERB_USES))
@pytest.mark.parametrize("way", VERB_WAYS)
def test_every_use_has_verbs_of_both_ways(way: str, use: str) -> None:
    assert change_verbs(way, use)
    assert set(change_verbs(way, use)) <= set(change_verbs(way)) <= set(change_verbs())


REFUSED = [
    ("no such way", "抬高\tsideways\t\t抬高12%", "sideways"),
    ("no such use", "抬高\tup\tspoken\t抬高12%", "spoken"),
    ("twice", "提高\tup\t\t提高12%", "已有一行"),
    ("no example", "抬高\tup\t\t", "example"),
]


@pytest.mark.parametrize(("row", "why"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_bad_row_is_named_by_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str, why: str
) -> None:
    table = (tables.FOLDER / "change_verbs.tsv").read_text("utf-8")
    (tmp_path / "change_verbs.tsv").write_text(f"{table}{row}\n", "utf-8")
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    line = len(table.splitlines()) + 1
    with pytest.raises(UnusableTable, match=rf"change_verbs\.tsv:{line}：.*{why}"):
        read_change_verbs()
