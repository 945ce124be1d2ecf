import pytest

from corpus.statements.spans_of_totals import spans_total
from corpus.statements.statements import read_draft


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("两年合计84万元", True),
        ("三年间，共收到3874万元", True),
        ("两个阶段累计化解44件", True),
        ("两年前查出84万元", False),
        ("两个乡镇共查出44件", False),
    ],
)
def test_figure_says_over_how_long_a_total_runs(text: str, *, expected: bool) -> None:
    first = read_draft(text)[0].figure
    assert spans_total(first, text) is expected


def test_total_over_years_counts_what_they_count_and_is_of_none_of_them() -> None:
    total = read_draft("涉及违规金额2022年度为48.91万元，2023年度为35.26万元，两年合计84.17万元。")[-1]
    assert (total.figure.metric, total.figure.period) == ("涉及违规金额", "")
