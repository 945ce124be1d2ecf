from decimal import Decimal

import pytest

from bot.question.answer_types import WAYS, Way, find_asked, kind_fitness
from corpus.figure import Figure, Kind


@pytest.mark.parametrize("way", WAYS, ids=[way.name for way in WAYS])
def test_way_matches_its_example(way: Way) -> None:
    (asked,) = find_asked(way.example)
    assert asked.kinds <= way.kinds


ASKED = [
    ("完成整改多少个问题", "多少个", {Kind.COUNT}, "个"),
    ("涉及多少万元", "多少万元", {Kind.MONEY}, "元"),
    ("退了多少医保基金", "多少", {Kind.MONEY}, ""),
    ("追回多少逾期款", "多少", {Kind.MONEY}, ""),
    ("收回的机床价值多少", "多少", {Kind.MONEY}, ""),
    ("占地补偿费已经发了多少", "多少", {Kind.MONEY}, ""),
    ("化解率是多少", "多少", {Kind.PERCENT, Kind.RATIO, Kind.MULTIPLE}, ""),
    ("党员的份额是多少", "多少", {Kind.PERCENT, Kind.RATIO, Kind.MULTIPLE}, ""),
    ("党员占几分之几", "几分之几", {Kind.PERCENT, Kind.RATIO}, ""),
    ("提高了几个百分点", "几个百分点", {Kind.PERCENTAGE_POINT}, ""),
    ("处分了几个人", "几个人", {Kind.COUNT}, "人"),
    ("指南有几个子体系", "几个", {Kind.COUNT}, "个"),
    ("什么时候启动的", "什么时候", {Kind.DATE}, ""),
    ("云溪书市开幕时间", "", {Kind.DATE}, ""),
    ("窗口平均排队时间", "", {Kind.DURATION}, ""),
    ("云溪大桥多长", "多长", {Kind.MEASURE}, ""),
    ("新馆的展览面积有多大", "有多大", {Kind.MEASURE}, ""),
    ("最年长的党员多大年纪", "多大年纪", {Kind.MEASURE}, "岁"),
    ("2020年化解率", "", {Kind.PERCENT, Kind.RATIO, Kind.MULTIPLE}, ""),
]


@pytest.mark.parametrize(("question", "words", "kinds", "measure"), ASKED, ids=[row[0] for row in ASKED])
def test_question_asks_for(question: str, words: str, kinds: set[Kind], measure: str) -> None:
    (asked,) = find_asked(question)
    assert (question[asked.start : asked.end], set(asked.kinds), asked.measure) == (words, kinds, measure)


@pytest.mark.parametrize(
    "question",
    [
        "影响有多大",
        "怎么管理整改台账",
        "哪年高",
        "整改情况",
        "整改时间安排",
        "为什么整改",
        "",
        "，。",
        "2023年呢",
    ],
)
def test_question_asks_for_no_figure(question: str) -> None:
    assert find_asked(question) == []


@pytest.mark.parametrize("deed", ["拨到位", "发下去", "付出去"])
def test_what_was_paid_out_is_no_classifier(deed: str) -> None:
    (asked,) = find_asked(f"修渠资金有多少{deed}了")
    assert asked.measure == ""
    assert Kind.MONEY in asked.kinds


def test_repeated_measure_is_not_a_classifier() -> None:
    (asked,) = find_asked("退了多少重复收费")
    assert asked.measure == ""


def test_two_figures_are_asked_in_order() -> None:
    first, second = find_asked("排查了多少亩、复耕了多少亩")
    assert first.end <= second.start


def figure(kind: Kind, unit: str) -> Figure:
    return Figure("", 0, 0, kind, Decimal(1), unit=unit)


FITNESS = [
    ("多少个问题", figure(Kind.COUNT, "项"), 1.0),
    ("多少个问题", figure(Kind.COUNT, "人次"), 0.8),
    ("多少户居民", figure(Kind.COUNT, "人"), 0.6),
    ("几家单位", figure(Kind.COUNT, "人"), 0.25),
    ("处分了几人", figure(Kind.COUNT, "个"), 0.25),
    ("几个干警", figure(Kind.COUNT, "人"), 0.8),
    ("几个百分点", figure(Kind.PERCENT, "%"), 0.0),
    ("多少钱", figure(Kind.COUNT, "个"), 0.0),
    ("多少个问题", figure(Kind.DATE, "日期"), 0.0),
    ("什么时候", figure(Kind.DATE, "日期"), 1.0),
]


@pytest.mark.parametrize(
    ("question", "stated", "fit"), FITNESS, ids=[f"{q}-{f.kind}-{f.unit}" for q, f, _ in FITNESS]
)
def test_figure_fits_what_is_asked(question: str, stated: Figure, fit: float) -> None:
    assert kind_fitness(find_asked(question)[0], stated) == fit


def test_one_added_row_is_enough_for_a_way_to_ask() -> None:
    row = Way("poetic", "几许", frozenset({Kind.MONEY}), "整改花费了几许", firm=True, measure="元")
    assert [row.example[one.start : one.end] for one in find_asked(row.example)] != ["几许"]
    (asked,) = find_asked(row.example, (row, *WAYS))
    assert row.example[asked.start : asked.end] == "几许"
    assert (asked.kinds, asked.measure, asked.firm) == (row.kinds, "元", True)


@pytest.mark.parametrize(("noun", "paid"), [("门诊量", False), ("用水量", False), ("贷款量", True)])
def test_what_is_counted_is_never_paid(noun: str, paid: bool) -> None:
    (asked,) = find_asked(noun)
    assert (Kind.MONEY in asked.kinds) is paid
    assert Kind.COUNT in asked.kinds
