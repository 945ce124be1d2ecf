import pytest

from corpus.reading.sheets.csv_reader import read_csv

ROWS = "街道\t收缴（万元）\t户数\n北苑街道\t1,260.5\t\n南湖街道\t\t14"

TEXTS = [
    ('街道,收缴（万元）,户数\n北苑街道,"1,260.5",\n南湖街道,,14\n', "comma"),
    ("街道;收缴（万元）;户数\r\n北苑街道;1,260.5;\r\n南湖街道;;14\r\n", "semicolon"),
    ("街道\t收缴（万元）\t户数\n北苑街道\t1,260.5\t\n南湖街道\t\t14", "tab"),
]


@pytest.mark.parametrize("text", [row[0] for row in TEXTS], ids=[row[1] for row in TEXTS])
def test_rows_are_lines_with_tabs(text: str) -> None:
    assert read_csv(text) == ROWS


def test_title_above_the_rows_is_a_line() -> None:
    assert read_csv("街道收缴情况,,\n街道,户数,人数\n北苑街道,3,4\n").split("\n")[0] == "街道收缴情况"


def test_text_without_separators_is_kept() -> None:
    assert read_csv("只有一行文字") == "只有一行文字"
