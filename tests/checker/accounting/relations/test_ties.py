from checker.accounting.relations.ties import foreign_ties
from checker.accounting.spans import WordedText


def test_what_is_held_against_nothing_is_tied_by_nothing() -> None:
    said = WordedText("3座桥梁停用,镇里报告")
    assert list(foreign_ties(said, [(0, 6), (7, 11)], [None, None])) == []
