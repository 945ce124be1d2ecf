import re

import pytest

from corpus.errors import UnusableTable
from corpus.lexicon.tables import TableRow
from corpus.lexicon.wording import connectives as module
from corpus.lexicon.wording.connectives import (
    CONNECTIVE_COLUMNS,
    CONNECTIVE_SORTS,
    any_connective,
    connectives,
    read_connectives,
)


def test_sorts_are_told_apart() -> None:
    assert "的" in connectives("link")
    assert "未" in connectives("denying")
    assert not connectives("link") & connectives("denying")
    assert connectives("link", "light") == connectives("link") | connectives("light")


def test_longest_word_is_found_first() -> None:
    assert re.findall(any_connective("whole", "rest"), "全部剩余") == ["全部", "剩余"]


def test_every_sort_has_words() -> None:
    assert all(read_connectives()[sort] for sort in CONNECTIVE_SORTS)


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param(("joining", "和 与", "甲和乙"), id="no such sort"),
        pytest.param(("link", "和 与", "甲乙"), id="example without the word"),
    ],
)
def test_row_that_cannot_be_used_is_refused(
    cells: tuple[str, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    row = TableRow("connectives.tsv:9", dict(zip(CONNECTIVE_COLUMNS, cells, strict=True)))
    monkeypatch.setattr(module, "read_lexicon", lambda *_: (row,))
    with pytest.raises(UnusableTable, match=r"connectives\.tsv:9"):
        read_connectives()
