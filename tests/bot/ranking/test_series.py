import pytest

from bot.ranking.series import is_other_of_series, series_in


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param("第十二批信访件", [("批", 12, 12)], id="one"),
        pytest.param("第1—9批信访件", [("批", 1, 9)], id="range"),
        pytest.param("1-9批信访件", [("批", 1, 9)], id="range without 第"),
        pytest.param("前四轮巡察", [("轮", 1, 4)], id="the first ones"),
        pytest.param("第二轮巡察移交第三批线索", [("轮", 2, 2), ("批", 3, 3)], id="two rows"),
        pytest.param("四轮巡察", [], id="a count is none"),
        pytest.param("一批干部", [], id="indefinite"),
        pytest.param("第三批次", [], id="another word"),
        pytest.param("道路三标段", [("标段", 3, 3)], id="numbered part"),
        pytest.param("第2党支部", [("党支部", 2, 2)], id="numbered with 第"),
        pytest.param("各标段", [], id="parts without a number"),
    ],
)
def test_series_is_read_with_its_ends(text: str, spans: list[tuple[str, int, int]]) -> None:
    assert list(series_in(text)) == spans


@pytest.mark.parametrize(
    ("asked", "told", "other"),
    [
        pytest.param("第1—9批信访件问责几人", "第十二批信访件40件，问责", True, id="one for a range"),
        pytest.param("第1—9批信访件问责几人", "1-9批信访件400件，问责", False, id="the range"),
        pytest.param("第五轮反馈多少问题", "前四轮反馈的", True, id="the rounds before"),
        pytest.param("第四轮反馈多少问题", "第四轮反馈的", False, id="the very round"),
        pytest.param("第四轮验收平均分", "第三、第四和第五轮验收平均分分别为", False, id="one of a list"),
        pytest.param("反馈多少问题", "前四轮反馈的", False, id="none asked"),
        pytest.param("第四轮反馈多少问题", "全市反馈的", False, id="none told"),
        pytest.param("第二批办结几件", "第一批收到8件，第二批办结", False, id="the last one counts"),
    ],
)
def test_another_of_a_row_is_told(asked: str, told: str, other: bool) -> None:
    assert is_other_of_series(asked, told) is other
