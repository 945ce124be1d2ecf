import pytest

from checker.accounting.extremes import borne_out_ranks
from corpus.statements.metrics import is_scope
from corpus.statements.statements import read_draft
from tests.checker.accounting.ranked_report import DIRECTORY, SOURCE, STATEMENTS


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("北关社清欠货款最多，有82万元。", ["最多"], id="the greatest"),
        pytest.param("西坡社清欠货款37万元，最少。", ["最少"], id="the least, behind"),
        pytest.param("南桥社清欠货款最多，有61万元。", [], id="the second told as the greatest"),
        pytest.param("西坡社清欠货款最多，有82万元。", [], id="another's figure"),
        pytest.param("棉花站反馈的14个问题全部整改。", ["全部"], id="all, told as all and as done"),
        pytest.param("茶叶站反馈的19个问题全部整改。", [], id="some told as all"),
        pytest.param("租户85户，其中退租52户，其余的33户续租。", ["其余的"], id="all that is left"),
        pytest.param("租户85户，其中退租33户，其余的33户续租。", [], id="less than what is left"),
    ],
)
def test_rank_is_borne_out_by_the_figures_beside(text: str, words: list[str]) -> None:
    told = [
        (one.figure.start, one.figure.end, [s for s in STATEMENTS if s.figure.value == one.figure.value])
        for one in read_draft(text, DIRECTORY)
        if not is_scope(one.figure)
    ]
    assert [text[slice(*span)] for span in borne_out_ranks(text, told, SOURCE)] == words
