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


def test_half_width_comma_ends_a_move() -> None:
    text = "护林员从36人减到29人, 每月补助提高到900元。"
    assert is_earlier_level(statement(text, "36人"))
    assert not is_earlier_level(statement(text, "29人"))


def test_move_is_one_whatever_verb_tells_it() -> None:
    text = "收费站点由38个撤并为25个，窗口从12个设到20个。"
    assert [is_earlier_level(statement(text, raw)) for raw in ("38个", "25个", "12个")] == [True, False, True]
    assert is_later_level(statement(text, "25个"))
    assert not is_later_level(statement("该镇从2021年起把企业划为3类。", "3类"))
