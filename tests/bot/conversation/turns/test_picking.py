from collections.abc import Iterator, Sequence

import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.turns.picking import Picking
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.bot.conversation.conftest import heard_last
from tests.retrieval.fictional import LetterEmbedder

BRIDGES = """梧川市交通运输局党组关于市委第二轮巡察整改进展情况的通报
发布时间：2023-06-12　来源：梧川市交通运输局
市委第三巡察组向梧川市交通运输局党组反馈4个方面38个问题。
截至2023年5月底，38个问题已完成整改33个；修订制度16项。
东门桥、西门桥、北门桥结算审核分别扣减88.5万元、41.2万元、17.6万元。
引进工程师52人，其中勘测队21人、设计院18人、养护中心13人。
按类别分，占道类问题24个，已解决22个；污水类问题17个，已解决12个。
应退还保证金96.3万元，已退还81.5万元。
对履职不力的9人予以问责：记过3人、诫勉6人。
养护站　问题9个　改完8个
路政站　问题7个　改完4个

| 事项 | 涉及数 | 已整改 |
|---|---|---|
| 破损护栏 | 43处 | 36处 |
"""
DONE = "梧川市交通运输局完成整改多少个问题"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Index.open(tmp_path_factory.mktemp("bridges"), load=LetterEmbedder) as index:
        index.add(parse_report(BRIDGES, id="bridges", source="bridges.txt"))
        yield Answerer(index)


@pytest.mark.parametrize(
    ("turns", "raw"),
    [
        pytest.param((DONE, "反馈了几个"), "38个", id="what is counted like the last answer"),
        pytest.param(("梧川市交通运输局破损护栏有多少处",), "43处", id="all of it, not what of it is done"),
        pytest.param(("梧川市交通运输局破损护栏整改了多少处",), "36处", id="what of it is done"),
        pytest.param((DONE, "反馈了几个", "还差几个"), "5个", id="what is left of it"),
        pytest.param(
            ("梧川市交通运输局东门桥扣减多少万元", "北门桥呢"), "17.6万元", id="by the place in a row"
        ),
        pytest.param(
            ("梧川市交通运输局勘测队引进工程师多少人", "设计院呢", "全局一共引进多少"),
            "52人",
            id="the whole before its parts",
        ),
        pytest.param(
            ("梧川市交通运输局勘测队引进工程师多少人", "设计院呢", "最多的是哪个"),
            "21人",
            id="the most of those",
        ),
        pytest.param(
            ("梧川市交通运输局占道类问题多少个", "解决了多少", "污水类呢"),
            "12个",
            id="a deed, then another part",
        ),
        pytest.param(
            ("梧川市交通运输局修订制度多少项", "保证金退还了多少"), "81.5万元", id="the deed, not the whole"
        ),
        pytest.param(
            ("梧川市交通运输局修订制度多少项", "应退还保证金多少"), "96.3万元", id="the whole that is due"
        ),
        pytest.param(
            ("梧川市交通运输局修订制度多少项", "问责了多少人"),
            "9人",
            id="no part of those to whom it was done",
        ),
        pytest.param(("养护站改完几个问题", "路政站呢"), "4个", id="a deed of another row"),
        pytest.param(
            ("梧川市交通运输局保证金退还了多少", "应退还保证金总数呢"),
            "96.3万元",
            id="the whole of what was done",
        ),
    ],
)
def test_turn_means_what_its_sentence_tells_of_that(
    answerer: Answerer, turns: Sequence[str], raw: str
) -> None:
    heard = heard_last(answerer, turns)
    assert heard.answer.direct is not None, heard.answer.text
    assert heard.answer.direct.raw == raw


def test_draft_of_nothing_is_left_as_it_is(answerer: Answerer) -> None:
    drafted = answerer.draft(answerer.read("梧川市交通运输局食堂收入多少"))
    picking = Picking(answerer, None, ("食堂",), total=True)
    assert picking.of_all(drafted) is drafted
    assert picking.in_its_row(drafted) is drafted
