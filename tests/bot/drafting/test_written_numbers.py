from decimal import Decimal

from bot.drafting.written_numbers import written, written_gap
from corpus.quantities.figures import find_figures


def test_value_is_written_in_the_measure_of_the_figure_beside_it() -> None:
    (money,), (share,) = find_figures("欠款3820万元"), find_figures("占比93.5%")
    assert written(Decimal(50_000_000), money) == "5000万元"
    assert written_gap(Decimal("-2.5"), share) == "2.5个百分点"
    assert written_gap(Decimal(-10_000), money) == "1万元"


def test_gap_of_a_share_in_words_is_in_points_too() -> None:
    (share,) = find_figures("合格率百分之九十三点五")
    assert written_gap(Decimal("2.5"), share) == "2.5个百分点"
