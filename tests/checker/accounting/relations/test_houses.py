import pytest

from corpus.structure.parsing import parse_report
from tests.bot.generation.written_reports import examiner_of

REPORT = parse_report(
    "临洮水泥厂环保整改通报\n2024-07-10\n"
    "上半年厂区粉尘投诉52起，同比下降20%；用水量18万吨，同比增长6%。县环保局责令停窑检修，厂方更换布袋除尘器4台。\n"
    "职工宿舍改造12间，8间已入住，另外4间因管道渗漏推迟入住。剩余2个问题待省厅批复后处理。\n",
    id="cement",
    source="cement.txt",
)


@pytest.mark.parametrize(
    ("sentence", "is_true"),
    [
        pytest.param("厂里换好了4台布袋除尘器。[1]", True, id="whose report it is, and what is finished"),
        pytest.param("局里更换了4台布袋除尘器。[1]", False, id="another sort of body"),
        pytest.param("厂里责令停窑检修。[1]", False, id="the deed of a named one"),
        pytest.param("用水量增长6%。[1]", True, id="what its level is of"),
        pytest.param("粉尘投诉增长6%。[1]", False, id="what another level is of"),
        pytest.param("4间宿舍因为管道渗漏，推迟入住。[1]", True, id="said in the clause that goes on"),
        pytest.param("12间宿舍，推迟入住。[1]", False, id="of another figure"),
        pytest.param("还有2个问题没处理，要等省厅批复。[1]", True, id="waited for"),
        pytest.param("剩余2个问题已处理。[1]", False, id="waited for told as done"),
    ],
)
def test_what_a_report_says_of_its_own_house(sentence: str, is_true: bool) -> None:
    assert (examiner_of(REPORT).examine(sentence).faults == ()) is is_true
