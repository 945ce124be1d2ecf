from decimal import Decimal

import pytest

from corpus.figure import Kind
from corpus.quantities.figure_patterns import PATTERNS, Pattern, ordinal_value
from corpus.quantities.figures import find_figures


@pytest.mark.parametrize("row", PATTERNS, ids=lambda row: row.name)
def test_every_pattern_holds_for_its_example(row: Pattern) -> None:
    figures = find_figures(row.example)
    start = row.example.index(row.found)
    over = [f for f in figures if f.start < start + len(row.found) and f.end > start]

    if row.kind is None:
        assert over == []
    else:
        assert [(f.raw, f.kind) for f in over] == [(row.found, row.kind)]


@pytest.mark.parametrize(
    ("text", "raw", "kind"),
    [
        pytest.param("第3条", "第3条", Kind.DOCUMENT_NUMBER, id="article in digits"),
        pytest.param("第十五条第二款", "第十五条第二款", Kind.DOCUMENT_NUMBER, id="article and paragraph"),
        pytest.param("国发〔2020〕1号", "〔2020〕1号", Kind.DOCUMENT_NUMBER, id="document"),
        pytest.param("第十二轮巡视", "第十二轮", Kind.ORDINAL, id="round"),
        pytest.param("第3季度", "第3季度", Kind.ORDINAL, id="quarter"),
        pytest.param("位列第二，", "第二", Kind.ORDINAL, id="rank"),
    ],
)
def test_numbered_things(text: str, raw: str, kind: Kind) -> None:
    assert [(f.raw, f.kind) for f in find_figures(text)] == [(raw, kind)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("第三巡察组", id="a group's name"),
        pytest.param("第一中级人民法院", id="a court's name"),
        pytest.param("第二产业", id="a sector"),
        pytest.param("（一）总体情况", id="list number in brackets"),
        pytest.param("1．关于问题", id="full-width list number"),
        pytest.param("2.挽回损失", id="list number"),
        pytest.param("一是加强领导。二是压实责任。", id="list words"),
        pytest.param("联系电话：0900-8578312", id="telephone"),
        pytest.param("拨打13800138000", id="mobile"),
        pytest.param("邮编：990042", id="postcode"),
        pytest.param("上午8:00—12:00", id="time of day"),
        pytest.param("晚10点30分左右", id="hour and minute"),
        pytest.param("滨河大道118号", id="house"),
        pytest.param("邮箱zj12@example.cn", id="mail address"),
        pytest.param("https://example.cn/2021/588", id="address"),
        pytest.param("《中国制造2025》", id="title"),
        pytest.param("搭载骁龙8芯片", id="product"),
        pytest.param("升级到iOS 17", id="product in Latin letters"),
        pytest.param("CVE-2023-32019", id="code"),
        pytest.param("5G网络和A4纸", id="letters and digits"),
        pytest.param("GB/T 19001-2016", id="standard"),
        pytest.param("情况见附表1", id="table"),
        pytest.param("一名男子", id="article"),
        pytest.param("拨打12345热线", id="service number"),
        pytest.param("粤ICP备2021004567号-1", id="filing of a page"),
        pytest.param("浙公网安备33010602009876号", id="filing with the police"),
        pytest.param("备案号：京ICP备17004213号", id="filing with its label"),
        pytest.param("十三届县委", id="term of a body"),
    ],
)
def test_what_is_no_figure_at_all(text: str) -> None:
    assert find_figures(text) == []


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        pytest.param("1.5万件", "1.5万件", id="a decimal is no list number"),
        pytest.param("1.2023年完成", "2023年", id="a list number before a year"),
        pytest.param("2、3个", "3个", id="a list of numbers is no list number"),
        pytest.param("提供24小时服务", "24小时", id="hours are no time of day"),
        pytest.param("比分3:10，", "3:10", id="a score is no time"),
        pytest.param("移交线索一条。", "一条", id="a count behind its noun"),
        pytest.param("不到一个月", "不到一个月", id="a bounded one"),
        pytest.param("共3条", "3条", id="条 without 第"),
    ],
)
def test_near_misses_are_figures(text: str, raw: str) -> None:
    assert raw in [figure.raw for figure in find_figures(text)]


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [("八轮", 8, "轮"), ("12届", 12, "届"), ("三", 3, ""), ("轮", None, "")],
)
def test_ordinal_value_takes_number_and_unit_apart(written: str, value: int | None, unit: str) -> None:
    assert ordinal_value(written) == (None if value is None else Decimal(value), unit)


def test_ordinals_in_a_list_share_their_unit() -> None:
    fourth, fifth = find_figures("第四、第五轮巡视")

    assert (fourth.raw, fourth.value, fourth.unit) == ("第四", Decimal(4), "轮")
    assert (fifth.raw, fifth.unit) == ("第五轮", "轮")


def test_ordinals_differ_by_their_value() -> None:
    fourth, fifth = find_figures("第四轮和第五轮")

    assert (fourth.value, fifth.value) == (Decimal(4), Decimal(5))
