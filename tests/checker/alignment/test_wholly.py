"""A figure of which the claim says that all was done, and the source that a part was."""

import pytest

from checker.check import check
from checker.evidence import Evidence
from checker.verdicts import CONFIRMED
from corpus.structure.parsing import parse_report

EVIDENCE = Evidence.of_reports(
    [
        parse_report(
            "青川镇党委巡察整改公告\n"
            "一、农机补贴。向不符合条件的农户多发补贴126.4万元，已追回118.9万元，其余7.5万元正在追缴。\n"
            "二、危房。排查农村危房268户，改造拆除251户，余下17户列入明年计划。\n"
            "三、消防。发现消防隐患177处，当场整改94处，限期整改83处，现已全部销号。\n"
            "四、用车。超编用车14辆，已封存9辆、拍卖5辆。\n"
            "五、贷款。违规发放贷款21户、513万元，已收回16户、392万元。\n",
            id="qingchuan",
            source="qingchuan.txt",
        )
    ]
)


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("青川镇把多发的补贴126.4万元全部追回。", "126.4万元"),
        ("青川镇多发补贴126.4万元，一分不少追了回来。", "126.4万元"),
        ("青川镇排查出的268户危房已经改造拆除。", "268户"),
        ("青川镇超编的14辆公车全部拍卖。", "14辆"),
        ("青川镇违规发放的贷款513万元已悉数收回。", "513万元"),
    ],
)
def test_deed_of_a_part_is_not_told_of_all(text: str, raw: str) -> None:
    (found,) = (one for one in check(text, EVIDENCE) if one.figure.raw == raw)
    assert found.verdict == "contradicted"


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("青川镇177处消防隐患全部销号。", "177处"),
        ("青川镇超编的14辆车已全部处置。", "14辆"),
        ("青川镇改造拆除危房251户。", "251户"),
        ("青川镇多发补贴126.4万元，已追回118.9万元。", "126.4万元"),
    ],
)
def test_what_was_done_of_all_is_told_of_all(text: str, raw: str) -> None:
    (found,) = (one for one in check(text, EVIDENCE) if one.figure.raw == raw)
    assert found.verdict in CONFIRMED
