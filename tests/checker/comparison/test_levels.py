import pytest

from checker.check import check
from checker.comparison.levels import is_earlier_level, is_later_level, says_once
from checker.verdicts import Verdict
from corpus.figure import Statement
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of


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


PARKS = evidence_of(
    "柳塘市公园管理处关于整改情况的通报\n2024-12-10\n"
    "保洁频次由每天2次提高到4次，绿地浇灌车由31辆增加到58辆。游客投诉量由上年同期的826件降至451件。"
    "下半年补植乔木1764株。围栏：围栏2310米，完好率96.4%，上年末完好率为81.7%。"
)


@pytest.mark.parametrize(
    ("text", "raw", "verdict"),
    [
        pytest.param("公园管理处浇灌车达到31辆。", "31辆", Verdict.CONTRADICTED, id="the level before"),
        pytest.param("公园管理处目前有绿地浇灌车31辆。", "31辆", Verdict.CONTRADICTED, id="now"),
        pytest.param("游客投诉量为826件。", "826件", Verdict.CONTRADICTED, id="no time"),
        pytest.param("绿地浇灌车原来31辆，现在58辆。", "31辆", Verdict.SUPPORTED, id="said to be before"),
        pytest.param("整改前绿地浇灌车有31辆。", "31辆", Verdict.SUPPORTED, id="before a deed"),
        pytest.param("绿地浇灌车达到58辆。", "58辆", Verdict.SUPPORTED, id="the level after"),
        pytest.param("上年末围栏完好率96.4%。", "96.4%", Verdict.CONTRADICTED, id="now told as before"),
        pytest.param(
            "全年补植乔木1764株。", "1764株", Verdict.MISATTRIBUTED, id="half a year told as a whole"
        ),
        pytest.param("公园管理处下半年补植乔木1764株。", "1764株", Verdict.SUPPORTED, id="the half"),
    ],
)
def test_level_of_another_time_is_not_the_claim_s(text: str, raw: str, verdict: Verdict) -> None:
    assert next(found for found in check(text, PARKS) if found.figure.raw == raw).verdict is verdict


@pytest.mark.parametrize(
    ("text", "once"),
    [("整改前有31辆", True), ("曾有31辆", True), ("目前有31辆", False), ("当前共31辆", False)],
)
def test_what_says_that_it_was_so_once(text: str, once: bool) -> None:
    assert says_once(text) is once
