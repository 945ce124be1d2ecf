import pytest

from corpus.structure.heading_markers import MARKERS, MarkerStyle
from corpus.structure.headings import find_sections

BODY = "各单位党组织把整改作为重要任务，逐项对照、逐条落实，确保件件有着落、事事有回音。"


def style_of(line: str) -> tuple[str, str]:
    """The name of the first style that opens ``line``, and the number that it reads; "" for none."""
    for style in MARKERS:
        if found := style.pattern.match(line):
            return style.name, found["n"]
    return "", ""


@pytest.mark.parametrize("style", MARKERS, ids=[style.name for style in MARKERS])
def test_each_marker_opens_its_example(style: MarkerStyle) -> None:
    matching = [other for other in MARKERS if other.pattern.match(style.example)]
    assert matching[0] is style
    sections = find_sections(f"{style.example}\n{BODY}")
    assert len(sections) == 1
    assert sections[0].title
    assert not sections[0].title.startswith(("#", "（", "1", "①"))


def test_markers_have_names_of_their_own() -> None:
    assert len({style.name for style in MARKERS}) == len(MARKERS)


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("markdown 1", "markdown 2"),
        ("markdown 6", "part"),
        ("part", "division"),
        ("division", "article"),
        ("han", "han in brackets"),
        ("han in brackets", "number"),
        ("number", "number in brackets"),
        ("decimal 2", "decimal 3"),
    ],
    ids=lambda name: name,
)
def test_outer_markers_have_the_smaller_rank(outer: str, inner: str) -> None:
    ranks = {style.name: style.rank for style in MARKERS}
    assert ranks[outer] < ranks[inner]


@pytest.mark.parametrize(
    ("line", "name", "number"),
    [
        pytest.param("十二、工作打算", "han", "十二", id="han of two characters"),
        pytest.param("（三）县民政局", "han in brackets", "三", id="han in brackets"),
        pytest.param("(三)县民政局", "han in brackets", "三", id="half-width brackets"),
        pytest.param("【二】县民政局", "han in brackets", "二", id="square brackets"),
        pytest.param("12.关于收费问题", "number", "12", id="number with a full stop"),
        pytest.param("12）收费不规范", "number", "12", id="number with a closing bracket"),
        pytest.param("（12）收费不规范", "number in brackets", "12", id="number in brackets"),
        pytest.param("3.2 资金清理", "decimal 2", "2", id="two levels"),
        pytest.param("1.2.3资金清理", "decimal 3", "3", id="three levels without a space"),
        pytest.param("第二十一条　应当公开", "article", "二十一", id="article"),
        pytest.param("第3章 总则", "part", "3", id="part in digits"),
        pytest.param("附件2：清单", "appendix", "2", id="appendix with a number"),
        pytest.param("附表", "appendix", "", id="appendix without one"),
        pytest.param("⑩收费不规范", "circled", "⑩", id="circled"),
        pytest.param("三是，健全机制", "enumeration", "三", id="enumeration with a comma"),
        pytest.param("第三，健全机制", "ordinal", "三", id="ordinal"),
    ],
)
def test_marker_is_read_with_its_number(line: str, name: str, number: str) -> None:
    assert style_of(line) == (name, number)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("1.5万件商品售出", id="a decimal"),
        pytest.param("2023.7.5发布", id="a date"),
        pytest.param("第三巡察组进驻", id="an ordinal name"),
        pytest.param("第十五条规定，应当公开", id="an article in running text"),
        pytest.param("#总体情况", id="a tag"),
        pytest.param("####### 总体情况", id="seven signs"),
        pytest.param("一是一，二是二", id="a saying"),
        pytest.param("附件材料齐全", id="a word"),
        pytest.param("1234、甲", id="four digits"),
        pytest.param("一二三四、甲", id="four han digits"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_marker_opens(line: str) -> None:
    assert style_of(line) == ("", "")
