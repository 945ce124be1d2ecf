from collections.abc import Iterator, Sequence

import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.facts.narrowing import (
    is_of_other_things,
    sum_told_behind,
    whole_told_before,
)
from corpus.figure import Statement
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.bot.conversation.conftest import heard_last
from tests.retrieval.fictional import LetterEmbedder

SAFETY = """瑶台市应急管理局关于2023年安全生产专项整治情况的通报
发布时间：2023-11-08　来源：瑶台市应急管理局
全市发生生产安全事故41起、死亡32人；其中较大事故1起、死亡4人。
重大隐患按行业分，危化品92项、建筑施工317项、冶金工贸148项。
检查企业7634家次，罚款2318万元。
"""
PORT = """澜浦港务集团有限公司党委关于巡察整改进展情况的通报
发布时间：2023-12-25　来源：澜浦港务集团有限公司
巡察反馈本部问题26个，码头公司问题53个，合计79个。
新聘引航员6人，总数达到41人；增设系缆桩18个，总量由90个增加到108个。
一年以上未结货款由1874万元清理至63万元。拖轮等待时间现为2.1小时，比上年缩短2.5小时。
"""
FOREST = """禄川县林业局党组关于县委巡察反馈问题整改情况的通报
发布时间：2023-07-11　来源：禄川县林业局
查处毁林案件38起，罚款284.5万元，判刑9人。指出问题21个，已整改到位18个，其中需分阶段整改的2个。
清退违规收费368.7万元，惠及2146户。其中永宁乡清退142.3万元，石堰乡清退97.5万元。
"""


@pytest.fixture(scope="module")
def notices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Index.open(tmp_path_factory.mktemp("notices"), load=LetterEmbedder) as index:
        for name, text in {"safety": SAFETY, "port": PORT, "forest": FOREST}.items():
            index.add(parse_report(text, id=name, source=f"{name}.txt"))
        yield Answerer(index)


def _stated(answerer: Answerer, report: str, raw: str) -> Statement:
    return next(one for one in answerer.knowledge.statements([report]) if one.figure.raw == raw)


@pytest.mark.parametrize(
    ("turns", "raw"),
    [
        pytest.param(("瑶台市应急管理局罚款多少", "死了多少人"), "32人", id="no part of it"),
        pytest.param(("瑶台市应急管理局罚款多少", "较大事故死了多少人"), "4人", id="the part that is named"),
        pytest.param(("瑶台市应急管理局罚款多少", "建筑施工罚了多少"), "", id="of a thing told elsewhere"),
        pytest.param(("瑶台市应急管理局罚款多少", "澜浦港务是多少"), "", id="only somebody else"),
        pytest.param(("澜浦港务巡察反馈问题总数",), "79个", id="the sum behind its parts"),
        pytest.param(("澜浦港务系缆桩加了多少个",), "18个", id="how many were added"),
        pytest.param(("澜浦港务系缆桩加了多少个", "总数呢"), "108个", id="how many there are since"),
        pytest.param(("澜浦港务新聘引航员多少人", "引航员一共多少"), "41人", id="all of them"),
        pytest.param(("澜浦港务反馈问题多少", "还有没结的货款吗"), "63万元", id="the level now"),
        pytest.param(("澜浦港务拖轮等待时间多少", "快了多少"), "2.5小时", id="its change is stated"),
        pytest.param(
            ("禄川县林业局指出问题多少", "已经改了多少"), "18个", id="what was done, not what goes on"
        ),
        pytest.param(
            ("禄川县石堰乡清退多少", "全县一共清退多少"), "368.7万元", id="the whole a sentence before"
        ),
    ],
)
def test_turn_is_answered_with_what_it_asks_for(notices: Answerer, turns: Sequence[str], raw: str) -> None:
    answer = heard_last(notices, turns).answer
    assert (answer.direct.raw if answer.direct else "") == raw, answer.text


@pytest.mark.parametrize(
    ("asked", "wholes"),
    [("死了多少人", ["32人"]), ("较大事故死了多少人", []), ("", ["32人"])],
    ids=["nothing of the part", "the part", "nothing at all"],
)
def test_whole_stands_before_the_part_that_is_not_asked_for(
    notices: Answerer, asked: str, wholes: list[str]
) -> None:
    stated = _stated(notices, "safety", "4人")
    told = notices.knowledge.statements(["safety"])
    assert [one.figure.raw for one in whole_told_before(stated, asked, None, told)] == wholes
    assert not whole_told_before(stated, asked, stated, told)  # the part was spoken of


def test_sum_is_told_behind_its_parts(notices: Answerer) -> None:
    told = notices.knowledge.statements(["port"])
    found = sum_told_behind(_stated(notices, "port", "26个"), told)
    assert found is not None
    assert found.figure.raw == "79个"
    assert sum_told_behind(found, told) is None


def test_thing_told_elsewhere_is_another(notices: Answerer) -> None:
    fine = _stated(notices, "safety", "2318万元")
    assert is_of_other_things(("建筑施工", "罚款"), fine, notices.knowledge)
    assert not is_of_other_things(("企业", "罚款"), fine, notices.knowledge)
    assert not is_of_other_things(("建筑施工",), fine, notices.knowledge)
