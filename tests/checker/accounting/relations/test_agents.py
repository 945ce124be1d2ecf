import pytest

from bot.generation.examination import Examiner
from tests.bot.generation.written_reports import examiner_of
from tests.checker.accounting.relations.tied_reports import FARMS


@pytest.fixture(scope="module")
def examiner() -> Examiner:
    return examiner_of(FARMS)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("水渠修缮的42万元由镇财政出。[1]", id="who pays"),
        pytest.param("镇财政出资42万元修缮水渠。[1]", id="right before the verb"),
        pytest.param("水渠由村委会组织施工。[1]", id="with 由, where the source has it bare"),
        pytest.param("副班长由会计担任。[1]", id="a narrower office"),
        pytest.param("中心每月向镇党委报告进度。[1]", id="to whom"),
        pytest.param("中心已退还农户多收的灌溉费18.6万元。[1]", id="who hands over"),
        pytest.param("中心已向农户退还多收的灌溉费18.6万元。[1]", id="to whom it is handed"),
        pytest.param("仓库租户补缴了7.3万元租金。[1]", id="somebody who does"),
    ],
)
def test_agent_of_the_source_is_accounted_for(sentence: str, examiner: Examiner) -> None:
    assert examiner.examine(sentence).faults == ()


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("水渠修缮由村委会出资42万元。[1]", id="who builds pays"),
        pytest.param("登记由县农业农村局负责。[1]", id="the deed of another"),
        pytest.param("专班班长由会计担任。[1]", id="the wider office"),
        pytest.param("镇党委每月向中心报告进度。[1]", id="turned round"),
        pytest.param("农户已退还多收的灌溉费18.6万元。[1]", id="who is handed it"),
        pytest.param("向仓库租户补缴租金7.3万元。[1]", id="who hands it over"),
        pytest.param("种子检测由企业承担。[1]", id="who pays tests"),
    ],
)
def test_agent_of_nobody_is_not(sentence: str, examiner: Examiner) -> None:
    assert examiner.examine(sentence).faults
