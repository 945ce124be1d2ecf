"""Tests of the value that the alignment gives."""

import pytest

from checker.alignment.aligned import Aligned
from corpus.statements.statements import read_draft


def test_aligned_statement_is_not_changed() -> None:
    (statement,) = read_draft("收回租金71万元。")
    found = Aligned(statement, 0.8, True, 0.8, statement, 0.0)
    assert (found.statement.figure.raw, found.score) == ("71万元", 0.8)
    with pytest.raises(AttributeError):
        found.score = 0.9  # type: ignore[misc]
