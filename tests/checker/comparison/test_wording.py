import pytest

from checker.comparison.wording import is_verbatim, renamed
from corpus.figure import Statement
from corpus.statements.statements import read_draft

SOURCE = "整改期间，市中心医院会同省财政厅向376家企业清退各类保证金1.24亿元。"


def statement(text: str, raw: str = "1.24亿元") -> Statement:
    return next(s for s in read_draft(text) if s.figure.raw == raw)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        pytest.param(SOURCE.replace("省财政厅", "省教育厅"), True, id="another organisation"),
        pytest.param(SOURCE, False, id="the same"),
        pytest.param(SOURCE.replace("各类", "全部"), False, id="another word"),
        pytest.param("省教育厅清退保证金1.24亿元。", False, id="a telling of its own"),
    ],
)
def test_exchanged_names_are_seen(claim: str, expected: bool) -> None:
    assert renamed(statement(claim), statement(SOURCE)) is expected


def test_exchanged_times_are_seen() -> None:
    source = "2022年，市中心医院共清退各类保证金1.24亿元。"
    assert renamed(statement(source.replace("2022年", "2021年")), statement(source))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("2022年度", False, id="one-of-both-in-other-words"),
        pytest.param("2020年", True, id="another"),
    ],
)
def test_time_that_the_source_has_beside_is_not_exchanged(said: str, expected: bool) -> None:
    source = "市中心医院2021年清退保证金860万元，2022年清退保证金1.24亿元。"
    claim = f"市中心医院{said}清退保证金1.24亿元。"
    assert renamed(statement(claim), statement(source)) is expected


def test_another_word_for_the_round_is_no_other_time() -> None:
    source = "本轮巡视共派出9个巡视组对21个单位开展巡视。"
    assert not renamed(statement(source.replace("本轮", "这一轮"), "9个"), statement(source, "9个"))


def test_sentence_is_verbatim_at_its_own_place_only() -> None:
    assert is_verbatim(statement(SOURCE), statement(SOURCE))
    assert not is_verbatim(statement(SOURCE, "376家"), statement(SOURCE))
    assert not is_verbatim(statement(SOURCE.replace("保证金", "押金")), statement(SOURCE))


def test_time_told_from_the_text_is_no_other_than_a_date() -> None:
    source = statement("2023年末存栏奶牛5,120头，比上年末少180头。", "5,120头")
    assert not renamed(statement("去年末存栏奶牛5,120头，比上年末少180头。", "5,120头"), source)
    assert renamed(statement("2022年末存栏奶牛5,120头，比上年末少180头。", "5,120头"), source)
