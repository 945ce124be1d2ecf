from corpus.reading.pdf_tables import column_spans, in_columns

ROWS = [[(0.0, 40.0), (60.0, 100.0), (120.0, 160.0)], [(0.0, 30.0), (130.0, 140.0)]]


def test_texts_above_each_other_are_one_column() -> None:
    assert column_spans(ROWS) == [(0.0, 40.0), (60.0, 100.0), (120.0, 160.0)]


def test_row_with_a_gap_has_an_empty_cell() -> None:
    assert in_columns(["甲社区", "7"], ROWS[1], column_spans(ROWS)) == ["甲社区", "", "7"]


def test_two_texts_of_one_column_are_no_row() -> None:
    assert in_columns(["甲", "乙"], [(0.0, 10.0), (12.0, 20.0)], [(0.0, 40.0), (60.0, 100.0)]) is None
