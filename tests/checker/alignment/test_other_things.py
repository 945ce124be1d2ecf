import pytest

from checker.check import check
from checker.verdicts import CONFIRMED, Verdict
from tests.checker.reports import evidence_of

SPA = evidence_of(
    "温泉镇旅游服务中心关于整改情况的通报\n2024-06-11\n"
    "中心检查民宿和浴场，发现问题93个。更换床单2740件，消毒浴袍1615件。约谈店长14人，培训保洁员228人次。"
    "北坡步道护栏加固315米，南坡步道护栏加固468米。消防器材全部更新。"
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("更换浴袍2740件。", "浴袍", id="thing of the figure beside"),
        pytest.param("培训店长228人次。", "店长", id="people of the figure before"),
        pytest.param("约谈保洁员14人。", "保洁员", id="people of the figure behind"),
        pytest.param("更换消防器材2740件。", "消防器材", id="thing of a sentence behind"),
    ],
)
def test_thing_that_the_report_tells_of_another_figure_is_not_this_one_s(text: str, said: str) -> None:
    (finding,) = check(text, SPA)
    assert finding.verdict in {Verdict.MISATTRIBUTED, Verdict.CONTRADICTED}
    assert said in finding.explanation


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("更换床单2740件。", id="its own"),
        pytest.param("中心约谈14名店长。", id="behind the figure"),
        pytest.param("民宿和浴场查出问题93个。", id="told in the clause that leads"),
        pytest.param("民宿更换床单2740件。", id="where, beside the thing"),
        pytest.param("保洁员培训228人次。", id="before the deed"),
    ],
)
def test_thing_of_the_figure_s_own_clause_is_no_other(text: str) -> None:
    assert check(text, SPA)[-1].verdict in CONFIRMED
