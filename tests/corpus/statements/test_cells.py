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


def test_a_row_of_another_length_is_left_alone() -> None:
    text = "名称    应收    已收\n甲局    12.00\n"
    assert cells(text) == {}
