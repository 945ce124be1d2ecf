"""Whose a figure is counts for little where neither text says it beside the figure."""

import pytest

from checker.check import check
from checker.verdicts import WRONG
from tests.checker.reports import evidence_of

REPORT = """云滩县审计局关于审计查出问题整改情况的报告
县文旅局多列演出支出37万元。差旅费超标准的6家单位已退回14.2万元。
县民政局追回低保金8.5万元，规范账户19个。
城东管网项目核减工程款262万元。
"""


@pytest.mark.parametrize(
    ("text", "raw", "wrong"),
    [
        pytest.param("县文旅局多列演出支出37万元，差旅费超标准的6家单位退回14.2万元。", "6家", False, id="a subject of its own"),
        pytest.param("县文旅局多列演出支出37万元，差旅费超标准的6家单位退回14.2万元。", "14.2万元", False, id="behind it"),
        pytest.param("县民政局追回低保金8.5万元，城东管网核减工程款262万元。", "262万元", False, id="a thing"),
        pytest.param("县文旅局多列演出支出37万元，规范账户19个。", "19个", True, id="a deed of who stands before it"),
        pytest.param("县文旅局追回低保金8.5万元。", "8.5万元", True, id="named in the clause"),
        pytest.param("县文旅局多列演出支出37万元，县民政局核减工程款262万元。", "262万元", True, id="named anew"),
    ],
)  # fmt: skip
def test_owner_carried_to_a_new_subject_speaks_against_no_owner_of_the_report(
    text: str, raw: str, *, wrong: bool
) -> None:
    found = {one.figure.raw: one.verdict for one in check(text, evidence_of(REPORT))}
    assert (found[raw] in WRONG) is wrong
