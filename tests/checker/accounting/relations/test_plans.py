import pytest

from corpus.structure.parsing import parse_report
from tests.bot.generation.written_reports import examiner_of

REPORT = parse_report(
    "燕浦镇人社所整改通报\n2024-04-01\n"
    "2024年3月，镇党委反馈问题14个，已整改11个，其余3个预计9月底前全部完成。下一步推广电子社保卡，年底前全部换发。\n"
    "拖欠工资的6家企业中，4家已付清，另2家10月前悉数付清。今后实行窗口预约，7月起全面启用。\n"
    "招聘会计划办12场，已办5场。职业培训拟在11月前全部开班。\n"
    "6月20日前整改窗口作风问题5项。\n",
    id="work",
    source="work.txt",
)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("剩下3个问题要到9月底前全部完成。[1]", id="another word of plans"),
        pytest.param("下一步要推广电子社保卡，年底前全部换发。[1]", id="opened by a plan"),
        pytest.param("职业培训打算在11月前全部开班。[1]", id="meant"),
        pytest.param("窗口作风问题6月20日前整改了5项。[1]", id="done by a day"),
    ],
)
def test_plan_in_other_words_is_accounted_for(sentence: str) -> None:
    assert examiner_of(REPORT).examine(sentence).faults == ()


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("其余3个全部完成了整改。[1]", id="all of the rest"),
        pytest.param("下一步推广电子社保卡，目前已经全部换发。[1]", id="what an opened plan goes on with"),
        pytest.param("窗口预约已全面启用。[1]", id="from a month on"),
        pytest.param("职业培训已经全部开班。[1]", id="by a month"),
        pytest.param("计划6月20日前整改窗口作风问题5项。[1]", id="done told as planned"),
    ],
)
def test_plan_told_as_done_is_not(sentence: str) -> None:
    assert examiner_of(REPORT).examine(sentence).faults
