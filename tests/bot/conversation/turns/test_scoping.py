from collections.abc import Iterator, Sequence

import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.state import Topic
from bot.conversation.turns.scoping import all_of_wholes, known_by_short, of_all
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.bot.conversation.conftest import UNION, heard_last
from tests.retrieval.fictional import LetterEmbedder

ROUND = """中共栗川县委巡察工作领导小组办公室关于十三届县委第二轮巡察整改进展情况的通报
发布时间：2025-06-18　来源：栗川县委巡察办
根据县委部署，对县粮食局、县文化馆和沙溪镇3个党组织开展了常规巡察。
本轮巡察共反馈问题140个，其中县粮食局52个，县文化馆41个，沙溪镇47个。截至2025年5月底，已完成整改121个，其余19个正在推进。从各单位看，县粮食局完成46个，县文化馆完成36个，沙溪镇完成39个。
全轮共追缴违规资金88.4万元，其中沙溪镇31.7万元，县粮食局56.7万元。
民事庭、刑事庭、执行局三个部门评查案件各为310件、124件和286件。
云栖里应交付1152套，已全部交付。全年拨付专项借款4720万元。
沙溪镇清理合同86份。
栗川县人民医院：违规139.4万元，退还92.4万元，主要是重复收费。
仁安民营医院：违规58.2万元，退还31.6万元，主要是虚假住院。
执行信访由上年同期的64件下降到38件。
不良贷款余额由年初的1.96亿元压降至1.21亿元，不良率由4.12%降至2.95%。
累计完成危房改造：第一批交办60件，化解51件；第二批交办44件，化解40件；第三批交办32件，化解21件。三批共交办136件、化解112件。
"""
FOUND = "栗川县第二轮巡察反馈了多少问题"
DONE = "改完了几个"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Index.open(tmp_path_factory.mktemp("round"), load=LetterEmbedder) as index:
        index.add(parse_report(ROUND, id="round", source="round.txt"))
        index.add(parse_report(UNION, id="union", source="union.txt"))
        yield Answerer(index)


@pytest.mark.parametrize(
    ("turns", "raw"),
    [
        ((FOUND, DONE, "沙溪镇呢"), "39个"),
        ((FOUND, DONE, "沙溪镇呢", "它反馈了几个", "还差几个没改"), "8个"),
        (("沙溪镇追缴了多少违规资金", "全县呢"), "88.4万元"),
        (("栗川县不良率现在是多少", "年初的时候呢"), "4.12%"),
        (("栗川县不良率现在是多少", "年初的时候呢", "降了多少"), "1.17个百分点"),
        (("栗川县执行信访多少件", "上年同期呢"), "64件"),
        (("栗川县执行信访多少件", "上年同期呢", "下降了百分之多少"), "40.63%"),
        (("栗川县人民医院退还多少", "仁安医院呢"), "31.6万元"),
        (("沙溪镇完成整改多少个", "全县反馈问题总共多少"), "140个"),
        (("栗川县执行信访多少件", "执行局评查了几件"), "286件"),
        (("栗川县第三批交办几件", "化解了几件", "第二批呢", "三批加起来化解多少"), "112件"),
    ],
    ids=[
        "member",
        "rest",
        "all",
        "at first",
        "fall",
        "year before",
        "per cent",
        "short name",
        "the whole's own figure",
        "row",
        "total",
    ],
)
def test_turn_is_answered_of_whom_and_when_it_means(
    answerer: Answerer, turns: Sequence[str], raw: str
) -> None:
    heard = heard_last(answerer, turns)
    assert heard.answer.direct is not None, heard.answer.text
    assert heard.answer.direct.raw == raw


@pytest.mark.parametrize(
    "turns",
    [(FOUND, "云栖里专项借款是多少"), ("沙溪镇清理合同多少份", "全县清理合同多少份")],
    ids=["another is named", "all of a member"],
)
def test_turn_is_not_told_the_figure_of_another(answerer: Answerer, turns: Sequence[str]) -> None:
    answer = heard_last(answerer, turns).answer
    assert answer.refused, answer.text


def test_turn_after_a_refusal_leans_on_no_older_answer(answerer: Answerer) -> None:
    answer = heard_last(answerer, ("栗川县不良率现在是多少", "候车时间现在多长", "以前呢")).answer
    assert answer.refused
    assert answer.direct is None


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("全县的完成率", "合计完成率"),
        ("全院一共多少", "合计多少"),
        ("完成率", "完成率"),
        ("全面从严治党问题几个", "全面从严治党问题几个"),
    ],
)
def test_turn_that_asks_of_all_speaks_of_no_member(answerer: Answerer, text: str, asked: str) -> None:
    answerer.knowledge.refresh()
    topic = Topic(members=("沙溪镇",), report="round")
    said, of = of_all(text, topic, answerer.knowledge)
    assert said == asked
    assert (of.members == ()) is (text != asked)
    assert (of is topic) is (text == asked)


def test_report_of_one_organisation_is_of_no_whole_round(answerer: Answerer) -> None:
    known = answerer.knowledge
    assert not all_of_wholes(known.statements(["union"]), known)
    assert not all_of_wholes((), known)


def test_name_in_short_is_one_of_the_report(answerer: Answerer) -> None:
    assert known_by_short("仁安医院呢", "round", answerer.knowledge) == "仁安民营医院呢"
    assert known_by_short("仁安医院呢", "union", answerer.knowledge) == "仁安医院呢"
    assert known_by_short("仁安医院呢", "", answerer.knowledge) == "仁安医院呢"
