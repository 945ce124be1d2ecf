from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.figure import Figure, Kind, Qualifier
from corpus.quantities import figures as finder
from corpus.quantities.figures import find_figures
from tests.corpus.test_numerals import FINANCIAL, write_chinese

SENTENCES = (
    "2022年8月中旬，共派出8个巡察组，对19个单位开展常规巡察。",
    "截至2023年6月30日，31个问题已完成整改29个，其余2个按计划推进。",
    "清收4.25亿元，清收率62.5%，比上年提高8.3个百分点。",
    "追回补贴资金九十四万五千元，复耕面积占四分之三。",
    "做到“两个维护”，落实“一岗双责”。",
    "师生比由1：412提高到1：323，培训213人次。",
    "修订《采购办法》（东水〔2023〕12号），对照第十五条补办手续。",
    "联系电话：0900-8578312；邮编：990042。",
    "近600人参加，其中党员不少于90名，占比超过六成。",
    "分别为6.5万、8.5万人次，同比下降三成。",
    "一是健全机制。二是压实责任。",
    "会议于上午9点30分召开，历时3个半小时。",
)


def raws(text: str) -> list[str]:
    return [figure.raw for figure in find_figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("修订制度12项、废止3项", ["12项", "3项"], id="two counts"),
        pytest.param("立案5件8人", ["5件", "8人"], id="counts side by side"),
        pytest.param("反馈的4方面24个问题", ["4方面", "24个"], id="no classifier"),
        pytest.param("处分23人次", ["23人次"], id="visits, not people"),
        pytest.param("由58%提高到82%", ["58%", "82%"], id="from a level to a level"),
        pytest.param("从1.2亿元增加到3亿元", ["1.2亿元", "3亿元"], id="from a sum to a sum"),
        pytest.param("12台（套）设备", ["12台（套）"], id="unit with brackets"),
        pytest.param("完成整改 588 个。", ["588 个"], id="spaced"),
        pytest.param("１．５万件", ["１．５万件"], id="full width"),
        pytest.param("用时2小时30分钟", ["2小时30分钟"], id="compound measure"),
        pytest.param("300元/吨", ["300元/吨"], id="compound unit"),
        pytest.param("每份三元五角", ["三元五角"], id="compound money"),
        pytest.param("上升0.8个—1.2个百分点", ["0.8个—1.2个百分点"], id="range with a short first unit"),
        pytest.param("全部清零三个", ["三个"], id="零 of the word before"),
        pytest.param("400000000吨", ["400000000吨"], id="as long as a telephone number"),
        pytest.param("13000000000元", ["13000000000元"], id="as long as a mobile number"),
        pytest.param("每周三次", ["三次"], id="times a week, not a weekday"),
        pytest.param("共计20人参与", ["20人"], id="人 before a verb"),
        pytest.param("500+款产品", ["500+款"], id="plus as a bound"),
        pytest.param("¥5,000", ["¥5,000"], id="currency mark"),
        pytest.param("浏览次数：1286", ["1286"], id="stated number without a unit"),
        pytest.param("亿元以上项目", ["亿元以上"], id="multiplier with a bound"),
        pytest.param("万元户", [], id="multiplier without one"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_figures_of_a_phrase(text: str, expected: list[str]) -> None:
    assert raws(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        pytest.param("1.5万件", Kind.COUNT, "15000", "件", id="count"),
        pytest.param("2351万元", Kind.MONEY, "23510000", "元", id="money"),
        pytest.param("0.2351亿元", Kind.MONEY, "23510000", "元", id="the same money"),
        pytest.param("91.35%", Kind.PERCENT, "91.35", "%", id="percent"),
        pytest.param("91.35％", Kind.PERCENT, "91.35", "%", id="full-width percent"),
        pytest.param("百分之九十一点三五", Kind.PERCENT, "91.35", "%", id="percent in words"),
        pytest.param("5‰", Kind.PERCENT, "0.5", "%", id="per mille"),
        pytest.param("九成", Kind.PERCENT, "90", "%", id="tenths"),
        pytest.param("7.32个百分点", Kind.PERCENTAGE_POINT, "7.32", "个百分点", id="percentage points"),
        pytest.param("四分之三", Kind.RATIO, "0.75", "", id="fraction"),
        pytest.param("1:4", Kind.RATIO, "0.25", "比", id="ratio"),
        pytest.param("1.2倍", Kind.MULTIPLE, "1.2", "倍", id="multiple"),
        pytest.param("翻两番", Kind.MULTIPLE, "4", "倍", id="doubled twice"),
        pytest.param("4.6万平方米", Kind.MEASURE, "46000", "平方米", id="area"),
        pytest.param("12.6公里", Kind.MEASURE, "12600", "米", id="length"),
        pytest.param("1260亩", Kind.MEASURE, "1260", "亩", id="land"),
        pytest.param("5个工作日", Kind.DURATION, "5", "个工作日", id="working days"),
        pytest.param("5000美元", Kind.MONEY, "5000", "美元", id="foreign money"),
        pytest.param("4,215名", Kind.COUNT, "4215", "人", id="people"),
        pytest.param("11.5万批次", Kind.COUNT, "115000", "批次", id="batches"),
    ],
)
def test_value_is_in_the_base_unit(text: str, kind: Kind, value: str, unit: str) -> None:
    (figure,) = find_figures(text)

    assert (figure.kind, str(figure.value), figure.unit) == (kind, value, unit)


def test_units_of_money_do_not_mix() -> None:
    (yuan,), (wan,), (yi,) = find_figures("126.5元"), find_figures("126.5万元"), find_figures("126.5亿元")

    assert len({yuan.value, wan.value, yi.value}) == 3


def test_a_list_shares_its_unit() -> None:
    first, second = find_figures("分别为6.5万、8.5万人次")

    assert (first.raw, first.value, first.unit) == ("6.5万", Decimal(65000), "人次")
    assert (second.raw, second.value, second.unit) == ("8.5万人次", Decimal(85000), "人次")


def test_a_list_shares_its_multiplier() -> None:
    first, second = find_figures("分别为6.5、8.5万人次")

    assert (first.value, second.value) == (Decimal(65000), Decimal(85000))


def test_a_list_shares_its_points() -> None:
    first, second = find_figures("分别提高6.3个和3.9个百分点")

    assert (first.raw, first.kind, first.unit) == ("6.3个", Kind.PERCENTAGE_POINT, second.unit)


def test_one_that_is_next_is_no_unit_of_times() -> None:
    assert [(one.raw, one.unit) for one in find_figures("甲镇58件，乙镇44件次之，接访44件次")] == [
        ("58件", "件"),
        ("44件", "件"),
        ("44件次", "件次"),
    ]


def test_what_is_not_a_list_shares_nothing() -> None:
    first, second = find_figures("得分：12。共8人")

    assert (first.unit, second.unit) == ("", "人")


def plain(value: Decimal) -> str:
    return f"{value:f}"


NOTATIONS: dict[str, tuple[Callable[[int], str], Callable[[int], Decimal]]] = {
    "digits": (lambda n: f"{n}件", Decimal),
    "separated": (lambda n: f"{n:,}件", Decimal),
    "full width": (lambda n: f"{n}件".translate({i + 48: i + 0xFF10 for i in range(10)}), Decimal),
    "Chinese": (lambda n: f"{write_chinese(n)}件", Decimal),
    "financial": (lambda n: f"{write_chinese(n).translate(FINANCIAL)}件", Decimal),
    "myriads": (lambda n: f"{plain(Decimal(n) / 10**4)}万件", Decimal),
    "hundred millions": (lambda n: f"{plain(Decimal(n) / 10**8)}亿元", Decimal),
    "mixed": (lambda n: f"{n}亿2000万元", lambda n: Decimal(n) * 10**8 + 20000000),
    "percent": (lambda n: f"{plain(Decimal(n) / 100)}%", lambda n: Decimal(n) / 100),
    "percent in words": (lambda n: f"百分之{write_chinese(n)}", Decimal),
    "points": (lambda n: f"{plain(Decimal(n) / 100)}个百分点", lambda n: Decimal(n) / 100),
    "fraction": (lambda n: f"{write_chinese(n)}分之一", lambda n: 1 / Decimal(n)),
    "fraction in digits": (lambda n: f"1/{n % 9999 + 2}", lambda n: 1 / Decimal(n % 9999 + 2)),
    "ratio": (lambda n: f"1：{n % 999999 + 1}", lambda n: 1 / Decimal(n % 999999 + 1)),
    "area": (lambda n: f"{n}公顷", lambda n: Decimal(n) * 10000),
    "weight": (lambda n: f"{n}吨", lambda n: Decimal(n) * 1000),
}


@settings(max_examples=60)
@given(number=st.integers(2, 10**9))
@pytest.mark.parametrize("name", NOTATIONS)
def test_every_notation_reads_back(name: str, number: int) -> None:
    write, expect = NOTATIONS[name]

    text = f"其比为{write(number)}，" if name == "ratio" else f"共计{write(number)}，"

    (figure,) = find_figures(text)
    assert figure.value == expect(number)
    assert figure.qualifier is Qualifier.EXACT
    assert text[figure.start : figure.end] == write(number)


@given(low=st.integers(2, 10**6), more=st.integers(1, 10**6), dash=st.sampled_from("至到-—～"))
def test_ranges_read_back(low: int, more: int, dash: str) -> None:
    (figure,) = find_figures(f"共计{low}{dash}{low + more}件，")

    assert (figure.low, figure.high, figure.qualifier) == (
        Decimal(low),
        Decimal(low + more),
        Qualifier.RANGE,
    )


@given(st.lists(st.sampled_from(SENTENCES), max_size=12))
def test_joined_sentences_have_the_figures_of_each(sentences: list[str]) -> None:
    text = "\n".join(sentences)
    expected: list[tuple[int, Figure]] = []
    start = 0
    for sentence in sentences:
        expected += [(start, figure) for figure in find_figures(sentence)]
        start += len(sentence) + 1

    found = find_figures(text)

    assert [(f.start, f.end, f.raw, f.value, f.unit, f.kind) for f in found] == [
        (shift + f.start, shift + f.end, f.raw, f.value, f.unit, f.kind) for shift, f in expected
    ]


def check_invariants(text: str) -> None:
    end = 0
    for figure in find_figures(text):
        assert end <= figure.start < figure.end <= len(text)
        assert figure.raw == text[figure.start : figure.end]
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        end = figure.end


ANYTHING = st.text(st.characters(exclude_categories=()))
"""Text of any code points, lone surrogates included."""

DENSE = st.text(
    st.sampled_from(
        "零一二两三十百千万亿半几余多点分之成折倍番年月日时第号条个人元％%0123456789.,，、:：/-—至到约近超 \n〔〕（）“”《》·負萬億"
    )
)


@settings(max_examples=300)
@given(ANYTHING)
def test_no_text_raises(text: str) -> None:
    check_invariants(text)


@settings(max_examples=1000)
@given(DENSE)
def test_no_heap_of_numerals_raises(text: str) -> None:
    check_invariants(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\ud800588个", id="lone surrogate"),
        pytest.param("5\u200d88个", id="zero-width joiner"),
        pytest.param("９" * 1000, id="endless digits"),
        pytest.param("一" * 1000 + "个", id="endless Chinese numeral"),
        pytest.param("1e99", id="exponent"),
        pytest.param("9^99", id="power"),
        pytest.param("1/0", id="division by nought"),
        pytest.param("半数億倍", id="one character in two readings"),
        pytest.param("零分之一", id="division by nought in words"),
        pytest.param("3：0", id="score with a nought"),
        pytest.param("翻九十番", id="too many doublings"),
        pytest.param("2023年13月45日", id="no such day"),
        pytest.param("0001年1月1日", id="the first year"),
    ],
)
def test_odd_text_is_read(text: str) -> None:
    check_invariants(text)


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("一", id="one numeral"),
        pytest.param("1", id="digits"),
        pytest.param("111,", id="separators"),
        pytest.param("1万", id="multipliers"),
        pytest.param("一 ", id="spaced numerals"),
        pytest.param("第一", id="ordinals"),
        pytest.param("完成整改588个，", id="sentences"),
    ],
)
def test_places_read_grow_with_the_text(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reads = 0
    read = finder._read

    def counted(text: str, at: int, floor: int) -> tuple[int, Figure | None]:
        nonlocal reads
        reads += 1
        return read(text, at, floor)

    monkeypatch.setattr(finder, "_read", counted)
    counts = []
    for size in (500, 1000):
        reads = 0
        find_figures(unit * size)
        counts.append(reads)

    assert counts[1] <= 2 * counts[0] + 2
    assert counts[1] <= len(unit) * 1000
