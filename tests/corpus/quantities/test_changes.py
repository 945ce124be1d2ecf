import pytest

from corpus.quantities.changes import change_at, rises_or_falls
from corpus.quantities.figures import find_figures


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        pytest.param("提高了7.32个百分点", ["up"], id="rise"),
        pytest.param("同比下降31.4%", ["down"], id="fall"),
        pytest.param("比上年减少24件", ["down"], id="fall of a count"),
        pytest.param("净增17名", ["up"], id="net rise"),
        pytest.param("提高到82%", [""], id="level reached"),
        pytest.param("降至28.3%", [""], id="level fallen to"),
        pytest.param("由58%提高到82%", ["", ""], id="two levels"),
        pytest.param("分别增长5.2%和37.8%", ["up", "up"], id="distributed"),
        pytest.param("降幅7.93%", ["down"], id="share noun"),
        pytest.param("审减4.18亿元", [""], id="减 in another word"),
        pytest.param("上涨21点至1133点", ["up", ""], id="change, then level"),
        pytest.param("下降近三成", ["down"], id="before a qualifier"),
        pytest.param("比上年多检查16家", ["up"], id="done once more"),
        pytest.param("较上一轮少立案3件", ["down"], id="done once less"),
        pytest.param("比较多的问题3个", [""], id="rather many"),
        pytest.param("比去年同期(126件)多81件", ["", "up"], id="than what stands in brackets"),
        pytest.param("比上季度的119处少31处", ["", "down"], id="than a number"),
        pytest.param("满意率比整改前高20个百分点", ["up"], id="higher than"),
        pytest.param("办结时间比上年短了3.5天", ["down"], id="shorter than"),
        pytest.param("积案存量少了3成，平均车速快了8.6公里", ["down", "up"], id="one character with 了"),
        pytest.param("裁减了8人", [""], id="a deed"),
        pytest.param("合格率高于全市平均1.9个百分点", ["up"], id="points above another"),
        pytest.param("低于评估价出租的13间", [""], id="what is below a mark"),
        pytest.param("猪肉价降11.6%，满意度升3个百分点", ["down", "up"], id="behind what is measured"),
    ],
)
def test_change_is_told_from_level(text: str, changes: list[str]) -> None:
    assert [figure.change for figure in find_figures(text)] == changes


@pytest.mark.parametrize(
    ("before", "change"),
    [
        pytest.param("化解率提高了", "up", id="verb with 了"),
        pytest.param("同比增长约", "up", id="verb with 约"),
        pytest.param("同比增", "up", id="one character after 比"),
        pytest.param("较上年多", "up", id="more than the year before"),
        pytest.param("增幅达到", "up", id="share noun"),
        pytest.param("压缩", "down", id="compressed"),
        pytest.param("降幅为", "down", id="share noun of a fall"),
        pytest.param("环比降", "down", id="one character after 环比"),
        pytest.param("办理时限缩短 ", "down", id="a space before the number"),
        pytest.param("提高到", "", id="a level reached"),
        pytest.param("下降至", "", id="a level fallen to"),
        pytest.param("审减", "", id="减 in another word"),
        pytest.param("完成整改", "", id="no change"),
        pytest.param("提高服务水平，共", "", id="a change of something else"),
        pytest.param("", "", id="nothing before"),
    ],
)
def test_change_is_read_from_what_stands_right_before(before: str, change: str) -> None:
    assert change_at(f"{before}31.4%", len(before)) == change


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        pytest.param("上涨", True, id="verb"),
        pytest.param("下降了", True, id="verb with 了"),
        pytest.param("指数跌", True, id="one character"),
        pytest.param("降幅", False, id="a share is no verb"),
        pytest.param("提高到", False, id="a level"),
        pytest.param("", False, id="nothing before"),
    ],
)
def test_verb_of_change_is_told_from_a_share(before: str, expected: bool) -> None:
    assert rises_or_falls(f"{before}21点至1133点", len(before)) is expected
