from corpus.reading.pages.page_rows import PageRow, page_rows


def fragment(text: str, left: float, top: float, size: float = 10.0) -> PageRow:
    return PageRow((text,), left, left + size * len(text), top - size, top)


def test_texts_side_by_side_are_cells_and_those_that_touch_are_one() -> None:
    rows = page_rows(
        [fragment("乡镇", 0, 100), fragment("件数", 90, 101), fragment("合", 0, 80), fragment("计", 10, 80)],
        100,
    )
    assert [row.text for row in rows] == ["乡镇\t件数", "合计"]


def test_rows_without_lines_keep_empty_cells_in_place() -> None:
    rows = page_rows(
        [
            *(fragment(text, left, 100) for text, left in (("乡镇", 0), ("受理", 60), ("办结", 120))),
            *(fragment(text, left, 80) for text, left in (("东坪", 0), ("9", 130))),
        ],
        100,
    )
    assert [row.text for row in rows] == ["乡镇\t受理\t办结", "东坪\t\t9"]


def test_columns_of_text_are_read_one_after_the_other() -> None:
    left = [fragment("左栏的文字有这么多字呢" + str(n), 0, 300 - 20 * n) for n in range(6)]
    right = [fragment("右栏的文字有这么多字呢" + str(n), 150, 300 - 20 * n) for n in range(6)]
    rows = page_rows([*right, *left], 135)
    assert [row.text[0] for row in rows] == ["左"] * 6 + ["右"] * 6
