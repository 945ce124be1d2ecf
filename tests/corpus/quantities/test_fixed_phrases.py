import pytest

from corpus.figure import Kind
from corpus.lexicon.numeral_words import SET_PHRASES
from corpus.quantities.figures import find_figures
from corpus.quantities.fixed_phrases import FIXED_WORDS, SLOGANS, phrase_at


def kinds(text: str) -> list[tuple[str, Kind]]:
    return [(figure.raw, figure.kind) for figure in find_figures(text)]


@pytest.mark.parametrize("slogan", sorted({*SLOGANS, *SET_PHRASES}))
def test_every_slogan_is_an_idiom(slogan: str) -> None:
    found = kinds(f"落实“{slogan}”")

    assert found
    assert all(kind is Kind.IDIOM for _, kind in found)


@pytest.mark.parametrize("word", sorted(set(FIXED_WORDS)))
def test_no_word_is_a_figure(word: str) -> None:
    assert not [raw for raw, kind in kinds(f"他说{word}的") if kind is not Kind.IDIOM]


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        pytest.param("增强四个意识", "四个意识", id="slogan without marks"),
        pytest.param("围绕“四个落实”开展", "四个落实", id="slogan in marks"),
        pytest.param("落实“五个聚焦”要求", "五个聚焦", id="new slogan in marks"),
        pytest.param("“三张清单”", "三张清单", id="lists in marks"),
        pytest.param("“一核两翼”布局", "一核两翼", id="two numerals in four characters"),
        pytest.param("推行一湖一策", "一湖一策", id="new four characters"),
        pytest.param("用一条条措施", "一条条", id="doubled classifier"),
        pytest.param("一个一个过", "一个一个", id="doubled classifier with 一"),
        pytest.param("“十四五”规划", "十四五", id="five-year plan"),
        pytest.param("做到一级抓一级", "一级抓一级", id="level by level"),
        pytest.param("百年大计，教育为本", "百年大计", id="set phrase"),
        pytest.param("一卡多用", "一卡多用", id="one for many"),
        pytest.param("做到三个不放过", "三个不放过", id="three refusals"),
        pytest.param("“三公”经费", "三公", id="short name in marks"),
    ],
)
def test_slogan_is_one_idiom(text: str, raw: str) -> None:
    assert kinds(text) == [(raw, Kind.IDIOM)]


@pytest.mark.parametrize(
    ("text", "raw", "kind"),
    [
        pytest.param("三公里道路", "三公里", Kind.MEASURE, id="三公 in 三公里"),
        pytest.param(
            "提高二十三点五个百分点", "二十三点五个百分点", Kind.PERCENTAGE_POINT, id="高二 in 提高二十三"
        ),
        pytest.param("唯一一项3个", "3个", Kind.COUNT, id="一一 is no eleven"),
        pytest.param("十分钟", "十分钟", Kind.DURATION, id="十分 in 十分钟"),
        pytest.param("一点五倍", "一点五倍", Kind.MULTIPLE, id="一点 in 一点五"),
        pytest.param("“三成”受访者", "三成", Kind.PERCENT, id="a share in marks"),
        pytest.param("“三个月没发工资”", "三个月", Kind.DURATION, id="speech in marks"),
        pytest.param("一千多万元", "一千多万元", Kind.MONEY, id="一…多 with a numeral between"),
        pytest.param("一百多人", "一百多人", Kind.COUNT, id="一…多 before a measure word"),
        pytest.param("三个不同的方案", "三个", Kind.COUNT, id="three different ones"),
        pytest.param("三人两车", "三人", Kind.COUNT, id="two counts in four characters"),
    ],
)
def test_a_quantity_is_no_idiom(text: str, raw: str, kind: Kind) -> None:
    assert (raw, kind) in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("省一中院党组", id="court"),
        pytest.param("三亚和四川", id="places"),
        pytest.param("下一步统一安排一些工作", id="words"),
        pytest.param("整改一个销号一个", id="one for one"),
        pytest.param("做到一个问题一个方案", id="one each"),
        pytest.param("周一至周五", id="days of the week"),
        pytest.param("党的二十大精神", id="congress"),
        pytest.param("三星、一汽和五粮液", id="companies"),
        pytest.param("周三公布数据", id="a weekday before 公"),
    ],
)
def test_a_name_is_no_figure(text: str) -> None:
    assert kinds(text) == []


def test_a_phrase_does_not_reach_back_over_what_was_read() -> None:
    assert phrase_at("统一", 1, floor=1) is None
    assert phrase_at("统一", 1, floor=0) is not None
