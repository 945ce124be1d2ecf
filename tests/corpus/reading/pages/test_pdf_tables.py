from corpus.reading.pages.pdf_tables import column_spans, in_columns

ROWS = [[(0.0, 40.0), (60.0, 100.0), (120.0, 160.0)], [(0.0, 30.0), (130.0, 140.0)]]


def test_texts_above_each_other_are_one_column() -> None:
    assert column_spans(ROWS) == [(0.0, 40.0), (60.0, 100.0), (120.0, 160.0)]


def test_row_with_a_gap_has_an_empty_cell() -> None:
    assert in_columns(["甲社区", "7"], ROWS[1], column_spans(ROWS)) == ["甲社区", "", "7"]


def test_two_texts_of_one_column_are_no_row() -> None:
    assert in_columns(["甲", "乙"], [(0.0, 10.0), (12.0, 20.0)], [(0.0, 40.0), (60.0, 100.0)]) is None


HEADS = [(0.0, 20.0), (60.0, 80.0), (130.0, 150.0)]
NUMBERS = [(0.0, 30.0), (95.0, 110.0), (170.0, 180.0)]


def test_heads_at_the_left_and_numbers_at_the_right_are_one_column() -> None:
    columns = column_spans([HEADS, NUMBERS, [(0.0, 30.0), (170.0, 180.0)]])
    assert columns == [(0.0, 30.0), (60.0, 110.0), (130.0, 180.0)]
    assert in_columns(["丙村", "4"], [(0.0, 30.0), (170.0, 180.0)], columns) == ["丙村", "", "4"]


def test_neighbours_stay_apart_where_the_fullest_row_has_more_texts() -> None:
    full = [(0.0, 20.0), (60.0, 80.0), (95.0, 110.0), (130.0, 150.0)]
    assert len(column_spans([full, HEADS, NUMBERS])) == 4
