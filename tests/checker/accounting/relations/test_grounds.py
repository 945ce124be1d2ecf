import pytest

from bot.generation.examination import Examiner
from tests.bot.generation.written_reports import examiner_of
from tests.checker.accounting.relations.tied_reports import TRAFFIC


@pytest.fixture(scope="module")
def examiner() -> Examiner:
    return examiner_of(TRAFFIC)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("因为暴雨冲毁，3座桥梁停用。[1]", id="as the source says"),
        pytest.param("3座桥梁停用是因为暴雨冲毁。[1]", id="the ground last"),
        pytest.param("财政拨款延迟，所以2个站点没开工。[1]", id="effect for cause"),
        pytest.param("2名执法人员因违规收费被停职。[1]", id="a failing told right before"),
        pytest.param("12家企业因为超限运输被罚款36.4万元。[1]", id="a failing within the clause"),
        pytest.param("清理9条违规加价线路之后，投诉降到每月14件。[1]", id="afterwards"),
        pytest.param("通过公开招标，养护单价从每公里8.2万元降到7.1万元。[1]", id="the means"),
    ],
)
def test_ground_of_the_source_is_accounted_for(sentence: str, examiner: Examiner) -> None:
    assert examiner.examine(sentence).faults == ()


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("因为暴雨，客运量同比下降18.6%。[1]", id="the ground of another"),
        pytest.param("新增警示牌260块，因此事故起数同比减少23起。[1]", id="two things side by side"),
        pytest.param("通过新增警示牌260块，事故起数同比减少23起。[1]", id="as the means"),
        pytest.param("事故起数减少的原因是新增了260块警示牌。[1]", id="as a noun"),
        pytest.param("3座桥梁停用是因为财政拨款延迟。[1]", id="from afar"),
        pytest.param("增开临时班线5条，因此3座桥梁停用。[1]", id="the wrong way round"),
        pytest.param("下一步推广电子运单，目前已经全部启用。[1]", id="what is only begun to be planned"),
    ],
)
def test_ground_of_nobody_is_not(sentence: str, examiner: Examiner) -> None:
    assert examiner.examine(sentence).faults
