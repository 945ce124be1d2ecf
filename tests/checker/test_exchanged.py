"""Numbers of a sentence that were written the wrong way round, and deeds that tell which of two is meant."""

import pytest

from checker.check import check
from checker.evidence import Evidence
from checker.verdicts import CONFIRMED, WRONG
from corpus.structure.parsing import parse_report

EVIDENCE = Evidence.of_reports(
    [
        parse_report(
            "渚口市卫健委党组整改通报\n"
            "一、岗位。核减编外人员118人，公开招聘65人。\n"
            "二、公车。清理超编公车31辆，封存12辆，拍卖19辆。\n"
            "三、救助。设立临时救助专项资金1,850万元，已使用1,392万元。\n"
            "四、公益金。欠缴公益金的站点57家，欠缴金额428万元；催缴后补缴386万元，强制执行6家。\n"
            "五、抢修。故障抢修及时率96.2%，比上年的91.5%提高4.7个百分点。\n"
            "七、节支。重新议价合同63份，年节约采购支出约620万元；1—10月发生事故3起。\n"
            "八、措施。制定措施118条，完成109条，7条正在推进。\n"
            "六、整改。反馈问题26个，制定举措94项，截至6月30日，整改完成22个，举措完成89项。\n",
            id="zhukou",
            source="zhukou.txt",
        )
    ]
)


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("渚口市卫健委公开招聘118人，核减编外65人。", "65人"),
        ("渚口市拍卖公车12辆、封存19辆。", "19辆"),
        ("渚口市卫健委118条措施中有113条落地。", "113条"),
        ("渚口市卫健委欠缴公益金386万元。", "386万元"),
        ("渚口市设立救助专项资金1392万元。", "1392万元"),
    ],
)
def test_number_of_another_deed_is_contradicted(text: str, raw: str) -> None:
    (found,) = (one for one in check(text, EVIDENCE) if one.figure.raw == raw)
    assert found.verdict in WRONG


@pytest.mark.parametrize(
    "text",
    [
        "渚口市卫健委核减编外118人，公开招聘65人。",
        "渚口市救助资金已用1392万元。",
        "欠缴站点补缴386万元，强制执行6家。",
        "抢修及时率比上年高4.7个百分点，达到96.2%。",
        "渚口市每年节约采购支出约620万元。",
        "前十个月，渚口市发生事故3起。",
        "渚口市卫健委118条措施中已有109条落地。",
        "渚口市卫健委26个问题改了22个，举措94项完成89项。",
    ],
)
def test_deed_before_a_number_tells_what_is_meant(text: str) -> None:
    assert all(one.verdict in CONFIRMED for one in check(text, EVIDENCE))
