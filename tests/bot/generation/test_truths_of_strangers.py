"""True sentences in the everyday words of those who know a report, over own reports, and such as are not true."""

import pytest

from corpus.structure.parsing import parse_report
from tests.bot.generation.written_reports import examiner_of

REPORT = parse_report(
    "柳川市公共交通有限公司关于巡察整改情况的通报\n2025-09-10\n"
    "市委专项巡察组反馈问题52个，提出建议9条。\n"
    "截至8月底，已完成整改47个，其余5个正在推进。\n"
    "1—8月，收到来信203封，回复196封；办理投诉64件。\n"
    "2025年1至8月2,287件咨询全部答复。\n"
    "满意度走访乘客240人，满意的有217人。\n"
    "充电桩改造到位资金仅为协议金额4000万元的43%。\n"
    "2025年，受理求职信访167件，较2024年的214件减少47件；化解152件。\n"
    "应收账款余额7.2亿元，比2024年的9.6亿元减少2.4亿元。\n"
    "东坪分公司：维修车辆38辆，报废6辆。\n"
    "西坪分公司：维修车辆29辆，报废4辆。\n"
    "北坪站：欠租户12户，全部搬离；南坪站：欠租户15户，搬离11户。\n"
    "3个车间新购设备31台，已装31台。\n"
    "制定修订制度33项，其中新制定12项、修订21项。\n"
    "水费问题：商铺拖欠水费。\n"
    "整改情况：收回36.4万元。\n",
    id="bus",
    source="bus.txt",
)


def _faults(sentence: str) -> list[str]:
    return [one.raw for one in examiner_of(REPORT).examine(sentence).faults]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("柳川公交收到来信203封。[1]", id="a short name that no rule knows"),
        pytest.param("柳川公交52个问题整改完成47个。[1]", id="of whom an inspection's team tells"),
        pytest.param("柳川公交东坪分公司维修车辆38辆。[1]", id="whose member it is"),
        pytest.param("前八个月收到来信203封。[1]", id="months by their number"),
        pytest.param(
            "到今年8月底，52个问题里有47个整改完成。[1]", id="a time that leads in the clause behind"
        ),
        pytest.param("收到来信203封，回复196封，只有7封没回复。[1]", id="what is left of two told"),
        pytest.param("走访乘客240人，满意的有217人，约九成。[1]", id="a share of two told"),
        pytest.param("充电桩改造到位资金是协议金额4000万元的四成多。[1]", id="a share in round words"),
        pytest.param("2025年化解152件。[1]", id="a year before another that is only compared with"),
        pytest.param("应收账款余额从9.6亿元降到7.2亿元。[1]", id="the way that the levels went"),
        pytest.param("3个车间新购设备31台全部已装。[1]", id="all, stated twice"),
        pytest.param("收回拖欠水费36.4万元。[1]", id="of what a paragraph of an answer goes on"),
    ],
)
def test_true_sentence_in_everyday_words_is_accounted_for(sentence: str) -> None:
    assert _faults(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("柳川公交西坪分公司维修车辆38辆。[1]", id="another member"),
        pytest.param("柳川市公共交通有限公司维修车辆38辆。[1]", id="a member's told of the whole"),
        pytest.param("前九个月收到来信203封。[1]", id="other months"),
        pytest.param("到今年7月底，52个问题里有47个整改完成。[1]", id="another time that leads in"),
        pytest.param("收到来信203封，回复196封，只有8封没回复。[1]", id="another rest"),
        pytest.param("走访乘客240人，满意的有217人，约八成。[1]", id="another share"),
        pytest.param("充电桩改造到位资金是协议金额4000万元的三成多。[1]", id="another share in round words"),
        pytest.param("2024年化解152件。[1]", id="the year that is only compared with"),
        pytest.param("应收账款余额从7.2亿元升到9.6亿元。[1]", id="the levels turned round"),
        pytest.param(
            "制定修订制度33项，其中新制定12项、尚未修订21项。[1]", id="what is stated denied as if left"
        ),
        pytest.param("南坪站欠租户15户，全部搬离。[1]", id="all of another's"),
    ],
)
def test_untrue_sentence_in_everyday_words_is_not(sentence: str) -> None:
    assert _faults(sentence)
