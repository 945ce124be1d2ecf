import pytest

from checker.check import check
from checker.evidence import Evidence
from checker.verdicts import WRONG
from corpus.structure.parsing import parse_report
from tests.checker.reports import evidence_of

EVIDENCE = Evidence.of_reports(
    [
        parse_report(
            "梧岭县巡察整改情况通报\n2024-05-20\n"
            "护林岗由318个压减至263个。停车费降价没有实现，仍为每小时4.2元。\n"
            "北坡码头有泊位17个，预计今年9月底前投入使用。押金43万元未按期返还，现已返还。执行到位176万元，不计入追缴总额。\n"
            "核实7名教师参与补课，其中3人给予政务警告处分。\n"
            "东关镇、南寨镇、西坪镇发现问题分别为61个、38个、24个。\n"
            "移交的52件线索中，县纪委监委承接45件，县委组织部承接7件。\n"
            "县教育局、县林业局分别收回2640万元、917万元。\n"
            "执行到位率46.1%，今年上半年执行到位率为39.7%。县粮食局保管费原列87.3万元，经复核应为78.3万元。\n"
            "没通水的46户里，杨湾村剩27户，柳坪村剩19户。3台锅炉应公开招标而未招标，已约谈采购科长。\n"
            "【2025年打算】力争检查覆盖率100%；建成专家库（不少于240人）。\n",
            id="wuling",
            source="wuling.txt",
        )
    ]
)


@pytest.mark.parametrize(
    ("text", "raw", "verdict"),
    [
        pytest.param("护林岗由318个增加到263个。", "263个", "misattributed", id="another way"),
        pytest.param("停车费已降到每小时4.2元。", "4.2元", "misattributed", id="what stayed"),
        pytest.param("北坡码头已投入使用，有泊位17个。", "17个", "misattributed", id="a plan as done"),
        pytest.param("押金43万元至今没有返还。", "43万元", "misattributed", id="done, and denied"),
        pytest.param("执行到位的176万元已计入追缴总额。", "176万元", "misattributed", id="denied, and done"),
        pytest.param("7名补课教师全部给予政务警告处分。", "7名", "contradicted", id="a part as all"),
        pytest.param("发现问题最多的是南寨镇，有38个。", "38个", "misattributed", id="not the most"),
        pytest.param("52件线索中有45件由县委组织部承接。", "45件", "contradicted", id="another doer"),
        pytest.param("从县教育局收回917万元。", "917万元", "contradicted", id="another's share"),
        pytest.param("今年上半年执行到位率为46.1%。", "46.1%", "contradicted", id="another time"),
        pytest.param("县粮食局保管费87.3万元。", "87.3万元", "contradicted", id="put right since"),
        pytest.param(
            "梧岭县已建成不少于240人的专家库。", "不少于240人", "misattributed", id="a plan under a lead"
        ),
    ],
)
def test_source_s_own_sentence_speaks_against_a_figure(text: str, raw: str, verdict: str) -> None:
    (found,) = (one for one in check(text, EVIDENCE) if one.figure.raw == raw)
    assert found.verdict == verdict


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("护林岗由318个减少到263个。", id="the same way"),
        pytest.param("停车费仍为每小时4.2元。", id="stayed"),
        pytest.param("7名教师参与补课，3人给予政务警告处分。", id="a part"),
        pytest.param("发现问题最多的是东关镇，有61个。", id="the most"),
        pytest.param("发现问题最少的是西坪镇，有24个。", id="the least"),
        pytest.param("52件线索中有7件由县委组织部承接。", id="the doer"),
        pytest.param("从县林业局收回917万元。", id="its own share"),
        pytest.param("执行到位率46.1%。", id="no time"),
        pytest.param("东关镇、南寨镇、西坪镇发现问题61个、38个、24个。", id="a list without a mark"),
        pytest.param("未通水的46户中杨湾村占27户、柳坪村占19户。", id="denied in another word"),
        pytest.param("违规采购：3台锅炉应招未招。", id="what should have been done"),
    ],
)
def test_figure_told_as_it_is_is_not_cried_over(text: str) -> None:
    assert {one.verdict.value for one in check(text, EVIDENCE)} <= {"supported", "derived"}


def test_deed_that_is_denied_of_another_figure_gainsays_none() -> None:
    source = "清理超期未发放案款4项合计1936.72万元，已发放1871.05万元，其余依法提存。"
    evidence = evidence_of(source)
    assert check("已发放案款1871.05万元。", evidence)[-1].verdict not in WRONG


def test_what_became_of_some_is_not_the_deed_of_all() -> None:
    source = "梧岭县发改局整改通报\n2024-05-20\n2021年以来签约项目中，长期未开工的36个。现已推动开工19个。\n"
    evidence = Evidence.of_reports([parse_report(source, id="a", source="a")])
    found = check("梧岭县发改局签约项目中长期没有开工的36个已开工19个。", evidence)
    assert found[0].verdict == "supported"
