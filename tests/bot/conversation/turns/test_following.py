from collections.abc import Iterator, Sequence

import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.turns.following import Following
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.bot.conversation.conftest import heard_last
from tests.retrieval.fictional import LetterEmbedder

MARKET = """芦港市商务局党组关于市委第二轮巡察整改进展情况的通报
发布时间：2024-05-09　来源：芦港市商务局
市委第一巡察组向芦港市商务局党组反馈33个问题。
追缴超标培训费26.4万元，退还19.8万元；多发的下乡补助涉及17人退了3.65万元。
清理违规收取的进场费、管理费48.7万元，退还商户213户。
菜场投诉由每周34件压到每周9件，摊位空置由52个减为15个。
核查合同1270份，整改不合规合同84份。
"""
DISTRICT = """云埠区财政局党组关于区委第三轮巡察整改进展情况的通报
发布时间：2024-06-03　来源：云埠区财政局
经济合同：核查356份，查出不合规合同41份，其中终止7份。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Index.open(tmp_path_factory.mktemp("market"), load=LetterEmbedder) as index:
        index.add(parse_report(MARKET, id="market", source="market.txt"))
        index.add(parse_report(DISTRICT, id="district", source="district.txt"))
        yield Answerer(index)


@pytest.mark.parametrize(
    ("turns", "raw"),
    [
        pytest.param(
            ("芦港市商务局追缴超标培训费多少", "多发的下乡补助退了多少"), "3.65万元", id="money after money"
        ),
        pytest.param(
            ("芦港市商务局追缴超标培训费多少", "管理费退了多少"), "48.7万元", id="the amount of what is named"
        ),
        pytest.param(
            ("芦港市商务局追缴超标培训费多少", "退还商户多少户"), "213户", id="in the measure that is said"
        ),
        pytest.param(("芦港市商务局反馈多少个问题", "菜场投诉现在每周多少件"), "9件", id="the level now"),
        pytest.param(
            ("芦港市商务局反馈多少个问题", "菜场投诉现在每周多少件", "以前呢"), "34件", id="and before"
        ),
        pytest.param(("芦港市商务局核查合同多少份", "云埠区财政局呢"), "356份", id="counted as before"),
    ],
)
def test_figure_follows_the_last_answer(answerer: Answerer, turns: Sequence[str], raw: str) -> None:
    answer = heard_last(answerer, turns).answer
    assert answer.direct is not None
    assert answer.direct.raw == raw


def test_without_a_last_answer_a_draft_stays_as_it_is(answerer: Answerer) -> None:
    drafted = answerer.draft(answerer.read("芦港市商务局反馈多少个问题"))
    following = Following(answerer.knowledge, None, lambda statement, question: 1.0)
    assert following.of_kind(drafted) is drafted
    assert following.counted_alike(drafted) is drafted
    assert following.at_level(drafted, ()) is drafted
