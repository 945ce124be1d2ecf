import pytest

from corpus.quantities.figures import find_figures
from corpus.statements.cells import Cell, read_cells

TABLE = """附表1　清理收回情况表（单位：万元）
单位名称            应收回金额    已收回金额    收回率(%)
市教育局            1260.00       1178.10       93.50
合计                5256.10       4807.35       91.46
附表2　“三公”经费支出情况表（单位：万元）
项目                  2021年    2022年
公务接待费            18.60     12.40
"""


def cells(text: str) -> dict[str, Cell]:
    figures = find_figures(text)
    found = read_cells(text, figures)
    return {figure.raw: found[figure.start] for figure in figures if figure.start in found}


def test_a_row_named_after_an_organisation_is_its_own() -> None:
    assert cells(TABLE)["1260.00"] == Cell("应收回金额", "市教育局", "")


def test_a_total_counts_what_its_column_counts() -> None:
    assert cells(TABLE)["4807.35"] == Cell("已收回金额", "", "")


def test_a_column_of_a_year_is_a_period() -> None:
    assert cells(TABLE)["12.40"] == Cell("“三公”经费支出公务接待费", "", "2022年")


def test_running_text_has_no_cells() -> None:
    assert cells("完成整改588个，落实意见106条。\n出台制度427个。") == {}


@pytest.mark.parametrize(
    ("text", "raw", "cell"),
    [
        pytest.param(
            "站所\t隐患（处）\t罚款（万元）\n北站\t\t4.2\n南站\t16\t\n",
            "4.2",
            Cell("北站罚款"),
            id="an-empty-cell",
        ),
        pytest.param(
            "| 站所 | 隐患（处） | 罚款（万元） |\n|:--|--|--:|\n| 北站 | | 4.2 |\n",
            "4.2",
            Cell("北站罚款"),
            id="of-bars",
        ),
        pytest.param(
            "名称    应收    已收\n甲所            12.00\n", "12.00", Cell("甲所已收"), id="of-spaces"
        ),
        pytest.param(
            "股室\t来信（件）\t\t退款（万元）\n\t受理\t办结\n东股\t71\t66\t3.9\n",
            "66",
            Cell("东股办结来信"),
            id="stacked-heads",
        ),
        pytest.param(
            "指标\t数值\n退款（万元）\t8.5\n", "8.5", Cell("退款"), id="rows-that-say-what-they-count"
        ),
        pytest.param("退款（万元）\t8.5\n办结率（%）\t93.1\n", "93.1", Cell("办结率"), id="without-heads"),
        pytest.param(
            "序号\t单位\t来信（件）\n1\t青河县财政局\t71\n",
            "71",
            Cell("来信", "青河县财政局"),
            id="running-numbers",
        ),
        pytest.param(
            "年份\t来信（件）\n2021年\t71\n2022年\t66\n", "66", Cell("来信", "", "2022年"), id="rows-of-years"
        ),
        pytest.param(
            "年份\t2021\t2022\n来信（件）\t71\t66\n", "66", Cell("来信", "", "2022年"), id="columns-of-years"
        ),
        pytest.param(
            "片区\t股室\t来信（件）\n北片\t东股\t71\n\t西股\t66\n",
            "66",
            Cell("北片西股来信"),
            id="a-merged-label",
        ),
        pytest.param(
            "股室\t来信（件）\n东股\t71\n二、下属单位\n西站\t66\n",
            "66",
            Cell("西站来信"),
            id="a-group-between",
        ),
        pytest.param("股室\t\t来信（件）\n东股\t71\n", "71", Cell("东股来信"), id="tabs-that-only-align"),
        pytest.param(
            "县区\t单位\t退款（万元）\n青河县\t县财政局\t8.5\n\t县审计局\t7.25\n白沙县\t县财政局\t3\n",
            "7.25",
            Cell("县审计局退款", "青河县"),
            id="a-row-of-a-district",
        ),
        pytest.param(
            "指标\t东股\t西股\n退款（万元）\t8.5\t7.25\n", "7.25", Cell("西股退款"), id="columns-say-whose"
        ),
        pytest.param(
            "单位\t退款（万元）\n一、青河县\n财政局\t8.5\n小计\t8.5\n二、白沙县\n财政局\t7.25\n",
            "7.25",
            Cell("财政局退款", "白沙县"),
            id="a-district-above-its-rows",
        ),
        pytest.param(
            "单位\t退款（万元）\n青河县\n财政局\t8.5\n合计\t9.75\n",
            "9.75",
            Cell("退款"),
            id="a-sum-is-in-no-group",
        ),
        pytest.param(
            "单位\t退款（万元）\n清河区\t8.5\n桐园区\t7.25\n",
            "7.25",
            Cell("退款", "桐园区"),
            id="districts-set-beside-each-other",
        ),
        pytest.param(
            "单位\t金额（万元）\n青河县财政局\t8.5\n",
            "8.5",
            Cell("金额", "青河县财政局"),
            id="only-an-amount",
        ),
        pytest.param(
            "清退明细\n项目\t2021年\n房租（万元）\t8.5\n",
            "8.5",
            Cell("清退房租", "", "2021年"),
            id="title-of-a-sheet",
        ),
    ],
)
def test_cell_counts_what_its_heads_and_labels_say(text: str, raw: str, cell: Cell) -> None:
    assert cells(text)[raw] == cell


@pytest.mark.parametrize(
    "caption", ["检查情况如下表：", "检查情况统计表", "东江局通报"], ids=["as-follows", "a-table", "a-title"]
)
def test_topic_of_a_caption_is_what_it_is_about(caption: str) -> None:
    found = cells(
        f"{caption}\n            第一季度    第二季度\n立案        12          15\n结案        10          -\n"
    )
    topic = "" if caption.endswith("通报") else "检查"
    assert found["15"] == Cell(f"{topic}立案", "", "第二季度")
    assert found["10"] == Cell(f"{topic}结案", "", "第一季度")
