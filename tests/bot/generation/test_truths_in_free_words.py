"""True sentences in freer words over an own report, and such of the same form as are not true."""

import pytest

from corpus.structure.parsing import parse_report
from tests.bot.generation.written_reports import examiner_of

REPORT = parse_report(
    "岚屏市住房和城乡建设局关于巡察整改情况的通报\n2024-11-20\n"
    "1至10月，共受理投诉276件，办结261件。\n"
    "绿化覆盖率由2020年的31.2%提高到2024年的38.4%。\n"
    "公厕保洁费由每天18元调整为16元。\n"
    "住户满意率92.6%，较上年提高3.1个百分点；报修率5.4%，较上年下降0.8个百分点。\n"
    "2023年房租收入846万元，2024年为1092万元，增长29.1%。\n"
    "清收欠费318万元，占应收的58.7%。\n"
    "城东站：问题8个，完成8个。\n"
    "城西站：问题9个，完成7个。\n"
    "未办理：4项（历史遗留类3项，资金类1项）。\n"
    "租金缴存率88.1%，距年度目标90%仍有差距。\n"
    "还没完成的有1项：东苑小区电梯改造，定在明年施工。\n"
    "投诉办结率由去年的90.4%升到94.6%。\n"
    "2023年空置率由上年的7.9%降到6.2%。\n"
    "初步通报中，维修基金误写为215万元，正确的是251万元。\n"
    "因涉诉未能收回52万元；封存超编车辆11辆，其中公开拍卖6辆。\n",
    id="house",
    source="house.txt",
)


def _faults(sentence: str) -> list[str]:
    return [one.raw for one in examiner_of(REPORT).examine(sentence).faults]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("10个月里受理投诉276件。[1]", id="how many months it were"),
        pytest.param("绿化覆盖率四年从31.2%提高到38.4%。[1]", id="how many years it were"),
        pytest.param("公厕保洁费由一天18元调整为16元。[1]", id="so much a day"),
        pytest.param("住户满意率升到92.6%。[1]", id="a level and the way it went"),
        pytest.param("报修率降到了5.4%。[1]", id="the other way"),
        pytest.param("2024年房租收入1092万元，增长近三成。[1]", id="a share in round words"),
        pytest.param("清收欠费318万元，占应收的近六成。[1]", id="another in round words"),
        pytest.param("城东站的8个问题都完成了。[1]", id="all, in two cells"),
        pytest.param("住建局清收欠费318万元。[1]", id="an office in short, without its place"),
        pytest.param("4项没办理，其中资金类1项。[1]", id="a label before its figure"),
        pytest.param("因为打官司，52万元没收回。[1]", id="what people say for a lawsuit"),
        pytest.param("虽然封存11辆，但只卖掉6辆。[1]", id="what joins"),
        pytest.param("租金缴存率88.1%，离年度目标90%还有差距。[1]", id="a goal that is not met"),
        pytest.param("没完成的1项是东苑小区电梯改造。[1]", id="what is not done"),
        pytest.param("投诉办结率从去年的90.4%升到94.6%。[1]", id="a level and last year's"),
        pytest.param("空置率去年是6.2%，比上一年的7.9%低。[1]", id="last year, which is named by its number"),
        pytest.param("维修基金正确的是251万元。[1]", id="what was put right"),
    ],
)
def test_true_sentence_is_accounted_for(sentence: str) -> None:
    assert _faults(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("9个月里受理投诉276件。[1]", id="fewer months"),
        pytest.param("绿化覆盖率三年从31.2%提高到38.4%。[1]", id="fewer years"),
        pytest.param("公厕保洁费由一月18元调整为16元。[1]", id="so much a month"),
        pytest.param("住户满意率降到92.6%。[1]", id="the wrong way"),
        pytest.param("报修率升到了5.4%。[1]", id="the other wrong way"),
        pytest.param("2024年房租收入1092万元，增长近四成。[1]", id="another share"),
        pytest.param("清收欠费318万元，占应收的六成多。[1]", id="more than it is"),
        pytest.param("城西站的9个问题都完成了。[1]", id="all, where some are not"),
        pytest.param("交通局清收欠费318万元。[1]", id="another office"),
        pytest.param("4项已办理，其中资金类1项。[1]", id="done, by its label not"),
        pytest.param("因为打官司，52万元收回来了。[1]", id="got back"),
        pytest.param("虽然封存11辆，但只报废6辆。[1]", id="another deed"),
        pytest.param("租金缴存率88.1%，已经达到年度目标。[1]", id="a goal told as met"),
        pytest.param("东苑小区电梯已经改造完成。[1]", id="what is not done told as done"),
        pytest.param("去年投诉办结率是94.6%。[1]", id="last year's is another level"),
        pytest.param("空置率今年是6.2%，比上一年的7.9%低。[1]", id="this year for last year"),
        pytest.param("维修基金为215万元。[1]", id="what was wrong"),
    ],
)
def test_untrue_sentence_is_not(sentence: str) -> None:
    assert _faults(sentence)
