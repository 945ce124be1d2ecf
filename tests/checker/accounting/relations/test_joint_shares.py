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
        pytest.param("水费和电费加起来占支出的四成。[1]", id="both"),
        pytest.param("石桥和王湾两村一共欠缴9.4万元。[1]", id="two places"),
        pytest.param("石桥村欠缴5.1万元。[1]", id="its own"),
    ],
)
def test_share_of_the_source_is_accounted_for(sentence: str, examiner: Examiner) -> None:
    assert examiner.examine(sentence).faults == ()


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("水费占支出的四成。[1]", id="the first alone"),
        pytest.param("电费占支出的四成。[1]", id="the last alone"),
        pytest.param("石桥村欠缴9.4万元。[1]", id="of both told of one"),
    ],
)
def test_share_of_nobody_is_not(sentence: str, examiner: Examiner) -> None:
    assert examiner.examine(sentence).faults
