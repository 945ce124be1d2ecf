from checker.comparison.levels import is_earlier_level, is_later_level
from corpus.figure import Statement
from corpus.statements.statements import read_draft


def statement(text: str, raw: str) -> Statement:
    return next(s for s in read_draft(text) if s.figure.raw == raw)


def test_levels_of_a_move_are_told_apart() -> None:
    text = "专职教师由62名增至79名。"
    assert is_earlier_level(statement(text, "62名"))
    assert not is_earlier_level(statement(text, "79名"))
    cut = "挂号费由12元下调至9元。"
    assert is_earlier_level(statement(cut, "12元"))
    assert is_later_level(statement(cut, "9元"))
    assert is_later_level(statement(text, "79名"))
    assert not is_later_level(statement(text, "62名"))
