import pytest

from checker.comparison.corrections import corrected_to, is_superseded, unsuperseded
from corpus.statements.statements import read_draft


@pytest.mark.parametrize(
    ("text", "raw", "superseded"),
    [
        pytest.param(
            "县粮食局保管费原列87.3万元，经复核应为78.3万元。", "87.3万元", True, id="as it was listed"
        ),
        pytest.param("县粮食局保管费原列87.3万元，经复核应为78.3万元。", "78.3万元", False, id="as it is"),
        pytest.param("审计认定占地1876亩，经复测，实为1793亩。", "1876亩", True, id="as it was held"),
        pytest.param("初稿中已整改26个，经复核，本报告以24个为准。", "26个", True, id="as it was drafted"),
        pytest.param("初稿中已整改26个，经复核，本报告以24个为准。", "24个", False, id="what holds"),
        pytest.param(
            "“补签合同”原公布57份，应为59份；“退租”应为12份。", "59份", False, id="up to the semicolon"
        ),
        pytest.param("原公布办结69件，调整后为73件。", "69件", True, id="as it was published"),
        pytest.param(
            "前次通报欠薪误写为128万元，正确的是182万元。", "128万元", True, id="as it was misprinted"
        ),
        pytest.param("硬化里程误报为6.3公里，正确数为9.6公里。", "6.3公里", True, id="as it was misreported"),
        pytest.param("清查问题26个，涉及资金应为78.3万元。", "26个", False, id="another unit"),
    ],
)
def test_number_that_another_took_the_place_of_is_known(text: str, raw: str, superseded: bool) -> None:
    one = next(one for one in read_draft(text) if one.figure.raw == raw)
    assert is_superseded(one) is superseded


def test_number_that_took_the_place_is_told_as_it_is_written() -> None:
    listed, righted = read_draft("县粮食局保管费原列87.3万元，经复核应为78.3万元。")
    assert (corrected_to(listed), corrected_to(righted)) == ("78.3万元", "")


def test_what_is_counted_is_told_without_that_it_was_put_right() -> None:
    assert unsuperseded("原公布办结积案") == "办结积案"
